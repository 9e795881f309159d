import WorkshopCore

/// When the room was where, on the day a session was last held; or, as it was held, on its own date:
/// whoever opens a past session again, to look or to show, takes nothing from its report.
///
/// Openings hours apart belong to different days: a rehearsal the evening before is no part of the
/// session, and a session that runs past midnight is one all the same.
struct SessionDay {
  /// A stay at an activity, in milliseconds since 1970.
  struct Visit: Equatable {
    let start: Int64
    let end: Int64
    /// Seconds east of Greenwich when it began.
    let offset: Int
  }

  /// The stays at each of the session's activities, in order.
  let visits: [ActivityID: [Visit]]
  /// The room went on to a later session, or left hours ago without saying so.
  let isOver: Bool
  /// It was opened again on a later day, without being begun again.
  let isLookedBackAt: Bool
  /// Minutes by which a day that no date ties to its hours began at another hour than planned.
  let shift: Int
  /// Minutes by which a session of today that has not begun is late.
  let lateStart: Int
  /// Local midnight of the day, in minutes since 1970.
  private let midnight: Int
  private let offset: Int

  /// From so many minutes on, another start is another hour and no delay.
  private static let otherHour = 60

  /// - Parameter asHeld: whether a day on the session's own date counts before a later one.
  init(of session: Session, in workshop: Workshop, now: Moment, asHeld: Bool = false) {
    offset = now.offset
    let minutes = Dictionary(
      session.activities.map { ($0.id, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    let openings = workshop.openings
      .flatMap { id, stamps in stamps.map { (activity: id, opening: $0) } }
      .sorted { ($0.opening, $0.activity) < ($1.opening, $1.activity) }
    let days = Self.days(of: openings.indices.filter { minutes[openings[$0].activity] != nil }) {
      openings[$0].opening.milliseconds
    }
    func isOwn(_ day: [Int]) -> Bool {
      let first = openings[day[0]].opening
      return Moment(milliseconds: first.milliseconds, offset: first.offset ?? now.offset).date
        == session.date
    }
    let due = session.activities.filter { !$0.isDropped }.map(\.id)
    func isBegun(_ day: [Int]) -> Bool { openings[day[0]].activity == due.first }
    // After a day on which most of it was done, one that does not begin where the session does only looks
    // back.
    let held = days.dropLast().last { day in
      isBegun(day) && 2 * Set(day.map { openings[$0].activity }).count >= due.count
    }
    let isLook = days.last.map { !isBegun($0) && !isOwn($0) } ?? false
    let day = (asHeld ? days.last(where: isOwn) : isLook ? held : nil) ?? days.last ?? []
    isLookedBackAt = day.last != days.last?.last

    var visits: [ActivityID: [Visit]] = [:]
    for index in day {
      let (activity, opening) = openings[index]
      let start = opening.milliseconds
      // A stay ends with the next opening. Where that belongs to another day, or to another session,
      // nobody said when the room left: the plan's minutes are the best guess.
      let planned = start + Int64(minutes[activity] ?? 0) * 60_000
      var end = max(start, now.milliseconds)
      if index + 1 < openings.count {
        let next = openings[index + 1]
        end = next.opening.milliseconds
        if minutes[next.activity] == nil { end = min(end, planned) }
      }
      visits[activity, default: []].append(
        Visit(
          start: start, end: end - start > Workshop.dayBreak ? planned : end,
          offset: opening.offset ?? now.offset))
    }
    self.visits = visits

    let starts = session.plannedStarts
    let beginning = starts.first ?? 0
    let planned = Dictionary(
      zip(session.activities.map(\.id), starts), uniquingKeysWith: { first, _ in first })
    guard let first = day.first, let last = day.last else {
      (isOver, midnight, shift) = (false, 0, 0)
      let late = now.secondOfDay / 60 - (starts.first ?? .max)
      lateStart = session.date == now.date ? max(0, late) : 0
      return
    }
    lateStart = 0
    let wasLeft = now.milliseconds - openings[last].opening.milliseconds > Workshop.dayBreak
    isOver = wasLeft || isLookedBackAt || Self.isPast(session, in: workshop)
    // Whoever looked around in the middle first has begun the day where it begins.
    let anchor =
      day.first { (planned[openings[$0].activity] ?? 0) - beginning <= Self.otherHour } ?? first
    let (opened, opening) = openings[anchor]
    let begun = Moment(
      milliseconds: opening.milliseconds, offset: opening.offset ?? now.offset)
    let minute = Self.minute(begun.milliseconds, begun.offset)
    let expected = planned[opened] ?? 0
    // The midnight that brings that opening nearest to its planned time; where that is another hour
    // altogether, the midnight before it: no time of a day is before the day.
    let nearest = Self.floor(minute - expected + 720, 1440) * 1440
    midnight =
      abs(minute - expected - nearest) > Self.otherHour
      ? Self.floor(minute, 1440) * 1440 : nearest
    let apart = minute - expected - midnight
    // Whoever jumps into the middle of a day with a date only looks around in it.
    let isHeld =
      expected - beginning <= Self.otherHour || (session.date ?? "").isEmpty
    shift =
      session.date != begun.date && isHeld && abs(apart) > Self.otherHour ? apart : 0
  }

  /// Minutes since the day's midnight, where the room is now or where it was then.
  func minute(_ milliseconds: Int64, _ offset: Int? = nil) -> Int {
    Self.minute(milliseconds, offset ?? self.offset) - midnight
  }

  /// Local minutes since 1970.
  private static func minute(_ milliseconds: Int64, _ offset: Int) -> Int {
    floor(Int(milliseconds / 1000) + offset, 60)
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

  /// The indices, parted at each gap that is too long for one day.
  private static func days(of indices: [Int], time: (Int) -> Int64) -> [[Int]] {
    indices.reduce(into: []) { days, index in
      if let last = days.last?.last, time(index) - time(last) <= Workshop.dayBreak {
        days[days.count - 1].append(index)
      } else {
        days.append([index])
      }
    }
  }

  private static func isPast(_ session: Session, in workshop: Workshop) -> Bool {
    let sessions = workshop.plan.sessions
    guard let here = sessions.firstIndex(where: { $0.id == session.id }),
      let there = sessions.firstIndex(where: {
        $0.activities.contains { $0.id == workshop.current }
      })
    else { return false }
    return there > here
  }
}
