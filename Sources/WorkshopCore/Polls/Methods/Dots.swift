extension VotingMethod {
  /// Some dots each, several on one option up to a cap; the sum counts.
  ///
  /// Dots are one-sided and hide the strength of objections: for a short list, not for the last word
  /// (https://navigatingdesign.org/the-case-against-dot-voting.html).
  static let dots = VotingMethod(
    .dots, unit: .dots, settings: [.dots, .cap, .fund],
    objection: { overspent($0, $1) },
    cost: sum,
    scores: sums,
    after: adding { $0.cap },
    cap: { Poll.defaultCap(dots: $0) },
    readings: { Recount.ofAmounts(.dots, $0) },
    defaults: { options in
      let dots = Poll.defaultDots(options: options)
      let reason: Poll.Defaults.Reason =
        switch options {
        case ...2: .one
        case ...7: .few
        case ...8: .least
        case 33...: .most
        default: .quarter
        }
      return Poll.Defaults(dots: dots, cap: Poll.defaultCap(dots: dots), reason: reason)
    })
}
