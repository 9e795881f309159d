public import WorkshopCore

/// A session's agenda against the clock: what is done, what runs, when the rest will come.
///
/// Times are minutes since midnight of the session's day, past 1,440 when it runs into the night. What
/// is still to come is projected from the activity the room is at; a fixed item starts when the plan
/// says, even if what is before it runs on.
public struct Agenda: Equatable, Sendable {
  public let items: [Item]
  /// The planned end of the session.
  public let plannedEnd: Int
  /// The end that people were told: as the day was prepared, whatever it was changed to since it began.
  public let preparedEnd: Int
  /// The end as it looks now.
  public let projectedEnd: Int
  /// Minutes behind the plan at the next item, negative when ahead; 0 while the room is elsewhere.
  public let drift: Int
  /// Minutes by which a day without a date was begun at another hour than its plan has: the plan is
  /// read as if it were planned for then.
  public let shift: Int
  /// It was held, and is opened again on a later day: its items stand as they did then.
  public let isLookedBackAt: Bool
  /// Planned and real minutes of each phase, and of what belongs to none.
  public let phases: [PhaseTime]

  /// Where an item stands.
  public enum State: Equatable, Sendable { case done, now, ahead, skipped }

  /// One line of the agenda.
  public struct Item: Equatable, Sendable {
    public let activity: Activity
    /// A break, lunch, arrival, slack: no work, and the last thing to be shortened.
    public var isBreak: Bool { traits.contains(.rest) }
    let traits: KindTraits
    public let state: State
    public let plannedStart: Int
    /// When it really started, or is expected to.
    public let start: Int
    /// When it really ended, or is expected to.
    public let end: Int
    /// Seconds the room has spent at it, every visit counted; 0 while it is ahead.
    public let seconds: Int
    /// The same in minutes. Sums are made of the seconds.
    public var spent: Int { Agenda.minutes(seconds) }
    /// Minutes that what came before took from a fixed item, at most all it has.
    public let squeezed: Int
    /// A break that is there to be used up: its minimum is nothing.
    public var isSlack: Bool { isBreak && activity.minimum == 0 }
    /// How many minutes longer (or shorter) than planned it took; nil until it is over.
    public var overrun: Int? { state == .done ? spent - activity.minutes : nil }
  }

  /// The minutes of a phase.
  public struct PhaseTime: Equatable, Sendable {
    /// Nil: breaks and whatever else belongs to no phase.
    public let phase: Phase?
    /// As the day was prepared.
    public let planned: Int
    public let spent: Int
  }

  /// Seconds in whole minutes, to the nearest: what is counted in seconds is rounded once, at its end.
  public static func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

  /// - Parameter asHeld: for what tells of a past session: a day on its own date counts before a later
  ///   one, on which somebody only opened it again.
  public init(of session: Session, in workshop: Workshop, now: Moment, asHeld: Bool = false) {
    // Its times are minutes: within a second none is another one.
    let moment = "\(now.milliseconds / 1000) \(now.offset)"
    guard workshop.plan.session(session.id) == session else {
      self.init(working: session, in: workshop, now: now, asHeld: asHeld)
      return
    }
    self = workshop.once("agenda", session.id, moment, String(asHeld)) {
      Agenda(working: session, in: workshop, now: now, asHeld: asHeld)
    }
  }

  private init(working session: Session, in workshop: Workshop, now: Moment, asHeld: Bool) {
    let day = SessionDay(of: session, in: workshop, now: now, asHeld: asHeld)
    let shift = day.shift
    isLookedBackAt = day.isLookedBackAt
    let (starts, plannedEnd) = session.timetable
    let planned = starts.map { $0 + shift }
    let current = day.isOver ? nil : session.activities.firstIndex { $0.id == workshop.current }
    let finished = current == nil ? [] : workshop.finished
    var items: [Item] = []
    var cursor = (ClockTime(session.start)?.minutes ?? 0) + shift
    let late = current == nil ? day.lateStart : 0
    cursor += late
    var reached = Int.min
    for (index, activity) in session.activities.enumerated() {
      let isBehind = current.map { index < $0 } ?? day.isOver
      let visits = day.visits[activity.id] ?? []
      let traits = workshop.catalogue.traits(of: activity)
      let item: Item
      if let first = visits.first, let last = visits.last,
        isBehind || current == nil || index == current || finished.contains(activity.id)
      {
        let spent = visits.reduce(0) { $0 + $1.end - $1.start }
        let end =
          index == current
          ? day.minute(
            now.milliseconds + Self.left(of: activity, spent: spent, in: workshop, now: now))
          : day.minute(last.end, last.offset)
        item = Item(
          activity: activity, traits: traits, state: index == current ? .now : .done,
          plannedStart: planned[index],
          start: day.minute(first.start, first.offset), end: end, seconds: Int(spent / 1000),
          squeezed: 0)
        // What was done before the room came back to an earlier item is no time to come.
        if current.map({ index <= $0 }) ?? true {
          reached = max(reached, item.end)
          cursor = reached
        }
      } else if isBehind || activity.isDropped {
        item = Item(
          activity: activity, traits: traits, state: .skipped, plannedStart: planned[index],
          start: cursor, end: cursor, seconds: 0, squeezed: 0)
      } else {
        item = Self.ahead(activity, traits: traits, plannedStart: planned[index], cursor: cursor)
        cursor = item.end
      }
      items.append(item)
    }
    self.items = items
    self.shift = shift
    self.plannedEnd = plannedEnd + shift
    let prepared = workshop.prepared.session(session.id) ?? session
    preparedEnd = prepared.timetable.end + shift
    projectedEnd = cursor
    if let current {
      let next = items.indices.first { $0 > current && items[$0].state == .ahead }
      drift = items[current].end - (next.map { planned[$0] } ?? self.plannedEnd)
    } else {
      drift = late
    }
    phases = Self.phases(of: items, planned: prepared)
  }

  /// An item still to come, when what is before it ends at `cursor`.
  private static func ahead(
    _ activity: Activity, traits: KindTraits, plannedStart: Int, cursor: Int
  ) -> Item {
    let start = activity.isFixed ? plannedStart : cursor
    return Item(
      activity: activity, traits: traits, state: .ahead, plannedStart: plannedStart, start: start,
      end: max(start + activity.minutes, cursor), seconds: 0,
      squeezed: min(max(0, cursor - start), activity.minutes))
  }

  /// Milliseconds the activity the room is at will still take: what its countdown says, running or
  /// paused, and the rounds to come; without one, what the plan leaves.
  private static func left(
    of activity: Activity, spent: Int64, in workshop: Workshop, now: Moment
  ) -> Int64 {
    let playlist = workshop.playlist(of: activity)
    let turn = workshop.turnIndex(of: activity, in: playlist)
    guard let countdown = workshop.countdowns[activity.id], playlist.isEmpty || turn != nil else {
      return max(0, Int64(activity.minutes) * 60_000 - spent)
    }
    let later = turn.map { playlist.dropFirst($0 + 1).reduce(0) { $0 + $1.segment.minutes } } ?? 0
    return max(0, countdown.remaining(at: now.milliseconds)) + Int64(later) * 60_000
  }

  private static func phases(of items: [Item], planned session: Session) -> [PhaseTime] {
    ([nil] + Phase.allCases.map(Optional.some)).map { phase in
      PhaseTime(
        phase: phase,
        planned: session.activities.reduce(0) {
          $0 + ($1.phase == phase && !$1.isDropped ? $1.minutes : 0)
        },
        spent: minutes(items.reduce(0) { $0 + ($1.activity.phase == phase ? $1.seconds : 0) }))
    }
  }
}
