/// One voter's whole ballot: when it came and how. What it says stays in this module.
public struct Ballot: Equatable, Sendable {
  public let entry: EntryID
  /// Where it stands in the order of entries.
  let stamp: Stamp
  public let way: Way
  /// Tells ballots of different voters apart, nothing more: a paper's number, a token's trace.
  let voter: String
  /// By option, or by criterion and option; see `Poll.Method`.
  var marks: [String: Int]
  /// Why the voter objects, by option.
  let reasons: [String: String]
  /// Who voted, where that is known.
  let person: CardID?

  /// How a vote came in.
  public enum Way: String, Codable, CaseIterable, Sendable {
    /// A paper ballot that somebody typed.
    case paper
    /// A ballot that a table filled together: it is one ballot.
    case table
    /// The keyboard went from hand to hand.
    case keyboard
    /// The voter's own terminal.
    case terminal
    /// Stickers on a wall: totals.
    case stickers
    /// A show of hands: totals.
    case hands
  }
}

/// A ballot that the rules, as they stood when it came, did not allow; it does not count.
public struct RefusedBallot: Equatable, Sendable {
  public let entry: EntryID
  public let way: Ballot.Way
  let voter: String
  public let objection: Poll.MarkError
}

/// What a revealed ballot says, without who, when or how.
public struct AnonymousBallot: Equatable, Sendable {
  /// Marks that are counted; see `Poll.Method` for their keys. What is missing was not marked.
  public let marks: [String: Int]
  /// Reasons for objections, by option.
  public let reasons: [String: String]
  /// What its voter knows it by; nil where nobody was given one.
  public var receipt: String?
}

/// Stickers or hands that were counted: totals by option.
public struct Count: Equatable, Sendable {
  public let entry: EntryID
  /// Who typed it.
  public let by: String
  public let place: Place
  /// By option; for grades by `grade:option`.
  public let totals: [String: Int]
  /// By how many voters; nil when nobody counted them.
  public let voters: Int?
  /// It came when the vote was closed.
  let isAfterClosing: Bool

  /// What was counted: a later count of the same place replaces the earlier, others add up.
  public struct Place: Hashable, Sendable {
    public let way: Ballot.Way
    /// Which wall or table; empty for the whole room.
    public let wall: String

    public init(way: Ballot.Way, wall: String = "") {
      self.way = way
      self.wall = wall
    }
  }

  /// The largest count taken for one, lest sums overflow; a city's voters, not a room's.
  static let most = 1_000_000
  /// The most hands for one grade: the tie rule reads grades one by one.
  static let mostGraded = 10_000
}
