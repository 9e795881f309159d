import Testing

@testable import WorkshopCore

/// What the words about other rules rest on: each rule once, an option that nothing beats, and no claim
/// that one ballot could undo.
@Suite struct RulesOfRecountTests {
  private func ids(_ vote: Vote) -> [String] { vote.recount?.results.map(\.rule.id) ?? [] }

  @Test func `an option that is never beaten leads under every rule, alone or with others`() {
    var vote = Vote(.ranking, ["A", "B", "C", "D", "E"])
    vote.rank(["D", "A", "E", "B", "C"])
    vote.rank(["C", "E", "D", "A", "B"])
    let recount = vote.recount
    #expect(recount?.first == ["D"])
    #expect(recount?.unbeaten == recount?.results.count)
    #expect((recount?.agreeing ?? 0) < (recount?.results.count ?? 0))
  }

  @Test func `rules that must read every ballot alike count once`() {
    func vote(
      _ method: Poll.Method, _ marks: [String: Int], dots: Int? = nil, cap: Int? = nil,
      options: [String] = ["a", "b", "c", "d"], _ settings: Poll.Settings = .init()
    ) -> Vote {
      var vote = Vote(method, options, dots: dots, cap: cap, settings: settings)
      vote.cast(marks)
      return vote
    }
    #expect(
      ids(vote(.judgment, ["a": 1], .init(grades: 2))) == ["median", "favourite", "pairwise"])
    #expect(ids(vote(.dots, ["a": 1], dots: 3, cap: 1)) == ["dots", "share", "borda", "pairwise"])
    #expect(ids(vote(.points, ["a": 1], dots: 1)).isEmpty, "one rule is nothing to compare")
    #expect(
      ids(vote(.quadratic, ["a": 1], dots: 3, cap: 3)) == ["votes", "share", "borda", "pairwise"])
    #expect(ids(vote(.approval, ["a": 1], dots: 1)).isEmpty)
    #expect(
      ids(vote(.ranking, ["a": 1], options: ["a", "b"])) == ["borda", "fiveToOne", "pairwise"])
    #expect(
      ids(vote(.ranking, ["a": 1], options: ["a", "b", "c"])) == [
        "borda", "fiveToOne", "favourite", "pairwise",
      ])
    let alike = (1...2).map { Criterion(id: "\($0)", name: "x", weight: 50) }
    #expect(
      ids(vote(.criteria, ["1:a": 3, "2:a": 2], .init(criteria: alike))) == [
        "weighted", "median", "without:1", "without:2", "pairwise",
      ])
  }

  @Test(arguments: [Poll.Method.dots, .points, .judgment, .ranking])
  func `one ballot is never called robust`(_ method: Poll.Method) {
    var vote = Vote(method, ["a", "b", "c", "d"], dots: method == .points ? 100 : 3, cap: 3)
    vote.cast(method == .ranking ? ["a": 1, "b": 2, "c": 3] : ["a": 3])
    #expect(vote.recount?.first == ["a"])
    #expect(vote.recount?.isFirstNear == true && vote.recount?.isRobust == false)
  }

  @Test func `a lead that one ballot cannot change stays robust`() {
    var vote = Vote(.dots, ["a", "b", "c"], dots: 3, cap: 3)
    vote.cast(["a": 3], by: 9)
    vote.cast(["b": 2, "a": 1], by: 2)
    #expect(vote.recount?.isRobust == true)
  }

  // MARK: - Two by two

  /// Random scores in which about a third of the options are left out, by an election's number.
  private func election(_ seed: Int, _ method: Poll.Method) -> (Vote, [[String: Int]]) {
    var random = SplitMix64(seed: UInt64(seed))
    let options = (0..<Int.random(in: 3...6, using: &random)).map { "o\($0)" }
    let grid = [
      Criterion(id: "x", name: "X", weight: 10), Criterion(id: "y", name: "Y", weight: 5),
      Criterion(id: "z", name: "Z", weight: 2),
    ]
    var vote = Vote(method, options, settings: .init(criteria: grid))
    let parts = method == .impact ? Impact.axes : grid.map(\.id)
    var ballots: [[String: Int]] = []
    for _ in 0..<Int.random(in: 2...9, using: &random) {
      var marks: [String: Int] = [:]
      for option in options where Int.random(in: 0..<3, using: &random) > 0 {
        for part in parts { marks["\(part):\(option)"] = Int.random(in: 1...5, using: &random) }
      }
      ballots.append(marks)
      vote.cast(marks)
    }
    return (vote, ballots)
  }

  /// What a ballot thinks of an option; nil where it leaves it out.
  private func level(_ option: String, _ ballot: [String: Int], _ method: Poll.Method) -> Int? {
    if method == .impact {
      guard let impact = ballot["impact:\(option)"], let effort = ballot["effort:\(option)"]
      else { return nil }
      return impact - effort
    }
    guard let x = ballot["x:\(option)"], let y = ballot["y:\(option)"],
      let z = ballot["z:\(option)"]
    else { return nil }
    return 10 * x + 5 * y + 2 * z
  }

  @Test(arguments: [Poll.Method.criteria, .impact], 0..<70)
  func `pairwise (Condorcet), a ballot compares only what it does not leave out`(
    _ method: Poll.Method, seed: Int
  ) {
    let (vote, ballots) = election(seed, method)
    let options = vote.poll.options
    var points: [String: Int] = [:]
    for option in options
    where ballots.contains(where: { level(option, $0, method) != nil }) {
      points[option] = options.filter { $0 != option }.reduce(0) { sum, other in
        var (wins, losses) = (0, 0)
        for ballot in ballots {
          guard let mine = level(option, ballot, method),
            let its = level(other, ballot, method)
          else { continue }
          if mine > its { wins += 1 }
          if mine < its { losses += 1 }
        }
        return sum + (wins > losses ? 2 : wins == losses ? 1 : 0)
      }
    }
    let places = vote.recount?.results.first { $0.rule == .pairwise }?.places ?? []
    for place in places {
      #expect(place.score == points[place.option].map { Score($0, over: 2) } ?? .none)
    }
  }
}
