import Workshop

/// A moment on the calendar of its own zone.
struct Timestamp {
  let year: Int
  let month: Int
  let day: Int
  private let second: Int
  private let offset: Int

  /// After Howard Hinnant's civil_from_days (https://howardhinnant.github.io/date_algorithms.html).
  init(_ moment: Moment) {
    offset = max(-64_800, min(moment.offset, 64_800))
    let largest: Int64 = (1 << 48) - 1
    let milliseconds = max(0, min(moment.milliseconds, largest))
    let local = max(0, milliseconds / 1000 + Int64(offset))
    second = Int(local % 86_400)
    let days = Int(local / 86_400) + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `YYYYMMDD`
  var compactDate: String { pad(year, 4) + pad(month, 2) + pad(day, 2) }

  /// `YYYY-MM-DDTHH:MM:SS+HH:MM`
  var iso8601: String {
    let zone = abs(offset) / 60
    return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2) + "T"
      + pad(second / 3600, 2) + ":" + pad(second / 60 % 60, 2) + ":" + pad(second % 60, 2)
      + (offset < 0 ? "-" : "+") + pad(zone / 60, 2) + ":" + pad(zone % 60, 2)
  }

  private func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
