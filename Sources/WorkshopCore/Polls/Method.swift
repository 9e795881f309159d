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
  ///
  /// A value: how it is counted (`VotingMethod`) under the name that plans and journals have for it.
  /// Two of one name are the same.
  public struct Method: RawRepresentable, Hashable, CaseIterable, Sendable, CustomStringConvertible
  {
    public let rawValue: String
    package let voting: VotingMethod

    package init(_ name: String, _ voting: VotingMethod) {
      rawValue = name
      self.voting = voting
    }

    /// A method that the program has.
    public init?(rawValue: String) {
      guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
      self = known
    }

    public var description: String { rawValue }
    public static func == (a: Method, b: Method) -> Bool { a.rawValue == b.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
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
  /// Some dots each, several on one option up to a cap.
  public static let dots = Poll.Method("dots", .dots)
  /// One mark each on a scale whose steps are the options.
  public static let scale = Poll.Method("scale", .scale)
  /// One option each.
  public static let single = Poll.Method("single", .single)
  /// Any number of options, one tick each.
  public static let approval = Poll.Method("approval", .approval)
  /// Options in order of preference; Borda's points.
  public static let ranking = Poll.Method("ranking", .ranking)
  /// The five best in order; 5, 4, 3, 2, 1 points.
  public static let topFive = Poll.Method("topFive", .topFive)
  /// A sum to share out.
  public static let points = Poll.Method("points", .points)
  /// Credits; the second vote on an option costs more than the first.
  public static let quadratic = Poll.Method("quadratic", .quadratic)
  /// Scores on weighted criteria.
  public static let criteria = Poll.Method("criteria", .criteria)
  /// A grade for every option.
  public static let judgment = Poll.Method("judgment", .judgment)
  /// Whoever objects says why.
  public static let consent = Poll.Method("consent", .consent)
  /// How much it changes against how much it takes.
  public static let impact = Poll.Method("impact", .impact)

  /// Every method that the program has.
  public static let allCases: [Poll.Method] = [
    .dots, .scale, .single, .approval, .ranking, .topFive, .points, .quadratic, .criteria,
    .judgment, .consent, .impact,
  ]

  /// What a mark is.
  public var form: Form { voting.form }

  /// What the number beside an option is.
  public var unit: ScoreUnit { voting.unit }

  /// How totals of stickers or hands are typed.
  public var totals: TotalsForm { voting.totals }

  /// Whether the options are steps of a scale: nothing is chosen, a mean is told. It belongs to the
  /// check-out.
  public var isScale: Bool { voting.isScale }

  /// Whether options compete for the places above the cut.
  public var competes: Bool { voting.competes }

  /// Whether a mark is keyed by a criterion, or an axis, and an option.
  public var isGrid: Bool { voting.isKeyed }

  /// Whether a rule can be set for a vote of this method.
  public func asks(_ setting: Setting) -> Bool { voting.settings.contains(setting) }

  /// The most options that a ballot can pick, of so many, with so much to spend.
  public func most(options: Int, dots: Int) -> Int { voting.most(options, dots) }

  /// What a ballot spends of the voter's dots, points, credits or ticks.
  public func spent(_ marks: [String: Int]) -> Int { voting.cost(marks) }

  /// What a mark is, and so how it is given: by keys, on a line of paper, in a grid.
  public enum Form: Sendable {
    /// One option, or none.
    case choice
    case ticks
    /// Some of what there is to spend, put down one by one.
    case dots
    /// A number for each option, of what there is to spend.
    case amounts
    /// Places from 1, the best; none twice.
    case places
    /// A score on every criterion, or on both axes.
    case scores
    case grades
    /// An objection with its reason, or none.
    case objections
  }

  /// A rule of a vote that some methods have.
  public enum Setting: Sendable {
    /// What a voter has to spend.
    case dots
    /// The most of it on one option.
    case cap
    /// The fewest picks of a ballot that is not blank.
    case fewest
    /// All of it must be spent.
    case all
    case grades
    /// The lowest and the highest score.
    case scores
    /// Criteria with their weights.
    case weights
    /// What is chosen can be paid for in the order of the scores.
    case fund
  }

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

extension Poll.Method: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let known = Self(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no method \"\(name)\"")
    }
    self = known
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
