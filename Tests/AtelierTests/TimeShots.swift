import Terminal
import WorkshopCore

@testable import Languages
@testable import Shell

/// Screens of the time: behind and ahead, turns, tables' clocks, the end, the agenda's editor.
extension Shot {
  static let time = days + turns + tables + ends + editors

  private init(_ kind: String, _ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) {
    self.init(
      "time-\(kind)-\(scene.role.rawValue)-\(scene.language.code)", columns, rows
    ) { scene }
  }

  /// The room at a moment, some seconds later.
  private static func later(
    _ seconds: Int, _ stop: Fixture.Stop, _ role: Role = .facilitator, _ code: String = "en"
  ) -> Scene {
    var scene = Fixture.scene(stop, role, code)
    scene.now = scene.now.adding(seconds: seconds)
    return scene
  }

  /// What a facilitator did with some keys, as another role sees it some seconds later.
  private static func seen(
    by role: Role, after seconds: Int = 0, _ code: String = "en", from stop: Fixture.Stop,
    keys: [String]
  ) -> Scene {
    var desk = Desk(Fixture.scene(stop, .facilitator, code))
    for key in keys { desk.press(key) }
    var scene = Fixture.scene(stop, role, code)
    scene.now = desk.scene.now.adding(seconds: seconds)
    scene.workshop = desk.scene.workshop.advanced(to: scene.now)
    return scene
  }

  private static let days = Language.builtIn.flatMap { code in
    [
      Shot("behind", later(47 * 60, .board, .facilitator, code)),
      Shot("ahead", later(0, .actions, .facilitator, code)),
    ]
  }

  private static let turns: [Shot] = {
    let talk = { (role: Role, code: String) in
      seen(by: role, after: 100, code, from: .talk, keys: ["]", "]"])
    }
    return Language.builtIn.flatMap { code in
      [
        Shot("turn", talk(.stage, code)), Shot("turn", talk(.facilitator, code)),
        Shot("turns", Desk.scene(Fixture.scene(.talk, .facilitator, code), "r", "↓", "x")),
      ]
    } + [Shot("turn", talk(.stage, "en"), 120, 40), Shot("turn", talk(.stage, "hu"), 60, 15)]
  }()

  private static let tables: [Shot] = {
    let keys = ["C", "a", "↓", "Space", "↓", "+", "Esc"]
    let room = { (role: Role, code: String) in
      seen(by: role, after: 400, code, from: .persona, keys: keys)
    }
    var writer = room(.notes, "en")
    writer.focus.table = "2"
    return Language.builtIn.map { Shot("tables", room(.stage, $0)) } + [
      Shot("tables", room(.facilitator, "en")), Shot("tables", writer),
      Shot("tables", room(.stage, "en"), 120, 40), Shot("tables", room(.stage, "hu"), 60, 15),
      Shot("clocks", Desk.scene(Fixture.scene(.persona), "C", "a", "↓", "Space")),
    ]
  }()

  private static let ends: [Shot] = {
    let left = { (seconds: Int, role: Role, code: String) in
      seen(
        by: role, after: 60 - seconds, code, from: .board,
        keys: ["Space", "S", "1", "Enter", "Space"])
    }
    return Language.builtIn.flatMap { code in
      [Shot("end", left(-3, .stage, code)), Shot("over", left(-75, .stage, code))]
    } + [
      Shot("end", left(0, .stage, "en"), 60, 15), Shot("end", left(0, .stage, "en"), 160, 50),
      Shot("two-minutes", later(1486, .board, .stage)),
      Shot("bar", seen(by: .stage, from: .board, keys: ["D"])),
      Shot("bar-break", seen(by: .stage, from: .rest, keys: ["D"])),
    ]
  }()

  private static let editors =
    Language.builtIn.flatMap { code in
      [
        Shot("editor", edited(code)),
        Shot("editor-form", Desk.scene(edited(code), "Enter", "↓")),
      ]
    } + [Shot("editor", edited("en"), 120, 40), Shot("editor", edited("hu"), 60, 15)]

  private static func edited(_ code: String) -> Scene {
    var desk = Desk(Fixture.scene(.board, .facilitator, code))
    desk.press("A", "↓", ">", "a")
    desk.type(Fixture.language(code)("All together"))
    desk.press("Enter")
    desk.type("Stretch 7")
    desk.press("Enter", "↓", "x", "↓", "K")
    return desk.scene
  }
}
