public import WorkshopCore

/// The time between two workshops: from the last day of one to the first day of the next.
///
/// Days on end are one workshop: nobody works at home in the night between.
public struct Interval: Equatable, Sendable {
  /// The session after which it began.
  public let from: Holding
  /// The session it leads to; nil: none is left.
  public let next: Session?
  /// The day on which the next session was held; nil while it is ahead.
  public let heldOn: Day?

  /// Days from the session before to the one that was held, or that has a date; nil while it has none.
  public var days: Int? { (heldOn ?? date).map { from.day.days(until: $0) } }

  /// Days as they were planned first: between the dates that the two sessions had in the beginning.
  public var plannedDays: Int? {
    let start = (from.session.planned ?? from.session.date).flatMap { Day($0) } ?? from.day
    return (next?.planned ?? next?.date).flatMap { Day($0) }.map { start.days(until: $0) }
  }

  /// The next session's date as it stands.
  public var date: Day? { next?.date.flatMap { Day($0) } }

  /// Days until the next session, negative when its date is over; nil without a date.
  public func daysLeft(at now: Moment) -> Int? { date.map { now.day.days(until: $0) } }

  /// Days since the session before.
  public func daysSince(at now: Moment) -> Int { from.day.days(until: now.day) }

  /// From so many days on, people have worked without each other.
  public static let least = 2
}

extension Workshop {
  /// Every interval that is over, in order, and the one after the last session held.
  ///
  /// The last one leads to the first session after it in the plan that was not held.
  public var intervals: [Interval] {
    let held = holdings
    guard let last = held.last else { return [] }
    let over = zip(held, held.dropFirst()).map { from, to in
      Interval(from: from, next: to.session, heldOn: to.day)
    }.filter { $0.days ?? 0 >= Interval.least }
    let done = Set(held.map(\.session.id))
    let index = plan.sessions.firstIndex { $0.id == last.session.id } ?? 0
    let next = plan.sessions.dropFirst(index + 1).first { !done.contains($0.id) }
    return over + [Interval(from: last, next: next, heldOn: nil)]
  }

  /// The interval that goes on now; nil before the first session and while one is held.
  public func interval(at now: Moment) -> Interval? {
    guard let last = intervals.last, last.from.lastOpening + Self.dayBreak < now.milliseconds else {
      return nil
    }
    return last
  }

  /// How many workshops were held, days on end counted as one.
  public var workshopsHeld: Int {
    intervals.isEmpty ? 0 : intervals.count { $0.heldOn != nil } + 1
  }
}
