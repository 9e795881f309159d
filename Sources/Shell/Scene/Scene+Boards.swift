import Assets
package import WorkshopCore

/// The boards that this terminal is at, and what content makes of them.
extension Scene {
  /// The board that the room's lines go to: what this terminal chose, else the current activity's.
  package var board: Board? {
    if case .board(let id) = focus.place { return workshop.board(id) }
    return chosenBoard ?? activityBoard
  }

  /// The board that this note-taker chose, as long as that lasts.
  package var chosenBoard: Board? {
    guard focus.boardDuring == nil || focus.boardDuring == workshop.current ?? "" else {
      return nil
    }
    return workshop.board(focus.board)
  }

  /// The current activity's board; of several canvases or journeys the one that this terminal is at.
  package var activityBoard: Board? { current.flatMap(board(of:)) }

  /// Where an activity's lines go. Of several canvases or journeys, a note-taker is at the one they made
  /// or chose, else at their table's own or the one they wrote on; everybody else is where the room is.
  package func board(of activity: Activity) -> Board? {
    guard let canvas = canvas(of: activity) else { return workshop.board(activity.board) }
    let usual = workshop.roomBoard(of: canvas) ?? workshop.board(activity.board)
    guard role == .notes else { return usual }
    let live = workshop.boards.filter { $0.canvas == canvas }
    // The activity's own board is a place too, as long as somebody is at nobody's canvas.
    if let board = workshop.board(focus.places[canvas]),
      board.canvas == canvas || board.id == activity.board
    {
      return board
    }
    let tables = ofOwnTable(live)
    let own = tables.isEmpty ? live : tables
    let written = own.compactMap { board in
      workshop.cards(on: board.id).last { $0.by == me }.map { (board, $0.added) }
    }
    let last = written.max { $0.1 < $1.1 }?.0
    return last ?? (own.count < live.count ? own.first : nil) ?? usual
  }

  /// Of canvases or journeys, those about something of the table that this terminal writes for.
  package func ofOwnTable(_ boards: [Board]) -> [Board] {
    guard let table = focus.table else { return [] }
    return boards.filter { workshop.card($0.about)?.table == table }
  }

  /// The line was begun on another board than the one that this terminal is at: the room moved on, say.
  package var isLeftBehind: Bool {
    guard let begun = focus.begun?.board else { return false }
    return begun != board?.id
  }

  /// Where a line that was begun goes: the board that it was begun on; nil when that is gone.
  package var lineBoard: Board? {
    guard let begun = focus.begun?.board else { return board }
    return workshop.board(begun)
  }

  /// The column that new cards go to: the chosen one; on a canvas else the first block without a note, as
  /// a note in none would be in nobody's sight, and where every card is of a column the first one.
  package func zone(forCardsOn board: Board) -> ZoneID? {
    let known = zones(of: board).map(\.id)
    if let zone = focus.zone, known.contains(zone) { return zone }
    guard canvas(of: board) != nil else { return hasColumnAlways(board) ? known.first : nil }
    let filled = Set(workshop.cards(on: board.id).compactMap(\.zone))
    return known.first { !filled.contains($0) } ?? known.first
  }

  /// Whether a card typed for a board is always in one of its columns, blocks or stages.
  package func hasColumnAlways(_ board: Board) -> Bool {
    canvas(of: board) != nil || journey(of: board) != nil || sheet(of: board)?.sorted == true
  }

  /// The stages of a journey's board; nil for a board that is none.
  ///
  /// A board of the sheet `journey` with zones of its own has those as stages.
  package func journey(of board: Board?) -> Journey? {
    guard let board else { return nil }
    if let named = board.canvas.flatMap({ content.journeys[$0] }) { return named }
    guard board.sheet == Self.journeySheet, board.canvas == nil else { return nil }
    guard !board.zones.isEmpty else { return content.journeys[Journey.usual] }
    return Journey(
      id: board.id, title: board.title,
      stages: board.zones.map { Journey.Stage(id: $0.id, label: $0.title) })
  }

  /// The canvas or journey that an activity fills, where it has one.
  package func canvas(of activity: Activity) -> String? {
    activity.canvas ?? kind(of: activity).usualJourney
  }

  package static var journeySheet: String { "journey" }

  /// A board's sheet; the themes of the workshop are what its field for the theme takes.
  package func sheet(of board: Board?) -> Sheet? {
    guard let sheet = board?.sheet.flatMap({ content.sheets[$0] }) else { return nil }
    guard let index = sheet.fields.firstIndex(where: { $0.id == Card.theme }),
      case let themes = workshop.themes, !themes.isEmpty
    else { return sheet }
    var fields = sheet.fields
    fields[index] = Field(
      id: Card.theme, label: fields[index].label, prompt: fields[index].prompt, type: .choice,
      choices: themes.map { Choice(id: $0.id, label: $0.name) })
    return Sheet(id: sheet.id, title: sheet.title, fields: fields, sorted: sheet.sorted)
  }

  /// A board's zones: those made live, a journey's stages, or a canvas's blocks in the order in which
  /// they are filled.
  package func zones(of board: Board) -> [Zone] {
    if let journey = journey(of: board) {
      return journey.stages.map { Zone(id: $0.id, title: $0.label) }
    }
    guard let canvas = canvas(of: board) else { return board.zones }
    return canvas.guided(mini: isMini(board)).map { Zone(id: $0.id, title: $0.label) }
  }

  package func canvas(of board: Board?) -> Canvas? {
    board?.canvas.flatMap { content.canvases[$0] }
  }

  /// Whether only a canvas's core blocks are filled, as the activity that uses it says.
  package func isMini(_ board: Board) -> Bool {
    workshop.plan.activities.contains { $0.canvas == board.canvas && $0.isMini }
  }

  /// The title of a zone, or nil for a zone nobody knows.
  package func title(ofZone id: ZoneID?, on board: Board) -> String? {
    zones(of: board).first { $0.id == id }.map { say($0.title) }
  }

  package func title(ofTheme id: String?) -> String? { workshop.theme(id).map { say($0.name) } }
}
