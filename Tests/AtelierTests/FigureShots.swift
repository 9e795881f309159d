@testable import Boards
import Terminal
import WorkshopCore

@testable import Languages
@testable import Shell

/// The programme's figures and the closing evaluation.
extension Shot {
  static let figures = pages + stages + closings

  private static let sizes = [(120, 40), (60, 15)]

  private static let pages =
    Language.builtIn.map { language in
      Shot("figures-facilitator-\(language)") {
        Desk.scene(try Stage.scene(language: language), "E")
      }
    }
    + sizes.map { columns, rows in
      Shot("figures-facilitator-en", columns, rows) { Desk.scene(try Stage.scene(), "E") }
    } + [
      Shot("figures-scrolled-facilitator-en") {
        Desk.scene(try Stage.scene(), "E", "PgDn", "PgDn")
      },
      Shot("figures-session-facilitator-en") {
        Desk.scene(try Stage.scene(), "E", "Right", "Right")
      },
      Shot("figures-empty-facilitator-en") { Desk.scene(Stage.scene(try Stage.express()), "E") },
    ]

  private static func shown(_ language: String = "en", _ keys: String...) throws -> Scene {
    var desk = Desk(try Stage.scene(at: "jury-check-out", language: language))
    desk.press("E", "p")
    for key in keys { desk.press(key) }
    var scene = desk.scene
    scene.role = .stage
    scene.focus = Focus()
    return scene
  }

  private static let stages =
    Language.builtIn.map { language in
      Shot("figures-stage-\(language)") { try shown(language) }
    }
    + sizes.map { columns, rows in Shot("figures-stage-en", columns, rows) { try shown() } }
    + [Shot("figures-session-stage-en") { try shown("en", "Left") }]

  /// A room that was asked, with slips typed by a note-taker.
  private static func closing(_ role: Role, _ language: String) throws -> Scene {
    var scene = Fixture.scene(.checkOut, role, language)
    var desk = Desk(scene)
    desk.arrange { scene in
      let poll = scene.workshop.polls.last?.id ?? ""
      let yes = ["en": "y", "fr": "o", "hu": "i"][language] ?? "y"
      var events: [Event] = [.pollClosed(poll: poll, cut: [:]), .pollRevealed(poll: poll)]
      let board = scene.workshop.board("check-out")
      for line in ["4 \(yes) + the soup - the microphone", "3 n", "5 \(yes)"] {
        events += board.map { scene.events(line, on: $0) } ?? []
      }
      for (index, event) in events.enumerated() {
        scene.workshop.apply(
          Entry(
            id: EntryID(writer: "zz", sequence: index + 1),
            stamp: Stamp(milliseconds: scene.now.milliseconds), at: "", by: "Ana", event: event))
      }
    }
    scene = desk.scene
    if role == .notes {
      scene.focus.line = Line(
        "4 \(["en": "y", "fr": "o", "hu": "i"][language] ?? "y") + lunch - start later")
    }
    return scene
  }

  private static let closings =
    [Role.facilitator, .stage, .notes].flatMap { role in
      Language.builtIn.map { language in
        Shot("closing-\(role.rawValue)-\(language)") { try closing(role, language) }
      }
    }
    + sizes.flatMap { columns, rows in
      [
        Shot("closing-stage-en", columns, rows) { try closing(.stage, "en") },
        Shot("closing-notes-en", columns, rows) { try closing(.notes, "en") },
      ]
    } + [
      Shot("closing-pattern-notes-fr", 60, 15) { Fixture.scene(.checkOut, .notes, "fr") },
      Shot("closing-refused-notes-en") {
        var scene = Fixture.scene(.checkOut, .notes)
        scene.focus.line = Line("7 y + lunch")
        return scene
      },
      Shot("closing-hands-facilitator-hu") {
        Desk.scene(
          Fixture.scene(.checkOutRevealed, .facilitator, "hu"), "t", "1", "2", "Enter", "7")
      },
    ]
}
