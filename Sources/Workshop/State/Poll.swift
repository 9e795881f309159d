/// A question with a method, a frozen list of options and the ballots cast.
public struct Poll: Equatable, Sendable, Identifiable {
  public let id: PollID
  public let activity: ActivityID
  public internal(set) var question: String
  public let method: Method
  /// Cards' ids, or plain texts; frozen when the poll opened.
  public let options: [String]
  /// Dots for each voter.
  public let dots: Int
  /// Dots one voter may put on one option.
  public let cap: Int
  /// How many options come above the cut line.
  public let winners: Int
  public internal(set) var isRevealed = false
  /// The last sequence counted of each writer, once closed.
  public internal(set) var cut: [String: Int]?
  /// Every ballot that arrived, in order; a voter's later one replaces the earlier.
  public internal(set) var ballots: [Ballot] = []
  /// Stickers counted on paper.
  public internal(set) var counted: Count?

  public var isOpen: Bool { cut == nil }

  /// How voters mark.
  public enum Method: String, Codable, CaseIterable, Sendable {
    /// Some dots each, several on one option up to a cap.
    case dots
    /// One mark each on a scale whose steps are the options.
    case scale
  }

  /// The ballots that count: each voter's last one within the cut.
  public var countedBallots: [Ballot] {
    var last: [String: Ballot] = [:]
    for ballot in ballots where isWithinCut(ballot) { last[ballot.voter] = ballot }
    return last.values.sorted { $0.entry < $1.entry }
  }

  /// Ballots that came after the cut.
  public var lateBallots: [Ballot] { ballots.filter { !isWithinCut($0) } }

  /// How many people voted, on paper and on screens. On a scale each mark is one person's.
  public var voters: Int {
    let marks = method == .scale ? counted?.totals.values.reduce(0, +) : nil
    return countedBallots.count + (counted?.voters ?? marks ?? 0)
  }

  private func isWithinCut(_ ballot: Ballot) -> Bool {
    guard let cut else { return true }
    return ballot.entry.sequence <= cut[ballot.entry.writer] ?? 0
  }

  /// Why a ballot cannot be cast, or nil when it can.
  public func objection(to marks: [String: Int]) -> Objection? {
    if let stranger = marks.keys.filter({ !options.contains($0) }).min() {
      return .unknownOption(stranger)
    }
    if marks.values.contains(where: { $0 < 0 }) { return .negative }
    if let most = marks.values.max(), most > cap { return .overCap(most, cap: cap) }
    let spent = marks.values.reduce(0, +)  // No overflow: each is at most `cap`.
    return spent > dots ? .overBudget(spent, dots: dots) : nil
  }

  /// A reason to refuse a ballot.
  public enum Objection: Equatable, Sendable {
    case unknownOption(String)
    case negative
    case overCap(Int, cap: Int)
    case overBudget(Int, dots: Int)
  }

  /// The most dots a voter can have, lest sums overflow; far beyond what a room can place.
  static let mostDots = 1_000

  /// Dots for each voter by the number of options: 1 up to 2, 2 up to 7, then a quarter, 3 to 8.
  ///
  /// Between the N/4 rule of the nominal group technique (https://cannsult.org/post/multivoting-using-the-nominal-group-technique-to-narrow-down-options-with-your-team)
  /// and what a room can place in ten minutes.
  public static func defaultDots(options: Int) -> Int {
    if options <= 2 { return 1 }
    if options <= 7 { return 2 }
    return min(8, max(3, (options + 3) / 4))
  }

  /// Dots one voter may put on one option: half of them, 1 to 3.
  public static func defaultCap(dots: Int) -> Int { min(3, max(1, dots / 2)) }
}

/// One voter's marks.
public struct Ballot: Equatable, Sendable {
  public let entry: EntryID
  public let voter: String
  /// Dots by option.
  public let marks: [String: Int]
}

/// Stickers counted on paper: totals by option.
public struct Count: Equatable, Sendable {
  public let totals: [String: Int]
  /// By how many voters; nil when nobody counted them.
  public let voters: Int?

  /// The largest count taken for one, lest sums overflow; a city's voters, not a room's.
  static let most = 1_000_000
}
