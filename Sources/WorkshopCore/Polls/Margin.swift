/// How far two ranks are apart, in ballots.
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

  /// Every rank against the one below it, the best first; then options further apart of which one ballot
  /// more could put the lower first although it could not between any neighbours: a mean over few marks
  /// moves further than one over many.
  ///
  /// - Parameter places: every option, best first.
  static func between(
    _ places: [Recount.Place], _ voting: VotingMethod, _ rules: Poll.Rules
  ) -> [Margin] {
    // Nothing is chosen on a scale, and consent has no order: its steps are no rivals.
    guard !voting.readings(rules).isEmpty else { return [] }
    // What nobody scored stands beneath all others: it is no rival yet.
    let rivals = places.filter { !$0.score.isNone }
    let ranks = Set(rivals.map(\.rank)).sorted().map { rank in rivals.filter { $0.rank == rank } }
    var margins: [Margin] = []
    var isNear: [Bool] = []
    for (above, below) in zip(ranks, ranks.dropFirst()) where voting.isBacked(above[0].score) {
      let margin = Margin(above, below, voting, rules)
      margins.append(margin)
      isNear.append(margin.isNear)
    }
    // Sums, and grades of as many ballots, all move as far.
    guard Set(rivals.map(\.score.denominator)).count > 1 else { return margins }
    for distance in 2..<max(2, ranks.count) {
      for upper in 0..<(ranks.count - distance) {
        let lower = upper + distance
        guard lower <= isNear.count, !isNear[upper..<lower].allSatisfy({ $0 }),
          moving(ranks[lower]).contains(where: { low in
            moving(ranks[upper]).contains { canLevel($0, low, voting, rules) }
          })
        else { continue }
        margins.append(Margin(ranks[upper], ranks[lower], voting, rules))
      }
    }
    return margins
  }

  /// The scores of two options after so many ballots for the lower and against the upper.
  private static func apart(
    _ upper: Recount.Place, _ lower: Recount.Place, by ballots: Int, _ voting: VotingMethod,
    _ rules: Poll.Rules
  ) -> (upper: Score, lower: Score) {
    (
      voting.after(ballots, upper.score, false, rules),
      voting.after(ballots, lower.score, true, rules)
    )
  }

  private static func canLevel(
    _ upper: Recount.Place, _ lower: Recount.Place, _ voting: VotingMethod, _ rules: Poll.Rules
  ) -> Bool {
    let after = apart(upper, lower, by: 1, voting, rules)
    return !(after.lower < after.upper)
  }

  /// One option of each that a ballot moves as far.
  private static func moving(_ rank: [Recount.Place]) -> [Recount.Place] {
    var known: Set<Int> = []
    return rank.filter { known.insert($0.score.denominator).inserted }
  }

  /// Two ranks: of options with one score the ballots that could change the order may differ, where one is
  /// a mean over fewer marks; the nearest two tell.
  private init(
    _ above: [Recount.Place], _ below: [Recount.Place], _ voting: VotingMethod,
    _ rules: Poll.Rules
  ) {
    func fewest(_ holds: (_ upper: Score, _ lower: Score) -> Bool) -> Int? {
      Self.moving(above).flatMap { upper in
        Self.moving(below).compactMap { lower in
          Self.least { ballots in
            let after = Self.apart(upper, lower, by: ballots, voting, rules)
            return holds(after.upper, after.lower)
          }
        }
      }.min()
    }
    self.above = above.map(\.option)
    self.below = below.map(\.option)
    (upper, lower) = (above[0].score, below[0].score)
    ballotsToLevel = fewest { !($1 < $0) }
    ballotsToSwap = fewest { $0 < $1 }
    let isFew =
      voting.isSum && (upper.numerator - lower.numerator) * 30 <= upper.numerator + lower.numerator
    isNear = ballotsToLevel == 1 || isFew
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
