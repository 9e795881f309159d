import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// What simulated tables do while a person facilitates: they write where people write, fill what is theirs
/// to fill, and hand in ballots while a vote is open.
///
/// A value without a clock and without a disk, as a `RehearsalScript` is: whoever plays it asks for the
/// strokes that are due. Where everyone is it reads from the scene, so it follows wherever the person goes.
package struct TableScript: Sendable {
  /// How many note-takers there are.
  package let tables: Int
  /// Seconds between two lines of a table.
  package var pace: ClosedRange<Int64>

  private var random: SplitMix64
  private var sampleTexts: SampleTexts
  private var steps: [RehearsalStep] = []
  /// The keys of the deed that is being done, and who does it.
  private var presses: [Press] = []
  private var seat = Seat.table(1)
  /// When the last stroke was made (ms).
  private var last: Int64 = 0
  /// What the steps are for: an activity, as often as it was opened, and a vote.
  private var activity: ActivityID?
  private var openings = 0
  private var poll: PollID?

  init(tables: Int, language: String, seed: UInt64, pace: ClosedRange<Int64>) {
    var random = SplitMix64(seed: seed)
    sampleTexts = SampleTexts(language: language, &random)
    self.random = random
    self.tables = min(max(1, tables), Seat.mostTables)
    self.pace = pace
  }

  /// What was begun is forgotten; from its next look on it does what is due then.
  mutating func restart() { (steps, presses, activity, poll) = ([], [], nil, nil) }

  /// The next stroke that is due; nil when there is none yet.
  ///
  /// - Parameter scene: what a seat sees now; the facilitator's tells where everyone is.
  package mutating func next(until now: Int64, _ scene: (Seat) -> Scene) -> RehearsalKey? {
    while true {
      if let press = presses.first {
        let at = last + RehearsalScript.gap
        guard at <= now else { return nil }
        presses.removeFirst()
        guard let key = RehearsalScript.key(press, RehearsalScript.scene(scene, seat, at)) else {
          continue
        }
        last = at
        return RehearsalKey(at: at, seat: seat, key: key)
      }
      follow(scene(.facilitator))
      guard let step = steps.first, step.at <= now else { return nil }
      steps.removeFirst()
      last = max(last, step.at)
      seat = step.seat
      begin(step, RehearsalScript.scene(scene, seat, last))
    }
  }

  /// What a step takes now; nothing where the board or the vote takes no more.
  private mutating func begin(_ step: RehearsalStep, _ scene: Scene) {
    switch step.what {
    case .type, .say:
      guard let board = scene.board, scene.refusal(ofCardsOn: board) == nil else { return }
    case .give:
      guard let board = scene.lineBoard else { return }
      if scene.workshop.cards(on: board.id).contains(where: {
        scene.focus.line.text.hasPrefix($0.text)
      }) {
        // Somebody has said it already.
        presses = [.action("complete-or-voice")]
        return
      }
    case .ballots:
      guard scene.current.flatMap({ scene.workshop.latestPoll(of: $0.id) })?.isOpen == true else {
        return
      }
    default: break
    }
    presses = step.presses(scene, &sampleTexts, &random)
  }

  /// Plans what the activity that everyone is at asks of tables, and the vote that is open there.
  private mutating func follow(_ scene: Scene) {
    guard let current = scene.current, !scene.isLeft else {
      (steps, activity) = ([], nil)
      return
    }
    let count = scene.workshop.openings[current.id]?.count ?? 0
    if current.id != activity || count != openings {
      (activity, openings) = (current.id, count)
      var desk = scene
      desk.role = .facilitator
      desk.focus = Focus()
      let plan = ActivityPlan(
        current, desk, tables: tables, seconds: max(60, current.minutes * 60), pace: pace,
        voices: &sampleTexts, random: &random)
      steps = plan.steps.filter { step in
        guard case .table = step.seat, step.at > scene.now.milliseconds else { return false }
        if case .ballots = step.what { return false }
        return true
      }
    }
    if let open = scene.workshop.latestPoll(of: current.id), open.isOpen, open.id != poll {
      poll = open.id
      hand(scene.now.milliseconds)
    }
  }

  /// Every table hands in its people's ballots, one after the other, within half a minute.
  private mutating func hand(_ now: Int64) {
    let each = (ActivityPlan.voters + tables - 1) / tables
    for table in 1...tables {
      for _ in 0..<each {
        let at = now + .random(in: 3000...25_000, using: &random)
        steps.append(RehearsalStep(at: at, seat: .table(table), what: .ballots(1)))
      }
    }
    steps = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}
