import Languages
import Shell
import WorkshopCore
import WorkshopQueries

/// The fund against the projects' budgets, in words: for the figures, the report's first page and each
/// project that has no budget yet.
enum MoneyText {
  /// The figure that is known before anything was held.
  static let fund = "fund"

  static func group(_ money: Money, _ scene: Scene) -> FigureText.Group {
    let over = (money.left?.cents ?? 0) < 0
    let left = money.left.map { Amount(cents: abs($0.cents), currency: $0.currency) }
    var rows = [
      row(fund, "Fund", money.fund, scene),
      row(
        "budgets", "Budgets", money.budgets, scene,
        "Of all projects that were neither dropped nor merged"),
      row("budgets-approved", "Approved", money.approved, scene, "Budgets of approved projects"),
    ]
    if money.fund != nil {
      var last = row("left", over ? "Over the fund" : "Left after all budgets", left, scene)
      last.value = money.left.map { Double($0.cents) / 100 }
      rows.append(last)
    }
    rows += named("without-budget", "Without a budget", money.withoutBudget, scene)
    rows += named(
      "uncounted", "Not counted", money.uncounted, scene,
      "Budgets that cannot be read or are in another currency")
    return FigureText.Group(title: "Money", rows: rows)
  }

  private static func row(
    _ id: String, _ label: Phrase, _ amount: Amount?, _ scene: Scene, _ definition: Phrase? = nil
  ) -> FigureText.Row {
    FigureText.Row(
      id: id, label: label, value: amount.map { Double($0.cents) / 100 },
      text: amount.map { scene.language.money($0) } ?? FigureText.none, definition: definition)
  }

  /// So many projects, and which.
  private static func named(
    _ id: String, _ label: Phrase, _ projects: [CardID], _ scene: Scene,
    _ definition: Phrase? = nil
  ) -> [FigureText.Row] {
    guard !projects.isEmpty else { return [] }
    let names = projects.map { scene.workshop.card($0)?.text ?? $0 }.joined(separator: ", ")
    return [
      FigureText.Row(
        id: id, label: label, value: Double(projects.count), text: "\(projects.count): \(names)",
        definition: definition)
    ]
  }

  /// What is left of the fund, or how far the budgets go over it; empty without both.
  static func balance(_ money: Money?, _ scene: Scene) -> String {
    guard let money, let fund = money.fund else { return "" }
    let sum = scene.language.money(fund)
    guard let budgets = money.budgets, let left = money.left else { return sum }
    let rest = scene.language.money(Amount(cents: abs(left.cents), currency: left.currency))
    let asked = scene.language.money(budgets)
    return sum + " · "
      + (left.cents < 0
        ? scene.say("budgets: \(asked), \(rest) over")
        : scene.say("budgets: \(asked), \(rest) left"))
  }
}
