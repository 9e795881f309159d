extension VotingMethod {
  /// A sum to share out among the options, at most or to the last point.
  static let points = VotingMethod(
    .amounts, unit: .points, settings: [.dots, .cap, .all, .fund],
    objection: { draft, rules in
      if let objection = overspent(draft, rules) { return objection }
      let spent = sum(draft.marks)
      let isShort = rules.settings.spendsAll == true && spent < rules.dots && spent > 0
      return isShort ? .underBudget(spent, dots: rules.dots) : nil
    },
    cost: sum,
    scores: sums,
    after: adding { $0.cap },
    readings: { Recount.ofAmounts(.points, $0) },
    defaults: { _ in Poll.Defaults(dots: 100, cap: 100, reason: .hundred) })

  /// Votes bought with credits: n votes on one option cost n², so that caring a lot costs a lot.
  ///
  /// After Lalley and Weyl (https://explore.gitcoin.co/mechanisms/quadratic-voting).
  static let quadratic = VotingMethod(
    .amounts, unit: .votes, settings: [.dots, .fund],
    objection: { draft, rules in
      if let most = draft.marks.values.max(), most > rules.cap {
        return .overCap(most, cap: rules.cap)
      }
      let spent = squares(draft.marks)  // No overflow: each is at most `cap`.
      return spent > rules.dots ? .overCredits(spent, credits: rules.dots) : nil
    },
    cost: squares,
    scores: sums,
    after: adding { rules in min(rules.cap, root(rules.dots)) },
    readings: { rules in
      let credits = Recount.Reading(.credits) { box in
        var sums: [String: Int] = [:]
        for ballot in box.ballots {
          for (option, votes) in ballot.marks { sums[option, default: 0] += votes * votes }
        }
        return sums.mapValues { Score($0) }
      }
      // A single vote on an option costs one credit.
      let isSingle = min(rules.cap, root(rules.dots)) == 1
      return Recount.ofAmounts(.votes, rules, most: isSingle ? 1 : nil)
        + (isSingle ? [] : [credits])
    },
    defaults: { _ in Poll.Defaults(dots: 16, cap: 4, reason: .sixteen) })

  static let squares: @Sendable ([String: Int]) -> Int = {
    $0.values.reduce(0) { $0 + $1 * $1 }
  }

  /// The most votes that so many credits buy on one option.
  private static func root(_ credits: Int) -> Int {
    var votes = 1
    while (votes + 1) * (votes + 1) <= credits { votes += 1 }
    return votes
  }
}
