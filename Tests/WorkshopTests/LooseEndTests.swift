import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// What a room has begun and not brought to its end.
@Suite struct LooseEndTests {
  private static let plan = Plan(
    title: "Programme", themes: [Theme(id: "desk", name: "Desk")],
    people: [
      Person(id: "ana", name: "Ana"), Person(id: "ben", name: "Ben", role: "builder"),
      Person(id: "cy", name: "Cy", role: "expert"),
    ],
    boards: [
      Board(id: "ideas", title: "Ideas", sheet: "idea"),
      Board(id: "personas", title: "Personas", sheet: "persona"),
    ],
    sessions: [
      Session(
        id: "one", title: "One",
        activities: [
          Activity(id: "a", title: "x", kind: "canvas", minutes: 30),
          Activity(id: "v", title: "x", kind: "poll", minutes: 30),
        ])
    ])

  private static let sheets: Shelf<Sheet> = [
    "persona": Sheet(
      id: "persona", title: "Persona",
      fields: ["text", "age", "needs", "story", "verbatim"].map {
        Field(id: $0, label: Localized($0))
      })
  ]

  private func ends(_ room: Room, after days: Int = 0) -> [LooseEnd] {
    room.workshop.looseEnds(now: Room.moment(days * 86_400 + 3600), sheets: Self.sheets)
  }

  @Test func `before anything began nothing is open`() {
    #expect(ends(Room(Self.plan)).isEmpty)
    #expect(ends(Room()).isEmpty)
  }

  @Test func `two texts on one card, until one is kept`() throws {
    var room = Room(Self.plan)
    let card = room.card("One")
    let first = room.workshop.card(card)?.values[Card.text]?.entry
    room.when(.fieldSet(card: card, field: Card.text, value: "Two", over: first))
    let other = room.entry(
      .fieldSet(card: card, field: Card.text, value: "Three", over: first), by: "ben")
    room.take(other)
    #expect(ends(room).first == .conflict(card))
    let over = room.workshop.card(card)?.values[Card.text]?.entry
    room.second += 1
    room.when(.fieldSet(card: card, field: Card.text, value: "Three", over: over))
    #expect(!ends(room).contains(.conflict(card)))
  }

  @Test func `a parked question, until something becomes of it`() {
    var room = Room(Self.plan)
    let card = room.card("Who pays?", on: "parking")
    #expect(ends(room) == [.parked(card)])
    room.when(.fieldSet(card: card, field: "outcome", value: "later", over: nil))
    #expect(ends(room) == [.parked(card)], "nobody takes it home")
    room.when(.fieldSet(card: card, field: "owner", value: "ana", over: nil))
    #expect(ends(room).isEmpty)
  }

  @Test func `a project is missed a theme, a persona and a canvas, as long as it is worked on`() {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    #expect(ends(room) == [.project(project, lacks: [.theme, .persona, .canvas])])
    room.when(.fieldSet(card: project, field: Card.theme, value: "desk", over: nil))
    let persona = room.card(
      "Odette", on: "personas", fields: ["age": "71", "needs": "x", "story": "y"])
    room.when(.fieldSet(card: project, field: Card.persona, value: persona, over: nil))
    #expect(ends(room) == [.project(project, lacks: [.canvas])])
    let fields = [
      Card.project: project, Decision.status: "dropped", Decision.motive: "other",
      Decision.reason: "x", Decision.deciders: "The jury",
    ]
    _ = room.card("No more", on: "decisions", fields: fields)
    #expect(ends(room).isEmpty)
  }

  @Test func `people are missed a project once one has chosen, whoever helps never`() {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects", fields: [Card.theme: "desk"])
    #expect(!ends(room).contains { if case .people = $0 { true } else { false } })
    room.when(.fieldSet(card: "ana", field: Card.project, value: project, over: nil))
    #expect(ends(room).contains(.people(["ben"])))
    room.when(.fieldSet(card: "ben", field: Card.project, value: project, over: nil))
    #expect(!ends(room).contains { if case .people = $0 { true } else { false } })
  }

  @Test func `a decision without its reason, and a review whose day is over`() {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects", fields: [Card.theme: "desk"])
    var fields = [
      Card.project: project, Decision.status: "on-hold", Decision.deciders: "The board",
      Decision.review: "2026-12-01",
    ]
    let decision = room.card("It waits", on: "decisions", fields: fields)
    #expect(ends(room).contains(.decision(decision, missing: [.reason])))
    room.when(.fieldSet(card: decision, field: Decision.motive, value: "easy-test", over: nil))
    #expect(!ends(room).contains(.decision(decision, missing: [.reason])))
    let due = LooseEnd.review(project: project, due: Day("2026-12-01")!)
    #expect(!ends(room, after: 8).contains(due), "on its own day it is not late")
    #expect(ends(room, after: 9).contains(due))
    fields[Decision.review] = "2027-03-01"
    fields[Decision.motive] = "easy-test"
    fields[Card.date] = "2026-12-02"
    _ = room.card("It waits on", on: "decisions", fields: fields)
    #expect(!ends(room, after: 9).contains { if case .review = $0 { true } else { false } })
  }

  @Test func `a next step without an owner or a day; what is done is not missed them`() {
    var room = Room(Self.plan)
    let step = room.card("Call the town", on: "actions")
    #expect(ends(room) == [.step(step, lacksOwner: true, lacksDay: true)])
    room.when(.fieldSet(card: step, field: "owner", value: "ana", over: nil))
    room.when(.fieldSet(card: step, field: "due", value: "when it fits", over: nil))
    #expect(ends(room) == [.step(step, lacksOwner: false, lacksDay: true)])
    room.when(.fieldSet(card: step, field: "status", value: "done", over: nil))
    #expect(ends(room).isEmpty)
  }

  @Test func `a theme the room made nothing of, until somebody says why`() {
    var room = Room(Self.plan)
    room.when(.activityOpened(activity: "a", seconds: nil))
    #expect(ends(room) == [.theme("desk")])
    let decision = room.card(
      "Not this time", on: "decisions",
      fields: [Card.theme: "desk", Decision.status: "not-explored", Decision.reason: "No time"])
    #expect(ends(room).isEmpty)
    room.when(.cardBinned(card: decision))
    _ = room.card("An idea", fields: [Card.theme: "desk"])
    #expect(ends(room).isEmpty)
  }

  @Test func `a vote left open, then one not revealed, then what it chose without a project`() {
    var room = Room(Self.plan)
    let ideas = [room.card("One"), room.card("Two")]
    let poll = room.when(
      .pollOpened(
        activity: "v", question: "Which?", method: .dots, options: ideas, dots: 2, cap: 1,
        winners: 1)
    ).description
    #expect(ends(room) == [.vote(poll, isOpen: true)])
    room.when(
      .ballotCast(poll: poll, voter: "1", marks: [ideas[0]: 1], way: .paper))
    room.when(room.workshop.poll(poll)?.closing)
    #expect(ends(room) == [.vote(poll, isOpen: false)])
    room.when(.pollRevealed(poll: poll))
    #expect(ends(room) == [.chosen(option: ideas[0], poll: poll)])
    _ = room.card(
      "One", on: "projects", fields: [Workshop.originField: ideas[0], Card.theme: "desk"])
    #expect(!ends(room).contains(.chosen(option: ideas[0], poll: poll)))
  }

  @Test func `a persona of which less than half is filled in`() {
    var room = Room(Self.plan)
    let persona = room.card("Odette", on: "personas", fields: ["age": "71"])
    #expect(ends(room) == [.sheet(persona, filled: 2, of: 5)])
    room.when(.fieldSet(card: persona, field: "needs", value: "x", over: nil))
    #expect(ends(room).isEmpty)
  }
}
