public import WorkshopCore

/// A session as it was really held, whatever its date in the plan.
public struct Holding: Equatable, Sendable {
  public let session: Session
  /// When its first activity was opened, in milliseconds since 1970.
  public let start: Int64
  /// When its last activity was opened.
  public let lastOpening: Int64
  /// When it ended: nobody says so, so the last activity gets the minutes that the plan has for it.
  public let end: Int64
  /// The local day on which it began.
  public let day: Day
}

/// When the session of an activity was over: its last instant, in milliseconds since 1970, and its day.
public struct Close: Equatable, Sendable {
  public let instant: Int64
  public let day: Day

  package init(instant: Int64, day: Day) {
    self.instant = instant
    self.day = day
  }
}

extension Workshop {
  /// The sessions that were held, first to last.
  ///
  /// A session that was opened on several days was held on the one on which most of it was opened: a
  /// look around on another day, or a rehearsal of its beginning, is no session.
  public var holdings: [Holding] {
    once("holdings") {
      plan.sessions.compactMap(holding).sorted {
        ($0.start, $0.session.id) < ($1.start, $1.session.id)
      }
    }
  }

  private func holding(of session: Session) -> Holding? {
    let openings = session.activities.flatMap { activity in
      (self.openings[activity.id] ?? []).map { (activity: activity, opening: $0) }
    }.sorted { $0.opening < $1.opening }
    var days: [[(activity: Activity, opening: Opening)]] = []
    for item in openings {
      if let last = days.last?.last,
        item.opening.milliseconds - last.opening.milliseconds <= Self.dayBreak
      {
        days[days.count - 1].append(item)
      } else {
        days.append([item])
      }
    }
    let best = days.enumerated().max { a, b in
      let (few, many) = (
        Set(a.element.map(\.activity.id)).count, Set(b.element.map(\.activity.id)).count
      )
      return (few, a.offset) < (many, b.offset)
    }?.element
    guard let best, let first = best.first?.opening, let last = best.last else { return nil }
    let moment = Moment(milliseconds: first.milliseconds, offset: first.offset ?? 0)
    return Holding(
      session: session, start: first.milliseconds, lastOpening: last.opening.milliseconds,
      end: last.opening.milliseconds + Int64(last.activity.minutes) * 60_000,
      day: moment.day)
  }

  /// The session that was last held before now; the one that goes on is not over.
  public func lastHeld(before now: Moment) -> Holding? {
    holdings.last { $0.lastOpening + Self.dayBreak < now.milliseconds }
  }

  /// When somebody last did something here before they came back today, in milliseconds since 1970;
  /// nil when they never did.
  ///
  /// By their name: each start of a terminal is another writer.
  public func lastTrace(of name: String, before now: Moment) -> Int64? {
    let mine = trail.lazy.filter { $0.by == name }.map(\.stamp.milliseconds)
    // What they did today, with no long gap up to now, is this visit.
    var visit = now.milliseconds
    for time in mine.reversed() {
      if visit - time > Self.dayBreak { return time }
      visit = min(visit, time)
    }
    return nil
  }
}

extension Workshop {
  /// The last instant, in milliseconds since 1970, that belongs to the session in which an activity was held,
  /// and the day on which it was held: until that day was over, or another session began. Nil where it was
  /// never opened.
  ///
  /// Looking at an old day again is no session: of several days that one counts on which its session was
  /// held, else the last on which the activity was opened.
  public func close(of activity: ActivityID) -> Close? {
    // A list: whether something is known is no value that could be kept.
    once("close", activity) { [end(of: activity)].compactMap { $0 } }.first
  }

  private func end(of activity: ActivityID) -> Close? {
    guard let last = openings[activity]?.max() else { return nil }
    let own = holdings.first { $0.session.activities.contains { $0.id == activity } }
    let isInHolding = own.map { own in
      (openings[activity] ?? []).contains {
        (own.start...own.lastOpening).contains($0.milliseconds)
      }
    }
    let held = isInHolding == true ? own : nil
    let from = held?.lastOpening ?? last.milliseconds
    let others = plan.sessions.filter { session in
      !session.activities.contains { $0.id == activity }
    }.flatMap(\.activities).flatMap { openings[$0.id] ?? [] }.map(\.milliseconds)
    let next = others.filter { $0 > from }.min()
    let day = held?.day ?? Moment(milliseconds: from, offset: last.offset ?? 0).day
    return Close(instant: min(from + Self.dayBreak, next.map { $0 - 1 } ?? .max), day: day)
  }
}
