/// What a revealed vote chose in the end, once ties at the line were seen to.
public struct PollOutcome: Equatable, Sendable {
  /// What clearly stood above the line, best first, then what the remedies added.
  public let chosen: [String]
  /// What is still tied across the line; empty when everything is settled.
  public let tied: [String]
  /// What was done about the tie: by whom, why; nil without one, or after a run-off.
  public let resolution: Resolution?
  /// The run-off that was held and revealed.
  public let runoff: PollID?

  public var isSettled: Bool { tied.isEmpty }
}

extension Workshop {
  /// What a vote chose, run-offs and other remedies included; nil until it is revealed.
  ///
  /// The last remedy that settles the tie counts, then the last run-off among exactly the tied. A vote
  /// decides nothing by itself: a decision may differ, and says why.
  public func outcome(of id: PollID) -> PollOutcome? {
    // A list: whether something is known is no value that could be kept.
    once("outcome", id) { [workedOutOutcome(of: id)].compactMap { $0 } }.first
  }

  private func workedOutOutcome(of id: PollID) -> PollOutcome? {
    guard let poll = poll(id), let tally = poll.result else { return nil }
    let tied = tally.tied.map(\.option)
    guard !tied.isEmpty else {
      return PollOutcome(chosen: tally.chosen, tied: [], resolution: nil, runoff: nil)
    }
    let settled = poll.resolutions.last {
      tally.objection(to: $0.remedy, chosen: $0.chosen, reason: $0.reason, seed: $0.seed) == nil
    }
    if let settled {
      return PollOutcome(
        chosen: tally.chosen + settled.chosen, tied: [], resolution: settled, runoff: nil)
    }
    // A run-off opens after its parent: the chain ends.
    let runoff = polls.last {
      $0.runoffOf == id && $0.isRevealed && Set($0.options) == Set(tied)
    }
    if let runoff, let second = outcome(of: runoff.id) {
      let none = second.chosen.isEmpty && second.tied.isEmpty
      return PollOutcome(
        chosen: tally.chosen + second.chosen, tied: none ? tied : second.tied,
        resolution: second.resolution, runoff: runoff.id)
    }
    return PollOutcome(chosen: tally.chosen, tied: tied, resolution: nil, runoff: nil)
  }

  /// The vote that a run-off goes back to, or the vote itself.
  public func origin(of poll: Poll) -> Poll {
    guard let parent = poll.runoffOf.flatMap(self.poll) else { return poll }
    return origin(of: parent)
  }

  /// The last revealed vote on options, and what it chose; a scale chooses nothing.
  public var lastOutcome: (poll: Poll, outcome: PollOutcome)? {
    guard let last = polls.last(where: { $0.isRevealed && !$0.method.isScale }) else { return nil }
    let poll = origin(of: last)
    return outcome(of: poll.id).map { (poll, $0) }
  }
}
