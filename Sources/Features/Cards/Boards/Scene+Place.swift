import Languages
package import Shell
import Terminal
package import WorkshopCore

/// Where a note-taker is, told in words that cannot be confused; what others make is told and never followed.
extension Scene {
  /// A board as a note-taker, or whoever chooses one, reads it. Canvases and journeys have what they are and
  /// their number, so that two of like names are two.
  package func name(of board: Board) -> String {
    guard let canvas = board.canvas, board.about != nil else { return title(of: board) }
    let all = workshop.boards.filter { $0.canvas == canvas && $0.about != nil }
    let number = (all.firstIndex { $0.id == board.id } ?? 0) + 1
    if journey(of: board) != nil { return say("Journey \(number): \(title(of: board))") }
    // The project may have another name by now.
    let name = workshop.card(board.about)?.text ?? ""
    return say("Canvas \(number): \(name.isEmpty ? say(board.title) : name)")
  }

  /// Takes in what became of this note-taker's place: a choice that ended with its activity, what others
  /// made or took away. Nothing that was begun is moved.
  package mutating func settle() {
    guard role == .notes else { return }
    endChoice()
    keepPlace()
    hearOfBoards()
  }

  /// A board that was chosen for an activity ends with it.
  private mutating func endChoice() {
    guard let board = workshop.board(focus.board), chosenBoard == nil else { return }
    (focus.board, focus.boardDuring) = (nil, nil)
    notice("No longer on: \(brief(board)). You follow the facilitator again")
  }

  /// From the first sight on, a note-taker stays at what they see.
  private mutating func keepPlace() {
    guard let activity = current, let canvas = canvas(of: activity) else { return }
    if let place = focus.places[canvas], workshop.board(place) == nil {
      focus.places[canvas] = nil
      notice("An undo removed the place where you were; check where you are now", isWarning: true)
    }
    let isFree = focus.begun == nil && focus.editing == nil
    // From a board that is nobody's one goes to the table's own thing, or where the facilitator goes.
    if isFree, let place = workshop.board(focus.places[canvas]), place.about == nil,
      let better = ofOwnTable(workshop.boards.filter { $0.canvas == canvas }).first
        ?? workshop.boards.first(where: { $0.canvas == canvas && $0.room == .here })
    {
      focus.places[canvas] = better.id
      focus.zone = nil
    }
    // A board on which nobody has written is no place yet: what is made first is where one begins.
    guard focus.places[canvas] == nil, let board = board(of: activity),
      board.about != nil || !workshop.cards(on: board.id).isEmpty || !isFree
    else { return }
    focus.places[canvas] = board.id
    if chosenBoard == nil, isFree { focus.zone = zone(forCardsOn: board) }
  }

  private mutating func hearOfBoards() {
    let all = Set(workshop.boards.map(\.id))
    guard let known = focus.knownBoards else {
      focus.knownBoards = all
      return
    }
    guard all != known else { return }
    // One sentence at a time: what is read now is read first.
    if let notice = focus.notice, notice.until > now.milliseconds { return }
    focus.knownBoards = all
    guard let canvas = current.flatMap(canvas(of:)),
      let other = workshop.boards.last(where: { $0.canvas == canvas && !known.contains($0.id) }),
      let by = other.made?.by, let board
    else { return }
    if board.id == other.id {
      notice("\(by) made: \(brief(other)). You write on it")
    } else {
      notice("\(by) made: \(brief(other)). You stay on: \(brief(board))")
    }
  }

  /// A board's name, short enough to stand in a sentence twice.
  private func brief(_ board: Board) -> String {
    let name = name(of: board)
    return Text.width(name) > 26 ? Text.cut(name, to: 26) : name
  }
}
