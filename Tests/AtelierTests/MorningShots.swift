import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Languages
@testable import Shell

/// Screens of the tests' morning: moments that the demo, being over, does not have.
extension Shot {
  static let morning = votes + desks + notes + menus + narrow

  /// The role's and the language's names stand between the kind and the size.
  private init(_ kind: String, of scene: Scene, _ columns: Int = 80, _ rows: Int = 24) {
    self.init(
      "morning-\(kind)-\(scene.role.rawValue)-\(scene.language.code)", columns, rows
    ) { scene }
  }

  /// A vote before its result, in every role and language.
  private static let votes = [Fixture.Stop.pollReady, .pollOpen, .pollClosed].flatMap { stop in
    Role.allCases.flatMap { role in
      Language.builtIn.map { Shot(stop.rawValue, of: Fixture.scene(stop, role, $0)) }
    }
  }

  // MARK: The facilitator's desk and the stage, in moments of their own

  private static let desks: [Shot] = {
    var shots: [Shot] = []
    for code in Language.builtIn {
      shots.append(Shot("at-board", of: atBoard(code)))
      shots.append(Shot("overtime", of: overtime(.facilitator, code)))
      shots.append(Shot("overtime", of: overtime(.stage, code)))
      shots.append(Shot("unsaved", of: unsaved(.facilitator, code)))
      shots.append(Shot("refused-plan", of: refusedPlan(code)))
    }
    shots.append(Shot("at-board", of: atBoard("en"), 120, 40))
    shots.append(Shot("at-canvas", of: Desk.scene(Fixture.scene(.canvas), "Enter", "→")))
    shots.append(Shot("preview", of: Desk.scene(Fixture.scene(.board), "↓", "↓")))
    shots.append(Shot("filter", of: filtered))
    shots.append(Shot("paused", of: Desk.scene(Fixture.scene(.board), "Space", "Esc")))
    shots.append(Shot("asked-twice", of: Desk.scene(Fixture.scene(.board), "q")))
    shots.append(Shot("shown-board", of: shown(.stage)))
    shots.append(Shot("persona", of: Fixture.scene(.persona, .stage)))
    shots.append(Shot("poll-revealed", of: Fixture.scene(.pollRevealed, .stage)))
    shots.append(Shot("check-out", of: Fixture.scene(.checkOutRevealed, .stage)))
    return shots
  }()

  private static func atBoard(_ code: String) -> Scene {
    Desk.scene(Fixture.scene(.board, .facilitator, code), "Enter", "↓", "↓")
  }

  private static func overtime(_ role: Role, _ code: String) -> Scene {
    var scene = Fixture.scene(.board, role, code)
    scene.now = scene.now.adding(seconds: 1800)
    return scene
  }

  private static func unsaved(_ role: Role, _ code: String) -> Scene {
    var scene = Fixture.scene(.board, role, code)
    scene.saving = .notSaved(3, reason: .unwritable("/media/usb/morning", errno: 28))
    return scene
  }

  private static func refusedPlan(_ code: String) -> Scene {
    var scene = Fixture.scene(.board, .facilitator, code)
    let problem = PlanProblem(
      line: 41, column: 7, path: "sessions[0].activities[3]", reason: .trailingComma)
    scene.trouble =
      "\(Phrase(.planRefused(problem))) · the last good plan goes on"
    return scene
  }

  private static var filtered: Scene {
    var desk = Desk(Fixture.scene(.board))
    desk.press("Enter", "/")
    desk.type("libr")
    desk.press("Enter")
    return desk.scene
  }

  private static func shown(_ role: Role) -> Scene {
    var scene = Fixture.scene(.pollRevealed, role)
    scene.workshop.apply(
      Entry(
        id: EntryID(writer: "late", sequence: 1), stamp: Stamp(milliseconds: Fixture.nine * 2),
        at: "", by: "Paul", event: .boardShown(board: "facts")))
    return scene
  }

  // MARK: The note-taker's line

  private static let notes: [Shot] = {
    let board = { (code: String) in Fixture.scene(.board, .notes, code) }
    var shots = Language.builtIn.flatMap { code in
      [
        Shot("typing", of: typing("librarians could be a first contact #incl", board(code))),
        Shot("moved-on", of: movedOn(code)),
      ]
    }
    shots += [
      Shot("editing", of: Desk.scene(board("en"), "↑", "↑")),
      Shot("into", of: Desk.scene(board("en"), "Ctrl-N")),
      Shot("into-block", of: Desk.scene(Fixture.scene(.canvas, .notes), "Ctrl-N", "Ctrl-N")),
      Shot("unsaved", of: unsaved(.notes, "en")),
      Shot(
        "long-line",
        of: typing(String(repeating: "a rather long thought ", count: 12), board("en"))),
      Shot("refused", of: Desk.scene(board("en"), "F4")),
    ]
    return shots
  }()

  private static func typing(_ text: String, _ scene: Scene) -> Scene {
    var desk = Desk(scene)
    desk.type(text)
    desk.arrange {
      $0.presence = [
        Presence(writer: "louis", by: "Louis", role: "notes", board: "ideas", isTyping: true)
      ]
    }
    return desk.scene
  }

  private static func movedOn(_ code: String) -> Scene {
    var scene = typing("half a thou", Fixture.scene(.board, .notes, code))
    let later = Fixture.scene(.canvas, .notes, code)
    (scene.workshop, scene.now) = (later.workshop, later.now)
    return scene
  }

  // MARK: Overlays

  private static let menus: [Shot] = {
    var shots = Language.builtIn.flatMap { code in
      [
        Shot("help", of: Desk.scene(Fixture.scene(.pollOpen, .facilitator, code), "?")),
        Shot("help", of: Desk.scene(Fixture.scene(.board, .notes, code), "F1")),
        Shot("palette", of: Desk.scene(Fixture.scene(.board, .facilitator, code), ":")),
        Shot("form", of: form(code)),
        Shot("prompt", of: Desk.scene(Fixture.scene(.board, .facilitator, code), "a")),
        Shot("counter", of: counter(code)),
        Shot("ballots", of: ballots(code)),
        Shot("script", of: Desk.scene(Fixture.scene(.plenary, .facilitator, code), "i")),
      ]
    }
    shots += [
      Shot("help", of: Desk.scene(Fixture.scene(.board, .stage), "?")),
      Shot("choice", of: Desk.scene(atAction, "↓", "↓", "F2")),
      Shot("move", of: Desk.scene(atBoard("en"), "m")),
      Shot("boards", of: Desk.scene(Fixture.scene(.board, .notes), "Ctrl-B")),
      Shot("games", of: Desk.scene(Fixture.scene(.warmUp), "w")),
      Shot("sign-up-menu", of: Desk.scene(Fixture.scene(.signUp), "g")),
      Shot("persona-sheet", of: Desk.scene(Fixture.scene(.persona), "f", "Enter"), 120, 40),
    ]
    return shots
  }()

  /// The form of a card at the facilitator's board of next steps.
  private static var atAction: Scene {
    Desk.scene(Fixture.scene(.actions), "Enter", "↓", "↓", "Enter")
  }

  private static func form(_ code: String) -> Scene {
    Desk.scene(Fixture.scene(.actions, .facilitator, code), "Enter", "↓", "↓", "Enter", "↓", "↓")
  }

  private static func counter(_ code: String) -> Scene {
    var desk = Desk(Fixture.scene(.pollOpen, .facilitator, code))
    desk.press("t", "↓")
    desk.type("8")
    return desk.scene
  }

  private static func ballots(_ code: String) -> Scene {
    var desk = Desk(Fixture.scene(.pollOpen, .facilitator, code))
    desk.press("p")
    desk.type("1 1 3")
    return desk.scene
  }

  // MARK: The smallest window

  private static let narrow: [Shot] = {
    let stops = [Fixture.Stop.plenary, .talk, .board, .pollOpen, .canvas, .actions]
    let stages = stops.flatMap { stop in
      Role.allCases.map { Shot(stop.rawValue, of: Fixture.scene(stop, $0, "hu"), 60, 15) }
    }
    return stages + [
      Shot("form", of: form("hu"), 60, 15), Shot("counter", of: counter("hu"), 60, 15),
      Shot("ballots", of: ballots("hu"), 60, 15),
      Shot("help", of: Desk.scene(Fixture.scene(.board, .facilitator, "hu"), "?"), 60, 15),
    ]
  }()
}
