/// Dates for a calendar: sessions with their hours, days on which something is due.
public struct Almanac: Equatable, Sendable {
  public var name: String
  public var entries: [Entry]

  public init(name: String, entries: [Entry] = []) {
    self.name = name
    self.entries = entries
  }

  /// An entry of the calendar.
  public struct Entry: Equatable, Sendable {
    /// The same each time the same thing is exported, so that a calendar replaces what it has.
    public var id: String
    public var summary: String
    public var notes: String
    public var place: String
    public var time: Time

    public init(id: String, summary: String, notes: String = "", place: String = "", time: Time) {
      self.id = id
      self.summary = summary
      self.notes = notes
      self.place = place
      self.time = time
    }
  }

  /// When: from and to in minutes since midnight of a day, which may run into the next; or all day.
  public enum Time: Equatable, Sendable {
    case hours(Day, from: Int, to: Int)
    case day(Day)
  }

  /// A date of the Gregorian calendar that exists.
  public struct Day: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Reads `YYYY-MM-DD`; nil when it is anything else.
    public init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.utf8.count) == [4, 2, 2],
        parts.joined().utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
        let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
        (1...12).contains(month), day >= 1, day <= Self.days(of: month, in: year)
      else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }

    private init(_ year: Int, _ month: Int, _ day: Int) {
      (self.year, self.month, self.day) = (year, month, day)
    }

    var next: Day {
      if day < Self.days(of: month, in: year) { return Day(year, month, day + 1) }
      return month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1)
    }

    /// `YYYYMMDD`
    var written: String {
      let digits = [(year, 4), (month, 2), (day, 2)]
      return digits.map { number, width in
        String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
      }.joined()
    }

    private static func days(of month: Int, in year: Int) -> Int {
      switch month {
      case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    }
  }
}
