// What a change of the plan does to the boards that are there, and what it may not take away.

extension Workshop {
  /// Whether a change would take away what people made: a day of which anything was held, a board with
  /// cards, also in its bin.
  func isKept(from change: PlanChange) -> Bool {
    switch change {
    case .sessionRemoved(let session): isHeld(session)
    case .boardRemoved(let board): !ids(on: board).isEmpty
    default: false
    }
  }

  /// Whether anything of a session was held.
  public func isHeld(_ session: String) -> Bool {
    plan.session(session)?.activities.contains { openings[$0.id] != nil } ?? false
  }

  /// Does to the boards what a change did to the plan's.
  mutating func follow(_ change: PlanChange) {
    switch change {
    case .boardAdded(let board):
      guard self.board(board.id) == nil, let added = plan.board(board.id) else { return }
      boards.append(added)
      seedProjectBoards()
    case .boardRemoved(let board):
      guard plan.board(board) == nil, let index = boards.firstIndex(where: { $0.id == board }),
        !Self.ownBoards.contains(board), board != Self.parking
      else { return }
      removed[board] = boards.remove(at: index)
    case .boardMoved:
      // What the plan does not name keeps its place among the others.
      let moved = plan.boards.compactMap { planned in boards.first { $0.id == planned.id } }
      let places = boards.indices.filter { index in moved.contains { $0.id == boards[index].id } }
      for (place, board) in zip(places, moved) { boards[place] = board }
    case .boardSet(let board, let field, _, _):
      guard let value = plan.board(board)?.value(of: field),
        let index = boards.firstIndex(where: { $0.id == board })
      else { return }
      boards[index].set(field, to: value)
    default: break
    }
  }

  /// A card came to a board that somebody took out at the same time: the board is there again.
  mutating func bringBack(_ board: BoardID) {
    guard self.board(board) == nil, let kept = removed.removeValue(forKey: board) else { return }
    boards.append(kept)
    if plan.board(board) == nil { plan.boards.append(kept) }
  }
}
