import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Where a note-taker places cards on a matrix, or puts a list in order: there every printable key is
/// text, so that the arrows need a place of their own.
struct ArrangePanel: Overlay {
  var card: CardID?

  static let open = Action("arrange", "Place the cards, or put them in order") { scene in
    guard let board = scene.board, let cards = scene.arranged(on: board) else {
      return .refused("Nothing to place here")
    }
    guard !cards.isEmpty else { return .refused("No card to place yet") }
    let matrix = scene.matrix(of: board)
    let first = cards.first { matrix?.place(of: $0) == nil } ?? cards.first
    return .open(ArrangePanel(card: scene.focus.editing ?? first?.id), scene)
  }

  func bindings(_ scene: Scene) -> [Binding] {
    let isPlane = scene.matrix(of: scene.board) != nil
    let moves =
      isPlane
      ? [
        Binding(.left, do: ArrangeKeys.left, hint: "place##a card"),
        Binding(.right, do: ArrangeKeys.right),
        Binding(.up, do: ArrangeKeys.up), Binding(.down, do: ArrangeKeys.down),
      ]
      : [
        Binding(.up, do: ArrangeKeys.higher, hint: "higher"),
        Binding(.down, do: ArrangeKeys.lower, hint: "lower"),
      ]
    return moves + [
      Binding(.tab, .enter, do: ArrangeKeys.next, hint: "next card"),
      Binding(.backTab, do: ArrangeKeys.previous, hint: "previous"),
      Binding(.escape, do: .leave, hint: "back to the line"),
      Binding(.alt("u"), .control("_"), do: .undo),
      Binding(.function(1), do: .help, hint: "help"),
    ]
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let board = scene.board else { return }
    let room = Panel.draw(scene.title(of: board), into: &frame, in: rect)
    var seen = scene
    seen.focus.card = card
    seen.focus.overlays = []
    BoardView.draw(seen, board, into: &frame, in: room, onStage: false)
  }
}
