public import WorkshopCore

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
    /// What the method asks besides dots; nil: the usual.
    public let settings: WorkshopCore.Poll.Settings?
    /// The vote whose tie this one is to break.
    public let runoffOf: PollID?
    public let open: Bool
    public let revealed: Bool
    public let voters: Int
    /// Of weighted criteria, and of impact and effort: the parts of every mark, with what they weigh; nil
    /// for other methods.
    public let criteria: [Part]?
    /// What grades are called, the worst first: a mark of 0 is the first; nil for other methods.
    public let grades: [String]?
    /// How many ballots mark nothing; nil while sealed.
    public let abstained: Int?
    /// Best first; nil while sealed.
    public let results: [Result]?
    /// Every ballot that counts; nil while sealed.
    public let ballots: [Ballot]?
    /// Stickers and hands that were counted; nil while sealed, and where there were none.
    public let counted: [Counted]?
    /// What was done about a tie; nil while sealed, and where nothing was.
    public let remedies: [Remedy]?

    init(_ poll: WorkshopCore.Poll, in workshop: Workshop, _ say: (Localized) -> String) {
      id = poll.id
      activity = poll.activity
      question = poll.question
      method = poll.method.rawValue
      options = poll.options.map { Option(id: $0, label: workshop.label(ofOption: $0)) }
      dots = poll.dots
      cap = poll.cap
      winners = poll.winners
      settings = poll.settings == WorkshopCore.Poll.Settings() ? nil : poll.settings
      runoffOf = poll.runoffOf
      open = poll.isOpen
      revealed = poll.isRevealed
      voters = poll.voters
      criteria = poll.method.isGrid ? Part.all(of: poll, say) : nil
      grades = poll.method.form == .grades ? Self.grades(of: poll, say) : nil
      abstained = poll.isRevealed ? poll.abstained : nil
      results = poll.result?.rows.map {
        Result($0, label: workshop.label(ofOption: $0.option))
      }
      ballots = poll.isRevealed ? poll.anonymousBallots.map(Ballot.init) : nil
      let counts = poll.isRevealed ? poll.countedTotals : []
      counted = counts.isEmpty ? nil : counts.map(Counted.init)
      let resolutions = poll.isRevealed ? poll.resolutions : []
      remedies = resolutions.isEmpty ? nil : resolutions.map(Remedy.init)
    }

    private static func grades(
      of poll: WorkshopCore.Poll, _ say: (Localized) -> String
    ) -> [String] {
      let count = poll.settings.gradeCount
      return Judgment.names(count)?.map(say) ?? (1...count).map(String.init)
    }
  }

  /// A criterion, or an axis, that options are scored on; its text is in the document's language.
  public struct Part: Codable, Equatable, Sendable {
    /// What stands before the colon in the keys of marks.
    public let id: String
    public let name: String?
    /// Against the sum of all; nil for an axis.
    public let weight: Int?

    static func all(of poll: WorkshopCore.Poll, _ say: (Localized) -> String) -> [Part] {
      guard poll.method.asks(.weights) else {
        return [Impact.impact, Impact.effort].map { Part(id: $0, name: nil, weight: nil) }
      }
      return poll.settings.grid.map {
        Part(id: $0.id, name: say($0.name), weight: $0.weight)
      }
    }
  }

  /// Totals by option that were counted of a wall, and by how many voters, if anybody counted those.
  public struct Counted: Codable, Equatable, Sendable {
    public let way: String
    /// Empty for the whole room.
    public let wall: String
    public let totals: [String: Int]
    public let voters: Int?

    init(_ count: Count) {
      way = count.place.way.rawValue
      wall = count.place.wall
      totals = count.totals
      voters = count.voters
    }
  }

  /// What was done about a tie, by whom and why.
  public struct Remedy: Codable, Equatable, Sendable {
    public let remedy: String
    public let chosen: [String]
    public let who: String?
    public let reason: String?
    public let seed: UInt32?
    public let by: String

    init(_ resolution: Resolution) {
      remedy = resolution.remedy.rawValue
      chosen = resolution.chosen
      who = resolution.who
      reason = resolution.reason
      seed = resolution.seed
      by = resolution.by
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
    /// Whole, or the value of a fraction; null where nobody scored the option.
    public let score: Double?
    public let rank: Int
    public let chosen: Bool

    init(_ row: Tally.Row, label: String) {
      id = row.option
      self.label = label
      score = row.score.isNone ? nil : row.score.value
      rank = row.rank
      chosen = row.isChosen
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(label, forKey: .label)
      try container.encode(score, forKey: .score)
      try container.encode(rank, forKey: .rank)
      try container.encode(chosen, forKey: .chosen)
    }
  }

  /// What one voter marked, without saying who; what was not marked is missing.
  public struct Ballot: Codable, Equatable, Sendable {
    public let marks: [String: Int]
    /// Why the voter objected, by option; nil where nobody asked.
    public let reasons: [String: String]?
    /// What its voter knows it by; nil where nobody was given one.
    public let receipt: String?

    init(_ ballot: AnonymousBallot) {
      marks = ballot.marks
      reasons = ballot.reasons.isEmpty ? nil : ballot.reasons
      receipt = ballot.receipt
    }
  }
}
