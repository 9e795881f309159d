/// So many of so many: people who came again, themes that were explored.
public struct Portion: Equatable, Sendable {
  public let count: Int
  public let of: Int

  public init(_ count: Int, of: Int) {
    self.count = count
    self.of = of
  }

  /// 0 to 1; nil where there is nothing to be a part of.
  public var fraction: Double? { of > 0 ? Double(count) / Double(of) : nil }

  /// In whole per cent, rounded; nil where there is nothing to be a part of.
  public var percent: Int? { fraction.map { Int(($0 * 100).rounded()) } }
}
