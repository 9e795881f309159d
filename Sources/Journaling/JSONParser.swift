/// Reads a JSON text for `JSONText`: strictly, and yet to its end where what was meant is plain.
struct JSONParser {
  /// What is wrong and did not stop the reading, in the order of the text.
  private(set) var slips: [PlanProblem] = []
  private let bytes: [UInt8]
  private var at = 0
  private static let depth = 32
  private static let mostSlips = 1_000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(PlanProblem) -> JSONText.Node {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    try skipSpace()
    guard at < bytes.count else { throw problem(.empty) }
    let node = try value(depth: 0, path: "")
    try skipSpace()
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
      return JSONText.Node(
        start: start, value: .scalar(String(decoding: bytes[start..<at], as: UTF8.self)))
    default:
      for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return JSONText.Node(start: start, value: .scalar(word))
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
    try skipSpace()
    if take("}") { return [] }
    while true {
      let start = at
      guard peek == UInt8(ascii: "\"") else { throw problem(.expected(.key), path) }
      let key = try text(path)
      let inner = path.isEmpty ? key : path + "." + key
      if !keys.insert(key).inserted { try note(.duplicateKey(key), path, at: start) }
      try skipSpace()
      guard take(":") else { throw problem(.expected(.colon), inner) }
      try skipSpace()
      let node = try value(depth: depth + 1, path: inner)
      members.append(JSONText.Member(key: key, keyStart: start, node: node))
      let end = at
      try skipSpace()
      if take("}") { return members }
      let comma = at
      if !take(",") {
        guard peek == UInt8(ascii: "\"") else { throw problem(.expected(.commaOrBrace), path) }
        try note(.missingComma, path, at: end)
      }
      try skipSpace()
      if take("}") {
        try note(.trailingComma, path, at: comma)
        return members
      }
    }
  }

  private mutating func elements(
    _ depth: Int, _ path: String
  ) throws(PlanProblem) -> [JSONText.Node] {
    var elements: [JSONText.Node] = []
    at += 1
    try skipSpace()
    if take("]") { return [] }
    while true {
      elements.append(try value(depth: depth + 1, path: path + "[\(elements.count)]"))
      let end = at
      try skipSpace()
      if take("]") { return elements }
      let comma = at
      if !take(",") {
        guard let next = peek, "\"{[".utf8.contains(next) else {
          throw problem(.expected(.commaOrBracket), path)
        }
        try note(.missingComma, path, at: end)
      }
      try skipSpace()
      if take("]") {
        try note(.trailingComma, path, at: comma)
        return elements
      }
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
      case ..<0x20:
        try note(.controlCharacter, path, at: at)
        at += 1
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
    if high == nil, bytes[at + 1] != UInt8(ascii: "u"), bytes[at + 1] >= 0x20 {
      try note(.badEscape, path, at: at)
      at += 1
      return nil
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

  /// Goes on to what is no space. A comment, which JSON has none of, is passed over and told.
  private mutating func skipSpace() throws(PlanProblem) {
    while true {
      while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { at += 1 }
      guard peek == UInt8(ascii: "/") || peek == UInt8(ascii: "#") else { return }
      let isBlock = bytes[at...].starts(with: Array("/*".utf8))
      guard isBlock || peek == UInt8(ascii: "#") || bytes[at...].starts(with: Array("//".utf8))
      else { return }
      try note(.comment, at: at)
      if isBlock {
        at += 2
        while at < bytes.count, !bytes[at...].starts(with: Array("*/".utf8)) { at += 1 }
        at = min(at + 2, bytes.count)
      } else {
        while let byte = peek, byte != 10 { at += 1 }
      }
    }
  }

  /// Keeps what is wrong, and goes on; a text that is full of such things is read no further.
  private mutating func note(
    _ reason: PlanProblem.Reason, _ path: String = "", at offset: Int
  ) throws(PlanProblem) {
    let slip = problem(reason, path, at: offset)
    guard slips.count < Self.mostSlips else { throw slip }
    slips.append(slip)
  }

  private func problem(
    _ reason: PlanProblem.Reason, _ path: String = "", at offset: Int? = nil
  ) -> PlanProblem {
    let (line, column) = JSONText.place(of: offset ?? at, in: bytes)
    return PlanProblem(line: line, column: column, path: path, reason: reason)
  }
}
