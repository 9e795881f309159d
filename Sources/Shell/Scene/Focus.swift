package import Journaling
package import Languages
import Terminal
package import WorkshopCore
package import WorkshopQueries

/// Where this user is: it belongs to the process and is never journalled.
package struct Focus: Sendable {
  /// Where the facilitator works.
  package var place = Place.agenda
  /// The agenda line the facilitator looks at; nil: the current activity's.
  package var agendaLine: ActivityID?
  /// The activity that was looked back at when the first of the overlays was opened; nil: the room's.
  package var lookedFrom: ActivityID?
  /// The selected card.
  package var card: CardID?
  /// The line a note-taker is typing.
  package var line = Line()
  /// Long pastes that are being taken in, one after the other.
  package var pastes: [Pasting] = []
  /// The card that the line edits; nil: it will be a new one.
  package var editing: CardID?
  /// What the edit began from: what it replaces, whatever came in meanwhile.
  package var editingFrom: EditStart?
  /// The cards that the line's new card will come from.
  package var links: [CardID] = []
  /// Which of the cards that say the same Tab adds a voice to; nil: the likeliest.
  package var said: CardID?
  /// The cards that were on screen as saying the same when it was last drawn; nil where nothing is drawn.
  package var saidSeen: Set<CardID>?
  /// The line that gave way to a voice, as long as nothing else was written.
  package var voiced: Line?
  /// The board a note-taker chose; nil: the current activity's.
  package var board: BoardID?
  /// The activity at which that choice ends, empty before the first one; nil: it lasts until it is changed.
  package var boardDuring: ActivityID?
  /// Of several canvases of a kind, or journeys, the one that this note-taker is at, by the canvas: nobody
  /// else's key changes it.
  package var places: [String: BoardID] = [:]
  /// The boards that this note-taker has heard of; nil before the first look.
  package var knownBoards: Set<BoardID>?
  /// What the line was begun with, so that it is not carried off.
  package var begun: Begun?
  /// What the next feedback is about, as chosen in a round.
  package var about: About?
  /// The turn that the next facts are from, as chosen; nil: the one that runs.
  package var speaker: Speaker?
  /// The table that this note-taker writes for.
  package var table: String?
  /// The zone that new cards go to.
  package var zone: ZoneID?
  /// The row of a user journey that new lines go to; nil: what the person does.
  package var row: JourneyMap.Row?
  /// Cards that were marked: what is done is done to all of them.
  package var marked: Set<CardID> = []
  /// The card that the mouse holds.
  package var dragged: CardID?
  /// The column that it would be dropped on, empty for that of unsorted cards.
  package var drop: String?
  /// Whether the program has the mouse, or the terminal selects text with it.
  package var usesMouse = true
  /// Only cards that hold this text are shown.
  package var filter = ""
  /// Personas, facts and pain points stand beside the board, where the window is wide enough.
  package var hasFacts = false
  /// This terminal shows the stage, for rooms with a single screen.
  package var isOnStage = false
  /// What lies over the view, the topmost last.
  package var overlays: [any Overlay] = []
  /// Texts that were typed and left before they were given, the last one last.
  package var left: [TypedText] = []
  /// Where a voter sits, at a ballot terminal.
  package var booth: Booth?
  /// The ballot that is being marked there; nil: it was given, or not begun.
  package var ballot: (any Overlay)?
  /// Paper ballots that were typed here, when their pad is closed for a while.
  package var pile: (any Overlay)?
  /// One sentence that answers the last key.
  package var notice: Notice?
  /// A key that asks to be pressed twice, and until when (ms).
  package var armed: (action: String, until: Int64)?

  /// What was at hand when a line was begun: it goes with the line, whatever others do meanwhile.
  package struct Begun: Equatable, Sendable {
    /// Nil where there was none.
    package var board: BoardID?
    /// The sheet that lay on the table, where sheets go round.
    package var sheet: String?
    /// The theme of whoever spoke.
    package var theme: String?
    /// What feedback was about.
    package var about: About?

    package init(
      board: BoardID?, sheet: String? = nil, theme: String? = nil, about: About? = nil
    ) {
      self.board = board
      self.sheet = sheet
      self.theme = theme
      self.about = about
    }
  }

  /// A project or an idea whose canvas feedback is about, perhaps one block of it.
  package struct About: Equatable, Sendable {
    package var card: CardID
    package var block: String?
    package var round: Int

    package init(card: CardID, block: String?, round: Int) {
      self.card = card
      self.block = block
      self.round = round
    }
  }

  /// A turn whose facts are noted, chosen while another one ran: it counts until the room goes on.
  package struct Speaker: Equatable, Sendable {
    package var activity: ActivityID
    package var round: String
    /// Where the room was when it was chosen.
    package var place: Turn.Place?
    package var room: ActivityID?

    package init(activity: ActivityID, round: String, place: Turn.Place?, room: ActivityID?) {
      self.activity = activity
      self.round = round
      self.place = place
      self.room = room
    }
  }

  /// Where a facilitator works: over the agenda, at what happens between two sessions, or at a board.
  package enum Place: Equatable, Sendable {
    case agenda
    case between
    case board(BoardID)
  }

  package init() {}

  package var overlay: (any Overlay)? { overlays.last }

  /// The line is done with: it is empty again, for a new card.
  package mutating func freeLine() {
    line = Line()
    editing = nil
    editingFrom = nil
    begun = nil
    links = []
    said = nil
    voiced = nil
  }
}

/// What an edit of a card's text began from.
package struct EditStart: Equatable, Sendable {
  /// Nil when it is no longer known: the edit then counts as a change.
  package var text: String?
  /// The entry that the edit replaces.
  package var entry: EntryID?

  init(text: String?, entry: EntryID?) {
    self.text = text
    self.entry = entry
  }

  package init(_ card: Card) {
    self.init(text: card.text, entry: card.values[Card.text]?.entry)
  }
}

/// One sentence that answers a key, until it is read.
package struct Notice: Equatable, Sendable {
  package var phrase: Phrase
  var isWarning = false
  /// Milliseconds since 1970; it is gone after.
  package var until: Int64

  package init(phrase: Phrase, isWarning: Bool = false, until: Int64) {
    self.phrase = phrase
    self.isWarning = isWarning
    self.until = until
  }
}

extension Focus {
  /// What is being typed: in the topmost overlay that has a line, else on the note-taker's line.
  package var typed: String { overlay?.typed ?? line.text }

  /// Puts a text where that is.
  package mutating func type(_ text: String, _ scene: Scene) {
    if overlay?.typed != nil {
      overlays[overlays.count - 1].typed = text
    } else {
      if line.isEmpty, editing == nil { begin(scene) }
      line = Line(text)
    }
  }
}
