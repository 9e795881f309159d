import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// Why a project is there: only what was really linked.
@Suite struct ChainTests {
  private static let plan = Plan(
    title: "Test",
    boards: [
      Board(id: "personas", title: "Personas", sheet: "persona"),
      Board(id: "challenges", title: "Challenges", sheet: "challenge"),
      Board(id: "ideas", title: "Ideas", sheet: "idea"),
      Board(id: "projects", title: "Projects", sheet: "project"),
      Board(id: "advice", title: "Advice", sheet: "advice"),
      Board(id: "feedback", title: "Feedback", sheet: "feedback"),
    ],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [
          Activity(
            id: "pitches", title: "Pitches", kind: "talk", minutes: 10,
            rounds: [Round(title: "", segments: [Segment(title: "", minutes: 5)])],
            each: "projects"),
          Activity(id: "vote", title: "Vote", kind: "poll", minutes: 10),
        ])
    ])

  private func chain(_ project: CardID, _ room: Room) throws -> [Chain.Kind: [Chain.Item]] {
    let card = try #require(room.workshop.card(project))
    let steps = Chain(of: card, in: room.workshop).steps
    #expect(steps.map(\.kind) == Chain.Kind.allCases)
    return Dictionary(uniqueKeysWithValues: steps.map { ($0.kind, $0.items) })
  }

  @Test func `a bare project has every step, and every step is missing`() throws {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    _ = room.card("A desk", on: "ideas", fields: ["from": "nothing that is there"])
    #expect(try chain(project, room).values.allSatisfy(\.isEmpty))
    let odd = room.card("Odd", on: "projects", fields: ["origin": "gone", "persona": "nobody"])
    #expect(try chain(odd, room).values.allSatisfy(\.isEmpty))
  }

  @Test func `a step is missed only where the workshop has a place for it`() {
    let workshop = Room(Self.plan).workshop
    let places = Chain.Kind.allCases.filter(workshop.hasPlace)
    #expect(
      places == [.persona, .idea, .cluster, .vote, .pitch, .feedback, .decision, .action])
  }

  @Test func `the chain goes from the persona whose journey hurts to the measure`() throws {
    var room = Room(Self.plan)
    let persona = room.card("Odette", on: "personas")
    let way = room.when(
      .boardAdded(title: "Odette", canvas: "public-service", sheet: "journey", about: persona)
    ).description
    let pain = room.card("No answer for weeks", on: way, fields: ["zone": "wait", "row": "pain"])
    let challenge = room.card("How might we answer?", on: "challenges", fields: ["from": pain])
    let cluster = room.when(.zoneAdded(board: "ideas", title: "Answers")).description
    let idea = room.card("Call back", on: "ideas", fields: ["from": challenge, "zone": cluster])
    let twin = room.card("Ring them up", on: "ideas", fields: ["into": idea])
    let other = room.card("A van", on: "ideas")
    let poll = room.when(
      .pollOpened(
        activity: "vote", question: "Which?", method: .dots, options: [idea, other], dots: 1,
        cap: 1, winners: 1)
    ).description
    room.when(.totalsCounted(poll: poll, totals: [idea: 3], voters: 3))
    room.when(.pollClosed(poll: poll, cut: [:]))
    room.when(.pollRevealed(poll: poll))
    let project = room.card("Callback", on: "projects", fields: ["origin": idea])
    let canvas = room.when(
      .boardAdded(title: "Callback", canvas: "social", sheet: nil, about: project)
    ).description
    let draft = room.card(
      "Callback", on: "drafts", fields: ["project": project, "measure": "Answers in a day"])
    room.when(.activityOpened(activity: "pitches", seconds: nil))
    let like = room.card("Simple", on: "feedback", fields: ["project": project])
    let advice = room.card("Start small", on: "advice", fields: ["project": project])
    let decided = room.card(
      "Defined", on: "decisions", fields: ["project": project, "status": "defined"])
    _ = room.card("Go?", on: "decisions", fields: ["project": project, "status": "go"])
    let step = room.card("Ask the mayor", on: "actions", fields: ["project": project])

    let chain = try chain(project, room)
    #expect(chain[.persona] == [.card(persona)])
    #expect(chain[.pain] == [.card(pain)])
    #expect(chain[.idea] == [.card(challenge), .card(idea), .card(twin)])
    #expect(chain[.cluster] == [.zone(cluster, on: "ideas")])
    guard case .vote(let vote) = chain[.vote]?.first else {
      Issue.record("no vote")
      return
    }
    #expect(vote.rank == 1 && vote.isChosen == true && vote.option == idea)
    #expect(chain[.canvas] == [.board(canvas)], "the journey is no canvas")
    #expect(chain[.draft] == [.card(draft)] && chain[.indicator] == [.card(draft)])
    #expect(chain[.pitch] == [.activity("pitches")])
    #expect(chain[.feedback] == [.card(like)] && chain[.jury] == [.card(advice)])
    #expect(chain[.decision] == [.card(decided)], "what does not count is no decision")
    #expect(chain[.action] == [.card(step)])
    room.when(.cardBinned(card: idea))
    let without = try self.chain(project, room)
    #expect(without[.idea] == [] && without[.vote] == [] && without[.pain] == [])
  }

  @Test func `a project made of a cluster rests on all its ideas; links count either way`() throws {
    var room = Room(Self.plan)
    let cluster = room.when(.zoneAdded(board: "ideas", title: "Answers")).description
    let ideas = ["One", "Two"].map { room.card($0, on: "ideas", fields: ["zone": cluster]) }
    let project = room.card("Answers", on: "projects", fields: ["origin": cluster])
    let third = room.card("Three", on: "ideas")
    room.when(.memberAdded(card: third, set: "links", member: project))
    let chain = try chain(project, room)
    #expect(Set(room.workshop.origins(of: project).map(\.id)) == Set(ideas + [third]))
    #expect(chain[.cluster] == [.zone(cluster, on: "ideas")])
    let whole = room.card("All", on: "projects")
    room.when(.memberAdded(card: whole, set: "links", member: third))
    #expect(room.workshop.origins(of: whole).map(\.id) == [third])
  }

  @Test func `a draft's versions are in order, the last one is the draft`() {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    let second = room.card("v2", on: "drafts", fields: ["project": project, "version": "2"])
    let first = room.card("v1", on: "drafts", fields: ["project": project])
    #expect(room.workshop.drafts(of: project).map(\.id) == [first, second])
  }

  @Test func `a session begins with what was open before it`() {
    var room = Room(Self.plan)
    let open = room.card("Ask", on: "actions")
    let done = room.card("Call", on: "actions", fields: ["status": "done"])
    let session = Self.plan.sessions[0]
    #expect(room.workshop.pastSteps(at: session).map(\.id) == [open])
    room.when(.activityOpened(activity: "pitches", seconds: nil))
    _ = room.card("New today", on: "actions")
    #expect(room.workshop.pastSteps(at: session).map(\.id) == [open])
    room.when(.memberAdded(card: open, set: "reviewed", member: "day"))
    room.when(.fieldSet(card: open, field: "status", value: "done", over: nil))
    #expect(room.workshop.pastSteps(at: session).map(\.id) == [open], "looked at, it stays")
    #expect(done != open)
  }
}
