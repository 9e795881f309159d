@testable import Projects
import Terminal
import WorkshopCore

@testable import Languages
@testable import Shell

/// The demo on a day between two of its sessions.
enum BetweenStage {
  /// 20 December 2019, 10:00 UTC: after the consultant's conclusions, before the jury.
  static let december = Moment(milliseconds: 1_576_836_000_000)
  /// 21 January 2020, 09:24 UTC: the jury day's opening.
  static let opening = Moment(milliseconds: 1_579_598_640_000)

  /// What the room had done up to a moment, seen at that moment.
  static func scene(
    at now: Moment, role: Role = .facilitator, language: String = "en"
  ) throws -> Scene {
    var scene = try Stage.scene(role: role, language: language)
    let entries = try Stage.entries(language).filter { $0.stamp.milliseconds < now.milliseconds }
    scene.workshop =
      History(plan: try Stage.plan(language), entries: entries, catalogue: .all).workshop
    scene.now = now
    scene.me = "Nadia"
    if role == .facilitator, scene.opensBetween { scene.focus.place = .between }
    return scene
  }

  /// The stage at the jury day's opening, on which the facilitator shows what happened since.
  static func shown(_ language: String = "en") throws -> Scene {
    var desk = Desk(try scene(at: opening, language: language))
    desk.press("M", "p")
    var scene = try scene(at: opening, role: .stage, language: language)
    scene.workshop = desk.scene.workshop
    return scene
  }
}

/// Screens between two sessions.
extension Shot {
  static let between = desks + pages + stages

  private static let desks =
    Language.builtIn.map { language in
      Shot("between-facilitator-\(language)") {
        try BetweenStage.scene(at: BetweenStage.december, language: language)
      }
    }
    + [(120, 40), (60, 15)].map { columns, rows in
      Shot("between-facilitator-en", columns, rows) {
        try BetweenStage.scene(at: BetweenStage.december)
      }
    } + [
      Shot("between-over-facilitator-en") {
        Desk.scene(try Stage.scene(), "M")
      }
    ]

  private static let pages =
    Language.builtIn.flatMap { language in
      [
        Shot("between-note-facilitator-\(language)") {
          Desk.scene(try BetweenStage.scene(at: BetweenStage.december, language: language), "a")
        },
        Shot("between-changes-facilitator-\(language)") {
          Desk.scene(
            try BetweenStage.scene(at: BetweenStage.december, language: language), "c", "Enter")
        },
      ]
    } + [
      Shot("between-meeting-facilitator-en") {
        Desk.scene(
          try BetweenStage.scene(at: BetweenStage.december), "m", "W", "h", "o", "Enter")
      }
    ]

  private static let stages =
    Language.builtIn.map { language in
      Shot("since-stage-\(language)") { try BetweenStage.shown(language) }
    }
    + [(120, 40), (60, 15)].map { columns, rows in
      Shot("since-stage-en", columns, rows) { try BetweenStage.shown() }
    }
}
