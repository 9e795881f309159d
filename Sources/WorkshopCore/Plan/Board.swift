/// A wall that cards lie on.
public struct Board: Equatable, Sendable, Identifiable {
  public var id: BoardID
  public var title: Localized
  public var question: Localized?
  /// The sheet that describes its cards' fields; nil: text alone.
  public var sheet: String?
  /// What makes a column on the wall.
  public var columns: Columns
  /// Clusters, quadrants or statuses known beforehand; more may be made live.
  public var zones: [Zone]
  /// The canvas whose blocks, or the journey whose stages, are its zones.
  public var canvas: String?
  /// The card this board is about, for instance a canvas's project.
  public var about: CardID?
  /// The order of the cards within a column.
  public var sort: Sort
  /// Hidden from the stage while people write: only how many cards there are is shown.
  public var isClosed: Bool
  /// How many of a closed board's cards, in the order in which they came, the stage shows already.
  public var revealed: Int
  /// Takes no new card.
  public var isFrozen: Bool
  /// What its cards say is on no screen and in no derived file until it is opened; whoever fills in a
  /// form sees that form alone.
  public var isSealed: Bool
  /// What the facilitator chose for the room where there are several canvases of a kind, or journeys; nil:
  /// nothing that concerns this one.
  public internal(set) var room: Room?
  /// Who made it live, and when; nil for the plan's.
  public internal(set) var made: Making?

  /// Which of several canvases of a kind, or journeys, the room is at.
  public enum Room: String, Codable, Sendable {
    /// At this one.
    case here = "yes"
    /// At whichever was made last.
    case newest
  }

  /// Who made a board, and when.
  public struct Making: Equatable, Sendable {
    public let by: String
    let stamp: Stamp
  }

  /// What makes a wall's columns.
  public enum Columns: String, Codable, CaseIterable, Sendable { case zone, theme, table }

  /// What comes first: what was said first, what was said last, what was said most often, what the
  /// alphabet says, or what people put first by hand.
  public enum Sort: String, Codable, CaseIterable, Sendable {
    case oldest, newest, voices, text, order
  }

  /// What everybody sees changed when it is set on a board in the program.
  public enum Setting: String, Codable, CaseIterable, Sendable {
    /// A `Columns`.
    case columns
    /// A `Sort`.
    case sort
    /// `yes`, or anything else for no.
    case closed
    /// A whole number.
    case revealed
    /// `yes`, or anything else for no.
    case frozen
    /// `yes`, or anything else for no.
    case sealed
    /// A `Room`, or anything else for none: of the boards of a canvas one at most has it.
    case room
  }

  public init(
    id: BoardID, title: Localized, question: Localized? = nil, sheet: String? = nil,
    columns: Columns = .zone, zones: [Zone] = [], canvas: String? = nil, about: CardID? = nil,
    sort: Sort = .oldest, isClosed: Bool = false, isFrozen: Bool = false,
    isSealed: Bool = false
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.sheet = sheet
    self.columns = columns
    self.zones = zones
    self.canvas = canvas
    self.about = about
    self.sort = sort
    self.isClosed = isClosed
    self.isFrozen = isFrozen
    self.isSealed = isSealed
    revealed = 0
  }

  /// Takes a setting; a value that says nothing of it leaves the board as it is.
  mutating func set(_ setting: Setting, to value: String) {
    switch setting {
    case .columns: columns = Columns(rawValue: value) ?? columns
    case .sort: sort = Sort(rawValue: value) ?? sort
    case .closed:
      // What is closed anew hides again what was revealed one by one.
      if value == Self.yes, !isClosed { revealed = 0 }
      isClosed = value == Self.yes
    case .revealed: revealed = max(0, Int(value) ?? revealed)
    case .frozen: isFrozen = value == Self.yes
    case .sealed: isSealed = value == Self.yes
    case .room: room = Room(rawValue: value)
    }
  }

  /// The value of a setting that is on.
  public static let yes = "yes"
}

/// A part of a board: a cluster, a quadrant, a status.
public struct Zone: Codable, Equatable, Sendable, Identifiable {
  public var id: ZoneID
  public var title: Localized

  public init(id: ZoneID, title: Localized) {
    self.id = id
    self.title = title
  }
}

extension Board: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, title, question, sheet, columns, zones, canvas, about, sort
    case isClosed = "closed"
    case isFrozen = "frozen"
    case isSealed = "sealed"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    self.init(
      id: id,
      title: try container.value(.title, default: Localized(id)),
      question: try container.decodeIfPresent(Localized.self, forKey: .question),
      sheet: try container.decodeIfPresent(String.self, forKey: .sheet),
      columns: try container.value(.columns, default: .zone),
      zones: try container.value(.zones, default: []),
      canvas: try container.decodeIfPresent(String.self, forKey: .canvas),
      about: try container.decodeIfPresent(CardID.self, forKey: .about),
      sort: try container.value(.sort, default: .oldest),
      isClosed: try container.value(.isClosed, default: false),
      isFrozen: try container.value(.isFrozen, default: false),
      isSealed: try container.value(.isSealed, default: false))
    try container.refuseRepeats(zones.map(\.id), in: .zones)
  }
}
