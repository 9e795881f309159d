import Terminal
import WorkshopCore
import WorkshopQueries

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
  /// What the edit began from: what it replaces, whatever came in meanwhile.
  var editingFrom: EditStart?
  /// The cards that the line's new card will come from.
  var links: [CardID] = []
  /// Which of the cards that say the same Tab adds a voice to; nil: the likeliest.
  var said: CardID?
  /// The line that gave way to a voice, as long as nothing else was written.
  var voiced: Line?
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
  /// Cards that were marked: what is done is done to all of them.
  var marked: Set<CardID> = []
  /// The card that the mouse holds.
  var dragged: CardID?
  /// The column that it would be dropped on, empty for that of unsorted cards.
  var drop: String?
  /// Whether the program has the mouse, or the terminal selects text with it.
  var usesMouse = true
  /// Only cards that hold this text are shown.
  var filter = ""
  /// Personas, facts and pain points stand beside the board, where the window is wide enough.
  var hasFacts = false
  /// This terminal shows the stage, for rooms with a single screen.
  var isOnStage = false
  /// What lies over the view, the topmost last.
  var overlays: [any Overlay] = []
  /// Where a voter sits, at a ballot terminal.
  var booth: Booth?
  /// The ballot that is being marked there; nil: it was given, or not begun.
  var ballot: BallotSheet?
  /// Paper ballots that were typed here, when their pad is closed for a while.
  var pile: BallotPad?
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

  /// Where a facilitator works: over the agenda, at what happens between two sessions, or at a board.
  enum Place: Equatable, Sendable {
    case agenda
    case between
    case board(BoardID)
  }

  var overlay: (any Overlay)? { overlays.last }

  /// The line is done with: it is empty again, for a new card.
  mutating func freeLine() {
    line = Line()
    editing = nil
    editingFrom = nil
    begunAt = nil
    begunSheet = nil
    links = []
    said = nil
    voiced = nil
  }
}

/// What an edit of a card's text began from.
struct EditStart: Equatable, Sendable {
  /// Nil when it is no longer known: the edit then counts as a change.
  var text: String?
  /// The entry that the edit replaces.
  var entry: EntryID?

  init(text: String?, entry: EntryID?) {
    self.text = text
    self.entry = entry
  }

  init(_ card: Card) {
    self.init(text: card.text, entry: card.values[Card.text]?.entry)
  }
}

/// One sentence that answers a key, until it is read.
struct Notice: Equatable, Sendable {
  var phrase: Phrase
  var isWarning = false
  /// Milliseconds since 1970; it is gone after.
  var until: Int64
}
