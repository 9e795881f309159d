import Languages
import Shell
import Terminal
import WorkshopCore

/// What a note-taker tries in ten minutes: a card, a theme, +1, a correction, a paste, the parking lot.
enum NotesLesson {
  static let guide = Guide([
    Guide.Step(
      { _ in "Somebody says: “a phone number that a person answers”. Type it" },
      answer: "What you type is kept while you type"
    ) { $0.after.focus.line.text.count >= 8 },
    Guide.Step(
      { "Put it on the board: \($0.name(.enter))" },
      answer: "Everyone sees it; the line is free again"
    ) { $0.after.workshop.cards.count > $0.before.workshop.cards.count },
    Guide.Step(
      {
        "Type an idea about digital inclusion and end it with #inc. Complete the theme with \($0.name(.tab)), then \($0.name(.enter))"
      },
      answer: "The card has its theme"
    ) { deed in
      deed.after.workshop.cards.values.contains {
        $0.theme != nil && deed.before.workshop.cards[$0.id] == nil
      }
    },
    Guide.Step(
      {
        "Said once more: \(said($0.scene)). Type it; the card shows by the line. Give it +1 with \($0.name(.tab))"
      },
      answer: "+1: the card counts who says it"
    ) { voices($0.after) > voices($0.before) },
    Guide.Step(
      {
        "Correct a card: choose the last one with \($0.name(.up)), change it, then \($0.name(.enter))"
      },
      answer: "Changed. The journal keeps the old text"
    ) { deed in
      deed.before.workshop.cards.values.contains { old in
        deed.after.workshop.cards[old.id].map { $0.text != old.text } == true
      }
    },
    Guide.Step(
      { _ in "Copy a few lines anywhere and paste them here: each becomes a card" },
      answer: "A list from elsewhere needs no typing"
    ) { $0.after.workshop.cards.count > $0.before.workshop.cards.count + 1 },
    Guide.Step(
      { "A question for later comes up. Park it: \($0.key("park")), type it, \($0.name(.enter))" },
      answer: "Parked, and you are where you were"
    ) { parked($0.after) > parked($0.before) },
    Guide.Step(
      { "That is all a note-taker needs. Leave: \($0.key("quit")), twice" },
      answer: "Nothing had to be saved"
    ) { $0.action == "quit" && $0.before.focus.armed?.action == "quit" },
  ])

  /// The shortest of the first cards on the board: short to type, and nobody takes it away meanwhile.
  static func said(_ scene: Scene) -> String {
    let cards = scene.board.map { scene.workshop.cards(on: $0.id).prefix(5) } ?? []
    return cards.map(\.text).min { $0.count < $1.count } ?? ""
  }

  private static func voices(_ scene: Scene) -> Int {
    scene.workshop.cards.values.reduce(0) { $0 + $1.voices }
  }

  private static func parked(_ scene: Scene) -> Int {
    scene.workshop.cards(on: Workshop.parking).count
  }
}
