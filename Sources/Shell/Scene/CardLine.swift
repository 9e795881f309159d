import Languages
import Terminal
package import WorkshopCore

/// A typed text as a card: its words, and what `#theme`, `@name`, `&what` and `>date` in it say.
package struct CardLine: Equatable {
  package var text: String
  package var fields: [String: String]
  /// Names that several people have, with those people: they stay as they were typed.
  package private(set) var unclear: [(name: String, people: [String])] = []

  package static func == (a: CardLine, b: CardLine) -> Bool {
    a.text == b.text && a.fields == b.fields
  }

  /// Reads a text for a board; its line breaks stay. A word that names nothing known stays in the text.
  ///
  /// `@name` is an author, or the owner where cards have one and a helper after that; `@3` is a table;
  /// `&name` is what it is for: a project where cards have one, else a persona; a step whose owner is in a
  /// project is that project's where nobody says otherwise. `>date` is when it is due, where cards have a
  /// due date.
  package init(_ typed: String, on board: Board, _ scene: Scene) {
    let sheet = scene.sheet(of: board)
    var marks = Marks(fieldsOfSheet: Set(sheet?.fields.map(\.id) ?? []), scene: scene)
    let rows = Text.sanitised(typed, newlines: true).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { row in
      var words: [String] = []
      // Brackets that opened before a mark, until another mark closes them.
      var opened = ""
      var tail = MarkedWord.parted(row).split { $0 == " " || $0 == "\t" }[...]
      while let typed = tail.popFirst() {
        let word = MarkedWord(typed)
        // Between words of a sentence a name that nobody has is one of them.
        let isAmidst = !words.isEmpty && tail.contains { !MarkedWord($0).isMark }
        guard let more = marks.take(word, then: tail, isAmidst: isAmidst) else {
          words.append(opened + typed)
          opened = ""
          continue
        }
        tail = tail.dropFirst(more)
        // The mark goes, what ends its part of the sentence stays.
        let end = word.end(beforeText: isAmidst, &opened)
        if let last = words.indices.last, !end.isEmpty,
          words[last].last?.isPunctuation == false || end.first == ")"
        {
          words[last] += end
        }
      }
      return words.joined(separator: " ")
    }
    text = rows.joined(separator: "\n").trimmed
    fields = marks.fields
    unclear = marks.unclear
    if fields[Card.project] == nil, let project = scene.project(of: fields["owner"], sheet) {
      fields[Card.project] = project
    }
    if fields[Scene.about] == nil, let subject = scene.subject(on: board) {
      fields[Scene.about] = subject.card.id
      fields[Scene.block] = subject.block
    }
    // A card without a text would be an empty box: marks alone are somebody's words.
    if text.isEmpty { (text, fields) = (Text.sanitised(typed, newlines: true).trimmed, [:]) }
  }

  package func event(on board: Board) -> Event {
    .cardAdded(board: board.id, text: text, fields: fields.isEmpty ? nil : fields)
  }

  /// The day that a word and some of those after it name, and how many of those: “in 2 weeks” is three
  /// words. What may be several days is kept as it was typed, of what is none the first word.
  fileprivate static func due(
    _ first: String, then rest: ArraySlice<Substring>, _ scene: Scene
  ) -> (text: String, count: Int) {
    var unclear: (String, Int)?
    for count in (0...min(4, rest.count)).reversed() {
      let words = [first] + rest.prefix(count).map(String.init)
      guard !words.contains(where: { $0.hasPrefix("@") || $0.hasPrefix("#") }) else { continue }
      let text = words.joined(separator: " ")
      switch DueDate(text, from: scene.today, in: scene.language) {
      case .day(let day): return (day.iso, count)
      case .unclear: unclear = unclear ?? (text, count)
      case .unreadable: break
      }
    }
    return unclear ?? (first, 0)
  }

  /// A word of a typed text that begins with `#` or `&` and names nothing here; nil where all is known, or
  /// there is nothing that it could name.
  package static func unknown(_ typed: String, on board: Board, _ scene: Scene) -> String? {
    let text = CardLine(typed, on: board, scene).text
    let hasNames = scene.hasProjects(on: board) || !scene.namedPersonas.isEmpty
    return text.split(whereSeparator: \.isWhitespace).map(String.init).first { word in
      let name = word.dropFirst()
      // `#1`, and a theme beyond the one that a card has, are text.
      guard name.first?.isLetter == true else { return false }
      switch word.first {
      case "#":
        return !scene.workshop.themes.isEmpty && theme(MarkedWord(word[...]).name, scene) == nil
      case "&": return hasNames
      default: return false
      }
    }
  }

  /// The theme whose id or name begins like a word.
  package static func theme(_ word: String, _ scene: Scene) -> Theme? {
    let wanted = Fold.plain(word).replacing(" ", with: "-")
    guard !wanted.isEmpty else { return nil }
    // Who writes the whole of it means no longer one.
    let whole = scene.workshop.themes.first { theme in
      Fold.plain(theme.id) == wanted
        || Fold.plain(scene.say(theme.name)).replacing(" ", with: "-") == wanted
    }
    return whole
      ?? scene.workshop.themes.first { theme in
        Fold.plain(theme.id).hasPrefix(wanted)
          || Fold.plain(scene.say(theme.name)).replacing(" ", with: "-").hasPrefix(wanted)
      }
  }

  /// The people whom a word names: by first name, surname, their beginnings or first letters.
  static func people(_ word: String, _ scene: Scene) -> [Card] {
    named(word, among: scene.workshop.people, by: \.text)
  }

  /// The project whose name, or a part of it, begins like a word.
  static func project(_ word: String, _ scene: Scene) -> Card? {
    named(word, among: scene.workshop.projects, by: \.text).first
  }

  /// The persona whose name, or a part of it, begins like a word.
  static func persona(_ word: String, _ scene: Scene) -> Card? {
    named(word, among: scene.namedPersonas, by: Self.shortName).first
  }

  private static func named(
    _ word: String, among cards: [Card], by name: (Card) -> String
  ) -> [Card] {
    let names = cards.map { Reading.Name($0.id, own: [name($0)]) }
    switch Reading(word, among: names, by: .anyWord) {
    case .one(let id): return cards.filter { $0.id == id }
    case .several(let ids): return cards.filter { ids.contains($0.id) }
    case .none: return []
    }
  }

  /// A persona's name without the age and the trade that may follow it.
  package static func shortName(_ persona: Card) -> String {
    persona.text.prefix { $0 != "," && !$0.isNewline }.description.trimmed
  }

  /// Words that would complete the one being typed.
  package static func completions(_ head: String, _ scene: Scene) -> [String] {
    guard
      let word = head.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace).last,
      let mark = word.first
    else { return [] }
    let wanted = Fold.plain(String(word.dropFirst()))
    let begins = { (name: String) in
      wanted.isEmpty || Fold.plain(name).hasPrefix(wanted)
        || Fold.plain(name).split(separator: "-").contains { $0.hasPrefix(wanted) }
    }
    let names: [String]
    switch mark {
    case "#": names = scene.workshop.themes.map(\.id).filter { Fold.plain($0).hasPrefix(wanted) }
    case "@":
      names = scene.workshop.people.map { $0.text.replacing(" ", with: "-") }.filter(begins)
    case "&":
      let projects =
        scene.hasProjects(on: scene.lineBoard) ? scene.workshop.projects.map(\.text) : []
      names = (projects + scene.namedPersonas.map(shortName))
        .map { $0.replacing(" ", with: "-") }.filter { !$0.isEmpty && begins($0) }
    default: names = []
    }
    // What is complete already is not completed.
    return names.contains { Fold.plain($0) == wanted } ? [] : names.map { String(mark) + $0 }
  }
}

/// What the marks in a typed text say, gathered word by word.
private struct Marks {
  let fieldsOfSheet: Set<String>
  let scene: Scene
  var fields: [String: String] = [:]
  var unclear: [(name: String, people: [String])] = []

  /// Takes a word that is a mark, and tells how many of the words after it belong to it; nil when it is
  /// part of the text.
  mutating func take(
    _ word: MarkedWord, then tail: ArraySlice<Substring>, isAmidst: Bool
  ) -> Int? {
    let rest = word.name
    guard !rest.isEmpty else { return word.mark == ">" ? apart(tail) : nil }
    switch word.mark {
    case "#":
      guard let theme = CardLine.theme(rest, scene) else { return nil }
      // A card has one theme: a further one stays where it was typed.
      guard fields[Card.theme] == nil || fields[Card.theme] == theme.id else { return nil }
      fields[Card.theme] = theme.id
    case "@":
      if isAmidst, !isKnown(rest) { return nil }
      who(rest)
    case "&":
      if fieldsOfSheet.contains(Card.project), let project = CardLine.project(rest, scene) {
        fields[Card.project] = project.id
        return 0
      }
      guard let persona = CardLine.persona(rest, scene) else { return nil }
      fields[Card.persona] = persona.id
    case ">" where fieldsOfSheet.contains(DueText.due):
      let (due, count) = CardLine.due(rest, then: tail, scene)
      fields[DueText.due] = due
      return count
    default: return nil
    }
    return 0
  }

  /// A day that stands apart from its `>`; anything else after it is text.
  private mutating func apart(_ tail: ArraySlice<Substring>) -> Int? {
    guard fieldsOfSheet.contains(DueText.due), let first = tail.first else { return nil }
    let (due, count) = CardLine.due(String(first), then: tail.dropFirst(), scene)
    guard Day(due) != nil else { return nil }
    fields[DueText.due] = due
    return count + 1
  }

  /// Whether a word after an `@` is a table or names somebody on the list.
  private func isKnown(_ word: String) -> Bool {
    table(word) != nil || !CardLine.people(word, scene).isEmpty
  }

  private func table(_ word: String) -> Int? {
    Int(word).flatMap { (1...max(1, scene.workshop.plan.tables)).contains($0) ? $0 : nil }
  }

  /// The first name is who owns it, where somebody owns such cards; others join the authors or helpers.
  private mutating func who(_ word: String) {
    if let table = table(word) {
      fields[Card.table] = String(table)
      return
    }
    let people = CardLine.people(word, scene)
    let person = people.count == 1 ? people.first : nil
    if people.count > 1 { unclear.append((word, people.map(\.text))) }
    if fieldsOfSheet.contains("owner"), fields["owner"] == nil {
      fields["owner"] = person?.id ?? word
      return
    }
    let field = fieldsOfSheet.contains("helpers") ? "helpers" : Card.author
    let name = person?.text ?? word
    let names = fields[field].map { $0.split(separator: ", ").map(String.init) } ?? []
    if !names.contains(name) { fields[field] = (names + [name]).joined(separator: ", ") }
  }
}

extension Scene {
  /// Whether cards of a board name a project, and there are some.
  package func hasProjects(on board: Board?) -> Bool {
    (sheet(of: board)?.fields.contains { $0.id == Card.project } ?? false)
      && !workshop.projects.isEmpty
  }

  /// The project of whoever owns a step, where such cards have one.
  fileprivate func project(of owner: String?, _ sheet: Sheet?) -> CardID? {
    guard sheet?.fields.contains(where: { $0.id == Card.project }) ?? false,
      let project = workshop.card(workshop.card(owner)?[Card.project]), !project.isGone
    else { return nil }
    return project.id
  }

  /// Every persona that has a name, on whatever board.
  package var namedPersonas: [Card] {
    workshop.boards.filter { $0.sheet == "persona" }.flatMap { workshop.cards(on: $0.id) }
      .filter { !$0.text.isEmpty }
  }
}

extension String {
  /// As one line, without spaces around it or in rows within it.
  package var oneLine: String {
    Text.sanitised(self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
