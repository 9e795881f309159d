/// A method as a value: how a ballot is checked, how ballots become scores, what one more could do.
struct VotingMethod: Sendable {
  let unit: Poll.Method.ScoreUnit
  /// How totals are typed in place of ballots.
  var totals = Poll.Method.TotalsForm.options
  /// Whether marks are keyed by a criterion and an option.
  var isKeyed = false
  /// Why a ballot cannot be cast, once its keys are known and no mark is negative.
  let objection: @Sendable (_ ballot: Draft, _ rules: Poll.Rules) -> Poll.MarkError?
  /// What a ballot spends of the voter's dots; 0 where nothing is spent.
  var cost: @Sendable (_ marks: [String: Int]) -> Int = { _ in 0 }
  /// What an option has that got nothing.
  var blank = Score(0)
  /// The score of every option; one that is missing got nothing.
  let scores: @Sendable (_ box: BallotBox) -> [String: Score]
  /// What a room should see besides the score.
  var detail: @Sendable (_ option: String, _ box: BallotBox) -> Tally.Detail = { _, _ in .none }
  /// Whether an option with this score can come above the cut.
  var isBacked: @Sendable (Score) -> Bool = { $0.numerator > 0 }
  /// Whether options compete for the places above the cut; else all that are backed are chosen.
  var competes = true
  /// Whether a ballot without a mark says nothing of any option; by consent it agrees.
  var isBlankNothing = true
  /// A score once so many ballots more were filled as much for it, or against it, as the rules allow.
  let after: @Sendable (_ ballots: Int, _ score: Score, _ isFor: Bool, Poll.Rules) -> Score
  /// The rules that can read these ballots too, this method's own first.
  let readings: @Sendable (Poll.Rules) -> [Recount.Reading]
  /// What a voter has by the number of options, and why.
  let defaults: @Sendable (_ options: Int) -> Poll.Defaults

  /// Whether 0 is a score or a grade like another; else it is no mark.
  var isZeroMark: Bool { isKeyed || unit == .grade }

  /// A ballot before it is cast.
  struct Draft: Sendable {
    let marks: [String: Int]
    let reasons: [String: String]
  }
}

extension VotingMethod {
  /// Adds what the most that a ballot can give makes of a sum.
  static func adding(
    _ most: @escaping @Sendable (Poll.Rules) -> Int
  ) -> @Sendable (Int, Score, Bool, Poll.Rules) -> Score {
    { ballots, score, isFor, rules in
      Score(score.numerator + (isFor ? ballots * most(rules) : 0))
    }
  }

  /// Every mark summed up, those on paper included.
  static let sums: @Sendable (BallotBox) -> [String: Score] = { box in
    var sums = box.totals
    for ballot in box.ballots {
      for (option, mark) in ballot.marks { sums[option, default: 0] += mark }
    }
    return sums.mapValues { Score($0) }
  }

  static let sum: @Sendable ([String: Int]) -> Int = { $0.values.reduce(0, +) }
}
