/// When an activity was opened.
public struct Opening: Hashable, Comparable, Sendable {
  public let stamp: Stamp
  /// By the clock of whoever opened it, since 1970.
  public let milliseconds: Int64
  /// Seconds east of Greenwich where it happened; nil when nobody wrote it down.
  public let offset: Int?
  /// The journal writer who opened it.
  let writer: String
  /// The activity that the room left; nil when nobody wrote it down.
  let from: ActivityID?

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

  /// Milliseconds in which two desks that leave the same activity mean one move: whoever presses a key has
  /// not seen yet what the other did.
  public static let sameMove: Int64 = 3000

  /// The least that the room stays at an activity which it does, and does not only pass by, in milliseconds.
  private static let leastStay: Int64 = 60_000

  /// The activities of the day that the room left for a later one after a stay: they are done, wherever it
  /// went back to since.
  public var finished: Set<ActivityID> {
    let places = Dictionary(
      plan.activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let all = openings.flatMap { id, openings in openings.map { (activity: id, opening: $0) } }
      .sorted { ($0.opening, $0.activity) < ($1.opening, $1.activity) }
    var finished: Set<ActivityID> = []
    for (stay, next) in zip(all, all.dropFirst()) {
      let length = next.opening.milliseconds - stay.opening.milliseconds
      if length > Self.dayBreak { finished = [] }
      guard let here = places[stay.activity], let there = places[next.activity] else { continue }
      if there > here, length >= Self.leastStay {
        if length <= Self.dayBreak { finished.insert(stay.activity) }
      } else if there < here {
        finished.remove(stay.activity)
      }
    }
    return finished
  }

  /// The same workshop with the room at another activity, for whoever looks at that: no clock is moved.
  public func at(_ activity: ActivityID) -> Workshop {
    var workshop = self
    workshop.current = activity
    return workshop
  }

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

  /// The state as somebody sees it by whose clock other writers' differ: by how many milliseconds each
  /// writer's clock is behind, negative when ahead.
  func seen(withClocksBehind behind: [String: Int64]) -> Workshop {
    guard !behind.isEmpty else { return self }
    func seen(_ countdown: Countdown) -> Countdown {
      var seen = countdown
      if let mark = seen.mark { seen.mark = mark + (behind[seen.writer] ?? 0) }
      return seen
    }
    var workshop = self
    workshop.countdowns = countdowns.mapValues(seen)
    workshop.tableCountdowns = tableCountdowns.mapValues { $0.mapValues(seen) }
    return workshop
  }

  mutating func open(
    _ activity: ActivityID, seconds: Int?, left: Int?, from: ActivityID?, _ entry: Entry
  ) {
    let now = entry.time
    if let from, let last = current.flatMap({ openings[$0]?.last }), current != from,
      last.from == from, last.writer != entry.id.writer,
      entry.stamp.milliseconds - last.stamp.milliseconds < Self.sameMove
    {
      return
    }
    let writer = entry.id.writer
    if let current { advance(current, to: now) }
    let before = current
    for other in countdowns.keys where other != activity {
      countdowns[other]?.interrupt(at: now, left: other == before ? left : nil)
    }
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
      Opening(
        stamp: entry.stamp, milliseconds: now, offset: Moment.offset(of: entry.at), writer: writer,
        from: from))
    if let seconds {
      if countdowns[activity] == nil {
        countdowns[activity] = Countdown(seconds: seconds, startedAt: now, by: writer)
      } else {
        countdowns[activity]?.resume(at: now, by: writer)
      }
    }
    if countdowns[activity]?.isInterrupted == true {
      countdowns[activity]?.resume(at: now, by: writer)
    }
    for (table, countdown) in tableCountdowns[activity] ?? [:] where countdown.isInterrupted {
      tableCountdowns[activity]?[table]?.resume(at: now, by: writer)
    }
  }

  /// Whether a change was made to a session while its day went on.
  func isOfTheDay(_ change: PlanChange, _ entry: Entry) -> Bool {
    let session: Session? =
      switch change {
      case .activitySet(let activity, _, _, _), .activityRemoved(let activity),
        .activityMoved(let activity, _, _), .activityCarried(let activity, _, _, _, _):
        plan.session(of: activity)
      case .activityAdded(let session, _, _), .sessionSet(let session, _, _, _),
        .sessionRemoved(let session), .sessionMoved(let session, _, _):
        plan.session(session)
      case .planSet, .sessionAdded, .boardAdded, .boardRemoved, .boardMoved, .boardSet: nil
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
    let now = entry.time
    let writer = entry.id.writer
    if let current { advance(current, to: now) }
    switch event {
    case .turnOpened(let activity, let turn, let seconds):
      guard turn >= 0 else { return }
      let turns = plan.activity(activity)?.numberedRounds.flatMap { $0.turns($0.id ?? "") } ?? []
      if turns.indices.contains(turn) { self.turns[activity] = turns[turn].place }
      if let seconds {
        countdowns[activity] = Countdown(seconds: seconds, startedAt: now, by: writer)
      }
    case .segmentOpened(let activity, let round, let segment, let seconds):
      turns[activity] = Turn.Place(round: round, segment: segment)
      if let seconds {
        countdowns[activity] = Countdown(seconds: seconds, startedAt: now, by: writer)
      }
    case .roundsArranged(let activity, let order, let skipped, let seed):
      arrangements[activity] = Arrangement(order: order, skipped: Set(skipped), seed: seed)
    case .countdownStarted(let activity, let seconds, let table):
      self[activity, table] = Countdown(seconds: seconds, startedAt: now, by: writer)
    case .countdownPaused(let activity, let table, let left):
      self[activity, table]?.pause(at: now, left: left)
    case .countdownResumed(let activity, let table):
      self[activity, table]?.resume(at: now, by: writer)
    case .countdownExtended(let activity, let seconds, let table):
      if self[activity, table] == nil { self[activity, table] = planned(activity) }
      self[activity, table]?.extend(by: seconds)
    case .countdownSet(let activity, let seconds, let table, let whole):
      if let whole {
        self[activity, table] = Countdown(seconds: whole, left: seconds)
      } else if self[activity, table] == nil {
        self[activity, table] = Countdown(seconds: seconds, startedAt: nil)
      } else {
        self[activity, table]?.set(seconds, at: now, by: writer)
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
