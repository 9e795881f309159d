/// Looks at a line's bytes before any decoder sees them.
///
/// Decoders have been seen to trap on deep nesting, and arithmetic traps on huge numbers; a line that
/// passes here can do neither.
enum LineScan {
  /// More than enough for seconds, counts and sequence numbers; sums of them cannot overflow.
  private static let digits = 10

  static func refusal(of line: UnsafeRawBufferPointer) -> LineError? {
    guard line.count <= Limit.line.most else { return .tooLong }
    guard line.count >= 2, line[0] == UInt8(ascii: "{"), line[line.count - 1] == UInt8(ascii: "}")
    else { return .notAnObject }
    var isText = false
    var isEscaped = false
    var number = 0
    // One bit for each open bracket: 1 stands for a brace.
    var open: UInt32 = 0
    var depth = 0
    for (index, byte) in line.enumerated() {
      if byte < 0x20 { return .controlByte }
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number += 1
        if number > digits { return .hugeNumber }
        continue
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        if number > 0 { return .hugeNumber }
      case UInt8(ascii: "."):
        if number > 0 { continue }
      case UInt8(ascii: "\""):
        isText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > Limit.depth.most { return .tooDeep }
        open = open << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0, open & 1 == (byte == UInt8(ascii: "}") ? 1 : 0) else {
          return .unbalanced
        }
        depth -= 1
        open >>= 1
        if depth == 0, index != line.count - 1 { return .unbalanced }
      default: break
      }
      number = 0
    }
    return depth == 0 && !isText ? nil : .unbalanced
  }
}

extension LineScan {
  /// Whether brackets nest no deeper than a decoder can take, whatever else is wrong. Those of a text are
  /// no nesting.
  static func isShallow(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var (depth, isText, isEscaped) = (0, false, false)
    for byte in bytes {
      if isText {
        isText = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > 256 { return false }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      default: break
      }
    }
    return true
  }
}
