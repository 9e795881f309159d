extension VotingMethod {
  /// One option each; how many chose it counts.
  static let single = VotingMethod(
    .choice, unit: .people, settings: [.fund],
    objection: { overspent($0, $1) },
    cost: sum,
    scores: sums,
    after: adding { _ in 1 },
    readings: { _ in [Recount.Reading(.favourite, sums)] },
    defaults: { _ in Poll.Defaults(dots: 1, cap: 1, reason: .one) })

  /// One mark each on a scale whose steps are the options: nothing is chosen, a mean is told.
  static let scale = VotingMethod(
    .choice, unit: .people, isScale: true,
    objection: { overspent($0, $1) },
    cost: sum,
    scores: sums,
    after: adding { _ in 1 },
    readings: { _ in [] },
    defaults: { _ in Poll.Defaults(dots: 1, cap: 1, reason: .one) })
}
