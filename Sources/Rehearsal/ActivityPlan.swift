import Cards
import Projects
import Shell
import Terminal
import WorkshopCore

/// What happens during one activity of a rehearsal: who does what, and when.
///
/// Read from the keys that the activity's kind has, so that a new kind is rehearsed with what it can do.
struct ActivityPlan {
  /// As the facilitator sees it, the activity just opened.
  private let scene: Scene
  private let activity: Activity
  private let kind: ActivityKind
  private let tables: Int
  /// Milliseconds since 1970.
  private let start: Int64
  private let seconds: Int
  /// Seconds between two lines of a table where people write several; nil: as many as a day has time for.
  private let pace: ClosedRange<Int64>?
  /// In the order of their time.
  private(set) var steps: [RehearsalStep] = []

  /// How many voters a room has whose plan names nobody: about thirty people came to each workshop of
  /// the programme that the templates follow.
  static let voters = 30

  init(
    _ activity: Activity, _ scene: Scene, tables: Int, seconds: Int,
    pace: ClosedRange<Int64>? = nil, voices: inout SampleTexts, random: inout SplitMix64
  ) {
    self.pace = pace
    self.activity = activity
    self.scene = scene
    self.tables = tables
    self.seconds = seconds
    kind = scene.kind(of: activity)
    start = scene.workshop.openings[activity.id]?.last?.milliseconds ?? scene.now.milliseconds
    tidy()
    keepTime()
    write(&voices, &random)
    useKeys(&voices, &random)
    look()
    steps = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  private func moment(_ share: Double) -> Int64 { start + Int64(share * Double(seconds) * 1000) }

  private mutating func add(
    _ what: RehearsalStep.What, by seat: Seat = .facilitator, at moment: Int64
  ) {
    steps.append(RehearsalStep(at: moment, seat: seat, what: what))
  }

  private mutating func add(_ what: RehearsalStep.What, by seat: Seat = .facilitator, share: Double)
  {
    add(what, by: seat, at: moment(share))
  }

  private mutating func tidy() {
    for table in 1...tables { add(.tidy, by: .table(table), at: start + 500) }
  }

  /// Starts the time, and goes through the turns as long as each one takes here.
  private mutating func keepTime() {
    let playlist = scene.workshop.playlist(of: activity)
    guard !playlist.isEmpty else {
      if !kind.startsByItself, activity.minutes > 0 {
        add(.press("toggle-countdown"), share: 0.02)
      }
      return
    }
    let planned = max(1, playlist.reduce(0) { $0 + $1.segment.minutes })
    var gone = 0
    for (index, turn) in playlist.enumerated() {
      let share = 0.02 + 0.96 * Double(gone) / Double(planned)
      add(.turn(index), share: share)
      add(.look, at: moment(share) + 2000)
      gone += turn.segment.minutes
    }
  }

  /// The screens at the opening and at a few later moments.
  private mutating func look() {
    add(.look, at: start + 1000)
    for share in [0.05, 0.5, 0.95] { add(.look, share: share) }
  }
}

// The tables' lines.
extension ActivityPlan {
  private mutating func write(_ voices: inout SampleTexts, _ random: inout SplitMix64) {
    guard let board = scene.board(of: activity) else { return tryToWrite() }
    if let pace, case .several = kind.rehearsal.lines {
      return write(pace, &random)
    }
    for table in 1...tables {
      for _ in 0..<lines(of: table, on: board, &random) {
        guard let line = voices.line(on: board, scene, &random) else { continue }
        let zones = scene.zones(of: board).count
        let columns = zones == 0 ? 0 : Int.random(in: 0...min(zones, 3), using: &random)
        // What is voted on, chosen or worked out stands there before.
        let last = kind.rehearsal.lines == .choices || board.sheet == "project" ? 0.16 : 0.8
        let share = Double.random(in: 0.1..<last, using: &random)
        write(line, columns: columns, by: table, share: share)
      }
    }
  }

  /// Line after line, from now on, as long as the activity has minutes.
  private mutating func write(_ pace: ClosedRange<Int64>, _ random: inout SplitMix64) {
    let now = scene.now.milliseconds
    let end = max(moment(1), now + 600_000)
    for table in 1...tables {
      var at = now + 1000 * Int64.random(in: 2...max(2, pace.lowerBound / 2), using: &random)
      while at < end {
        add(.say, by: .table(table), at: at)
        add(.give, by: .table(table), at: at + 4000)
        at += 1000 * Int64.random(in: pace, using: &random)
      }
    }
  }

  /// Somebody begins to type, and a moment later gives the line.
  private mutating func write(_ line: String, columns: Int, by table: Int, share: Double) {
    let begun = moment(share)
    add(.type(line, columns: columns), by: .table(table), at: begun)
    add(.give, by: .table(table), at: begun + 4000)
  }

  /// How many lines a table types during this activity.
  private func lines(of table: Int, on board: Board, _ random: inout SplitMix64) -> Int {
    let one = Int.random(in: 1...tables, using: &random) == 1 ? 1 : 0
    switch kind.rehearsal.lines {
    case .oneTable: return one
    case .none: return 0
    case .proposals:
      return board.sheet == Workshop.projectSheet && scene.workshop.projects.isEmpty ? 1 : 0
    case .choices: return scene.workshop.cards(on: board.id).count < 2 ? 1 : 0
    case .one: return 1 + one
    case .several: return activity.minutes >= 25 ? 3 : 2
    }
  }

  /// Without a board one table tries all the same, where the activity is there for it.
  private mutating func tryToWrite() {
    guard kind.rehearsal.needsBoard else { return }
    write("…", columns: 0, by: 1, share: 0.3)
  }
}

// What the activity's kind has keys for.
extension ActivityPlan {
  private mutating func useKeys(_ voices: inout SampleTexts, _ random: inout SplitMix64) {
    let desk = Set(kind.bindings(scene, activity).map(\.action.id))
    let notes = Set(kind.notesBindings(scene, activity).map(\.action.id))
    if desk.contains("deal") { add(.press("deal"), share: 0.06) }
    if desk.contains("take-chosen"), !desk.contains("open-poll"), canTakeChosen {
      add(.press("take-chosen"), share: 0.06)
    }
    if desk.contains("open-poll") { vote(onPaper: notes.contains("paper-ballots")) }
    if notes.contains("fill-persona") {
      for table in 1...max(1, scene.workshop.plan.tables) {
        let share = Double.random(in: 0.3..<0.8, using: &random)
        add(.fillSheet(table: table), by: seat(of: table), share: share)
      }
    }
    if !notes.isDisjoint(with: ["sign-up", "choose-theme"]) {
      let undecided = scene.undecided(activity).count
      let each = ((undecided > 0 ? undecided : Self.voters) + tables - 1) / tables
      for table in 1...tables {
        // One after another: two that choose the same person would both sign up the next one.
        for round in 0..<min(each, 8) {
          let share = 0.2 + 0.7 * Double(round * tables + table) / Double((each + 1) * tables)
          add(.signUp(1), by: .table(table), share: share)
        }
      }
    }
    if notes.contains("new-canvas") { fillCanvases(&voices, &random) }
    if kind.traits.contains(.plain), canSort { add(.sort, share: 0.2) }
    if kind.rehearsal.isTableWork {
      for table in 1...tables { add(.press("ready"), by: .table(table), share: 0.93) }
    }
  }

  private func seat(of table: Int) -> Seat { .table((table - 1) % tables + 1) }

  /// Opened, cast, closed and revealed; hands are counted where tables have no ballots.
  private mutating func vote(onPaper: Bool) {
    add(.press("open-poll"), share: 0.3)
    let people = scene.workshop.people.count
    let voters = people > 1 ? people : Self.voters
    if onPaper {
      for table in 1...tables {
        let count = (voters + table - 1) / tables
        guard count > 0 else { continue }
        add(
          .ballots(count), by: .table(table),
          share: 0.4 + 0.35 * Double(table) / Double(tables))
      }
    } else {
      add(.hands(voters), share: 0.5)
    }
    add(.look, share: 0.6)
    add(.press("close-poll"), share: 0.82)
    add(.press("reveal-poll"), share: 0.86)
    add(.look, share: 0.88)
    let takes = kind.bindings(scene, activity).contains { $0.action.id == Action.takeChosen.id }
    if takes, scene.workshop.projects.isEmpty,
      scene.workshop.board(ofSheet: Workshop.projectSheet) != nil
    {
      add(.press(Action.takeChosen.id), share: 0.92)
    }
  }

  /// A vote was revealed that chose something, and none of it became a project yet.
  private var canTakeChosen: Bool {
    guard let board = scene.board(of: activity), scene.workshop.cards(on: board.id).isEmpty
    else { return false }
    return scene.workshop.lastOutcome?.outcome.chosen.isEmpty == false
  }

  /// A wall that an earlier activity filled and nobody has sorted.
  private var canSort: Bool {
    guard let board = scene.board(of: activity), board.canvas == nil, board.columns == .zone,
      scene.zones(of: board).isEmpty
    else { return false }
    return scene.workshop.cards(on: board.id).count >= 6
  }

  /// Each table goes to a canvas of its own and fills the next blocks of it.
  private mutating func fillCanvases(_ voices: inout SampleTexts, _ random: inout SplitMix64) {
    for table in 1...tables {
      add(.goToCanvas(table), by: .table(table), share: 0.3 + 0.02 * Double(table) / Double(tables))
      for block in 1...3 {
        let share = 0.3 + 0.15 * Double(block) + .random(in: 0..<0.1, using: &random)
        guard let note = voices.line(SampleTexts.canvas) else { continue }
        write(note, columns: 1, by: table, share: share)
      }
    }
  }
}

extension SampleTexts {
  /// What somebody says on a board, half the time with the theme it is about.
  mutating func line(on board: Board, _ scene: Scene, _ random: inout SplitMix64) -> String? {
    // A persona's name is no remark on one.
    let pile = board.canvas != nil ? SampleTexts.canvas : board.sheet
    guard var line = line(pile == "persona" ? "feedback" : pile) else { return nil }
    if board.columns == .zone, board.canvas == nil, Bool.random(using: &random),
      let theme = scene.workshop.plan.themes.randomElement(using: &random)
    {
      line += " #\(theme.id)"
    }
    return line
  }
}
