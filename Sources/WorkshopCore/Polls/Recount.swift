/// The same ballots under the other rules that they allow, side by side.
///
/// No rule is right for every room (Arrow, 1951); an option that is first under nearly all of them does
/// not owe it to the rule. Totals of stickers and hands cannot be read in another way: only ballots are
/// recounted, and `leftOut` says how many voters that leaves out.
public struct Recount: Equatable, Sendable {
  /// The poll's own rule first.
  public let results: [Result]
  /// How many ballots are read.
  public let ballots: Int
  /// Voters known by totals alone, in none of the results.
  public let leftOut: Int
  /// One ballot more could change who is first under the poll's own rule.
  public let isFirstNear: Bool

  /// A way to read ballots; its name for files is `id`.
  public enum Rule: Hashable, Sendable {
    /// Every dot counts.
    case dots
    /// Every point counts.
    case points
    /// Every vote counts.
    case votes
    /// Credits count in place of the votes they bought.
    case credits
    /// Any mark counts one: how many different people marked it.
    case approval
    /// Every ballot weighs one, shared out as its marks are.
    case share
    /// Each ballot's favourite has its vote; equal favourites share it.
    case favourite
    /// m−1 … 0 points by order; equal ones share theirs.
    case borda
    /// 5, 4, 3, 2, 1 points.
    case fiveToOne
    /// The upper half of the places counts one each.
    case upperHalf
    /// Against each other option in turn: 1 for being preferred by more ballots, ½ for as many.
    case pairwise
    case weighted
    case equalWeights
    /// Medians in place of means; of grades, the own rule.
    case median
    case mean
    /// A criterion left out.
    case without(String)
    case atLeastGood
    /// One grade below Good is enough.
    case atLeastFair
    /// Impact less effort.
    case difference
    case impactOnly
    case effortOnly

    public var id: String {
      if case .without(let criterion) = self { return "without:\(criterion)" }
      return String(describing: self)
    }
  }

  /// What one rule makes of the ballots.
  public struct Result: Equatable, Sendable {
    public let rule: Rule
    /// Best first.
    public let places: [Place]
    /// Options above the cut here and not under the poll's own rule, or tied across it there.
    public let enters: [String]
    /// Options above the cut under the poll's own rule and not here.
    public let leaves: [String]

    /// Those that share the first place; nobody where no ballot says anything.
    public var first: [String] {
      guard let best = places.first?.score, best > places.last?.score ?? best else { return [] }
      return places.filter { $0.rank == 1 }.map(\.option)
    }
  }

  /// Where an option comes under a rule.
  public struct Place: Equatable, Sendable {
    public let option: String
    public let score: Score
    public let rank: Int
  }

  /// How a rule reads ballots.
  package struct Reading: Sendable {
    package let rule: Rule
    let scores: @Sendable (BallotBox) -> [String: Score]

    package init(_ rule: Rule, _ scores: @escaping @Sendable (BallotBox) -> [String: Score]) {
      self.rule = rule
      self.scores = scores
    }
  }

  /// Nil where there is nothing to compare: no ballots, or one rule alone that can read them.
  init?(of poll: Poll) {
    let box = BallotBox(ballotsOf: poll)
    let voting = poll.method.voting
    let readings = voting.readings(poll.rules)
    guard !box.ballots.isEmpty, readings.count > 1 else { return nil }
    let tables = readings.map { reading in
      Self.places(reading.scores(box), poll.options, blank: voting.blank)
    }
    func chosen(_ places: [Place]) -> Set<String> {
      Set(places.filter { $0.rank + places.ties(of: $0) - 1 <= poll.winners }.map(\.option))
    }
    let own = tables.first.map(chosen) ?? []
    results = zip(readings, tables).map { reading, places in
      let here = chosen(places)
      return Result(
        rule: reading.rule, places: places, enters: here.subtracting(own).sorted(),
        leaves: own.subtracting(here).sorted())
    }
    ballots = box.ballots.count
    leftOut = poll.countedTotals.map(poll.people).reduce(0, +)
    let margins = Margin.between(tables.first ?? [], voting, poll.rules)
    isFirstNear = margins.contains { margin in
      margin.oneMoreBallot != .nothing
        && tables.first?.contains { $0.rank == 1 && margin.above.contains($0.option) } == true
    }
  }

  /// Options by score, best first; ties share the better rank and stand in the list's order.
  static func places(
    _ scores: [String: Score], _ options: [String], blank: Score
  ) -> [Place] {
    let listed = options.enumerated().map { index, option in
      (index: index, option: option, score: scores[option] ?? blank)
    }
    let order = listed.sorted { a, b in
      a.score == b.score ? a.index < b.index : a.score > b.score
    }
    var rank = 1
    return order.enumerated().map { index, item in
      if index > 0, order[index - 1].score != item.score { rank = index + 1 }
      return Place(option: item.option, score: item.score, rank: rank)
    }
  }

  /// Who is first under the poll's own rule.
  public var first: [String] { results.first?.first ?? [] }

  /// Under how many of the rules the same comes first.
  public var agreeing: Int { results.count { !first.isEmpty && $0.first == first } }

  /// Under how many rules an option is first by itself, and under how many it shares the place.
  public func lead(of option: String) -> (alone: Int, shared: Int) {
    let first = results.map(\.first).filter { $0.contains(option) }
    return (first.count { $0.count == 1 }, first.count { $0.count > 1 })
  }

  /// First under at least five rules in six; with fewer rules, under all of them. Not where one more
  /// ballot could change it.
  public var isRobust: Bool {
    !first.isEmpty && agreeing * 6 >= results.count * 5 && !isFirstNear
  }

  /// Under how many rules the one that is first is so alone or with others: nothing beats it there.
  public var unbeaten: Int {
    first.count == 1 ? results.count { $0.first.contains(first[0]) } : agreeing
  }

  /// The rules under which something else comes above the cut.
  public var cutChanges: [Result] { results.filter { !$0.enters.isEmpty || !$0.leaves.isEmpty } }
}

extension [Recount.Place] {
  /// How many share a place.
  func ties(of place: Recount.Place) -> Int { count { $0.rank == place.rank } }
}

extension Recount {
  /// What ballots with amounts can be read by.
  ///
  /// Rules that must read every ballot alike count once: with one to spend all do, with at most one on an
  /// option each mark is a tick, and the favourites are all that is marked.
  ///
  /// - Parameter most: the most on one option, where it is less than the cap.
  static func ofAmounts(_ own: Rule, _ rules: Poll.Rules, most: Int? = nil) -> [Reading] {
    let own = Reading(own, VotingMethod.sums)
    guard rules.dots > 1 else { return [own] }
    let isTick = (most ?? rules.cap) == 1
    let all = [
      own,
      Reading(.approval) { box in count(box) { amounts($0).mapValues { _ in 1 } } },
      Reading(.share, shares),
      Reading(.borda) { box in borda(box, amounts) },
      Reading(.favourite, favourites),
      Reading(.pairwise) { box in pairwise(box, amounts) },
    ]
    return all.filter { !isTick || ($0.rule != .approval && $0.rule != .favourite) }
  }

  /// What ballots with places can be read by; the upper half of two or three places is the favourite, and
  /// of two options the favourite has Borda's only point.
  static func ofPlaces(_ own: Rule, _ rules: Poll.Rules) -> [Reading] {
    let count = rules.options.count
    let half = max(1, (own == .fiveToOne ? min(5, count) : count) / 2)
    let all = [
      Reading(.borda, VotingMethod.borda),
      Reading(.fiveToOne, VotingMethod.fiveToOne),
      Reading(.favourite) { box in
        Recount.count(box) { $0.marks.filter { $0.value == 1 } }
      },
      Reading(.upperHalf) { box in
        Recount.count(box) {
          $0.marks.filter { (1...half).contains($0.value) }.mapValues { _ in 1 }
        }
      },
      Reading(.pairwise) { box in
        pairwise(box) { $0.marks.filter { $0.value > 0 }.mapValues { -$0 } }
      },
    ]
    let others = all.filter { reading in
      switch reading.rule {
      case own: false
      case .upperHalf: half > 1
      case .favourite: count > 2
      default: true
      }
    }
    return all.filter { $0.rule == own } + others
  }

  /// A ballot's marks above zero.
  static let amounts: @Sendable (Ballot) -> [String: Int] = { $0.marks.filter { $0.value > 0 } }

  /// The sum of what each ballot says.
  static func count(_ box: BallotBox, _ marks: (Ballot) -> [String: Int]) -> [String: Score] {
    var sums: [String: Int] = [:]
    for ballot in box.ballots { sums.merge(marks(ballot), uniquingKeysWith: +) }
    return sums.mapValues { Score($0) }
  }

  /// Every ballot weighs one.
  static let shares: @Sendable (BallotBox) -> [String: Score] = { box in
    parts(box) { amounts($0) }
  }

  /// Every ballot's vote goes to what it marked most.
  static let favourites: @Sendable (BallotBox) -> [String: Score] = { box in
    parts(box) { ballot in
      let most = ballot.marks.values.max() ?? 0
      return most > 0 ? ballot.marks.filter { $0.value == most }.mapValues { _ in 1 } : [:]
    }
  }

  /// Shares are told in millionths: thirds of votes that add up to one are one. Each share is rounded to
  /// billionths, so that sums no further apart than half a billionth for each ballot of both are equal.
  private static func parts(
    _ box: BallotBox, _ marks: (Ballot) -> [String: Int]
  ) -> [String: Score] {
    let (fine, coarse) = (1_000_000_000, 1_000)
    var sums: [String: Int] = [:]
    for ballot in box.ballots {
      let marks = marks(ballot)
      let whole = marks.values.reduce(0, +)
      guard whole > 0 else { continue }
      for (option, mark) in marks {
        sums[option, default: 0] += (mark * fine + whole / 2) / whole
      }
    }
    var equal: [Int: Int] = [:]
    var last: Int?
    for sum in Set(sums.values).sorted() {
      if let last, sum - last <= box.ballots.count {
        equal[sum] = equal[last]
      } else {
        equal[sum] = (sum + coarse / 2) / coarse
      }
      last = sum
    }
    return sums.mapValues { Score(equal[$0] ?? 0, over: fine / coarse) }
  }

  /// Points by order, for each option the number of those below it; equal ones share theirs, and what
  /// is not marked stands below all that is.
  private static func borda(
    _ box: BallotBox, _ levels: (Ballot) -> [String: Int]
  ) -> [String: Score] {
    var sums: [String: Int] = [:]
    let options = box.rules.options
    for ballot in box.ballots {
      let levels = levels(ballot)
      let values = options.map { levels[$0] ?? .min }
      for (option, value) in zip(options, values) {
        let (below, equal) = (values.count { $0 < value }, values.count { $0 == value })
        sums[option, default: 0] += 2 * below + equal - 1
      }
    }
    return sums.mapValues { Score($0, over: 2) }
  }

  /// Each option against each other, after Copeland (1951): the winner of all is Condorcet's.
  ///
  /// - Parameter leavesOut: what a ballot leaves out its voter cannot judge: it is compared with nothing
  ///   there, and what nobody judged has no score. Else it stands below all that is marked.
  static func pairwise(
    _ box: BallotBox, leavesOut: Bool = false, _ levels: (Ballot) -> [String: Int]
  ) -> [String: Score] {
    let options = box.rules.options
    var leads = Array(repeating: Array(repeating: 0, count: options.count), count: options.count)
    var judged: Set<String> = []
    for ballot in box.ballots {
      let levels = levels(ballot)
      judged.formUnion(levels.keys)
      let values = options.map { levels[$0] ?? (leavesOut ? nil : .min) }
      for a in options.indices {
        for b in options.indices {
          guard let left = values[a], let right = values[b], left > right else { continue }
          leads[a][b] += 1
        }
      }
    }
    var scores: [String: Score] = [:]
    for (a, option) in options.enumerated() where !leavesOut || judged.contains(option) {
      let points = options.indices.reduce(0) { sum, b in
        guard a != b else { return sum }
        return sum + (leads[a][b] > leads[b][a] ? 2 : leads[a][b] == leads[b][a] ? 1 : 0)
      }
      scores[option] = Score(points, over: 2)
    }
    return scores
  }
}
