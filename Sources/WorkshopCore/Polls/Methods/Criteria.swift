extension VotingMethod {
  /// Scores on weighted criteria: Σ weight · mean / Σ weight, and how far people are apart. Where they are
  /// added up, the mean of the ballots' sums: one ballot's own sum.
  ///
  /// Whoever cannot judge an option leaves it out altogether, so that every criterion's mean is over the
  /// same people.
  static let criteria = VotingMethod(
    .scores, unit: .average, totals: .never, settings: [.scores, .weights],
    objection: { scored($0, on: $1.settings.grid.map(\.id), $1) },
    blank: .none,
    scores: { box in
      let settings = box.rules.settings
      return Criteria.means(
        box, weights: settings.grid.map { ($0.id, $0.weight) }, over: settings.divisor)
    },
    detail: { option, box in
      .criteria(
        box.rules.settings.grid.map { Spread(criterion: $0.id, of: box.marks($0.id, option)) })
    },
    isBacked: { !$0.isNone },
    after: { ballots, score, isFor, rules in
      // The denominator is the number of people times the weights' sum, or times one.
      let settings = rules.settings
      let mark = isFor ? settings.scores.upperBound : settings.scores.lowerBound
      return Score(
        score.numerator + ballots * settings.weights * mark,
        over: (score.isNone ? 0 : score.denominator) + ballots * settings.divisor)
    },
    readings: { Criteria.readings($0) },
    defaults: { _ in Poll.Defaults(dots: 1, cap: 1, reason: .every) })

  /// Each option on all parts or on none, each mark within the steps.
  static func scored(
    _ draft: Draft, on parts: [String], _ rules: Poll.Rules
  ) -> Poll.MarkError? {
    if let outside = outside(rules.settings.scores, draft.marks) { return outside }
    var counts: [String: Int] = [:]
    for key in draft.marks.keys {
      if let parts = Poll.parts(key) { counts[parts.option, default: 0] += 1 }
    }
    return counts.filter { $0.value < parts.count }.keys.min().map { .incomplete($0) }
  }
}

/// What weighted criteria are read by.
enum Criteria {
  /// Σ weight · mean over the weights' sum, exact.
  ///
  /// - Parameter divisor: what it is over; nil: the weights' sum.
  static func means(
    _ box: BallotBox, weights: [(id: String, weight: Int)], over divisor: Int? = nil
  ) -> [String: Score] {
    var scores: [String: Score] = [:]
    let whole = divisor ?? weights.map(\.weight).reduce(0, +)
    guard whole > 0 else { return [:] }
    for option in box.rules.options {
      let marks = weights.map { box.marks($0.id, option) }
      guard let count = marks.first?.count, count > 0 else { continue }
      let sum = zip(weights, marks).reduce(0) { $0 + $1.0.weight * $1.1.reduce(0, +) }
      scores[option] = Score(sum, over: count * whole)
    }
    return scores
  }

  /// Equal weights, medians in place of means, each criterion left out, and options two by two.
  ///
  /// A rule that reads every ballot as another does is none: equal weights where all are equal, a
  /// criterion left out that weighs nothing.
  static func readings(_ rules: Poll.Rules) -> [Recount.Reading] {
    let grid = rules.settings.grid
    let whole = rules.settings.weights
    let divisor = rules.settings.divisor
    let isSum = divisor != whole
    let own = Recount.Reading(.weighted) {
      means($0, weights: grid.map { ($0.id, $0.weight) }, over: divisor)
    }
    let equal =
      Set(grid.map(\.weight)).count == 1
      ? []
      : [
        Recount.Reading(.equalWeights) {
          means($0, weights: grid.map { ($0.id, 1) }, over: isSum ? 1 : nil)
        }
      ]
    let medians = Recount.Reading(.median) { box in
      var scores: [String: Score] = [:]
      for option in box.rules.options {
        let medians = grid.map { Self.median(box.marks($0.id, option)) }
        guard !medians.contains(nil) else { continue }
        let sum = zip(grid, medians).reduce(0) { $0 + $1.0.weight * ($1.1 ?? 0) }
        scores[option] = Score(sum, over: 2 * divisor)
      }
      return scores
    }
    let drops = grid.filter { (1..<whole).contains($0.weight) }.map { left in
      Recount.Reading(.without(left.id)) { box in
        means(
          box, weights: grid.filter { $0.id != left.id }.map { ($0.id, $0.weight) },
          over: isSum ? 1 : nil)
      }
    }
    let pairs = Recount.Reading(.pairwise) { box in
      Recount.pairwise(box, leavesOut: true) { ballot in
        var sums: [String: Int] = [:]
        for criterion in grid {
          for option in box.rules.options {
            guard let mark = ballot.marks[Poll.key(criterion.id, option)] else { continue }
            sums[option, default: 0] += criterion.weight * mark
          }
        }
        return sums
      }
    }
    return [own] + equal + [medians] + drops + [pairs]
  }

  /// Twice the median, so that the middle of two marks is whole; nil without marks.
  static func median(_ marks: [Int]) -> Int? {
    let sorted = marks.sorted()
    guard !sorted.isEmpty else { return nil }
    return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
  }
}

/// How far people are apart about an option on one criterion.
public struct Spread: Equatable, Sendable {
  /// The criterion's id, or `impact` and `effort`.
  public let criterion: String
  /// How many scored it.
  public let count: Int
  /// Nil without scores, as all that follow.
  public let mean: Double?
  public let lowest: Int?
  public let highest: Int?
  /// Of the marks themselves, not an estimate for others: the root of the mean square from the mean.
  public let deviation: Double?

  init(criterion: String, of marks: [Int]) {
    self.criterion = criterion
    count = marks.count
    (lowest, highest) = (marks.min(), marks.max())
    let sum = marks.reduce(0, +)
    mean = marks.isEmpty ? nil : Double(sum) / Double(marks.count)
    // From whole numbers, so that the order of ballots cannot show in a last digit.
    let square = marks.count * marks.reduce(0) { $0 + $1 * $1 } - sum * sum
    deviation = marks.isEmpty ? nil : Double(square).squareRoot() / Double(marks.count)
  }
}
