/// When the room was where, on the day a session was last held.
///
/// Openings hours apart belong to different days: a rehearsal the evening before is no part of the
/// session, and a session that runs past midnight is one all the same.
struct SessionDay {
  /// A stay at an activity, in milliseconds since 1970.
  struct Visit: Equatable {
    let start: Int64
    let end: Int64
  }

  /// The stays at each of the session's activities, in order.
  let visits: [ActivityID: [Visit]]
  /// The room went on to a later session, or left hours ago without saying so.
  let isOver: Bool
  /// Local midnight of the day, in minutes since 1970.
  private let midnight: Int
  private let offset: Int

  /// Milliseconds between two openings of one day at most: no activity lasts that long, a night does.
  private static let apart: Int64 = 6 * 3_600_000

  init(of session: Session, in workshop: Workshop, now: Moment) {
    offset = now.offset
    let minutes = Dictionary(
      session.activities.map { ($0.id, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    let openings = workshop.openings
      .flatMap { id, stamps in stamps.map { (activity: id, stamp: $0) } }
      .sorted { ($0.stamp, $0.activity) < ($1.stamp, $1.activity) }
    let day = Self.lastDay(of: openings.indices.filter { minutes[openings[$0].activity] != nil }) {
      openings[$0].stamp.milliseconds
    }

    var visits: [ActivityID: [Visit]] = [:]
    for index in day {
      let (activity, start) = (openings[index].activity, openings[index].stamp.milliseconds)
      // A stay ends with the next opening. Where that belongs to another day, or to another session,
      // nobody said when the room left: the plan's minutes are the best guess.
      let planned = start + Int64(minutes[activity] ?? 0) * 60_000
      var end = max(start, now.milliseconds)
      if index + 1 < openings.count {
        let next = openings[index + 1]
        end = next.stamp.milliseconds
        if minutes[next.activity] == nil { end = min(end, planned) }
      }
      visits[activity, default: []].append(
        Visit(start: start, end: end - start > Self.apart ? planned : end))
    }
    self.visits = visits

    guard let first = day.first, let last = day.last else {
      (isOver, midnight) = (false, 0)
      return
    }
    let wasLeft = now.milliseconds - openings[last].stamp.milliseconds > Self.apart
    isOver = wasLeft || Self.isPast(session, in: workshop)
    // The midnight that brings the first opening nearest to its planned time.
    let opened = openings[first]
    let plannedStart =
      zip(session.activities, Agenda.plannedStarts(of: session))
      .first { $0.0.id == opened.activity }?.1 ?? 0
    let late = Self.minute(opened.stamp.milliseconds, offset) - plannedStart
    midnight = Self.floor(late + 720, 1440) * 1440
  }

  /// Minutes since the day's midnight.
  func minute(_ milliseconds: Int64) -> Int { Self.minute(milliseconds, offset) - midnight }

  /// Local minutes since 1970.
  private static func minute(_ milliseconds: Int64, _ offset: Int) -> Int {
    floor(Int(milliseconds / 1000) + offset, 60)
  }

  private static func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

  /// The indices after the last gap that is too long for one day.
  private static func lastDay(of indices: [Int], time: (Int) -> Int64) -> [Int] {
    let gap = indices.indices.last { $0 > 0 && time(indices[$0]) - time(indices[$0 - 1]) > apart }
    return Array(indices[(gap ?? 0)...])
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
