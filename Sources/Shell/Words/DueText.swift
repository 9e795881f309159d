package import Languages
package import WorkshopCore

/// What a typed day is taken for, said back before it is written.
package enum DueText {
  /// `→ Fri 13 March`; that it may be several days, or none that anybody can read; nothing for nothing.
  static func echo(_ text: String, _ scene: Scene, _ sense: DueDate.Sense = .ahead) -> String {
    guard !text.isEmpty else { return "" }
    switch DueDate(text, from: scene.today, in: scene.language, sense) {
    case .day(let day): return "→ " + scene.language.day(day, from: scene.today)
    case .unclear(let days):
      let texts = days.map { scene.language.day($0, from: scene.today) }
      return "? " + texts.joined(separator: " · ") + " — " + scene.say("kept as typed")
    case .unreadable: return "? " + scene.say("no day that can be read; kept as typed")
    }
  }

  /// For a line with a `>when` in it.
  package static let preview: @Sendable (String, Scene) -> String = { text, scene in
    guard let board = scene.workshop.board(ofSheet: Workshop.actionSheet) else { return "" }
    let line = CardLine(text, on: board, scene)
    let day = echo(line, scene)
    guard day.isEmpty, ActionText.beginsWithArticle(line.text, scene.language) else {
      return day
    }
    return scene.say("A verb first says what to do")
  }

  /// The day that a line names, and whom it may name.
  package static func echo(_ line: CardLine, _ scene: Scene) -> String {
    let names = line.unclear.map { name, people in
      "? @\(name): " + people.prefix(3).joined(separator: " · ") + " — "
        + scene.say("kept as typed")
    }
    return (names + [line.fields[due].map { echo($0, scene) } ?? ""]).filter { !$0.isEmpty }
      .joined(separator: "   ")
  }

  package static func notice(_ line: CardLine, _ scene: Scene) -> Phrase? {
    guard let text = line.fields[due] else { return nil }
    guard let day = Day(text) else { return "“\(text)” is kept as typed: no clear day" }
    return "Due \(scene.language.day(day, from: scene.today))"
  }

  package static let due = "due"

  /// Fields that tell of what was, and of what may be over or still to come; the others of what is to come.
  static func sense(of field: String) -> DueDate.Sense {
    switch field {
    case Card.date, Card.joinedOn, Workshop.doneOn: .back
    case "tested-on": .near
    default: .ahead
    }
  }
}

/// A next step in a line.
package enum ActionText {
  /// `✓ Ask the library — Ilona, Tue 1 December`.
  package static func line(_ step: Card, _ scene: Scene) -> String {
    let tail = tail(step, scene)
    let blocked = step["status"] == "blocked" ? step["blocked-by"].map { " (\($0))" } ?? "" : ""
    return mark(step) + " " + step.text + (tail.isEmpty ? "" : " — " + tail) + blocked
  }

  /// Who and when; the day without its weekday where there is little room.
  package static func tail(_ step: Card, _ scene: Scene, briefly: Bool = false) -> String {
    let due = step[DueText.due].map { briefly ? scene.brief($0) : scene.day($0) }
    return [scene.owner(of: step), due].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// Done, doing, blocked, dropped, to do.
  package static func mark(_ step: Card) -> String {
    switch step["status"] {
    case "done": "✓"
    case "doing": "▸"
    case "blocked": "‖"
    case "dropped": "✗"
    default: "·"
    }
  }

  /// The same in a word, for who does not know the marks; empty for what is still to do.
  package static func word(_ step: Card, _ scene: Scene) -> String {
    let sheet = scene.sheet(of: scene.workshop.board(step.board))
    let status = sheet?.fields.first { $0.id == "status" }
    guard let value = step["status"], value != status?.otherwise else { return "" }
    return scene.say(status?.choices?.first { $0.id == value }?.label)
  }

  /// Whether a step plainly begins with a thing, and not with what is to be done: an article with a word
  /// after it. What else may be no verb is nobody's business.
  static func beginsWithArticle(_ text: String, _ language: Language) -> Bool {
    let words = Fold.plain(text).split(separator: " ")
    guard words.count > 1, let first = words.first else { return false }
    return language.articles.contains {
      $0.hasSuffix("'") || $0.hasSuffix("’") ? first.hasPrefix($0) : first == $0
    }
  }

  /// Whether nothing more is to be done about it.
  package static func isClosed(_ step: Card) -> Bool {
    ["done", "dropped"].contains(step["status"])
  }
}

extension Scene {
  /// Who owns a step, by name.
  package func owner(of step: Card) -> String? {
    step["owner"].map { workshop.card($0)?.text ?? $0 }
  }
}
