import Cards
import Journaling
import Shell
import WorkshopCore
import WorkshopQueries

/// Where a line goes and what its card will have beside its text, as a draft keeps it.
struct LinePlace: Equatable {
  var board: BoardID?
  var zone: ZoneID?
  /// By the names below; only what there is.
  var details: [String: String]?

  private enum Name {
    static let table = "table"
    static let row = "row"
    static let sheet = "sheet"
    static let theme = "theme"
    static let about = "about"
    static let block = "block"
    static let links = "links"
    /// The activity during which a chosen board is kept, empty before the first one.
    static let during = "during"
    /// A board that was chosen for as long as nobody chooses another.
    static let kept = "kept"
  }

  init() {}

  /// A voter's marks are on no board, and nobody's business.
  init(_ scene: Scene) {
    guard scene.role == .notes, let board = scene.lineBoard else { return }
    self.board = board.id
    zone =
      scene.zone(forCardsOn: board) ?? scene.journey(of: board).flatMap { scene.stage(of: $0) }?.id
    let begun = scene.focus.begun
    var details: [String: String] = [:]
    details[Name.table] = scene.focus.table
    details[Name.row] = scene.focus.row?.rawValue
    details[Name.sheet] = begun?.sheet
    details[Name.theme] = begun?.theme
    details[Name.about] = begun?.about?.card
    details[Name.block] = begun?.about?.block
    details[Name.links] =
      scene.focus.links.isEmpty ? nil : scene.focus.links.joined(separator: " ")
    if scene.chosenBoard?.id == board.id {
      details[scene.focus.boardDuring == nil ? Name.kept : Name.during] =
        scene.focus.boardDuring ?? ""
    }
    self.details = details.isEmpty ? nil : details
  }

  init(_ draft: Draft) {
    board = draft.board
    zone = draft.zone
    details = draft.details
  }

  /// The line of a scene goes where it was meant, wherever the room is by now.
  func restore(_ scene: inout Scene) {
    let details = details ?? [:]
    scene.focus.table = details[Name.table] ?? scene.focus.table
    scene.focus.row = details[Name.row].flatMap(JourneyMap.Row.init) ?? scene.focus.row
    scene.focus.links = (details[Name.links] ?? "").split(separator: " ").map(String.init)
    guard let board = scene.workshop.board(board) else {
      scene.focus.takeLineAlong(scene)
      return
    }
    if details[Name.kept] != nil {
      scene.focus.board = board.id
    } else if let during = details[Name.during] {
      (scene.focus.board, scene.focus.boardDuring) = (board.id, during)
    } else if let canvas = board.canvas {
      scene.focus.places[canvas] = board.id
    }
    scene.focus.zone = zone
    let round = scene.current.map { scene.workshop.round(of: $0) } ?? 0
    scene.focus.begun = Focus.Begun(
      board: board.id, sheet: details[Name.sheet], theme: details[Name.theme],
      about: details[Name.about].map {
        Focus.About(card: $0, block: details[Name.block], round: round)
      })
  }
}
