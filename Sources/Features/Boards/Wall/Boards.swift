import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// An idea board: what people say, as a wall.
  package static let board = ActivityKind(
    id: "board", name: "Board", traits: .plain, writesBoard: true,
    rehearsal: RehearsalTraits(needsBoard: true, needsQuestion: true, isTableWork: true),
    planning: PlanningTraits(
      "People answer a question on cards", minutes: 30, phase: .focus,
      board: .init(of: "idea", isOwn: true), gathering: .tables, energy: 2),
    stage: { scene, activity, frame, rect in
      let board = scene.board(of: activity)
      let question = scene.question(of: board, at: activity)
      let wall = StageHead.work(
        question, at: activity, isAlone: scene.isEmptyWall(board), scene, into: &frame, in: rect)
      guard let board else { return }
      if let rotation = scene.rotation(of: board) {
        let (line, rest) = wall.top(2)
        frame.put(rotation, x: line.x + 2, y: line.y, style: .accent, width: line.width - 2)
        BoardView.draw(scene, board, into: &frame, in: rest, onStage: true)
        return
      }
      BoardView.draw(scene, board, into: &frame, in: wall, onStage: true)
    },
    desk: { scene, activity in
      let board = scene.board(of: activity)
      let state = board.map { scene.state(of: $0).joined(separator: " · ") } ?? ""
      return DeskRow.board(scene, activity) + [
        .init("State", state, style: .accent),
        .init("Sheets", board.flatMap { scene.rotation(of: $0) } ?? ""),
      ]
    },
    bindings: { scene, activity in
      // The gallery of personas has its own steps.
      let board = scene.board(of: activity).flatMap { $0.sheet == "persona" ? nil : $0 }
      return [PainKeys.atDesk(scene)] + WritingKeys.bindings(scene, board)
    },
    notesBindings: { scene, _ in [PainKeys.atNotes(scene)] },
    report: { scene, activity in
      ReportParts.board(scene, activity) + MatrixReport.blocks(scene, activity)
    })
}
