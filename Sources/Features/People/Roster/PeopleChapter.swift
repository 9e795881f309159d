import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// Everybody who takes part, and who was there on which day: a column for each session at which anybody
  /// was checked in, and the sums beneath.
  package static let people = Chapter("People##the list") { scene in
    let attendance = Attendance(of: scene.workshop)
    guard !attendance.people.isEmpty else { return [] }
    // A roster of one intake says it nowhere.
    let hasCohorts = attendance.people.contains { $0[Card.cohort] != nil }
    let labels: [Phrase] =
      ["Name", "Organisation"] + (hasCohorts ? ["Cohort"] : []) + ["Project"]
    var rows = attendance.people.map { person -> [String] in
      let project = scene.workshop.card(person[Team.primary])?.text
      let marks = attendance.sessions.map { person.has($0.id, in: Workshop.present) ? "✓" : "" }
      let cohort = hasCohorts ? [person[Card.cohort] ?? ""] : []
      return [person.text, person[Card.organisation] ?? ""] + cohort + [project ?? ""] + marks
    }
    if !attendance.sessions.isEmpty {
      // Of those who had joined by then, as the indicators count them.
      let figures = Indicators(of: scene.workshop, now: scene.now).sessions
      let sums = attendance.sessions.map { session in
        let registered = figures.first { $0.session.id == session.id }?.figures.registered
        return "\(attendance.count(at: session))/\(registered ?? attendance.people.count)"
      }
      rows.append([scene.say("Present")] + labels.dropFirst().map { _ in "" } + sums)
    }
    let table = Report.Block.table(
      header: labels.map { scene.say($0) } + attendance.sessions.map { scene.say($0.title) },
      rows: rows,
      alignment: labels.map { _ in .leading } + attendance.sessions.map { _ in .center })
    return [table]
  }
}
