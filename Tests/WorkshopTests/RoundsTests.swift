import Testing
import WorkshopCore
import WorkshopQueries

/// Rounds of segments, tables' clocks, and countdowns that are left and come back to.
@Suite struct RoundsTests {
  /// Three talks of 100 s + 50 s would need seconds; minutes serve: 2 + 1 each.
  private static func plan(flow: Activity.Flow = .round, each: BoardID? = nil) -> Plan {
    let segments = [Segment(title: "Talk", minutes: 2), Segment(title: "Questions", minutes: 1)]
    return Plan(
      title: "", tables: 3, boards: [Board(id: "projects", title: "Projects")],
      sessions: [
        Session(
          id: "day", title: "Day",
          activities: [
            Activity(
              id: "talks", title: "Talks", kind: "talk", minutes: 9,
              rounds: ["A", "B", "C"].map { Round(title: Localized($0), segments: segments) },
              each: each, flow: flow),
            Activity(id: "next", title: "Next", kind: "board", minutes: 10),
          ])
      ])
  }

  private func begun(_ plan: Plan = Self.plan()) -> Room {
    var room = Room(plan)
    room.when(.activityOpened(activity: "talks", seconds: nil), at: 0)
    room.when(.segmentOpened(activity: "talks", round: "1", segment: 0, seconds: 120), at: 0)
    return room
  }

  private func place(_ room: Room, at second: Int) -> String {
    let workshop = room.workshop.advanced(to: Room.moment(second))
    guard let turn = workshop.turns["talks"] else { return "-" }
    let left = workshop.countdowns["talks"]?.secondsLeft(at: Room.moment(second)) ?? 0
    return "\(turn.round)/\(turn.segment) \(left)"
  }

  @Test func `the countdown runs through the segments of a round and waits at its end`() {
    let room = begun()
    #expect(place(room, at: 30) == "1/0 90")
    #expect(place(room, at: 119) == "1/0 1")
    #expect(place(room, at: 120) == "1/1 60")
    #expect(place(room, at: 175) == "1/1 5")
    #expect(place(room, at: 200) == "1/1 -20")
  }

  @Test func `rotations go straight on to the last, which runs over`() {
    let room = begun(Self.plan(flow: .all))
    #expect(place(room, at: 181) == "2/0 119")
    #expect(place(room, at: 500) == "3/1 40")
    #expect(place(room, at: 560) == "3/1 -20")
  }

  @Test func `what is done to the time meets the segment that runs by then`() {
    var room = begun()
    room.when(.countdownExtended(activity: "talks", seconds: 60), at: 130)
    #expect(place(room, at: 140) == "1/1 100")
    room.when(.countdownPaused(activity: "talks"), at: 150)
    #expect(place(room, at: 1000) == "1/1 90")
    room.when(.countdownResumed(activity: "talks"), at: 1000)
    #expect(place(room, at: 1010) == "1/1 80")
  }

  @Test func `rounds are put in another order and skipped, and one begun stays begun`() {
    var room = begun()
    let activity = room.workshop.plan.activities[0]
    room.when(.roundsArranged(activity: "talks", order: ["1", "3", "2"], skipped: ["2"]), at: 10)
    #expect(room.workshop.rounds(of: activity).map(\.id) == ["1", "3", "2"])
    #expect(
      room.workshop.playlist(of: activity).map(\.place.round) == ["1", "1", "3", "3"])
    #expect(place(room, at: 20) == "1/0 100")
  }

  @Test func `a round that was added by hand comes after those that were arranged`() {
    var room = begun()
    room.when(.roundsArranged(activity: "talks", order: ["3", "1"], skipped: []), at: 10)
    let activity = room.workshop.plan.activities[0]
    #expect(room.workshop.rounds(of: activity).map(\.id) == ["3", "1", "2"])
  }

  @Test func `each card of a board has its round, and keeps it when one before it goes`() {
    var room = Room(Self.plan(each: "projects"))
    let one = room.card("Desk", on: "projects")
    let two = room.card("Training", on: "projects")
    let activity = room.workshop.plan.activities[0]
    room.when(.activityOpened(activity: "talks", seconds: nil), at: 10)
    room.when(.segmentOpened(activity: "talks", round: two, segment: 1, seconds: 60), at: 10)
    #expect(room.workshop.rounds(of: activity).map(\.id) == [one, two])
    #expect(room.workshop.rounds(of: activity)[1].segments.map(\.minutes) == [2, 1])
    room.when(.cardBinned(card: one))
    let playlist = room.workshop.playlist(of: activity)
    #expect(room.workshop.turnIndex(of: activity, in: playlist) == 1)
  }

  @Test func `the first version's turns are counted through all rounds`() {
    var room = Room(Self.plan())
    room.when(.activityOpened(activity: "talks", seconds: nil), at: 0)
    room.when(.turnOpened(activity: "talks", turn: 3, seconds: 60), at: 0)
    #expect(room.workshop.turns["talks"] == Turn.Place(round: "2", segment: 1))
    room.when(.turnOpened(activity: "talks", turn: -1, seconds: 60), at: 0)
    room.when(.turnOpened(activity: "talks", turn: 6, seconds: nil), at: 0)
    #expect(room.workshop.turns["talks"] == Turn.Place(round: "2", segment: 1))
  }

  @Test func `a table's clock starts, pauses and is lengthened apart from the room's`() {
    var room = begun()
    room.when(.countdownStarted(activity: "talks", seconds: 300, table: "2"), at: 10)
    room.when(.countdownPaused(activity: "talks", table: "2"), at: 40)
    room.when(.countdownExtended(activity: "talks", seconds: 60, table: "2"), at: 50)
    room.when(.countdownStarted(activity: "talks", seconds: 100, table: "3"), at: 50)
    func left(_ table: String?) -> Int? {
      room.workshop["talks", table]?.secondsLeft(at: Room.moment(60))
    }
    #expect(left("2") == 330 && left("3") == 90 && left("1") == nil && left(nil) == 60)
  }

  @Test func `what ran when the room went on runs again when it is back, what stood stands`() {
    var room = begun()
    room.when(.countdownStarted(activity: "talks", seconds: 300, table: "2"), at: 0)
    room.when(.countdownStarted(activity: "talks", seconds: 300, table: "3"), at: 0)
    room.when(.countdownPaused(activity: "talks", table: "3"), at: 10)
    room.when(.activityOpened(activity: "next", seconds: nil), at: 60)
    room.when(.activityOpened(activity: "talks", seconds: nil), at: 1000)
    #expect(place(room, at: 1010) == "1/0 50")
    #expect(room.workshop["talks", "2"]?.secondsLeft(at: Room.moment(1010)) == 230)
    #expect(room.workshop["talks", "3"]?.isRunning == false)
  }

  @Test func `a countdown is set, running or standing as it was`() {
    var room = begun()
    room.when(.countdownSet(activity: "talks", seconds: 30), at: 20)
    #expect(place(room, at: 25) == "1/0 25")
    #expect(room.workshop.countdowns["talks"]?.seconds == 50)
    room.when(.countdownPaused(activity: "talks"), at: 30)
    room.when(.countdownSet(activity: "talks", seconds: 90), at: 40)
    #expect(place(room, at: 500) == "1/0 90")
    room.when(.countdownSet(activity: "next", seconds: 90), at: 500)
    #expect(room.workshop.countdowns["next"]?.isRunning == false)
  }

  @Test func `what an evening's rehearsal used up is there again on the day`() {
    var room = begun()
    room.when(.readied(activity: "talks", ready: true), at: 30)
    let morning = 14 * 3600
    room.when(.activityOpened(activity: "talks", seconds: nil), at: morning)
    #expect(room.workshop.turns["talks"] == nil && room.workshop.countdowns["talks"] == nil)
    #expect(room.workshop.ready["talks"] == nil)
  }

  @Test func `bell and digits are on until somebody turns them off`() {
    var room = begun()
    #expect(Setting.allCases.allSatisfy(room.workshop.isOn))
    let off = room.when(.settingChanged(setting: .digits, isOn: false))
    #expect(!room.workshop.isOn(.digits) && room.workshop.isOn(.bell))
    room.when(.reverted(entry: off))
    #expect(room.workshop.isOn(.digits))
  }

  @Test func `the agenda counts the rounds to come, and not those that are skipped`() {
    var room = begun()
    func end(at second: Int) -> Int {
      Agenda(of: room.workshop.plan.sessions[0], in: room.workshop, now: Room.moment(second))
        .items[0].end - 540
    }
    #expect(end(at: 60) == 9)
    room.when(.roundsArranged(activity: "talks", order: [], skipped: ["3"]), at: 60)
    #expect(end(at: 60) == 6)
    room.when(.countdownExtended(activity: "talks", seconds: 120), at: 60)
    #expect(end(at: 60) == 8)
  }
}
