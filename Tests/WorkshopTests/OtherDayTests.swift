import Testing
import WorkshopCore
import WorkshopQueries

/// What belongs to one day of a programme and what does not: times, words, cuts, dates, minutes.
@Suite struct OtherDayTests {
  private static let day: Int64 = 86_400

  private static let plan = Plan(
    title: "Test", people: [Person(id: "zoe", name: "Zoé")],
    boards: [
      Board(id: "words", title: "Words", sheet: "feedback"),
      Board(id: "slips", title: "Slips", sheet: "check-out"),
      Board(id: "ideas", title: "Ideas", sheet: "idea"),
      Board(id: "steps", title: "Steps", sheet: "action"),
      Board(id: "drafts", title: "Drafts", sheet: "mvp"),
      Board(id: "projects", title: "Projects", sheet: "project"),
    ],
    sessions: [
      Session(
        id: "first", title: "First", date: "2026-11-23", start: "09:00",
        activities: [
          Activity(
            id: "one", title: "One", kind: "talk", minutes: 20, minimum: 10, board: "words",
            rounds: [Round(title: "A", segments: [Segment(title: "", minutes: 20)])]),
          Activity(id: "two", title: "Two", kind: "board", minutes: 15, minimum: 5, board: "ideas"),
          Activity(id: "end", title: "End", kind: "check-out", minutes: 10, board: "slips"),
        ]),
      Session(
        id: "second", title: "Second", date: "2027-01-21", start: "09:00",
        activities: [
          Activity(id: "three", title: "Three", kind: "board", minutes: 30, board: "words"),
          Activity(id: "last", title: "Last", kind: "check-out", minutes: 10, board: "slips"),
        ]),
    ])

  private func moment(_ seconds: Int64) -> Moment {
    Moment(milliseconds: Room.nine + seconds * 1000)
  }

  @Test(arguments: [7, 24, 24 * 30, 24 * 365] as [Int64])
  func `a session that was left counts no further, hours, a day, a month, a year later`(
    hours: Int64
  ) {
    var room = Room(Self.plan)
    room.when(.activityOpened(activity: "end", seconds: 600))
    room.when(.countdownStarted(activity: "end", seconds: 600, table: "2"))
    #expect(room.workshop.countdown(at: moment(3600)) != nil, "an hour over is overtime")
    #expect(!room.workshop.isLeft(at: moment(3600)))
    let later = moment(hours * 3600)
    #expect(room.workshop.isLeft(at: later))
    #expect(room.workshop.countdown(at: later) == nil)
    #expect(room.workshop.countdown(of: "2", at: later) == nil)
    #expect(!room.workshop.isLeft(at: moment(-hours * 3600)), "a clock that is behind")
  }

  @Test
  func
    `a room that works on without another item is not left, and one that was is not found again`()
  {
    var room = Room(Self.plan)
    room.when(.activityOpened(activity: "two", seconds: 600))
    for hour in 1...9 {
      room.second = hour * 3600
      _ = room.card("still here")
    }
    #expect(!room.workshop.isLeft(at: moment(10 * 3600)))
    #expect(room.workshop.isLeft(at: moment(16 * 3600)))
    room.second = 30 * Int(Self.day)
    _ = room.card("In December", on: "words")
    #expect(room.workshop.isLeft(at: moment(30 * Self.day + 60)), "the day was over long before")
  }

  @Test func `words and slips belong to the session in which they were said`() throws {
    var room = Room(Self.plan)
    room.when(.activityOpened(activity: "one", seconds: nil), at: 0)
    let november = room.card("In November", on: "words")
    room.when(.activityOpened(activity: "end", seconds: nil), at: 3000)
    let slip = room.card("Slip", on: "slips")
    room.second = Int(20 * Self.day)
    let december = room.card("In December", on: "words")
    let idea = room.card("An idea in December")
    room.when(.activityOpened(activity: "three", seconds: nil), at: Int(59 * Self.day))
    let january = room.card("In January", on: "words")
    let workshop = room.workshop
    #expect(workshop.said(in: "first", on: "words").map(\.id) == [november])
    #expect(workshop.said(in: nil, on: "words").map(\.id) == [december])
    #expect(workshop.said(in: "second", on: "words").map(\.id) == [january])
    #expect(workshop.session(at: moment(20 * Self.day).milliseconds) == nil)
    let sessions = workshop.plan.sessions
    let first = workshop.only(sessions[0])
    #expect(first.cards(on: "words").map(\.id) == [november])
    #expect(first.cards(on: "slips").map(\.id) == [slip])
    #expect(first.evaluation(of: sessions[0]).answers == 0)
    let second = workshop.only(sessions[1])
    #expect(second.cards(on: "words").map(\.id) == [january])
    #expect(second.cards(on: "slips").isEmpty && workshop.card(idea) != nil)
  }

  @Test func `minutes are counted in seconds and rounded once`() {
    var plan = Self.plan
    plan.sessions[0].activities = (1...60).map {
      Activity(id: "\($0)", title: "", kind: "board", phase: .scan, minutes: 1)
    }
    var room = Room(plan)
    for index in 1...60 {
      room.when(.activityOpened(activity: "\(index)", seconds: nil), at: (index - 1) * 89)
    }
    let session = room.workshop.plan.sessions[0]
    let agenda = Agenda(of: session, in: room.workshop, now: Room.moment(60 * 89))
    #expect(agenda.items.allSatisfy { $0.spent == 1 && $0.seconds == 89 })
    let scan = agenda.phases.first { $0.phase == .scan }
    #expect(scan?.spent == 89, "by the clock, and not the sum of sixty rounded minutes")
    let figures = Indicators(of: room.workshop, now: moment(Self.day)).programme
    #expect(figures.minutes?.actual == 89)
  }

  @Test func `what a day was cut to is no plan for the next time, and what was prepared is`() {
    var room = Room(Self.plan)
    func set(_ field: String, _ activity: ActivityID, _ value: String) -> PlanChange {
      room.workshop.setting(field, of: activity, to: value)
    }
    room.when(.planChanged(changes: [set("minutes", "two", "25")]))
    room.when(.activityOpened(activity: "one", seconds: nil), at: 60)
    room.when(
      .planChanged(changes: [
        set("minutes", "two", "6"), set("delay", "two", "4"), set("minutes", "end", "5"),
      ]), at: 600)
    room.when(.planChanged(changes: [set("minutes", "end", "4")]), at: 700)
    #expect(room.workshop.plan.activity("two")?.minutes == 6)
    #expect(room.workshop.prepared.activity("two")?.minutes == 25)
    let next = room.workshop.successor(of: Self.plan, learning: false, now: Room.moment(800))
    #expect(next.activity("two")?.minutes == 25 && next.activity("end")?.minutes == 10)
  }

  @Test func `a plan is led to what it was changed to by changes alone`() throws {
    var room = Room(Self.plan)
    func set(_ field: String, _ activity: ActivityID, _ value: String) -> PlanChange {
      room.workshop.setting(field, of: activity, to: value)
    }
    room.when(.planChanged(changes: [set("minutes", "two", "6"), set("delay", "two", "4")]))
    room.when(.planChanged(changes: [set("rounds/1/who", "one", "Kovács Ágnes")]))
    room.when(.planChanged(changes: [set("rounds/1/theme", "one", "sea")]))
    let game = Activity(id: "", title: "Game", kind: "warm-up", minutes: 5)
    room.when(
      .planChanged(changes: [
        .activityAdded(session: "first", after: "one", activity: game),
        .activityAdded(session: "first", after: nil, activity: game),
      ]))
    room.when(.planChanged(changes: [room.workshop.moving("end", after: "one")]))
    room.when(.planChanged(changes: [.activityRemoved(activity: "three")]))
    room.when(
      .planChanged(changes: [
        room.workshop.setting("date", ofSession: "second", to: "2027-02-01")
      ]))
    room.when(
      .planChanged(changes: [
        room.workshop.setting("next", ofSession: "second", to: "2027-03-01 9h")
      ]))
    room.when(.planChanged(changes: [room.workshop.setting("tables", to: "7")]))
    let workshop = room.workshop
    let difference = try #require(workshop.base.changes(to: workshop.plan))
    #expect(difference.added.count == 1 && difference.added[0].changes.count == 2)
    let none = try #require(workshop.base.changes(to: workshop.base))
    #expect(none.added.isEmpty && none.rest.isEmpty)
  }

  @Test func `another date before anything was held is a correction, after it a move`() {
    var room = Room(Self.plan)
    func date(_ text: String) {
      room.when(
        .planChanged(changes: [room.workshop.setting("date", ofSession: "second", to: text)]))
    }
    date("2027-01-20")
    #expect(room.workshop.plan.sessions[1].planned == nil)
    room.when(.activityOpened(activity: "one", seconds: nil))
    date("2027-02-20")
    #expect(room.workshop.plan.sessions[1].planned == "2027-01-20")
    date("2027-01-20")
    #expect(room.workshop.plan.sessions[1].planned == nil, "it was not moved after all")
    date("2027-01-2O")
    date("2027-01-22")
    #expect(room.workshop.plan.sessions[1].planned != "2027-01-2O", "a slip is no date")
  }

  @Test func `a step is done on the day it is ticked, or on the day somebody says`() throws {
    var room = Room(Self.plan)
    let step = room.card("Call", on: "steps", fields: ["due": "2026-11-30"])
    func set(_ field: String, _ value: String) {
      let over = room.workshop.card(step)?.values[field]?.entry
      room.when(.fieldSet(card: step, field: field, value: value, over: over))
    }
    room.second = Int(20 * Self.day)
    set("status", "done")
    #expect(room.workshop.card(step)?["done-on"] == "2026-12-13")
    let now = moment(30 * Self.day)
    #expect(Indicators(of: room.workshop, now: now).programme.onTime == Portion(0, of: 1))
    set("done-on", "2026-11-29")
    #expect(Indicators(of: room.workshop, now: now).programme.onTime == Portion(1, of: 1))
    #expect(room.workshop.card(step)?.rivals.isEmpty == true)
    set("status", "doing")
    #expect(room.workshop.card(step)?["done-on"] == nil)
    let ticked = room.card("Old", on: "steps", fields: ["status": "done", "done-on": "2026-11-24"])
    #expect(room.workshop.card(ticked)?["done-on"] == "2026-11-24")
    let other = room.card("An idea", fields: ["status": "done"])
    #expect(room.workshop.card(other)?["done-on"] == nil, "only a next step is done on a day")
  }

  @Test func `a day counts what was tested by then, whenever it was typed`() {
    var room = Room(Self.plan)
    let project = room.card("Desk", on: "projects")
    let tested: [String: String] = [
      "project": project, "result": "It works", "tested-on": "2026-12-10",
    ]
    room.when(.activityOpened(activity: "one", seconds: nil), at: 100)
    room.when(.activityOpened(activity: "three", seconds: nil), at: Int(59 * Self.day))
    room.second = Int(70 * Self.day)
    _ = room.card("Draft", on: "drafts", fields: tested)
    let indicators = Indicators(of: room.workshop, now: moment(80 * Self.day))
    #expect(indicators.sessions[0].figures.reached[.tested] == 0)
    #expect(indicators.sessions[1].figures.reached[.tested] == 1, "it was typed after that day")
  }
}
