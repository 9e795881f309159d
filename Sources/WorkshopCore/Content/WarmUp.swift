/// A game that wakes a room or makes strangers talk.
public struct WarmUp: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  public let minutes: Span
  public let people: Span
  /// 1 calm to 3 lively.
  public let energy: Int
  /// 1 quiet to 3 loud.
  public let noise: Int
  public let standing: Bool
  public let touch: Bool
  public let material: Localized?
  /// How it goes for a seated room; nil when there is no such variant.
  public let seated: Localized?
  /// When it fits best: open, before-ideas, after-lunch, close.
  public let moments: [String]
  /// Read aloud one after another.
  public let steps: [Localized]

  /// From the least to the most, both included.
  public struct Span: Codable, Equatable, Sendable {
    public let minimum: Int
    /// What it mostly is; nil: the least.
    public let usual: Int?
    public let maximum: Int

    public init(minimum: Int, usual: Int? = nil, maximum: Int) {
      self.minimum = minimum
      self.usual = usual
      self.maximum = maximum
    }

    public func contains(_ number: Int) -> Bool { minimum <= number && number <= maximum }
  }
}
