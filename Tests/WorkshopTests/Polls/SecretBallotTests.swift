import Testing
import WorkshopCore

/// What stands in the journals of a ballot on a screen, and of who voted.
@Suite struct SecretBallotTests {
  @Test func `a ballot stands where its rules do, whenever it is given`() throws {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    let event = Event.ballotCast(poll: vote.id, voter: "x", marks: ["a": 1], way: .terminal)
    let early = vote.room.workshop.stampAlone(event)
    vote.room.second += 600
    #expect(vote.room.workshop.stampAlone(event) == early)
    vote.room.when(.pollChanged(poll: vote.id, dots: 3, cap: nil, winners: nil))
    let later = try #require(vote.room.workshop.stampAlone(event))
    #expect(early.map { $0 < later } == true)
  }

  @Test func `a voter's next ballot stands after the one before`() throws {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    func event(_ option: String) -> Event {
      .ballotCast(poll: vote.id, voter: "x", marks: [option: 1], way: .terminal)
    }
    // The ids sort the other way round: the stamps decide.
    for (writer, option) in [("zz", "a"), ("aa", "b")] {
      let stamp = try #require(vote.room.workshop.stampAlone(event(option)))
      vote.room.take(
        Entry(
          id: EntryID(writer: writer, sequence: 1), stamp: stamp, at: "", by: "",
          event: event(option)))
    }
    #expect(vote.scores == ["a": 0, "b": 1])
  }

  @Test(arguments: [Ballot.Way.paper, .table])
  func `what is typed for others stands in the typist's journal`(way: Ballot.Way) {
    let vote = Vote(.dots, ["a"], dots: 1)
    let event = Event.ballotCast(poll: vote.id, voter: "1", marks: ["a": 1], way: way)
    #expect(vote.room.workshop.stampAlone(event) == nil)
    let named = Event.ballotCast(
      poll: vote.id, voter: "1", marks: ["a": 1], way: .keyboard, person: "zoe")
    #expect(vote.room.workshop.stampAlone(named) == nil)
  }

  @Test func `who voted is listed apart from the ballots`() {
    var vote = Vote(.dots, ["a"], settings: .init(namesVoters: true))
    vote.room.when(.ballotCast(poll: vote.id, voter: "hand-1", marks: ["a": 1], way: .keyboard))
    vote.room.when(.voterListed(poll: vote.id, person: "zoe"))
    #expect(vote.poll.namedVoters == ["zoe"] && vote.poll.voters == 1)
  }

  @Test func `a ballot without any grade abstains, one that rejects all does not`() {
    var vote = Vote(.judgment, ["a"])
    vote.cast(["a": 4], by: 2)
    vote.cast([:])
    vote.cast(["a": 0])
    #expect(vote.scores == ["a": 4] && vote.poll.abstained == 1 && vote.poll.voters == 4)
  }
}
