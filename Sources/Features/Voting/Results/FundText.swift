import Cards
import Languages
import Shell
import WorkshopCore
import WorkshopQueries

extension Scene {
  /// A sum of a fund in words; in hundredths of its currency's unit.
  func money(_ cents: Int, _ fund: Poll.Fund) -> String {
    let code = fund.currency ?? workshop.plan.programme?.fund.code
    return language.money(Amount(cents: cents, currency: code))
  }

  /// An option as it is voted on: with what it costs, where a fund pays for it.
  func label(ofOption option: String, in poll: Poll) -> String {
    let label = workshop.label(ofOption: option)
    guard let fund = poll.settings.fund, let cost = fund.costs[option] else { return label }
    return "\(label) · \(money(cost, fund))"
  }

  /// What options cost, as their cards say it: in hundredths, with the first currency that is named.
  func costs(of options: [String]) -> (amounts: [String: Int], currency: String?) {
    var amounts: [String: Int] = [:]
    var currency: String?
    for option in options {
      guard let card = workshop.card(option),
        let amount = (card[Workshop.budgetField] ?? card[Workshop.costField]).flatMap(Amount.init),
        amount.cents >= 0
      else { continue }
      amounts[option] = amount.cents
      currency = currency ?? amount.currency
    }
    return (amounts, currency)
  }
}
