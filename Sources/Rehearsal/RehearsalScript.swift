import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// A plan played through by a simulated room: which key is pressed next, by whom, and when.
///
/// A value without a clock and without a disk. Whoever plays it asks for the strokes that are due,
/// presses each in the scene of its seat and tells what it led to; the same seed and the same days give
/// the same strokes. What the room is at is read from the scene, so that a person may step in.
package struct RehearsalScript: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  /// The sessions that were played to their end.
  private(set) var days: [Day] = []
  package private(set) var isOver = false
  /// It is night until then (ms): nobody need wait for it.
  package private(set) var nightEnd: Int64?
  /// How many note-takers there are.
  package let tables: Int
  /// When the first session begins (ms).
  let start: Int64

  private var random: SplitMix64
  private var sampleTexts: SampleTexts
  /// When each session begins (ms), by its id.
  private let sessionStarts: [String: Int64]
  private var steps: [RehearsalStep] = []
  /// The keys of the deed that is being done.
  private var presses: [Press] = []
  private var seat = Seat.facilitator
  /// When the last stroke was made, and the earliest time for the next.
  private var last: Int64
  private var pressed: Press?
  private var activity: ActivityID?

  /// Milliseconds between two strokes: no two entries share a moment.
  static let gap: Int64 = 20

  /// - Parameter now: sessions without a date are held on the days before it, one a day.
  package init(_ plan: Plan, language: String, seed: UInt64, now: Moment) {
    var random = SplitMix64(seed: seed)
    sampleTexts = SampleTexts(language: language, &random)
    self.random = random
    tables = min(max(1, plan.tables), Seat.mostTables)
    let mornings = SessionStarts.all(of: plan, from: now)
    self.sessionStarts = mornings
    start = plan.sessions.first.flatMap { mornings[$0.id] } ?? now.milliseconds
    last = start - Self.early
    steps = [
      RehearsalStep(at: last, seat: .facilitator, what: .look),
      RehearsalStep(at: start, seat: .facilitator, what: .press("next")),
    ]
    if plan.activities.isEmpty { isOver = true }
  }

  /// Milliseconds before a session's start at which the rehearsal of it begins.
  private static let early: Int64 = 60_000

  /// When the rehearsal's clock begins.
  package var opening: Int64 { start - Self.early }

  /// The next stroke that is due, nil when there is none yet or all is over.
  ///
  /// - Parameter scene: what a seat sees now; its clock is set here.
  package mutating func next(until now: Int64, _ scene: (Seat) -> Scene) -> RehearsalKey? {
    while !isOver {
      if let press = presses.first {
        let at = last + Self.gap
        guard at <= now else { return nil }
        presses.removeFirst()
        pressed = press
        guard let key = Self.key(press, Self.scene(scene, seat, at)) else { continue }
        last = at
        return RehearsalKey(at: at, seat: seat, key: key)
      }
      follow(Self.scene(scene, .facilitator, last))
      guard let deed = steps.first else {
        isOver = true
        return nil
      }
      guard deed.at <= now else { return nil }
      steps.removeFirst()
      last = max(last, deed.at)
      seat = deed.seat
      let sight = Self.scene(scene, seat, last)
      switch deed.what {
      case .look: look(sight, notes: Self.scene(scene, .table(1), last))
      case .close(let next): close(sight, next: next)
      default: presses = deed.presses(sight, &sampleTexts, &random)
      }
    }
    return nil
  }

  /// What a stroke led to: a question is answered by the same key, a refusal is a finding.
  package mutating func heard(_ outcome: Outcome, _ scene: Scene) {
    guard case .action(let id) = pressed else { return }
    if outcome.events.isEmpty, let armed = outcome.focus?.armed, armed.action == id,
      armed.until > last
    {
      presses.insert(.action(id), at: 0)
      return
    }
    guard outcome.isWarning, let reason = outcome.notice else { return }
    let action = Keymap.bindings(scene).first { $0.action.id == id }?.action.phrase
    guard let action, let current = scene.current else { return }
    // That there is no board was found already, and said better.
    if scene.kind(of: current).rehearsal.needsBoard, scene.board(of: current) == nil { return }
    find("“\(action)” was refused: \(reason)", scene)
  }

  static func scene(_ scene: (Seat) -> Scene, _ seat: Seat, _ at: Int64) -> Scene {
    var seen = scene(seat)
    seen.now = seen.now.at(at)
    return seen
  }

  /// The key to press; nil when the action has none here.
  static func key(_ press: Press, _ scene: Scene) -> Key? {
    switch press {
    case .key(let key): key
    case .action(let id): Keymap.bindings(scene).first { $0.action.id == id }?.keys.first
    }
  }

  private mutating func find(_ phrase: Phrase, _ scene: Scene, at activity: ActivityID? = nil) {
    let activity = activity ?? scene.current?.id
    let session = scene.workshop.plan.session(of: activity)?.id
    let finding = Diagnostic(session: session, activity: activity, phrase: phrase)
    if !diagnostics.contains(finding) { diagnostics.append(finding) }
  }
}

// What the room is at.
extension RehearsalScript {
  /// Plans the activity that the room moved to, whoever moved it.
  private mutating func follow(_ scene: Scene) {
    guard let current = scene.current, current.id != activity,
      let session = scene.workshop.plan.session(of: current.id)
    else { return }
    let isFirst = scene.workshop.plan.session(of: activity)?.id != session.id
    activity = current.id
    nightEnd = nil
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    if isFirst { findClashes(session, scene) }
    for phrase in Needs.missing(current, scene) { find(phrase, scene) }
    findDelay(current, agenda, scene)
    let drift = scene.kind(of: current).rehearsal.drift
    let seconds = Pace.seconds(current, in: agenda, drift: drift, &random)
    let book = ActivityPlan(
      current, scene, tables: tables, seconds: seconds, voices: &sampleTexts, random: &random)
    steps = book.steps
    let end = last + Int64(seconds) * 1000
    steps.removeAll { $0.at >= end }
    leave(current, at: end, scene)
  }

  /// Goes on to the next activity, at once or the next morning, or comes to the end.
  private mutating func leave(_ activity: Activity, at end: Int64, _ scene: Scene) {
    let activities = scene.workshop.plan.activities
    let index = activities.firstIndex { $0.id == activity.id } ?? activities.count
    let following = activities.dropFirst(index + 1).first { !$0.isDropped }
    let here = scene.workshop.plan.session(of: activity.id)?.id
    let there = scene.workshop.plan.session(of: following?.id)?.id
    var start = end
    if there != here {
      let morning = there.flatMap { sessionStarts[$0] }.map { max($0, end + 2 * Self.early) }
      steps.append(RehearsalStep(at: end, seat: .facilitator, what: .close(next: morning)))
      start = morning ?? end
    }
    guard following != nil else { return }
    steps.append(RehearsalStep(at: start, seat: .facilitator, what: .press("next")))
  }

  /// What the plan's own minutes take from its fixed items.
  private mutating func findClashes(_ session: Session, _ scene: Scene) {
    let plain = Workshop(plan: scene.workshop.plan, catalogue: scene.workshop.catalogue)
    let agenda = Agenda(of: session, in: plain, now: Moment(milliseconds: 0))
    for item in agenda.items where item.squeezed > 0 {
      find(
        "The items before it take \(item.squeezed) of its minutes", scene, at: item.activity.id)
    }
  }

  /// A fixed item that began late although the plan's own minutes leave it whole.
  private mutating func findDelay(_ activity: Activity, _ agenda: Agenda, _ scene: Scene) {
    guard activity.isFixed, let item = agenda.items.first(where: { $0.activity.id == activity.id })
    else { return }
    let late = item.start - item.plannedStart
    let isKnown = diagnostics.contains { $0.activity == activity.id }
    guard late >= Self.worthSaying, !isKnown else { return }
    find("It began \(late) min late: what comes before it has no buffer", scene)
  }

  /// Minutes of delay that a room notices.
  private static let worthSaying = 5

  /// Draws the three screens and notes what the room cannot read. A screen that cannot be drawn would
  /// end the rehearsal here, and not the day.
  private mutating func look(_ facilitator: Scene, notes: Scene) {
    let size = Size(columns: 80, rows: 24)
    var stage = facilitator
    stage.role = .stage
    stage.focus = Focus()
    let frame = View.draw(stage, size: size)
    for phrase in Overflow.phrases(in: frame, of: stage) { find(phrase, stage) }
    _ = View.draw(facilitator, size: size)
    _ = View.draw(notes, size: size)
  }

  private mutating func close(_ scene: Scene, next: Int64?) {
    nightEnd = next.map { $0 - Self.early }
    guard let session = scene.workshop.plan.session(of: activity) else { return }
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    let stretch = Stretch(agenda)
    if stretch.minutes > Stretch.longest, let first = stretch.first, let last = stretch.last {
      let phrase: Phrase =
        "\(stretch.minutes) min without a break: from “\(first.title)” to “\(last.title)”"
      diagnostics.append(Diagnostic(session: session.id, activity: nil, phrase: phrase))
    }
    days.append(
      Day(
        session: session.id, start: agenda.items.first?.start ?? 0, plannedEnd: agenda.plannedEnd,
        end: agenda.items.last?.playedEnd ?? agenda.projectedEnd, stretch: stretch.minutes))
  }
}
