import Assets
import Journal
import Workshop

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
  /// Who else is here.
  var presence: [Presence] = []
  var saving: Saving = .saved
  /// A trouble the facilitator must know of: a refused plan, a damaged journal. Never on stage.
  var trouble: Phrase?

  func say(_ phrase: Phrase) -> String { language(phrase) }
  func say(_ text: Localized?) -> String { language(text) }

  /// The activity the room is at.
  var current: Activity? { workshop.plan.activity(workshop.current) }
  var kind: ActivityKind { ActivityKind.of(current) }

  /// The session whose agenda is on screen: the current activity's, else today's, else the first.
  var session: Session? {
    workshop.plan.session(of: workshop.current) ?? workshop.plan.sessions.first
  }

  var countdown: Countdown? { workshop.current.flatMap { workshop.countdowns[$0] } }

  /// The turn of a round that runs now; the first one while none has begun.
  func turn(of activity: Activity) -> Turn? {
    let playlist = workshop.playlist(of: activity)
    return playlist.dropFirst(workshop.turnIndex(of: activity, in: playlist) ?? 0).first
  }

  func sheet(of board: Board?) -> Sheet? { board?.sheet.flatMap { content.sheets[$0] } }

  /// A board's zones: those made live, or a canvas's blocks in the order in which they are filled.
  func zones(of board: Board) -> [Zone] {
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

  func title(ofTheme id: String?) -> String? { workshop.plan.theme(id).map { say($0.name) } }
}
