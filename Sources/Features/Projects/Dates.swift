import Languages
package import Reporting
package import Shell
import WorkshopCore

/// What of a workshop belongs in a calendar: its sessions, and the days on which something is due.
package enum Dates {
  package static func calendar(_ scene: Scene) -> CalendarDates {
    CalendarDates(
      name: scene.say(scene.workshop.plan.title),
      entries: scene.workshop.plan.sessions.compactMap { session($0, scene) }
        + days(under: "action", field: "due", scene) { "Due: \($0)" }
        + days(under: "decision", field: "review", scene) { "Review: \($0)" })
  }

  /// A session with a date, from its first item to its planned end; its agenda as notes.
  private static func session(_ session: Session, _ scene: Scene) -> CalendarDates.Entry? {
    guard let day = scene.day(of: session) else { return nil }
    let starts = session.plannedStarts
    let lines = zip(session.activities, starts).filter { !$0.0.isDropped }.map { activity, start in
      "\(ClockTime(minutes: start)) \(scene.say(activity.title))"
    }
    let title = scene.say(scene.workshop.plan.title)
    return CalendarDates.Entry(
      // Sessions of different workshops have the same short ids.
      id: "\(session.id)-\(mark(of: scene.workshop.plan))@atelier",
      summary: "\(title) · \(scene.say(session.title))", notes: lines.joined(separator: "\n"),
      place: session.place ?? "",
      time: .hours(day, from: starts.first ?? 0, to: session.plannedEnd))
  }

  /// A day for each card of a sheet with a date that a calendar can read.
  private static func days(
    under sheet: String, field: String, _ scene: Scene, label: (String) -> Phrase
  ) -> [CalendarDates.Entry] {
    scene.workshop.cards(ofSheet: sheet).compactMap { card in
      guard let day = card[field].flatMap({ Day($0) }) else { return nil }
      let project = scene.workshop.card(card["project"])?.text
      let isDone = sheet == "action" && ActionText.isClosed(card)
      return CalendarDates.Entry(
        id: "\(card.id)-\(field)@atelier",
        summary: (isDone ? "✓ " : "") + scene.say(label(card.text)),
        notes: [scene.owner(of: card), project].compactMap { $0 }.joined(separator: "\n"),
        time: .day(day))
    }
  }

  /// The plan's title as a number in hex, the same everywhere (FNV-1a,
  /// https://www.rfc-editor.org/rfc/rfc9923).
  private static func mark(of plan: Plan) -> String {
    let hash = plan.title.text(in: plan.language).utf8.reduce(UInt32(2_166_136_261)) {
      ($0 ^ UInt32($1)) &* 16_777_619
    }
    return String(hash, radix: 16)
  }
}
