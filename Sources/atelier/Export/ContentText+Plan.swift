import Languages
import Terminal
import WorkshopCore

extension ContentText {
  /// A template's goal, themes, boards, and the agenda of each session.
  func plan(_ plan: Plan) -> [String] {
    var lines: [String] = []
    if let summary = plan.summary { lines += paragraph(language(summary)) }
    if let goal = plan.goal {
      lines += paragraph(language.labelled(language("Goal"), language(goal)))
    }
    let themes = plan.themes.map { language($0.name) }.joined(separator: " · ")
    let boards = plan.boards.map { language($0.title) }.joined(separator: " · ")
    lines += paragraph(language.labelled(language("Themes"), themes))
    lines += paragraph(language.labelled(language("Boards"), boards))
    for session in plan.sessions { lines += [""] + agenda(session) }
    return lines
  }

  private func agenda(_ session: Session) -> [String] {
    let phases = session.activities.map { $0.phase.map { language($0.name) } ?? "" }
    let width = phases.map { Text.width($0) }.max() ?? 0
    let rows = zip(zip(session.activities, phases), session.plannedStarts)
    return [language(session.title)]
      + rows.flatMap { row, start -> [String] in
        let (activity, phase) = row
        let minutes = Text.pad(String(activity.minutes), to: 4, .right)
        let term = "\(ClockTime(minutes: start))\(minutes)  \(Text.pad(phase, to: width))  "
        let mark = activity.isFixed ? " · " + language("fixed") : ""
        return paragraph(language(activity.title) + mark, under: term, indent: 2)
      }
  }
}
