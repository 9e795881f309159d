package import Shell
package import Terminal
package import WorkshopCore

extension BoardView {
  /// A board by the first view that draws it, else as a wall.
  package static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    if let view = scene.features.boardViews.first(where: { $0.draws(scene, board, onStage) }) {
      view.draw(scene, board, &frame, rect, onStage)
    } else {
      Wall.draw(scene, board, into: &frame, in: rect, onStage: onStage)
    }
  }
}
