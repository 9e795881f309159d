/// Everything the room produces: an idea, a persona, a canvas note, an action, a project, a decision.
///
/// A card lies on a board, perhaps in a zone of it, and has fields described by the board's sheet. All
/// its values are fields, its text and its place included, so that one rule merges them all.
public struct Card: Equatable, Sendable, Identifiable {
  public let id: CardID
  /// When it was put on the board.
  public let added: Stamp
  /// Who typed it.
  public let by: String
  /// By field id; an empty text is a cleared field.
  public internal(set) var values: [String: FieldValue]
  /// In the bin.
  public internal(set) var isGone = false
  /// How often it was said, in this card's words or in those of the cards beneath it.
  public var voices: Int { ownVoices + echoes }
  /// Whether other cards lie beneath it.
  public var isMerged: Bool { echoes > 0 }
  /// How often it was said in this card's own words.
  public internal(set) var ownVoices = 1
  /// The voices of the cards beneath it.
  var echoes = 0
  /// Sets of members, each member with the entries that added it.
  var sets: [String: [String: Set<EntryID>]] = [:]

  init(id: CardID, added: Stamp, by: String, values: [String: FieldValue]) {
    self.id = id
    self.added = added
    self.by = by
    self.values = values
  }

  /// The text of a field, nil when it is empty or was never filled.
  public subscript(field: String) -> String? {
    values[field].flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  /// The same card with a field more, for whoever draws it: nothing is written.
  public func showing(_ text: String?, in field: String) -> Card {
    guard let text else { return self }
    var card = self
    card.values[field] = FieldValue(text: text, entry: nil, by: "")
    return card
  }

  public var text: String { self[Self.text] ?? "" }
  public var board: BoardID { self[Self.board] ?? "" }
  public var zone: ZoneID? { self[Self.zone] }
  public var theme: String? { self[Self.theme] }
  public var table: String? { self[Self.table] }
  public var author: String? { self[Self.author] }
  /// The card that this one was merged into.
  public var into: CardID? { self[Self.into] }

  /// The cards it comes from (facts, personas, pain points), in the order of their ids.
  ///
  /// The one that the first versions wrote into a field is among them; where that field holds words, it
  /// is no card's id.
  public var links: [CardID] {
    let others = members(of: Self.links)
    guard let first = self[Self.from], EntryID(first) != nil, !others.contains(first) else {
      return others
    }
    return [first] + others
  }

  /// The names of the sets that have members, sorted.
  public var setNames: [String] { sets.filter { !$0.value.isEmpty }.keys.sorted() }

  /// The members of a set, sorted.
  public func members(of set: String) -> [String] { sets[set]?.keys.sorted() ?? [] }

  /// The entries that put a member into a set: what a removal names.
  public func additions(of member: String, to set: String) -> [EntryID] {
    (sets[set]?[member] ?? []).sorted()
  }

  /// Whether somebody typed over somebody else's text without having seen it.
  public var hasRivals: Bool { values.contains { !$0.value.rivals.isEmpty } }

  /// Somebody else's texts that were typed over without being seen, by field.
  public var rivals: [String: [FieldValue.Rival]] {
    values.compactMapValues { $0.rivals.isEmpty ? nil : $0.rivals }
  }

  public static let text = "text"
  public static let board = "board"
  public static let zone = "zone"
  public static let theme = "theme"
  public static let table = "table"
  public static let author = "authors"
  public static let into = "into"
  /// The card whose text this one was a part of.
  public static let splitFrom = "splitFrom"
  /// Its place in an order that people made: see `Rank`.
  public static let rank = "order"
  /// The card of the persona it is for.
  public static let persona = "persona"
  /// The set of the cards it comes from; a new card names them in a field of this name, with spaces
  /// between.
  public static let links = "links"
  /// Where the first versions kept the one card it comes from.
  public static let from = "from"
  /// Fields that place a card: the last writer wins, and nobody needs to hear of it.
  static let placement: Set<String> = [board, zone, into]
}

/// A field's text and where it comes from.
public struct FieldValue: Equatable, Sendable {
  public let text: String
  /// The entry that set it: what the next edit names in `over`.
  public let entry: EntryID?
  /// Who set it; empty for what the plan says.
  public let by: String
  /// Texts that this one replaced without having seen them.
  public internal(set) var rivals: [Rival] = []

  init(text: String, entry: EntryID?, by: String) {
    self.text = text
    self.entry = entry
    self.by = by
  }

  /// A text that lost against one typed at the same time.
  public struct Rival: Equatable, Sendable {
    public let text: String
    public let by: String
    /// The entry that set it; nil for what the plan says.
    let entry: EntryID?
  }
}
