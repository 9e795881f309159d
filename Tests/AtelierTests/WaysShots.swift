import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Languages
@testable import Shell

/// Screens of the ways of working and of canvases with versions and feedback.
extension Shot {
  static let ways = hidden + arranged + canvases + others

  private init(_ kind: String, _ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) {
    self.init(
      "ways-\(kind)-\(scene.role.rawValue)-\(scene.language.code)", columns, rows
    ) { scene }
  }

  private static let hidden: [Shot] =
    Language.builtIn.flatMap { code -> [Shot] in
      let reveal = Event.boardSet(board: "ideas", setting: .revealed, value: "3")
      return [
        Shot("closed", WaysScenes.scene(at: "silent", .stage, code)),
        Shot("closed", WaysScenes.scene(at: "silent", .facilitator, code)),
        Shot("closed", WaysScenes.scene(at: "silent", .notes, code)),
        Shot("one-by-one", WaysScenes.scene(at: "silent", .stage, code, then: [reveal])),
      ]
    } + [
      Shot("closed", WaysScenes.scene(at: "silent", .stage), 120, 40),
      Shot("closed", WaysScenes.scene(at: "silent", .stage), 60, 15),
      Shot("closed-empty", WaysScenes.scene(at: "silent", .stage, ideas: 0)),
      Shot("closed-board", Desk.scene(WaysScenes.scene(at: "silent"), "Enter", ".")),
    ]

  private static let arranged: [Shot] =
    Language.builtIn.flatMap { code -> [Shot] in
      let ranks = Event.fieldsSet(field: Card.rank, values: ["ways-5": "a"])
      return [
        Shot("matrix", WaysScenes.scene(at: "place", .stage, code, then: WaysScenes.placed)),
        Shot(
          "matrix",
          Desk.scene(
            WaysScenes.scene(at: "place", .facilitator, code, then: WaysScenes.placed), "Enter", "j"
          )),
        Shot(
          "matrix",
          Desk.scene(
            WaysScenes.scene(at: "place", .notes, code, then: WaysScenes.placed), "F3", "→")),
        Shot("order", WaysScenes.scene(at: "order", .stage, code, then: [ranks])),
        Shot(
          "order", Desk.scene(WaysScenes.scene(at: "order", .facilitator, code), "Enter", "j", "J")),
      ]
    } + [
      Shot("matrix", WaysScenes.scene(at: "place", .stage, then: WaysScenes.placed), 120, 40),
      Shot("matrix", WaysScenes.scene(at: "place", .stage, then: WaysScenes.placed), 60, 15),
      Shot("order", WaysScenes.scene(at: "order", .stage), 120, 40),
      Shot("order", WaysScenes.scene(at: "order", .notes), 60, 15),
    ]

  private static let canvases: [Shot] = {
    let revised = WaysScenes.revised
    var shots = Language.builtIn.flatMap { code -> [Shot] in
      let grid = WaysScenes.scene(at: "model", .stage, code, then: revised)
      return [
        Shot("canvas", grid, 120, 40), Shot("canvas", grid),
        Shot(
          "compare",
          Desk.scene(WaysScenes.scene(at: "model", .facilitator, code, then: revised), "Enter", "d")
        ),
        Shot("about", about(code)),
      ]
    }
    var together = Desk.scene(
      WaysScenes.scene(at: "model", then: WaysScenes.canvas), "Enter", "→")
    together.presence = [
      Presence(
        writer: "w", by: "Louis", role: "notes", board: "ways-8", isTyping: true, zone: "sv")
    ]
    shots.append(Shot("together", together))
    shots.append(Shot("together", together, 120, 40))
    return shots
  }()

  private static func about(_ code: String) -> Scene {
    Desk.scene(
      WaysScenes.scene(at: "walk", .notes, code, then: WaysScenes.canvas), "Ctrl-N", "F2", "Enter")
  }

  private static let others: [Shot] = Language.builtIn.flatMap { code -> [Shot] in
    let second = Event.segmentOpened(activity: "round", round: "2", segment: 0, seconds: 300)
    var notes = WaysScenes.scene(at: "round", .notes, code, then: [second])
    notes.focus.table = "1"
    let cards: [Event] = [
      .cardAdded(board: "ideas", text: "A bench at the door", fields: ["table": "2"]),
      .cardAdded(
        board: "ideas", text: "A bell on the bench", fields: ["table": "2", "writer": "1"]),
      .cardAdded(board: "ideas", text: "Tea on market days", fields: ["table": "3"]),
    ]
    return [
      Shot("rotation", notes),
      Shot(
        "rotation", WaysScenes.scene(at: "round", .stage, code, ideas: 0, then: cards + [second])),
      Shot("insert", Desk.scene(WaysScenes.scene(at: "order", .facilitator, code), "e")),
      Shot(
        "frozen",
        Desk.scene(
          WaysScenes.scene(
            at: "silent", .facilitator, code,
            then: [.boardSet(board: "ideas", setting: .frozen, value: "yes")]), "a")),
    ]
  }
}
