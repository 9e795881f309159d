import Cards
package import Shell
import Terminal
import WorkshopCore

extension BoardView {
  package static let journey = BoardView(
    draws: { scene, board, _ in scene.journey(of: board) != nil },
    draw: { scene, board, frame, rect, onStage in
      guard let journey = scene.journey(of: board) else { return }
      JourneyView.draw(scene, board, journey, into: &frame, in: rect, onStage: onStage)
    })

  package static let canvas = BoardView(
    draws: { scene, board, _ in scene.canvas(of: board) != nil },
    draw: { scene, board, frame, rect, onStage in
      guard let canvas = scene.canvas(of: board) else { return }
      CanvasView.draw(scene, board, canvas, into: &frame, in: rect, onStage: onStage)
    })

  /// No more than how many cards there are.
  package static let closed = BoardView(
    draws: { _, board, onStage in onStage && board.isClosed },
    draw: { scene, board, frame, rect, _ in ClosedView.draw(scene, board, into: &frame, in: rect) })

  /// A plane with two axes.
  package static let matrix = BoardView(
    draws: { scene, board, _ in scene.matrix(of: board) != nil },
    draw: { scene, board, frame, rect, onStage in
      guard let matrix = scene.matrix(of: board) else { return }
      MatrixView.draw(scene, board, matrix, into: &frame, in: rect, onStage: onStage)
    })

  package static let numberedList = BoardView(
    draws: { scene, board, _ in scene.isOrdered(board) },
    draw: { scene, board, frame, rect, onStage in
      NumberedList.draw(scene, board, into: &frame, in: rect, onStage: onStage)
    })
}
