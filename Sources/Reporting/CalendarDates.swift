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
    /// That somebody is to do it by then; nil where it only takes place.
    public var task: Task?

    /// The day on which it is or begins.
    var day: Day {
      switch time {
      case .hours(let day, _, _), .day(let day): day
      }
    }

    public init(
      id: String, summary: String, notes: String = "", place: String = "", time: Time,
      task: Task? = nil
    ) {
      self.id = id
      self.summary = summary
      self.notes = notes
      self.place = place
      self.time = time
      self.task = task
    }
  }

  /// What somebody is to do.
  public struct Task: Equatable, Sendable {
    public var text: String
    /// Who does it; nil: nobody yet.
    public var owner: String?
    public var state: State

    /// How far it is.
    public enum State: Sendable { case open, done, dropped }

    public init(_ text: String, owner: String?, state: State) {
      self.text = text
      self.owner = owner
      self.state = state
    }
  }

  /// When: from and to in minutes since midnight of a day, which may run into the next; or all day.
  public enum Time: Equatable, Sendable {
    case hours(Day, from: Int, to: Int)
    case day(Day)
  }
}
