import Terminal
import Workshop

import struct Workshop.Theme

/// A typed line as a card: its text, and what `#theme`, `@name` and `>date` in it say.
struct CardLine: Equatable {
  var text: String
  var fields: [String: String]

  /// Reads a line for a board. A word that names no theme stays in the text.
  ///
  /// `@name` is the author, or the owner where cards have one; `>date` is when it is due, where cards
  /// have a due date.
  init(_ line: String, on board: Board, _ scene: Scene) {
    let sheet = scene.sheet(of: board)
    let has = { (field: String) in sheet?.fields.contains { $0.id == field } ?? false }
    var words: [Substring] = []
    var fields: [String: String] = [:]
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
      let rest = String(word.dropFirst())
      if word.hasPrefix("#"), let theme = Self.theme(rest, scene) {
        fields[Card.theme] = theme.id
      } else if word.hasPrefix("@"), !rest.isEmpty {
        let name = Self.person(rest, scene)
        fields[has("owner") ? "owner" : Card.author] =
          has("owner") ? name?.id ?? rest : name?.text ?? rest
      } else if word.hasPrefix(">"), !rest.isEmpty, has("due") {
        fields["due"] = rest
      } else {
        words.append(word)
      }
    }
    if let subject = scene.subject(on: board) {
      fields[Scene.about] = subject.card.id
      fields[Scene.block] = subject.block
    }
    text = Text.sanitised(words.joined(separator: " "))
    self.fields = fields
    // A card without a text would be an empty box: marks alone are somebody's words.
    if text.isEmpty { (text, self.fields) = (Text.sanitised(line).trimmed, [:]) }
  }

  func event(on board: Board) -> Event {
    .cardAdded(board: board.id, text: text, fields: fields.isEmpty ? nil : fields)
  }

  /// The theme whose id or name begins like a word.
  static func theme(_ word: String, _ scene: Scene) -> Theme? {
    let wanted = Fold.plain(word)
    guard !wanted.isEmpty else { return nil }
    return scene.workshop.themes.first { theme in
      Fold.plain(theme.id).hasPrefix(wanted)
        || Fold.plain(scene.say(theme.name)).replacing(" ", with: "-").hasPrefix(wanted)
    }
  }

  /// The person whose name, or a part of it, begins like a word.
  static func person(_ word: String, _ scene: Scene) -> Card? {
    let wanted = Fold.plain(word)
    guard !wanted.isEmpty else { return nil }
    return scene.workshop.people.first { person in
      let name = Fold.plain(person.text)
      return name.split(separator: " ").contains { $0.hasPrefix(wanted) }
        || name.replacing(" ", with: "-").hasPrefix(wanted)
    }
  }

  /// Words that would complete the one being typed.
  static func completions(_ head: String, _ scene: Scene) -> [String] {
    guard let word = head.split(separator: " ", omittingEmptySubsequences: false).last,
      let mark = word.first
    else { return [] }
    let wanted = Fold.plain(String(word.dropFirst()))
    switch mark {
    case "#":
      return scene.workshop.themes.map(\.id).filter { Fold.plain($0).hasPrefix(wanted) }
        .map { "#" + $0 }
    case "@":
      let names = scene.workshop.people.map { $0.text.replacing(" ", with: "-") }
      return names.filter { name in
        Fold.plain(name).split(separator: "-").contains { $0.hasPrefix(wanted) } || wanted.isEmpty
      }.map { "@" + $0 }
    default: return []
    }
  }
}
