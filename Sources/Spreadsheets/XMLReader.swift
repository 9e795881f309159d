/// Reads the XML of a spreadsheet, a piece at a time.
///
/// Of XML only what spreadsheets are written in: UTF-8, elements, attributes, text. What a file could do
/// harm with is not known here: no document type, so no entity but the five that XML itself has.
/// Foundation's parser would bring libxml2 and its ICU along, 50 MB in a program that stands alone.
struct XMLReader {
  enum Piece: Equatable {
    /// Names are without their prefix: `table:table-row` is `table-row`.
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  /// An element that ends where it begins.
  private var isEmpty = false

  /// Deeper than any spreadsheet is.
  private static let deepest = 200

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The next piece; nil at the end, where everything that was begun has ended.
  mutating func next() throws(SheetError) -> Piece? {
    if isEmpty, let name = open.popLast() {
      isEmpty = false
      return .end(name)
    }
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return .text(text()) }
      if begins(with: "<!--") {
        try pass("-->")
      } else if begins(with: "<![CDATA[") {
        at += 9
        let start = at
        try pass("]]>")
        return .text(String(decoding: bytes[start..<at - 3], as: UTF8.self))
      } else if begins(with: "<?") {
        try pass("?>")
      } else if begins(with: "<!") {
        throw .damaged
      } else {
        return try tag()
      }
    }
    guard open.isEmpty else { throw .damaged }
    return nil
  }

  private func begins(with mark: StaticString) -> Bool {
    guard at + mark.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<mark.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == mark.utf8Start[$0] }
  }

  private mutating func pass(_ mark: StaticString) throws(SheetError) {
    while at < bytes.count, !begins(with: mark) { at += 1 }
    guard at < bytes.count else { throw .damaged }
    at += mark.utf8CodeUnitCount
  }

  private mutating func text() -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return Self.plain(bytes[start..<at])
  }

  private mutating func tag() throws(SheetError) -> Piece {
    at += 1
    let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let name = name()
    guard !name.isEmpty else { throw .damaged }
    if isEnd {
      try pass(">")
      guard open.popLast() == name else { throw .damaged }
      return .end(name)
    }
    let attributes = try attributes()
    open.append(name)
    guard open.count < Self.deepest else { throw .damaged }
    return .start(name, attributes)
  }

  /// Up to the end of the tag; of two attributes that differ by their prefix alone the first counts.
  private mutating func attributes() throws(SheetError) -> [String: String] {
    var found: [String: String] = [:]
    while true {
      spaces()
      guard at < bytes.count else { throw .damaged }
      switch bytes[at] {
      case UInt8(ascii: ">"):
        at += 1
        return found
      case UInt8(ascii: "/"):
        at += 1
        isEmpty = true
      default:
        let name = name()
        spaces()
        guard !name.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
          throw .damaged
        }
        at += 1
        spaces()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
        else { throw .damaged }
        let (quote, start) = (bytes[at], at + 1)
        at += 1
        while at < bytes.count, bytes[at] != quote { at += 1 }
        guard at < bytes.count else { throw .damaged }
        if found[name] == nil { found[name] = Self.plain(bytes[start..<at]) }
        at += 1
      }
    }
  }

  private mutating func spaces() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// A name without its prefix.
  private mutating func name() -> String {
    var start = at
    while at < bytes.count, bytes[at] > 0x20, !"<>/='\"".utf8.contains(bytes[at]) {
      at += 1
      if bytes[at - 1] == UInt8(ascii: ":") { start = at }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// A text with what `&` stands for put in; what is none of XML's own stays as it is.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result = String.UnicodeScalarView()
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let meant = meaning(String(rest[..<end]))
      else {
        result.append(scalar)
        continue
      }
      result.append(meant)
      rest = rest[rest.index(after: end)...]
    }
    return String(result)
  }

  private static func meaning(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default:
      name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        : name.hasPrefix("#")
          ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}
