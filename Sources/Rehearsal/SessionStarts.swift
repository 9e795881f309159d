import WorkshopCore

/// When the sessions of a rehearsal are held.
enum SessionStarts {
  /// The start of each session (ms since 1970) by its id: on its date, else on the day after the one
  /// before; without any date the last one is held the day before `now`, so that nothing in the copy's
  /// journals lies ahead of whoever opens it.
  static func all(of plan: Plan, from now: Moment) -> [String: Int64] {
    let offset = Int64(now.offset) * 1000
    var mornings: [String: Int64] = [:]
    var free = (now.milliseconds + offset) / day - Int64(plan.sessions.count)
    for session in plan.sessions {
      // A date before the session before it would turn the clock back.
      let wanted = session.date.flatMap(number(ofDate:)) ?? free
      let chosen = mornings.isEmpty ? wanted : max(wanted, free)
      let minutes = ClockTime(session.start)?.minutes ?? 0
      mornings[session.id] = chosen * day + Int64(minutes) * 60_000 - offset
      free = chosen + 1
    }
    return mornings
  }

  /// Milliseconds of a day.
  private static let day: Int64 = 86_400_000

  /// Days since 1970 of `YYYY-MM-DD`; nil when it is anything else.
  ///
  /// After Howard Hinnant's days_from_civil (https://howardhinnant.github.io/date_algorithms.html).
  private static func number(ofDate text: String) -> Int64? {
    let parts = text.split(separator: "-").map { Int64($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1970...2099).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
