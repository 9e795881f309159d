import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// Teams: who joined when, and what is warned of.
@Suite struct TeamTests {
  private static let plan = Plan(
    title: "Test",
    people: (1...12).map {
      Person(id: "p\($0)", name: "P\($0)", organisation: $0 <= 9 ? "Town" : "County")
    },
    boards: [Board(id: "projects", title: "Projects", sheet: "project")])

  private func team(_ members: ClosedRange<Int>?, lead: Bool = true) -> Team {
    var room = Room(Self.plan)
    let roles = lead ? ["lead": "p1", "scribe": "p2", "coach": "Ada"] : [:]
    let project = room.card("Desk", on: "projects", fields: roles)
    for number in members.map(Array.init) ?? [] {
      room.when(.fieldSet(card: "p\(number)", field: "project", value: project, over: nil))
    }
    let workshop = room.workshop
    return workshop.card(project).map { workshop.team(of: $0) }
      ?? Team(
        project: workshop.people[0], members: [], supporters: [], seconds: [], late: [:], gone: [])
  }

  private static let sizes: [(ClosedRange<Int>?, [Team.Warning])] = [
    (nil, [.cannotStart(missing: 3)]),
    (9...9, [.cannotStart(missing: 2)]),
    (9...10, [.cannotStart(missing: 1)]),
    (8...10, [.small]),
    (7...10, []), (6...10, []), (4...10, []), (3...10, []),
    (2...10, [.large]),
    (1...5, [.oneOrganisation("Town")]),
    (1...3, [.small, .oneOrganisation("Town")]),
    (1...9, [.large, .oneOrganisation("Town")]),
  ]

  @Test(arguments: sizes)
  func `under three nobody starts, under four and over eight is warned of, and of one town alone`(
    _ members: ClosedRange<Int>?, _ warnings: [Team.Warning]
  ) {
    #expect(team(members).warnings == warnings)
  }

  @Test func `a team needs a lead, a note-taker and somebody who helps from outside`() {
    #expect(team(6...10, lead: false).warnings == [.noLead, .noScribe, .noCoach])
    #expect(team(nil, lead: false).warnings == [.cannotStart(missing: 3)], "first of all, people")
  }

  @Test func `who comes or leaves on a later day is dated, a correction of the day is not`() throws
  {
    var room = Room(Self.plan)
    let (one, two) = (room.card("One", on: "projects"), room.card("Two", on: "projects"))
    func choose(_ person: String, _ project: String, day: Int) {
      room.when(
        .fieldSet(card: person, field: "project", value: project, over: nil),
        at: day * 86_400 + room.second % 86_400)
    }
    choose("p1", one, day: 0)
    choose("p2", two, day: 0)
    choose("p2", one, day: 0)
    choose("p3", two, day: 0)
    choose("p4", one, day: 9)
    choose("p3", one, day: 12)
    choose("p1", two, day: 20)
    choose("p5", "", day: 21)
    let workshop = room.workshop
    let team = workshop.team(of: try #require(workshop.card(one)))
    #expect(team.members.map(\.id) == ["p2", "p3", "p4"])
    #expect(team.late.mapValues(\.iso) == ["p3": "2026-12-05", "p4": "2026-12-02"])
    #expect(team.gone.map(\.person) == ["p1"] && team.gone.first?.day.iso == "2026-12-13")
    let other = workshop.team(of: try #require(workshop.card(two)))
    #expect(other.gone.map(\.person) == ["p3"], "p2 had only been put in the wrong place")
    #expect(other.late.mapValues(\.iso) == ["p1": "2026-12-13"])
  }

  @Test func `a hand lent and a second choice make nobody a member`() throws {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    room.when(.memberAdded(card: project, set: "supporters", member: "p1"))
    room.when(.fieldSet(card: "p2", field: "second-choice", value: project, over: nil))
    let team = room.workshop.team(of: try #require(room.workshop.card(project)))
    #expect(team.members.isEmpty && team.supporters.map(\.id) == ["p1"])
    #expect(team.seconds.map(\.id) == ["p2"])
  }
}
