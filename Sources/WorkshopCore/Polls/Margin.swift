/// How far two neighbouring ranks are apart, in ballots.
public struct Margin: Equatable, Sendable {
  /// The options of the better rank; several where they are tied.
  public let above: [String]
  public let below: [String]
  public let upper: Score
  public let lower: Score
  /// The least number of further ballots, each filled as much for the lower and against the upper as the
  /// rules allow, that makes them level; nil where no number does.
  public let ballotsToLevel: Int?
  /// The same, that puts the lower before the upper.
  public let ballotsToSwap: Int?
  /// One ballot more could make them level, or, of sums, they are no more than a thirtieth of their
  /// marks apart.
  ///
  /// 39 against 37 is a tie to a room of thirty (https://www.globallearningpartners.com): 2 of 76. What
  /// a ballot can do comes from the rules: with two dots on one option, two dots are one ballot.
  public let isNear: Bool

  /// What one more ballot would do.
  public enum Effect: Sendable { case nothing, levels, swaps }

  public var oneMoreBallot: Effect {
    ballotsToSwap == 1 ? .swaps : ballotsToLevel == 1 ? .levels : .nothing
  }

  static func between(
    _ rows: [Tally.Row], _ voting: VotingMethod, _ rules: Poll.Rules
  ) -> [Margin] {
    // Nothing is chosen on a scale, and consent has no order: its steps are no rivals.
    guard !voting.readings(rules).isEmpty else { return [] }
    return rows.indices.dropFirst().compactMap { index in
      let (upper, lower) = (rows[index - 1], rows[index])
      // What nobody scored stands beneath all others: it is no rival yet.
      guard upper.rank != lower.rank, voting.isBacked(upper.score), !lower.score.isNone
      else { return nil }
      func apart(_ ballots: Int) -> (upper: Score, lower: Score) {
        (
          voting.after(ballots, upper.score, false, rules),
          voting.after(ballots, lower.score, true, rules)
        )
      }
      let level = least { !(apart($0).lower < apart($0).upper) }
      let isFew =
        voting.isSum
        && (upper.score.numerator - lower.score.numerator) * 30
          <= upper.score.numerator + lower.score.numerator
      return Margin(
        above: rows.filter { $0.rank == upper.rank }.map(\.option),
        below: rows.filter { $0.rank == lower.rank }.map(\.option),
        upper: upper.score, lower: lower.score, ballotsToLevel: level,
        ballotsToSwap: least { apart($0).upper < apart($0).lower },
        isNear: level == 1 || isFew)
    }
  }

  /// Any more would be a city's ballots, not a room's.
  private static let most = 1 << 21

  /// The least number of ballots for which something holds that holds for every larger number too.
  private static func least(_ holds: (Int) -> Bool) -> Int? {
    var high = 1
    while !holds(high) {
      guard high < most else { return nil }
      high *= 2
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

extension VotingMethod {
  /// Whether a score is a sum of marks.
  var isSum: Bool {
    switch unit {
    case .dots, .people, .ticks, .points, .votes: true
    case .average, .grade, .objections, .difference: false
    }
  }
}
