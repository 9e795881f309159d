extension Poll {
  /// Money that pays for what a vote chooses, and what each option costs. In hundredths of the currency's
  /// unit.
  public struct Fund: Codable, Equatable, Sendable {
    public var amount: Int
    /// By option; one without a cost is never paid for.
    public var costs: [String: Int]
    /// Its code (ISO 4217); nil: the programme's, else euros.
    public var currency: String?

    public init(amount: Int, costs: [String: Int], currency: String? = nil) {
      self.amount = amount
      self.costs = costs
      self.currency = currency
    }

    /// Sums that cannot overflow, whatever an entry says.
    var mended: Fund {
      let range = 0...Self.most
      return Fund(
        amount: min(max(0, amount), Self.most), costs: costs.filter { range.contains($0.value) },
        currency: currency)
    }

    /// A million millions, in hundredths.
    public static let most = 100_000_000_000_000
  }

  /// What the fund pays for by this vote, best first; nil without a fund.
  ///
  /// The best supported first, as long as the money reaches; what costs more than is left is passed over.
  /// Of equals all are paid or none: then nobody after them is, for people have to decide.
  func funding(of places: [Recount.Place]) -> Funding? {
    guard let fund = settings.fund else { return nil }
    var funding = Funding(left: fund.amount)
    let backed = places.filter { method.voting.isBacked($0.score) && fund.costs[$0.option] != nil }
    for rank in Set(backed.map(\.rank)).sorted() {
      let payable = backed.filter { $0.rank == rank }.map(\.option).filter {
        fund.costs[$0, default: 0] <= funding.left
      }
      let price = payable.map { fund.costs[$0, default: 0] }.reduce(0, +)
      guard price <= funding.left else {
        funding.tied = payable
        break
      }
      funding.chosen += payable
      funding.left -= price
    }
    return funding
  }

  /// What the fund would pay for if each ballot had an equal share of it: an option is paid for when those
  /// who marked it have enough left together, cheapest for its supporters first. In the order in which they
  /// are paid; nil without a fund or a ballot.
  ///
  /// The method of equal shares with additive utilities (Peters, Pierczyński, Skowron 2021,
  /// https://arxiv.org/abs/2008.13276), without a completion: money may be left. Equals go by more marks,
  /// then by the lower cost, then by the list.
  public var equalShares: [String]? {
    guard let fund = settings.fund, isRevealed else { return nil }
    let ballots = BallotBox(self).ballots.map { $0.marks.filter { $0.value > 0 } }
    guard !ballots.isEmpty else { return nil }
    var shares = Array(repeating: Double(fund.amount) / Double(ballots.count), count: ballots.count)
    var left = options.filter { fund.costs[$0] != nil }
    var paid: [String] = []
    while true {
      let offers = left.enumerated().compactMap { index, option -> Offer? in
        let marks = ballots.map { Double($0[option] ?? 0) }
        let cost = fund.costs[option, default: 0]
        return Self.price(of: Double(cost), marks, shares).map {
          Offer(
            option: option, order: [$0, -marks.reduce(0, +), Double(cost), Double(index)],
            marks: marks)
        }
      }
      guard let best = offers.min(by: { $0.order.lexicographicallyPrecedes($1.order) }) else {
        return paid
      }
      for (index, mark) in best.marks.enumerated() {
        shares[index] -= min(shares[index], best.order[0] * mark)
      }
      paid.append(best.option)
      left.removeAll { $0 == best.option }
    }
  }

  /// An option that its supporters can pay for: the price of a mark first, then what decides among equals.
  private struct Offer {
    let option: String
    let order: [Double]
    let marks: [Double]
  }

  /// The least that a mark has to pay for a cost to be met, where whoever has less pays all they have; nil
  /// where the supporters cannot meet it.
  private static func price(of cost: Double, _ marks: [Double], _ shares: [Double]) -> Double? {
    let pairs: [(Double, Double)] = Array(zip(marks, shares))
    let supporters = pairs.filter { $0.0 > 0 }.sorted { $0.1 / $0.0 < $1.1 / $1.0 }
    guard !supporters.isEmpty, supporters.map(\.1).reduce(0, +) >= cost - 0.001 else { return nil }
    var (rest, weight) = (cost, supporters.map(\.0).reduce(0, +))
    for (mark, share) in supporters {
      let price = max(0, rest) / weight
      // Rounded, so that equals are equal.
      if price * mark <= share + 0.001 { return (price * 1_000_000).rounded() / 1_000_000 }
      rest -= share
      weight -= mark
    }
    return nil
  }
}

/// What a fund pays for.
public struct Funding: Equatable, Sendable {
  /// Best first.
  public var chosen: [String] = []
  /// What is not spent, in hundredths of the currency's unit.
  public var left: Int
  /// Equals of which the rest of the money does not reach for all.
  public var tied: [String] = []
}
