/// The stages of a user journey, in the order in which somebody lives through them.
///
/// A board names it where another names a canvas, and its stages are the board's zones. The rows of a
/// journey are not here: they are the fields of the sheet `journey`.
public struct Journey: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  /// Four to seven: fewer tell no story, more have no room on a wall.
  public let stages: [Stage]

  /// One part of the way.
  public struct Stage: Codable, Equatable, Sendable, Identifiable {
    public let id: ZoneID
    public let label: Localized
    /// What to ask the table about it.
    public let prompt: Localized?

    public init(id: ZoneID, label: Localized, prompt: Localized? = nil) {
      self.id = id
      self.label = label
      self.prompt = prompt
    }
  }

  public init(id: String, title: Localized, stages: [Stage]) {
    self.id = id
    self.title = title
    self.stages = stages
  }

  /// The journey that is meant where a plan names none: seven stages of a public service.
  public static let usual = "public-service"
}
