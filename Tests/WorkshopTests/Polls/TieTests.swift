import Testing

@testable import WorkshopCore

/// Ties and near-ties: said to be ones, and settled by what somebody did and wrote down.
@Suite struct TieTests {
  /// b is first with three; a, c and d are tied across a cut at two.
  private static func tied(winners: Int = 2) -> Vote {
    var vote = Vote(.dots, ["a", "b", "c", "d", "e"], dots: 3, cap: 2, winners: winners)
    vote.cast(["b": 2, "a": 1])
    vote.cast(["b": 1, "c": 2])
    vote.cast(["a": 1, "d": 2])
    vote.reveal()
    return vote
  }

  private static func events(_ vote: Vote, _ event: Event?) -> Vote {
    var vote = vote
    #expect(event != nil)
    vote.room.when(event)
    return vote
  }

  @Test func `a tie across the cut chooses none of the tied and tells the seats`() {
    let tally = Self.tied().tally
    #expect(tally.chosen == ["b"])
    #expect(tally.tied.map(\.option) == ["a", "c", "d"])
    #expect(tally.seats == 1)
    #expect(tally.unmarked == ["e"])
    #expect(Self.tied(winners: 4).tally.tied.isEmpty, "a tie above the line is only shown")
    #expect(Self.tied(winners: 4).tally.ladder.allSatisfy { $0.objection == .notTied })
  }

  @Test func `the ladder says what each remedy gives`() {
    let ladder = Self.tied().tally.ladder
    #expect(ladder.map(\.remedy) == [.keepAll, .runoff, .moreVoters, .decider, .lot])
    #expect(ladder[0].chosen == ["a", "c", "d"], "two extra are kept")
    #expect(ladder[2].chosen == ["a"], "two people marked it, one each of the others")
  }

  @Test func `three extra are too many to keep, and stickers tell no voters`() {
    var vote = Vote(.dots, ["a", "b", "c", "d"], winners: 1)
    vote.room.when(
      .totalsCounted(
        poll: vote.id, totals: ["a": 2, "b": 2, "c": 2, "d": 2], voters: 4, way: .stickers))
    let ladder = vote.tally.ladder
    #expect(ladder[0].objection == .tooMany(extra: 3))
    #expect(ladder[2].objection == .needsBallots)
  }

  @Test(arguments: [
    (Remedy.keepAll, ["b", "a", "c", "d"]), (.moreVoters, ["b", "a"]),
  ])
  func `a remedy that says itself what it gives settles the tie`(
    remedy: Remedy, chosen: [String]
  ) {
    var vote = Self.tied()
    #expect(vote.room.workshop.outcome(of: vote.id)?.tied == ["a", "c", "d"])
    vote = Self.events(vote, vote.poll.resolution(remedy))
    let outcome = vote.room.workshop.outcome(of: vote.id)
    #expect(outcome?.chosen == chosen)
    #expect(outcome?.isSettled == true)
    #expect(outcome?.resolution?.remedy == remedy)
    #expect(outcome?.resolution?.by == "ana")
  }

  @Test func `whoever decides writes why`() {
    var vote = Self.tied()
    #expect(vote.poll.resolution(.decider, chosen: ["d"], who: "The mayor") == nil)
    #expect(vote.poll.resolution(.decider, chosen: ["e"], reason: "I like it") == nil)
    vote = Self.events(
      vote,
      vote.poll.resolution(.decider, chosen: ["d"], who: "The mayor", reason: "Can start now"))
    let outcome = vote.room.workshop.outcome(of: vote.id)
    #expect(outcome?.chosen == ["b", "d"])
    #expect(outcome?.resolution?.who == "The mayor")
    #expect(outcome?.resolution?.reason == "Can start now")
  }

  @Test func `a lot is drawn again from its seed, and a false one settles nothing`() {
    var vote = Self.tied()
    let drawn = vote.tally.lot(seed: 2026)
    #expect(drawn.count == 1)
    #expect(vote.tally.lot(seed: 2026) == drawn)
    #expect(Set((0..<40).flatMap { vote.tally.lot(seed: $0) }) == ["a", "c", "d"])
    let other = ["a", "c", "d"].first { $0 != drawn[0] } ?? ""
    vote.room.when(
      .tieResolved(
        poll: vote.id, remedy: .lot, chosen: [other], who: nil, reason: nil, seed: 2026))
    #expect(vote.room.workshop.outcome(of: vote.id)?.isSettled == false)
    vote = Self.events(vote, vote.poll.resolution(.lot, seed: 2026))
    #expect(vote.room.workshop.outcome(of: vote.id)?.chosen == ["b"] + drawn)
    #expect(vote.room.workshop.outcome(of: vote.id)?.resolution?.seed == 2026)
  }

  @Test func `a run-off among exactly the tied settles it, one dot each`() throws {
    var vote = Self.tied()
    let opened = try #require(vote.poll.runoff as Event?)
    let second = vote.room.when(opened).description
    let poll = try #require(vote.room.workshop.poll(second))
    #expect(poll.runoffOf == vote.id)
    #expect(poll.options == ["a", "c", "d"] && poll.dots == 1 && poll.winners == 1)
    #expect(vote.room.workshop.outcome(of: vote.id)?.isSettled == false)
    vote.room.when(.ballotCast(poll: second, voter: "x", marks: ["d": 1]))
    vote.room.when(.pollRevealed(poll: second))
    let outcome = vote.room.workshop.outcome(of: vote.id)
    #expect(outcome?.chosen == ["b", "d"])
    #expect(outcome?.runoff == second)
    #expect(vote.room.workshop.lastOutcome?.poll.id == vote.id)
    #expect(vote.room.workshop.lastOutcome?.outcome == outcome)
  }

  @Test func `a run-off that ties again leaves those tied, and a remedy for it counts`() throws {
    var vote = Self.tied()
    let second = vote.room.when(try #require(vote.poll.runoff as Event?)).description
    for option in ["a", "d"] {
      vote.room.when(.ballotCast(poll: second, voter: option, marks: [option: 1]))
    }
    vote.room.when(.pollRevealed(poll: second))
    #expect(vote.room.workshop.outcome(of: vote.id)?.tied == ["a", "d"])
    vote = Self.events(vote, vote.room.workshop.poll(second)?.resolution(.lot, seed: 1))
    #expect(vote.room.workshop.outcome(of: vote.id)?.isSettled == true)
  }

  @Test func `nothing is settled before the result is revealed`() {
    var vote = Vote(.dots, ["a", "b"])
    vote.cast(["a": 1])
    vote.cast(["b": 1])
    #expect(vote.poll.runoff == nil)
    #expect(vote.poll.resolution(.lot, seed: 1) == nil)
    #expect(vote.room.workshop.outcome(of: vote.id) == nil)
  }

  @Test func `39 against 37 is a near-tie to thirty people with one dot on a card`() throws {
    var vote = Vote(.dots, ["a", "b", "c"], dots: 3, cap: 1)
    vote.room.when(
      .totalsCounted(
        poll: vote.id, totals: ["a": 39, "b": 37, "c": 14], voters: 30, way: .stickers))
    let near = try #require(vote.tally.nearTieAtCut)
    #expect(vote.tally.nearTies == [near])
    #expect(near.above == ["a"] && near.below == ["b"])
    #expect(near.ballotsToLevel == 2 && near.ballotsToSwap == 3)
    #expect(near.oneMoreBallot == .nothing)
  }

  @Test func `one ballot more levels or swaps what it can`() {
    func effect(_ a: Int, _ b: Int, cap: Int) -> Margin.Effect? {
      var vote = Vote(.dots, ["a", "b"], dots: 6, cap: cap)
      vote.room.when(.totalsCounted(poll: vote.id, totals: ["a": a, "b": b], voters: 9))
      return vote.tally.margins.first?.oneMoreBallot
    }
    #expect(effect(12, 11, cap: 1) == .levels)
    #expect(effect(12, 11, cap: 2) == .swaps)
    #expect(effect(12, 7, cap: 3) == .nothing)
    #expect(effect(7, 7, cap: 3) == nil)
  }

  @Test func `of grades and means a margin counts ballots too`() {
    var grades = Vote(.judgment, ["a", "b"])
    grades.cast(["a": 4, "b": 2], by: 3)
    let margin = grades.tally.margins.first
    #expect(margin?.ballotsToSwap == 3, "with three more the lower middle of b is its best grade")
    var means = Vote(.impact, ["a", "b"])
    means.cast(["impact:a": 3, "effort:a": 1, "impact:b": 2, "effort:b": 2])
    #expect(means.tally.margins.first?.ballotsToSwap == 1)
    #expect(means.tally.margins.first?.isNear == true)
  }
}
