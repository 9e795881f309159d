public import Workshop

extension StateDocument {
  /// A vote. Until it is revealed nothing of what was marked is in here, only how many voted.
  public struct Poll: Codable, Equatable, Sendable {
    public let id: PollID
    public let activity: ActivityID
    public let question: String
    public let method: String
    public let options: [Option]
    public let dots: Int
    public let cap: Int
    public let winners: Int
    public let open: Bool
    public let revealed: Bool
    public let voters: Int
    /// Best first; nil while sealed.
    public let results: [Result]?
    /// Every ballot that counts; nil while sealed.
    public let ballots: [Ballot]?
    /// Stickers counted on paper; nil while sealed.
    public let counted: Counted?

    init(_ poll: LivePoll, in workshop: Workshop) {
      id = poll.id
      activity = poll.activity
      question = poll.question
      method = poll.method.rawValue
      options = poll.options.map { Option(id: $0, label: workshop.label(ofOption: $0)) }
      dots = poll.dots
      cap = poll.cap
      winners = poll.winners
      open = poll.isOpen
      revealed = poll.isRevealed
      voters = poll.voters
      results =
        poll.isRevealed
        ? Tally(of: poll).rows.map { Result($0, label: workshop.label(ofOption: $0.option)) }
        : nil
      ballots = poll.isRevealed ? poll.marksWithoutNames.map { Ballot(marks: $0) } : nil
      counted =
        poll.isRevealed ? poll.counted.map { Counted(totals: $0.totals, voters: $0.voters) } : nil
    }
  }

  /// Totals by option that were counted on paper, and by how many voters, if anybody counted those.
  public struct Counted: Codable, Equatable, Sendable {
    public let totals: [String: Int]
    public let voters: Int?
  }

  /// What can be marked.
  public struct Option: Codable, Equatable, Sendable {
    public let id: String
    public let label: String
  }

  /// How an option fared.
  public struct Result: Codable, Equatable, Sendable {
    public let id: String
    public let label: String
    public let score: Int
    public let rank: Int
    public let chosen: Bool

    init(_ row: Tally.Row, label: String) {
      id = row.option
      self.label = label
      score = row.score
      rank = row.rank
      chosen = row.isChosen
    }
  }

  /// What one voter marked, dots by option, without saying who.
  public struct Ballot: Codable, Equatable, Sendable {
    public let marks: [String: Int]
  }
}

extension Poll {
  /// What each ballot that counts gave, in the order of the marks, which tells nothing about when they
  /// came or from whom.
  public var marksWithoutNames: [[String: Int]] {
    countedBallots.map { ballot in
      (options.map { ballot.marks[$0] ?? 0 }, ballot.marks.filter { $0.value > 0 })
    }
    .sorted { $1.0.lexicographicallyPrecedes($0.0) }
    .map(\.1)
  }
}
