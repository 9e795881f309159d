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

  /// The session after another one in the plan.
  package func sessionAfter(_ session: Session) -> Session? {
    let sessions = workshop.plan.sessions
    let index = sessions.firstIndex { $0.id == session.id } ?? sessions.endIndex
    return sessions.dropFirst(index + 1).first
  }

  /// When people meet again after a session, in words, with the hour and the place where the plan has
  /// them; nil while no date is set.
  package func meeting(after session: Session) -> String? {
    if let next = sessionAfter(session), let day = next.date.flatMap({ Day($0) }) {
      let parts = [language.day(day, from: today), next.start, next.place ?? ""]
      return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
    guard let text = session.next, let day = Day(String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10).drop { " ,·".contains($0) }
    return [language.day(day, from: today), String(rest)].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// The same for the room, where an activity says when people meet again; nil where none does.
  package func meetingSaid(in activity: Activity) -> String? {
    guard activity.saysNext == true, let session = workshop.plan.session(of: activity.id) else {
      return nil
    }
    return meeting(after: session).map { say("We meet again: \($0)") }
      ?? say("No date is set yet for the next session")
  }

  /// How a date is set that an activity has to say; nil where it has one, or says none.
  package func missingMeeting(_ activity: Activity) -> String? {
    guard activity.saysNext == true, let session = workshop.plan.session(of: activity.id),
      meeting(after: session) == nil
    else { return nil }
    return sessionAfter(session) == nil
      ? say("no date yet: A, then d sets it") : say("no date yet: A, then ] and d sets it")
  }
}

extension Moment {
  /// Whole days until a date written `YYYY-MM-DD`, negative when it is over; nil for anything else.
  package func days(until date: String) -> Int? { Day(date).map { $0.number - day.number } }
}
