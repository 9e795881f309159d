extension Poll {
  /// What is voted on, and what one voter may do.
  public struct Rules: Equatable, Sendable {
    /// Cards' ids, or plain texts; frozen.
    public let options: [String]
    /// What each voter has to spend: dots, points, credits, ticks or places.
    public internal(set) var dots: Int
    /// The most one voter may put on one option.
    public internal(set) var cap: Int
    /// How many options come above the cut line.
    public internal(set) var winners: Int
    public let settings: Settings

    /// Rules that make sense, whatever an event says: repeats, overflow and odd criteria are mended.
    init(
      method: Method, options: [String], dots: Int, cap: Int, winners: Int, settings: Settings?
    ) {
      var seen: Set<String> = []
      self.options = options.filter { seen.insert($0).inserted }
      let most = method.form == .choice ? 1 : Poll.mostDots
      self.dots = min(max(1, dots), most)
      self.cap = min(max(1, cap), self.dots)
      self.winners = winners
      self.settings = (settings ?? Settings()).mended
    }
  }

  /// What some methods ask besides dots; whatever is nil has its usual value.
  public struct Settings: Codable, Equatable, Sendable {
    /// The criteria of weighted scores; nil: `Criterion.programme`.
    public var criteria: [Criterion]?
    /// The highest score on a criterion, and of impact and effort. Nil: 5.
    public var steps: Int?
    /// The lowest of these scores, 0 or 1. Nil: 1.
    public var lowest: Int?
    /// How many grades majority judgment has; nil: 6.
    public var grades: Int?
    /// Points: the whole sum must be spent. Nil: at most.
    public var spendsAll: Bool?
    /// Ticks and places: the fewest of a ballot that is not blank. Nil: one.
    public var fewest: Int?
    /// How many must vote for the result to hold. Nil: any number.
    public var quorum: Int?
    /// How many ballots a voter may give for people who are absent, besides the own one. Nil: none.
    public var proxies: Int?
    /// What is chosen must be paid for; nil: the cut line decides.
    public var fund: Fund?
    /// What becomes of a mark on the voter's own idea, where the voter is known; nil: it counts.
    public var own: OwnIdeas?
    /// Who voted stands as a list of names, without marks; nil: only as a number.
    public var namesVoters: Bool?
    /// Scores on criteria are added up. Nil: the score is their mean.
    public var adds: Bool?

    public init(
      criteria: [Criterion]? = nil, steps: Int? = nil, lowest: Int? = nil, grades: Int? = nil,
      spendsAll: Bool? = nil, fewest: Int? = nil, quorum: Int? = nil, proxies: Int? = nil,
      fund: Fund? = nil, own: OwnIdeas? = nil,
      namesVoters: Bool? = nil, adds: Bool? = nil
    ) {
      self.criteria = criteria
      self.steps = steps
      self.lowest = lowest
      self.grades = grades
      self.spendsAll = spendsAll
      self.fewest = fewest
      self.quorum = quorum
      self.proxies = proxies
      self.fund = fund
      self.own = own
      self.namesVoters = namesVoters
      self.adds = adds
    }

    /// Five steps, as in the weighted criteria of the field, unless the poll says otherwise.
    public var highest: Int { steps ?? 5 }
    /// The scores that a criterion, impact or effort can have.
    public var scores: ClosedRange<Int> { (lowest ?? 1)...highest }
    /// Six grades, as Balinski and Laraki had in 2007, unless the poll says otherwise.
    public var gradeCount: Int { grades ?? 6 }
    public var grid: [Criterion] { criteria ?? Criterion.programme }
    /// What all criteria weigh together.
    public var weights: Int { grid.map(\.weight).reduce(0, +) }
    /// What the weighted sum of a ballot's scores is divided by.
    var divisor: Int { adds == true ? 1 : weights }
    /// The best score that an option can have.
    public var best: Int { adds == true ? highest * weights : highest }

    /// Without what cannot work, so that a hostile entry does no harm.
    var mended: Settings {
      var settings = self
      if let criteria, Criterion.fault(in: criteria) != nil { settings.criteria = nil }
      settings.steps = steps.map { min(max(2, $0), Self.steps.upperBound) }
      settings.lowest = lowest.map { min(max(0, $0), 1) }
      settings.grades = grades.map { min(max(2, $0), Self.grades.upperBound) }
      settings.fewest = fewest.map { min(max(1, $0), Poll.mostDots) }
      settings.quorum = quorum.map { min(max(1, $0), Count.most) }
      settings.fund = fund?.mended
      settings.proxies = proxies.map { min(max(1, $0), Self.proxies.upperBound) }
      return settings
    }

    package static let steps = 2...10
    package static let lowest = 0...1
    package static let grades = 2...10
    package static let proxies = 1...9
  }

  /// What becomes of a mark on one's own idea; only where the voter's name and the author's are known.
  public enum OwnIdeas: String, Codable, CaseIterable, Sendable {
    case counted
    /// The ballot is refused, so that the voter can spend the dot elsewhere.
    case refused
    /// The ballot is taken, the mark is not counted.
    case ignored
  }

  /// What a voter has unless somebody says otherwise, and why.
  public struct Defaults: Equatable, Sendable {
    public let dots: Int
    public let cap: Int
    public let reason: Reason

    public enum Reason: Equatable, Sendable {
      /// One each.
      case one
      /// Two for a few options.
      case few
      /// A quarter of the options: between the nominal group technique's N/4 and what a room can place.
      case quarter
      /// A quarter of the options would be under three.
      case least
      /// A quarter of the options would be over eight, more than a room can place in ten minutes.
      case most
      /// One for every option.
      case every
      /// The five best of a long list.
      case five
      /// A hundred is what people share out in their heads.
      case hundred
      /// Sixteen credits are four votes on one option, or one on each of sixteen.
      case sixteen
    }
  }

  /// What a voter has by the method and the number of options.
  public static func defaults(_ method: Method, options: Int) -> Defaults {
    method.voting.defaults(options)
  }

  /// Dots for each voter by the number of options: 1 up to 2, 2 up to 7, then a quarter, 3 to 8.
  ///
  /// Between the N/4 rule of the nominal group technique (https://cannsult.org/post/multivoting-using-the-nominal-group-technique-to-narrow-down-options-with-your-team)
  /// and what a room can place in ten minutes.
  public static func defaultDots(options: Int) -> Int {
    if options <= 2 { return 1 }
    if options <= 7 { return 2 }
    return min(8, max(3, (options + 3) / 4))
  }

  /// Dots one voter may put on one option: half of them, 1 to 3.
  public static func defaultCap(dots: Int) -> Int { min(3, max(1, dots / 2)) }
}
