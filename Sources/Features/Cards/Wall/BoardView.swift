package import Shell
package import Terminal
package import WorkshopCore

extension BoardView {
  /// A board by the first view that draws it, else as a wall.
  package static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let views = scene.features.boardViews.lazy.compactMap { $0.drawing(scene, board, onStage) }
    if let draw = views.first {
      draw(&frame, rect)
    } else {
      Wall.draw(scene, board, into: &frame, in: rect, onStage: onStage)
    }
  }
}
