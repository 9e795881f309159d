/// A method as a value: how a ballot is checked, how ballots become scores, what one more could do.
package struct VotingMethod: Sendable {
  let form: Poll.Method.Form
  let unit: Poll.Method.ScoreUnit
  /// How totals are typed in place of ballots.
  let totals: Poll.Method.TotalsForm
  /// The rules that can be set.
  let settings: Set<Poll.Method.Setting>
  /// Whether the options are steps of a scale.
  let isScale: Bool
  /// Why a ballot cannot be cast, once its keys are known and no mark is negative.
  let objection: @Sendable (_ ballot: Draft, _ rules: Poll.Rules) -> Poll.MarkError?
  /// What a ballot spends of the voter's dots; 0 where nothing is spent.
  let cost: @Sendable (_ marks: [String: Int]) -> Int
  /// What an option has that got nothing.
  let blank: Score
  /// The score of every option; one that is missing got nothing.
  let scores: @Sendable (_ box: BallotBox) -> [String: Score]
  /// What a room should see besides the score.
  let detail: @Sendable (_ option: String, _ box: BallotBox) -> Tally.Detail
  /// Whether an option with this score can come above the cut.
  let isBacked: @Sendable (Score) -> Bool
  /// Whether options compete for the places above the cut; else all that are backed are chosen.
  let competes: Bool
  /// Whether a ballot without a mark says nothing of any option; by consent it agrees.
  let isBlankNothing: Bool
  /// A score once so many ballots more were filled as much for it, or against it, as the rules allow.
  let after: @Sendable (_ ballots: Int, _ score: Score, _ isFor: Bool, Poll.Rules) -> Score
  /// The most options that a ballot can pick, of so many, with so much to spend.
  let most: @Sendable (_ options: Int, _ dots: Int) -> Int
  /// The most on one option where that can be set, by what there is to spend.
  let cap: @Sendable (_ dots: Int) -> Int
  /// The rules that can read these ballots too, this method's own first.
  let readings: @Sendable (Poll.Rules) -> [Recount.Reading]
  /// What a voter has by the number of options, and why.
  let defaults: @Sendable (_ options: Int) -> Poll.Defaults

  package init(
    _ form: Poll.Method.Form, unit: Poll.Method.ScoreUnit,
    totals: Poll.Method.TotalsForm = .options, settings: Set<Poll.Method.Setting> = [],
    isScale: Bool = false,
    objection: @escaping @Sendable (_ ballot: Draft, _ rules: Poll.Rules) -> Poll.MarkError?,
    cost: @escaping @Sendable (_ marks: [String: Int]) -> Int = { _ in 0 }, blank: Score = Score(0),
    scores: @escaping @Sendable (_ box: BallotBox) -> [String: Score],
    detail: @escaping @Sendable (_ option: String, _ box: BallotBox) -> Tally.Detail = { _, _ in
      .none
    },
    isBacked: @escaping @Sendable (Score) -> Bool = { $0.numerator > 0 }, competes: Bool = true,
    isBlankNothing: Bool = true,
    after: @escaping @Sendable (Int, Score, _ isFor: Bool, Poll.Rules) -> Score,
    most: @escaping @Sendable (_ options: Int, _ dots: Int) -> Int = { options, _ in options },
    cap: @escaping @Sendable (_ dots: Int) -> Int = { $0 },
    readings: @escaping @Sendable (Poll.Rules) -> [Recount.Reading],
    defaults: @escaping @Sendable (_ options: Int) -> Poll.Defaults
  ) {
    self.form = form
    self.unit = unit
    self.totals = totals
    self.settings = settings
    self.isScale = isScale
    self.objection = objection
    self.cost = cost
    self.blank = blank
    self.scores = scores
    self.detail = detail
    self.isBacked = isBacked
    self.competes = competes
    self.isBlankNothing = isBlankNothing
    self.after = after
    self.most = most
    self.cap = cap
    self.readings = readings
    self.defaults = defaults
  }

  /// Whether marks are keyed by a criterion and an option.
  var isKeyed: Bool { form == .scores }

  /// Whether 0 is a score or a grade like another; else it is no mark.
  var isZeroMark: Bool { isKeyed || form == .grades }

  /// A ballot before it is cast.
  package struct Draft: Sendable {
    package let marks: [String: Int]
    package let reasons: [String: String]
  }
}

extension VotingMethod {
  /// Adds what the most that a ballot can give makes of a sum.
  package static func adding(
    _ most: @escaping @Sendable (Poll.Rules) -> Int
  ) -> @Sendable (Int, Score, Bool, Poll.Rules) -> Score {
    { ballots, score, isFor, rules in
      Score(score.numerator + (isFor ? ballots * most(rules) : 0))
    }
  }

  /// Every mark summed up, those on paper included.
  package static let sums: @Sendable (BallotBox) -> [String: Score] = { box in
    var sums = box.totals
    for ballot in box.ballots {
      for (option, mark) in ballot.marks { sums[option, default: 0] += mark }
    }
    return sums.mapValues { Score($0) }
  }

  package static let sum: @Sendable ([String: Int]) -> Int = { $0.values.reduce(0, +) }
}
