/// Paper ballots that were typed together, by the numbers on the papers, for whoever has the papers.
///
/// A pile is the beginning of its ballots' voters: `paper-ana-1591090200000-12` is number 12 of the pile
/// before it. A second entry is the same ballot cast again: two castings in a row that say the same
/// confirm each other, and a later one that says something else replaces both. So a second reading is in
/// the journal without an event of its own, survives a restart and is seen at every terminal.
public struct PaperPile: Equatable, Sendable {
  public let id: String
  /// By the numbers on the papers.
  public let papers: [Int: Paper]

  /// One paper as it was typed last.
  public struct Paper: Equatable, Sendable {
    public let marks: [String: Int]
    public let reasons: [String: String]
    /// Typed twice, and both say the same.
    public internal(set) var isConfirmed: Bool
    /// What was typed first was something else.
    public internal(set) var isCorrected: Bool

    /// Whether a reading of the paper says the same; a mark of 0 is none.
    public func agrees(with marks: [String: Int], _ reasons: [String: String]) -> Bool {
      self.marks.filter { $0.value != 0 } == marks.filter { $0.value != 0 }
        && self.reasons == reasons
    }
  }

  /// How many were typed twice, and say the same.
  public var confirmed: Int { papers.values.count { $0.isConfirmed } }
  /// How many say something else than they did at first.
  public var corrected: Int { papers.values.count { $0.isCorrected } }
  public var isConfirmed: Bool { !papers.isEmpty && confirmed == papers.count }
}

extension Poll {
  /// What the voters of paper ballots begin with.
  public static let paperPrefix = "paper-"

  /// Every pile of paper that was typed, in the order in which they were begun.
  ///
  /// For those who type, who have the papers; never for a view of the result.
  public var piles: [PaperPile] {
    var order: [String] = []
    var piles: [String: [Int: PaperPile.Paper]] = [:]
    for ballot in ballots where ballot.way == .paper {
      guard let (pile, number) = Self.paper(of: ballot.voter) else { continue }
      if piles[pile] == nil { order.append(pile) }
      var paper = PaperPile.Paper(
        marks: ballot.marks, reasons: ballot.reasons, isConfirmed: false, isCorrected: false)
      if let before = piles[pile]?[number] {
        paper.isConfirmed = before.agrees(with: ballot.marks, ballot.reasons)
        paper.isCorrected = before.isCorrected || !paper.isConfirmed
      }
      piles[pile, default: [:]][number] = paper
    }
    return order.map { PaperPile(id: $0, papers: piles[$0] ?? [:]) }
  }

  /// The pile and the number of a paper's voter; nil for other voters.
  private static func paper(of voter: String) -> (pile: String, number: Int)? {
    guard voter.hasPrefix(paperPrefix), let dash = voter.lastIndex(of: "-"),
      let number = Int(voter[voter.index(after: dash)...]), number > 0, number <= mostPapers
    else { return nil }
    return (String(voter[..<dash]), number)
  }

  /// More papers than any pile has.
  private static let mostPapers = 100_000

  /// How many papers were typed twice and say the same, of how many in the piles where any was; nil
  /// without a second entry.
  public var secondEntry: (confirmed: Int, of: Int, corrected: Int)? {
    let begun = piles.filter { $0.confirmed > 0 }
    guard !begun.isEmpty else { return nil }
    func sum(_ count: (PaperPile) -> Int) -> Int { begun.map(count).reduce(0, +) }
    return (sum(\.confirmed), sum(\.papers.count), sum(\.corrected))
  }
}
