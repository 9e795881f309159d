import Testing

@testable import WorkshopCore

/// Consent: whatever nobody objects to is agreed, however many places there are.
@Suite struct ConsentTests {
  private static let options = ["a", "b", "c", "d", "e", "f", "g", "h"]

  /// A vote in which the first options are agreed and the others have an objection each.
  private func vote(agreed: Int, winners: Int) -> Vote {
    var vote = Vote(.consent, Self.options, winners: winners)
    let against = Self.options.dropFirst(agreed)
    vote.cast(
      Dictionary(uniqueKeysWithValues: against.map { ($0, 1) }),
      reasons: Dictionary(uniqueKeysWithValues: against.map { ($0, "no") }))
    vote.cast([:], by: 3)
    vote.reveal()
    return vote
  }

  @Test(arguments: [(3, 2), (7, 5), (1, 5), (5, 5), (8, 1), (4, 0)])
  func `all that is agreed is chosen, more than there are places too`(agreed: Int, winners: Int) {
    let vote = vote(agreed: agreed, winners: winners)
    #expect(vote.tally.chosen == Array(Self.options.prefix(agreed)))
    #expect(vote.tally.tied.isEmpty && vote.tally.nearTieAtCut == nil)
    let outcome = vote.room.workshop.outcome(of: vote.id)
    #expect(outcome?.chosen == Array(Self.options.prefix(agreed)))
    #expect(outcome?.isSettled == true)
  }

  @Test func `what has one objection is not agreed, and without a voter nothing is`() {
    #expect(vote(agreed: 0, winners: 2).tally.chosen.isEmpty)
    var nobody = Vote(.consent, ["a", "b"], winners: 1)
    nobody.reveal()
    #expect(nobody.tally.chosen.isEmpty)
  }
}
