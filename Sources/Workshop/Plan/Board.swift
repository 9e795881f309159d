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

  /// What a wall is sorted by.
  public enum Columns: String, Codable, Sendable { case zone, theme, table }

  public init(
    id: BoardID, title: Localized, question: Localized? = nil, sheet: String? = nil,
    columns: Columns = .zone, zones: [Zone] = [], canvas: String? = nil, about: CardID? = nil
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.sheet = sheet
    self.columns = columns
    self.zones = zones
    self.canvas = canvas
    self.about = about
  }
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
    case id, title, question, sheet, columns, zones, canvas, about
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
      about: try container.decodeIfPresent(CardID.self, forKey: .about))
    try container.refuseRepeats(zones.map(\.id), in: .zones)
  }
}
