import Testing

@testable import WorkshopCore

/// Near-ties do not depend on the order of the list.
@Suite struct NearTieTests {
  /// Impact and effort on two steps: `a` beats two that are level, of which one has fewer judges.
  private func vote(_ options: [String]) -> Vote {
    var vote = Vote(.impact, options, settings: .init(steps: 2))
    func marks(_ scores: [String: (Int, Int)]) -> [String: Int] {
      var marks: [String: Int] = [:]
      for (option, score) in scores {
        marks["impact:\(option)"] = score.0
        marks["effort:\(option)"] = score.1
      }
      return marks
    }
    vote.cast(marks(["a": (2, 1), "c": (1, 1), "d": (1, 1)]))
    vote.cast(marks(["a": (2, 1), "c": (1, 1)]))
    vote.cast(marks(["a": (2, 1)]))
    return vote
  }

  @Test(arguments: [["a", "c", "d"], ["a", "d", "c"], ["d", "c", "a"], ["c", "a", "d"]])
  func `of options at one place the one that one ballot moves furthest tells`(_ options: [String])
    throws
  {
    let tally = vote(options).tally
    let near = try #require(tally.nearTieAtCut)
    #expect(near.above == ["a"] && Set(near.below) == ["c", "d"])
    #expect(near.oneMoreBallot == .levels)
    #expect(tally.nearTies.count == 1)
  }

  @Test(arguments: 0..<40)
  func `the order of the list changes no margin`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let options = ["a", "b", "c", "d", "e"]
    var ballots: [[String: Int]] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      var marks: [String: Int] = [:]
      for option in options where Bool.random(using: &random) {
        for part in Impact.axes {
          marks["\(part):\(option)"] = Int.random(in: 1...3, using: &random)
        }
      }
      ballots.append(marks)
    }
    func margins(_ options: [String]) -> Set<[[String]]> {
      var vote = Vote(.impact, options, winners: 2, settings: .init(steps: 3))
      for marks in ballots { vote.cast(marks) }
      return Set(
        vote.tally.margins.map {
          [
            $0.above.sorted(), $0.below.sorted(), ["\($0.ballotsToLevel ?? 0)"],
            ["\($0.ballotsToSwap ?? 0)"], ["\($0.isNear)"],
          ]
        })
    }
    #expect(margins(options) == margins(options.shuffled(using: &random)))
  }

  @Test func `a mean over one mark can overtake those before it that have many`() throws {
    var vote = Vote(
      .criteria, ["a", "b", "c"],
      settings: .init(criteria: [Criterion(id: "use", name: "Use", weight: 1)]))
    vote.cast(["use:a": 4, "use:b": 3], by: 30)
    vote.cast(["use:b": 4], by: 2)
    vote.cast(["use:c": 3])
    let near = try #require(vote.tally.nearTieAtCut)
    #expect(near.above == ["a"] && near.below == ["c"], "one ballot makes c (3 + 5) / 2 = 4")
    #expect(vote.tally.nearTies.contains { $0.above == ["b"] && $0.below == ["c"] })
  }
}
