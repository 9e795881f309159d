public import WorkshopCore
import WorkshopQueries

extension StateDocument {
  /// A wall and its zones.
  public struct Board: Codable, Equatable, Sendable {
    public let id: BoardID
    public let title: String
    public let question: String?
    public let columns: String
    public let zones: [Zone]
    public let sheet: String?
    public let canvas: String?
    public let about: CardID?
    /// What was set on it for everybody, where that is not the usual.
    public let sort: String?
    public let closed: Bool?
    public let revealed: Int?
    public let frozen: Bool?
    /// What its cards say is kept from everybody: they are not in here.
    public let sealed: Bool?
    /// Whether the room is at it, of several canvases or journeys; `newest`: at whichever was made last.
    public let room: String?
    /// The ids of its cards as they came to it, those in the bin included; nil: as they were added.
    public let order: [CardID]?
    /// What it held when somebody kept a version, first to last; nil: nobody did.
    public let versions: [Version]?

    /// - Parameters:
    ///   - added: the ids of its cards as they were added.
    ///   - say: a text in the language of the document.
    init(
      _ board: WorkshopCore.Board, in workshop: Workshop, added: [CardID],
      _ say: (Localized) -> String
    ) {
      id = board.id
      title = say(board.title)
      question = board.question.map(say)
      columns = board.columns.rawValue
      zones = board.zones.map { Zone(id: $0.id, title: say($0.title)) }
      sheet = board.sheet
      canvas = board.canvas
      about = board.about
      sort = board.sort == .oldest ? nil : board.sort.rawValue
      closed = board.isClosed ? true : nil
      revealed = board.revealed == 0 ? nil : board.revealed
      frozen = board.isFrozen ? true : nil
      sealed = board.isSealed ? true : nil
      room = board.room?.rawValue
      let cards = workshop.ids(on: board.id)
      order = cards == added || board.isSealed ? nil : cards
      let kept = board.isSealed ? [] : workshop.kept[board.id] ?? []
      versions = kept.isEmpty ? nil : kept.map(Version.init)
    }
  }

  /// A part of a board.
  public struct Zone: Codable, Equatable, Sendable {
    public let id: ZoneID
    public let title: String
  }

  /// Something the room produced, binned cards included.
  public struct Card: Codable, Equatable, Sendable {
    public let id: CardID
    public let board: BoardID
    public let zone: ZoneID?
    public let theme: String?
    public let table: String?
    public let text: String
    public let author: String?
    public let by: String
    /// ISO 8601 in UTC; nil for what was in the plan.
    public let added: String?
    public let voices: Int
    /// Of these, in its own words; nil: all of them.
    public let ownVoices: Int?
    public let gone: Bool
    /// Every filled field that has no key of its own, and that may leave the house.
    public let fields: [String: String]
    /// Texts that were typed over unseen, by field.
    public let rivals: [String: [Rival]]
    /// Sets that are not empty.
    public let members: [String: [String]]

    private static let named: Set<String> = [
      WorkshopCore.Card.text, WorkshopCore.Card.board, WorkshopCore.Card.zone,
      WorkshopCore.Card.theme, WorkshopCore.Card.table, WorkshopCore.Card.author,
    ]

    init(_ card: WorkshopCore.Card) {
      id = card.id
      board = card.board
      zone = card.zone
      theme = card.theme
      table = card.table
      text = card.text
      author = card.author
      by = card.by
      added =
        card.added.milliseconds == 0 ? nil : StateDocument.moment(card.added.milliseconds)
      voices = card.voices
      ownVoices = card.isMerged ? card.ownVoices : nil
      gone = card.isGone
      fields = card.publicValues.filter { !Self.named.contains($0.key) && !$0.value.text.isEmpty }
        .mapValues(\.text)
      rivals = card.publicRivals.mapValues { $0.map { Rival(text: $0.text, by: $0.by) } }
      members = Dictionary(
        uniqueKeysWithValues: card.setNames.map { ($0, card.members(of: $0)) })
    }
  }

  /// A text that lost against one typed at the same time.
  public struct Rival: Codable, Equatable, Sendable {
    public let text: String
    public let by: String
  }

  /// Somebody who takes part.
  public struct Person: Codable, Equatable, Sendable {
    public let id: CardID
    public let name: String
    public let organisation: String?
    public let role: String?
    public let project: String?
    public let theme: String?
    public let table: String?
    /// The ids of the sessions at which they were, sorted.
    public let present: [String]
    /// The projects they chose, first to last; nil: none.
    public let moves: [Move]?

    init(_ card: WorkshopCore.Card, moves: [WorkshopCore.Move]) {
      self.moves = moves.isEmpty ? nil : moves.map(Move.init)
      id = card.id
      name = card.text
      organisation = card["organisation"]
      role = card["role"]
      project = card["project"]
      theme = card.theme
      table = card.table
      present = card.members(of: Workshop.present)
    }
  }
}

extension StateDocument {
  /// What a board held when somebody said: keep this.
  public struct Version: Codable, Equatable, Sendable {
    public let title: String
    /// Milliseconds since 1970.
    public let at: Int64
    public let notes: [Kept.Note]

    init(_ kept: Kept) {
      title = kept.title
      at = kept.stamp.milliseconds
      notes = kept.notes
    }
  }
}

extension StateDocument {
  /// Somebody chose a project, or none.
  public struct Move: Codable, Equatable, Sendable {
    /// A card; empty: none.
    public let project: CardID
    /// Milliseconds since 1970.
    public let at: Int64

    init(_ move: WorkshopCore.Move) {
      project = move.project
      at = move.stamp.milliseconds
    }
  }
}
