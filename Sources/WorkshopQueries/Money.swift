public import WorkshopCore

/// The programme's fund against what its projects ask for.
///
/// Projects that were dropped or merged ask for nothing any more.
public struct Money: Equatable, Sendable {
  /// What there is; nil: no amount that can be read.
  public let fund: Amount?
  /// What all budgets come to, in the fund's currency; nil: no project has one.
  public let budgets: Amount?
  /// What those of them come to that have their go or are in use.
  public let approved: Amount?
  /// Projects that nobody gave a budget.
  public let withoutBudget: [CardID]
  /// Projects whose budget is no sum that can be read, or is in another currency: in no total.
  public let uncounted: [CardID]

  /// What is left of the fund, negative when the budgets are more; nil without a fund or a budget.
  public var left: Amount? {
    guard let fund, let budgets else { return nil }
    return Amount(cents: fund.cents - budgets.cents, currency: fund.currency)
  }
}

extension Workshop {
  /// A project's field with its budget, as somebody typed it.
  public static let budgetField = "budget"
  /// The field of a draft that says what its test costs, as people type it.
  public static let costField = "cost"

  /// Nil where nobody spoke of money.
  public var money: Money? {
    let fund = plan.programme?.fund ?? Programme.Fund()
    let asking = projects.filter { isAtWork($0.id) || status(of: $0.id) == .delivered }
    let written = asking.filter { $0[Self.budgetField] != nil }
    guard fund.sum != nil || !written.isEmpty else { return nil }
    /// In hundredths; nil for what is in no total.
    func cents(_ project: Card) -> Int? {
      guard let amount = project[Self.budgetField].flatMap({ Amount($0) }),
        amount.currency ?? fund.code == fund.code
      else { return nil }
      return amount.cents
    }
    func sum(_ projects: [Card]) -> Amount? {
      let all = projects.compactMap(cents)
      return all.isEmpty ? nil : Amount(cents: all.reduce(0, +), currency: fund.code)
    }
    return Money(
      fund: fund.sum, budgets: sum(written),
      approved: sum(written.filter { [.go, .delivered].contains(status(of: $0.id)) }),
      withoutBudget: asking.filter { $0[Self.budgetField] == nil }.map(\.id),
      uncounted: written.filter { cents($0) == nil }.map(\.id))
  }
}
