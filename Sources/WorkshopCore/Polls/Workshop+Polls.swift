extension Workshop {
  mutating func applyToPolls(_ event: Event, _ entry: Entry) {
    switch event {
    case .pollOpened(
      let activity, let question, let method, let options, let dots, let cap, let winners,
      let settings, let runoffOf):
      let rules = Poll.Rules(
        method: method, options: options, dots: dots, cap: cap, winners: winners,
        settings: settings)
      var poll = Poll(
        id: entry.id.description, activity: activity, question: question, method: method,
        rules: rules, rulesStamp: entry.stamp, runoffOf: runoffOf, authors: authors(of: rules))
      poll.know(tokens)
      polls.append(poll)
    case .pollChanged(let poll, let dots, let cap, let winners):
      change(poll) { poll in
        guard poll.refusal(changing: dots, cap: cap, winners: winners) == nil else { return }
        poll.rules.dots = dots ?? poll.dots
        poll.rules.cap = min(cap ?? poll.cap, poll.rules.dots)
        poll.rules.winners = winners ?? poll.winners
        poll.rulesStamp = max(poll.rulesStamp, entry.stamp)
      }
    case .ballotCast(let poll, let voter, let marks, let way, let person, let reasons):
      change(poll) { poll in
        // The first version took ballots on paper alone.
        let ballot = Ballot(
          entry: entry.id, stamp: entry.stamp, way: way ?? .paper, voter: voter, marks: marks,
          reasons: reasons ?? [:], person: person)
        let objection =
          poll.proxyObjection(to: ballot)
          ?? poll.objection(to: marks, reasons: ballot.reasons, person: person)
        if let objection {
          poll.refusedBallots.append(
            RefusedBallot(
              entry: entry.id, way: ballot.way, voter: voter, objection: objection))
        } else {
          poll.ballots.append(ballot)
        }
      }
    case .totalsCounted(let poll, let totals, let voters, let way, let wall):
      change(poll) { poll in
        let place = Count.Place(way: way ?? .stickers, wall: wall ?? "")
        guard let known = poll.known(totals),
          Set(poll.counts.map(\.place)).union([place]).count <= Poll.mostWalls
        else { return }
        poll.counts.append(
          Count(
            entry: entry.id, by: entry.by, place: place, totals: known,
            voters: voters.map { min(max(0, $0), Count.most) }, isAfterClosing: !poll.isOpen))
      }
    case .pollClosed(let poll, let cut, let counts):
      change(poll) { poll in
        guard poll.cut == nil else { return }
        poll.cut = cut
        poll.closedCounts = counts.map(Set.init)
      }
    case .pollRevealed(let poll):
      change(poll) { $0.isRevealed = true }
    case .voterListed(let poll, let person): change(poll) { $0.listedVoters.insert(person) }
    case .tieResolved(let poll, let remedy, let chosen, let who, let reason, let seed):
      change(poll) {
        $0.resolutions.append(
          Resolution(
            entry: entry.id, by: entry.by, remedy: remedy, chosen: chosen, who: who,
            reason: reason, seed: seed))
      }
    case .tokensIssued(let marks):
      tokens.formUnion(marks)
      for index in polls.indices { polls[index].know(Set(marks)) }
    default: break
    }
  }

  private mutating func change(_ id: PollID, _ body: (inout Poll) -> Void) {
    guard let index = polls.firstIndex(where: { $0.id == id }) else { return }
    body(&polls[index])
  }

  /// Who wrote each option, as far as its card names people of the workshop, by id or by name.
  private func authors(of rules: Poll.Rules) -> [String: Set<CardID>] {
    guard let own = rules.settings.own, own != .counted else { return [:] }
    let names = Dictionary(
      people.map { ($0.text.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
    let known = Set(people.map(\.id))
    var authors: [String: Set<CardID>] = [:]
    for option in rules.options {
      let words = (cards[option]?.author ?? "").split(separator: ",").map {
        $0.drop(while: \.isWhitespace).description
      }
      let ids = words.compactMap { known.contains($0) ? $0 : names[$0.lowercased()] }
      if !ids.isEmpty { authors[option] = Set(ids) }
    }
    return authors
  }
}

extension Workshop {
  /// Where an event stands that is written apart from all others, so that nothing leads from it to a
  /// terminal, a person or a minute: a ballot given on a screen, unless it must name its voter. Nil for
  /// everything else, and for ballots in a vote of so many that its closing could not list them.
  public func stampAlone(_ event: Event) -> Stamp? {
    guard case .ballotCast(let id, let voter, _, let way?, nil, _) = event,
      [.terminal, .keyboard].contains(way), let poll = poll(id), poll.ballots.count < Self.mostAlone
    else { return nil }
    return poll.stamp(ofBallotBy: voter)
  }

  /// A closing names the last ballot of each writer, and has room for some eight hundred.
  private static let mostAlone = 500
}

extension Poll {
  /// Slips were printed: from now on ballots on screens need one, unless some came without.
  fileprivate mutating func know(_ marks: Set<String>) {
    let slips = marks.filter(Slip.isMark)
    guard !slips.isEmpty,
      slipVoters != nil || (isOpen && !ballots.contains { $0.way == .terminal })
    else { return }
    slipVoters = (slipVoters ?? []).union(slips.map { Slip.voter($0, in: id) })
  }

  /// Totals of this poll's own options; nil when a number makes no sense.
  fileprivate func known(_ totals: [String: Int]) -> [String: Int]? {
    let form = method.totals
    guard form != .never else { return nil }
    let most = form == .grades ? Count.mostGraded : Count.most
    guard totals.values.allSatisfy((0...most).contains) else { return nil }
    return totals.filter { key, _ in
      guard form == .grades else { return options.contains(key) }
      guard let parts = Poll.parts(key), let grade = Int(parts.part) else { return false }
      return options.contains(parts.option) && (0..<settings.gradeCount).contains(grade)
    }
  }
}
