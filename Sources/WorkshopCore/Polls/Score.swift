/// What an option got: exact, so that a tie is a tie.
///
/// A sum is over 1, a mean over the number of marks. Compared by value, then by what breaks the
/// method's own ties; never by the order of a list.
public struct Score: Hashable, Comparable, Sendable {
  public let numerator: Int
  /// Above 0.
  public let denominator: Int
  /// The fewer the better, as for objections.
  let isLowBest: Bool
  /// What decides between equal values, the larger first: the grades that stand next to the median.
  let then: [Int]
  /// Nobody scored it: below every score, where a score may be under zero.
  public let isNone: Bool

  /// What an option has that nobody scored.
  static let none = Score(0, isNone: true)

  init(
    _ numerator: Int, over denominator: Int = 1, isLowBest: Bool = false, then: [Int] = [],
    isNone: Bool = false
  ) {
    self.numerator = numerator
    self.denominator = max(1, denominator)
    self.isLowBest = isLowBest
    self.then = then
    self.isNone = isNone
  }

  /// As a number for people and bars: dots, a mean, a grade.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The value where it is whole; nil for a fraction.
  public var whole: Int? { numerator.isMultiple(of: denominator) ? numerator / denominator : nil }

  /// Worse than.
  public static func < (a: Score, b: Score) -> Bool {
    if a.isNone || b.isNone { return a.isNone && !b.isNone }
    // No overflow: sums stay under 10^12, the number of marks under 10^6.
    let (x, y) = (a.numerator * b.denominator, b.numerator * a.denominator)
    if x != y { return a.isLowBest ? x > y : x < y }
    return a.then.lexicographicallyPrecedes(b.then)
  }

  public static func == (a: Score, b: Score) -> Bool { !(a < b) && !(b < a) }

  public func hash(into hasher: inout Hasher) {
    // Equal fractions hash alike whatever they are over.
    hasher.combine(isNone)
    hasher.combine(value)
    hasher.combine(then)
  }
}
