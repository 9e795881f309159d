import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// What is proposed, in numbers.
@Suite struct RecoveryTests {
  private func lines(
    _ day: RecoveryDay, end: String? = nil, starts: [ActivityID: String] = [:]
  ) -> [String] {
    day.recovery(end: end, starts: starts).proposals.map(RecoveryDay.line)
  }

  /// A day like the demo's, begun late: 60 minutes of talks, then the morning up to lunch at 12:00.
  private func day(begunAt late: Int) -> RecoveryDay {
    RecoveryDay(
      "talks 60", "coffee 15 min10 break", "harvest 45 min30", "gallery 20 min12 could",
      "themes 40 min30 max50", "lunch 60 break at 12:00", "energiser 10 min5 could",
      "journey 60 min45 max75", "pause 15 min10 break", "ideas 60 min40 max70",
      "slack 10 min0 max10 could break", "closing 25 min20", begunAt: late)
  }

  @Test func `a day on time needs nothing`() {
    let recovery = day(begunAt: 0).recovery()
    #expect(recovery.fits && recovery.proposals.isEmpty)
    #expect(recovery.unchanged.end == recovery.wantedEnd && recovery.wantedEnd == 16 * 60)
  }

  @Test func `twenty minutes behind before lunch are found before lunch`() {
    #expect(
      lines(day(begunAt: 20)) == [
        "shorten: harvest 36 gallery 15 themes 34 end 16:00",
        "shortenFew: harvest 33 gallery 12 end 16:00", "leaveOut: -gallery end 16:00",
      ])
  }

  /// The morning has 33 to give by shrinking, 12 more without the gallery, 5 more from the coffee.
  @Test(arguments: [
    (33, "harvest 30 gallery 12 themes 30"), (34, "harvest 37 themes 34 -gallery"),
    (48, "coffee 12 harvest 30 themes 30 -gallery"),
    (50, "coffee 10 harvest 30 themes 30 -gallery"),
    (57, "coffee 10 harvest 30 themes 30 -gallery lunch!7"),
  ])
  func `could is dropped when shrinking is not enough, then breaks shrink, then lunch is squeezed`(
    late: Int, cut: String
  ) {
    #expect(lines(day(begunAt: late)).first == "shorten: \(cut) end 16:00")
  }

  @Test func `a day that must end earlier gives slack first`() {
    #expect(
      lines(day(begunAt: 0), end: "15:52") == [
        "shorten: slack 2 end 15:52", "leaveOut: -slack end 15:50",
      ])
    #expect(
      lines(day(begunAt: 0), end: "15:30") == [
        "shorten: energiser 8 journey 53 ideas 51 closing 23 -slack end 15:30",
        "leaveOut: journey 56 ideas 55 closing 24 -energiser -slack end 15:30",
      ])
  }

  @Test func `lunch that comes early is taken from the morning, and may be given to the afternoon`()
  {
    #expect(
      lines(day(begunAt: 0), starts: ["lunch": "11:50"]) == [
        "shorten: harvest 40 gallery 18 themes 37 lunch@11:50 end 15:50",
        "leaveOut: -gallery lunch@11:50 end 15:50",
        "giveBack: harvest 40 gallery 18 themes 37 journey 66 ideas 64 lunch@11:50 end 16:00",
      ])
  }

  @Test func `a fixed item that only moves is proposed as that`() {
    let day = RecoveryDay("talk 50", "lunch 60 break at 10:00", "rest 30")
    #expect(lines(day, starts: ["lunch": "09:50"]) == ["keep: lunch@09:50 end 11:20"])
    #expect(
      lines(day, starts: ["lunch": "10:10"]) == ["endLater: lunch@10:10 end 11:40"])
  }

  @Test func `where nothing is flexible, the end moves`() {
    let day = RecoveryDay("one 60", "two 60", "three 30 min30", begunAt: 12)
    #expect(lines(day) == ["endLater: end 11:42"])
    #expect(lines(day, end: "11:00") == ["endLater: end 11:42"])
  }

  @Test func `where everything is fixed, nothing is proposed`() {
    let day = RecoveryDay("one 60", "two 60 at 10:00", "three 30 at 11:00", begunAt: 12)
    let recovery = day.recovery()
    #expect(recovery.proposals.isEmpty && !recovery.fits)
    #expect(recovery.unchanged.fixed.map(\.misfit) == [12, 0])
  }

  @Test func `a fixed item that must lose minutes says so, and the rest is planned after it`() {
    let day = RecoveryDay("one 60", "two 20", "lunch 60 at 10:20", "rest 30", begunAt: 12)
    #expect(lines(day) == ["keep: lunch!12 end 11:50"])
  }

  @Test func `where only could items can give, the fewest are left out`() {
    let day = RecoveryDay("one 60", "a 10 could", "b 20 could", "c 15 could", begunAt: 12)
    #expect(lines(day) == ["leaveOut: -c end 10:42", "endLater: end 10:57"])
  }

  @Test func `a day ahead of its plan gives the time back, in proportion up to the maximum`() {
    let day = RecoveryDay("one 60", "a 20 max30", "b 30 max35", "c 20", begunAt: -12)
    #expect(lines(day) == ["giveBack: a 28 b 34 end 11:10"])
    let little = RecoveryDay("one 60", "a 20 max30", "b 30 max35", "c 20", begunAt: -4)
    #expect(lines(little).isEmpty)
    let much = RecoveryDay("one 60", "a 20 max30", "b 30 max35", "c 20", begunAt: -40)
    #expect(lines(much) == ["giveBack: a 30 b 35 end 10:45"])
  }

  @Test func `what the plan leaves free before a fixed item is not given away`() {
    let day = RecoveryDay("one 60", "a 20 max60", "lunch 60 at 10:40", "c 20", begunAt: -6)
    #expect(lines(day) == ["giveBack: a 26 end 12:00"])
  }

  @Test func `a day that has not begun begins later`() {
    var day = RecoveryDay(
      "one 60 min50", "two 30 min20", begunAt: nil, date: "2026-11-23")
    day.second = 15 * 60
    #expect(
      lines(day) == [
        "shorten: one 52 two 23 end 10:30", "shortenFew: one 55 two 20 end 10:30",
        "endLater: end 10:45",
      ])
    day.apply(day.recovery().proposals[0])
    #expect(day.session.start == "09:15" && day.agenda.drift == 0)
    #expect(day.agenda.projectedEnd == 10 * 60 + 30)
  }

  @Test func `a day read at another hour is planned anew at that hour`() {
    var day = RecoveryDay(
      "one 60", "two 60 min40", "lunch 60 at 11:00", "three 30", begunAt: 5 * 60)
    day.second += 70 * 60
    #expect(day.agenda.shift == 300)
    #expect(lines(day) == ["shorten: two 50 end 17:30"])
    #expect(
      lines(day, starts: ["lunch": "15:50"]) == ["shorten: two 40 lunch@15:50 end 17:20"])
    day.apply(day.recovery(starts: ["lunch": "15:50"]).proposals[0])
    #expect(day.session.activities[2].start == "10:50")
    #expect(day.agenda.drift == 0 && day.agenda.projectedEnd == 17 * 60 + 20)
  }

  @Test func `talks that are shortened have shorter turns`() {
    let segments = [Segment(title: "", minutes: 10), Segment(title: "", minutes: 5)]
    let talks = Activity(
      id: "talks", title: "", kind: "talk", minutes: 45, minimum: 36,
      rounds: ["a", "b", "c"].map { Round(title: Localized($0), segments: segments) })
    let first = Activity(id: "one", title: "", kind: "board", minutes: 60)
    var room = Room(
      Plan(title: "", sessions: [Session(id: "day", title: "", activities: [first, talks])]))
    room.when(.activityOpened(activity: "one", seconds: 3600), at: 9 * 60)
    let recovery = Recovery(
      of: room.workshop.plan.sessions[0], in: room.workshop, now: Room.moment(600))
    room.when(.planChanged(changes: recovery.proposals[0].changes), at: 600)
    let after = room.workshop.plan.activity("talks")
    #expect(after?.minutes == 36)
    #expect(after?.rounds.map(\.minutes).reduce(0, +) == 36)
    #expect(after?.rounds.first?.segments.map(\.minutes) == [8, 4])
  }

  @Test func `the shortest break left is the one people will feel`() {
    let recovery = day(begunAt: 0).recovery(end: "14:50")
    #expect(recovery.unchanged.shortestBreak == 15)
    #expect(recovery.proposals.first?.course.shortestBreak == 10)
  }

  @Test(arguments: [
    (0, [10, 5], [0, 0]), (4, [10, 5], [3, 1]), (15, [10, 5], [10, 5]), (40, [10, 5], [10, 5]),
    (1, [1, 1, 1], [1, 0, 0]), (5, [], []),
  ])
  func `minutes are shared in proportion, whole`(minutes: Int, room: [Int], shares: [Int]) {
    #expect(Block.shares(minutes, among: room) == shares)
  }

  @Test func `the fewest that reach a sum are those of all subsets`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let numbers = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        Int.random(in: 0...20, using: &random)
      }
      let sum = Int.random(in: 0...60, using: &random)
      let subsets = (0..<(1 << numbers.count)).map { bits in
        numbers.indices.filter { bits & (1 << $0) != 0 }
      }
      let best = subsets.map { ($0.count, $0.reduce(0) { $0 + numbers[$1] }) }
        .filter { $0.1 >= sum }.min { $0 < $1 }
      let found = Block.fewest(of: numbers, reaching: sum)
      #expect(found?.count == best?.0)
      #expect(found?.reduce(0) { $0 + numbers[$1] } == best?.1)
    }
  }
}
