/// When an activity was opened.
public struct Opening: Hashable, Comparable, Sendable {
  public let stamp: Stamp
  /// Seconds east of Greenwich where it happened; nil when nobody wrote it down.
  public let offset: Int?

  public var milliseconds: Int64 { stamp.milliseconds }

  public static func < (a: Opening, b: Opening) -> Bool { a.stamp < b.stamp }
}

/// What the stage shows of an activity, and how far it has come in it.
public struct ShownView: Equatable, Sendable {
  /// The activity kind's own id of the view; empty for the usual one.
  public let name: String
  /// Counted from 0.
  public let step: Int
}

/// What the room made of an activity's rounds.
public struct Arrangement: Equatable, Sendable {
  /// The ids of the rounds, first to last; those not named come after.
  public let order: [String]
  public let skipped: Set<String>
  /// What the order was drawn with, where it was drawn.
  public let seed: Int?
}

extension Workshop {
  /// Milliseconds between two openings of one day at most: no activity lasts that long, a night does.
  package static let dayBreak: Int64 = 6 * 3_600_000

  public func isOn(_ setting: Setting) -> Bool { !off.contains(setting) }

  /// Whether the room left the activity it was last at without saying so: nothing was opened or changed
  /// for so long that the day is over. Its clocks count no further then.
  public func isLeft(at now: Moment) -> Bool {
    guard let activity = plan.activity(current), let opening = openings[activity.id]?.last else {
      return false
    }
    var alive = opening.milliseconds + Int64(activity.minutes) * 60_000
    // A time that was set and still runs is somebody's.
    let clocks =
      [countdowns[activity.id]].compactMap { $0 } + (tableCountdowns[activity.id] ?? [:]).values
    if clocks.contains(where: { $0.runs(at: now.milliseconds) }) { return false }
    guard now.milliseconds - alive > Self.dayBreak else { return false }
    for trace in trail where trace.stamp.milliseconds > alive {
      if trace.stamp.milliseconds - alive > Self.dayBreak { return true }
      alive = trace.stamp.milliseconds
    }
    return now.milliseconds - alive > Self.dayBreak
  }

  /// The countdown of the room (nil) or of a table in the activity the room is at; nil also once the room
  /// has left it.
  public func countdown(of table: String? = nil, at now: Moment) -> Countdown? {
    guard let current, let countdown = self[current, table], !isLeft(at: now) else { return nil }
    return countdown
  }

  /// The state a while later when nothing happens but time: rounds that flow have gone on.
  public func advanced(to now: Moment) -> Workshop {
    guard let current, flows(current, at: now.milliseconds) else { return self }
    var workshop = self
    workshop.advance(current, to: now.milliseconds)
    return workshop
  }

  mutating func open(_ activity: ActivityID, seconds: Int?, _ entry: Entry) {
    let now = entry.stamp.milliseconds
    if let current { advance(current, to: now) }
    for other in countdowns.keys where other != activity { countdowns[other]?.interrupt(at: now) }
    for other in tableCountdowns.keys where other != activity {
      for table in tableCountdowns[other]?.keys.map({ $0 }) ?? [] {
        tableCountdowns[other]?[table]?.interrupt(at: now)
      }
    }
    let last = openings[activity]?.last?.milliseconds
    if let last, now - last > Self.dayBreak { forgetTime(of: activity) }
    if last.map({ now - $0 > Self.dayBreak }) ?? true, let opened = plan.activity(activity) {
      prepare(opened, entry)
    }
    current = activity
    shown = nil
    spotlit = nil
    openings[activity, default: []].append(
      Opening(stamp: entry.stamp, offset: Moment.offset(of: entry.at)))
    if let seconds {
      if countdowns[activity] == nil {
        countdowns[activity] = Countdown(seconds: seconds, startedAt: now)
      } else {
        countdowns[activity]?.resume(at: now)
      }
    }
    if countdowns[activity]?.isInterrupted == true { countdowns[activity]?.resume(at: now) }
    for (table, countdown) in tableCountdowns[activity] ?? [:] where countdown.isInterrupted {
      tableCountdowns[activity]?[table]?.resume(at: now)
    }
  }

  /// Whether a change was made to a session while its day went on.
  func isOfTheDay(_ change: PlanChange, _ entry: Entry) -> Bool {
    let session: Session? =
      switch change {
      case .activitySet(let activity, _, _, _), .activityRemoved(let activity),
        .activityMoved(let activity, _, _):
        plan.session(of: activity)
      case .activityAdded(let session, _, _), .sessionSet(let session, _, _, _):
        plan.session(session)
      case .planSet: nil
      }
    let last = session?.activities.flatMap { openings[$0.id] ?? [] }.map(\.milliseconds).max()
    return last.map { entry.stamp.milliseconds - $0 <= Self.dayBreak } ?? false
  }

  /// Another day: what was used up when it was rehearsed is there again.
  private mutating func forgetTime(of activity: ActivityID) {
    countdowns[activity] = nil
    tableCountdowns[activity] = nil
    turns[activity] = nil
    ready[activity] = nil
    views[activity] = nil
  }

  mutating func applyToTime(_ event: Event, _ entry: Entry) {
    let now = entry.stamp.milliseconds
    if let current { advance(current, to: now) }
    switch event {
    case .turnOpened(let activity, let turn, let seconds):
      guard turn >= 0 else { return }
      let turns = plan.activity(activity)?.numberedRounds.flatMap { $0.turns($0.id ?? "") } ?? []
      if turns.indices.contains(turn) { self.turns[activity] = turns[turn].place }
      if let seconds { countdowns[activity] = Countdown(seconds: seconds, startedAt: now) }
    case .segmentOpened(let activity, let round, let segment, let seconds):
      turns[activity] = Turn.Place(round: round, segment: segment)
      if let seconds { countdowns[activity] = Countdown(seconds: seconds, startedAt: now) }
    case .roundsArranged(let activity, let order, let skipped, let seed):
      arrangements[activity] = Arrangement(order: order, skipped: Set(skipped), seed: seed)
    case .countdownStarted(let activity, let seconds, let table):
      self[activity, table] = Countdown(seconds: seconds, startedAt: now)
    case .countdownPaused(let activity, let table):
      self[activity, table]?.pause(at: now)
    case .countdownResumed(let activity, let table):
      self[activity, table]?.resume(at: now)
    case .countdownExtended(let activity, let seconds, let table):
      if self[activity, table] == nil { self[activity, table] = planned(activity) }
      self[activity, table]?.extend(by: seconds)
    case .countdownSet(let activity, let seconds, let table, let whole):
      if let whole {
        self[activity, table] = Countdown(seconds: whole, left: seconds)
      } else if self[activity, table] == nil {
        self[activity, table] = Countdown(seconds: seconds, startedAt: nil)
      } else {
        self[activity, table]?.set(seconds, at: now)
      }
    default: break
    }
  }

  /// A countdown of the planned minutes that does not run yet.
  private func planned(_ activity: ActivityID) -> Countdown {
    Countdown(seconds: (plan.activity(activity)?.minutes ?? 0) * 60, startedAt: nil)
  }

  /// The countdown of the room (nil) or of a table.
  public internal(set) subscript(_ activity: ActivityID, _ table: String?) -> Countdown? {
    get { table.map { tableCountdowns[activity]?[$0] } ?? countdowns[activity] }
    set {
      if let table {
        tableCountdowns[activity, default: [:]][table] = newValue
      } else {
        countdowns[activity] = newValue
      }
    }
  }
}
