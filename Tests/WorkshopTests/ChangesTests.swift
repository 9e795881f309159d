import Testing
import WorkshopCore
import WorkshopQueries

/// What changed since a moment, by project and board, and by whom.
@Suite struct ChangesTests {
  private static let plan = Plan(
    title: "Test", people: [Person(id: "zoe", name: "Zoé")],
    boards: [
      Board(id: "ideas", title: "Ideas"),
      Board(id: "projects", title: "Projects", sheet: "project"),
      Board(id: "actions", title: "Actions", sheet: "action"),
      Board(id: "decisions", title: "Decisions", sheet: "decision"),
    ])

  private var room = Room(ChangesTests.plan)
  private let idea: CardID
  private let desk: CardID
  private let empty: CardID

  init() {
    idea = room.card("An idea")
    desk = room.card("Welcome desk", on: "projects", fields: ["origin": idea])
    empty = room.card("Quiet", on: "projects")
    room.second = 100
  }

  private var changes: Changes { Changes(since: Room.moment(100).milliseconds, in: room.workshop) }

  /// What is told of the changes: `subject: +text ~text(fields)`.
  private var told: [String] {
    changes.parts.map { part in
      let subject =
        switch part.subject {
        case .project(let id): room.workshop.card(id)?.text ?? id
        case .board(let id): id
        }
      let items = part.items.map { item -> String in
        let fields = item.fields.isEmpty ? "" : "(\(item.fields.joined(separator: ",")))"
        let mark =
          switch item.kind {
          case .added: "+"
          case .changed: "~"
          case .binned: "-"
          case .restored: "^"
          case .voiced: "×"
          }
        return mark + item.card.text + fields
      }
      return "\(subject): " + items.joined(separator: " ")
    }
  }

  @Test func `nothing since is nothing told`() {
    #expect(changes.parts.isEmpty && changes.count == 0 && changes.people.isEmpty)
  }

  /// An event, and what is told of it.
  private struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let event: @Sendable (_ idea: CardID, _ desk: CardID) -> Event
    let told: [String]
    var testDescription: String { name }
  }

  private static let cases: [Case] = [
    Case(
      name: "a card that names its project",
      event: { _, desk in
        .cardAdded(board: "actions", text: "Call", fields: ["project": desk])
      }, told: ["Welcome desk: +Call"]),
    Case(
      name: "a card that names none",
      event: { _, _ in .cardAdded(board: "actions", text: "Call", fields: nil) },
      told: ["actions: +Call"]),
    Case(
      name: "a field of the project itself",
      event: { _, desk in .fieldSet(card: desk, field: "status", value: "go", over: nil) },
      told: ["Welcome desk: ~Welcome desk(status)"]),
    Case(
      name: "a field of several cards",
      event: { idea, desk in .fieldsSet(field: "zone", values: [idea: "x", desk: "y"]) },
      told: ["Welcome desk: ~Welcome desk(zone)", "ideas: ~An idea(zone)"]),
    Case(
      name: "an idea in the bin", event: { idea, _ in .cardBinned(card: idea) },
      told: ["ideas: -An idea"]),
    Case(
      name: "a voice", event: { idea, _ in .voiceAdded(card: idea) }, told: ["ideas: ×An idea"]),
    Case(
      name: "somebody's project is no work on it",
      event: { _, desk in .fieldSet(card: "zoe", field: "project", value: desk, over: nil) },
      told: ["people: ~Zoé(project)"]),
    Case(
      name: "a private field is not named",
      event: { _, _ in .fieldSet(card: "zoe", field: "email", value: "z@x.example", over: nil) },
      told: ["people: ~Zoé"]),
    Case(
      name: "a card that nobody knows",
      event: { _, _ in .fieldSet(card: "gone-1", field: "x", value: "y", over: nil) }, told: []),
  ]

  @Test(arguments: Self.cases)
  private mutating func `what is done is told where it belongs`(case: Case) {
    room.when(`case`.event(idea, desk))
    #expect(told == `case`.told)
  }

  @Test mutating func `a note on a canvas about a project's idea is the project's`() {
    let board = room.when(
      .boardAdded(title: "Canvas", canvas: "social", sheet: nil, about: idea)
    ).description
    _ = room.card("Who pays?", on: board)
    #expect(told == ["Welcome desk: +Who pays?"])
  }

  @Test mutating func `what came and went since is not told, and what was undone neither`() {
    let card = room.card("Oops", on: "ideas")
    room.when(.cardBinned(card: card))
    let undone = room.when(.voiceAdded(card: idea))
    room.when(.reverted(entry: undone))
    #expect(told.isEmpty && changes.count == 0)
  }

  @Test mutating func `a new card that is edited is one item, and counts every entry`() {
    let card = room.card("Call", on: "actions", fields: ["project": desk])
    room.when(.fieldSet(card: card, field: "status", value: "done", over: nil), by: "louis")
    room.when(.fieldSet(card: card, field: "status", value: "todo", over: nil), by: "louis")
    #expect(told == ["Welcome desk: +Call(status)"])
    #expect(changes.count == 3)
    #expect(changes.people.map(\.name) == ["louis", "ana"])
    #expect(changes.people.map(\.count) == [2, 1])
    #expect(changes.parts.first?.by == ["ana", "louis"])
  }

  @Test
  mutating func `the moment itself counts, what is before does not, nor what is after the end`() {
    room.when(.voiceAdded(card: idea), at: 99)
    room.when(.voiceAdded(card: desk), at: 100)
    room.when(.voiceAdded(card: empty), at: 200)
    func counts(_ since: Int, _ until: Int) -> Int {
      Changes(
        since: Room.moment(since).milliseconds, until: Room.moment(until).milliseconds,
        in: room.workshop
      ).count
    }
    #expect(counts(100, 200) == 1 && counts(99, 201) == 3 && counts(101, 200) == 0)
  }

  @Test mutating func `the activity signal counts a project's entries and its meetings since`() {
    _ = room.card("Earlier", on: "meetings", fields: ["project": desk, "date": "2026-11-01"])
    _ = room.card("First call", on: "meetings", fields: ["project": desk, "date": "2026-12-01"])
    room.when(.fieldSet(card: desk, field: "status", value: "go", over: nil), by: "louis")
    let pulses = room.workshop.pulses(changes, since: Room.moment(100))
    #expect(pulses.map(\.project.id) == [desk, empty])
    #expect(pulses.map(\.entries) == [3, 0] && pulses.map(\.meetings) == [1, 0])
    #expect(pulses.first?.by == ["ana", "louis"] && pulses.last?.last == nil)
  }

  @Test
  mutating func `who joins is told from the day after, and whoever came in at the door is not`() {
    _ = room.card("Walk-in", on: "people", fields: ["joined-on": "2026-11-23"])
    let end = Room.moment(room.second + 10)
    _ = room.card("Later", on: "people", fields: ["joined-on": "2026-11-30"])
    room.second += 20
    _ = room.card("Same evening", on: "people", fields: ["joined-on": "2026-11-23"])
    #expect(room.workshop.joiners(since: end).map(\.text) == ["Later", "Same evening"])
  }

  @Test mutating func `the last visit is told by name, and this visit's own work is not it`() {
    let hour = 3600
    room.when(.voiceAdded(card: idea), at: 10 * hour, by: "zoe")
    room.when(.voiceAdded(card: idea), at: 40 * hour, by: "ana")
    room.when(.voiceAdded(card: idea), at: 41 * hour, by: "ana")
    let now = Room.moment(42 * hour)
    #expect(room.workshop.lastTrace(of: "zoe", before: now) == Room.moment(10 * hour).milliseconds)
    #expect(room.workshop.lastTrace(of: "ana", before: now) ?? 0 < Room.moment(200).milliseconds)
    #expect(room.workshop.lastTrace(of: "nobody", before: now) == nil)
  }
}
