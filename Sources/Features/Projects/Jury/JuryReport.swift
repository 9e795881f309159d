import Cards
import Languages
import Reporting
import Shell
import WorkshopCore
import WorkshopQueries

/// The jury in the report: scores side by side, then its advice project by project. Sealed forms say
/// only how many there are.
enum JuryReport {
  static func blocks(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    guard let board = scene.board(of: activity), let jury = scene.jury(on: board),
      scene.juryWriter(of: board)?.activity.id == activity.id
    else { return [] }
    guard !board.isSealed else {
      return [
        .note(scene.say("\(jury.arrived) of \(jury.expected) forms are in; they are still sealed."))
      ]
    }
    let judged = jury.arrived > 0 ? [table(jury, scene)] : []
    return judged + jury.projects.flatMap { advice(jury, $0, scene) } + loose(jury, board, scene)
  }

  /// What was written on the jury's board on no juror's form, or for a project that is gone.
  private static func loose(_ jury: Jury, _ board: Board, _ scene: Scene) -> [Report.Block] {
    let told = Set(
      jury.projects.flatMap { jury.forms(for: $0.id) }.flatMap(\.cards).map(\.id))
    let rest = scene.workshop.cards(on: board.id).filter {
      !told.contains($0.id) && !$0.text.isEmpty
    }
    return rest.isEmpty
      ? []
      : [
        .heading(level: 3, scene.say("Not yet sorted")),
        .list(rest.map { ReportParts.item(scene, $0, on: board) }),
      ]
  }

  private static func table(_ jury: Jury, _ scene: Scene) -> Report.Block {
    let header =
      [
        scene.say("Project"), scene.say("Jurors"), scene.say("Score##by the jury"),
        scene.say("Adjusted"),
      ]
      + jury.criteria.map { scene.say($0.label) }
    let rows = jury.scores.rows.map { row in
      [
        scene.workshop.card(row.project)?.text ?? "", String(row.jurors),
        scene.language.oneDecimal(row.raw),
        row.adjusted.map { scene.language.oneDecimal($0) } ?? "",
      ]
        + jury.criteria.map { criterion in
          row.spreads[criterion.id].map { spread in
            let mark = JuryScoresPage.isContested(spread, criterion) ? " ≠" : ""
            return "\(scene.language.oneDecimal(spread.mean))"
              + " (\(Int(spread.least))–\(Int(spread.most)))\(mark)"
          } ?? ""
        }
    }
    return .table(
      header: header, rows: rows,
      alignment: [.leading] + Array(repeating: .trailing, count: header.count - 1))
  }

  private static func advice(_ jury: Jury, _ project: Card, _ scene: Scene) -> [Report.Block] {
    let items = jury.forms(for: project.id).compactMap { form -> Report.Item? in
      let parts = JuryWords.readOut(form, scene)
      guard !parts.isEmpty else { return nil }
      let name = scene.workshop.card(form.juror)?.text ?? ""
      let whose = form.isPublic ? name : "\(name), \(scene.say("for the team"))"
      return Report.Item(
        form[Card.text].map { "\($0) (\(whose))" } ?? whose,
        children: parts.filter { $0.field != Card.text }.map {
          Report.Item(scene.language.labelled($0.label, $0.text))
        })
    }
    let title = scene.language.labelled(scene.say("Jury"), project.text)
    return items.isEmpty ? [] : [.heading(level: 3, title), .list(items)]
  }
}
