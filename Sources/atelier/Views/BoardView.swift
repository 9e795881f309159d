import Terminal
import Workshop

/// A board on screen: a wall of cards, or a canvas's map.
enum BoardView {
  static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    if let canvas = scene.canvas(of: board) {
      CanvasView.draw(scene, board, canvas, into: &frame, in: rect, onStage: onStage)
    } else {
      Wall.draw(scene, board, into: &frame, in: rect, onStage: onStage)
    }
  }
}
