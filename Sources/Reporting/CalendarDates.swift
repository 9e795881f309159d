public import WorkshopCore

/// Dates for a calendar: sessions with their hours, days on which something is due.
public struct CalendarDates: Equatable, Sendable {
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
}
