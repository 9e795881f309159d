/// A bracketed paste while it arrives.
struct PasteBuffer {
  private var bytes: [UInt8] = []

  /// The most that is held of one paste: 64 MiB.
  private static let most = 64 << 20

  /// What ends a paste: ESC [ 201 ~
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Takes bytes up to the end of the paste or of what is there. A beginning of the end mark at
  /// the end of the bytes is left for the next time.
  mutating func take(_ more: ArraySlice<UInt8>) -> (taken: Int, ended: Bool) {
    var index = more.startIndex
    while index < more.endIndex {
      if let escape = more[index...].firstIndex(of: 0x1B) {
        keep(more[index..<escape])
        let tail = more[escape...].prefix(Self.end.count)
        if tail.elementsEqual(Self.end) {
          return (escape + Self.end.count - more.startIndex, true)
        }
        if tail.count < Self.end.count, Self.end.starts(with: tail) {
          return (escape - more.startIndex, false)
        }
        keep(more[escape...escape])
        index = escape + 1
      } else {
        keep(more[index...])
        index = more.endIndex
      }
    }
    return (more.count, false)
  }

  /// The paste and, when it was longer than the limit, the rest of it, which begins with a line or else
  /// with a character. Line ends as "\n".
  var keys: [Key] {
    guard bytes.count > Key.pasteLimit else { return [.paste(Self.text(bytes[...]))] }
    let head = bytes.prefix(Key.pasteLimit)
    let lineEnd = head.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 }
    let character = head.lastIndex { $0 & 0xC0 != 0x80 }
    let cut = lineEnd ?? character ?? head.endIndex
    return [.paste(Self.text(bytes[..<cut])), .pasteCut(Self.text(bytes[cut...]))]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      defer { previous = byte }
      if byte == 0x0A, previous == 0x0D { continue }
      lines.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: lines, as: UTF8.self)
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    bytes.append(contentsOf: more.prefix(max(0, Self.most - bytes.count)))
  }
}
