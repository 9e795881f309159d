import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// Each method against examples worked out elsewhere.
@Suite struct VotingMethodTests {
  @Test func `Borda gives the capital of Tennessee to Nashville`() {
    let vote = Vote.tennessee(.ranking)
    #expect(
      vote.scores == ["Memphis": 126, "Nashville": 194, "Chattanooga": 173, "Knoxville": 107])
    #expect(vote.tally.rows.map(\.rank) == [1, 2, 3, 4])
    guard case .places(let places) = vote.tally.rows[0].detail else {
      Issue.record("no places")
      return
    }
    #expect(places == [26, 42, 32])
  }

  @Test func `five to one counts the same ballots with 5, 4, 3 and 2 points`() {
    #expect(
      Vote.tennessee(.topFive).scores
        == ["Memphis": 326, "Nashville": 394, "Chattanooga": 373, "Knoxville": 307])
  }

  /// https://observablehq.com/@pcarleton/quadratic-voting
  @Test func `seven with mild wishes outvote three with a strong one by quadratic credits`() {
    var vote = Vote(.quadratic, ["T", "A", "B", "C", "D"], dots: 100, cap: 10)
    vote.cast(["T": 10], by: 3)
    vote.cast(["A": 5, "B": 5, "C": 5, "D": 5], by: 7)
    #expect(vote.scores == ["T": 30, "A": 35, "B": 35, "C": 35, "D": 35])
    #expect(vote.ranks["T"] == 5)
    #expect(vote.poll.objection(to: ["T": 10, "A": 1]) == .overCredits(101, credits: 100))
  }

  /// https://pub.dev/packages/majority_judgment/versions/0.1.0
  @Test func `majority judgment ranks the published vector`() {
    var vote = Vote(.judgment, ["A", "B", "C", "D"], settings: .init(grades: 5))
    let counts = [
      "A": [1, 2, 4, 2, 1], "B": [1, 2, 4, 1, 2], "C": [3, 1, 3, 1, 2], "D": [1, 2, 4, 2, 1],
    ]
    let grades = counts.mapValues { counts in
      counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
    }
    for voter in 0..<10 { vote.cast(grades.mapValues { $0[voter] }) }
    #expect(vote.ranks == ["B": 1, "A": 2, "D": 2, "C": 4])
    for row in vote.tally.rows { #expect(row.detail == .grades(counts[row.option] ?? [])) }
  }

  @Test func `hands for each grade count as ballots do, and a missing grade is the lowest`() {
    var vote = Vote(.judgment, ["A", "B"], settings: .init(grades: 5))
    vote.room.when(
      .totalsCounted(
        poll: vote.id, totals: ["4:A": 2, "1:A": 1, "2:B": 2, "9:B": 5, "x": 1], voters: 3,
        way: .hands))
    #expect(
      vote.tally.rows.map(\.detail) == [.grades([0, 1, 0, 0, 2]), .grades([1, 0, 2, 0, 0])])
    #expect(vote.tally.rows.map(\.score.whole) == [4, 2])
  }

  @Test(arguments: 0..<200)
  func `majority judgment agrees with taking medians away one by one`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let voters = Int.random(in: 1...12, using: &random)
    let grades = Int.random(in: 2...6, using: &random)
    func draw() -> [Int] { (0..<voters).map { _ in Int.random(in: 0..<grades, using: &random) } }
    let (a, b) = (draw(), draw())
    func score(_ marks: [Int]) -> Score {
      Judgment.score((0..<grades).map { grade in marks.count { $0 == grade } })
    }
    #expect((score(a) < score(b)) == Self.isWorse(a, b))
    #expect((score(b) < score(a)) == Self.isWorse(b, a))
  }

  /// The rule word for word: equal lower medians are removed, one from each.
  private static func isWorse(_ a: [Int], _ b: [Int]) -> Bool {
    var (a, b) = (a.sorted(), b.sorted())
    while !a.isEmpty {
      let (x, y) = (a.remove(at: (a.count - 1) / 2), b.remove(at: (b.count - 1) / 2))
      if x != y { return x < y }
    }
    return false
  }

  /// The decision matrix of a textbook, scores to 10
  /// (https://huggingface.co/datasets/nvidia/Nemotron-CC-Math-v1, "Weighted Decision Matrix Example").
  private static let matrix: Vote = {
    let grid = [("cost", 30), ("quality", 40), ("time", 20), ("ease", 10)].map {
      Criterion(id: $0, name: Localized($0), weight: $1)
    }
    var vote = Vote(.criteria, ["A", "B", "C"], settings: .init(criteria: grid, steps: 10))
    let scores = ["A": [8, 7, 6, 9], "B": [6, 9, 8, 7], "C": [7, 6, 7, 8]]
    var marks: [String: Int] = [:]
    for (option, row) in scores {
      for (criterion, mark) in zip(grid, row) { marks[Poll.key(criterion.id, option)] = mark }
    }
    vote.cast(marks)
    return vote
  }()

  @Test func `weighted criteria give 7,7, 7,3 and 6,7`() {
    let vote = Self.matrix
    #expect(vote.tally.rows.map(\.option) == ["B", "A", "C"])
    #expect(vote.tally.rows.map(\.score) == [770, 730, 670].map { Score($0, over: 100) })
  }

  @Test func `scores that are added up give a card of 25/10 between 5 and 25 points`() {
    let grid = (1...5).map { Criterion(id: "r\($0)", name: Localized("\($0)"), weight: 1) }
    var vote = Vote(.criteria, ["A", "B", "C"], settings: .init(criteria: grid, adds: true))
    func paper(_ option: String, _ scores: [Int]) {
      vote.cast(
        Dictionary(
          uniqueKeysWithValues: zip(grid, scores).map { (Poll.key($0.id, option), $1) }))
    }
    paper("A", [5, 5, 5, 5, 5])
    paper("B", [1, 1, 1, 1, 1])
    paper("C", [3, 4, 2, 5, 1])
    #expect(vote.tally.rows.map(\.option) == ["A", "C", "B"])
    #expect(vote.tally.rows.map(\.score) == [Score(25), Score(15), Score(5)])
    paper("C", [5, 5, 5, 5, 5])
    #expect(vote.tally.rows[1].score == Score(20), "two papers: the mean of their sums")
    #expect(Poll.Settings(criteria: grid, adds: true).best == 25)
  }

  @Test func `the spread of a criterion is told with its mean, ends and deviation`() {
    var vote = Vote(.criteria, ["A", "B"])
    for mark in [1, 5] {
      vote.cast(
        Dictionary(
          uniqueKeysWithValues: Criterion.programme.map { (Poll.key($0.id, "A"), mark) }))
    }
    let row = vote.tally.rows[0]
    #expect(row.score == Score(3))
    guard case .criteria(let spreads) = row.detail else {
      Issue.record("no spread")
      return
    }
    #expect(spreads.map(\.criterion) == ["group", "stakeholders", "policy", "test"])
    #expect(spreads[0].mean == 3 && spreads[0].deviation == 2)
    #expect(spreads[0].lowest == 1 && spreads[0].highest == 5 && spreads[0].count == 2)
    #expect(vote.tally.rows[1].score == .none && vote.tally.rows[1].isUnmarked)
    #expect(vote.tally.chosen == ["A"])
  }

  @Test func `consent is given where nobody objects, and reasons stand without names`() {
    var vote = Vote(.consent, ["A", "B"], winners: 2)
    vote.cast([:], by: 3)
    vote.cast(["A": 1], reasons: ["A": "No money before June"])
    #expect(vote.scores == ["A": 1, "B": 0])
    #expect(vote.tally.rows.map(\.option) == ["B", "A"])
    #expect(vote.tally.chosen == ["B"])
    #expect(vote.tally.rows[1].detail == .objections(["No money before June"]))
    #expect(vote.poll.objection(to: ["A": 1], reasons: ["A": " "]) == .noReason("A"))
  }

  @Test func `impact and effort are the mean of all ballots, and a line belongs to no quadrant`() {
    var vote = Vote(.impact, ["A", "B", "C"])
    vote.cast(["impact:A": 5, "effort:A": 1, "impact:B": 4, "effort:B": 5])
    vote.cast(["impact:A": 4, "effort:A": 2, "impact:B": 2, "effort:B": 5])
    let rows = vote.tally.rows
    #expect(rows.map(\.option) == ["A", "B", "C"])
    #expect(rows[0].score == Score(3) && rows[1].score == Score(-2))
    let quadrants = rows.map { row -> Impact.Quadrant? in
      if case .place(let place) = row.detail { place.quadrant } else { nil }
    }
    #expect(quadrants == [.doNow, nil, nil])
    #expect(vote.poll.objection(to: ["impact:A": 3]) == .incomplete("A"))
    #expect(vote.poll.objection(to: ["joy:A": 3]) == .unknownCriterion("joy"))
  }

  @Test func `points are shared out, to the last one where that is asked`() {
    var vote = Vote(.points, ["A", "B"], settings: .init(spendsAll: true))
    vote.cast(["A": 70, "B": 30])
    #expect(vote.scores == ["A": 70, "B": 30])
    #expect(vote.poll.objection(to: ["A": 60]) == .underBudget(60, dots: 100))
    #expect(vote.poll.objection(to: ["A": 60, "B": 41]) == .overBudget(101, dots: 100))
    #expect(vote.poll.objection(to: [:]) == nil, "nobody has to vote")
    #expect(Vote(.points, ["A", "B"]).poll.objection(to: ["A": 60]) == nil)
  }

  @Test func `one option each, or any number of them`() {
    var single = Vote(.single, ["A", "B"], dots: 9)
    single.cast(["B": 1], by: 2)
    #expect(single.tally.chosen == ["B"])
    #expect(single.poll.objection(to: ["A": 1, "B": 1]) == .overBudget(2, dots: 1))
    #expect(single.poll.objection(to: ["A": 2]) == .overCap(2, cap: 1))
    let approval = Vote(.approval, ["A", "B", "C"])
    #expect(approval.poll.objection(to: ["A": 1, "B": 1, "C": 1]) == nil)
    #expect(approval.poll.objection(to: ["A": 2]) == .overCap(2, cap: 1))
  }

  @Test func `places run from 1 without a gap or a double`() {
    let poll = Vote(.ranking, ["A", "B", "C"]).poll
    #expect(poll.objection(to: ["A": 1, "B": 1]) == .placeTwice(1))
    #expect(poll.objection(to: ["A": 1, "B": 3]) == .placeLeftOut(2))
    #expect(poll.objection(to: ["A": 4]) == .outOfRange(4, lowest: 1, highest: 3))
    #expect(poll.objection(to: ["C": 1, "A": 2]) == nil)
  }

  @Test func `grades and scores stay within their steps`() {
    let judgment = Vote(.judgment, ["A"]).poll
    #expect(judgment.objection(to: ["A": 6]) == .outOfRange(6, lowest: 0, highest: 5))
    #expect(judgment.objection(to: ["A": 0]) == nil)
    let criteria = Vote(.criteria, ["A"]).poll
    #expect(criteria.objection(to: ["group:A": 0]) == .outOfRange(0, lowest: 1, highest: 5))
    #expect(criteria.objection(to: ["group:A": 3]) == .incomplete("A"))
    #expect(criteria.objection(to: ["group:B": 3]) == .unknownOption("group:B"))
  }

  @Test(arguments: [
    (Poll.Method.dots, 2, 1, 1), (.dots, 20, 5, 2), (.quadratic, 8, 16, 4), (.points, 8, 100, 100),
    (.single, 8, 1, 1), (.approval, 8, 8, 1), (.ranking, 8, 8, 1), (.topFive, 8, 5, 1),
  ])
  func `every method has its usual allowance`(
    method: Poll.Method, options: Int, dots: Int, cap: Int
  ) {
    let allowance = PollPlan(method: method).allowance(options: options)
    #expect(allowance == (dots, cap))
  }

  @Test func `an allowance gives its reason`() {
    let reasons = [2, 5, 8, 20, 40].map { Poll.defaults(.dots, options: $0).reason }
    #expect(reasons == [.one, .few, .least, .quarter, .most])
    #expect(Poll.defaults(.quadratic, options: 9).reason == .sixteen)
  }

  @Test(arguments: [6, 7]) func `grades have names, worst first`(count: Int) {
    let names = Judgment.names(count) ?? []
    #expect(names.count == count)
    #expect(Set(names.map { $0.text(in: "en") }).count == count)
    #expect(names[Judgment.good(of: count)].text(in: "en") == "Good")
  }
}
