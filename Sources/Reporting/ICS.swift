public import WorkshopCore

/// Writes a calendar as iCalendar (https://www.rfc-editor.org/rfc/rfc5545).
///
/// Hours are floating, without a zone: a session is at nine where it is held, and a plan knows no zone.
/// What is due is an event of a whole day that leaves the person free, with an alarm, and for calendars
/// that have a list of tasks a VTODO beside it: most (Outlook, Google) leave that out when they read a
/// file.
public enum ICS {
  /// - Parameter now: when it was written, which the format wants told.
  public static func render(_ calendar: CalendarDates, now: Moment) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//atelier//atelier//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + escaped(Report.line(calendar.name)),
    ]
    let utc = Moment(milliseconds: now.milliseconds)
    let stamp = "DTSTAMP:\(utc.date.filter { $0 != "-" })T\(clock(utc.secondOfDay))Z"
    for entry in calendar.entries {
      lines += event(entry, stamp, isAhead: entry.day.iso > now.date)
      if let task = entry.task { lines += todo(entry, task, stamp) }
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  /// - Parameter isAhead: whether its day is still to come; what is past rings nowhere.
  private static func event(
    _ entry: CalendarDates.Entry, _ stamp: String, isAhead: Bool
  ) -> [String] {
    var lines = ["BEGIN:VEVENT", "UID:" + escaped(Report.line(entry.id)), stamp]
    switch entry.time {
    case .hours(let day, let from, let to):
      lines.append("DTSTART:" + written(day, from))
      // An end must be later than the start; without one the event ends where it starts.
      if to > from { lines.append("DTEND:" + written(day, to)) }
    case .day(let day):
      lines.append("DTSTART;VALUE=DATE:" + written(day))
      lines.append("DTEND;VALUE=DATE:" + written(day.adding(days: 1)))
      lines.append("TRANSP:TRANSPARENT")
    }
    lines += texts(entry, called: entry.summary)
    if isAhead, entry.task?.state == .open {
      // At nine on the day before.
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15H",
        "DESCRIPTION:" + escaped(Report.line(entry.summary)), "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private static func todo(
    _ entry: CalendarDates.Entry, _ task: CalendarDates.Task, _ stamp: String
  ) -> [String] {
    var lines = [
      "BEGIN:VTODO", "UID:todo-" + escaped(Report.line(entry.id)), stamp,
      "DUE;VALUE=DATE:" + written(entry.day),
    ]
    lines += texts(entry, called: task.text)
    let owner = Report.line(task.owner ?? "")
    if !owner.isEmpty { lines.append("CONTACT:" + escaped(owner)) }
    lines.append("RELATED-TO;RELTYPE=SIBLING:" + escaped(Report.line(entry.id)))
    let status =
      switch task.state {
      case .open: "NEEDS-ACTION"
      case .done: "COMPLETED"
      case .dropped: "CANCELLED"
      }
    return lines + ["STATUS:" + status, "END:VTODO"]
  }

  /// What an entry is called, where it is and what is told of it.
  private static func texts(_ entry: CalendarDates.Entry, called name: String) -> [String] {
    var lines = ["SUMMARY:" + escaped(Report.line(name))]
    let place = Report.line(entry.place)
    if !place.isEmpty { lines.append("LOCATION:" + escaped(place)) }
    let notes = Report.lines(entry.notes).joined(separator: "\n")
    if !notes.isEmpty { lines.append("DESCRIPTION:" + escaped(notes)) }
    return lines
  }

  /// A local time; minutes past midnight belong to the next day.
  private static func written(_ day: Day, _ minutes: Int) -> String {
    written(day.adding(days: max(0, minutes / 1440))) + "T" + clock(max(0, minutes) % 1440 * 60)
  }

  /// `YYYYMMDD`
  private static func written(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

  /// `HHMMSS`
  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
      .joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Lines of at most 75 octets, cut between characters; what goes on begins with a space.
  private static func folded(_ line: String) -> String {
    var result = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if count + size > 75 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += size
    }
    return result
  }
}
