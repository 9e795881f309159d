import Cards
import Languages
import Reporting
import Shell
import WorkshopCore
import WorkshopQueries

/// A closing round in the report: grades as bars, who met someone new, what to keep and what to change.
enum ClosingReport {
  static func blocks(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    ClosingWords.report(scene.workshop.evaluation(of: activity.id), scene) + words(scene, activity)
      + sealed(scene, activity)
  }

  private static func words(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    guard let board = scene.board(of: activity) else { return [] }
    // What was noted before a closing round was opened stands with its session's, else with the last one.
    let strays = strays(scene, board, activity)
    let groups =
      (strays.isEmpty ? [] : [Group(id: nil, title: scene.say("Not yet sorted"), cards: strays)])
      + ClosingView.groups(scene, activity, board)
    // A grade beside somebody's words would tell who gave it.
    let hidden: Set = [Evaluation.roti, Evaluation.met]
    return groups.flatMap { group -> [Report.Block] in
      let list = Report.Block.list(
        group.cards.map { ReportParts.item(scene, $0, on: board, leavingOut: hidden) })
      return group.title.isEmpty ? [list] : [.heading(level: 3, group.title), list]
    }
  }

  private static func strays(_ scene: Scene, _ board: Board, _ activity: Activity) -> [Card] {
    let users = scene.workshop.plan.activities.filter { $0.board == board.id }
    let known = Set(users.flatMap { scene.workshop.slips(of: $0.id) }.map(\.id))
    let all = scene.workshop.cards(on: board.id).filter {
      !known.contains($0.id) && !$0.isWordless
    }
    guard let session = scene.workshop.plan.session(of: activity.id) else { return [] }
    let sessions = Set(
      users.filter { scene.workshop.openings[$0.id] != nil }
        .compactMap { scene.workshop.plan.session(of: $0.id)?.id })
    let own =
      ReportParts.writes(activity, board, scene, in: session)
      ? scene.workshop.said(in: session.id, of: all) : []
    guard ReportParts.writes(activity, board, scene) else { return own }
    let told = Set(sessions.flatMap { scene.workshop.said(in: $0, of: all) }.map(\.id))
    return all.filter { !told.contains($0.id) } + own
  }

  /// A vote that was not revealed says only that it is one.
  private static func sealed(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    scene.workshop.polls.filter { $0.activity == activity.id && !$0.isRevealed }.flatMap { poll in
      [
        Report.Block.paragraph(poll.question),
        .note(scene.say("This vote has not been revealed.")),
      ]
    }
  }
}
