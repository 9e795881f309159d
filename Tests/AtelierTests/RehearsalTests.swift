@testable import atelier
@testable import Persona
import Assets
import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Rehearsal

/// A plan played through by simulated people, in memory.
@Suite struct RehearsalTests {
  private static func room(_ plan: Plan, seed: UInt64 = 1, language: Language = .english)
    -> RehearsedRoom
  {
    var room = RehearsedRoom(
      plan, content: .builtIn, features: .all, language: language, seed: seed, now: Stage.now)
    room.play()
    return room
  }

  private static func template(_ id: String, in language: String = "en") throws -> Plan {
    try #require(Content.builtIn.template(id)).resolved(in: language)
  }

  /// A session of these activities, on a board of ideas.
  private static func plan(_ activities: Activity...) -> Plan {
    Plan(
      title: "Trial", tables: 2, boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")],
      sessions: [Session(id: "day", title: "Day", activities: activities)])
  }

  private static func said(_ room: RehearsedRoom) -> [String] {
    room.rehearsal.diagnostics.map { Language.english($0.phrase) }
  }

  @Test func `the same seed gives the same day, another seed another one`() throws {
    let plan = try Self.template("express-90")
    let day = Self.room(plan).entries
    #expect(day == Self.room(plan).entries)
    #expect(day != Self.room(plan, seed: 2).entries)
  }

  @Test(
    arguments: [
      ("digital-builders", 1), ("jury-day", 2), ("half-day", 3), ("express-90", 1),
      ("express-90", 2),
    ])
  func `a template plays to its end, and every table has a part in it`(id: String, seed: Int) throws
  {
    let plan = try Self.template(id)
    let room = Self.room(plan, seed: UInt64(seed))
    let workshop = room.workshop
    #expect(room.rehearsal.isOver && workshop.current == plan.activities.last?.id)
    #expect(workshop.openings.count == plan.activities.count, "an activity was passed over")
    #expect(room.rehearsal.days.map(\.session) == plan.sessions.map(\.id))
    let refused = Self.said(room).filter { $0.contains("was refused") }
    #expect(refused.isEmpty)
    let ballots = Set(workshop.polls.flatMap { $0.countedBallots.map(\.entry.writer) })
    let hands = Set(room.entries.filter { $0.by != "Facilitator" }.map(\.by))
    #expect(hands == Set((1...plan.tables).map { "Table \($0)" }))
    #expect(ballots.count == plan.tables)
    #expect(
      workshop.polls.allSatisfy { $0.isRevealed && $0.voters >= 30 && $0.lateBallots.isEmpty })
    for table in 1...plan.tables {
      #expect(workshop.cards.values.contains { $0.by == "Table \(table)" }, "typed by \(table)")
    }
    guard let game = plan.activities.first(where: { $0.kind == "persona" }) else { return }
    let personas = room.scene(.facilitator).personas(game).filter { $0["drawn"] != nil }
    #expect(Set(personas.compactMap(\.table)).count == plan.tables)
    #expect(personas.allSatisfy { !$0.text.isEmpty }, "a table left its sheet empty")
  }

  @Test(arguments: ["digital-builders", "half-day", "express-90"])
  func `what a vote chose becomes projects, each with its origin and a decision`(
    id: String
  ) throws {
    let workshop = Self.room(try Self.template(id)).workshop
    let projects = workshop.projects
    let options = Set(workshop.polls.flatMap(\.options))
    #expect(projects.count >= 2)
    #expect(projects.allSatisfy { options.contains($0[Workshop.originField] ?? "") })
    #expect(projects.allSatisfy { workshop.status(of: $0.id) == .potential })
  }

  @Test(arguments: Language.builtIn) func `tables speak the room's language`(code: String) throws {
    let language = try #require(Language.find(code, in: .builtIn))
    let room = Self.room(try Self.template("half-day", in: code), language: language)
    let told = History(
      plan: try Stage.plan(code), entries: try Stage.entries(code), catalogue: .all
    ).workshop
    let known = Set(told.cards.values.map(\.text))
    let ideas = room.workshop.cards(on: "ideas").map(\.text)
    #expect(ideas.count >= 15)
    #expect(ideas.filter { !known.contains($0) } == [])
    let page = FindingsPage(room.rehearsal, room.workshop.plan, language)
    #expect(page.text.split(separator: "\n").count >= 3)
  }

  @Test func `a question too long for the stage is found, and one that fits is not`() {
    let words = "Which of all these words could we possibly leave out of it"
    let long = Array(repeating: words, count: 5).joined(separator: ", ") + "?"
    var board = Activity(id: "a", title: "Ideas", kind: "board", minutes: 20, board: "ideas")
    board.question = "Which idea first?"
    #expect(!Self.said(Self.room(Self.plan(board))).contains { $0.contains("too long") })
    board.question = Localized(long)
    let found = Self.said(Self.room(Self.plan(board))).filter { $0.contains("Question too long") }
    #expect(long.count > 290 && found.count == 1, "\(found)")
  }

  @Test func `points that no row is left for are found`() {
    var talk = Activity(id: "a", title: "Opening", kind: "plenary", minutes: 10)
    talk.points = (1...4).map { Localized("Point number \($0) of the day") }
    #expect(!Self.said(Self.room(Self.plan(talk))).contains { $0.contains("point") })
    talk.points = (1...12).map { Localized("Point number \($0) of the day") }
    let found = Self.said(Self.room(Self.plan(talk))).filter { $0.contains("Too long for") }
    #expect(found.contains { $0.contains("Point number 12") }, "\(found)")
  }

  @Test func `an ellipsis of the plan's own is no cut`() {
    var board = Activity(id: "a", title: "How", kind: "board", minutes: 20, board: "ideas")
    board.question = "I like… I wish… What if…"
    #expect(!Self.said(Self.room(Self.plan(board))).contains { $0.contains("too long") })
  }

  @Test func `what the minutes before take from lunch is told`() {
    let morning = Activity(id: "a", title: "Talk", kind: "plenary", minutes: 60)
    var lunch = Activity(id: "b", title: "Lunch", kind: "break", minutes: 45, isFixed: true)
    lunch.start = "09:40"
    let room = Self.room(Self.plan(morning, lunch))
    let finding = room.rehearsal.diagnostics.first { $0.activity == "b" }
    #expect(
      finding.map { Language.english($0.phrase) } == "The items before it take 20 of its minutes")
    #expect(room.rehearsal.days.first?.end == 10 * 60 + 25, "lunch ends when it should")
  }

  @Test func `a session without a break is told, one with a break is not`() {
    let first = Activity(id: "a", title: "Ideas", kind: "plenary", minutes: 70)
    let second = Activity(id: "c", title: "More", kind: "plenary", minutes: 70)
    let rest = Activity(id: "b", title: "Break", kind: "break", minutes: 15)
    #expect(
      Self.said(Self.room(Self.plan(first, second))).contains { $0.contains("without a break") })
    #expect(Self.said(Self.room(Self.plan(first, rest, second))).isEmpty)
  }

  @Test func `what a kind needs and the plan lacks is told once`() {
    let boardless = Activity(id: "a", title: "Ideas", kind: "board", minutes: 10)
    var vote = Activity(id: "b", title: "Vote", kind: "poll", minutes: 10, board: "ideas")
    vote.question = "Which first?"
    var talk = Activity(id: "c", title: "Talks", kind: "talk", minutes: 10, board: "ideas")
    talk.rounds = [
      Round(title: "Buses", who: "Hélène", segments: [Segment(title: "Talk", minutes: 5)]),
      Round(title: "Trains", who: "", segments: [Segment(title: "Talk", minutes: 5)]),
    ]
    #expect(
      Self.said(Self.room(Self.plan(boardless, vote, talk))) == [
        "It has no board: what is said cannot be noted",
        "No question: the projector shows only a title", "It names no material",
        "Nothing to vote on: no activity before it fills “Ideas”",
        "No speaker is named for: Trains",
      ])
  }

  @Test func `a key that is refused is told with its reason`() {
    let canvas = Activity(
      id: "a", title: "Canvas", kind: "canvas", minutes: 20, board: "ideas", canvas: "no-such")
    #expect(
      Self.said(Self.room(Self.plan(canvas))).contains {
        $0 == "“Make a canvas for a project or an idea” was refused: This activity has no canvas"
      })
  }

  @Test func `sessions are held on their dates, and on one day each without`() {
    var plan = Plan(title: "Trial")
    plan.sessions = [
      Session(id: "a", title: "A", date: "2026-11-23", start: "09:00"),
      Session(id: "b", title: "B", start: "10:30"),
      Session(id: "c", title: "C", date: "2020-01-01", start: "09:00"),
    ]
    let nine = Fixture.nine
    let day: Int64 = 86_400_000
    let mornings = SessionStarts.all(of: plan, from: Stage.now)
    #expect(mornings == ["a": nine, "b": nine + day + 5_400_000, "c": nine + 2 * day])
  }

  @Test func `an empty plan is over at once`() {
    let room = Self.room(Plan(title: "Nothing"))
    #expect(room.rehearsal.isOver && room.entries.isEmpty && room.rehearsal.diagnostics.isEmpty)
  }
}
