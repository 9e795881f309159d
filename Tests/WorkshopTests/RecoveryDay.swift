import WorkshopCore
import WorkshopQueries

/// A day to bring to its end: its items in a line of text each.
struct RecoveryDay {
  private(set) var room: Room
  var second = 0

  /// - Parameters:
  ///   - items: `id minutes`, then any of `min…`, `max…`, `could`, `break`, `at HH:MM` (fixed).
  ///   - at: minutes after 09:00 at which the first item was opened; nil: not yet.
  init(_ items: String..., begunAt at: Int? = 0, date: String? = nil) {
    let activities = items.map(Self.activity)
    let day = Session(id: "day", title: "", date: date, start: "09:00", activities: activities)
    room = Room(Plan(title: "", sessions: [day]))
    if let at, let first = activities.first {
      room.when(.activityOpened(activity: first.id, seconds: first.minutes * 60), at: at * 60)
      second = at * 60
    }
  }

  static func activity(_ text: String) -> Activity {
    let words = text.split(separator: " ").map(String.init)
    func number(_ name: String) -> Int? {
      words.first { $0.hasPrefix(name) && $0 != name }.flatMap { Int($0.dropFirst(name.count)) }
    }
    let start = words.firstIndex(of: "at").map { words[$0 + 1] }
    return Activity(
      id: words[0], title: Localized(words[0]), kind: words.contains("break") ? "break" : "board",
      minutes: Int(words[1]) ?? 0, minimum: number("min"), maximum: number("max"),
      priority: words.contains("could") ? .could : .must, isFixed: start != nil, start: start)
  }

  var session: Session { room.workshop.plan.sessions[0] }
  var now: Moment { Room.moment(second) }
  var agenda: Agenda { Agenda(of: session, in: room.workshop, now: now) }

  func recovery(end: String? = nil, starts: [ActivityID: String] = [:]) -> Recovery {
    let goal = Recovery.Goal(
      end: end.flatMap(ClockTime.init)?.minutes,
      starts: starts.compactMapValues { ClockTime($0)?.minutes })
    return Recovery(of: session, in: room.workshop, now: now, goal: goal)
  }

  @discardableResult
  mutating func apply(_ proposal: Proposal) -> EntryID {
    room.when(.planChanged(changes: proposal.changes), at: second)
  }

  mutating func undo(_ entry: EntryID) { room.when(.reverted(entry: entry), at: second) }

  /// A proposal in a line: its kind, what it changes, its end, what does not fit.
  static func line(_ proposal: Proposal) -> String {
    let course = proposal.course
    let changed = course.changed.map { "\($0.activity.id) \($0.minutes ?? 0)" }
    let left = course.leftOut.map { "-\($0.activity.id)" }
    let moved = course.fixed.filter(\.isMoved).map {
      "\($0.activity.id)@\(ClockTime(minutes: $0.start))"
    }
    let misfits = course.fixed.filter { $0.misfit > 0 }.map { "\($0.activity.id)!\($0.misfit)" }
    let words = changed + left + moved + misfits
    return "\(proposal.kind): "
      + (words + ["end \(ClockTime(minutes: course.end))"])
      .joined(separator: " ")
  }
}
