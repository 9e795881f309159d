import WorkshopCore

/// Lists of content as lines of text, and back: what a form has room for.
///
/// | list | a line |
/// |---|---|
/// | rounds | `Round 1: Talk 15; Change 2`: a title, then its parts with their minutes |
/// | blocks | `Strengths \| Weaknesses`: the blocks of one row of a canvas |
/// | fields | `Status: open / done`, `Effort: 1–5`, `Owner: person`, `Name`: a label, then what it takes |
/// | piles | `# Need 2`: a pile and how many of it are drawn; each line after it a card |
enum ContentRows {
  /// Ids that are given out, each once.
  struct Names {
    private var taken: Set<String> = []

    /// The id that something had, else the plain letters of its text.
    mutating func id(_ old: String?, _ text: String) -> String {
      let plain = Fold.id(of: text)
      let name = old ?? (plain.isEmpty ? "x" : plain)
      let free = ([name] + (2...999).map { "\(name)-\($0)" }).first { !taken.contains($0) } ?? name
      taken.insert(free)
      return free
    }
  }

  // MARK: Rounds

  static func rounds(_ rounds: [JSONText.Node], _ draft: ContentDraft) -> String {
    rounds.map { round(in: $0, draft) }.joined(separator: "\n")
  }

  private static func round(in node: JSONText.Node, _ draft: ContentDraft) -> String {
    let parts = (node["segments"]?.elements ?? []).map {
      "\(draft.plain($0["title"])) \(draft.plain($0["minutes"]))"
    }
    return "\(draft.plain(node["title"])): \(parts.joined(separator: "; "))"
  }

  static func rounds(
    _ lines: [String], over old: [JSONText.Node], _ draft: ContentDraft
  ) -> JSONText.Node? {
    let rounds = lines.enumerated().compactMap { index, line -> JSONText.Node? in
      if let same = old.first(where: { round(in: $0, draft) == line }) { return same }
      let halves = line.split(separator: ":", maxSplits: 1).map(\.trimmingSpaces)
      let parts = (halves.last ?? "").split(separator: ";").map(\.trimmingSpaces)
        .filter { !$0.isEmpty }
      guard let title = halves.first, !parts.isEmpty else { return nil }
      let before = draft.old(title, at: index, of: lines.count, in: old, "title")
      let segments = before?["segments"]?.elements ?? []
      let made = parts.enumerated().map { place, part -> JSONText.Node in
        let words = part.split(separator: " ")
        let minutes = words.last.flatMap { Int($0) }
        let name = minutes == nil ? part : words.dropLast().joined(separator: " ")
        let same = draft.old(name, at: place, of: parts.count, in: segments, "title")
        return (same ?? [:])
          .with("title", draft.localized(name.isEmpty ? title : name, over: same?["title"]))
          .with("minutes", .number(max(1, min(minutes ?? 5, 1440))))
      }
      let own = halves.count > 1 ? title : draft.plain(made.first?["title"])
      return (before ?? [:]).with("title", draft.localized(own, over: before?["title"]))
        .with("segments", .list(made))
    }
    return rounds.isEmpty ? nil : .list(rounds)
  }

  // MARK: Blocks

  /// A canvas's blocks row by row, each from the left.
  static func placed(_ blocks: [JSONText.Node]) -> [[JSONText.Node]] {
    func number(_ block: JSONText.Node, _ key: String) -> Int {
      block[key]?.number.flatMap { Int($0) } ?? 0
    }
    let rows = Dictionary(grouping: blocks) { number($0, "y") }
    return rows.sorted { $0.key < $1.key }.map { row in
      row.value.sorted { number($0, "x") < number($1, "x") }
    }
  }

  static func blocks(_ blocks: [JSONText.Node], _ draft: ContentDraft) -> String {
    placed(blocks).map { row in
      row.map { draft.plain($0["label"]) }.joined(separator: " | ")
    }.joined(separator: "\n")
  }

  /// Rows of blocks that tile a grid, each as wide as its neighbours.
  static func blocks(
    _ lines: [String], over old: [JSONText.Node], _ draft: ContentDraft
  ) -> (blocks: [JSONText.Node], columns: Int) {
    let rows = lines.map { line in
      line.split(separator: "|").map(\.trimmingSpaces).filter { !$0.isEmpty }
    }.filter { !$0.isEmpty && $0.count <= 9 }
    let columns = rows.reduce(1) { multiple($0, $1.count) }
    let count = rows.joined().count
    let before = Array(placed(old).joined())
    var names = Names()
    var index = 0
    var made: [JSONText.Node] = []
    for (y, row) in rows.enumerated() {
      let width = columns / row.count
      for (x, label) in row.enumerated() {
        let same = draft.old(label, at: index, of: count, in: before, "label")
        index += 1
        made.append(
          (same ?? [:])
            .with("id", JSONText.Node(.text(names.id(same?["id"]?.text, label))))
            .with("label", draft.localized(label, over: same?["label"])).with("short", nil)
            .with("prompt", same?["prompt"] ?? JSONText.Node(.text("…")))
            .with("x", .number(x * width)).with("y", .number(y)).with("width", .number(width))
            .with("height", .number(1)))
      }
    }
    return (made, columns)
  }

  /// The least number that both divide.
  private static func multiple(_ a: Int, _ b: Int) -> Int {
    var (x, y) = (a, b)
    while y > 0 { (x, y) = (y, x % y) }
    return a / x * b
  }

  // MARK: Fields

  /// What a field takes that is neither a line nor a choice nor a scale, in each language's word.
  private static let kinds = [
    "text": ["fr": "texte", "hu": "szöveg"], "date": ["hu": "dátum"],
    "person": ["fr": "personne", "hu": "személy"], "number": ["fr": "nombre", "hu": "szám"],
  ]
  private static let meanings = Dictionary(
    kinds.flatMap { kind, words in words.values.map { (NearMiss.key($0), kind) } },
    uniquingKeysWith: { first, _ in first })

  static func fields(_ fields: [JSONText.Node], _ draft: ContentDraft) -> String {
    fields.map { said(of: $0, draft) }.joined(separator: "\n")
  }

  private static func said(of field: JSONText.Node, _ draft: ContentDraft) -> String {
    let label = draft.plain(field["label"])
    let ends = ["minimum", "maximum"].map { draft.plain(field[$0]) }
    switch field["type"]?.text {
    case "choice":
      let choices = (field["choices"]?.elements ?? []).map { draft.plain($0["label"]) }
      return "\(label): \(choices.joined(separator: " / "))"
    case "scale" where !ends[0].isEmpty, "number" where !ends[0].isEmpty:
      return "\(label): \(ends[0])–\(ends[1])"
    case "line", nil: return label
    case let kind?: return "\(label): \(kinds[kind]?[draft.language] ?? kind)"
    }
  }

  static func fields(
    _ lines: [String], over old: [JSONText.Node], _ draft: ContentDraft
  ) -> [JSONText.Node] {
    var names = Names()
    return lines.enumerated().map { index, line -> JSONText.Node in
      if let same = old.first(where: { said(of: $0, draft) == line }),
        (same["id"]?.text == Card.text) == (index == 0)
      {
        _ = names.id(same["id"]?.text, line)
        return same
      }
      let halves = line.split(separator: ":", maxSplits: 1).map(\.trimmingSpaces)
      let label = halves.first ?? line
      let same = draft.old(label, at: index, of: lines.count, in: old, "label")
      let id = index == 0 ? Card.text : same?["id"]?.text
      let field = (same ?? [:]).with("id", JSONText.Node(.text(names.id(id, label))))
        .with("label", draft.localized(label, over: same?["label"]))
      return typed(field, halves.count > 1 ? halves[1] : "", draft)
    }
  }

  private static func typed(
    _ field: JSONText.Node, _ kind: String, _ draft: ContentDraft
  ) -> JSONText.Node {
    let plain = ["choices", "minimum", "maximum"].reduce(field) { $0.with($1, nil) }
    let ends = kind.split { !$0.isNumber }.compactMap { Int($0) }
    if kind.contains("/") {
      let labels = kind.split(separator: "/").map(\.trimmingSpaces).filter { !$0.isEmpty }
      let before = field["choices"]?.elements ?? []
      var names = Names()
      let choices = labels.enumerated().map { index, label -> JSONText.Node in
        let same = draft.old(label, at: index, of: labels.count, in: before, "label")
        return (same ?? [:]).with("id", JSONText.Node(.text(names.id(same?["id"]?.text, label))))
          .with("label", draft.localized(label, over: same?["label"]))
      }
      return plain.with("type", "choice").with("choices", .list(choices))
    }
    if ends.count == 2, ends[0] < ends[1] {
      return plain.with("type", "scale").with("minimum", .number(ends[0]))
        .with("maximum", .number(ends[1]))
    }
    if kind.isEmpty { return plain.with("type", "line") }
    // A card's board is not said here.
    if kind == "card", field["type"]?.text == "card" { return field }
    let type = NearMiss.of(kind, among: kinds.keys.sorted(), meaning: meanings)
    return plain.with("type", JSONText.Node(.text(type ?? "line")))
  }

  // MARK: Piles

  static func piles(_ piles: [JSONText.Node], _ draft: ContentDraft) -> String {
    piles.map { pile in
      let cards = (pile["cards"]?.elements ?? []).map { draft.plain($0["text"]) }
      return (["# \(draft.plain(pile["label"])) \(draft.plain(pile["full"]))"] + cards)
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  static func piles(
    _ lines: [String], over old: [JSONText.Node], _ draft: ContentDraft
  ) -> [JSONText.Node] {
    let starts = lines.indices.filter { lines[$0].hasPrefix("#") }
    var names = Names()
    // A card is known by its id alone, whatever pile it is in.
    var cards = Names()
    return starts.enumerated().map { index, start -> JSONText.Node in
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      var words = lines[start].drop { $0 == "#" || $0 == " " }.split(separator: " ")
      let drawn = words.last.flatMap { Int($0) }
      if drawn != nil { words.removeLast() }
      let label = words.isEmpty ? "\(index + 1)" : words.joined(separator: " ")
      let same = draft.old(label, at: index, of: starts.count, in: old, "label")
      let before = same?["cards"]?.elements ?? []
      let texts = Array(lines[(start + 1)..<end])
      let made = texts.enumerated().map { place, text -> JSONText.Node in
        let card = draft.old(text, at: place, of: texts.count, in: before, "text")
        let name = card?["id"]?.text ?? "own-\(text)"
        return (card ?? [:]).with("id", JSONText.Node(.text(cards.id(card?["id"]?.text, name))))
          .with("text", draft.localized(text, over: card?["text"]))
      }
      let full = min(max(0, drawn ?? 1), made.count)
      func count(_ key: String) -> JSONText.Node {
        .number(min(full, same?[key]?.number.flatMap { Int($0) } ?? 1))
      }
      return (same ?? [:]).with("id", JSONText.Node(.text(names.id(same?["id"]?.text, label))))
        .with("label", draft.localized(label, over: same?["label"]))
        .with("full", .number(full)).with("short", count("short")).with("express", count("express"))
        .with("cards", .list(made))
    }
  }
}
