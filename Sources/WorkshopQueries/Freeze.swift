public import WorkshopCore

/// Why a board takes no new card.
public enum Freeze: Equatable, Sendable {
  /// Its cards are being voted on: a list that grows meanwhile would wrong the first voters.
  case vote
  /// Somebody, or the plan, said that it is complete.
  case list
}

extension Workshop {
  /// Why a board takes no new card, nil when it does.
  public func freeze(of board: BoardID) -> Freeze? {
    let isVotedOn = polls.contains { poll in
      poll.isOpen && poll.options.contains { (cards[$0]?.board ?? zone($0)?.board.id) == board }
    }
    if isVotedOn { return .vote }
    return self.board(board)?.isFrozen == true ? .list : nil
  }
}
