extension Recount {
  /// What ballots with amounts can be read by.
  static func ofAmounts(_ own: Rule) -> [Reading] {
    [
      Reading(own, VotingMethod.sums),
      Reading(.approval) { box in count(box) { amounts($0).mapValues { _ in 1 } } },
      Reading(.share, shares),
      Reading(.borda) { box in borda(box, amounts) },
      Reading(.favourite, favourites),
      Reading(.pairwise) { box in pairwise(box, amounts) },
    ]
  }

  /// What ballots with places can be read by.
  static func ofPlaces(_ own: Rule, _ rules: Poll.Rules) -> [Reading] {
    let count = rules.options.count
    let half = max(1, (own == .fiveToOne ? min(5, count) : count) / 2)
    let all = [
      Reading(.borda, VotingMethod.borda),
      Reading(.fiveToOne, VotingMethod.fiveToOne),
      Reading(.favourite) { box in
        Recount.count(box) { $0.marks.filter { $0.value == 1 } }
      },
      Reading(.upperHalf) { box in
        Recount.count(box) {
          $0.marks.filter { (1...half).contains($0.value) }.mapValues { _ in 1 }
        }
      },
      Reading(.pairwise) { box in
        pairwise(box) { $0.marks.filter { $0.value > 0 }.mapValues { -$0 } }
      },
    ]
    return all.filter { $0.rule == own } + all.filter { $0.rule != own }
  }

  /// A ballot's marks above zero.
  static let amounts: @Sendable (Ballot) -> [String: Int] = { $0.marks.filter { $0.value > 0 } }

  /// The sum of what each ballot says.
  static func count(_ box: BallotBox, _ marks: (Ballot) -> [String: Int]) -> [String: Score] {
    var sums: [String: Int] = [:]
    for ballot in box.ballots { sums.merge(marks(ballot), uniquingKeysWith: +) }
    return sums.mapValues { Score($0) }
  }

  /// Every ballot weighs one.
  static let shares: @Sendable (BallotBox) -> [String: Score] = { box in
    parts(box) { amounts($0) }
  }

  /// Every ballot's vote goes to what it marked most.
  static let favourites: @Sendable (BallotBox) -> [String: Score] = { box in
    parts(box) { ballot in
      let most = ballot.marks.values.max() ?? 0
      return most > 0 ? ballot.marks.filter { $0.value == most }.mapValues { _ in 1 } : [:]
    }
  }

  /// Shares are told in millionths: thirds of votes that add up to one are one.
  private static func parts(
    _ box: BallotBox, _ marks: (Ballot) -> [String: Int]
  ) -> [String: Score] {
    let (fine, coarse) = (1_000_000_000, 1_000)
    var sums: [String: Int] = [:]
    for ballot in box.ballots {
      let marks = marks(ballot)
      let whole = marks.values.reduce(0, +)
      guard whole > 0 else { continue }
      for (option, mark) in marks {
        sums[option, default: 0] += (mark * fine + whole / 2) / whole
      }
    }
    return sums.mapValues { Score(($0 + coarse / 2) / coarse, over: fine / coarse) }
  }

  /// Points by order, for each option the number of those below it; equal ones share theirs, and what
  /// is not marked stands below all that is.
  private static func borda(
    _ box: BallotBox, _ levels: (Ballot) -> [String: Int]
  ) -> [String: Score] {
    var sums: [String: Int] = [:]
    let options = box.rules.options
    for ballot in box.ballots {
      let levels = levels(ballot)
      let values = options.map { levels[$0] ?? .min }
      for (option, value) in zip(options, values) {
        let (below, equal) = (values.count { $0 < value }, values.count { $0 == value })
        sums[option, default: 0] += 2 * below + equal - 1
      }
    }
    return sums.mapValues { Score($0, over: 2) }
  }

  /// Each option against each other, after Copeland (1951): the winner of all is Condorcet's.
  static func pairwise(
    _ box: BallotBox, _ levels: (Ballot) -> [String: Int]
  ) -> [String: Score] {
    let options = box.rules.options
    var leads = Array(repeating: Array(repeating: 0, count: options.count), count: options.count)
    for ballot in box.ballots {
      let levels = levels(ballot)
      let values = options.map { levels[$0] ?? .min }
      for a in options.indices {
        for b in options.indices where values[a] > values[b] {
          leads[a][b] += 1
        }
      }
    }
    var scores: [String: Score] = [:]
    for (a, option) in options.enumerated() {
      let points = options.indices.reduce(0) { sum, b in
        guard a != b else { return sum }
        return sum + (leads[a][b] > leads[b][a] ? 2 : leads[a][b] == leads[b][a] ? 1 : 0)
      }
      scores[option] = Score(points, over: 2)
    }
    return scores
  }
}
