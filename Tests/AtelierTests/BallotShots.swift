import Terminal
import WorkshopCore

@testable import Languages
@testable import Shell

/// Screens of the ways in which a vote is taken.
extension Shot {
  static let ballots = sheets + booths + passings + pads + counts

  private init(_ kind: String, _ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) {
    self.init("vote-\(kind)-\(scene.role.rawValue)-\(scene.language.code)", columns, rows) { scene }
  }

  /// A ballot of each method, and read back.
  private static let sheets =
    VoteRoom.everyMethod.flatMap { method in
      [
        Shot("sheet-\(method.rawValue)", VoteRoom.marked(method)),
        Shot("sheet-\(method.rawValue)", VoteRoom.marked(method), 60, 15),
      ]
    } + [
      Shot("sheet-dots", VoteRoom.marked(.dots, "fr")),
      Shot("sheet-judgment", VoteRoom.marked(.judgment, "hu")),
      Shot("sheet-criteria", VoteRoom.marked(.criteria, "fr"), 60, 15),
      Shot("read-back", VoteRoom.marked(.dots, then: ["Enter"])),
      Shot("read-back", VoteRoom.marked(.ranking, "fr", then: ["Enter"])),
      Shot("read-back", VoteRoom.marked(.consent, "hu", then: ["Enter"])),
      Shot("objecting", Desk.scene(VoteRoom.scene(.consent), "↓", "Space", "n", "o")),
      Shot("refused", VoteRoom.marked(.dots, then: ["↓", "↓", "2"])),
    ]

  /// A ballot terminal before, between and after.
  private static let booths: [Shot] = {
    let given = Event.ballotCast(
      poll: VoteRoom.poll, voter: VoteRoom.voter, marks: [VoteRoom.ideas[0]: 2], way: .terminal)
    let closed = Event.pollClosed(poll: VoteRoom.poll, cut: ["test": 3])
    let early = Event.pollClosed(poll: VoteRoom.poll, cut: ["test": 2])
    var waiting = VoteRoom.scene(.dots)
    waiting.workshop = Stage.scene(waiting.workshop.plan).workshop
    var asked = VoteRoom.scene(.dots, then: [.tokensIssued(marks: ["one"])])
    asked.focus.booth?.line = Line("k7f3")
    var late = VoteRoom.marked(.dots)
    late.workshop = VoteRoom.scene(.dots, then: [early]).workshop
    return [
      Shot("booth-waiting", waiting), Shot("booth-waiting", waiting, 60, 15),
      Shot("booth-code", asked), Shot("booth-code", asked, 60, 15),
      Shot("booth-counted", VoteRoom.scene(.dots, then: [given])),
      Shot("booth-counted", VoteRoom.scene(.dots, .ballot, "fr", then: [given])),
      Shot("booth-counted", VoteRoom.scene(.dots, .ballot, "hu", then: [given]), 60, 15),
      Shot("booth-closed", VoteRoom.scene(.dots, then: [given, closed])),
      Shot("booth-late", VoteRoom.scene(.dots, then: [given, early])),
      Shot("booth-closing", late),
    ]
  }()

  /// The keyboard that goes round.
  private static let passings: [Shot] = {
    let start = { (code: String) in
      Desk.scene(VoteRoom.scene(.dots, .facilitator, code), "w", "Enter")
    }
    let after = { (code: String) in
      Desk.scene(start(code), "Enter", "2", "↓", "1", "Enter", "Enter")
    }
    let naming = Desk.scene(
      VoteRoom.scene(.dots, .facilitator, settings: Poll.Settings(namesVoters: true)), "w", "Enter",
      "Enter")
    return Language.builtIn.flatMap { [Shot("passing", start($0)), Shot("passed", after($0))] } + [
      Shot("passed", after("en"), 60, 15), Shot("passing-name", naming),
    ]
  }()

  /// Paper, the first and the second time.
  private static let pads: [Shot] = {
    let typed = { (code: String) -> Desk in
      var desk = Desk(VoteRoom.scene(.dots, .facilitator, code))
      desk.press("p")
      for line in ["3 3 7", "1 2"] {
        desk.type(line)
        desk.press("Enter")
      }
      return desk
    }
    let differing = { (code: String) -> Scene in
      var desk = typed(code)
      desk.press("F2")
      desk.type("3 7 7")
      desk.press("Enter")
      return desk.scene
    }
    let line = { (method: Poll.Method, text: String) -> Scene in
      var desk = Desk(VoteRoom.scene(method, .facilitator))
      desk.press("p")
      desk.type(text)
      return desk.scene
    }
    return [
      Shot("pad-differs", differing("en")), Shot("pad-differs", differing("fr")),
      Shot("pad-differs", differing("hu"), 60, 15),
      Shot("pad-criteria", line(.criteria, "1: 4 5 3 2 3:53")),
      Shot("pad-judgment", line(.judgment, "1a 2c 3f")),
      Shot("pad-ranking", line(.ranking, "3 1 2"), 60, 15),
    ]
  }()

  /// Hands, tables, walls.
  private static let counts: [Shot] =
    Language.builtIn.flatMap { code in
      [
        Shot("ways", Desk.scene(VoteRoom.scene(.dots, .facilitator, code), "w")),
        Shot(
          "hands",
          Desk.scene(
            VoteRoom.scene(.single, .facilitator, code), "w", "↓", "↓", "Enter", "1", "2", "Enter")),
      ]
    } + [
      Shot(
        "hands",
        Desk.scene(VoteRoom.scene(.judgment, .facilitator), "w", "↓", "↓", "Enter", "7"), 60, 15),
      Shot(
        "tables",
        Desk.scene(
          VoteRoom.scene(
            .dots, .facilitator,
            then: [
              .ballotCast(
                poll: VoteRoom.poll, voter: "table-2", marks: [VoteRoom.ideas[0]: 1], way: .table)
            ]), "w", "↓", "Enter")),
      Shot(
        "by-way",
        VoteRoom.scene(
          .dots, .facilitator,
          then: [
            .ballotCast(
              poll: VoteRoom.poll, voter: "table-2", marks: [VoteRoom.ideas[0]: 1], way: .table),
            .ballotCast(poll: VoteRoom.poll, voter: "s", marks: [:], way: .terminal),
            .totalsCounted(
              poll: VoteRoom.poll, totals: [VoteRoom.ideas[1]: 12], voters: 9, way: .hands),
          ])),
    ]
}
