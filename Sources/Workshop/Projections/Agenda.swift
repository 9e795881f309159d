/// A session's agenda against the clock: what is done, what runs, when the rest will come.
///
/// Times are minutes since midnight of the session's day. What is still to come is projected from the
/// activity the room is at; a fixed item starts when the plan says, even if what is before it runs on.
public struct Agenda: Equatable, Sendable {
  public let items: [Item]
  /// The planned end of the session.
  public let plannedEnd: Int
  /// The end as it looks now.
  public let projectedEnd: Int
  /// Minutes behind the plan at the next item, negative when ahead; 0 before anything was opened.
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
    /// Minutes that what came before took from a fixed item.
    public let squeezed: Int
    /// How many minutes longer (or shorter) than planned it took; nil until it is over.
    public var overrun: Int? { state == .done ? (end - start) - activity.minutes : nil }
  }

  public init(of session: Session, in workshop: Workshop, now: Moment) {
    let planned = Self.plannedStarts(of: session)
    let current = session.activities.firstIndex { $0.id == workshop.current }
    let opened = session.activities.map { workshop.openings[$0.id]?.last?.milliseconds }
    let minuteNow = now.secondOfDay / 60
    var items: [Item] = []
    var cursor = planned.first ?? 0
    for (index, activity) in session.activities.enumerated() {
      let plannedStart = planned[index]
      var state = State.ahead
      var (start, end, squeezed) = (0, 0, 0)
      if let at = opened[index], index != current, index < (current ?? .max) || current == nil {
        state = .done
        start = Self.minute(at, now)
        let next = Self.nextOpening(after: at, in: workshop)
        end = next.map { Self.minute($0, now) } ?? minuteNow
      } else if index == current {
        state = .now
        start = opened[index].map { Self.minute($0, now) } ?? plannedStart
        end = Self.expectedEnd(of: activity, start: start, in: workshop, now: now)
      } else if let current, index < current {
        state = .skipped
        (start, end) = (plannedStart, plannedStart)
      } else {
        start = activity.isFixed ? plannedStart : cursor
        squeezed = activity.isFixed ? max(0, cursor - plannedStart) : 0
        end = max(start + activity.minutes, cursor)
      }
      if state != .skipped { cursor = end }
      items.append(
        Item(
          activity: activity, state: state, plannedStart: plannedStart, start: start, end: end,
          squeezed: squeezed))
    }
    self.items = items
    plannedEnd = (planned.last ?? 0) + (session.activities.last?.minutes ?? 0)
    projectedEnd = current == nil ? plannedEnd : cursor
    let next = current.map { $0 + 1 }
    if let current, let next {
      let plannedNext = next < planned.count ? planned[next] : plannedEnd
      drift = items[current].end - plannedNext
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

  /// A running or paused countdown says how long it will still take; without one, the plan does.
  private static func expectedEnd(
    of activity: Activity, start: Int, in workshop: Workshop, now: Moment
  ) -> Int {
    let minuteNow = now.secondOfDay / 60
    guard let countdown = workshop.countdowns[activity.id], activity.rounds.isEmpty else {
      return max(minuteNow, start + activity.minutes)
    }
    let left = max(0, countdown.remaining(at: now.milliseconds))
    return now.adding(seconds: Int(left / 1000)).secondOfDay / 60
  }

  private static func minute(_ milliseconds: Int64, _ now: Moment) -> Int {
    now.at(milliseconds).secondOfDay / 60
  }

  private static func nextOpening(after time: Int64, in workshop: Workshop) -> Int64? {
    workshop.openings.values.joined().map(\.milliseconds).filter { $0 > time }.min()
  }
}
