import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// The figures of a programme, each as a table of what happened and what is counted.
@Suite struct IndicatorsTests {
  private static let day = 86_400

  /// Two days on end and a third a month later, from 23 November 2026 on.
  private static func plan(people: [Person] = roster) -> Plan {
    func session(_ id: String, _ date: String) -> Session {
      Session(
        id: id, title: Localized(id), date: date,
        activities: ["a", "b"].map {
          Activity(id: "\(id)-\($0)", title: "x", kind: "board", minutes: 30)
        })
    }
    return Plan(
      title: "Programme",
      themes: [Theme(id: "desk", name: "Desk"), Theme(id: "data", name: "Data")], people: people,
      boards: [
        Board(id: "ideas", title: "Ideas", sheet: "idea"),
        Board(id: "personas", title: "Personas", sheet: "persona"),
        Board(id: "facts", title: "Facts", sheet: "fact"),
      ],
      sessions: [
        session("one", "2026-11-23"), session("two", "2026-11-24"), session("jury", "2026-12-21"),
      ])
  }

  private static let roster = [
    Person(id: "ana", name: "Ana", organisation: "North", role: "builder", cohort: "2"),
    Person(id: "ben", name: "Ben", organisation: "South", role: "builder"),
    Person(id: "cy", name: "Cy", organisation: "North", role: "expert"),
    Person(id: "di", name: "Di"),
  ]

  /// Both days in November held.
  private func held(_ plan: Plan = plan()) -> Room {
    var room = Room(plan)
    for (offset, id) in ["one", "two"].enumerated() {
      room.when(.activityOpened(activity: id + "-a", seconds: nil), at: offset * Self.day)
      room.when(.activityOpened(activity: id + "-b", seconds: nil), at: offset * Self.day + 1800)
    }
    return room
  }

  private func indicators(_ room: Room, after days: Int = 60) -> Indicators {
    Indicators(of: room.workshop, now: Room.moment(days * Self.day))
  }

  @Test func `before anything was held only the roster is known`() {
    let indicators = indicators(Room(Self.plan()), after: 0)
    var known = Figures()
    known.registered = 4
    #expect(indicators.sessions.map(\.figures) == [known, known, known])
    known.organisations = 2
    #expect(indicators.programme == known)
  }

  @Test func `a plan without people, boards and themes has no data, and no nought`() {
    let plan = Plan(
      title: "", sessions: [Session(id: "s", title: "S", activities: [])])
    #expect(Indicators(of: Workshop(plan: plan), now: Room.moment(0)).programme == Figures())
  }

  @Test func `nobody marked as present is no data`() {
    let programme = indicators(held()).programme
    #expect(programme.present == nil && programme.returned == nil)
  }

  @Test(
    arguments: [
      // At the first day, at the second; came again of how many, nil: no other day was marked.
      (["ana", "ben"], ["ana"], [1, 2]), (["ana"], ["ben"], [0, 1]), (["ana"], [], nil),
      (["ana", "ben", "di"], ["ana", "ben", "di", "cy"], [3, 3]),
    ] as [([String], [String], [Int]?)])
  func `came again is told of those at the first session`(
    first: [String], second: [String], returned: [Int]?
  ) {
    var room = held()
    for (session, people) in [("one", first), ("two", second)] {
      for person in people {
        room.when(.memberAdded(card: person, set: Workshop.present, member: session))
      }
    }
    let indicators = indicators(room)
    let expected = returned.map { Portion($0[0], of: $0[1]) }
    #expect(indicators.programme.returned == expected)
    #expect(indicators.sessions[0].figures.returned == nil)
    #expect(indicators.sessions[1].figures.returned == expected)
    #expect(indicators.programme.present == Set(first + second).count)
    #expect(indicators.sessions[0].figures.present == first.count)
  }

  @Test func `whoever is in the bin was never there, and an undone tick is none`() {
    var room = held()
    room.when(.memberAdded(card: "ana", set: Workshop.present, member: "one"))
    room.when(.cardBinned(card: "ana"))
    let tick = room.when(.memberAdded(card: "ben", set: Workshop.present, member: "one"))
    room.when(.reverted(entry: tick))
    let programme = indicators(room).programme
    #expect(programme.present == nil && programme.registered == 3)
  }

  @Test func `experts are those who joined after the first session, by the day they say`() {
    var room = held()
    func person(_ name: String, _ role: String, _ joined: String?) -> Event {
      var fields = ["role": role]
      fields["joined-on"] = joined
      return .cardAdded(board: "people", text: name, fields: fields)
    }
    room.when(person("Late", "expert", "2026-12-02"), at: 9 * Self.day)
    room.when(person("Undated", "expert", nil))
    room.when(person("Builder", "builder", "2026-12-02"))
    room.when(person("Typed late", "expert", "2026-11-20"))
    #expect(indicators(room).programme.experts == 2)
    #expect(indicators(room).sessions[0].figures.registered == 5)
    #expect(
      indicators(held(Self.plan(people: [Person(id: "x", name: "X")]))).programme.experts == nil)
  }

  @Test func `what was made is counted on its day; the month between belongs to the programme`() {
    var room = held()
    _ = room.card("After the second day", on: "ideas")
    room.second = 100
    let first = room.card("One", on: "ideas")
    let second = room.card("The same", on: "ideas")
    room.when(.fieldSet(card: second, field: "into", value: first, over: nil))
    let binned = room.card("Gone", on: "ideas")
    room.when(.cardBinned(card: binned))
    _ = room.card("", on: "personas")
    _ = room.card("Odette, 74", on: "personas")
    room.second = 10 * Self.day
    _ = room.card("At home", on: "ideas")
    let indicators = indicators(room)
    #expect(indicators.sessions.map(\.figures.ideas) == [2, 1, nil])
    #expect(indicators.sessions.map(\.figures.personas) == [1, 0, nil])
    #expect(indicators.programme.ideas == 4 && indicators.programme.personas == 1)
    #expect(indicators.programme.canvases == nil, "nobody planned or made one")
  }

  @Test func `a canvas counts with its first note`() {
    var room = held()
    let idea = room.card("One", on: "ideas")
    let empty = Event.boardAdded(title: "E", canvas: "social", sheet: nil, about: idea)
    room.when(empty)
    let canvas = room.when(
      .boardAdded(title: "C", canvas: "social", sheet: nil, about: idea)
    ).description
    room.when(
      .boardAdded(title: "J", canvas: "public-service", sheet: "journey", about: idea))
    _ = room.card("A note", on: canvas)
    let indicators = indicators(room)
    #expect(indicators.programme.canvases == 1)
    #expect(indicators.sessions.map(\.figures.canvases) == [0, 1, nil])
  }

  @Test func `themes are explored of those on the list`() {
    var room = held()
    room.when(.cardAdded(board: "ideas", text: "One", fields: ["theme": "desk"]))
    room.when(.cardAdded(board: "facts", text: "A figure", fields: ["theme": "data"]))
    #expect(indicators(room).programme.themes == Portion(1, of: 2))
  }

  /// A decision with all it needs to count.
  private func decision(
    _ project: CardID, _ status: String, _ date: String, complete: Bool = true
  ) -> Event {
    var fields = ["project": project, "status": status, "date": date]
    if complete {
      fields["motive"] = "easy-test"
      fields["deciders"] = "The board"
      fields["review"] = "2027-06-01"
    }
    return .cardAdded(board: "decisions", text: "d", fields: fields)
  }

  @Test func `the funnel holds whatever ever came that far; standing is where it is now`() {
    var room = held()
    let projects = (1...4).map { room.card("P\($0)", on: "projects") }
    room.when(decision(projects[0], "potential", "2026-11-24"))
    room.when(decision(projects[0], "defined", "2026-12-21"))
    room.when(decision(projects[0], "go", "2026-12-22"))
    room.when(decision(projects[1], "defined", "2026-12-21"))
    room.when(decision(projects[1], "on-hold", "2026-12-22"))
    room.when(decision(projects[2], "potential", "2026-11-24"))
    room.when(decision(projects[2], "dropped", "2026-12-21"))
    room.when(decision(projects[3], "go", "2026-12-22", complete: false))
    let undone = room.when(decision(projects[3], "defined", "2026-12-22"))
    room.when(.reverted(entry: undone))
    let indicators = indicators(room)
    let programme = indicators.programme
    #expect(programme.reached == [.potential: 3, .defined: 2, .go: 1, .delivered: 0])
    #expect(programme.standing == [.go: 1, .onHold: 1, .dropped: 1])
    // By the end of the second day two were potential, and nothing more.
    let second = indicators.sessions[1].figures
    #expect(second.reached == [.potential: 2, .defined: 0, .go: 0, .delivered: 0])
    #expect(second.standing == [.potential: 2])
  }

  @Test func `without a decision there is no funnel`() {
    var room = held()
    _ = room.card("P", on: "projects")
    #expect(indicators(room).programme.reached.isEmpty)
    #expect(indicators(room).programme.standing.isEmpty)
  }

  @Test func `tested is what has a result, and a project's test has its figures`() throws {
    var room = held()
    let projects = (1...3).map { room.card("P\($0)", on: "projects") }
    room.when(.fieldSet(card: "ana", field: "project", value: projects[0], over: nil))
    room.when(
      .cardAdded(board: "drafts", text: "v1", fields: ["project": projects[0], "cost": "900"]))
    room.when(
      .cardAdded(
        board: "drafts", text: "v2",
        fields: [
          "project": projects[0], "version": "2", "result": "It works", "users-tested": "12",
          "tested-on": "2026-12-01", "cost": "1200",
        ]))
    room.when(.cardAdded(board: "drafts", text: "d", fields: ["project": projects[1]]))
    let indicators = indicators(room)
    #expect(indicators.programme.reached[.tested] == 1)
    let first = try #require(indicators.projects.first)
    #expect(first.users == 12 && first.days == 7 && first.cost == 1200 && first.isTested)
    let others = indicators.projects.dropFirst()
    #expect(others.allSatisfy { $0.users == nil && $0.days == nil && $0.cost == nil })
  }

  @Test(
    arguments: [
      // Due, done on (nil: never); on time of how many, nil: none is due.
      ("2026-12-01", "2026-12-01", [1, 1]), ("2026-12-01", "2026-12-02", [0, 1]),
      ("2026-12-01", nil, [0, 1]), ("2027-12-01", "2026-12-02", nil), ("soon", "2026-12-02", nil),
    ] as [(String, String?, [Int]?)])
  func `a next step is on time when it was done by its day`(
    due: String, done: String?, expected: [Int]?
  ) throws {
    var room = held()
    let step = room.card("Call", on: "actions", fields: ["due": due, "status": "todo"])
    if let done {
      let days = try #require(Day("2026-11-23")).days(until: try #require(Day(done)))
      room.when(
        .fieldSet(card: step, field: "status", value: "done", over: nil), at: days * Self.day)
    }
    let dropped = room.card(
      "No", on: "actions", fields: ["due": "2026-12-01", "status": "dropped"])
    #expect(room.workshop.card(dropped) != nil)
    #expect(indicators(room).programme.onTime == expected.map { Portion($0[0], of: $0[1]) })
  }

  @Test func `a group is active when it does something thirty days on, outside the sessions`() {
    func room(_ then: (inout Room, CardID) -> Void) -> Room {
      var room = held()
      let project = room.card("P", on: "projects")
      room.when(.fieldSet(card: "ana", field: "project", value: project, over: nil))
      then(&room, project)
      return room
    }
    let write: (inout Room, CardID, Int) -> Void = { room, project, day in
      room.when(
        .fieldSet(card: project, field: "promise", value: "x", over: nil), at: day * Self.day)
    }
    #expect(indicators(room { _, _ in }).programme.active == Portion(0, of: 1))
    #expect(indicators(room { _, _ in }, after: 20).programme.active == nil, "too early to say")
    #expect(indicators(room { write(&$0, $1, 20) }).programme.active == Portion(0, of: 1))
    #expect(indicators(room { write(&$0, $1, 40) }).programme.active == Portion(1, of: 1))
    let atJury = room { room, project in
      room.when(.activityOpened(activity: "jury-a", seconds: nil), at: 40 * Self.day)
      write(&room, project, 40)
    }
    #expect(indicators(atJury).programme.active == Portion(0, of: 1))
    let others = room { room, project in
      room.when(decision(project, "potential", "2027-01-05"), at: 43 * Self.day)
    }
    #expect(indicators(others).programme.active == Portion(0, of: 1), "others' words")
    let met = room { room, project in
      room.when(
        .cardAdded(
          board: "meetings", text: "Call", fields: ["project": project, "date": "2026-12-30"]),
        at: 25 * Self.day)
      room.when(
        .cardAdded(
          board: "meetings", text: "To come", fields: ["project": project, "date": "2029-12-30"]))
    }
    #expect(indicators(met).programme.active == Portion(1, of: 1))
    #expect(indicators(met).programme.meetings == 1, "what lies ahead was not held")
    #expect(indicators(held()).programme.meetings == nil)
    #expect(indicators(held()).programme.active == nil)
  }

  @Test func `minutes are told of sessions that are over, against the plan's file`() {
    var room = held()
    let running = Indicators(of: room.workshop, now: Room.moment(Self.day + 2000))
    #expect(
      running.sessions[1].figures.minutes == nil && running.sessions[1].figures.overrun == nil)
    room.when(.activityOpened(activity: "jury-a", seconds: nil), at: 28 * Self.day)
    let indicators = indicators(room)
    #expect(indicators.sessions[0].figures.minutes == Figures.Pair(planned: 60, actual: 60))
    #expect(indicators.sessions[0].figures.overrun == 0)
    #expect(indicators.programme.days == Figures.Pair(planned: 27, actual: 27))
    #expect(self.indicators(held()).programme.days == nil, "the jury day was not held")
  }
}
