/// A day of the Gregorian calendar, counted from 1 January 1970.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, negative before.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Nil where there is no such day, as on 30 February; years 1 to 9999.
  ///
  /// After Howard Hinnant's days_from_civil (https://howardhinnant.github.io/date_algorithms.html).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.joined().utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// After Howard Hinnant's civil_from_days.
  public var civil: (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// Monday is 1, Sunday 7 (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// `YYYY-MM-DD`.
  public var iso: String {
    func pad(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    let (year, month, day) = civil
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  public func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day so many months later, or the month's last where it has none; nil beyond year 9999.
  public func adding(months: Int) -> Day? {
    let (year, month, day) = civil
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    return Day(
      year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
  }

  /// The last day of a month; nil where there is no such month.
  public static func last(ofMonth month: Int, in year: Int) -> Day? {
    guard (1...12).contains(month) else { return nil }
    return Day(year: year, month: month, day: length(ofMonth: month, in: year))
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Whole days until another day, negative when it is over.
  public func days(until other: Day) -> Int { other.number - number }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Moment {
  /// The day it is in this zone.
  public var day: Day {
    let seconds = milliseconds / 1000 + Int64(offset) - Int64(secondOfDay)
    return Day(number: Int(seconds / 86_400))
  }

  /// `YYYY-MM-DD` in this zone.
  public var date: String { day.iso }
}
