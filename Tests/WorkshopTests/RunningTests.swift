import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// What is in the running of an activity, and who is waited for at it.
@Suite struct RunningTests {
  private static let plan = Plan(
    title: "Test",
    people: ["ana", "ben", "eva"].map {
      Person(id: $0, name: $0, role: $0 == "eva" ? "jury" : "builder")
    },
    boards: [
      Board(id: "projects", title: "Projects", sheet: "project"),
      Board(id: "advice", title: "Advice", sheet: "advice"),
    ],
    sessions: [
      Session(id: "day-1", title: "Day 1", activities: [pitches("pitches")]),
      Session(
        id: "day-2", title: "Day 2",
        activities: [
          pitches("first", count: 2), pitches("second", after: "first"),
          Activity(id: "decide", title: "Decide", kind: "decision", minutes: 10),
        ]),
    ])

  private static func pitches(
    _ id: String, count: Int? = nil, after: String? = nil
  ) -> Activity {
    Activity(
      id: id, title: "Pitches", kind: "talk", minutes: 10,
      rounds: [Round(title: "Project 1", segments: [Segment(title: "Talk", minutes: 3)])],
      each: "projects", eachCount: count, eachAfter: after)
  }

  /// Five projects, of which the second was dropped and the third put on hold.
  private func room() -> (room: Room, projects: [CardID]) {
    var room = Room(Self.plan)
    let projects = ["Desk", "Bus", "Line", "Hub", "Walk"].map { room.card($0, on: "projects") }
    decide(&room, projects[1], "dropped")
    decide(&room, projects[2], "on-hold", ["review": "2027-01-01"])
    return (room, projects)
  }

  private func decide(
    _ room: inout Room, _ project: CardID, _ status: String, _ fields: [String: String] = [:]
  ) {
    let known = [
      "project": project, "status": status, "motive": "too-few-people hard-to-test",
      "deciders": "We",
    ]
    _ = room.card("Said", on: "decisions", fields: known.merging(fields) { $1 })
  }

  private func turns(_ activity: ActivityID, _ room: Room) -> [String] {
    room.workshop.plan.activity(activity).map { activity in
      room.workshop.rounds(of: activity).map { $0.title.text(in: "en") }
    } ?? []
  }

  @Test func `pitches carry the projects' names, without those that were dropped or wait`() {
    let (room, _) = room()
    #expect(turns("pitches", room) == ["Desk", "Hub", "Walk"])
    #expect(turns("first", room) == ["Desk", "Hub"] && turns("second", room) == ["Walk"])
    #expect(turns("first", Room(Self.plan)) == ["Project 1"], "until there are projects")
  }

  @Test func `what is decided after the pitches takes none of them out of the report`() {
    var (room, projects) = room()
    room.when(.activityOpened(activity: "first", seconds: nil))
    room.when(.activityOpened(activity: "decide", seconds: nil))
    decide(&room, projects[0], "dropped")
    #expect(turns("first", room) == ["Desk", "Hub"])
    #expect(turns("pitches", room) == ["Hub", "Walk"], "it was never held")
    room.when(.activityOpened(activity: "first", seconds: nil))
    #expect(turns("first", room) == ["Hub", "Walk"], "held again, without it")
  }

  @Test func `whoever has the floor keeps it`() {
    var (room, projects) = room()
    room.when(.activityOpened(activity: "first", seconds: nil))
    room.when(
      .segmentOpened(activity: "first", round: projects[0], segment: 0, seconds: nil))
    decide(&room, projects[0], "on-hold", ["review": "2027-01-01"])
    #expect(turns("first", room) == ["Desk", "Hub"])
  }

  @Test func `a jury judges what is in the running, and what it has judged already`() throws {
    var (room, projects) = room()
    let sheet = Sheet(
      id: "advice", title: "Advice",
      fields: [
        Field(id: Card.text, label: "Advice"),
        Field(id: "project", label: "Project", type: .card, board: "projects"),
        Field(id: "juror", label: "Juror", type: .person),
        Field(id: "group", label: "Group", type: .scale, minimum: 1, maximum: 5),
      ])
    func judged() throws -> [String] {
      let board = try #require(room.workshop.board("advice"))
      return try #require(Jury(on: board, sheet: sheet, in: room.workshop)).projects.map(\.text)
    }
    #expect(try judged() == ["Desk", "Hub", "Walk"])
    _ = room.card("Yes", on: "advice", fields: ["juror": "eva", "project": projects[0]])
    decide(&room, projects[0], "dropped")
    decide(&room, projects[3], "dropped")
    #expect(try judged() == ["Desk", "Walk"])
  }

  @Test func `a decision has several reasons, in one field that an old journal reads as well`() {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    decide(&room, project, "dropped")
    #expect(room.workshop.decisions.last?.motives == ["too-few-people", "hard-to-test"])
    decide(&room, project, "potential", ["motive": "easy-test"])
    #expect(room.workshop.decisions.last?.motives == ["easy-test"])
    decide(&room, project, "dropped", ["motive": "other hard-to-test"])
    #expect(room.workshop.decisions.last?.counts == true, "another reason beside one that is said")
    let field = Field(
      id: "motive", label: "", type: .choice,
      choices: ["a", "b", "c"].map { Choice(id: $0, label: Localized($0)) }, takesSeveral: true)
    #expect(field.toggling("a", in: "c b") == "a b c" && field.toggling("b", in: "a b") == "a")
    #expect(field.toggling("a", in: "own") == "a own", "what the sheet does not know stays")
  }

  @Test func `once anybody was checked in, only those who are here are waited for`() {
    var room = Room(Self.plan)
    let session = room.workshop.plan.sessions[1]
    #expect(room.workshop.attending(session).count == 3)
    #expect(room.workshop.presentCount(of: "decide") == nil)
    room.when(.memberAdded(card: "ben", set: Workshop.present, member: "day-2"))
    #expect(room.workshop.attending(session).map(\.id) == ["ben"])
    #expect(room.workshop.attending(nil).count == 3)
    #expect(room.workshop.presentCount(of: "decide") == 1)
    #expect(room.workshop.isAbsent("ana", at: session))
    #expect(!room.workshop.isAbsent("ben", at: session))
    #expect(!room.workshop.isAbsent("Somebody else", at: session))
    #expect(room.workshop.attended(before: "day-2") == nil)
    room.when(.memberAdded(card: "ana", set: Workshop.present, member: "day-1"))
    #expect(room.workshop.attended(before: "day-2")?.id == "day-1")
    #expect(room.workshop.attended(before: "day-1") == nil)
  }

  @Test func `a team of people without time between the sessions is warned of`() throws {
    var room = Room(
      Plan(
        title: "Test",
        people: ["hours", "half-day-week", "sessions", "when my head agrees"].enumerated().map {
          Person(id: "p\($0.offset)", name: "P", availability: $0.element)
        }, boards: [Board(id: "projects", title: "Projects", sheet: "project")]))
    let roles = ["lead": "p1", "scribe": "p2", "coach": "Ada"]
    let project = room.card("Desk", on: "projects", fields: roles)
    for number in 0..<4 {
      room.when(.fieldSet(card: "p\(number)", field: "project", value: project, over: nil))
    }
    let team = room.workshop.team(of: try #require(room.workshop.card(project)))
    #expect(team.warnings == [.littleTime(free: 2)], "whoever says it in words has some")
  }
}
