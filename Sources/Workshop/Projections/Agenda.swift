/// A session's agenda against the clock: what is done, what runs, when the rest will come.
///
/// Times are minutes since midnight of the session's day, past 1,440 when it runs into the night. What
/// is still to come is projected from the activity the room is at; a fixed item starts when the plan
/// says, even if what is before it runs on.
public struct Agenda: Equatable, Sendable {
  public let items: [Item]
  /// The planned end of the session.
  public let plannedEnd: Int
  /// The end as it looks now.
  public let projectedEnd: Int
  /// Minutes behind the plan at the next item, negative when ahead; 0 while the room is elsewhere.
  public let drift: Int

  /// Where an item stands.
  public enum State: Equatable, Sendable { case done, now, ahead, skipped }

  /// One line of the agenda.
  public struct Item: Equatable, Sendable {
    public let activity: Activity
    public let state: State
    public let plannedStart: Int
    /// When it really started, or is expected to.
    public let start: Int
    /// When it really ended, or is expected to.
    public let end: Int
    /// Minutes the room has spent at it, every visit counted; 0 while it is ahead.
    public let spent: Int
    /// Minutes that what came before took from a fixed item, at most all it has.
    public let squeezed: Int
    /// How many minutes longer (or shorter) than planned it took; nil until it is over.
    public var overrun: Int? { state == .done ? spent - activity.minutes : nil }
  }

  public init(of session: Session, in workshop: Workshop, now: Moment) {
    let planned = Self.plannedStarts(of: session)
    let day = SessionDay(of: session, in: workshop, now: now)
    let current =
      day.isOver ? nil : session.activities.firstIndex { $0.id == workshop.current }
    var items: [Item] = []
    var cursor = ClockTime(session.start)?.minutes ?? 0
    plannedEnd = cursor + session.activities.reduce(0) { $0 + $1.minutes }
    var reached = Int.min
    for (index, activity) in session.activities.enumerated() {
      let isBehind = current.map { index < $0 } ?? day.isOver
      let visits = day.visits[activity.id] ?? []
      let item: Item
      if let first = visits.first, let last = visits.last,
        isBehind || current == nil || index == current
      {
        let spent = visits.reduce(0) { $0 + $1.end - $1.start }
        let end =
          index == current
          ? now.milliseconds + Self.left(of: activity, spent: spent, in: workshop, now: now)
          : last.end
        item = Item(
          activity: activity, state: index == current ? .now : .done, plannedStart: planned[index],
          start: day.minute(first.start), end: day.minute(end), spent: Int(spent / 60_000),
          squeezed: 0)
        reached = max(reached, item.end)
        cursor = reached
      } else if isBehind {
        item = Item(
          activity: activity, state: .skipped, plannedStart: planned[index],
          start: planned[index], end: planned[index], spent: 0, squeezed: 0)
      } else {
        item = Self.ahead(activity, plannedStart: planned[index], cursor: cursor)
        cursor = item.end
      }
      items.append(item)
    }
    self.items = items
    projectedEnd = cursor
    if let current {
      let next = current + 1
      drift = items[current].end - (next < planned.count ? planned[next] : plannedEnd)
    } else {
      drift = 0
    }
  }

  /// The planned start of each activity, in minutes since midnight.
  public static func plannedStarts(of session: Session) -> [Int] {
    var minute = ClockTime(session.start)?.minutes ?? 0
    return session.activities.map { activity in
      defer { minute += activity.minutes }
      return minute
    }
  }

  /// An item still to come, when what is before it ends at `cursor`.
  private static func ahead(_ activity: Activity, plannedStart: Int, cursor: Int) -> Item {
    let start = activity.isFixed ? plannedStart : cursor
    return Item(
      activity: activity, state: .ahead, plannedStart: plannedStart, start: start,
      end: max(start + activity.minutes, cursor), spent: 0,
      squeezed: min(max(0, cursor - start), activity.minutes))
  }

  /// Milliseconds the activity the room is at will still take: what its countdown says, running or
  /// paused; without one, or where rounds restart it, what the plan leaves.
  private static func left(
    of activity: Activity, spent: Int64, in workshop: Workshop, now: Moment
  ) -> Int64 {
    guard let countdown = workshop.countdowns[activity.id], activity.rounds.isEmpty else {
      return max(0, Int64(activity.minutes) * 60_000 - spent)
    }
    return max(0, countdown.remaining(at: now.milliseconds))
  }
}
