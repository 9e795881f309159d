/// What is counted: ballots and totals under rules.
package struct BallotBox: Sendable {
  package let rules: Poll.Rules
  /// Without marks that are not counted.
  package let ballots: [Ballot]
  /// Stickers and hands of every wall.
  package let totals: [String: Int]
  /// How many people the totals are of.
  package let hands: Int
  private let isKeyed: Bool

  /// - Parameter way: only what came in this way; nil: everything.
  init(_ poll: Poll, way: Ballot.Way? = nil) {
    rules = poll.rules
    isKeyed = poll.method.voting.isKeyed
    ballots = poll.countedBallots.filter { way == nil || $0.way == way }.map { ballot in
      guard poll.settings.own == .ignored else { return ballot }
      let own = Set(poll.ownMarks(in: ballot.marks, of: ballot.person))
      guard !own.isEmpty else { return ballot }
      var ballot = ballot
      ballot.marks = ballot.marks.filter {
        !own.contains(poll.method.voting.isKeyed ? Poll.parts($0.key)?.option ?? "" : $0.key)
      }
      return ballot
    }
    let counts = poll.countedTotals.filter { way == nil || $0.place.way == way }
    totals = counts.reduce(into: [:]) { sums, count in
      sums.merge(count.totals, uniquingKeysWith: +)
    }
    hands = counts.map(poll.people).reduce(0, +)
  }

  /// The ballots alone: what other rules can read.
  init(ballotsOf poll: Poll) {
    let box = BallotBox(poll)
    (rules, ballots, isKeyed) = (box.rules, box.ballots, box.isKeyed)
    (totals, hands) = ([:], 0)
  }

  /// How many ballots marked an option.
  func marked(_ option: String) -> Int {
    ballots.count { ballot in
      guard isKeyed else { return ballot.marks[option] ?? 0 > 0 }
      return ballot.marks.contains { Poll.parts($0.key)?.option == option }
    }
  }

  /// The scores that ballots gave an option on one criterion or axis.
  func marks(_ part: String, _ option: String) -> [Int] {
    let key = Poll.key(part, option)
    return ballots.compactMap { $0.marks[key] }
  }
}
