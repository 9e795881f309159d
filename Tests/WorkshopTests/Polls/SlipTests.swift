import Testing

@testable import WorkshopCore

/// With slips only their ballots count on screens, and each is found again by its receipt.
@Suite struct SlipTests {
  /// A slow hash would tell nothing more here.
  private static let marks = ["$y$salt$one", "$y$salt$two"]
  private static func hash(_ text: String, _ setting: String) -> String? {
    setting == "$y$salt" ? "\(setting)$\(text == "k7f3m2q9x4" ? "one" : "other")" : nil
  }

  private func vote(_ marks: [String] = marks, late: Bool = false) -> Vote {
    var room = Room()
    if !late { room.when(.tokensIssued(marks: marks)) }
    var vote = Vote(.dots, ["a", "b"], dots: 2, in: room)
    if late { vote.room.when(.tokensIssued(marks: marks)) }
    return vote
  }

  private func cast(_ vote: inout Vote, _ voter: String, by writer: String = "ana") {
    vote.room.when(
      .ballotCast(poll: vote.id, voter: voter, marks: ["a": 1], way: .terminal), by: writer)
  }

  @Test func `a code finds its slip, and another code finds none`() throws {
    let workshop = vote().room.workshop
    let token = try #require(Token("k7f3m-2q9x4"))
    let slip = Slip(token, in: workshop, hash: Self.hash)
    #expect(slip?.mark == Self.marks[0])
    let other = try #require(Token("k7f3m-2q9x5"))
    #expect(Slip(other, in: workshop, hash: Self.hash) == nil)
    #expect(slip?.voter(in: "p-1") != slip?.voter(in: "p-2"))
    #expect(slip?.voter(in: "p-1").contains("one") == false)
  }

  @Test(arguments: [false, true])
  func `a ballot on a screen that belongs to no slip is never counted`(late: Bool) {
    var vote = vote(late: late)
    cast(&vote, Slip.voter(Self.marks[0], in: vote.id))
    cast(&vote, "invented", by: "eve")
    cast(&vote, "screen-1", by: "eve")
    #expect(vote.poll.voters == 1 && vote.poll.unknownBallots.count == 2)
    vote.room.when(.ballotCast(poll: vote.id, voter: "paper-ana-1-1", marks: ["b": 1], way: .paper))
    #expect(vote.poll.voters == 2, "paper needs no slip")
    vote.reveal()
    #expect(vote.poll.anonymousBallots.count == 2)
    #expect(vote.poll.lateBallots.isEmpty)
  }

  @Test func `without slips, and with those of the first version, every terminal is a voter`() {
    for marks in [[], ["0123456789abcdef0123"]] {
      var vote = vote(marks)
      cast(&vote, "screen-1")
      cast(&vote, "screen-2")
      #expect(vote.poll.voters == 2 && vote.poll.unknownBallots.isEmpty)
    }
  }

  @Test func `slips that are printed once terminals have voted take no ballot away`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2)
    cast(&vote, "screen-1")
    vote.room.when(.tokensIssued(marks: Self.marks))
    cast(&vote, Slip.voter(Self.marks[1], in: vote.id))
    #expect(vote.poll.voters == 2)
  }

  @Test func `that ballots were given again is told, never what they said`() {
    var vote = vote()
    let voter = Slip.voter(Self.marks[0], in: vote.id)
    cast(&vote, voter, by: "one")
    #expect(vote.poll.votersChanged == 0 && vote.poll.castings(of: voter) == 1)
    cast(&vote, voter, by: "two")
    #expect(vote.poll.votersChanged == 1 && vote.poll.voters == 1)
  }

  @Test func `a receipt stands beside its ballot alone, and none where the voter could be guessed`()
  {
    var vote = Vote(.dots, ["a", "b"], dots: 2)
    for (voter, way) in [
      ("screen-1", Ballot.Way.terminal), ("hand-77", .keyboard), ("table-2", .table),
      ("person-zoe", .keyboard), ("paper-ana-1-1", .paper), ("keyboard-ana-1-1", .keyboard),
    ] {
      vote.room.when(.ballotCast(poll: vote.id, voter: voter, marks: ["a": 1], way: way))
    }
    vote.reveal()
    let receipts = vote.poll.anonymousBallots.compactMap(\.receipt)
    #expect(receipts.count == 2 && Set(receipts).count == 2)
    #expect(vote.poll.receipt(of: "screen-1").map(receipts.contains) == true)
    #expect(vote.poll.receipt(of: "table-2") == nil)
    #expect(Receipt.isSame(" K7F 3m2", "k7f-3m2"))
  }
}
