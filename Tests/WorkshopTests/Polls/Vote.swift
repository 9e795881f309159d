import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// A vote under test: ballots are cast by voters of different names.
struct Vote {
  var room: Room
  let id: PollID
  private var voters = 0

  init(
    _ method: Poll.Method, _ options: [String], dots: Int? = nil, cap: Int? = nil,
    winners: Int = 1, settings: Poll.Settings? = nil, in room: Room = Room()
  ) {
    var plan = PollPlan(method: method, dots: dots, cap: cap)
    plan.criteria = settings?.criteria
    plan.steps = settings?.steps
    plan.lowest = settings?.lowest
    plan.fewest = settings?.fewest
    plan.quorum = settings?.quorum
    plan.grades = settings?.grades
    plan.spendsAll = settings?.spendsAll
    plan.proxies = settings?.proxies
    plan.fund = (settings?.fund?.amount).map { $0 / 100 }
    plan.own = settings?.own
    plan.namesVoters = settings?.namesVoters
    plan.adds = settings?.adds
    var room = room
    id =
      room.when(
        plan.opening(
          of: "one", question: "Which?", options: options, winners: winners,
          costs: (settings?.fund?.costs ?? [:], nil))
      ).description
    self.room = room
  }

  /// The same ballot, cast by so many voters.
  mutating func cast(
    _ marks: [String: Int], by count: Int = 1, way: Ballot.Way? = nil, person: CardID? = nil,
    reasons: [String: String]? = nil
  ) {
    for _ in 0..<count {
      voters += 1
      room.when(
        .ballotCast(
          poll: id, voter: "v\(voters)", marks: marks, way: way, person: person, reasons: reasons))
    }
  }

  /// An order of preference, best first.
  mutating func rank(_ order: [String], by count: Int = 1) {
    cast(
      Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0 + 1) }), by: count)
  }

  mutating func reveal() {
    room.when(poll.closing)
    room.when(.pollRevealed(poll: id))
  }

  var poll: Poll { room.workshop.poll(id) ?? Room.noPoll }
  var tally: Tally { Tally(of: poll) }
  var recount: Recount? { Recount(of: poll) }
  /// Whole scores by option.
  var scores: [String: Int] {
    Dictionary(uniqueKeysWithValues: tally.rows.map { ($0.option, $0.score.whole ?? .min) })
  }
  var ranks: [String: Int] {
    Dictionary(uniqueKeysWithValues: tally.rows.map { ($0.option, $0.rank) })
  }

  /// The capital of Tennessee, a hundred voters
  /// (https://liquisearch.com/borda_count/an_example).
  static func tennessee(_ method: Poll.Method) -> Vote {
    var vote = Vote(method, ["Memphis", "Nashville", "Chattanooga", "Knoxville"])
    vote.rank(["Memphis", "Nashville", "Chattanooga", "Knoxville"], by: 42)
    vote.rank(["Nashville", "Chattanooga", "Knoxville", "Memphis"], by: 26)
    vote.rank(["Chattanooga", "Knoxville", "Nashville", "Memphis"], by: 15)
    vote.rank(["Knoxville", "Chattanooga", "Nashville", "Memphis"], by: 17)
    return vote
  }
}
