import Assets
import WorkshopCore
import WorkshopQueries

/// Ways of working in words.
enum Ways {
  static func minutes(_ method: WayOfWorking, _ language: Language) -> String {
    language("\(Games.span(method.minutes)) min")
  }
}

extension Scene {
  /// The axes that a board's cards are placed on: while the room is at an activity that has some.
  func matrix(of board: Board?) -> Matrix? {
    guard let board, let activity = current, self.board(of: activity)?.id == board.id else {
      return nil
    }
    return activity.matrix ?? content.method(activity.method)?.matrix
  }

  /// Whether a board is one numbered list that people put in order.
  func isOrdered(_ board: Board) -> Bool {
    board.sort == .order && board.canvas == nil && journey(of: board) == nil
  }

  /// The cards that have numbers: a list's in its order, a matrix's as they came; nil for a wall.
  func arranged(on board: Board) -> [Card]? {
    if matrix(of: board) != nil { return workshop.cards(on: board.id) }
    return isOrdered(board) ? workshop.ordered(on: board.id) : nil
  }

  /// What a board's header says of it beside its title: that the room does not see it, that it takes no
  /// card, how full a canvas is.
  func state(of board: Board) -> [String] {
    let all = workshop.cards(on: board.id).count
    let shown = all - (workshop.forTheRoom.withheld[board.id] ?? 0)
    let closed: Phrase? =
      !board.isClosed ? nil : shown == 0 ? "closed to the room" : "shown: \(shown) of \(all)"
    let frozen: Phrase? = workshop.freeze(of: board.id) == nil ? nil : "frozen"
    let filled = canvas(of: board).map { _ in completeness(of: board) }
    return [closed, frozen].compactMap { $0.map { say($0) } } + [filled].compactMap { $0 }
  }

  /// How many of a canvas's blocks have a note, of how many: a quiet `7/13`.
  func completeness(of board: Board) -> String {
    let filled = Set(workshop.cards(on: board.id).compactMap(\.zone))
    let blocks = zones(of: board)
    return "\(blocks.count { filled.contains($0.id) })/\(blocks.count)"
  }

  /// Why no card can be added to a board, nil when one can: the one place that decides it.
  func refusal(ofCardsOn board: Board) -> Phrase? {
    switch workshop.freeze(of: board.id) {
    case .vote:
      "Frozen while the vote is open; M-p parks a late idea"
    case .list: "The list is frozen; M-p parks a late idea"
    case nil: nil
    }
  }

  /// The line that a frozen list has just refused, while the sentence that offers to park it stands
  /// there; empty when there is none.
  var lateLine: String {
    guard role == .notes, focus.editing == nil, let board = lineBoard,
      let reason = refusal(ofCardsOn: board), let notice = focus.notice, notice.phrase == reason,
      notice.until > now.milliseconds
    else { return "" }
    return focus.line.text
  }

  /// Where cards go that cannot be handed back to be typed again: the board, or while that takes none
  /// the parking lot.
  func taker(for board: Board) -> Board {
    guard refusal(ofCardsOn: board) != nil else { return board }
    return workshop.board(Workshop.parking) ?? board
  }
}

extension Scene {
  /// What a screen for the room is drawn from: nothing that a closed board hides.
  var forTheRoom: Scene {
    var scene = self
    scene.workshop = workshop.forTheRoom
    return scene
  }
}
