/// What a vote will be, before it is opened.
public struct PollPlan: Codable, Equatable, Sendable {
  public var method: Poll.Method
  /// Dots for each voter; nil: by the number of options (`Poll.defaultDots`).
  public var dots: Int?
  /// Dots one voter may put on one option; nil: by the dots.
  public var cap: Int?
  /// Where the cut line stands.
  public var winners: Int?

  public init(method: Poll.Method = .dots, dots: Int? = nil, cap: Int? = nil, winners: Int? = nil) {
    self.method = method
    self.dots = dots
    self.cap = cap
    self.winners = winners
  }
}

extension PollPlan {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      method: try container.value(.method, default: .dots),
      dots: try container.number(.dots, in: 1...Poll.mostDots),
      cap: try container.number(.cap, in: 1...Poll.mostDots),
      winners: try container.number(.winners, in: 0...1000))
  }
}
