/// A poll's result: every option with its score and rank, best first.
///
/// Ties are never broken by the order of a list: tied options share a rank. Views have it from
/// `Poll.result`, once it is revealed.
public struct Tally: Equatable, Sendable {
  public let rows: [Row]
  /// Where the cut line stands.
  public let winners: Int
  /// How many people voted, in all ways.
  public let voters: Int
  /// How many ballots were counted.
  public let ballots: Int
  /// How many ballots came after the cut.
  public let late: Int
  /// How many ballots the rules did not allow.
  public let refused: Int
  /// How many ballots that count mark nothing: whoever gave them abstains.
  public let abstained: Int
  /// What came in each way, by itself: paper, hands and screens add up to the rows.
  public let parts: [Part]
  /// Each rank against the one below it.
  public let margins: [Margin]
  /// What the fund pays for; nil where the cut line decides.
  public let funding: Funding?
  private let method: Poll.Method

  /// One option's result.
  public struct Row: Equatable, Sendable {
    public let option: String
    public let score: Score
    /// How many ballots marked it.
    public let marked: Int
    /// 1 is best; ties share the better rank.
    public let rank: Int
    /// Above the cut line.
    public let isChosen: Bool
    public let detail: Detail
    /// No ballot, sticker or hand is for it: worth another look, as what nobody saw is easily lost.
    public let isUnmarked: Bool
  }

  /// What a room should see besides the score, by method.
  public enum Detail: Equatable, Sendable {
    case none
    /// How many put it first, second and so on.
    case places([Int])
    case criteria([Spread])
    /// How many gave each grade, worst first.
    case grades([Int])
    /// The reasons, without names.
    case objections([String])
    case place(Impact.Place)
  }

  /// What came in one way.
  public struct Part: Equatable, Sendable {
    public let way: Ballot.Way
    public let voters: Int
    /// By option; those that got nothing are missing.
    public let scores: [String: Score]
  }

  /// Counts a poll's ballots, stickers and hands, sealed or not: not for views.
  init(of poll: Poll) {
    let voting = poll.method.voting
    let box = BallotBox(poll)
    let voters = poll.voters
    let places = Recount.places(voting.scores(box), poll.options, blank: voting.blank)
    let funding = poll.funding(of: places)
    self.funding = funding
    rows = places.map { place in
      let marked = box.marked(place.option)
      let isOnPaper = box.totals.contains {
        $0.value > 0 && ($0.key == place.option || Poll.parts($0.key)?.option == place.option)
      }
      return Row(
        option: place.option, score: place.score, marked: marked, rank: place.rank,
        isChosen: funding.map { $0.chosen.contains(place.option) }
          ?? (voting.isBacked(place.score) && voters + box.totals.count > 0
            && (!voting.competes || place.rank + places.ties(of: place) - 1 <= poll.winners)),
        detail: voting.detail(place.option, box), isUnmarked: marked == 0 && !isOnPaper)
    }
    method = poll.method
    winners = poll.winners
    self.voters = voters
    ballots = box.ballots.count
    late = poll.lateBallots.count
    refused = poll.refusedBallots.count
    abstained = poll.abstained
    parts = poll.turnout.map { turnout in
      Part(
        way: turnout.way, voters: turnout.voters,
        scores: voting.scores(BallotBox(poll, way: turnout.way)))
    }
    margins = Margin.between(places, voting, poll.rules)
  }

  /// The options tied across the cut line, empty when the line falls cleanly.
  public var tied: [Row] { tied(atCut: winners) }

  /// The options tied across a line, empty when it falls cleanly.
  public func tied(atCut winners: Int) -> [Row] {
    guard funding == nil, method.voting.competes, winners > 0, winners < rows.count else {
      return []
    }
    let (above, below) = (rows[winners - 1], rows[winners])
    guard above.rank == below.rank, method.voting.isBacked(above.score), voters + ballots > 0
    else { return [] }
    return rows.filter { $0.rank == above.rank }
  }

  /// How many of the tied the line has room for.
  public var seats: Int { tied.isEmpty ? 0 : winners - rows.count { $0.rank < tied[0].rank } }

  /// What clearly stands above the line.
  public var chosen: [String] { rows.filter(\.isChosen).map(\.option) }

  /// The options that share the first place; empty where none got anything.
  public var first: [Row] { rows.filter { $0.rank == 1 && method.voting.isBacked($0.score) } }

  /// Options that nobody marked.
  public var unmarked: [String] { rows.filter(\.isUnmarked).map(\.option) }

  /// Neighbours so close that one ballot more, or a handful of marks, could change their order.
  public var nearTies: [Margin] { margins.filter(\.isNear) }

  /// The near-tie across the cut line, if there is one.
  public var nearTieAtCut: Margin? {
    guard funding == nil, winners > 0, winners < rows.count,
      rows[winners - 1].rank < rows[winners].rank
    else { return nil }
    let above = Set(rows.prefix(winners).map(\.option))
    return nearTies.first { above.isSuperset(of: $0.above) && above.isDisjoint(with: $0.below) }
  }

  /// The mean step of a scale whose options are whole numbers; nil without marks.
  public var mean: Double? {
    var (sum, count) = (0.0, 0)
    for row in rows {
      guard let step = Int(row.option) else { continue }
      sum += Double(step) * Double(row.score.numerator)
      count += row.score.numerator
    }
    return count > 0 ? sum / Double(count) : nil
  }
}
