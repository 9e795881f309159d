import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct AgendaTests {
  /// The 90-minute express: eleven activities, none of them fixed.
  private static let express = Session(
    id: "express", title: "Express", start: "09:00",
    activities: [5, 5, 10, 15, 15, 8, 7, 12, 8, 3, 2].enumerated().map { index, minutes in
      Activity(id: "a\(index)", title: "", kind: "board", minutes: minutes)
    })

  /// Morning 60, lunch 60 fixed at 10:00, afternoon 30.
  private static let lunch = Session(
    id: "lunch", title: "Lunch", start: "09:00",
    activities: [
      Activity(id: "a0", title: "", kind: "board", minutes: 60),
      Activity(id: "a1", title: "", kind: "lunch", minutes: 60, isFixed: true),
      Activity(id: "a2", title: "", kind: "board", minutes: 30),
    ])

  /// The agenda of a session after activities were opened at minutes after 09:00.
  private func agenda(
    _ session: Session, then later: [Session] = [], openings: [(String, Int)] = [], now minute: Int,
    countdowns: Bool = true, second: Int = 0
  ) -> Agenda {
    var room = Room(Plan(title: "", sessions: [session] + later))
    for (id, at) in openings {
      let seconds = (room.workshop.plan.activity(id)?.minutes ?? 0) * 60
      room.when(.activityOpened(activity: id, seconds: countdowns ? seconds : nil), at: at * 60)
    }
    return Agenda(of: session, in: room.workshop, now: Room.moment(minute * 60 + second))
  }

  private func clock(_ minutes: [Int]) -> [String] {
    minutes.map { ClockTime(minutes: $0).description }
  }

  @Test func `the express session starts when its table says`() {
    #expect(
      clock(Self.express.plannedStarts) == [
        "09:00", "09:05", "09:10", "09:20", "09:35", "09:50", "09:58", "10:05", "10:17", "10:25",
        "10:28",
      ])
    let agenda = agenda(Self.express, now: -60)
    #expect(agenda.plannedEnd == 10 * 60 + 30)
    #expect(agenda.projectedEnd == agenda.plannedEnd)
    #expect(agenda.drift == 0)
    #expect(agenda.items.allSatisfy { $0.state == .ahead && $0.start == $0.plannedStart })
    #expect(agenda.items.allSatisfy { $0.overrun == nil && $0.spent == 0 })
  }

  @Test func `an empty session ends when it starts`() {
    let agenda = agenda(Session(id: "s", title: "", start: "14:00"), now: 0)
    #expect(agenda.items.isEmpty)
    #expect(agenda.plannedEnd == 14 * 60)
    #expect(agenda.projectedEnd == 14 * 60)
  }

  @Test func `running late moves the rest`() {
    let agenda = agenda(Self.express, openings: [("a0", 2), ("a1", 10), ("a2", 16)], now: 20)
    #expect(agenda.items.map(\.state).prefix(4) == [.done, .done, .now, .ahead])
    #expect(clock(agenda.items.map(\.start)).prefix(4) == ["09:02", "09:10", "09:16", "09:26"])
    #expect(agenda.items.map(\.overrun).prefix(3) == [3, 1, nil])
    #expect(agenda.drift == 6)
    #expect(agenda.projectedEnd == agenda.plannedEnd + 6)
  }

  @Test func `being early is a negative drift`() {
    let agenda = agenda(Self.express, openings: [("a0", 0), ("a1", 3)], now: 4)
    #expect(agenda.drift == -2)
    #expect(agenda.items[0].overrun == -2)
    #expect(clock([agenda.projectedEnd]) == ["10:28"])
  }

  @Test(arguments: [0, 1, 29, 59])
  func `the projected end does not flicker within a minute`(second: Int) {
    for countdowns in [true, false] {
      let agenda = agenda(
        Self.express, openings: [("a0", 0)], now: 1, countdowns: countdowns, second: second)
      #expect(agenda.drift == 0)
      #expect(agenda.items[0].end == 545)
    }
  }

  @Test func `overtime pushes the end minute by minute`() {
    for countdowns in [true, false] {
      let agenda = agenda(Self.express, openings: [("a0", 0)], now: 12, countdowns: countdowns)
      #expect(agenda.drift == 7)
      #expect(agenda.items[1].start == 9 * 60 + 12)
    }
  }

  @Test func `a paused countdown still takes what it has left`() {
    var room = Room(Plan(title: "", sessions: [Self.express]))
    room.when(.activityOpened(activity: "a0", seconds: 300), at: 0)
    room.when(.countdownPaused(activity: "a0"), at: 60)
    let agenda = Agenda(of: Self.express, in: room.workshop, now: Room.moment(600))
    #expect(agenda.items[0].end == 9 * 60 + 14)
    #expect(agenda.drift == 9)
  }

  @Test func `a fixed item never moves, it is squeezed`() {
    let agenda = agenda(Self.lunch, openings: [("a0", 20)], now: 30)
    #expect(agenda.items[1].start == 10 * 60)
    #expect(agenda.items[1].end == 11 * 60)
    #expect(agenda.items[1].squeezed == 20)
    #expect(agenda.items[2].start == 11 * 60)
    #expect(agenda.items[2].squeezed == 0)
    #expect(agenda.projectedEnd == agenda.plannedEnd)
    #expect(agenda.drift == 20)
  }

  @Test func `a fixed item waits for its time when the room is early`() {
    let agenda = agenda(Self.lunch, openings: [("a0", -20)], now: 0)
    #expect(agenda.items[1].start == 10 * 60)
    #expect(agenda.items[1].squeezed == 0)
  }

  @Test func `a fixed item loses no more than it has`() {
    var today = Self.lunch
    today.date = "2026-11-23"
    let agenda = agenda(today, openings: [("a0", 100)], now: 110)
    #expect(agenda.items[1].squeezed == 60)
    #expect(agenda.items[1].start == 10 * 60)
    #expect(agenda.items[2].start == 11 * 60 + 40)
  }

  @Test func `jumping ahead skips what lies between`() {
    let agenda = agenda(Self.express, openings: [("a0", 0), ("a4", 5)], now: 6)
    #expect(
      agenda.items.map(\.state).prefix(6) == [.done, .skipped, .skipped, .skipped, .now, .ahead])
    #expect(agenda.items[5].start == 9 * 60 + 20)
    #expect(agenda.drift == -30)
    #expect(agenda.items[2].overrun == nil)
  }

  @Test func `beginning in the middle skips the beginning`() {
    let agenda = agenda(Self.express, openings: [("a3", 21)], now: 22)
    #expect(agenda.items.map(\.state).prefix(4) == [.skipped, .skipped, .skipped, .now])
    #expect(agenda.drift == 1)
  }

  @Test func `going back puts what was opened ahead again, and both visits count`() {
    let back = agenda(Self.express, openings: [("a0", 0), ("a1", 5), ("a0", 7)], now: 8)
    #expect(back.items.map(\.state).prefix(2) == [.now, .ahead])
    #expect(back.items[0].end == 9 * 60 + 8)
    #expect(back.items[1].start == 9 * 60 + 8)
    let on = agenda(Self.express, openings: [("a0", 0), ("a1", 5), ("a0", 7), ("a1", 9)], now: 9)
    #expect(on.items[0].state == .done)
    #expect(on.items[0].spent == 7)
    #expect(on.items[0].overrun == 2)
    #expect(on.items[0].start == 9 * 60)
    #expect(on.items[0].end == 9 * 60 + 9)
    #expect(on.items[1].end == 9 * 60 + 12)
  }

  @Test func `a session that runs past midnight counts on`() {
    let night = Session(
      id: "night", title: "", start: "23:30",
      activities: [
        Activity(id: "a0", title: "", kind: "board", minutes: 60),
        Activity(id: "a1", title: "", kind: "board", minutes: 60),
      ])
    let start = 14 * 60 + 30
    for late in [0, 45] {
      let agenda = agenda(
        night, openings: [("a0", start + late), ("a1", start + late + 70)], now: start + late + 75)
      #expect(agenda.plannedEnd == 25 * 60 + 30)
      #expect(agenda.items[0].start == 23 * 60 + 30 + late)
      #expect(agenda.items[0].overrun == 10)
      #expect(agenda.items[1].start == 24 * 60 + 40 + late)
      #expect(agenda.drift == 10 + late)
      #expect(agenda.projectedEnd == 25 * 60 + 40 + late)
    }
  }

  @Test func `times are read in the zone of now`() {
    var room = Room(Plan(title: "", sessions: [Self.express]))
    room.when(.activityOpened(activity: "a0", seconds: 300), at: -3600)
    let now = Moment(milliseconds: Room.nine - 3_500_000, offset: 3600)
    let agenda = Agenda(of: Self.express, in: room.workshop, now: now)
    #expect(agenda.items[0].start == 9 * 60)
    #expect(agenda.drift == 0)
  }

  @Test func `a day that is over keeps its times when the next one has begun`() {
    let second = Session(
      id: "two", title: "", start: "10:00",
      activities: [Activity(id: "b0", title: "", kind: "board", minutes: 5)])
    let days = 60 * 24 * 75
    let agenda = agenda(
      Self.lunch, then: [second], openings: [("a0", 0), ("a1", 65), ("b0", days + 60)],
      now: days + 61)
    #expect(agenda.items.map(\.state) == [.done, .done, .skipped])
    #expect(agenda.items.map(\.overrun) == [5, 0, nil])
    #expect(agenda.items[1].start == 10 * 60 + 5)
    #expect(agenda.projectedEnd == 11 * 60 + 5)
    #expect(agenda.drift == 0)
  }

  @Test func `the morning after, an activity that nobody left is over`() {
    let agenda = agenda(Self.lunch, openings: [("a0", 0), ("a1", 60), ("a2", 120)], now: 24 * 60)
    #expect(agenda.items.map(\.state) == [.done, .done, .done])
    #expect(agenda.items[2].overrun == 0)
    #expect(agenda.projectedEnd == agenda.plannedEnd)
  }

  @Test func `a rehearsal the day before is no part of the session`() {
    let day = 24 * 60
    let agenda = agenda(
      Self.express, openings: [("a0", 400), ("a1", 401), ("a2", 402), ("a1", day + 6)],
      now: day + 7, countdowns: false)
    #expect(agenda.items.map(\.state).prefix(3) == [.skipped, .now, .ahead])
    #expect(agenda.items[1].start == 9 * 60 + 6)
    #expect(agenda.items[1].spent == 1)
    #expect(agenda.drift == 1)
  }

  @Test func `a peep at the next session leaves the first as it was`() {
    let second = Session(
      id: "two", title: "", activities: [Activity(id: "b0", title: "", kind: "x", minutes: 5)])
    let agenda = agenda(
      Self.express, then: [second], openings: [("a0", 0), ("b0", 2), ("a0", 3)], now: 4)
    #expect(agenda.items[0].state == .now)
    #expect(agenda.items[0].spent == 3)
    #expect(agenda.items[0].end == 9 * 60 + 6)
  }

  @Test func `no instant breaks it`() {
    for now in [Int64.min / 4, -1, 0, 1 << 48, Int64.max / 4] {
      var room = Room(Plan(title: "", sessions: [Self.lunch]))
      room.when(.activityOpened(activity: "a0", seconds: 60))
      let agenda = Agenda(of: Self.lunch, in: room.workshop, now: Moment(milliseconds: now))
      #expect(agenda.items.count == 3)
    }
  }
}
