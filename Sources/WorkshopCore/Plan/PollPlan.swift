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
  /// The lowest score, 0 or 1; nil: 1.
  public var lowest: Int?
  /// How many grades there are; nil: 6.
  public var grades: Int?
  /// Points: all must be spent.
  public var spendsAll: Bool?
  /// The fewest ticks or places of a ballot that is not blank; nil: one.
  public var fewest: Int?
  /// How many must vote for the result to hold; nil: any number.
  public var quorum: Int?
  /// How many ballots a voter may give for people who are absent; nil: none.
  public var proxies: Int?
  /// Money that pays for what is chosen, in whole units; the costs stand on the cards. Nil: the cut decides.
  public var fund: Int?
  /// What becomes of marks on one's own idea; nil: they count.
  public var own: Poll.OwnIdeas?
  /// Who voted is listed by name, without marks.
  public var namesVoters: Bool?
  /// The options are the board's clusters, and the cards that lie in none, instead of every card.
  public var clusters: Bool?
  /// Scores on criteria are added up; nil: the score is their mean.
  public var adds: Bool?

  public init(method: Poll.Method = .dots, dots: Int? = nil, cap: Int? = nil, winners: Int? = nil) {
    self.method = method
    self.dots = dots
    self.cap = cap
    self.winners = winners
  }

  public var settings: Poll.Settings {
    Poll.Settings(
      criteria: criteria, steps: steps, lowest: lowest, grades: grades, spendsAll: spendsAll,
      fewest: fewest, quorum: quorum, proxies: proxies, own: own, namesVoters: namesVoters,
      adds: adds)
  }

  /// What a voter has of each, where the plan does not say it: by the method and the options.
  public func allowance(options: Int) -> (dots: Int, cap: Int) {
    let usual = Poll.defaults(method, options: options)
    let dots = dots ?? usual.dots
    return (dots, cap ?? (method.asks(.cap) ? method.voting.cap(dots) : usual.cap))
  }

  /// Why nobody could fill a ballot of this vote, so that it must not be opened.
  public enum Fault: Equatable, Sendable {
    /// All points must be spent, and there is room for so many: at most `cap` on each of the options.
    case points(Int, room: Int, cap: Int)
    /// A ballot must have so many ticks or places, and may have so many.
    case picks(fewest: Int, most: Int)
    case grid(Criterion.GridError)
  }

  /// What is wrong with a vote on so many options; nil when a ballot can be filled.
  public func fault(options: Int) -> Fault? {
    let (dots, cap) = allowance(options: options)
    // Whoever wrote an option has one fewer to mark.
    let options = own == .refused ? max(0, options - 1) : options
    if method.asks(.all), spendsAll == true, cap * options < dots {
      return .points(dots, room: cap * options, cap: cap)
    }
    if method.asks(.weights), let fault = criteria.flatMap(Criterion.fault) { return .grid(fault) }
    let (fewest, most) = (fewest ?? 1, method.voting.most(options, dots))
    return method.asks(.fewest) && fewest > most ? .picks(fewest: fewest, most: most) : nil
  }

  /// The event that opens the vote on a frozen list.
  ///
  /// - Parameters:
  ///   - winners: where the cut line stands when the plan does not say it.
  ///   - costs: what the options cost, where a fund pays for them: in hundredths, with a currency.
  public func opening(
    of activity: ActivityID, question: String, options: [String], winners: Int = 5,
    costs: (amounts: [String: Int], currency: String?) = ([:], nil)
  ) -> Event {
    let (dots, cap) = allowance(options: options.count)
    var settings = settings
    if let fund, method.asks(.fund) {
      settings.fund = Poll.Fund(
        amount: fund * 100, costs: costs.amounts, currency: costs.currency)
    }
    return .pollOpened(
      activity: activity, question: question, method: method, options: options, dots: dots,
      cap: cap, winners: self.winners ?? winners,
      settings: settings == Poll.Settings() ? nil : settings)
  }
}

extension PollPlan {
  private enum CodingKeys: String, CodingKey {
    case method, dots, cap, winners, criteria, steps, lowest, grades, spendsAll, fewest, quorum,
      proxies, fund
    case own, namesVoters, clusters, adds
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
    lowest = try container.number(.lowest, in: Poll.Settings.lowest)
    grades = try container.number(.grades, in: Poll.Settings.grades)
    spendsAll = try container.decodeIfPresent(Bool.self, forKey: .spendsAll)
    fewest = try container.number(.fewest, in: 1...Poll.mostDots)
    quorum = try container.number(.quorum, in: 1...Poll.mostDots)
    proxies = try container.number(.proxies, in: Poll.Settings.proxies)
    fund = try container.number(.fund, in: 1...Poll.Fund.most / 100)
    own = try container.decodeIfPresent(Poll.OwnIdeas.self, forKey: .own)
    namesVoters = try container.decodeIfPresent(Bool.self, forKey: .namesVoters)
    clusters = try container.decodeIfPresent(Bool.self, forKey: .clusters)
    adds = try container.decodeIfPresent(Bool.self, forKey: .adds)
    if let criteria, let fault = Criterion.fault(in: criteria) {
      throw container.refusal(of: .criteria, Self.reason(fault))
    }
    if own == .ignored, method.form == .places {
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
    case .weightless: "one weight at least must be above 0"
    }
  }
}
