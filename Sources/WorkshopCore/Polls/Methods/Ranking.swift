extension VotingMethod {
  /// Options in order of preference: m−1 points for the first of m, 0 for the last.
  ///
  /// After Borda (1781). An option without a place gets nothing, as the last one does.
  static let ranking = VotingMethod(
    .places, unit: .points, totals: .never, settings: [.fewest],
    objection: { placed($0, most: $1.options.count) ?? picked($0, $1) },
    scores: { borda($0) },
    detail: { .places(places($0, $1)) },
    after: adding { $0.options.count - 1 },
    readings: { rules in Recount.ofPlaces(.borda, rules) },
    defaults: { Poll.Defaults(dots: max(1, $0), cap: 1, reason: .every) })

  /// The five best in order: 5, 4, 3, 2, 1 points.
  ///
  /// As in the multivoting of the American Society for Quality
  /// (http://asq.org/learn-about-quality/decision-making-tools/overview/multivoting.html).
  static let topFive = VotingMethod(
    .places, unit: .points, totals: .never, settings: [.fewest],
    objection: { placed($0, most: min(5, $1.options.count)) ?? picked($0, $1) },
    scores: { fiveToOne($0) },
    detail: { .places(places($0, $1)) },
    after: adding { _ in 5 },
    most: { options, _ in min(5, options) },
    readings: { rules in Recount.ofPlaces(.fiveToOne, rules) },
    defaults: { Poll.Defaults(dots: max(1, min(5, $0)), cap: 1, reason: .five) })

  static let borda: @Sendable (BallotBox) -> [String: Score] = { box in
    points(box) { box.rules.options.count - $0 }
  }

  static let fiveToOne: @Sendable (BallotBox) -> [String: Score] = { box in
    points(box) { max(0, 6 - $0) }
  }

  private static func points(
    _ box: BallotBox, _ worth: (_ place: Int) -> Int
  ) -> [String: Score] {
    var sums: [String: Int] = [:]
    for ballot in box.ballots {
      for (option, place) in ballot.marks where place > 0 {
        sums[option, default: 0] += worth(place)
      }
    }
    return sums.mapValues { Score($0) }
  }

  /// How many put an option first, second and so on.
  private static func places(_ option: String, _ box: BallotBox) -> [Int] {
    let places = box.ballots.compactMap { $0.marks[option] }.filter { $0 > 0 }
    guard let last = places.max() else { return [] }
    return (1...last).map { place in places.count { $0 == place } }
  }

  /// Places run from 1 without a gap, each held by one option; 0 is no place.
  private static func placed(_ draft: Draft, most: Int) -> Poll.MarkError? {
    let places = draft.marks.values.filter { $0 > 0 }.sorted()
    if let last = places.last, last > most {
      return .outOfRange(last, lowest: 1, highest: most)
    }
    for (index, place) in places.enumerated() where place != index + 1 {
      return place <= index ? .placeTwice(place) : .placeLeftOut(index + 1)
    }
    return nil
  }
}
