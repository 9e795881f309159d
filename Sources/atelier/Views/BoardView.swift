import Terminal
import WorkshopCore

/// A board on screen: a wall of cards, a canvas's map, a journey, a plane, a numbered list; for the room,
/// perhaps, no more than how many cards there are.
enum BoardView {
  static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    if let journey = scene.journey(of: board) {
      JourneyView.draw(scene, board, journey, into: &frame, in: rect, onStage: onStage)
    } else if let canvas = scene.canvas(of: board) {
      CanvasView.draw(scene, board, canvas, into: &frame, in: rect, onStage: onStage)
    } else if onStage, board.isClosed {
      ClosedView.draw(scene, board, into: &frame, in: rect)
    } else if let matrix = scene.matrix(of: board) {
      MatrixView.draw(scene, board, matrix, into: &frame, in: rect, onStage: onStage)
    } else if scene.isOrdered(board) {
      NumberedList.draw(scene, board, into: &frame, in: rect, onStage: onStage)
    } else {
      Wall.draw(scene, board, into: &frame, in: rect, onStage: onStage)
    }
  }
}
