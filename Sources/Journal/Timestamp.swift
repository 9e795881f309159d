import Workshop

/// A moment as journals write it, kept to what four digits of a year can say: 1970 to 9999.
///
/// A journal's name holds its date in eight digits; a clock that is mad must not give it a name that
/// nobody reads.
struct Timestamp {
  /// The time its zone's clocks show, taken as UTC.
  private let local: Moment
  /// Seconds east of Greenwich.
  private let offset: Int
  /// 9999-12-31T23:59:59, in seconds since 1970.
  private static let last: Int64 = 253_402_300_799

  init(_ moment: Moment) {
    // No zone is further than 18 hours from Greenwich.
    offset = max(-64_800, min(moment.offset, 64_800))
    let seconds = max(0, min(moment.milliseconds / 1000, Self.last)) + Int64(offset)
    local = Moment(milliseconds: max(0, min(seconds, Self.last)) * 1000)
  }

  /// `YYYYMMDD`
  var compactDate: String { local.date.filter { $0 != "-" } }

  /// `YYYY-MM-DDTHH:MM:SS+HH:MM`
  var iso8601: String {
    let zone = ClockTime(minutes: abs(offset) / 60)
    let second = local.secondOfDay % 60
    return local.date + "T" + local.clock + (second < 10 ? ":0" : ":") + String(second)
      + (offset < 0 ? "-" : "+") + zone.description
  }
}
