import Testing

@testable import WorkshopCore

/// One template after another.
@Suite struct PlanJoinedTests {
  private func plan(_ title: String, _ session: String, _ activities: [String]) -> Plan {
    Plan(
      title: Localized(title), tables: title == "A" ? 3 : 7,
      boards: [
        Board(id: "ideas", title: Localized(title)), Board(id: "of-\(title)", title: "Own"),
      ],
      sessions: [
        Session(
          id: session, title: "Day",
          activities: activities.map {
            Activity(id: $0, title: "x", kind: "plenary", minutes: 5)
          })
      ])
  }

  @Test func `what both have is the first one's, and every id is there once`() {
    let joined = plan("A", "day", ["opening", "vote"]).followed(
      by: plan("B", "day", ["opening", "jury", "day-2-opening"]))
    #expect(joined.title == "A" && joined.tables == 3)
    #expect(joined.boards.map(\.id) == ["ideas", "of-A", "of-B"])
    #expect(joined.boards[0].title == "A")
    #expect(joined.sessions.map(\.id) == ["day", "day-2"])
    #expect(
      joined.activities.map(\.id) == [
        "opening", "vote", "day-2-opening", "jury", "day-2-day-2-opening",
      ])
    #expect(Set(joined.activities.map(\.id)).count == 5)
  }

  @Test func `a plan after itself has everything twice, under ids of its own`() {
    let one = plan("A", "day", ["opening", "vote"])
    let three = one.followed(by: one).followed(by: one)
    #expect(three.sessions.map(\.id) == ["day", "day-2", "day-3"])
    #expect(Set(three.activities.map(\.id)).count == 6 && three.boards == one.boards)
  }

  @Test func `pitches that go on after others still do, under their new names`() throws {
    var other = plan("B", "jury", ["opening", "more"])
    other.sessions[0].activities[1].eachAfter = "opening"
    let joined = plan("A", "day", ["opening"]).followed(by: other)
    #expect(joined.activities.map(\.eachAfter) == [nil, nil, "jury-opening"])
  }
}
