import Cards
package import Shell
import Terminal
import WorkshopCore

extension BoardView {
  package static let journey = BoardView { scene, board, onStage in
    scene.journey(of: board).map { journey in
      { JourneyView.draw(scene, board, journey, into: &$0, in: $1, onStage: onStage) }
    }
  }

  package static let canvas = BoardView { scene, board, onStage in
    scene.canvas(of: board).map { canvas in
      { CanvasView.draw(scene, board, canvas, into: &$0, in: $1, onStage: onStage) }
    }
  }

  /// No more than how many cards there are.
  package static let closed = BoardView { scene, board, onStage in
    onStage && board.isClosed ? { ClosedView.draw(scene, board, into: &$0, in: $1) } : nil
  }

  /// A plane with two axes.
  package static let matrix = BoardView { scene, board, onStage in
    scene.matrix(of: board).map { matrix in
      { MatrixView.draw(scene, board, matrix, into: &$0, in: $1, onStage: onStage) }
    }
  }

  package static let numberedList = BoardView { scene, board, onStage in
    scene.isOrdered(board)
      ? { NumberedList.draw(scene, board, into: &$0, in: $1, onStage: onStage) } : nil
  }
}
