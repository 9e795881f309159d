import Testing
import WorkshopCore
import WorkshopQueries

/// The agenda when the day is not the plan's: begun at another hour, with items left out, through
/// midnight and a change of the clocks.
@Suite struct AgendaDayTests {
  private static func session(_ date: String? = nil) -> Session {
    Session(
      id: "day", title: "", date: date, start: "09:00",
      activities: [
        Activity(id: "a", title: "", kind: "board", phase: .scan, minutes: 60),
        Activity(id: "b", title: "", kind: "board", phase: .focus, minutes: 60),
        Activity(id: "lunch", title: "", kind: "break", minutes: 60, isFixed: true, start: "11:30"),
        Activity(id: "c", title: "", kind: "board", phase: .focus, minutes: 30),
      ])
  }

  /// The agenda after activities were opened at seconds after 09:00 UTC on 23 November 2026.
  private func agenda(
    _ session: Session, openings: [(String, Int)] = [], now second: Int, offset: Int = 0,
    changes: [PlanChange] = [], asHeld: Bool = false
  ) -> Agenda {
    var room = Room(Plan(title: "", sessions: [session]))
    if !changes.isEmpty { room.when(.planChanged(changes: changes), at: 0) }
    for (id, at) in openings { room.when(.activityOpened(activity: id, seconds: nil), at: at) }
    var now = Room.moment(second)
    now.offset = offset
    return Agenda(
      of: room.workshop.plan.sessions[0], in: room.workshop, now: now, asHeld: asHeld)
  }

  @Test func `a day without a date that begins at another hour is read as planned for then`() {
    let agenda = agenda(Self.session(), openings: [("a", 5 * 3600 + 120)], now: 5 * 3600 + 1800)
    #expect(agenda.shift == 302)
    #expect(agenda.items.map(\.plannedStart) == [842, 902, 992, 1052])
    #expect(agenda.drift == 0, "nobody is late who has just begun")
    #expect(agenda.items[2].start == 992, "lunch moves with the rest")
  }

  @Test(arguments: [5, 11, 12, 13, 14, -8])
  func `whatever the hour, no time is before the day, and the day is as long as planned`(hour: Int)
  {
    let agenda = agenda(
      Self.session(), openings: [("a", hour * 3600 + 120)], now: hour * 3600 + 180)
    #expect(agenda.items.map(\.start) == [2, 62, 152, 212].map { (9 + hour) * 60 + $0 })
    #expect(agenda.shift == hour * 60 + 2)
    #expect(agenda.drift == 0)
  }

  @Test func `an evening on its own date is half a day late, not half a day early`() {
    let agenda = agenda(
      Self.session("2026-11-23"), openings: [("a", 13 * 3600)], now: 13 * 3600 + 60)
    #expect(agenda.shift == 0)
    #expect(agenda.drift == 13 * 60)
  }

  @Test func `on its own date a late beginning is late`() {
    let agenda = agenda(
      Self.session("2026-11-23"), openings: [("a", 75 * 60)], now: 80 * 60)
    #expect(agenda.shift == 0)
    #expect(agenda.drift == 75)
  }

  @Test func `up to an hour is late whatever the date`() {
    let agenda = agenda(Self.session(), openings: [("a", 60 * 60)], now: 61 * 60)
    #expect(agenda.shift == 0)
    #expect(agenda.drift == 60)
  }

  @Test func `whoever jumps into the middle of a day without a date reads the rest from there`() {
    let agenda = agenda(Self.session(), openings: [("b", 8 * 3600)], now: 8 * 3600 + 60)
    #expect(agenda.shift == 420)
    #expect(agenda.drift == -30, "60 minutes from 17:00, and the half hour before lunch is free")
    #expect(agenda.items[2].start == 1110)
  }

  @Test func `whoever jumps into the middle of a day of another date only looks around`() {
    let agenda = agenda(
      Self.session("2026-11-30"), openings: [("c", -8 * 3600)], now: -8 * 3600 + 60)
    #expect(agenda.shift == 0)
  }

  @Test func `whoever looked around in the middle first begins where the day begins`() {
    let agenda = agenda(
      Self.session(), openings: [("c", 12 * 3600), ("a", 12 * 3600 + 300)], now: 12 * 3600 + 360)
    #expect(agenda.shift == 725)
    #expect(agenda.drift == 0)
  }

  @Test func `whoever opens a session again days later leaves it as it was held`() {
    let openings = [("a", 0), ("b", 3600), ("c", 9000), ("b", 9 * 86_400)]
    let agenda = agenda(
      Self.session("2026-11-23"), openings: openings, now: 9 * 86_400 + 60, asHeld: true)
    let live = self.agenda(Self.session("2026-11-23"), openings: openings, now: 9 * 86_400 + 60)
    #expect(live.items.map(\.state).prefix(2) == [.done, .done] && live.isLookedBackAt)
    #expect(live.items.map(\.spent).prefix(2) == [60, 90], "on screen as in the report")
    #expect(agenda.items.map(\.spent).prefix(2) == [60, 90], "\(agenda.items)")
  }

  @Test func `before it begins, a day that should have begun is late already`() {
    #expect(agenda(Self.session("2026-11-23"), now: 900).drift == 15)
    #expect(agenda(Self.session("2026-11-23"), now: 900).items[1].start == 615)
    #expect(agenda(Self.session("2026-11-24"), now: 900).drift == 0)
    #expect(agenda(Self.session("2026-11-23"), now: -900).drift == 0)
  }

  @Test func `what is left out takes no time and is no next item`() {
    let out = PlanChange.activitySet(activity: "b", field: "dropped", value: "yes", base: "no")
    let agenda = agenda(
      Self.session("2026-11-23"), openings: [("a", 600)], now: 660, changes: [out])
    #expect(agenda.items.map(\.state) == [.now, .skipped, .ahead, .ahead])
    #expect(agenda.items[2].start == 690)
    #expect(agenda.drift == 70 - 150, "60 minutes to the fixed lunch, and the 20 that were free")
  }

  @Test func `a gap before a fixed item is rest, and what does not fit is squeezed`() {
    let session = Self.session("2026-11-23")
    #expect(agenda(session, now: -60).plannedEnd == 780)
    let longer = PlanChange.activitySet(activity: "b", field: "minutes", value: "95", base: "60")
    let agenda = agenda(session, openings: [("a", 0)], now: 60, changes: [longer])
    #expect(agenda.items[2].plannedStart == 690)
    #expect(agenda.items[2].squeezed == 5)
  }

  @Test func `minutes of each phase, as the day was prepared and as they were really spent`() {
    let longer = PlanChange.activitySet(activity: "b", field: "minutes", value: "95", base: "60")
    let agenda = agenda(
      Self.session("2026-11-23"), openings: [("a", 0), ("b", 45 * 60)], now: 60 * 60,
      changes: [longer])
    #expect(agenda.phases.map(\.phase) == [nil, .scan, .focus, .act])
    #expect(agenda.phases.map(\.planned) == [60, 60, 125, 0])
    #expect(agenda.phases.map(\.spent) == [0, 45, 15, 0])
  }

  @Test(arguments: [-5, 0, 5, 14]) func `the hours are those of the place`(zone: Int) {
    let session = Session(
      id: "day", title: "", start: ClockTime(minutes: 540 + zone * 60).description,
      activities: [Activity(id: "a", title: "", kind: "board", minutes: 60)])
    var room = Room(Plan(title: "", sessions: [session]))
    room.when(.activityOpened(activity: "a", seconds: nil), at: 60)
    var now = Room.moment(120)
    now.offset = zone * 3600
    let agenda = Agenda(of: session, in: room.workshop, now: now)
    #expect(agenda.items[0].start - session.plannedStarts[0] == 1)
  }

  @Test func `a day held in summer time reads the same in winter`() {
    let session = Self.session("2026-10-24")
    var room = Room(Plan(title: "", sessions: [session]))
    // 09:00 in Paris on 24 October 2026 is 07:00 UTC; the clocks go back that night.
    let nine = Room.nine - 30 * 86_400_000 - 2 * 3_600_000
    for (index, (id, minute)) in [("a", 0), ("b", 60), ("lunch", 150), ("c", 210)].enumerated() {
      room.take(
        Entry(
          id: EntryID(writer: "ana", sequence: index + 1),
          stamp: Stamp(milliseconds: nine + Int64(minute) * 60_000),
          at: "2026-10-24T\(ClockTime(minutes: 540 + minute).description):00+02:00", by: "ana",
          event: .activityOpened(activity: id, seconds: nil)))
    }
    let winter = Moment(milliseconds: nine + 30 * 86_400_000, offset: 3600)
    let agenda = Agenda(of: session, in: room.workshop, now: winter)
    #expect(agenda.items.map(\.start) == [540, 600, 690, 750])
  }

  @Test func `a night in which the clocks go back has the minutes it has`() {
    let session = Session(
      id: "night", title: "", start: "23:00",
      activities: (0..<6).map { Activity(id: "n\($0)", title: "", kind: "board", minutes: 60) })
    var room = Room(Plan(title: "", sessions: [session]))
    // 23:00 in Paris on 24 October 2026 is 21:00 UTC; at 01:00 UTC 03:00 becomes 02:00.
    let start = Room.nine - 30 * 86_400_000 + 12 * 3_600_000
    let hours = [
      "24T23:00:00+02:00", "25T00:00:00+02:00", "25T01:00:00+02:00", "25T02:00:00+02:00",
      "25T02:00:00+01:00",
    ]
    for (hour, at) in hours.enumerated() {
      room.take(
        Entry(
          id: EntryID(writer: "ana", sequence: hour + 1),
          stamp: Stamp(milliseconds: start + Int64(hour) * 3_600_000),
          at: "2026-10-" + at, by: "ana",
          event: .activityOpened(activity: "n\(hour)", seconds: nil)))
    }
    let now = Moment(milliseconds: start + 4 * 3_600_000 + 60_000, offset: 3600)
    let agenda = Agenda(of: session, in: room.workshop, now: now)
    #expect(agenda.items.map(\.spent) == [60, 60, 60, 60, 1, 0])
    #expect(agenda.items[3].start == 26 * 60 && agenda.items[4].start == 26 * 60)
    #expect(agenda.items[4].end == 27 * 60)
  }
}
