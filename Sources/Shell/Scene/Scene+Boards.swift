import Assets
package import WorkshopCore

/// The boards that this terminal is at, and what content makes of them.
extension Scene {
  /// The board that the room's lines go to: what this terminal chose, else the current activity's.
  package var board: Board? {
    if case .board(let id) = focus.place { return workshop.board(id) }
    return workshop.board(focus.board) ?? activityBoard
  }

  /// The current activity's board; for a canvas activity without one, the canvas made last.
  package var activityBoard: Board? { current.flatMap(board(of:)) }

  /// Where an activity's lines go. Of several canvases or journeys, whoever writes for a table is at that
  /// table's own; everybody else is at the one made last.
  package func board(of activity: Activity) -> Board? {
    guard let canvas = canvas(of: activity) else { return workshop.board(activity.board) }
    let live = workshop.boards.filter { $0.canvas == canvas }
    let own = focus.table.flatMap { table in
      live.last { workshop.card($0.about)?.table == table }
    }
    return own ?? live.last ?? workshop.board(activity.board)
  }

  /// The facilitator moved on while a line was being typed for another activity's board.
  package var isLeftBehind: Bool {
    guard let begun = focus.begunAt, focus.board == nil else { return false }
    return begun != workshop.current
  }

  /// Where a line that was begun goes: the board of the activity it was begun in.
  package var lineBoard: Board? {
    guard isLeftBehind, let begun = workshop.plan.activity(focus.begunAt) else { return board }
    return board(of: begun) ?? board
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
    return Sheet(id: sheet.id, title: sheet.title, fields: fields)
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
