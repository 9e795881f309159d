package import WorkshopCore
import WorkshopQueries

// Where a note-taker is, and where a line goes: changed by their own keys alone.

extension Focus {
  /// A line is begun: with the board, the column and what else is at hand.
  package mutating func begin(_ scene: Scene) {
    begun = scene.beginning
    guard let board = scene.board, let zone = scene.zone(forCardsOn: board) else { return }
    self.zone = zone
  }

  /// This note-taker goes to a board: what they type goes there, a line that was begun too, and a chosen
  /// card that was not changed is left.
  package mutating func goTo(_ board: Board, _ scene: Scene) {
    zone = nil
    if editing != nil, line.text == editingFrom?.text { freeLine() }
    var there = scene
    if let canvas = board.canvas, scene.current.flatMap(scene.canvas(of:)) == canvas {
      places[canvas] = board.id
      (self.board, boardDuring) = (nil, nil)
    } else {
      (self.board, boardDuring) = (board.id, scene.workshop.current ?? "")
    }
    there.focus = self
    takeLineAlong(there)
  }

  /// This note-taker writes for a table from now on: at its own canvas or journey, where it has one. A line
  /// that was begun stays where it was begun.
  package mutating func goTo(table: String, _ scene: Scene) {
    self.table = table
    guard let canvas = scene.current.flatMap(scene.canvas(of:)) else { return }
    let own = scene.workshop.boards.first {
      $0.canvas == canvas && scene.workshop.card($0.about)?.table == table
    }
    guard let own, places[canvas] != own.id else { return }
    places[canvas] = own.id
    if begun == nil { zone = nil }
  }

  /// The line goes to where this note-taker is now.
  package mutating func takeLineAlong(_ scene: Scene) {
    guard !line.isEmpty, editing == nil else { return }
    begin(scene)
  }

  /// Goes to what this note-taker has just made: of several things the table's own, else the first.
  mutating func goTo(made boards: [BoardID], _ scene: Scene) {
    knownBoards?.formUnion(boards)
    let made = boards.compactMap { scene.workshop.board($0) }.filter { $0.canvas != nil }
    let own = made.first { board in
      table != nil && scene.workshop.card(board.about)?.table == table
    }
    if let board = own ?? made.first { goTo(board, scene) }
  }
}

extension Scene {
  /// What a line would be begun with now.
  package var beginning: Focus.Begun {
    var fresh = self
    fresh.focus.begun = nil
    let board = fresh.board
    let subject = board.flatMap { fresh.subject(on: $0) }
    return Focus.Begun(
      board: board?.id, sheet: board.flatMap { fresh.sheet(inHandOn: $0) },
      theme: current.flatMap(turn(of:))?.theme,
      about: subject.map {
        Focus.About(
          card: $0.card.id, block: $0.block,
          round: current.map { workshop.round(of: $0) } ?? 0)
      })
  }

  /// The theme that the next card has where nobody names one: whose turn it was when the line was begun.
  package var themeOfLine: String? {
    if let begun = focus.begun { return begun.theme }
    return current.flatMap(turn(of:))?.theme
  }
}
