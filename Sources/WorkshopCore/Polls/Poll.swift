/// A question with a method, a frozen list of options and the ballots cast.
///
/// Until it is revealed nothing of what was marked can be read from outside this module but numbers of
/// voters: `result`, `anonymousBallots` and `Workshop.outcome(of:)` are empty before.
public struct Poll: Equatable, Sendable, Identifiable {
  public let id: PollID
  public let activity: ActivityID
  public internal(set) var question: String
  public let method: Method
  /// The frozen options and what a voter may do with them; changes while open.
  public internal(set) var rules: Rules
  /// When the rules became what they are: the stamp of the entry that opened the vote or changed it last.
  var rulesStamp: Stamp
  /// The vote whose tie this one is to break, among exactly the tied.
  public let runoffOf: PollID?
  public internal(set) var isRevealed = false
  /// The last sequence counted of each writer, once closed.
  public internal(set) var cut: [String: Int]?
  /// The counts that count, once closed; nil in closings of the first version: those before it.
  var closedCounts: Set<EntryID>?
  /// Every ballot that arrived, in order; a voter's later one replaces the earlier.
  var ballots: [Ballot] = []
  /// Who voted, where the vote lists names: people alone, which lead to no ballot.
  var listedVoters: Set<CardID> = []
  /// Ballots that the rules, as they stood, did not allow.
  public internal(set) var refusedBallots: [RefusedBallot] = []
  /// Every count of stickers or hands that arrived, in order.
  var counts: [Count] = []
  /// What was done about ties, in order.
  public internal(set) var resolutions: [Resolution] = []
  /// The voters of the slips that were printed, where ballots on screens need one; nil: they need none.
  var slipVoters: Set<String>?
  /// Who wrote each option, as far as known: people's ids when the vote opened.
  let authors: [String: Set<CardID>]

  public var isOpen: Bool { cut == nil }
  /// Cards' ids, or plain texts; frozen when the poll opened.
  public var options: [String] { rules.options }
  /// What each voter has to spend: dots, points, credits, ticks or places.
  public var dots: Int { rules.dots }
  /// The most one voter may put on one option.
  public var cap: Int { rules.cap }
  /// How many options come above the cut line.
  public var winners: Int { rules.winners }
  public var settings: Settings { rules.settings }

  /// The result; nil until it is revealed, for everybody.
  public var result: Tally? { isRevealed ? Tally(of: self) : nil }

  /// The same ballots under other rules; nil until the result is revealed, and where there is nothing to
  /// compare. It takes longer than the result: not for every frame of a long list.
  public var recount: Recount? { isRevealed ? Recount(of: self) : nil }

  /// The ballots that count: each voter's last one within the cut. Their marks stay in this module.
  public var countedBallots: [Ballot] {
    var last: [String: Ballot] = [:]
    for ballot in ballots where isWithinCut(ballot) && isKnown(ballot) {
      last[ballot.voter] = ballot
    }
    return last.values.sorted { $0.entry < $1.entry }
  }

  /// Ballots on screens that belong to no slip that was printed, although they need one: never counted.
  public var unknownBallots: [Ballot] { ballots.filter { !isKnown($0) } }

  /// How many voters on screens gave more than one ballot, of which the last one counts.
  public var votersChanged: Int {
    Dictionary(grouping: ballots.filter { $0.way == .terminal && isKnown($0) }, by: \.voter)
      .values.count { $0.count > 1 }
  }

  /// Where a voter's next ballot stands in the order of entries: after the rules it was filled under, and
  /// after the ballots that it replaces. It tells nothing of when it was given.
  public func stamp(ofBallotBy voter: String) -> Stamp {
    let before = ballots.filter { $0.voter == voter }.map(\.stamp).max()
    var clock = HybridClock(latest: max(rulesStamp, before ?? rulesStamp))
    return clock.tick(now: 0)
  }

  private func isKnown(_ ballot: Ballot) -> Bool {
    ballot.way != .terminal || slipVoters?.contains(Proxy.giver(of: ballot.voter)) ?? true
  }

  /// Ballots that came after the cut.
  public var lateBallots: [Ballot] { ballots.filter { !isWithinCut($0) && isKnown($0) } }

  private func isWithinCut(_ ballot: Ballot) -> Bool {
    guard let cut else { return true }
    return ballot.entry.sequence <= cut[ballot.entry.writer] ?? 0
  }

  /// The counts that count: the latest of each wall and way; different walls add up.
  public var countedTotals: [Count] {
    var last: [Count.Place: Count] = [:]
    for count in counts where isCounted(count) { last[count.place] = count }
    return last.values.sorted { $0.entry < $1.entry }
  }

  /// Counts that came after the vote was closed.
  public var lateCounts: [Count] { counts.filter { !isCounted($0) } }

  private func isCounted(_ count: Count) -> Bool {
    closedCounts.map { $0.contains(count.entry) } ?? !count.isAfterClosing
  }

  /// The count as somebody last typed it for a wall, so that the same person can mend it; nil where it
  /// is another's, whose numbers stay sealed.
  public func typedCount(
    _ way: Ballot.Way = .stickers, wall: String = "", by name: String
  ) -> Count? {
    countedTotals.last { $0.place == Count.Place(way: way, wall: wall) && $0.by == name }
  }

  /// Who counted a wall last; nil where nobody did.
  public func counter(_ way: Ballot.Way = .stickers, wall: String = "") -> String? {
    countedTotals.last { $0.place == Count.Place(way: way, wall: wall) }?.by
  }

  /// What a voter marked last, for the terminal at which this very voter sits, so that a ballot can be
  /// mended until the vote is closed.
  public func ownBallot(of voter: String) -> (marks: [String: Int], reasons: [String: String])? {
    ballots.last { $0.voter == voter }.map { ($0.marks, $0.reasons) }
  }

  /// The event that closes the vote on exactly what is known here.
  public var closing: Event {
    var cut: [String: Int] = [:]
    for entry in ballots.map(\.entry) + refusedBallots.map(\.entry) {
      cut[entry.writer] = max(cut[entry.writer] ?? 0, entry.sequence)
    }
    return .pollClosed(poll: id, cut: cut, counts: countedTotals.map(\.entry))
  }

  /// The most dots a voter can have, lest sums overflow; far beyond what a room can place.
  package static let mostDots = 1_000
  /// The most walls that are counted one by one.
  static let mostWalls = 100
}
