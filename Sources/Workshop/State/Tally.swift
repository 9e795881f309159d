/// A poll's result: every option with its score and rank, best first.
///
/// Ties are never broken by the order of a list: tied options share a rank.
public struct Tally: Equatable, Sendable {
  public let rows: [Row]
  /// How many people voted, on paper and on screens.
  public let voters: Int
  /// How many ballots were counted.
  public let ballots: Int
  /// How many came after the cut.
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
    rows = order.map { _, option in
      let score = scores[option] ?? 0
      let better = poll.options.count { (scores[$0] ?? 0) > score }
      let tied = poll.options.count { (scores[$0] ?? 0) == score }
      return Row(
        option: option, score: score, marked: marked[option] ?? 0, rank: better + 1,
        isChosen: score > 0 && better + tied <= poll.winners)
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
    var (sum, count) = (0.0, 0)
    for row in rows {
      guard let step = Int(row.option) else { continue }
      sum += Double(step) * Double(row.score)
      count += row.score
    }
    return count > 0 ? sum / Double(count) : nil
  }
}
