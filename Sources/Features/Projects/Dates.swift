import Languages
package import Reporting
package import Shell
import WorkshopCore

/// What of a workshop belongs in a calendar: its sessions, and the days on which something is due.
package enum Dates {
  package static func calendar(_ scene: Scene) -> CalendarDates {
    var entries = scene.workshop.plan.sessions.compactMap { session($0, scene) }
    entries += scene.workshop.plan.sessions.suffix(1).compactMap { next($0, scene) }
    entries += days(under: "action", field: "due", scene) { "Due: \($0.text)" }
    entries += days(under: "decision", field: "review", scene) { "Review: \($0.text)" }
    entries += days(under: "meeting", field: Card.date, scene) { "Meeting: \($0.text)" }
    entries += days(under: "event", field: Card.date, scene) { event in
      let kind = scene.shown("kind", of: event)
      let named = kind.isEmpty ? event.text : scene.language.labelled(kind, event.text)
      return "\(named)"
    }
    entries += scene.workshop.projects.compactMap { test(of: $0, scene) }
    return CalendarDates(name: scene.say(scene.workshop.plan.title), entries: entries)
  }

  /// The day on which people meet again after the plan's last session.
  private static func next(_ session: Session, _ scene: Scene) -> CalendarDates.Entry? {
    guard let text = session.next, let day = Day(String(text.prefix(10))) else { return nil }
    return CalendarDates.Entry(
      id: "\(session.id)-next-\(mark(of: scene.workshop))@atelier",
      summary: "\(scene.say(scene.workshop.plan.title)) · \(scene.say("Next session"))",
      notes: text.dropFirst(10).drop { " ,·".contains($0) }.description, time: .day(day))
  }

  /// The first test of a project, as its newest draft has it.
  private static func test(of project: Card, _ scene: Scene) -> CalendarDates.Entry? {
    let draft = scene.workshop.drafts(of: project.id).last { $0[testedOn] != nil }
    guard let draft, let day = draft[testedOn].flatMap({ Day($0) }) else { return nil }
    return CalendarDates.Entry(
      id: "\(project.id)-\(testedOn)@atelier", summary: scene.say("Test: \(project.text)"),
      notes: draft["test"] ?? "", time: .day(day))
  }

  private static let testedOn = "tested-on"

  /// A session with a date, from its first item to its planned end; its agenda as notes.
  private static func session(_ session: Session, _ scene: Scene) -> CalendarDates.Entry? {
    guard let day = scene.day(of: session) else { return nil }
    let starts = session.plannedStarts
    let lines = zip(session.activities, starts).filter { !$0.0.isDropped }.map { activity, start in
      "\(ClockTime(minutes: start)) \(scene.say(activity.title))"
    }
    let title = scene.say(scene.workshop.plan.title)
    return CalendarDates.Entry(
      id: "\(session.id)-\(mark(of: scene.workshop))@atelier",
      summary: "\(title) · \(scene.say(session.title))", notes: lines.joined(separator: "\n"),
      place: session.place ?? "",
      time: .hours(day, from: starts.first ?? session.plannedEnd, to: session.plannedEnd))
  }

  /// A day for each card of a sheet with a date that a calendar can read.
  private static func days(
    under sheet: String, field: String, _ scene: Scene, label: (Card) -> Phrase
  ) -> [CalendarDates.Entry] {
    scene.workshop.cards(ofSheet: sheet).compactMap { card in
      guard let day = card[field].flatMap({ Day($0) }) else { return nil }
      let project = scene.workshop.card(card["project"])?.text
      let task = sheet == "action" ? task(card, scene) : nil
      return CalendarDates.Entry(
        id: "\(card.id)-\(field)@atelier",
        summary: (task.map { $0.state != .open } == true ? "✓ " : "") + scene.say(label(card)),
        notes: [scene.owner(of: card), project].compactMap { $0 }.joined(separator: "\n"),
        time: .day(day), task: task)
    }
  }

  private static func task(_ step: Card, _ scene: Scene) -> CalendarDates.Task {
    let state: CalendarDates.Task.State =
      ActionText.isClosed(step) ? step["status"] == "dropped" ? .dropped : .done : .open
    return CalendarDates.Task(step.text, owner: scene.owner(of: step), state: state)
  }

  /// What tells the sessions of one workshop from those of another, which have the same short ids: the
  /// plan's id. Where somebody wrote a plan without one it is when the workshop was begun, whatever it is
  /// called later; before that its title as a number in hex, the same everywhere (FNV-1a,
  /// https://www.rfc-editor.org/rfc/rfc9923).
  private static func mark(of workshop: Workshop) -> String {
    let plan = workshop.plan
    if let id = plan.id, !id.isEmpty { return id }
    let begun = workshop.openings.values.joined().map(\.stamp).min()
    if let begun { return begun.description }
    let hash = plan.title.text(in: plan.language).utf8.reduce(UInt32(2_166_136_261)) {
      ($0 ^ UInt32($1)) &* 16_777_619
    }
    return String(hash, radix: 16)
  }
}
