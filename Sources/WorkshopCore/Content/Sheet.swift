/// The fields of a kind of card.
///
/// The first field is the card's own text (`text`), its headline.
public struct Sheet: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  public let fields: [Field]
  /// Whether each of its cards is of one of the board's columns from the start: what was noted of a talk
  /// is a fact, a question or something else, and never none of them.
  public let sorted: Bool?

  public init(id: String, title: Localized, fields: [Field], sorted: Bool? = nil) {
    self.id = id
    self.title = title
    self.fields = fields
    self.sorted = sorted
  }

  /// The same sheet for eyes that are not the facilitator's.
  public var withoutPrivateFields: Sheet {
    Sheet(
      id: id, title: title, fields: fields.filter { !Card.isPrivate($0.id) }, sorted: sorted)
  }
}

/// One field of a sheet.
public struct Field: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let label: Localized
  /// One line of help, shown while the field is empty.
  public let prompt: Localized?
  public let type: Kind
  /// What may be chosen, for `choice`.
  public let choices: [Choice]?
  /// The ends of a `scale` or `number`, both included.
  public let minimum: Int?
  public let maximum: Int?
  /// Whose cards may be chosen, for `card`.
  public let board: BoardID?
  /// The choice that an empty field, and a text that is none of them, count as; nil: as none.
  public let otherwise: String?

  /// What a field takes: a line, several lines, a number …; `person` and `card` hold an id.
  public enum Kind: String, Codable, Sendable {
    case line, text, number, scale, date, choice, person, card
  }

  public init(
    id: String, label: Localized, prompt: Localized? = nil, type: Kind = .line,
    choices: [Choice]? = nil, minimum: Int? = nil, maximum: Int? = nil, board: BoardID? = nil,
    otherwise: String? = nil
  ) {
    self.id = id
    self.label = label
    self.prompt = prompt
    self.type = type
    self.choices = choices
    self.minimum = minimum
    self.maximum = maximum
    self.board = board
    self.otherwise = otherwise
  }
}

/// Something that can be chosen in a field.
public struct Choice: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let label: Localized

  public init(id: String, label: Localized) {
    self.id = id
    self.label = label
  }
}
