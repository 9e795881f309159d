import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// The keys of hidden writing and of a frozen list: at the board, and at the agenda while the room is at
/// an idea board.
package enum WritingKeys {
  package static func bindings(_ scene: Scene, _ board: Board?) -> [Binding] {
    guard let board, board.canvas == nil, scene.journey(of: board) == nil,
      !Workshop.ownBoards.contains(board.id)
    else { return [] }
    let open: Phrase? = board.isClosed ? nil : "Everyone sees this board: H hides it"
    return [
      Binding(
        .character("."), do: next, hint: board.isClosed ? "next card" : nil, unless: open),
      Binding(.character(","), do: previous, unless: open),
      Binding(.character("H"), do: close, hint: board.isClosed ? "reveal all" : nil),
      Binding(.character("Z"), do: freeze),
    ]
  }

  private static let next = step("reveal-next", "Show one card more", 1)
  private static let previous = step("reveal-back", "Show one card less", -1)

  private static func step(_ id: String, _ phrase: Phrase, _ step: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let board = scene.board, board.isClosed else {
        return .refused("Everyone sees this board: H hides it")
      }
      guard let count = scene.workshop.revealing(on: board, by: step) else {
        return .refused(step > 0 ? "That was the last card" : "No card was shown yet")
      }
      return .event(.boardSet(board: board.id, setting: .revealed, value: String(count)))
    }
  }

  private static let close = Action(
    "close-board", "Hide the cards while people write, or show them", onStage: true
  ) { scene in
    guard let board = scene.board else { return .refused("This activity has no board") }
    let value = board.isClosed ? "no" : Board.yes
    return .event(
      .boardSet(board: board.id, setting: .closed, value: value),
      notice: board.isClosed
        ? "Every card is shown" : "Hidden: people see only the number of cards")
  }

  private static let freeze = Action(
    "freeze-board", "Freeze the list, or open it again", onStage: true
  ) { scene in
    guard let board = scene.board else { return .refused("This activity has no board") }
    if scene.workshop.freeze(of: board.id) == .vote {
      return .refused("The vote keeps it frozen until it is closed")
    }
    let value = board.isFrozen ? "no" : Board.yes
    return .event(
      .boardSet(board: board.id, setting: .frozen, value: value),
      notice: board.isFrozen ? "The list takes cards again" : "Frozen: no new cards")
  }
}
