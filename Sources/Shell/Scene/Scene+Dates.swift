import Languages
package import WorkshopCore

/// Days and moments as they are written here.
extension Scene {
  /// The day it is here.
  package var today: Day { now.day }

  /// A day as it is written here: on a screen without its year where that is this one, in a file, which is
  /// read for years, always with it.
  package func day(_ day: Day) -> String { language.day(day, from: isForFile ? nil : today) }

  /// The same from a field; what is no day is marked.
  package func day(_ text: String) -> String { Day(text).map { day($0) } ?? "\(text) ?" }

  /// The same for a narrow column.
  package func brief(_ text: String) -> String {
    Day(text).map { language.briefly($0, from: isForFile ? nil : today) } ?? "\(text) ?"
  }

  /// A session's day as the language writes it; what stands in the plan where that is no day.
  package func date(of session: Session) -> String? {
    guard let text = session.date, !text.isEmpty else { return nil }
    return day(of: session).map { language.day($0, from: nil) } ?? text
  }

  /// A session's day; a plan may have it in words, with the year.
  package func day(of session: Session) -> Day? {
    guard let text = session.date else { return nil }
    return Day(text) ?? DueDate.inSheet(text, workshop.plan.language)
  }
}

extension Moment {
  /// Whole days until a date written `YYYY-MM-DD`, negative when it is over; nil for anything else.
  package func days(until date: String) -> Int? { Day(date).map { $0.number - day.number } }
}
