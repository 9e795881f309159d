import Terminal
import Workshop

/// Where this user is: it belongs to the process and is never journalled.
struct Focus: Sendable {
  /// Where the facilitator works.
  var place = Place.agenda
  /// The agenda line the facilitator looks at; nil: the current activity's.
  var agendaLine: ActivityID?
  /// The selected card.
  var card: CardID?
  /// The first row on screen of a list that is longer than it.
  var scroll = 0
  /// The line a note-taker is typing.
  var line = Line()
  /// The card that the line edits; nil: it will be a new one.
  var editing: CardID?
  /// The text that the edit began from: what it replaces, whatever came in meanwhile.
  var editingFrom: FieldValue?
  /// The board a note-taker chose; nil: the current activity's.
  var board: BoardID?
  /// The activity whose board the line was begun on, so that the line is not carried off.
  var begunAt: ActivityID?
  /// The sheet that the line was begun on, where sheets go round the tables.
  var begunSheet: String?
  /// What the next feedback is about, as chosen in a round.
  var about: About?
  /// The table that this note-taker writes for.
  var table: String?
  /// The zone that new cards go to.
  var zone: ZoneID?
  /// The row of a user journey that new lines go to; nil: what the person does.
  var row: JourneyMap.Row?
  /// Only cards that hold this text are shown.
  var filter = ""
  /// This terminal shows the stage, for rooms with a single screen.
  var isOnStage = false
  /// What lies over the view, the topmost last.
  var overlays: [Overlay] = []
  /// One sentence that answers the last key.
  var notice: Notice?
  /// A key that asks to be pressed twice, and until when (ms).
  var armed: (action: String, until: Int64)?

  /// A project or an idea whose canvas feedback is about, perhaps one block of it.
  struct About: Equatable, Sendable {
    var card: CardID
    var block: String?
    var round: Int
  }

  /// Where a facilitator works: over the agenda or at a board.
  enum Place: Equatable, Sendable {
    case agenda
    case board(BoardID)
  }

  var overlay: Overlay? { overlays.last }
}

/// One sentence that answers a key, until it is read.
struct Notice: Equatable, Sendable {
  var phrase: Phrase
  var isWarning = false
  /// Milliseconds since 1970; it is gone after.
  var until: Int64
}
