import Testing
import WorkshopCore
import WorkshopQueries

/// When sessions were really held, and what lies between them.
@Suite struct IntervalTests {
  private static let day: Int = 86_400

  /// Two days in November, one planned a month later.
  private static let plan: Plan = {
    func session(_ id: String, _ date: String?) -> Session {
      Session(
        id: id, title: Localized(id), date: date,
        activities: ["a", "b"].map {
          Activity(id: "\(id)-\($0)", title: "x", kind: "board", minutes: 30)
        })
    }
    return Plan(
      title: "Programme",
      sessions: [
        session("one", "2026-11-23"), session("two", "2026-11-24"), session("jury", "2026-12-21"),
      ])
  }()

  /// Both days held, 23 and 24 November.
  private func held() -> Room {
    var room = Room(Self.plan)
    for (offset, id) in ["one", "two"].enumerated() {
      room.when(.activityOpened(activity: id + "-a", seconds: nil), at: offset * Self.day)
      room.when(.activityOpened(activity: id + "-b", seconds: nil), at: offset * Self.day + 1800)
    }
    return room
  }

  private func now(_ days: Int, hours: Int = 0) -> Moment {
    Room.moment(days * Self.day + hours * 3600)
  }

  @Test func `days on end are one workshop, and the night between is no interval`() {
    let workshop = held().workshop
    #expect(workshop.workshopsHeld == 1)
    #expect(workshop.intervals.count == 1)
    #expect(workshop.intervals.first?.next?.id == "jury")
  }

  @Test func `the last session ends when its last activity's minutes are over`() {
    let workshop = held().workshop
    #expect(workshop.lastHeld(before: now(10))?.end == Room.moment(Self.day + 3600).milliseconds)
    #expect(workshop.lastHeld(before: now(1, hours: 1))?.session.id == "one", "the second goes on")
    #expect(workshop.lastHeld(before: now(0, hours: 1)) == nil)
  }

  @Test(arguments: [(10, 18, 9), (28, 0, 27), (40, -12, 39)])
  func `days are counted from the last session and to the next`(at day: Int, left: Int, since: Int)
    throws
  {
    let interval = try #require(held().workshop.interval(at: now(day)))
    #expect(interval.daysLeft(at: now(day)) == left)
    #expect(interval.daysSince(at: now(day)) == since)
    #expect(interval.days == 27 && interval.plannedDays == 27)
  }

  @Test func `a day that is moved keeps the date it had first`() throws {
    var room = held()
    func move(to date: String) {
      room.when(.planChanged(changes: [room.workshop.setting("date", ofSession: "jury", to: date)]))
    }
    move(to: "2027-01-10")
    move(to: "2027-02-07")
    let next = try #require(room.workshop.interval(at: now(10))?.next)
    #expect(next.date == "2027-02-07" && next.planned == "2026-12-21")
    let interval = try #require(room.workshop.interval(at: now(10)))
    #expect(interval.days == 75 && interval.plannedDays == 27)
    room.when(.activityOpened(activity: "jury-a", seconds: nil), at: 76 * Self.day)
    let over = try #require(room.workshop.intervals.first)
    #expect(over.heldOn?.iso == "2027-02-07" && over.days == 75)
    #expect(room.workshop.workshopsHeld == 2)
  }

  @Test func `a look around on another day does not move a session`() {
    var room = held()
    room.when(.activityOpened(activity: "one-a", seconds: nil), at: 9 * Self.day)
    #expect(room.workshop.holdings.map(\.day.iso) == ["2026-11-23", "2026-11-24"])
  }

  @Test func `after the last session there is none to wait for`() {
    var room = held()
    room.when(.activityOpened(activity: "jury-a", seconds: nil), at: 28 * Self.day)
    #expect(room.workshop.interval(at: now(28)) == nil, "it goes on")
    #expect(room.workshop.interval(at: now(29))?.next == nil)
    #expect(Room(Self.plan).workshop.interval(at: now(0)) == nil)
  }

  @Test func `an open pause is told until the work goes on`() throws {
    var room = held()
    func open(_ date: String) throws -> [String] {
      room.workshop.openPauses(on: try #require(Day(date))).map(\.text)
    }
    let pause = room.card("Lockdown", on: "pauses", fields: ["date": "2026-12-01"])
    #expect(room.workshop.board("pauses")?.sheet == "pause", "the board came with its first card")
    #expect(try open("2026-11-30").isEmpty && open("2026-12-01") == ["Lockdown"])
    room.when(.fieldSet(card: pause, field: "resumed", value: "2026-12-10", over: nil))
    #expect(try open("2026-12-09") == ["Lockdown"] && open("2026-12-10").isEmpty)
  }

  @Test func `a board of the plan's own is used, and an undone card takes its board along`() {
    var plan = Self.plan
    plan.boards = [Board(id: "meetings", title: "Our log")]
    var room = Room(plan)
    _ = room.card("Call", on: "meetings")
    #expect(room.workshop.board("meetings")?.title == "Our log")
    let id = room.when(.cardAdded(board: "events", text: "Webinar", fields: nil))
    #expect(room.workshop.board("events") != nil)
    room.when(.reverted(entry: id))
    #expect(room.workshop.board("events") == nil)
  }
}
