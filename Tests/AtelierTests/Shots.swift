@testable import Persona
import Assets
import Foundation
import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// A scene at a size, by a name: what it shows, for which role, in which language.
struct Shot: Sendable, CustomTestStringConvertible {
  let name: String
  let size: Size
  private let make: @Sendable () throws -> Scene

  init(
    _ name: String, _ columns: Int = 80, _ rows: Int = 24,
    _ scene: @escaping @Sendable () throws -> Scene
  ) {
    self.name = "\(name)-\(columns)x\(rows)"
    size = Size(columns: columns, rows: rows)
    make = scene
  }

  private static let scenes = Memory<Scene>()

  /// The scene, made once for all tests that look at it.
  func scene() throws -> Scene { try Self.scenes.value(for: name, make) }

  var testDescription: String { name }

  /// Every screen that is looked at.
  static let all: [Shot] = [
    kinds, sizes, moments, overlays, morning, time,
    CaptureScenes.screens,
    jury, walls, projects, between, ballots, ways, results, figures,
  ].flatMap { $0 }

  /// Those that are on record: each kind as each role sees it and one screen of everything else, in
  /// English at 80x24; a few at other sizes.
  ///
  /// What another language or size may break is asserted of every screen instead.
  static let recorded: [Shot] = {
    let places = Set(kinds.map(\.name))
    var known: Set<String> = []
    let others = all.filter { shot in
      !places.contains(shot.name) && shot.isPlain
        && !["morning-", "vote-sheet-", "vote-open-"].contains { shot.name.hasPrefix($0) }
        && known.insert(shot.subject).inserted
    }
    return kinds.filter { $0.isPlain && (!$0.name.contains("-ballot-") || $0.subject == "poll") }
      + others + sizes.filter { $0.subject == "board" }
  }()

  /// In English, at 80x24.
  private var isPlain: Bool { name.hasSuffix("-en-80x24") }

  /// What its name says before the role.
  private var subject: String {
    let roles = Role.allCases.compactMap { name.range(of: "-\($0.rawValue)-")?.lowerBound }
    return roles.min().map { String(name[..<$0]) } ?? name
  }

  /// Each kind, as each role sees it, in each language.
  private static let kinds = Stage.activities.sorted { $0.key < $1.key }.flatMap { kind, activity in
    Role.allCases.flatMap { role in
      Language.builtIn.map { language in
        Shot("\(kind)-\(role.rawValue)-\(language)") {
          try Stage.scene(
            at: activity, role: role, language: language, then: [.countdown(activity)])
        }
      }
    }
  }

  /// A few at other sizes.
  private static let sizes = ["board", "canvas", "persona", "sign-up"].flatMap { kind in
    Role.allCases.flatMap { role in
      [(120, 40), (60, 15)].map { columns, rows in
        Shot("\(kind)-\(role.rawValue)-en", columns, rows) {
          try Stage.scene(at: Stage.activities[kind], role: role)
        }
      }
    }
  }

  /// Moments that no kind has alone.
  private static let moments: [Shot] = [
    Shot("waiting-facilitator-en") { Stage.scene(try Stage.express()) },
    Shot("waiting-stage-en") { Stage.scene(try Stage.express(), role: .stage) },
    Shot("waiting-notes-en") { Stage.scene(try Stage.express(), role: .notes) },
    Shot("overtime-facilitator-en") { try Stage.overtime(.facilitator) },
    Shot("overtime-stage-en") { try Stage.overtime(.stage) },
    Shot("open-vote-stage-en") { try Stage.vote([]) },
    Shot("closed-vote-stage-en") { try Stage.vote([.pollClosed(poll: "test-2", cut: [:])]) },
    Shot("dealt-stage-en") { try Stage.dealt() },
    Shot("unsaved-facilitator-en") {
      var scene = try Stage.scene(at: "cluster-1")
      scene.saving = .notSaved(3, reason: .stalled)
      return scene
    },
    Shot("refused-plan-facilitator-en") {
      var scene = try Stage.scene(at: "cluster-1")
      scene.trouble = "\("line 3") · the last good plan goes on"
      return scene
    },
    Shot("wall-facilitator-en") {
      var scene = try Stage.scene(at: "cluster-1")
      scene.focus.place = .board("ideas")
      scene.focus.card = scene.workshop.cards(on: "ideas").first?.id
      return scene
    },
    Shot("left-behind-notes-en") {
      var scene = try Stage.scene(at: "cluster-1", role: .notes)
      scene.focus.line = Line("librarians could be the first contact")
      scene.focus.begun = Focus.Begun(board: "challenges")
      return scene
    },
    Shot("completion-notes-en") {
      var scene = try Stage.scene(at: "cluster-1", role: .notes)
      scene.focus.line = Line("a bench in front of the town hall #incl")
      return scene
    },
    Shot("too-small-stage-en", 40, 10) { try Stage.scene(at: "cluster-1", role: .stage) },
  ]

  /// What lies over a view, opened by its keys.
  private static let overlays: [Shot] = [
    Shot("help-facilitator-en") { try Stage.pressed(["?"], at: "vote-1") },
    Shot("help-facilitator-fr") { try Stage.pressed(["?"], at: "vote-1", language: "fr") },
    Shot("palette-facilitator-hu") { try Stage.pressed([":"], at: "cluster-1", language: "hu") },
    Shot("boards-facilitator-en") { try Stage.pressed(["o"], at: "cluster-1") },
    Shot("script-facilitator-en") { try Stage.pressed(["i"], at: "cluster-1") },
    Shot("prompt-facilitator-en") {
      try Stage.pressed(["a", "M", "o", "r", "e"], at: "cluster-1")
    },
    Shot("form-facilitator-en") { try Stage.pressed(["f", "Enter", "Down"], at: "persona") },
    Shot("games-facilitator-fr") { try Stage.pressed(["w"], at: "jury-warm-up", language: "fr") },
    Shot("ballots-facilitator-en") {
      try Stage.pressed(["p", "1", "Space", "1", "Space", "2"], then: Stage.poll)
    },
    Shot("counter-facilitator-hu") {
      try Stage.pressed(["t", "1", "2", "Enter", "7"], then: Stage.poll, language: "hu")
    },
    Shot("sign-up-menu-notes-en") { try Stage.pressed(["F5"], at: "sign-up", role: .notes) },
  ]
}

extension Event {
  /// The planned time of an activity of the demo, five minutes' worth.
  fileprivate static func countdown(_ activity: ActivityID) -> Event {
    .countdownStarted(activity: activity, seconds: 300)
  }
}

extension Stage {
  static func express() throws -> Plan {
    try #require(Content.builtIn.template("express-90")).resolved(in: "en")
  }

  /// A vote on three cards of the demo; its poll is `test-2`, as the room's opening is `test-1`.
  static let poll: [Event] = [
    .pollOpened(
      activity: "vote-1", question: "What do we work out?", method: .dots,
      options: ["A mobile desk", "Callback within the day", "One form engine"], dots: 3, cap: 2,
      winners: 1),
    .ballotCast(poll: "test-2", voter: "one", marks: ["A mobile desk": 2, "One form engine": 1]),
  ]

  fileprivate static func vote(_ events: [Event]) throws -> Scene {
    try scene(at: "vote-1", role: .stage, then: poll + events)
  }

  fileprivate static func overtime(_ role: Role) throws -> Scene {
    var scene = try scene(
      at: "jury-opening", role: role,
      then: [.countdownStarted(activity: "jury-opening", seconds: 60)])
    scene.now = now.adding(seconds: 152)
    return scene
  }

  fileprivate static func dealt() throws -> Scene {
    let plan = try express()
    var scene = scene(plan, then: [.activityOpened(activity: "persona", seconds: nil)])
    let events = Action.deal.decide(scene).events
    scene = self.scene(
      plan, role: .stage, then: [.activityOpened(activity: "persona", seconds: nil)] + events)
    return scene
  }

  /// A scene after keys; their events are folded in as the session loop would.
  static func pressed(
    _ keys: [String], at activity: ActivityID = "vote-1", then events: [Event] = [],
    role: Role = .facilitator, language: String = "en"
  ) throws -> Scene {
    var scene = try scene(at: activity, role: role, language: language, then: events)
    for label in keys {
      let key = try #require(Key(label: label))
      let outcome = Keymap.decide(key, scene)
      if let focus = outcome.focus { scene.focus = focus }
    }
    return scene
  }
}
