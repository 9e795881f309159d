extension Poll {
  /// How voters mark and how marks become a result.
  ///
  /// | method | a ballot's `marks` | score, best first |
  /// |---|---|---|
  /// | dots | option → dots | sum |
  /// | single, scale | option → 1 | how many chose it |
  /// | approval | option → 1 | how many ticked it |
  /// | ranking | option → place, 1 is best, no place twice or left out | m−1 … 0 points for m options, unranked 0 |
  /// | topFive | option → place 1 to 5 | 5, 4, 3, 2, 1 points |
  /// | points | option → points | sum |
  /// | quadratic | option → votes, n votes cost n² credits | sum of votes |
  /// | criteria | `criterion:option` → score from 1, or 0; an option on every criterion or on none | Σ weight · mean / Σ weight |
  /// | judgment | option → grade from 0, the worst; missing: 0 | median grade, then the tie rule |
  /// | consent | option → 1 objects, with a reason; 0 or missing: consents | fewest objections |
  /// | impact | `impact:option` and `effort:option` → a score each | mean impact − mean effort |
  ///
  /// `key(_:_:)` makes the keys of two parts.
  public enum Method: String, Codable, CaseIterable, Sendable {
    /// Some dots each, several on one option up to a cap.
    case dots
    /// One mark each on a scale whose steps are the options.
    case scale
    /// One option each.
    case single
    /// Any number of options, one tick each.
    case approval
    /// Options in order of preference; Borda's points.
    case ranking
    /// The five best in order; 5, 4, 3, 2, 1 points.
    case topFive
    /// A sum to share out.
    case points
    /// Credits; the second vote on an option costs more than the first.
    case quadratic
    /// Scores on weighted criteria.
    case criteria
    /// A grade for every option.
    case judgment
    /// Whoever objects says why.
    case consent
    /// How much it changes against how much it takes.
    case impact
  }

  /// The key of a mark that has two parts: a criterion (or a grade, in totals) and an option.
  public static func key(_ part: String, _ option: String) -> String { "\(part):\(option)" }

  /// The parts of such a key; nil when it has none. Criteria have no colon in their ids.
  public static func parts(_ key: String) -> (part: String, option: String)? {
    guard let colon = key.firstIndex(of: ":") else { return nil }
    return (String(key[..<colon]), String(key[key.index(after: colon)...]))
  }
}

extension Poll.Method {
  /// How this method checks, counts and compares.
  var voting: VotingMethod {
    switch self {
    case .dots: .dots
    case .scale: .scale
    case .single: .single
    case .approval: .approval
    case .ranking: .ranking
    case .topFive: .topFive
    case .points: .points
    case .quadratic: .quadratic
    case .criteria: .criteria
    case .judgment: .judgment
    case .consent: .consent
    case .impact: .impact
    }
  }

  /// What the number beside an option is.
  public var unit: ScoreUnit { voting.unit }

  /// How totals of stickers or hands are typed.
  public var totals: TotalsForm { voting.totals }

  /// What a score is called.
  public enum ScoreUnit: String, CaseIterable, Sendable {
    case dots, people, ticks, points, votes, average, grade, objections, difference
  }

  /// How totals are typed in place of ballots.
  public enum TotalsForm: Sendable {
    /// A number for each option.
    case options
    /// A number for each grade of each option, keyed `grade:option`.
    case grades
    /// Not at all: what is counted hangs on single ballots.
    case never
  }
}
