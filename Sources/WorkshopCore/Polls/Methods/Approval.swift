extension VotingMethod {
  /// A tick for every option one can live with; how many ticked it counts.
  static let approval = VotingMethod(
    .ticks, unit: .ticks, settings: [.dots, .fewest, .fund],
    objection: { draft, rules in
      if let most = draft.marks.values.max(), most > 1 { return .overCap(most, cap: 1) }
      return overspent(draft, rules) ?? picked(draft, rules)
    },
    cost: sum,
    scores: sums,
    after: adding { _ in 1 },
    most: { options, dots in min(options, dots) },
    // Where each ballot has one tick, it weighs one anyway.
    readings: { rules in
      [Recount.Reading(.approval, sums)]
        + (rules.dots == 1 ? [] : [Recount.Reading(.share, Recount.shares)])
    },
    defaults: { Poll.Defaults(dots: max(1, $0), cap: 1, reason: .every) })
}
