import Testing

@testable import WorkshopCore

/// Ballots that one gives for people who are absent.
@Suite struct ProxyTests {
  private func cast(_ vote: inout Vote, _ voter: String) {
    vote.room.when(.ballotCast(poll: vote.id, voter: voter, marks: ["a": 1], way: .terminal))
  }

  @Test func `as many count as the vote allows, each apart from the voter's own`() {
    var vote = Vote(.single, ["a", "b"], settings: Poll.Settings(proxies: 2))
    #expect(vote.poll.nextProxy(of: "x") == 1)
    cast(&vote, "x")
    for number in [1, 2, 3] { cast(&vote, Proxy.voter(number, of: "x")) }
    #expect(vote.poll.voters == 3 && vote.poll.proxies == 2)
    #expect(vote.poll.nextProxy(of: "x") == nil)
    #expect(vote.poll.refusedBallots.map(\.objection) == [.tooManyProxies(allowed: 2)])
  }

  @Test func `without them such a ballot never counts, and a later one replaces its own alone`() {
    var vote = Vote(.single, ["a", "b"])
    cast(&vote, Proxy.voter(1, of: "x"))
    #expect(vote.poll.voters == 0 && vote.poll.nextProxy(of: "x") == nil)
    var other = Vote(.single, ["a", "b"], settings: Poll.Settings(proxies: 1))
    for voter in ["x", Proxy.voter(1, of: "x"), Proxy.voter(1, of: "x")] { cast(&other, voter) }
    #expect(other.poll.voters == 2)
  }

  @Test func `a name that looks like a proxy's is none at the keyboard`() {
    var vote = Vote(.single, ["a", "b"])
    vote.room.when(
      .ballotCast(poll: vote.id, voter: "person-c+1", marks: ["a": 1], way: .keyboard))
    #expect(vote.poll.voters == 1 && vote.poll.proxies == 0)
  }

  @Test func `a slip's proxies need its slip`() {
    var vote = Vote(.single, ["a", "b"], settings: Poll.Settings(proxies: 1))
    let mark = "$y$j9T$salt$hash"
    vote.room.when(.tokensIssued(marks: [mark]))
    cast(&vote, Proxy.voter(1, of: "stranger"))
    #expect(vote.poll.voters == 0)
  }
}
