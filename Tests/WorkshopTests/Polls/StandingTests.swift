import Testing

@testable import WorkshopCore

/// What became of one voter's ballot.
@Suite struct StandingTests {
  private let vote = Vote(.dots, ["a", "b", "c"], dots: 2, cap: 1)

  @Test func `a voter hears of an own ballot alone`() {
    var vote = vote
    #expect(vote.poll.standing(of: "v1") == .none)
    vote.cast(["a": 1])
    #expect(vote.poll.standing(of: "v1") == .counted && vote.poll.standing(of: "v2") == .none)
  }

  @Test func `a ballot over its budget is refused with the reason, and a good one is counted`() {
    var vote = vote
    vote.cast(["a": 2])
    #expect(vote.poll.standing(of: "v1") == .refused(.overCap(2, cap: 1)))
    vote.room.when(.ballotCast(poll: vote.id, voter: "v1", marks: ["a": 1]))
    #expect(vote.poll.standing(of: "v1") == .counted && vote.poll.voters == 1)
  }

  @Test func `what comes after the closing is late, and an earlier ballot still counts`() {
    var vote = vote
    vote.cast(["a": 1])
    vote.room.when(vote.poll.closing)
    vote.room.when(.ballotCast(poll: vote.id, voter: "v1", marks: ["b": 1]))
    vote.room.when(.ballotCast(poll: vote.id, voter: "v2", marks: ["b": 1]))
    #expect(vote.poll.standing(of: "v1") == .late(earlierCounts: true))
    #expect(vote.poll.standing(of: "v2") == .late(earlierCounts: false))
    #expect(vote.poll.voters == 1 && vote.poll.lateBallots.count == 2)
  }

  @Test func `clocks an hour apart change neither the cut nor what is late`() {
    let hour: Int64 = 3_600_000
    let poll = EntryID(writer: "desk", sequence: 1)
    func entry(_ writer: String, _ sequence: Int, _ at: Int64, _ event: Event) -> Entry {
      Entry(
        id: EntryID(writer: writer, sequence: sequence), stamp: Stamp(milliseconds: at), at: "",
        by: writer, event: event)
    }
    func ballot(_ voter: String, _ option: String) -> Event {
      .ballotCast(poll: poll.description, voter: voter, marks: [option: 1], way: .terminal)
    }
    let opening = Event.pollOpened(
      activity: "vote", question: "Which?", method: .dots, options: ["a", "b"], dots: 1, cap: 1,
      winners: 1)
    // The slow laptop's ballot was cast before the closing that had seen it, and is stamped after;
    // the other's came after, and is stamped an hour before.
    let entries = [
      entry("desk", 1, 0, opening), entry("fast", 1, hour, ballot("fast", "a")),
      entry("desk", 2, 10, .pollClosed(poll: poll.description, cut: ["fast": 1])),
      entry("slow", 1, 5, ballot("slow", "b")),
    ]
    for order in [entries, entries.reversed()] {
      let workshop = History(plan: Plan(title: ""), entries: order).workshop
      let poll = workshop.poll(poll.description)
      #expect(poll?.standing(of: "fast") == .counted)
      #expect(poll?.standing(of: "slow") == .late(earlierCounts: false))
      #expect(poll?.voters == 1)
    }
  }
}
