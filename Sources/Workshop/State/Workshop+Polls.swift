extension Workshop {
  mutating func applyToPolls(_ event: Event, _ entry: Entry) {
    switch event {
    case .pollOpened(
      let activity, let question, let method, let options, let dots, let cap, let winners):
      var seen: Set<String> = []
      let most = method == .scale ? 1 : Poll.mostDots
      let dots = min(max(1, dots), most)
      polls.append(
        Poll(
          id: entry.id.description, activity: activity, question: question, method: method,
          options: options.filter { seen.insert($0).inserted }, dots: dots,
          cap: min(max(1, cap), dots), winners: winners))
    case .ballotCast(let poll, let voter, let marks):
      change(poll) { poll in
        guard poll.objection(to: marks) == nil else { return }
        poll.ballots.append(Ballot(entry: entry.id, voter: voter, marks: marks))
      }
    case .totalsCounted(let poll, let totals, let voters):
      change(poll) { poll in
        guard poll.isOpen, totals.values.allSatisfy((0...Count.most).contains) else { return }
        let known = totals.filter { poll.options.contains($0.key) }
        poll.counted = Count(totals: known, voters: voters.map { min(max(0, $0), Count.most) })
      }
    case .pollClosed(let poll, let cut):
      change(poll) { poll in if poll.cut == nil { poll.cut = cut } }
    case .pollRevealed(let poll):
      change(poll) { $0.isRevealed = true }
    default: break
    }
  }

  private mutating func change(_ id: PollID, _ body: (inout Poll) -> Void) {
    guard let index = polls.firstIndex(where: { $0.id == id }) else { return }
    body(&polls[index])
  }
}
