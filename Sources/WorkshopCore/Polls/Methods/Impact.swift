extension VotingMethod {
  /// How much an option changes against how much it takes, each a score: where it stands is the mean of
  /// all ballots; the most impact for the least effort comes first.
  static let impact = VotingMethod(
    .scores, unit: .difference, totals: .never, settings: [.scores],
    objection: { scored($0, on: Impact.axes, $1) },
    blank: .none,
    scores: { box in Impact.scores(box, impact: 1, effort: 1) },
    detail: { .place(Impact.Place($0, in: $1)) },
    isBacked: { !$0.isNone },
    after: { ballots, score, isFor, rules in
      let count = score.isNone ? 0 : score.denominator
      let range = rules.settings.scores
      let step = (range.upperBound - range.lowerBound) * (isFor ? 1 : -1)
      return Score(score.numerator + ballots * step, over: count + ballots)
    },
    readings: { _ in
      [
        Recount.Reading(.difference) { Impact.scores($0, impact: 1, effort: 1) },
        Recount.Reading(.impactOnly) { Impact.scores($0, impact: 1, effort: 0) },
        Recount.Reading(.effortOnly) { Impact.scores($0, impact: 0, effort: 1) },
        Recount.Reading(.pairwise) { box in
          Recount.pairwise(box, leavesOut: true) { ballot in
            var levels: [String: Int] = [:]
            for option in box.rules.options {
              guard let impact = ballot.marks[Poll.key(Impact.impact, option)],
                let effort = ballot.marks[Poll.key(Impact.effort, option)]
              else { continue }
              levels[option] = impact - effort
            }
            return levels
          }
        },
      ]
    },
    defaults: { _ in Poll.Defaults(dots: 1, cap: 1, reason: .every) })
}

/// Where options stand between impact and effort.
public enum Impact {
  public static let impact = "impact"
  public static let effort = "effort"
  static let axes = [impact, effort]

  /// Mean impact less mean effort, each times how much it is asked for.
  static func scores(_ box: BallotBox, impact: Int, effort: Int) -> [String: Score] {
    var scores: [String: Score] = [:]
    for option in box.rules.options {
      let (good, hard) = (box.marks(Self.impact, option), box.marks(Self.effort, option))
      guard !good.isEmpty, good.count == hard.count else { continue }
      scores[option] = Score(
        impact * good.reduce(0, +) - effort * hard.reduce(0, +), over: good.count)
    }
    return scores
  }

  /// The mean place of an option.
  public struct Place: Equatable, Sendable {
    public let impact: Spread
    public let effort: Spread
    /// Nil without scores, or on a line between two quadrants, where nobody can say.
    public let quadrant: Quadrant?

    init(_ option: String, in box: BallotBox) {
      let (good, hard) = (box.marks(Impact.impact, option), box.marks(Impact.effort, option))
      impact = Spread(criterion: Impact.impact, of: good)
      effort = Spread(criterion: Impact.effort, of: hard)
      // Twice the sum against the number of marks times twice the middle: whole numbers.
      let range = box.rules.settings.scores
      let middle = range.lowerBound + range.upperBound
      let up = 2 * good.reduce(0, +) - good.count * middle
      let right = 2 * hard.reduce(0, +) - hard.count * middle
      quadrant =
        up == 0 || right == 0
        ? nil : up > 0 ? (right < 0 ? .doNow : .plan) : (right < 0 ? .fillIn : .drop)
    }
  }

  /// The four parts of the plane.
  public enum Quadrant: String, Codable, CaseIterable, Sendable {
    /// Much impact, little effort.
    case doNow
    /// Much impact, much effort.
    case plan
    /// Little impact, little effort.
    case fillIn
    /// Little impact, much effort.
    case drop
  }
}
