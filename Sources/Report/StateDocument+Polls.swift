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
      results = poll.result?.rows.map {
        Result($0, label: workshop.label(ofOption: $0.option))
      }
      ballots = poll.isRevealed ? poll.anonymousBallots.map(Ballot.init) : nil
    }
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
    /// Whole, or the value of a fraction.
    public let score: Double
    public let rank: Int
    public let chosen: Bool

    init(_ row: Tally.Row, label: String) {
      id = row.option
      self.label = label
      score = row.score.value
      rank = row.rank
      chosen = row.isChosen
    }
  }

  /// What one voter marked, dots by option, without saying who.
  public struct Ballot: Codable, Equatable, Sendable {
    public let marks: [String: Int]
    /// Why the voter objected, by option; nil where nobody asked.
    public let reasons: [String: String]?

    init(_ ballot: AnonymousBallot) {
      marks = ballot.marks
      reasons = ballot.reasons.isEmpty ? nil : ballot.reasons
    }
  }
}
