import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// `atelier new --from`: the plan of a workshop that was held, for the next time.
struct Successor {
  private let directory: Directory
  private let file: Plan
  private let workshop: Workshop
  private let now: Moment

  init(of path: String, arguments: Arguments, now: Moment = .now) throws {
    directory = Directory(path)
    do throws(JournalError) {
      file = try PlanFile(directory).plan
    } catch {
      throw CommandError.journal(error)
    }
    workshop =
      try Opening.scene(directory, role: .facilitator, arguments: arguments, now: now).workshop
    self.now = now
  }

  /// Its plan, with the minutes that items really took or, for `learning: false`, with those planned.
  func plan(learning: Bool) -> Plan {
    workshop.successor(of: file, learning: learning, now: now)
  }

  /// What the real minutes change, session by session, a line each.
  func offer(_ language: Language) -> [String] {
    let parts = workshop.plan.sessions.compactMap { session -> (String, [Lesson])? in
      let lessons = Lesson.all(of: session, in: workshop, now: now).filter { $0.minutes != nil }
      return lessons.isEmpty ? nil : (language(session.title), lessons)
    }
    guard !parts.isEmpty else {
      return [language("Nothing was held there yet: the minutes stay as planned.")]
    }
    let titles = parts.flatMap(\.1).map { title($0, language) }
    let width = min(44, titles.map { Text.width($0) }.max() ?? 0)
    var lines = [language("Minutes, planned → real:")]
    for (session, lessons) in parts {
      lines += ["", session]
      lines += lessons.map { lesson in
        let planned = Text.pad(String(lesson.activity.minutes), to: 4, .right)
        let real = Text.pad(lesson.minutes.map(String.init) ?? "", to: 4, .right)
        return "  " + Text.pad(title(lesson, language), to: width) + planned + " →" + real
      }
    }
    return lines + ["", language("--planned keeps the planned minutes.")]
  }

  /// Fixed items that the plan before them now runs into.
  func clashes(in plan: Plan, _ language: Language) -> [String] {
    plan.sessions.flatMap { session -> [String] in
      let starts = session.plannedStarts
      let items = zip(session.activities, starts).filter { !$0.0.isDropped }
      return zip(items, items.dropFirst()).compactMap { before, item in
        let end = before.1 + before.0.minutes
        guard item.0.isFixed, end > item.1 else { return nil }
        let (start, late) = (ClockTime(minutes: item.1), ClockTime(minutes: end))
        return language(
          "\(item.0.title) is fixed at \(start.description), and what is before it ends at \(late.description)."
        )
      }
    }
  }

  /// Whether it has sheets, games or phrases of its own that the plan may need.
  var hasAssets: Bool { !OwnContent(directory).isEmpty }

  private func title(_ lesson: Lesson, _ language: Language) -> String {
    let title = lesson.activity.title
    return lesson.isInserted ? language("\(title) (put in on the day)") : language(title)
  }
}
