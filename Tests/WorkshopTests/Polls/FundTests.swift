import Testing

@testable import WorkshopCore

/// Options that cost something, and a fund that pays for what is chosen.
@Suite struct FundTests {
  /// A vote by approval on options with costs, in whole units.
  private func vote(
    _ costs: KeyValuePairs<String, Int>, fund: Int, _ ballots: [(Int, [String])]
  ) -> Vote {
    let settings = Poll.Settings(
      fund: Poll.Fund(
        amount: fund * 100,
        costs: Dictionary(costs.map { ($0.key, $0.value * 100) }, uniquingKeysWith: { $1 })))
    var vote = Vote(.approval, costs.map(\.key), dots: 9, settings: settings)
    for (count, options) in ballots {
      for _ in 0..<count { vote.cast(Dictionary(options.map { ($0, 1) }) { $1 }) }
    }
    vote.room.when(vote.poll.closing)
    vote.room.when(.pollRevealed(poll: vote.id))
    return vote
  }

  @Test func `the best supported are paid for, and what costs more than is left is passed over`() {
    let vote = vote(
      ["a": 60, "b": 70, "c": 30, "d": 20], fund: 100,
      [(4, ["a"]), (3, ["b"]), (2, ["c"]), (1, ["d"])])
    #expect(vote.tally.funding == Funding(chosen: ["a", "c"], left: 1000))
    #expect(vote.tally.chosen == ["a", "c"])
    #expect(vote.tally.tied.isEmpty)
  }

  @Test func `of equals all are paid or none, and then nobody after them`() {
    let vote = vote(
      ["a": 50, "b": 40, "c": 40, "d": 10], fund: 100,
      [(3, ["a"]), (2, ["b"]), (2, ["c"]), (1, ["d"])])
    #expect(vote.tally.funding == Funding(chosen: ["a"], left: 5000, tied: ["b", "c"]))
  }

  @Test func `what nobody marked is not paid for, however cheap`() {
    let vote = vote(["a": 50, "b": 1], fund: 100, [(1, ["a"])])
    #expect(vote.tally.chosen == ["a"])
  }

  /// Six of ten people want both halves of one thing; by the sum they take it all.
  @Test func `equal shares leave the few what their part of the fund pays for`() {
    let vote = vote(
      ["a": 50, "b": 50, "c": 40], fund: 100, [(6, ["a", "b"]), (4, ["c"])])
    #expect(vote.tally.chosen == ["a", "b"])
    #expect(vote.poll.equalShares == ["a", "c"])
  }

  /// Whoever has less left pays all of it, and the others pay the rest.
  @Test func `supporters with less left pay less`() {
    // Each has 10. First "a" at 5 each of four; then "b" costs 22: two have 5 left, two have 10.
    let vote = vote(
      ["a": 20, "b": 22], fund: 60, [(2, ["a"]), (2, ["a", "b"]), (2, ["b"])])
    #expect(vote.poll.equalShares == ["a", "b"])
    let short = self.vote(
      ["a": 20, "b": 31], fund: 60, [(2, ["a"]), (2, ["a", "b"]), (2, ["b"])])
    #expect(short.poll.equalShares == ["a"])
  }

  @Test func `nothing of it is known before the result`() {
    let settings = Poll.Settings(fund: Poll.Fund(amount: 100, costs: ["a": 50]))
    var vote = Vote(.approval, ["a", "b"], dots: 2, settings: settings)
    vote.cast(["a": 1])
    #expect(vote.poll.equalShares == nil && vote.poll.result == nil)
  }

  @Test func `sums beyond all measure are mended`() {
    let fund = Poll.Fund(amount: .max, costs: ["a": -1, "b": .max, "c": 5])
    #expect(fund.mended == Poll.Fund(amount: Poll.Fund.most, costs: ["c": 5]))
  }
}
