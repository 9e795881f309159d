extension Workshop {
  /// The same workshop without what a closed board hides and what jurors keep for the group: all that any
  /// screen for the room is drawn from.
  ///
  /// Not what the stage chooses not to show but what it cannot know, so that no list, count by
  /// cluster or card shown large can tell of it. What is voted on is seen.
  public var forTheRoom: Workshop { once("room") { workedOutForTheRoom } }

  private var workedOutForTheRoom: Workshop {
    var room = withoutPrivateRemarks
    guard boards.contains(where: \.isClosed) else { return room }
    let voted = Set(polls.flatMap(\.options))
    for board in boards where board.isClosed {
      let shown = Set(revealed(on: board)).union(voted)
      let all = cards(on: board.id) + bin(of: board.id)
      let hidden = all.filter { !shown.contains($0.id) }
      room.withhold(Set(hidden.map(\.id)))
      room.withheld[board.id] = hidden.count { !$0.isGone }
      room.kept[board.id] = nil
    }
    return room
  }

  /// The newest card that a closed board shows; nil for an open one.
  public func newestRevealed(on board: Board) -> Card? {
    board.isClosed ? revealed(on: board).last.flatMap(card) : nil
  }

  /// The number to set so that a closed board shows one card more, or one less; nil when there is none.
  public func revealing(on board: Board, by step: Int) -> Int? {
    let live = ids(on: board.id).enumerated().filter { cards[$1]?.isGone == false }.map(
      \.offset)
    return step > 0
      ? live.first { $0 >= board.revealed }.map { $0 + 1 } : live.last { $0 < board.revealed }
  }

  /// What a closed board shows, without what lies in the bin. Those in the bin are counted, so that
  /// binning a card that is shown does not show another.
  private func revealed(on board: Board) -> [CardID] {
    ids(on: board.id).prefix(board.revealed).filter { cards[$0]?.isGone == false }
  }
}
