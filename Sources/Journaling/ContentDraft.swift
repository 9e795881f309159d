import WorkshopCore

/// A file of content as a form edits it: each field as plain text in one language, so that nobody need write
/// JSON. What the form does not show stays as it was, the other languages' texts with it.
package struct ContentDraft {
  private var root: JSONText.Node
  private let shape: PlanShape
  let language: String

  /// - Parameter path: relative to the assets folder; nil where no form edits what lies there.
  package init?(_ text: String, at path: String, in language: String) {
    guard let shape = PlanShape.content(at: path), let json = try? JSONText(Array(text.utf8)) else {
      return nil
    }
    (root, self.shape, self.language) = (json.root, shape, language)
  }

  /// The file, as it is written.
  package var text: String {
    JSONPrinter.text(of: root.tidied(as: .object(shape))) + "\n"
  }

  /// A field's text: `title`, `minutes.usual`, `steps` with a line each; empty where it is missing.
  package subscript(path: String) -> String {
    get {
      switch path {
      case "columns": titles(root["board"]?["zones"]?.elements ?? [], "title")
      case "rounds": ContentRows.rounds(root["rounds"]?.elements ?? [], self)
      case "blocks": ContentRows.blocks(root["blocks"]?.elements ?? [], self)
      case "prompts":
        titles(ContentRows.placed(root["blocks"]?.elements ?? []).joined().map { $0 }, "prompt")
      case "fields": ContentRows.fields(root["fields"]?.elements ?? [], self)
      case "categories": ContentRows.piles(root["categories"]?.elements ?? [], self)
      default: plain(node(path))
      }
    }
    set {
      let lines = newValue.split(separator: "\n").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
      switch path {
      case "columns": setColumns(lines)
      case "rounds":
        put("rounds", ContentRows.rounds(lines, over: root["rounds"]?.elements ?? [], self))
      case "blocks":
        let made = ContentRows.blocks(lines, over: root["blocks"]?.elements ?? [], self)
        guard !made.blocks.isEmpty else { return }
        let ids = made.blocks.map { $0["id"] ?? JSONText.Node(.text("")) }
        put("columns", .number(made.columns))
        put("rows", .number(lines.count))
        put("order", .list(ids))
        put("mini", nil)
        put("blocks", .list(made.blocks))
      case "prompts":
        let blocks = root["blocks"]?.elements ?? []
        let order = ContentRows.placed(blocks).joined().map { plain($0["id"]) }
        let asked = Dictionary(zip(order, lines), uniquingKeysWith: { first, _ in first })
        let prompts = blocks.map { block in
          let prompt = localized(asked[plain(block["id"])] ?? "…", over: block["prompt"])
          return block.with("prompt", prompt)
        }
        put("blocks", .list(prompts))
      case "fields":
        put("fields", .list(ContentRows.fields(lines, over: root["fields"]?.elements ?? [], self)))
      case "categories":
        let old = root["categories"]?.elements ?? []
        put("categories", .list(ContentRows.piles(lines, over: old, self)))
      default: set(path.split(separator: ".").map(String.init), to: newValue, lines)
      }
    }
  }

  private func node(_ path: String) -> JSONText.Node? {
    path.split(separator: ".").reduce(Optional(root)) { $0?[String($1)] }
  }

  /// A value as one reads it.
  func plain(_ node: JSONText.Node?) -> String {
    switch node?.value {
    case .text(let text): text
    case .object(let members):
      (members.first { $0.key == language } ?? members.first)?.node.text ?? ""
    case .array(let elements): elements.map(plain).joined(separator: "\n")
    case .scalar(let word): word == "true" ? "yes" : word == "false" ? "no" : word
    case nil: ""
    }
  }

  private func titles(_ nodes: [JSONText.Node], _ key: String) -> String {
    nodes.map { plain($0[key]) }.joined(separator: "\n")
  }

  /// A text in place of another one in this language; the others' stay.
  func localized(_ text: String, over old: JSONText.Node?) -> JSONText.Node {
    guard case .object(let members) = old?.value else { return JSONText.Node(.text(text)) }
    let entry = JSONText.Member(key: language, keyStart: 0, node: JSONText.Node(.text(text)))
    return JSONText.Node(.object(members.filter { $0.key != language } + [entry]))
  }

  /// The element of a list that a line stands for: the one that says the same, else, where none is new or
  /// gone, the one at its place.
  func old(
    _ text: String, at index: Int, of count: Int, in list: [JSONText.Node],
    _ key: String? = nil
  ) -> JSONText.Node? {
    func said(_ node: JSONText.Node) -> String { plain(key.map { node[$0] } ?? node) }
    return list.first { said($0) == text }
      ?? (list.count == count && list.indices.contains(index) ? list[index] : nil)
  }

  private mutating func put(_ key: String, _ node: JSONText.Node?) { root = root.with(key, node) }

  private mutating func set(_ keys: [String], to text: String, _ lines: [String]) {
    var shape: PlanShape? = shape
    var value: PlanShape.Value?
    for key in keys {
      value = shape?.key(key)?.value
      if case .object(let next) = value { shape = next }
    }
    guard let value else { return }
    let old = node(keys.joined(separator: "."))
    let made: JSONText.Node? =
      switch value {
      case .localized: text.isEmpty ? nil : localized(text, over: old)
      case .number: Int(text).map { .number($0) }
      case .flag: text.isEmpty ? nil : text == "yes" ? .yes : .no
      case .list(.localized):
        .list(
          lines.enumerated().map { index, line in
            localized(
              line, over: self.old(line, at: index, of: lines.count, in: old?.elements ?? []))
          })
      case .list:
        .list(text.split(whereSeparator: \.isWhitespace).map { JSONText.Node(.text(String($0))) })
      default: text.isEmpty ? nil : JSONText.Node(.text(text))
      }
    root =
      keys.count > 1
      ? root.with(keys[0], (root[keys[0]] ?? [:]).with(keys[1], made)) : root.with(keys[0], made)
  }

  /// The columns of a method's own board; none: it works on whichever board there is.
  private mutating func setColumns(_ lines: [String]) {
    let board = root["board"] ?? ["columns": "zone"]
    let before = board["zones"]?.elements ?? []
    guard !lines.isEmpty else {
      // A table of risks has no columns, and is a board of its own all the same.
      if !before.isEmpty { put("board", nil) }
      return
    }
    var ids = ContentRows.Names()
    let zones = lines.enumerated().map { index, line -> JSONText.Node in
      let old = old(line, at: index, of: lines.count, in: before, "title")
      return JSONText.Node(.object([]))
        .with("id", JSONText.Node(.text(ids.id(old?["id"]?.text, line))))
        .with("title", localized(line, over: old?["title"]))
    }
    let named = board.with("id", board["id"] ?? root["id"])
      .with("title", board["title"] ?? root["title"])
      .with("question", board["question"] ?? root["question"])
    put("board", named.with("zones", .list(zones)))
  }
}

extension JSONText.Node {
  /// The same object with a key's value changed, added or, for nil, taken away.
  func with(_ key: String, _ node: JSONText.Node?) -> JSONText.Node {
    guard case .object(let members) = value else { return self }
    let new = node.map { JSONText.Member(key: key, keyStart: 0, node: $0) }
    guard let index = members.firstIndex(where: { $0.key == key }) else {
      return JSONText.Node(.object(members + (new.map { [$0] } ?? [])))
    }
    var changed = members
    changed.replaceSubrange(index...index, with: new.map { [$0] } ?? [])
    return JSONText.Node(.object(changed))
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  var trimmingSpaces: String {
    let tail = drop { $0.isWhitespace }
    return String(tail.reversed().drop { $0.isWhitespace }.reversed())
  }
}
