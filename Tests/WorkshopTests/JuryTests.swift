import Testing
import WorkshopCore
import WorkshopQueries

/// A jury's forms on their board: whose, for what, which are in, and that sealed ones stay so.
@Suite struct JuryTests {
  private static let sheet = Sheet(
    id: "advice", title: "Advice",
    fields: [
      Field(id: Card.text, label: "Advice"),
      Field(id: "project", label: "Project", type: .card, board: "projects"),
      Field(id: "juror", label: "Juror", type: .person),
      Field(id: "interest", label: "Conflict", type: .choice),
      Field(id: "group", label: "Group", type: .scale, minimum: 1, maximum: 5),
      Field(id: "test", label: "Test", type: .scale, minimum: 1, maximum: 5),
      Field(id: "audience", label: "Read out?", type: .choice),
    ])

  private static let plan = Plan(
    title: "Jury",
    people: ["eva", "leo"].map { Person(id: $0, name: $0, role: "jury") }
      + [Person(id: "ana", name: "Ana", role: "builder")],
    boards: [
      Board(id: "projects", title: "Projects", sheet: "project"),
      Board(id: "advice", title: "Advice", sheet: "advice", isSealed: true),
      Board(id: "ideas", title: "Ideas"),
    ],
    sessions: [])

  private func room() -> (room: Room, desk: CardID, hub: CardID) {
    var room = Room(Self.plan)
    let desk = room.card("Desk", on: "projects")
    let hub = room.card("Hub", on: "projects")
    return (room, desk, hub)
  }

  private func jury(_ room: Room) throws -> Jury {
    let board = try #require(room.workshop.board("advice"))
    return try #require(Jury(on: board, sheet: Self.sheet, in: room.workshop))
  }

  private func give(
    _ fields: [String: String], _ juror: String, _ project: CardID, _ room: inout Room
  ) {
    _ = room.card(
      "", on: "advice", fields: fields.merging(["juror": juror, "project": project]) { $1 })
  }

  @Test func `everybody on the jury owes a form for every project`() throws {
    var (room, desk, _) = room()
    #expect(try jury(room).jurors.map(\.id) == ["eva", "leo"])
    let empty = try jury(room)
    #expect(empty.expected == 4)
    #expect(empty.arrived == 0)
    give(["group": "4"], "eva", desk, &room)
    #expect(try !jury(room).isIn("eva", desk))
    give(["test": "2"], "eva", desk, &room)
    #expect(try jury(room).isIn("eva", desk), "two cards begun at once are one form")
    #expect(try jury(room).arrived == 1)
    #expect(try !jury(room).isComplete)
  }

  @Test func `a conflict of interest is an answer, and its scores do not count`() throws {
    var (room, desk, hub) = room()
    give(["interest": "declared", "group": "5", "test": "5"], "eva", desk, &room)
    give(["group": "2", "test": "3"], "leo", desk, &room)
    for juror in ["eva", "leo"] { give(["group": "4", "test": "4"], juror, hub, &room) }
    let jury = try jury(room)
    #expect(jury.isComplete)
    let row = try #require(jury.scores.rows.first { $0.project == desk })
    #expect(row.raw == 2.5 && row.jurors == 1)
  }

  @Test func `whoever does not say so is not read out`() throws {
    var (room, desk, hub) = room()
    give(["group": "4"], "eva", desk, &room)
    give(["group": "4", "audience": "public"], "eva", hub, &room)
    #expect(try jury(room).form(of: "eva", for: desk)?.isPublic == false)
    #expect(try jury(room).form(of: "eva", for: hub)?.isPublic == true)
  }

  @Test func `a sealed board shows no card to anybody until it is opened`() throws {
    var (room, desk, _) = room()
    give(["group": "4", "test": "1"], "eva", desk, &room)
    #expect(room.workshop.cards(on: "advice").isEmpty)
    #expect(try jury(room).arrived == 1)
    room.when(.boardSet(board: "advice", setting: .sealed, value: ""))
    #expect(room.workshop.cards(on: "advice").count == 1)
  }

  @Test func `a board with another sheet is no jury's`() throws {
    let (room, _, _) = room()
    let board = try #require(room.workshop.board("ideas"))
    #expect(Jury(on: board, sheet: nil, in: room.workshop) == nil)
    let scoreless = Sheet(id: "s", title: "S", fields: Array(Self.sheet.fields.prefix(4)))
    #expect(Jury(on: board, sheet: scoreless, in: room.workshop) == nil)
  }
}

/// Pitches that a day plays in two parts, in one order.
@Suite struct EachRoundTests {
  private static func pitch(_ id: String, count: Int? = nil, after: String? = nil) -> Activity {
    Activity(
      id: id, title: Localized(id), kind: "talk", minutes: 60,
      rounds: [Round(title: "Project", segments: [Segment(title: "Talk", minutes: 8)])],
      each: "projects", eachCount: count, eachAfter: after)
  }

  private static let plan = Plan(
    title: "Pitches", boards: [Board(id: "projects", title: "Projects")],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [pitch("first", count: 2), pitch("second", after: "first")])
    ])

  private func names(_ id: String, _ room: Room) throws -> [String] {
    let activity = try #require(room.workshop.plan.activity(id))
    return room.workshop.rounds(of: activity).map { $0.title.text(in: "en") }
  }

  @Test func `the second part goes on where the first one ends`() throws {
    var room = Room(Self.plan)
    for name in ["A", "B", "C", "D"] { _ = room.card(name, on: "projects") }
    #expect(try names("first", room) == ["A", "B"])
    #expect(try names("second", room) == ["C", "D"])
  }

  @Test func `an order drawn in the first part holds for the second, and tells its seed`() throws {
    var room = Room(Self.plan)
    let ids = ["A", "B", "C", "D"].map { room.card($0, on: "projects") }
    room.when(
      .roundsArranged(
        activity: "first", order: [ids[3], ids[0], ids[2], ids[1]], skipped: [], seed: 47))
    #expect(try names("first", room) == ["D", "A"])
    #expect(try names("second", room) == ["C", "B"])
    #expect(room.workshop.seed(ofOrder: "first") == 47)
    room.when(
      .roundsArranged(activity: "second", order: [ids[1], ids[2]], skipped: []))
    #expect(try names("second", room) == ["B", "C"])
    #expect(room.workshop.seed(ofOrder: "second") == nil)
  }

  @Test func `until there is a project the plan's own rounds stand for them`() throws {
    #expect(try names("first", Room(Self.plan)) == ["Project"])
  }

  @Test func `a plan that goes round in a circle has rounds all the same`() throws {
    var plan = Self.plan
    plan.sessions[0].activities = [
      Self.pitch("first", count: 1, after: "second"),
      Self.pitch("second", count: 1, after: "first"),
    ]
    var room = Room(plan)
    for name in ["A", "B", "C"] { _ = room.card(name, on: "projects") }
    #expect(try names("first", room).count == 1)
    #expect(try names("second", room).count == 1)
  }
}
