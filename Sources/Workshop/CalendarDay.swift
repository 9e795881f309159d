/// A day of the calendar, to count days between two dates without a clock or a time zone.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Reads `YYYY-MM-DD`; nil for anything else, a 30 February included.
  ///
  /// After Howard Hinnant's days_from_civil (https://howardhinnant.github.io/date_algorithms.html).
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.joined().utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard description == text else { return nil }
  }

  /// The local day of an instant.
  public init(_ moment: Moment) {
    let seconds = moment.milliseconds / 1000 + Int64(moment.offset) - Int64(moment.secondOfDay)
    number = Int(seconds / 86_400)
  }

  /// `YYYY-MM-DD`.
  public var description: String { Moment(milliseconds: Int64(number) * 86_400_000).date }

  /// Whole days until another day, negative when it is over.
  public func days(until other: CalendarDay) -> Int { other.number - number }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}
