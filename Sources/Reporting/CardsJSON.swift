/// The cards of a `StateDocument` as JSON text: what an encoder with indentation and sorted keys writes,
/// made directly, for there may be a hundred thousand.
struct CardsJSON {
  private(set) var bytes: [UInt8] = []
  private var depth: Int
  private var isFirst = true

  /// - Parameter depth: of the list's brackets.
  init(depth: Int) {
    self.depth = depth
    begin("[")
  }

  mutating func add(_ card: StateDocument.Card) {
    next()
    begin("{")
    member("added", card.added)
    member("author", card.author)
    member("board", card.board)
    member("by", card.by)
    members("fields", card.fields) { $0.string($1) }
    member("gone", word: card.gone ? "true" : "false")
    member("id", card.id)
    members("members", card.members) { $0.list($1) { $0.string($1) } }
    if let own = card.ownVoices { member("ownVoices", word: String(own)) }
    members("rivals", card.rivals) { json, rivals in
      json.list(rivals) { json, rival in
        json.begin("{")
        json.member("by", rival.by)
        json.member("text", rival.text)
        json.end("}")
      }
    }
    member("table", card.table)
    member("text", card.text)
    member("theme", card.theme)
    member("voices", word: String(card.voices))
    member("zone", card.zone)
    end("}")
  }

  /// What was written since the last time.
  mutating func taken() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the list.
  mutating func close() { end("]") }

  // MARK: Shapes

  private mutating func begin(_ bracket: Unicode.Scalar) {
    append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: Unicode.Scalar) {
    depth -= 1
    if isFirst { append("\n") }
    line()
    append(bracket)
    isFirst = false
  }

  /// Begins a line for another member of the list or object.
  private mutating func next() {
    if !isFirst { append(",") }
    isFirst = false
    line()
  }

  private mutating func line() {
    append("\n")
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  private mutating func key(_ name: String) {
    next()
    string(name)
    bytes += " : ".utf8
  }

  private mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// - Parameter word: a number or a truth value.
  private mutating func member(_ name: String, word: String) {
    key(name)
    bytes += word.utf8
  }

  private mutating func members<Value>(
    _ name: String, _ all: [String: Value], _ write: (inout Self, Value) -> Void
  ) {
    key(name)
    begin("{")
    for (name, value) in all.sorted(by: { $0.key < $1.key }) {
      key(name)
      write(&self, value)
    }
    end("}")
  }

  private mutating func list<Value>(_ all: [Value], _ write: (inout Self, Value) -> Void) {
    begin("[")
    for value in all {
      next()
      write(&self, value)
    }
    end("]")
  }

  // MARK: Texts

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes += String(Character(scalar)).utf8
    }
  }

  /// A text in quotes; what is not seen stands as `\uXXXX`.
  private mutating func string(_ text: String) {
    append("\"")
    let isPlain = text.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      bytes += text.utf8
    } else {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\":
          append("\\")
          append(scalar)
        case "\n": bytes += "\\n".utf8
        case "\r": bytes += "\\r".utf8
        case "\t": bytes += "\\t".utf8
        case "\u{08}": bytes += "\\b".utf8
        case "\u{0C}": bytes += "\\f".utf8
        case _ where Report.isVisible(scalar): append(scalar)
        default: bytes += StateDocument.escaped(scalar).utf8
        }
      }
    }
    append("\"")
  }
}
