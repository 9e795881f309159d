extension VotingMethod {
  /// Does anybody object? Whoever does says why; an option without an objection is agreed.
  ///
  /// By hands the number of objections is typed, and the reasons are cards.
  static let consent = VotingMethod(
    .objections, unit: .objections,
    objection: { draft, _ in
      if let outside = outside(0...1, draft.marks) { return outside }
      return draft.marks.filter { $0.value > 0 }.keys.sorted()
        .first { draft.reasons[$0]?.allSatisfy(\.isWhitespace) ?? true }
        .map { .noReason($0) }
    },
    scores: { box in
      let sums = sums(box)
      return Dictionary(
        uniqueKeysWithValues: box.rules.options.map { option in
          (option, Score(sums[option]?.numerator ?? 0, isLowBest: true))
        })
    },
    detail: { option, box in .objections(box.ballots.compactMap { $0.reasons[option] }.sorted()) },
    isBacked: { $0.numerator == 0 },
    competes: false, isBlankNothing: false,
    after: { ballots, score, isFor, _ in
      Score(score.numerator + (isFor ? 0 : ballots), isLowBest: true)
    },
    readings: { _ in [] },
    defaults: { Poll.Defaults(dots: max(1, $0), cap: 1, reason: .every) })
}
