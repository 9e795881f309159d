import Foundation
import Testing

@testable import WorkshopCore

/// A vote as the plan writes it.
@Suite struct PollPlanTests {
  private func read(_ text: String) throws -> PollPlan {
    try JSONDecoder().decode(PollPlan.self, from: Data(text.utf8))
  }

  @Test func `a plan names the method and its settings, and is written as it was read`() throws {
    let plan = try read(
      #"""
      {"method": "criteria", "winners": 3, "steps": 4, "lowest": 0, "own": "refused", "quorum": 12,
       "namesVoters": true,
       "criteria": [{"id": "new", "name": "New", "weight": 10},
                    {"id": "useful", "name": {"en": "Useful", "fr": "Utile"}, "weight": 5}]}
      """#)
    #expect(plan.method == .criteria && plan.winners == 3)
    #expect(plan.settings.grid.map(\.weight) == [10, 5] && plan.settings.weights == 15)
    #expect(plan.settings.scores == 0...4 && plan.settings.own == .refused)
    #expect(plan.settings.quorum == 12)
    let again = try JSONDecoder().decode(PollPlan.self, from: JSONEncoder().encode(plan))
    #expect(again == plan)
  }

  @Test(arguments: [
    (#"{"criteria": [{"id": "a", "name": "A", "weight": 0}]}"#, "above 0"),
    (#"{"lowest": 2}"#, "between 0 and 1"), (#"{"quorum": 0}"#, "between 1 and 1000"),
    (#"{"criteria": []}"#, "1 to 12"),
    (#"{"criteria": [{"id": "a:b", "name": "A", "weight": 100}]}"#, "without a colon"),
    (
      #"{"criteria": [{"id": "a", "name": "A", "weight": 50}, {"id": "a", "name": "B", "weight": 50}]}"#,
      "stands twice"
    ),
    (
      #"{"criteria": [{"id": "a", "name": "A", "weight": 120}, {"id": "b", "name": "B", "weight": -20}]}"#,
      "between 0 and 100"
    ),
    (#"{"grades": 11}"#, "between 2 and 10"), (#"{"steps": 1}"#, "between 2 and 10"),
    (#"{"method": "ranking", "own": "ignored"}"#, "refused"),
  ])
  func `what cannot be voted on is refused with its reason`(text: String, reason: String) {
    let error = #expect(throws: DecodingError.self) { try read(text) }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("another error")
      return
    }
    #expect(context.debugDescription.contains(reason))
  }

  @Test func `a vote opens with what the plan says and what is usual for the rest`() {
    #expect(
      PollPlan(method: .quadratic).opening(of: "one", question: "?", options: ["a", "b"])
        == .pollOpened(
          activity: "one", question: "?", method: .quadratic, options: ["a", "b"], dots: 16,
          cap: 4, winners: 5))
    var plan = PollPlan(method: .dots, dots: 6, winners: 1)
    plan.own = .ignored
    #expect(
      plan.opening(of: "one", question: "?", options: ["a", "b"])
        == .pollOpened(
          activity: "one", question: "?", method: .dots, options: ["a", "b"], dots: 6, cap: 3,
          winners: 1, settings: .init(own: .ignored)))
  }

  @Test func `an odd grid in a journal gives way to the programme's four`() {
    let odd = [Criterion(id: "a", name: "A", weight: 0)]
    let settings = Poll.Settings(criteria: odd, steps: 99, lowest: -3, grades: -1).mended
    #expect(settings.grid == Criterion.programme)
    #expect(settings.scores == 0...10 && settings.gradeCount == 2)
  }
}
