package import Languages
package import Shell
package import WorkshopCore

/// What a rehearsal showed, session by session, as a page on screen or as plain lines.
package struct FindingsPage {
  private let rehearsal: RehearsalScript
  private let plan: Plan
  private let language: Language

  package init(_ rehearsal: RehearsalScript, _ plan: Plan, _ language: Language) {
    self.rehearsal = rehearsal
    self.plan = plan
    self.language = language
  }

  var title: Phrase {
    switch rehearsal.diagnostics.count {
    case 0: "Rehearsal finished: nothing to fix"
    case 1: "Rehearsal finished: 1 finding"
    case let count: "Rehearsal finished: \(count) findings"
    }
  }

  package var page: Page {
    Page(
      title: title,
      lines: parts.flatMap { part in
        [Page.Row(text: part.heading, isHeading: true)]
          + part.lines.map { Page.Row(term: "·", text: $0) } + [Page.Row(text: "")]
      })
  }

  /// The page for standard output.
  package var text: String {
    let blocks = parts.map { part in
      ([part.heading] + part.lines.map { "· " + $0 }).joined(separator: "\n")
    }
    return ([language(title)] + blocks).joined(separator: "\n\n")
  }

  private struct Part {
    let heading: String
    let lines: [String]
  }

  /// A part for each session that was played or of which something was found.
  private var parts: [Part] {
    plan.sessions.compactMap { session in
      let findings = rehearsal.diagnostics.filter { $0.session == session.id }
      let day = rehearsal.days.first { $0.session == session.id }
      guard day != nil || !findings.isEmpty else { return nil }
      let order = session.activities.map(\.id)
      let sorted = findings.enumerated().sorted { a, b in
        (place(a.element, order), a.offset) < (place(b.element, order), b.offset)
      }
      let lines = sorted.map { line($0.element) }
      return Part(heading: heading(session, day), lines: lines + (day.map(stretch) ?? []))
    }
  }

  /// What is about the whole session comes last.
  private func place(_ finding: RehearsalScript.Diagnostic, _ order: [ActivityID]) -> Int {
    order.firstIndex { $0 == finding.activity } ?? order.count
  }

  private func line(_ finding: RehearsalScript.Diagnostic) -> String {
    let text = language(finding.phrase)
    guard let activity = plan.activity(finding.activity) else { return text }
    return language.labelled(language(activity.title), text)
  }

  private func heading(_ session: Session, _ day: RehearsalScript.Day?) -> String {
    guard let day else { return language(session.title) }
    let planned = "\(session.start)–\(ClockTime(minutes: day.plannedEnd))"
    return language(
      "\(session.title) (\(planned)): played until \(ClockTime(minutes: day.end).description)")
  }

  /// How long the room sat at most, where that is no finding.
  private func stretch(_ day: RehearsalScript.Day) -> [String] {
    guard day.stretch <= Stretch.longest else { return [] }
    return [language("Longest time without a break: \(day.stretch) min")]
  }
}
