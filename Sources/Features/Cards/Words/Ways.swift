import Assets
package import Languages
package import Shell
package import WorkshopCore
import WorkshopQueries

extension Scene {
  /// The axes that a board's cards are placed on: while the room is at an activity that has some.
  package func matrix(of board: Board?) -> Matrix? {
    guard let board, let activity = current, self.board(of: activity)?.id == board.id else {
      return nil
    }
    return activity.matrix ?? content.method(activity.method)?.matrix
  }

  /// Whether a board is one numbered list that people put in order.
  package func isOrdered(_ board: Board) -> Bool {
    board.sort == .order && board.canvas == nil && journey(of: board) == nil
  }

  /// The cards that have numbers: a list's in its order, a matrix's as they came; nil for a wall.
  package func arranged(on board: Board) -> [Card]? {
    if matrix(of: board) != nil { return workshop.cards(on: board.id) }
    return isOrdered(board) ? workshop.ordered(on: board.id) : nil
  }

  /// What a board's header says of it beside its title: that the room does not see it, that it takes no
  /// card, how full a canvas is.
  package func state(of board: Board) -> [String] {
    let all = workshop.cards(on: board.id).count
    let shown = all - (workshop.forTheRoom.withheld[board.id] ?? 0)
    let closed: Phrase? =
      !board.isClosed ? nil : shown == 0 ? "closed to the room" : "shown: \(shown) of \(all)"
    let frozen: Phrase? = workshop.freeze(of: board.id) == nil ? nil : "frozen"
    let filled = canvas(of: board).map { _ in completeness(of: board) }
    return [closed, frozen].compactMap { $0.map { say($0) } } + [filled].compactMap { $0 }
  }

  /// How many of a canvas's blocks have a note, of how many: a quiet `7/13`.
  package func completeness(of board: Board) -> String {
    let filled = Set(workshop.cards(on: board.id).compactMap(\.zone))
    let blocks = zones(of: board)
    return "\(blocks.count { filled.contains($0.id) })/\(blocks.count)"
  }

  /// Why no card can be added to a board, nil when one can: the one place that decides it.
  package func refusal(ofCardsOn board: Board) -> Phrase? {
    switch workshop.freeze(of: board.id) {
    case .vote:
      "Frozen while the vote is open; M-p parks a late idea"
    case .list: "The list is frozen; M-p parks a late idea"
    case nil: nil
    }
  }

  /// Where cards go that cannot be handed back to be typed again: the board, or while that takes none
  /// the parking lot.
  package func taker(for board: Board) -> Board {
    guard refusal(ofCardsOn: board) != nil else { return board }
    return workshop.board(Workshop.parking) ?? board
  }
}

extension Scene {
  /// What a screen for the room is drawn from: nothing that a closed board hides.
  package var forTheRoom: Scene {
    var scene = self
    scene.workshop = workshop.forTheRoom
    return scene
  }
}
