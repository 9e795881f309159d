import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct LessonTests {
  private static let file = Plan(
    title: "Test", boards: [Board(id: "parking", title: "Parking", sheet: "parking")],
    sessions: [
      Session(
        id: "day", title: "Day", date: "2026-11-23", start: "09:00",
        activities: [
          Activity(id: "hello", title: "", kind: "plenary", minutes: 10, minimum: 8, maximum: 12),
          Activity(id: "talk", title: "", kind: "talk", minutes: 30, minimum: 20, maximum: 35),
          Activity(id: "extra", title: "", kind: "board", minutes: 20),
          Activity(id: "lunch", title: "", kind: "break", minutes: 60, isFixed: true),
          Activity(id: "close", title: "", kind: "check-out", minutes: 10),
        ])
    ])

  /// A day: hello takes 7 minutes, a game of 4 is put in, the talk takes 43, extra is left out, a break
  /// that was put in is left out too; lunch begins at its time and the room is at it.
  private func held() -> Room {
    var room = Room(Self.file)
    room.when(.activityOpened(activity: "hello", seconds: nil), at: 0)
    let game = Activity(
      id: "", title: "Boom", kind: "warm-up", minutes: 5, board: "live-1", warmUp: "boom")
    let id = room.when(.planChanged(changes: [added(game, after: "hello")])).description
    let rest = Activity(id: "", title: "Break", kind: "break", minutes: 5)
    let other = room.when(.planChanged(changes: [added(rest, after: id)])).description
    room.when(.activityOpened(activity: id, seconds: nil), at: 7 * 60)
    room.when(.activityOpened(activity: "talk", seconds: nil), at: 11 * 60)
    for (activity, field, value, base) in [
      ("extra", "dropped", "yes", "no"), (other, "dropped", "yes", ""), ("talk", "delay", "3", "0"),
    ] {
      room.when(
        .planChanged(changes: [
          .activitySet(activity: activity, field: field, value: value, base: base)
        ]))
    }
    room.when(.activityOpened(activity: "lunch", seconds: nil), at: 54 * 60)
    return room
  }

  private func added(_ activity: Activity, after: ActivityID) -> PlanChange {
    .activityAdded(session: "day", after: after, activity: activity)
  }

  private func next(learning: Bool = true, file: Plan = file) throws -> Session {
    let plan = held().workshop.successor(of: file, learning: learning, now: Room.moment(70 * 60))
    return try #require(plan.sessions.first)
  }

  @Test func `items that were held get their real minutes, rounded as people plan`() throws {
    let items = try next().activities
    #expect(items.map(\.id) == ["hello", "boom", "talk", "extra", "lunch", "close"])
    #expect(items.map(\.minutes) == [7, 4, 45, 20, 60, 10])
  }

  @Test func `a bound moves only as far as the real minutes ask`() throws {
    let items = try next().activities
    #expect(items[0].minimum == 7 && items[0].maximum == 12)
    #expect(items[2].minimum == 20 && items[2].maximum == 45)
  }

  @Test func `what only that day had stays behind`() throws {
    let session = try next()
    #expect(session.date == "")
    #expect(session.activities.allSatisfy { !$0.isDropped && $0.delay == 0 })
    #expect(session.activities[1].board == "parking", "its board was made on the day")
  }

  @Test func `the planned minutes are kept when they are asked for`() throws {
    let session = try next(learning: false)
    #expect(session.activities.map(\.minutes) == [10, 5, 30, 20, 60, 10])
    #expect(session.date == "" && session.activities.count == 6)
  }

  @Test func `a fixed item keeps its hour when what is before it grows`() throws {
    #expect(try next().activities[4].start == "10:00", "76 minutes are before it now")
    let plan = Room(Self.file).workshop.successor(
      of: Self.file, learning: true, now: Room.moment(0))
    #expect(plan.sessions[0].activities[3].start == nil, "it begins then anyway")
    var strict = Self.file
    strict.sessions[0].activities[3].start = "10:00"
    let kept = Room(strict).workshop.successor(of: strict, learning: true, now: Room.moment(0))
    #expect(kept.sessions[0].activities[3].start == "10:00", "the file says so")
  }

  @Test(arguments: [(9, 9), (11, 11), (13, 13), (14, 14), (15, 15), (17, 15), (18, 20)])
  func `a quarter of an hour and more is rounded to five minutes, and eleven minutes are eleven`(
    real: Int, learned: Int
  ) {
    var room = Room(Self.file)
    room.when(.activityOpened(activity: "hello", seconds: nil), at: 0)
    room.when(.activityOpened(activity: "talk", seconds: nil), at: real * 60)
    let lessons = Lesson.all(
      of: Self.file.sessions[0], in: room.workshop, now: Room.moment(real * 60 + 60))
    #expect(lessons.first?.minutes == learned)
    #expect(lessons[1].minutes == nil, "it has not ended")
  }

  @Test func `a session that was not held teaches nothing`() {
    let room = Room(Self.file)
    #expect(
      Lesson.all(of: Self.file.sessions[0], in: room.workshop, now: Room.moment(0)).isEmpty)
  }
}
