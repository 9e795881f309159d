/// How many voted in one way.
public struct Turnout: Equatable, Sendable {
  public let way: Ballot.Way
  public let voters: Int
}

extension Poll {
  /// How many people voted, in all ways. Where each mark is one person's, hands are counted by them.
  public var voters: Int { turnout.map(\.voters).reduce(0, +) }

  /// How many people voted, by the way in which they did; all that is public before the result.
  public var turnout: [Turnout] {
    var voters: [Ballot.Way: Int] = [:]
    for ballot in countedBallots { voters[ballot.way, default: 0] += 1 }
    for count in countedTotals { voters[count.place.way, default: 0] += people(in: count) }
    return Ballot.Way.allCases.compactMap { way in
      voters[way].map { Turnout(way: way, voters: $0) }
    }
  }

  func people(in count: Count) -> Int {
    let isOneEach = method.form == .choice
    return count.voters ?? (isOneEach ? count.totals.values.reduce(0, +) : 0)
  }

  /// How many ballots that count mark nothing: whoever gave them abstains.
  public var abstained: Int {
    guard method.voting.isBlankNothing else { return 0 }
    return countedBallots.count { ballot in
      method.voting.isZeroMark
        ? ballot.marks.isEmpty : ballot.marks.values.allSatisfy { $0 == 0 }
    }
  }

  /// How many of those who voted were represented by others.
  public var proxies: Int { countedBallots.count { $0.proxy != nil } }

  /// How many more must vote for the result to hold; 0 where that many did, or any number may.
  public var lacksForQuorum: Int { max(0, (settings.quorum ?? 0) - voters) }

  /// Who voted, sorted by id; empty unless the poll lists names, and without anybody who is not known.
  public var namedVoters: [CardID] {
    guard settings.namesVoters == true else { return [] }
    return listedVoters.union(countedBallots.compactMap(\.person)).sorted()
  }

  /// Every ballot that counts, as it is counted, in the order of their marks, which tells nothing of when
  /// they came or from whom; empty until the result is revealed. Anybody can recount by hand from it.
  public var anonymousBallots: [AnonymousBallot] {
    guard isRevealed else { return [] }
    let ballots = BallotBox(self).ballots
    let isMark = method.voting.isZeroMark
    let keys = method.voting.isKeyed ? Set(ballots.flatMap(\.marks.keys)).sorted() : options
    return ballots.map { ballot in
      let marks = ballot.marks.filter { $0.value > 0 || isMark }
      return (
        keys.map { marks[$0] ?? -1 },
        AnonymousBallot(marks: marks, reasons: ballot.reasons, receipt: Receipt.of(ballot))
      )
    }
    .sorted { a, b in
      a.0 == b.0
        ? Self.words(of: a.1).lexicographicallyPrecedes(Self.words(of: b.1))
        : b.0.lexicographicallyPrecedes(a.0)
    }
    .map(\.1)
  }

  private static func words(of ballot: AnonymousBallot) -> [String] {
    ballot.reasons.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
      + [ballot.receipt ?? ""]
  }
}
