extension VotingMethod {
  /// A grade for every option; the best median wins.
  ///
  /// After Balinski and Laraki (2007). Of an even number of grades the lower middle one counts; equal
  /// medians are told apart by taking one median grade from each and comparing again. An option that a
  /// voter did not grade has the lowest grade from them; whoever graded nothing abstains.
  static let judgment = VotingMethod(
    .grades, unit: .grade, totals: .grades, settings: [.grades],
    objection: { draft, rules in
      outside(0...rules.settings.gradeCount - 1, draft.marks)
    },
    scores: { box in
      let grades = Judgment.grades(box)
      return grades.mapValues { Judgment.score($0) }
    },
    detail: { option, box in .grades(Judgment.grades(box)[option] ?? []) },
    after: { ballots, score, isFor, rules in
      var counts = Array(repeating: 0, count: rules.settings.gradeCount)
      for grade in score.then { counts[grade] += 1 }
      counts[isFor ? counts.count - 1 : 0] += ballots
      return Judgment.score(counts)
    },
    readings: { rules in Judgment.readings(rules) },
    defaults: { _ in Poll.Defaults(dots: 1, cap: 1, reason: .every) })
}

/// How grades are read, and what they are called.
public enum Judgment {
  /// The score of an option from how often it had each grade, worst first.
  static func score(_ counts: [Int]) -> Score {
    let order = Self.order(counts)
    return Score(order.first ?? 0, then: order)
  }

  /// The grades as the rule meets them: the median, then what is the median once it is taken away.
  ///
  /// From the lower middle outward, up and down in turn, or down first where the number is odd.
  static func order(_ counts: [Int]) -> [Int] {
    let sorted = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    guard !sorted.isEmpty else { return [] }
    var low = (sorted.count - 1) / 2
    var high = low + 1
    var result: [Int] = []
    while result.count < sorted.count {
      // What is left is low + 1 below and the rest above; the lower middle of an even rest is below.
      let isLow = low + 1 >= sorted.count - high
      result.append(sorted[isLow ? low : high])
      if isLow { low -= 1 } else { high += 1 }
    }
    return result
  }

  /// How often each option had each grade, worst first; of those who graded something, whoever gave an
  /// option none gave it the lowest.
  static func grades(_ box: BallotBox) -> [String: [Int]] {
    let size = box.rules.settings.gradeCount
    let ballots = box.ballots.filter { !$0.marks.isEmpty }
    var result: [String: [Int]] = [:]
    for option in box.rules.options {
      var counts = (0..<size).map { box.totals[Poll.key(String($0), option)] ?? 0 }
      for ballot in ballots { counts[min(size - 1, ballot.marks[option] ?? 0)] += 1 }
      result[option] = counts
    }
    let most = max(
      box.hands + ballots.count, result.values.map { $0.reduce(0, +) }.max() ?? 0)
    return result.mapValues { counts in
      var counts = counts
      counts[0] += max(0, min(most, Count.mostGraded) - counts.reduce(0, +))
      return counts
    }
  }

  /// Means, approval at Good and at the grade below, and options two by two.
  ///
  /// Of two grades the median, the mean and approval all count how many gave the better one: once.
  static func readings(_ rules: Poll.Rules) -> [Recount.Reading] {
    let good = Self.good(of: rules.settings.gradeCount)
    let own = Recount.Reading(.median) { VotingMethod.judgment.scores($0) }
    let others = [
      Recount.Reading(.favourite, Recount.favourites),
      Recount.Reading(.pairwise) { box in Recount.pairwise(box, Recount.amounts) },
    ]
    guard rules.settings.gradeCount > 2 else { return [own] + others }
    func atLeast(_ grade: Int) -> @Sendable (BallotBox) -> [String: Score] {
      { box in
        Recount.count(box) { $0.marks.filter { $0.value >= grade }.mapValues { _ in 1 } }
      }
    }
    return [
      own,
      Recount.Reading(.mean) { box in
        Recount.count(box) { $0.marks }.mapValues {
          Score($0.numerator, over: max(1, box.ballots.count { !$0.marks.isEmpty }))
        }
      },
      Recount.Reading(.atLeastGood, atLeast(good)),
      Recount.Reading(.atLeastFair, atLeast(max(1, good - 1))),
    ] + others
  }

  /// The lowest grade that says yes: Good of six, Bien of seven.
  public static func good(of grades: Int) -> Int { grades / 2 + grades % 2 }

  /// What grades are called, worst first; nil for other numbers of them, which are told as numbers.
  ///
  /// Six in the original; seven as the French use them
  /// (https://pub.dev/packages/majority_judgment/versions/0.1.0).
  public static func names(_ grades: Int) -> [Localized]? {
    switch grades {
    case 6: [reject, poor, acceptable, good, veryGood, excellent]
    case 7: [reject, poor, acceptable, fairlyGood, good, veryGood, excellent]
    default: nil
    }
  }

  private static let reject = Localized(english: "To reject")
  private static let poor = Localized(english: "Poor")
  private static let acceptable = Localized(english: "Acceptable")
  private static let fairlyGood = Localized(english: "Fairly good")
  private static let good = Localized(english: "Good")
  private static let veryGood = Localized(english: "Very good")
  private static let excellent = Localized(english: "Excellent")
}
