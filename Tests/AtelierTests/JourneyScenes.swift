import Assets
import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Shell

/// A morning with one journey in it: two personas, a way for each, a pain that wants an answer.
enum JourneyScenes {
  static let plan = Plan(
    title: "Open counters", tables: 2,
    boards: [
      Board(
        id: "facts", title: "Facts", sheet: "fact",
        zones: [Zone(id: "irritant", title: "Irritant")]),
      Board(id: "personas", title: "Personas", sheet: "persona", columns: .table),
      Board(id: "way", title: "The way", sheet: "journey", canvas: Journey.usual),
      Board(id: "challenges", title: "Challenges", sheet: "challenge"),
      Board(id: "ideas", title: "Ideas", sheet: "idea"),
    ],
    sessions: [
      Session(
        id: "day", title: "The day",
        activities: [
          Activity(
            id: "journey", title: "Journey", kind: "journey", minutes: 40,
            question: "What happens to them?", board: "way", canvas: Journey.usual),
          Activity(
            id: "challenges", title: "How might we", kind: "board", minutes: 20,
            board: "challenges"),
          Activity(id: "ideas", title: "Ideas", kind: "board", minutes: 20, board: "ideas"),
        ])
    ])

  /// The personas' cards.
  static let (odette, mirela) = ("test-2", "test-3")
  /// Their journeys' boards.
  static let (first, second) = ("test-4", "test-5")

  /// Both have a journey; Odette's was made first and has lines.
  static let filled: [Event] = [
    .activityOpened(activity: "journey", seconds: nil),
    .cardAdded(board: "personas", text: "Odette", fields: ["table": "1"]),
    .cardAdded(board: "personas", text: "Mirela", fields: ["table": "2"]),
    .boardAdded(title: "Odette", canvas: Journey.usual, sheet: "journey", about: odette),
    .boardAdded(title: "Mirela", canvas: Journey.usual, sheet: "journey", about: mirela),
    .cardAdded(board: first, text: "Claim a benefit", fields: ["zone": "head"]),
    .cardAdded(board: first, text: "Hears of it", fields: ["zone": "learn"]),
    .cardAdded(board: first, text: "1", fields: ["zone": "learn", "row": "emotion"]),
    .cardAdded(board: first, text: "Takes two buses", fields: ["zone": "apply"]),
    .cardAdded(
      board: first, text: "The desk was shut", fields: ["zone": "apply", "row": "pain"]),
    .cardAdded(board: first, text: "-2", fields: ["zone": "apply", "row": "emotion"]),
    .cardAdded(
      board: second, text: "Four desks, one story", fields: ["zone": "prepare", "row": "pain"]),
    .cardAdded(board: "facts", text: "Forms break on Fridays", fields: ["zone": "irritant"]),
  ]

  static func scene(
    _ role: Role = .facilitator, language: String = "en", table: String? = nil,
    then events: [Event] = []
  ) -> Scene {
    var scene = Stage.scene(plan, role: role, then: filled + events)
    scene.language = Fixture.language(language)
    scene.focus.table = table
    return scene
  }

  static func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
