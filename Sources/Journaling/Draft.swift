public import WorkshopCore

/// What somebody was typing, and where: kept so that a dying process loses no word.
public struct Draft: Codable, Equatable, Sendable {
  /// The journal writer of the process it belongs to.
  public var writer: String
  public var by: String
  /// The id of a role, such as `notes`.
  public var role: String
  /// The board being typed on.
  public var board: String?
  /// The part of the board, such as a canvas's block.
  public var zone: String?
  public var text: String
  /// The card whose field it is, nil while it is a new line.
  public var card: CardID?
  public var field: String?
  /// The entry that the edit replaces.
  public var over: EntryID?
  /// What else the line has at hand: a table, a row of a journey, a theme, by names of the program's own;
  /// nil in drafts of earlier versions.
  public var details: [String: String]?
  /// What was typed elsewhere than on the line: what is open, the topmost last, and what was left; nil in
  /// drafts of earlier versions.
  public var texts: [TypedText]?
  /// When the text last changed, in milliseconds since 1970.
  public var at: Int64
  /// The machine: only there can a lock tell whether the process lives.
  public var host: String

  init(
    writer: String, by: String, role: String, board: String?, zone: String? = nil, text: String,
    edit: Edit? = nil, details: [String: String]? = nil, texts: [TypedText] = [], at: Int64,
    host: String
  ) {
    self.writer = writer
    self.by = by
    self.role = role
    self.board = board
    self.zone = zone
    self.text = text
    card = edit?.card
    field = edit?.field
    over = edit?.over
    self.details = details
    self.texts = texts.isEmpty ? nil : texts
    self.at = at
    self.host = host
  }
}

extension Draft {
  /// Nothing that anybody would miss.
  public var isEmpty: Bool { text.isEmpty && (texts ?? []).isEmpty }

  /// Somebody is in the middle of a text; what was left is none.
  public var isUnderWay: Bool {
    !text.isEmpty || (texts ?? []).contains { !$0.isLeft && !$0.text.isEmpty }
  }

  /// What an edit changes.
  public struct Edit: Equatable, Sendable {
    public let card: CardID
    public let field: String
    /// The entry whose value it replaces; nil for what the plan says, or for an empty field.
    public let over: EntryID?

    public init(card: CardID, field: String, over: EntryID?) {
      self.card = card
      self.field = field
      self.over = over
    }
  }

  public var edit: Edit? {
    card.flatMap { card in field.map { Edit(card: card, field: $0, over: over) } }
  }
}

/// Somebody who is here. Never what they are typing.
public struct Presence: Equatable, Sendable {
  public let writer: String
  public let by: String
  public let role: String
  public let board: String?
  /// The text changed in the last five seconds.
  public let isTyping: Bool
  /// The part of the board they work in.
  public var zone: String?
}
