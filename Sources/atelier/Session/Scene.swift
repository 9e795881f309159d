import Assets
import Foundation
import Journaling
import Terminal
import WorkshopCore

/// All that a view may see: the workshop, this terminal's place in it, and the time.
struct Scene: Sendable {
  var workshop: Workshop
  var content: Content
  var role: Role
  var language: Language
  var focus: Focus
  var now: Moment
  /// The name of whoever sits here.
  var me: String
  /// Seconds by which this machine's clock is ahead of the workshop's; negative when behind.
  var clockIsApart = 0
  /// The terminal's: a step to the card at the right asks where the cards stand.
  var size = Size(columns: 80, rows: 24)
  /// Who else is here.
  var presence: [Presence] = []
  var saving: Saving = .saved
  /// A trouble the facilitator must know of: a refused plan, a damaged journal. Never on stage.
  var trouble: Phrase?
  /// Files of the workshop's own content that are not used, until the facilitator has seen it.
  var refused: [Flaw] = []

  func say(_ phrase: Phrase) -> String { language(phrase) }
  func say(_ text: Localized?) -> String { language(text) }

  /// The activity the room is at.
  var current: Activity? { workshop.plan.activity(workshop.current) }
  var kind: ActivityKind {
    let kind = ActivityKind.of(current)
    return current.flatMap(board(of:))?.sheet == "persona" ? kind.withGallery : kind
  }

  /// What comes after the current activity, over what is left out; the first one before anything began.
  var following: Activity? {
    let activities = workshop.plan.activities
    let index = activities.firstIndex { $0.id == workshop.current }
    return activities.dropFirst(index.map { $0 + 1 } ?? 0).first { !$0.isDropped }
  }

  /// What stands before the current activity.
  var preceding: Activity? {
    let activities = workshop.plan.activities
    let index = activities.firstIndex { $0.id == workshop.current } ?? 0
    return activities.prefix(index).last { !$0.isDropped }
  }

  /// The session whose agenda is on screen: the current activity's, else today's, else the first.
  var session: Session? {
    workshop.plan.session(of: workshop.current) ?? workshop.plan.sessions.first
  }

  var countdown: Countdown? { workshop.current.flatMap { workshop.countdowns[$0] } }

  /// The countdowns that tables have of their own in the current activity, by table.
  var tableCountdowns: [(table: String, countdown: Countdown)] {
    let all = workshop.current.flatMap { workshop.tableCountdowns[$0] } ?? [:]
    return all.sorted { $0.key.compare($1.key, options: .numeric) == .orderedAscending }.map {
      (table: $0.key, countdown: $0.value)
    }
  }

  /// Every countdown of the current activity, the room's first.
  var countdowns: [Countdown] {
    [countdown].compactMap { $0 } + tableCountdowns.map(\.countdown)
  }

  /// The turn of a round that runs now; the first one while none has begun.
  func turn(of activity: Activity) -> Turn? {
    let playlist = workshop.playlist(of: activity)
    return playlist.dropFirst(workshop.turnIndex(of: activity, in: playlist) ?? 0).first
  }

  /// Whether this screen is for the facilitator's eyes alone.
  var mayShowPrivately: Bool { role == .facilitator && !focus.isOnStage }

  func sheet(of board: Board?) -> Sheet? { board?.sheet.flatMap { content.sheets[$0] } }

  /// A board's zones: those made live, a journey's stages, or a canvas's blocks in the order in which
  /// they are filled.
  func zones(of board: Board) -> [Zone] {
    if let journey = journey(of: board) {
      return journey.stages.map { Zone(id: $0.id, title: $0.label) }
    }
    guard let canvas = canvas(of: board) else { return board.zones }
    return canvas.guided(mini: isMini(board)).map { Zone(id: $0.id, title: $0.label) }
  }

  func canvas(of board: Board?) -> Canvas? { board?.canvas.flatMap { content.canvases[$0] } }

  /// Whether only a canvas's core blocks are filled, as the activity that uses it says.
  func isMini(_ board: Board) -> Bool {
    workshop.plan.activities.contains { $0.canvas == board.canvas && $0.isMini }
  }

  /// The title of a zone, or nil for a zone nobody knows.
  func title(ofZone id: ZoneID?, on board: Board) -> String? {
    zones(of: board).first { $0.id == id }.map { say($0.title) }
  }

  func title(ofTheme id: String?) -> String? { workshop.theme(id).map { say($0.name) } }
}
