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
  /// Whether several of them may be chosen at once; their ids stand in the field with spaces between.
  public let takesSeveral: Bool?
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
    choices: [Choice]? = nil, takesSeveral: Bool? = nil, minimum: Int? = nil, maximum: Int? = nil,
    board: BoardID? = nil, otherwise: String? = nil
  ) {
    self.id = id
    self.label = label
    self.prompt = prompt
    self.type = type
    self.choices = choices
    self.takesSeveral = takesSeveral
    self.minimum = minimum
    self.maximum = maximum
    self.board = board
    self.otherwise = otherwise
  }
}

extension Field {
  private enum CodingKeys: String, CodingKey {
    case id, label, prompt, type, choices
    case takesSeveral = "several"
    case minimum, maximum, board, otherwise
  }

  /// The values that stand in a field that takes several.
  public static func parts(of text: String) -> [String] {
    text.split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// The choices that a text names by their ids, in a field that takes several; nil where it names none, or
  /// something else as well.
  public func chosen(in text: String) -> [Choice]? {
    guard takesSeveral == true else { return nil }
    let parts = Self.parts(of: text)
    let known = parts.compactMap { part in choices?.first { $0.id == part } }
    return known.isEmpty || known.count < parts.count ? nil : known
  }

  /// A field's text with one more of its choices, or without it, in the choices' order.
  public func toggling(_ choice: String, in text: String) -> String {
    var parts = Set(Self.parts(of: text))
    if parts.remove(choice) == nil { parts.insert(choice) }
    let known = (choices ?? []).map(\.id).filter { parts.contains($0) }
    return (known + parts.subtracting(known).sorted()).joined(separator: " ")
  }
}

/// Something that can be chosen in a field.
public struct Choice: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let label: Localized
  /// Of a reason: whether it speaks for a project (`true`) or against it; nil: both.
  public let speaksFor: Bool?

  public init(id: String, label: Localized, speaksFor: Bool? = nil) {
    self.id = id
    self.label = label
    self.speaksFor = speaksFor
  }

  private enum CodingKeys: String, CodingKey {
    case id, label
    case speaksFor = "for"
  }
}
