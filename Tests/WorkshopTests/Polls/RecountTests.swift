import Testing

@testable import WorkshopCore

/// The same ballots under other rules.
@Suite struct RecountTests {
  private func first(_ rule: Recount.Rule, _ recount: Recount?) -> [String]? {
    recount?.results.first { $0.rule == rule }?.first
  }

  /// https://electowiki.org/wiki/Effects_of_different_voting_systems_under_similar_circumstances
  @Test func `the capital of Tennessee depends on the rule`() {
    let recount = Vote.tennessee(.ranking).recount
    #expect(
      recount?.results.map(\.rule.id) == [
        "borda", "fiveToOne", "favourite", "upperHalf", "pairwise",
      ])
    #expect(first(.borda, recount) == ["Nashville"])
    #expect(first(.favourite, recount) == ["Memphis"])
    #expect(first(.pairwise, recount) == ["Nashville"], "Condorcet's winner")
    #expect(recount?.agreeing == 4)
    #expect(recount?.isRobust == false)
    let favourite = recount?.results[2]
    #expect(favourite?.enters == ["Memphis"] && favourite?.leaves == ["Nashville"])
    #expect(recount?.cutChanges.map(\.rule) == [.favourite])
    let pairs = recount?.results[4].places.map(\.score.whole)
    #expect(pairs == [3, 2, 1, 0])
  }

  @Test func `dots are read by six rules, and stacked ones do not fool all of them`() {
    var vote = Vote(.dots, ["a", "b", "c"], dots: 3, cap: 3)
    vote.cast(["a": 3], by: 2)
    vote.cast(["b": 1, "c": 1], by: 3)
    vote.cast(["b": 2], by: 1)
    let recount = vote.recount
    #expect(
      recount?.results.map(\.rule.id) == [
        "dots", "approval", "share", "borda", "favourite", "pairwise",
      ])
    #expect(first(.dots, recount) == ["a"])
    #expect(first(.approval, recount) == ["b"])
    #expect(first(.share, recount) == ["b"], "2.5 ballots against 2")
    #expect(recount?.isRobust == false)
  }

  @Test func `what is first under five rules of six is robust`() {
    var vote = Vote(.dots, ["a", "b", "c"], dots: 3, cap: 3, winners: 1)
    vote.cast(["a": 3], by: 3)
    vote.cast(["a": 2, "b": 1], by: 2)
    vote.cast(["b": 2, "c": 1])
    #expect(vote.recount?.agreeing == 6)
    #expect(vote.recount?.isRobust == true)
  }

  @Test func `stickers cannot be read by another rule: they are left out and told`() {
    var vote = Vote(.dots, ["a", "b"], dots: 2, cap: 2)
    #expect(vote.recount == nil)
    vote.room.when(.totalsCounted(poll: vote.id, totals: ["b": 9], voters: 5, way: .stickers))
    #expect(vote.recount == nil)
    vote.cast(["a": 1])
    #expect(vote.recount?.leftOut == 5)
    #expect(vote.recount?.first == ["a"])
    #expect(vote.tally.first.map(\.option) == ["b"])
  }

  @Test func `criteria are read without each of them`() {
    var vote = Vote(.criteria, ["a", "b"])
    func marks(_ option: String, _ row: [Int]) -> [String: Int] {
      Dictionary(
        uniqueKeysWithValues: zip(Criterion.programme, row).map { (Poll.key($0.id, option), $1) })
    }
    vote.cast(
      marks("a", [5, 2, 2, 2]).merging(marks("b", [1, 3, 3, 3])) { first, _ in first })
    let recount = vote.recount
    #expect(
      recount?.results.map(\.rule.id) == [
        "weighted", "median", "without:group", "without:stakeholders",
        "without:policy", "without:test", "pairwise",
      ])
    #expect(first(.weighted, recount) == ["a"])
    #expect(first(.without("group"), recount) == ["b"])
  }

  @Test func `grades are read as means and as approval at Good`() {
    var vote = Vote(.judgment, ["a", "b"])
    vote.cast(["a": 3, "b": 5], by: 2)
    vote.cast(["a": 3, "b": 2], by: 3)
    let recount = vote.recount
    #expect(
      recount?.results.map(\.rule.id) == [
        "median", "mean", "atLeastGood", "atLeastFair", "favourite", "pairwise",
      ])
    #expect(first(.median, recount) == ["a"])
    #expect(first(.mean, recount) == ["b"], "3.2 against 3")
    #expect(first(.atLeastGood, recount) == ["a"])
    #expect(first(.atLeastFair, recount) == [], "everybody can live with both")
  }
}
