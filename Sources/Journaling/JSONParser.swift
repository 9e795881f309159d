/// Reads a JSON text for `JSONText`: strictly, and yet as far as it is plain what was meant.
struct JSONParser {
  /// Something that is no JSON, at a byte of the text.
  struct Slip {
    let offset: Int
    let path: String
    let reason: PlanProblem.Reason
    var suggestion: String?
  }

  /// What is wrong, in the order in which it was met.
  private(set) var slips: [Slip] = []
  /// Nothing can be made of what comes after the last slip.
  private(set) var isCut = false
  /// Something does come after it.
  var hasRest: Bool { isCut && bytes[at...].contains { $0 > 32 } }
  let bytes: [UInt8]
  /// The byte that is read next.
  var at = 0
  /// A text in another encoding is told once.
  var isForeign = false
  private static let depth = 32
  private static let mostSlips = 1_000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The whole text; null where nothing can be made of it.
  mutating func document() -> JSONText.Node {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    let nothing = JSONText.Node(start: at, value: .scalar("null"))
    guard !bytes.prefix(512).contains(0), !Self.marks.contains(where: bytes.starts) else {
      stop(.utf16)
      return nothing
    }
    skipSpace()
    guard at < bytes.count else {
      if !isCut { stop(.empty) }
      return nothing
    }
    let node = value(depth: 0, path: "") ?? nothing
    skipSpace()
    if at < bytes.count, !isCut { stop(.afterEnd) }
    return node
  }

  /// The marks that begin a text in UTF-16.
  private static let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]

  // MARK: Values

  private mutating func value(depth: Int, path: String) -> JSONText.Node? {
    guard depth <= Self.depth else {
      stop(.tooDeep, path)
      return nil
    }
    let start = at
    func node(_ value: JSONText.Value) -> JSONText.Node {
      JSONText.Node(start: start, value: value)
    }
    switch peek ?? 0 {
    case UInt8(ascii: "{"): return node(.object(members(depth, path)))
    case UInt8(ascii: "["): return node(.array(elements(depth, path)))
    case UInt8(ascii: "\""): return node(.text(text(path)))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return node(.scalar(number(path)))
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      note(.expected(.value), path, at: at)
      return node(.scalar("null"))
    case 0, UInt8(ascii: ":"):
      stop(.expected(.value), path)
      return nil
    default:
      for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return node(.scalar(word))
      }
      if depth == 0 {
        stop(.wrongKind(.object))
        return nil
      }
      if let text = textInOtherQuotes(path) { return node(.text(text)) }
      return node(bare(path))
    }
  }

  /// A text or a word without quotes.
  private mutating func bare(_ path: String) -> JSONText.Value {
    let start = at
    while let byte = peek, !",}]\"\n".utf8.contains(byte) { at += 1 }
    while at > start + 1, bytes[at - 1] <= 32 { at -= 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if let flag = Guess.flag(JSONText.Node(.text(word))) {
      note(.expected(.value), path, at: start, suggestion: flag)
      return .scalar(flag)
    }
    note(.quotes, path, at: start)
    return .text(word)
  }

  private mutating func members(_ depth: Int, _ path: String) -> [JSONText.Member] {
    var members: [JSONText.Member] = []
    var keys: Set<String> = []
    at += 1
    skipSpace()
    if take("}") { return [] }
    while !isCut {
      let start = at
      guard let key = key(path) else {
        stop(.expected(.key), path)
        break
      }
      let inner = path.isEmpty ? key : path + "." + key
      if !keys.insert(key).inserted { note(.duplicateKey(key), path, at: start) }
      skipSpace()
      guard colon(inner) else { break }
      skipSpace()
      guard let node = value(depth: depth + 1, path: inner) else { break }
      members.append(JSONText.Member(key: key, keyStart: start, node: node))
      if isCut { break }
      let end = at
      skipSpace()
      if take("}") { break }
      let comma = at
      if take(";") {
        note(.expected(.commaOrBrace), path, at: comma)
      } else if !take(",") {
        if peek == UInt8(ascii: "]") {
          // The bracket belongs to the list around.
          note(.expected(.brace), path, at: at)
          break
        }
        guard peek == UInt8(ascii: "\"") else {
          stop(.expected(.commaOrBrace), path)
          break
        }
        note(.missingComma, path, at: end)
      }
      skipSpace()
      if take("}") {
        note(.trailingComma, path, at: comma)
        break
      }
      if peek == UInt8(ascii: "{") {
        // The next element of the list around begins.
        note(.expected(.brace), path, at: at)
        at = comma
        break
      }
    }
    return members
  }

  private mutating func key(_ path: String) -> String? {
    guard let byte = peek else { return nil }
    if byte == UInt8(ascii: "\"") { return text(path) }
    if let text = textInOtherQuotes(path) { return text }
    let start = at
    while let byte = peek,
      byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || Character(Unicode.Scalar(byte)).isLetter || (0x30...0x39).contains(byte)
    { at += 1 }
    guard at > start else { return nil }
    note(.expected(.key), path, at: start)
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func colon(_ path: String) -> Bool {
    if take(":") { return true }
    guard let byte = peek, "=\"{[-0123456789tfn".utf8.contains(byte) else {
      stop(.expected(.colon), path)
      return false
    }
    note(.expected(.colon), path, at: at)
    if take("=") { _ = take(">") }
    return true
  }

  private mutating func elements(_ depth: Int, _ path: String) -> [JSONText.Node] {
    var elements: [JSONText.Node] = []
    at += 1
    skipSpace()
    if take("]") { return [] }
    while !isCut {
      guard let node = value(depth: depth + 1, path: path + "[\(elements.count)]") else { break }
      elements.append(node)
      if isCut { break }
      let end = at
      skipSpace()
      if take("]") { break }
      let comma = at
      if take(";") {
        note(.expected(.commaOrBracket), path, at: comma)
      } else if !take(",") {
        if peek == UInt8(ascii: "}") {
          // The brace belongs to the object around.
          note(.expected(.bracket), path, at: at)
          break
        }
        guard let next = peek, "\"{[-0123456789".utf8.contains(next) else {
          stop(.expected(.commaOrBracket), path)
          break
        }
        note(.missingComma, path, at: end)
      }
      skipSpace()
      if take("]") {
        note(.trailingComma, path, at: comma)
        break
      }
    }
    return elements
  }

  /// A number as it was written; null when it is none.
  private mutating func number(_ path: String) -> String {
    let start = at
    if peek == UInt8(ascii: "-") { at += 1 }
    let whole = digits()
    var isNumber = whole > 0 && (whole == 1 || bytes[at - whole] != UInt8(ascii: "0"))
    if peek == UInt8(ascii: ".") {
      at += 1
      isNumber = digits() > 0 && isNumber
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      isNumber = digits() > 0 && isNumber
    }
    let end = at
    while let byte = peek, byte >= 0x80 || !" \t\r\n,:}]{[\"/#;".utf8.contains(byte) { at += 1 }
    if isNumber, at == end { return String(decoding: bytes[start..<at], as: UTF8.self) }
    note(.badNumber, path, at: start)
    return "null"
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
    return at - start
  }
}

// Going on.

extension JSONParser {
  var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  /// Goes on to what is no space. A comment, which JSON has none of, is passed over and told.
  private mutating func skipSpace() {
    while !isCut {
      while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { at += 1 }
      let isBlock = bytes[at...].starts(with: "/*".utf8)
      guard isBlock || peek == UInt8(ascii: "#") || bytes[at...].starts(with: "//".utf8)
      else { return }
      note(.comment, at: at)
      if isBlock {
        at += 2
        while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at += 1 }
        at = min(at + 2, bytes.count)
      } else {
        while let byte = peek, byte != 10 { at += 1 }
      }
    }
  }

  /// Keeps what is wrong; a text that is full of such things is read no further.
  mutating func note(
    _ reason: PlanProblem.Reason, _ path: String = "", at offset: Int, suggestion: String? = nil
  ) {
    if let last = slips.last, last.offset == offset { return }
    slips.append(Slip(offset: offset, path: path, reason: reason, suggestion: suggestion))
    if slips.count >= Self.mostSlips { isCut = true }
  }

  /// Keeps what is wrong, and reads no further.
  private mutating func stop(_ reason: PlanProblem.Reason, _ path: String = "") {
    guard !isCut else { return }
    note(reason, path, at: at)
    isCut = true
  }
}
