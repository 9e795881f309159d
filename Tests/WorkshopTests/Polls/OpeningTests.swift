import Testing

@testable import WorkshopCore

/// What a vote may ask for: weights and scores as a room has them, and nothing that nobody could fill in.
@Suite struct OpeningTests {
  private func plan(_ method: Poll.Method, _ change: (inout PollPlan) -> Void) -> PollPlan {
    var plan = PollPlan(method: method)
    change(&plan)
    return plan
  }

  @Test func `a vote that nobody can fill in is told before it opens`() {
    func points(_ cap: Int, own: Poll.OwnIdeas? = nil) -> PollPlan {
      plan(.points) { ($0.cap, $0.spendsAll, $0.own) = (cap, true, own) }
    }
    #expect(points(10).fault(options: 6) == .points(100, room: 60, cap: 10))
    #expect(points(10).fault(options: 10) == nil)
    #expect(points(20, own: .refused).fault(options: 5) == .points(100, room: 80, cap: 20))
    #expect(plan(.points) { $0.cap = 10 }.fault(options: 6) == nil, "not all need be spent")
    let picks = plan(.approval) { ($0.fewest, $0.dots) = (4, 3) }
    #expect(picks.fault(options: 8) == .picks(fewest: 4, most: 3))
    #expect(plan(.topFive) { $0.fewest = 6 }.fault(options: 9) == .picks(fewest: 6, most: 5))
    let weightless = plan(.criteria) { $0.criteria = [Criterion(id: "a", name: "A", weight: 0)] }
    #expect(weightless.fault(options: 3) == .grid(.weightless))
    for method in Poll.Method.allCases where !method.isScale {
      #expect(PollPlan(method: method).fault(options: 4) == nil)
    }
  }

  /// (10 · 5 + 5 · 3 + 2 · 1) / 17 and the like, by hand.
  @Test func `weights are what a room says, each its share of their sum`() {
    let grid = [("use", 10), ("cost", 5), ("fun", 2)].map { id, weight in
      Criterion(id: id, name: Localized(id), weight: weight)
    }
    #expect(Criterion.fault(in: grid) == nil)
    var vote = Vote(.criteria, ["a", "b"], settings: .init(criteria: grid))
    vote.cast(["use:a": 5, "cost:a": 3, "fun:a": 1, "use:b": 2, "cost:b": 5, "fun:b": 5])
    vote.cast(["use:a": 4, "cost:a": 4, "fun:a": 4])
    #expect(vote.tally.rows.map(\.option) == ["a", "b"])
    #expect(vote.tally.rows.map(\.score) == [Score(67 + 68, over: 34), Score(55, over: 17)])
    let recount = vote.recount
    #expect(recount?.results.map(\.rule.id).contains("equalWeights") == true)
    #expect(recount?.results.allSatisfy { $0.places.count == 2 } == true)
  }

  @Test func `scores may begin at 0, and 0 is a score`() {
    var vote = Vote(.impact, ["a", "b", "c"], settings: .init(steps: 10, lowest: 0))
    vote.cast(["impact:a": 0, "effort:a": 10, "impact:b": 10, "effort:b": 0])
    vote.cast(["impact:b": 5, "effort:b": 5])
    let tally = vote.tally
    #expect(tally.rows.map(\.option) == ["b", "a", "c"])
    #expect(tally.rows.map(\.score) == [Score(10, over: 2), Score(-10), .none])
    #expect(tally.rows.map(\.marked) == [2, 1, 0] && tally.unmarked == ["c"])
    guard case .place(let place) = tally.rows[1].detail else {
      Issue.record("no place")
      return
    }
    #expect(place.quadrant == .drop && place.impact.lowest == 0)
    #expect(
      vote.poll.objection(to: ["impact:a": 11, "effort:a": 0])
        == .outOfRange(11, lowest: 0, highest: 10))
    let usual = Vote(.impact, ["a"]).poll
    #expect(
      usual.objection(to: ["impact:a": 0, "effort:a": 1])
        == .outOfRange(0, lowest: 1, highest: 5))
  }

  @Test(arguments: [Poll.Method.approval, .ranking, .topFive])
  func `a least number of picks is asked of every ballot that is not blank`(_ method: Poll.Method) {
    let vote = Vote(method, ["a", "b", "c", "d"], settings: .init(fewest: 2))
    #expect(vote.poll.objection(to: ["a": 1]) == .tooFew(1, fewest: 2))
    #expect(vote.poll.objection(to: ["a": 1, "b": method == .approval ? 1 : 2]) == nil)
    #expect(vote.poll.objection(to: [:]) == nil)
  }

  @Test func `whoever marks nothing abstains, and is counted apart`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, settings: .init(quorum: 4))
    vote.cast(["a": 1], by: 2)
    vote.cast([:])
    #expect(vote.tally.abstained == 1 && vote.tally.voters == 3)
    #expect(vote.poll.lacksForQuorum == 1)
    vote.cast(["b": 1])
    #expect(vote.poll.lacksForQuorum == 0)
    var consent = Vote(.consent, ["a"])
    consent.cast([:], by: 2)
    #expect(consent.tally.abstained == 0, "who objects to nothing agrees")
    var grades = Vote(.judgment, ["a"])
    grades.cast([:])
    #expect(grades.tally.abstained == 1, "whoever grades nothing")
  }
}

extension Poll.Method {
  fileprivate static let choices = allCases.filter { $0 != .scale }
}
