import Foundation
import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// How ballots come in, what is told of them, and what stays sealed.
@Suite struct BallotTests {
  @Test func `paper, hands and screens are counted separately and together`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    vote.cast(["a": 2], by: 3, way: .paper)
    vote.cast(["b": 1], by: 2, way: .terminal)
    vote.cast(["b": 2], way: .table)
    vote.room.when(.totalsCounted(poll: vote.id, totals: ["b": 4], voters: 4, way: .hands))
    #expect(vote.poll.voters == 10)
    let turnout = [(Ballot.Way.paper, 3), (.table, 1), (.terminal, 2), (.hands, 4)]
    let expected = turnout.map { Turnout(way: $0.0, voters: $0.1) }
    #expect(vote.poll.turnout == expected)
    #expect(vote.scores == ["a": 6, "b": 8])
    func parts(_ option: String) -> [Int] {
      vote.tally.parts.map { $0.scores[option]?.whole ?? 0 }
    }
    #expect(parts("b") == [0, 2, 2, 4])
    #expect(parts("a") == [6, 0, 0, 0])
  }

  @Test func `counts of different walls add up, a later one of the same wall replaces it`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    vote.room.when(
      .totalsCounted(poll: vote.id, totals: ["a": 5], voters: 3, wall: "left"), by: "ana")
    vote.room.when(
      .totalsCounted(poll: vote.id, totals: ["a": 2], voters: 2, wall: "right"), by: "ben")
    vote.room.when(
      .totalsCounted(poll: vote.id, totals: ["a": 6], voters: 3, wall: "left"), by: "cleo")
    #expect(vote.scores == ["a": 8, "b": 0])
    #expect(vote.poll.countedTotals.map(\.by) == ["ben", "cleo"])
    #expect(vote.poll.typedCount(wall: "left", by: "cleo")?.totals == ["a": 6])
    #expect(vote.poll.typedCount(wall: "left", by: "ana") == nil, "another's count stays sealed")
    #expect(vote.poll.counter(wall: "left") == "cleo")
  }

  @Test func `a count that the closing had not seen is late, whatever its clock says`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    // Ben's laptop is behind: what he counted sorts first, and arrives last.
    let unseen = vote.room.entry(
      .totalsCounted(poll: vote.id, totals: ["b": 9], voters: 9), by: "ben")
    vote.room.second += 60
    vote.room.when(.totalsCounted(poll: vote.id, totals: ["a": 1], voters: 1), by: "ana")
    vote.room.when(vote.poll.closing)
    vote.room.take(unseen)
    vote.room.when(.totalsCounted(poll: vote.id, totals: ["b": 8], voters: 8), by: "cleo")
    #expect(vote.scores == ["a": 1, "b": 0])
    #expect(vote.poll.lateCounts.map(\.by) == ["ben", "cleo"])
  }

  @Test(arguments: [-3600, 3600])
  func `with clocks an hour apart both machines count the same ballots`(skew: Int) {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    let second = vote.room.second
    vote.room.second = second + max(0, skew)
    let seen = vote.room.entry(
      .ballotCast(poll: vote.id, voter: "x", marks: ["a": 1]), by: "ben")
    let unseen = vote.room.entry(
      .ballotCast(poll: vote.id, voter: "y", marks: ["b": 2]), by: "ben")
    vote.room.take(seen)
    let closing = vote.poll.closing
    // The clock that closes follows the one that is ahead.
    vote.room.second = second + max(0, skew) + 1
    vote.room.when(closing)
    vote.room.take(unseen)
    #expect(vote.scores == ["a": 1, "b": 0])
    #expect(vote.tally.late == 1)
    let other = History(plan: Room.plan, entries: vote.room.history.entries.reversed())
    #expect(other.workshop.polls.first.map { Tally(of: $0) } == vote.tally)
  }

  @Test func `a ballot that was marked and not submitted counts as nothing, the one before stays`()
  {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    vote.room.when(.ballotCast(poll: vote.id, voter: "x", marks: ["a": 1]))
    // The terminal is killed over its new marks; it comes back and finds what it had cast.
    #expect(vote.poll.ownBallot(of: "x")?.marks == ["a": 1])
    #expect(vote.poll.ownBallot(of: "y") == nil)
    #expect(vote.scores == ["a": 1, "b": 0])
  }

  @Test func `a refused ballot is listed with its reason, and the voter's earlier one counts`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    vote.room.when(.ballotCast(poll: vote.id, voter: "x", marks: ["a": 1]))
    vote.room.when(.ballotCast(poll: vote.id, voter: "x", marks: ["a": 2, "b": 1]))
    #expect(vote.poll.refusedBallots.map(\.objection) == [.overBudget(3, dots: 2)])
    #expect(vote.scores == ["a": 1, "b": 0])
    #expect(vote.tally.refused == 1)
  }

  @Test func `settings change while open and never below what is spent`() {
    var vote = Vote(.dots, ["a", "b", "c"], dots: 3, cap: 2)
    vote.cast(["a": 2, "b": 1])
    #expect(vote.poll.refusal(changing: 2) == .spent(3))
    #expect(vote.poll.refusal(cap: 1) == .placed(2))
    #expect(vote.poll.refusal(changing: 4, cap: 5) == .outOfRange(4))
    #expect(vote.poll.refusal(winners: -1) == .outOfRange(1000))
    vote.room.when(.pollChanged(poll: vote.id, dots: 2, cap: nil, winners: nil))
    #expect(vote.poll.dots == 3, "it came too late")
    vote.room.when(.pollChanged(poll: vote.id, dots: 5, cap: 3, winners: 2))
    #expect(vote.poll.dots == 5 && vote.poll.cap == 3 && vote.poll.winners == 2)
    vote.cast(["a": 3, "b": 2])
    #expect(vote.tally.ballots == 2)
    vote.room.when(vote.poll.closing)
    #expect(vote.poll.refusal(winners: 1) == .closed)
    #expect(Vote(.judgment, ["a"]).poll.refusal(changing: 2) == .nothingToSpend)
  }

  @Test func `nothing of a sealed vote can be had but numbers`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    vote.cast(["a": 2], person: "zoe")
    vote.room.when(vote.poll.closing)
    #expect(vote.poll.result == nil && vote.poll.recount == nil)
    #expect(vote.poll.anonymousBallots.isEmpty)
    #expect(vote.poll.namedVoters.isEmpty)
    #expect(vote.room.workshop.outcome(of: vote.id) == nil)
    #expect(vote.room.workshop.lastOutcome == nil)
    #expect(vote.poll.voters == 1)
    vote.room.when(.pollRevealed(poll: vote.id))
    #expect(vote.poll.result?.chosen == ["a"])
    #expect(vote.poll.anonymousBallots == [AnonymousBallot(marks: ["a": 2], reasons: [:])])
  }

  @Test func `names of voters are listed where the poll asks for it, without marks`() {
    var vote = Vote(.dots, ["a"], settings: .init(namesVoters: true))
    vote.cast(["a": 1], person: "zoe")
    vote.cast(["a": 1])
    #expect(vote.poll.namedVoters == ["zoe"])
  }

  @Test(arguments: [Poll.OwnIdeas.refused, .ignored, .counted], ["zoe", "zoé", "Ana, Zoé"])
  func `a mark on one's own idea is refused, ignored or counted`(
    own: Poll.OwnIdeas, author: String
  ) {
    var room = Room()
    let mine = room.card("Mine", fields: [Card.author: author])
    let other = room.card("Other")
    var vote = Vote(.dots, [mine, other], dots: 2, cap: 1, settings: .init(own: own), in: room)
    #expect(vote.poll.objection(to: [mine: 1]) == nil, "nobody knows whose ballot it is")
    let objection = vote.poll.objection(to: [mine: 1], person: "zoe")
    #expect(objection == (own == .refused ? .ownIdea(mine) : nil))
    vote.cast([mine: 1, other: 1], person: "zoe")
    let expected: [Poll.OwnIdeas: [Int?]] = [
      .refused: [0, 0], .ignored: [0, 1], .counted: [1, 1],
    ]
    let scores: [Int?] = [vote.scores[mine], vote.scores[other]]
    #expect(scores == expected[own])
  }

  @Test func `every ballot has an order of its own, the same each time`() {
    let poll = Vote(.dots, (0..<12).map(String.init)).poll
    let orders = (0..<30).map { poll.order(forVoter: "v\($0)") }
    #expect(orders == (0..<30).map { poll.order(forVoter: "v\($0)") })
    #expect(orders.allSatisfy { Set($0) == Set(poll.options) && $0.count == 12 })
    #expect(Set(orders).count == 30)
    #expect(Set(orders.map(\.[0])).count > 6)
  }

  @Test func `a paper cast twice with the same marks is confirmed, and a correction shows`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    func cast(_ number: Int, _ marks: [String: Int], by: String = "ana") {
      vote.room.when(
        .ballotCast(poll: vote.id, voter: "paper-ana-17-\(number)", marks: marks, way: .paper),
        by: by)
    }
    cast(1, ["a": 1])
    cast(2, ["a": 2])
    cast(3, ["b": 1])
    #expect(vote.poll.secondEntry == nil)
    // Ben has the papers, at another terminal.
    cast(1, ["a": 1, "b": 0], by: "ben")
    cast(2, ["a": 1, "b": 1], by: "ben")
    #expect(vote.poll.piles.first?.papers[2]?.isConfirmed == false, "a correction is read twice")
    cast(2, ["b": 1, "a": 1], by: "ben")
    let pile = vote.poll.piles.first
    #expect(vote.poll.piles.count == 1 && pile?.id == "paper-ana-17")
    #expect(pile?.papers.filter(\.value.isConfirmed).keys.sorted() == [1, 2])
    #expect(pile?.papers.filter(\.value.isCorrected).keys.sorted() == [2])
    #expect(pile?.isConfirmed == false && vote.poll.voters == 3)
    #expect(vote.scores == ["a": 2, "b": 2])
    // Whoever changes a ballot once more has to read it again.
    cast(1, ["b": 2])
    #expect(vote.poll.secondEntry?.confirmed == 1 && vote.poll.secondEntry?.of == 3)
  }

  /// The examples of FIPS 180-4 (https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values).
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `SHA-256 gives the published digests`(text: String, digest: String) {
    #expect(SHA256.hex(text) == digest)
  }

  @Test func `a token is read as people type it and leaves no trace that leads back`() throws {
    var random = SplitMix64(seed: 1)
    let token = Token.draw(using: &random)
    let text = token.description
    #expect(text.count == 11)
    #expect(Token(text.uppercased()) == token)
    #expect(Token(text.replacingOccurrences(of: "-", with: " ")) == token)
    #expect(Token("ILO00-00000") == Token("11000-00000"))
    #expect(Token("short") == nil && Token("k7f3m-2q9xu") == nil)
    let voters = [token.voter(in: "p-1"), token.voter(in: "p-2"), token.mark]
    #expect(Set(voters).count == 3)
    #expect(token.voter(in: "p-1") == voters[0])
    let letters = text.replacingOccurrences(of: "-", with: "")
    #expect(voters.allSatisfy { !$0.contains(letters) && $0.count == 20 })
  }

  @Test func `a token is known once its slip was printed`() {
    var random = SplitMix64(seed: 1)
    let (token, other) = (Token.draw(using: &random), Token.draw(using: &random))
    var room = Room()
    #expect(!room.workshop.knows(token))
    room.when(.tokensIssued(marks: [token.mark]))
    #expect(room.workshop.knows(token) && !room.workshop.knows(other))
  }
}
