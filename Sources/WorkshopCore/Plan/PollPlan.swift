/// What a vote will be, before it is opened.
public struct PollPlan: Codable, Equatable, Sendable {
  public var method: Poll.Method
  /// What each voter has to spend; nil: by the method and the number of options (`Poll.defaults`).
  public var dots: Int?
  /// The most one voter may put on one option; nil: by the method and the dots.
  public var cap: Int?
  /// Where the cut line stands.
  public var winners: Int?
  /// The criteria of weighted scores; nil: the programme's four.
  public var criteria: [Criterion]?
  /// The highest score on a criterion, and of impact and effort; nil: 5.
  public var steps: Int?
  /// How many grades there are; nil: 6.
  public var grades: Int?
  /// Points: all must be spent.
  public var spendsAll: Bool?
  /// What becomes of marks on one's own idea; nil: they count.
  public var own: Poll.OwnIdeas?
  /// Who voted is listed by name, without marks.
  public var namesVoters: Bool?
  /// The options are the board's clusters, and the cards that lie in none, instead of every card.
  public var clusters: Bool?

  public init(method: Poll.Method = .dots, dots: Int? = nil, cap: Int? = nil, winners: Int? = nil) {
    self.method = method
    self.dots = dots
    self.cap = cap
    self.winners = winners
  }

  public var settings: Poll.Settings {
    Poll.Settings(
      criteria: criteria, steps: steps, grades: grades, spendsAll: spendsAll, own: own,
      namesVoters: namesVoters)
  }

  /// What a voter has of each, where the plan does not say it: by the method and the options.
  public func allowance(options: Int) -> (dots: Int, cap: Int) {
    let usual = Poll.defaults(method, options: options)
    let dots = dots ?? usual.dots
    switch method {
    case .dots: return (dots, cap ?? Poll.defaultCap(dots: dots))
    case .points: return (dots, cap ?? dots)
    default: return (dots, cap ?? usual.cap)
    }
  }

  /// The event that opens the vote on a frozen list.
  ///
  /// - Parameter winners: where the cut line stands when the plan does not say it.
  public func opening(
    of activity: ActivityID, question: String, options: [String], winners: Int = 5
  ) -> Event {
    let (dots, cap) = allowance(options: options.count)
    let settings = settings
    return .pollOpened(
      activity: activity, question: question, method: method, options: options, dots: dots,
      cap: cap, winners: self.winners ?? winners,
      settings: settings == Poll.Settings() ? nil : settings)
  }
}

extension PollPlan {
  private enum CodingKeys: String, CodingKey {
    case method, dots, cap, winners, criteria, steps, grades, spendsAll, own, namesVoters, clusters
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      method: try container.value(.method, default: .dots),
      dots: try container.number(.dots, in: 1...Poll.mostDots),
      cap: try container.number(.cap, in: 1...Poll.mostDots),
      winners: try container.number(.winners, in: 0...1000))
    criteria = try container.decodeIfPresent([Criterion].self, forKey: .criteria)
    steps = try container.number(.steps, in: Poll.Settings.steps)
    grades = try container.number(.grades, in: Poll.Settings.grades)
    spendsAll = try container.decodeIfPresent(Bool.self, forKey: .spendsAll)
    own = try container.decodeIfPresent(Poll.OwnIdeas.self, forKey: .own)
    namesVoters = try container.decodeIfPresent(Bool.self, forKey: .namesVoters)
    clusters = try container.decodeIfPresent(Bool.self, forKey: .clusters)
    if let criteria, let fault = Criterion.fault(in: criteria) {
      throw container.refusal(of: .criteria, Self.reason(fault))
    }
    if own == .ignored, method == .ranking || method == .topFive {
      throw container.refusal(
        of: .own, "a place on one's own idea cannot be left uncounted: use \"refused\"")
    }
  }

  private static func reason(_ fault: Criterion.GridError) -> String {
    switch fault {
    case .none(let most): "there must be 1 to \(most) criteria"
    case .badID(let id): "\"\(id)\" is no id of a criterion: a few letters without a colon"
    case .twice(let id): "the id \"\(id)\" stands twice"
    case .weight(let id): "the weight of \"\(id)\" must lie between 0 and 100"
    case .sum(let sum): "the weights sum to \(sum), not to 100"
    }
  }
}
