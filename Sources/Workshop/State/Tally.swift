/// A poll's result: every option with its score and rank, best first.
///
/// Ties are never broken by the order of a list: tied options share a rank.
public struct Tally: Equatable, Sendable {
  public let rows: [Row]
  public let voters: Int
  public let ballots: Int
  public let late: Int

  /// One option's result.
  public struct Row: Equatable, Sendable {
    public let option: String
    /// Dots, or how many chose this step of a scale.
    public let score: Int
    /// How many ballots marked it.
    public let marked: Int
    /// 1 is best; ties share the better rank.
    public let rank: Int
    /// Above the cut line.
    public let isChosen: Bool
  }

  /// Counts a poll's ballots and stickers.
  public init(of poll: Poll) {
    var scores: [String: Int] = [:]
    var marked: [String: Int] = [:]
    let ballots = poll.countedBallots
    for ballot in ballots {
      for (option, dots) in ballot.marks where dots > 0 {
        scores[option, default: 0] += dots
        marked[option, default: 0] += 1
      }
    }
    for (option, dots) in poll.counted?.totals ?? [:] { scores[option, default: 0] += dots }
    let order = poll.options.enumerated().sorted { a, b in
      let (x, y) = (scores[a.element] ?? 0, scores[b.element] ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }
    let sorted = order.map { (option: $0.element, score: scores[$0.element] ?? 0) }
    rows = sorted.enumerated().map { index, item in
      let rank = (sorted.firstIndex { $0.score == item.score } ?? index) + 1
      let tiedEnd = sorted.lastIndex { $0.score == item.score } ?? index
      return Row(
        option: item.option, score: item.score, marked: marked[item.option] ?? 0, rank: rank,
        isChosen: item.score > 0 && tiedEnd < poll.winners)
    }
    voters = poll.voters
    self.ballots = ballots.count
    late = poll.lateBallots.count
  }

  /// The options tied across the cut line, empty when the line falls cleanly.
  public func tied(atCut winners: Int) -> [Row] {
    guard winners > 0, winners < rows.count else { return [] }
    let (above, below) = (rows[winners - 1], rows[winners])
    guard above.score == below.score, above.score > 0 else { return [] }
    return rows.filter { $0.score == above.score }
  }

  /// The mean step of a scale whose options are whole numbers; nil without marks.
  public var mean: Double? {
    let steps = rows.compactMap { row in Int(row.option).map { ($0, row.score) } }
    let count = steps.reduce(0) { $0 + $1.1 }
    guard count > 0 else { return nil }
    return Double(steps.reduce(0) { $0 + $1.0 * $1.1 }) / Double(count)
  }
}
