import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// What may follow what, as a table, and what a decision must say before it counts.
@Suite struct ProjectStatusTests {
  typealias Status = ProjectStatus

  /// From each status (a row), what it may become (an x); a dot: not.
  private static let table: [(from: Status?, next: String)] = [
    //               pot def go  hold drop merg paus deli
    (nil, "          x   x   .   x    x    x    .    ."),
    (.potential, "   .   x   .   x    x    x    .    ."),
    (.defined, "     .   .   x   x    x    x    x    ."),
    (.go, "          .   .   x   x    x    x    x    x"),
    (.onHold, "      .   x   x   x    x    x    .    ."),
    (.dropped, "     x   x   .   .    .    .    .    ."),
    (.merged, "      x   .   .   .    .    .    .    ."),
    (.paused, "      .   x   x   x    x    x    .    ."),
    (.delivered, "   .   .   .   .    .    .    .    ."),
  ]
  private static let columns: [Status] = [
    .potential, .defined, .go, .onHold, .dropped, .merged, .paused, .delivered,
  ]

  @Test func `what may follow what is as the table says`() {
    #expect(Self.table.count == Status.allCases.count + 1)
    for (from, row) in Self.table {
      let marks = row.split(separator: " ").map { $0 == "x" }
      let allowed = Set(Status.next(after: from))
      for (status, isAllowed) in zip(Self.columns, marks) {
        #expect(
          allowed.contains(status) == isAllowed,
          "\(from?.rawValue ?? "nothing") → \(status.rawValue)")
      }
    }
  }

  private static let needs: [(Status, [Status.Need])] = [
    (.potential, []), (.defined, []), (.go, [.reason, .decider]),
    (.onHold, [.reason, .review, .decider]), (.dropped, [.reason, .decider]),
    (.merged, [.target, .reason, .decider]), (.paused, [.reason, .decider]),
    (.delivered, [.reason, .decider]),
  ]

  @Test(arguments: needs)
  func `only what begins needs no reason, a hold has its review, a merger its target`(
    _ status: Status, _ needs: [Status.Need]
  ) {
    #expect(status.needs == needs)
    let fields = Set(status.fields)
    if needs.contains(.reason) { #expect(fields.contains(Decision.motive)) }
    if needs.contains(.decider) { #expect(fields.contains(Decision.deciders)) }
    if needs.contains(.review) { #expect(fields.contains(Decision.review)) }
    if needs.contains(.target) { #expect(fields.contains(Decision.target)) }
    #expect(fields.contains(Decision.reopening) == [.onHold, .paused, .dropped].contains(status))
  }

  // MARK: What decisions say

  private static let plan = Plan(
    title: "Test",
    boards: [
      Board(id: "ideas", title: "Ideas", sheet: "idea"),
      Board(id: "projects", title: "Projects", sheet: "project"),
    ])

  private func decide(
    _ room: inout Room, _ project: CardID, _ status: String, _ fields: [String: String] = [:]
  ) -> CardID {
    room.card(
      "Said", on: "decisions",
      fields: ["project": project, "status": status].merging(fields) { $1 })
  }

  private let why = ["motive": "too-few-people", "deciders": "The bureau"]

  @Test func `a workshop with ideas has the boards that projects need, each sheet once`() {
    let sheets = Workshop(plan: Self.plan).boards.compactMap(\.sheet)
    for sheet in ["idea", "project", "mvp", "decision", "action"] {
      #expect(sheets.count { $0 == sheet } == 1, "\(sheet)")
    }
    #expect(!Workshop(plan: Room.plan).boards.contains { $0.sheet == "decision" })
  }

  @Test func `a project stands where its last decision that counts says, by the day it was taken`()
  {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    #expect(room.workshop.status(of: project) == nil)
    _ = decide(&room, project, "defined", ["date": "2026-11-24"])
    #expect(room.workshop.status(of: project) == .defined)
    let go = decide(&room, project, "go", why.merging(["date": "2026-12-01", "wave": "2"]) { $1 })
    #expect(room.workshop.standing(of: project)?.wave == 2)
    // Typed later, taken earlier.
    _ = decide(
      &room, project, "on-hold", why.merging(["date": "2026-11-28", "review": "2027-01-01"]) { $1 })
    #expect(room.workshop.standing(of: project)?.id == go)
    room.when(.cardBinned(card: go))
    #expect(room.workshop.status(of: project) == .onHold)
  }

  private static let gaps: [(String, [String: String], [Status.Need])] = [
    ("go", [:], [.reason, .decider]),
    ("go", ["motive": "easy-test"], [.decider]),
    ("go", ["motive": "other", "deciders": "We"], [.reason]),
    ("go", ["motive": "other", "reason": "Because", "deciders": "We"], []),
    ("on-hold", ["motive": "hard-to-test", "deciders": "We", "review": "soon"], [.review]),
    ("on-hold", ["motive": "hard-to-test", "deciders": "We", "review": "2027-06-30"], []),
    ("merged", ["motive": "other", "reason": "One", "deciders": "We"], [.target]),
    ("dropped", ["motive": "no-policy-link", "deciders": "We"], []),
  ]

  @Test(arguments: gaps)
  func `a decision that does not say what it must does not count`(
    _ status: String, _ fields: [String: String], _ missing: [Status.Need]
  ) {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    _ = decide(&room, project, "defined")
    let id = decide(&room, project, status, fields)
    let decision = room.workshop.card(id).map { Decision($0) }
    #expect(decision?.missing == missing)
    let expected = missing.isEmpty ? Status(rawValue: status) : .defined
    #expect(room.workshop.status(of: project) == expected)
  }

  @Test func `a theme is explored or not by the decision on it`() {
    var plan = Self.plan
    plan.themes = [Theme(id: "data", name: "Data")]
    var room = Room(plan)
    _ = room.card("An idea", on: "ideas", fields: ["theme": "data"])
    #expect(room.workshop.isExplored("data"))
    _ = room.card(
      "Not this time", on: "decisions", fields: ["theme": "data", "status": "not-explored"])
    #expect(room.workshop.isExplored("data"), "without a reason it does not count")
    _ = room.card(
      "Not this time", on: "decisions",
      fields: ["theme": "data", "status": "not-explored", "reason": "No data yet"])
    #expect(!room.workshop.isExplored("data"))
  }

  @Test func `a decision goes with the last vote its project was in, or against it`() {
    var room = Room(Self.plan)
    let idea = room.card("A desk", on: "ideas")
    let other = room.card("A van", on: "ideas")
    let project = room.card("Desk", on: "projects", fields: ["origin": idea])
    let second = room.card("Van", on: "projects", fields: ["origin": other])
    #expect(room.workshop.accord(of: .go, with: project) == "no-vote")
    let poll = room.when(
      .pollOpened(
        activity: "one", question: "Which?", method: .dots, options: [idea, other], dots: 2, cap: 2,
        winners: 1)
    ).description
    room.when(.totalsCounted(poll: poll, totals: [idea: 9, other: 4], voters: 8))
    room.when(.pollClosed(poll: poll, cut: [:]))
    #expect(room.workshop.accord(of: .go, with: project) == "no-vote", "it is not revealed")
    room.when(.pollRevealed(poll: poll))
    let table: [(CardID, Status, String?)] = [
      (project, .potential, "followed"), (project, .go, "followed"), (project, .onHold, "departed"),
      (second, .go, "departed"), (second, .dropped, "followed"), (second, .merged, "followed"),
      (second, .delivered, nil), (second, .defined, nil), (project, .defined, nil),
    ]
    for (card, status, accord) in table {
      #expect(room.workshop.accord(of: status, with: card) == accord, "\(status)")
    }
    #expect(room.workshop.votes(on: second).first?.rank == 2)
  }
}
