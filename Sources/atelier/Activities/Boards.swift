import Report
import Terminal
import Workshop

extension ActivityKind {
  /// An idea board: what people say, as a wall.
  static let board = ActivityKind(
    id: "board", name: "Board", writesBoard: true,
    stage: { scene, activity, frame, rect in
      let board = scene.board(of: activity)
      let question = activity.question.map { scene.say($0) } ?? scene.question(of: board)
      let wall = StageView.head(question, scene, into: &frame, in: rect)
      guard let board else { return }
      BoardView.draw(scene, board, into: &frame, in: wall, onStage: true)
    },
    desk: Desk.board,
    bindings: { scene, _ in [PainKeys.atDesk(scene)] },
    notesBindings: { scene, _ in [PainKeys.atNotes(scene)] },
    report: ReportParts.board)
}
