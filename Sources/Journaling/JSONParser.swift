/// Reads a JSON text strictly, for `JSONText`.
struct JSONParser {
  private let bytes: [UInt8]
  private var at = 0
  private static let depth = 32

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(PlanProblem) -> JSONText.Node {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipSpace()
    guard at < bytes.count else { throw problem(.empty) }
    let node = try value(depth: 0, path: "")
    skipSpace()
    guard at == bytes.count else { throw problem(.afterEnd) }
    return node
  }

  private mutating func value(depth: Int, path: String) throws(PlanProblem) -> JSONText.Node {
    guard depth <= Self.depth else { throw problem(.tooDeep, path) }
    let start = at
    switch at < bytes.count ? bytes[at] : 0 {
    case UInt8(ascii: "{"):
      return JSONText.Node(start: start, value: .object(try members(depth, path)))
    case UInt8(ascii: "["):
      return JSONText.Node(start: start, value: .array(try elements(depth, path)))
    case UInt8(ascii: "\""):
      return JSONText.Node(start: start, value: .text(try text(path)))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(path)
      return JSONText.Node(start: start, value: .scalar(start..<at))
    default:
      for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return JSONText.Node(start: start, value: .scalar(start..<at))
      }
      throw problem(.expected(.value), path)
    }
  }

  private mutating func members(
    _ depth: Int, _ path: String
  ) throws(PlanProblem) -> [JSONText.Member] {
    var members: [JSONText.Member] = []
    var keys: Set<String> = []
    at += 1
    skipSpace()
    if take("}") { return [] }
    while true {
      let start = at
      guard peek == UInt8(ascii: "\"") else { throw problem(.expected(.key), path) }
      let key = try text(path)
      let inner = path.isEmpty ? key : path + "." + key
      guard keys.insert(key).inserted else { throw problem(.duplicateKey(key), path, at: start) }
      skipSpace()
      guard take(":") else { throw problem(.expected(.colon), inner) }
      skipSpace()
      let node = try value(depth: depth + 1, path: inner)
      members.append(JSONText.Member(key: key, keyStart: start, node: node))
      skipSpace()
      if take("}") { return members }
      let comma = at
      guard take(",") else { throw problem(.expected(.commaOrBrace), path) }
      skipSpace()
      if peek == UInt8(ascii: "}") { throw problem(.trailingComma, path, at: comma) }
    }
  }

  private mutating func elements(
    _ depth: Int, _ path: String
  ) throws(PlanProblem) -> [JSONText.Node] {
    var elements: [JSONText.Node] = []
    at += 1
    skipSpace()
    if take("]") { return [] }
    while true {
      elements.append(try value(depth: depth + 1, path: path + "[\(elements.count)]"))
      skipSpace()
      if take("]") { return elements }
      let comma = at
      guard take(",") else { throw problem(.expected(.commaOrBracket), path) }
      skipSpace()
      if peek == UInt8(ascii: "]") { throw problem(.trailingComma, path, at: comma) }
    }
  }

  private mutating func text(_ path: String) throws(PlanProblem) -> String {
    let start = at
    var units: [UInt8] = []
    var high: UInt32?
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if high != nil, byte != UInt8(ascii: "\\") { throw problem(.badEscape, path) }
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        guard let text = String(validating: units, as: UTF8.self) else {
          throw problem(.notUTF8, path, at: start)
        }
        return text
      case UInt8(ascii: "\\"):
        let scalar = try escape(path, after: &high)
        if let scalar { units += Array(String(Character(scalar)).utf8) }
      case 10: throw problem(.unfinishedText, path, at: start)
      case ..<0x20: throw problem(.controlCharacter, path)
      default:
        units.append(byte)
        at += 1
      }
    }
    throw problem(.unfinishedText, path, at: start)
  }

  /// One escape; nil after the first half of a surrogate pair, which `high` then holds.
  private mutating func escape(
    _ path: String, after high: inout UInt32?
  ) throws(PlanProblem) -> Unicode.Scalar? {
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    guard at + 1 < bytes.count else { throw problem(.badEscape, path) }
    if high == nil, let byte = plain[bytes[at + 1]] {
      at += 2
      return Unicode.Scalar(byte)
    }
    guard bytes[at + 1] == UInt8(ascii: "u"), at + 6 <= bytes.count,
      bytes[(at + 2)..<(at + 6)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
    else { throw problem(.badEscape, path) }
    if let first = high {
      guard (0xDC00...0xDFFF).contains(unit) else { throw problem(.badEscape, path) }
      at += 6
      high = nil
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00))
    }
    if (0xD800...0xDBFF).contains(unit) {
      at += 6
      high = unit
      return nil
    }
    guard let scalar = Unicode.Scalar(unit) else { throw problem(.badEscape, path) }
    at += 6
    return scalar
  }

  private mutating func number(_ path: String) throws(PlanProblem) {
    let start = at
    func bad() -> PlanProblem { problem(.badNumber, path, at: start) }
    if peek == UInt8(ascii: "-") { at += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else { throw bad() }
    if peek == UInt8(ascii: ".") {
      at += 1
      guard digits() > 0 else { throw bad() }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      guard digits() > 0 else { throw bad() }
    }
    if let next = peek, Character(Unicode.Scalar(next)).isLetter { throw bad() }
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
    return at - start
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { at += 1 }
  }

  private func problem(
    _ reason: PlanProblem.Reason, _ path: String = "", at offset: Int? = nil
  ) -> PlanProblem {
    let (line, column) = JSONText.place(of: offset ?? at, in: bytes)
    return PlanProblem(line: line, column: column, path: path, reason: reason)
  }
}
