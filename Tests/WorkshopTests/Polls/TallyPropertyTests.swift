import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// What holds for every set of ballots.
@Suite struct TallyPropertyTests {
  private static let options = ["a", "b", "c", "d", "e"]

  /// A ballot that the rules allow.
  private static func marks(
    _ method: Poll.Method, using random: inout SplitMix64
  ) -> [String: Int] {
    var marks: [String: Int] = [:]
    switch method {
    case .dots:
      for _ in 0..<2 { marks[options.randomElement(using: &random) ?? "a", default: 0] = 1 }
    case .single, .scale: marks[options.randomElement(using: &random) ?? "a"] = 1
    case .approval, .consent:
      for option in options where Bool.random(using: &random) { marks[option] = 1 }
    case .ranking, .topFive:
      for (index, option) in options.shuffled(using: &random).enumerated() {
        marks[option] = index + 1
      }
    case .points:
      for option in options { marks[option] = Int.random(in: 0...20, using: &random) }
    case .quadratic:
      for option in options { marks[option] = Int.random(in: 0...1, using: &random) }
    case .judgment:
      for option in options { marks[option] = Int.random(in: 0...5, using: &random) }
    default:
      let parts = method == .impact ? Impact.axes : Criterion.programme.map(\.id)
      for option in options where Bool.random(using: &random) {
        for part in parts { marks[Poll.key(part, option)] = Int.random(in: 1...5, using: &random) }
      }
    }
    return marks
  }

  private static func vote(
    _ method: Poll.Method, _ ballots: [[String: Int]], winners: Int = 2
  ) -> Vote {
    var vote = Vote(method, options, winners: winners)
    for marks in ballots {
      let reasons = method == .consent ? marks.mapValues { _ in "why" } : nil
      vote.cast(marks, reasons: reasons)
    }
    return vote
  }

  private static func ballots(
    _ method: Poll.Method, seed: Int, count: Int = 15
  ) -> [[String: Int]] {
    var random = SplitMix64(seed: UInt64(seed))
    return (0..<count).map { _ in marks(method, using: &random) }
  }

  @Test(arguments: Poll.Method.allCases, 0..<5)
  func `the order in which ballots come changes nothing`(method: Poll.Method, seed: Int) {
    let ballots = Self.ballots(method, seed: seed)
    let vote = Self.vote(method, ballots)
    #expect(vote.poll.refusedBallots.isEmpty)
    let other = Self.vote(method, ballots.reversed())
    #expect(vote.tally == other.tally)
    #expect(vote.recount == other.recount)
  }

  @Test(arguments: Poll.Method.allCases)
  func `the order of the list breaks no tie`(method: Poll.Method) {
    let vote = Self.vote(method, Self.ballots(method, seed: 3))
    var other = Vote(method, Self.options.reversed(), winners: 2)
    for marks in Self.ballots(method, seed: 3) {
      other.cast(marks, reasons: method == .consent ? marks.mapValues { _ in "why" } : nil)
    }
    #expect(vote.ranks == other.ranks)
    #expect(Set(vote.tally.chosen) == Set(other.tally.chosen))
  }

  @Test(arguments: Poll.Method.allCases, 0..<3)
  func `a recount under the poll's own rule is its result`(method: Poll.Method, seed: Int) {
    let vote = Self.vote(method, Self.ballots(method, seed: seed))
    let tally = vote.tally
    guard let own = vote.recount?.results.first else {
      #expect([Poll.Method.single, .scale, .consent].contains(method))
      return
    }
    #expect(own.places.map(\.option) == tally.rows.map(\.option))
    #expect(own.places.map(\.rank) == tally.rows.map(\.rank))
    #expect(own.places.map(\.score) == tally.rows.map(\.score))
    #expect(own.enters.isEmpty && own.leaves.isEmpty)
  }

  @Test(arguments: Poll.Method.allCases, 0..<3)
  func `rules of a recount have different names`(method: Poll.Method, seed: Int) {
    let vote = Self.vote(method, Self.ballots(method, seed: seed))
    let ids = vote.recount?.results.map(\.rule.id) ?? []
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: 0..<20) func `a dot more never lowers a rank`(seed: Int) {
    let ballots = Self.ballots(.dots, seed: seed)
    let before = Self.vote(.dots, ballots).ranks
    for option in Self.options {
      let after = Self.vote(.dots, ballots + [[option: 1]]).ranks
      #expect((after[option] ?? 0) <= (before[option] ?? 0))
    }
  }

  @Test(arguments: 0..<5) func `Borda's points sum to n times m times m−1 over 2`(seed: Int) {
    let vote = Self.vote(.ranking, Self.ballots(.ranking, seed: seed))
    let sum = vote.scores.values.reduce(0, +)
    #expect(sum == 150)
  }

  @Test(arguments: 0..<5) func `criteria come to the sum of weighted marks`(seed: Int) {
    let ballots = Self.ballots(.criteria, seed: seed)
    for row in Self.vote(.criteria, ballots).tally.rows where row.score != .none {
      let marks = ballots.filter { $0["group:\(row.option)"] != nil }
      var sum = 0
      for ballot in marks {
        for criterion in Criterion.programme {
          sum += 25 * (ballot["\(criterion.id):\(row.option)"] ?? 0)
        }
      }
      #expect(row.score == Score(sum, over: 100 * marks.count))
    }
  }

  @Test(arguments: [Poll.Method.dots, .approval, .ranking, .topFive, .points, .quadratic], 0..<5)
  func `so many ballots more as a margin says swap two neighbours, and one fewer does not`(
    method: Poll.Method, seed: Int
  ) {
    let ballots = Self.ballots(method, seed: seed)
    let tally = Self.vote(method, ballots).tally
    for margin in tally.margins {
      guard let swap = margin.ballotsToSwap, let lower = margin.below.first,
        let upper = margin.above.first
      else {
        Issue.record("nothing swaps")
        continue
      }
      let poll = Self.vote(method, []).poll
      let best = [lower: method == .ranking || method == .topFive ? 1 : poll.cap]
      #expect(poll.objection(to: best) == nil)
      func ranks(_ more: Int) -> [String: Int] {
        Self.vote(method, ballots + Array(repeating: best, count: more)).ranks
      }
      #expect((ranks(swap)[lower] ?? 0) < (ranks(swap)[upper] ?? 0))
      #expect((ranks(swap - 1)[lower] ?? 0) >= (ranks(swap - 1)[upper] ?? 0))
    }
  }
}
