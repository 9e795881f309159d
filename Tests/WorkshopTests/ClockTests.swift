import Testing

@testable import WorkshopCore

/// Computers whose clocks do not agree: order follows the stamps, time does not.
@Suite struct ClockTests {
  private static let hour: Int64 = 3_600_000

  private func entry(
    _ writer: String, _ sequence: Int, stamp: Int64, at: String = "", _ event: Event
  ) -> Entry {
    Entry(
      id: EntryID(writer: writer, sequence: sequence),
      stamp: Stamp(milliseconds: Room.nine + stamp), at: at, by: writer, event: event)
  }

  /// What an entry says of its time, and the milliseconds that it stands for.
  private static let told: [(String, Int64)] = [
    ("", Room.nine + hour), ("2026-11-23T10:00:00+01:00", Room.nine),
    ("2026-11-23T09:00:05Z", Room.nine + 5000), ("2026-11-23T02:29:59-06:30", Room.nine - 1000),
    // The stamp's own second, a clock that goes back while the program runs, and no time at all.
    ("2026-11-23T11:00:00+01:00", Room.nine + hour),
    ("2026-11-23T12:00:00+01:00", Room.nine + hour),
    ("2026-11-23T10:00:00", Room.nine + hour), ("yesterday at nine", Room.nine + hour),
    ("2026-13-45T99:99:99+01:00", Room.nine + hour),
  ]

  @Test(arguments: told)
  func `an entry's time is its writer's own, and its stamp where that is not told`(
    _ at: String, _ time: Int64
  ) {
    let entry = entry("ana", 1, stamp: Self.hour, at: at, .boardShown(board: nil))
    #expect(entry.time == time)
  }

  @Test func `a countdown runs by the clock of who began it, whoever's clock is fast`() {
    var room = Room()
    room.take(
      entry("fast", 1, stamp: Self.hour, .cardAdded(board: "ideas", text: "x", fields: nil)))
    room.take(
      entry(
        "ana", 1, stamp: Self.hour + 1, at: "2026-11-23T10:00:00+01:00",
        .activityOpened(activity: "one", seconds: 300)))
    let countdown = room.workshop.countdowns["one"]
    #expect(countdown?.secondsLeft(at: Room.moment(0)) == 300)
    #expect(countdown?.secondsLeft(at: Room.moment(100)) == 200)
    #expect(room.workshop.openings["one"]?.map(\.milliseconds) == [Room.nine])
  }

  @Test(arguments: [hour, -hour, 90_000, -900_000])
  func `a countdown of somebody whose clock differs is seen by one's own`(_ ahead: Int64) {
    var room = Room()
    room.take(entry("ana", 1, stamp: ahead, .activityOpened(activity: "one", seconds: 300)))
    room.take(
      entry("ana", 2, stamp: ahead, .countdownStarted(activity: "one", seconds: 60, table: "2")))
    let seen = room.workshop.seen(withClocksBehind: ["ana": -ahead, "ben": 5])
    #expect(seen.countdowns["one"]?.secondsLeft(at: Room.moment(100)) == 200)
    #expect(seen["one", "2"]?.secondsLeft(at: Room.moment(10)) == 50)
    #expect(room.workshop.seen(withClocksBehind: [:]) == room.workshop)
  }

  @Test func `what a corrected clock wrote stands where it belongs, in any order of arrival`() {
    let far = 90 * 24 * Self.hour
    func card(_ text: String) -> Event { .cardAdded(board: "ideas", text: text, fields: nil) }
    let entries = [
      entry("ana", 1, stamp: 0, .activityOpened(activity: "one", seconds: nil)),
      entry("fast", 1, stamp: far + 1000, card("from the future")),
      entry("fast", 2, stamp: far + 1500, .activityOpened(activity: "two", seconds: nil)),
      entry("ana", 2, stamp: 2000, .clockCorrected(writer: "fast", ahead: Int(far / 1000))),
      entry("ana", 3, stamp: 3000, card("after it")),
      entry("ana", 4, stamp: 4000, .activityOpened(activity: "three", seconds: nil)),
      // Two who correct at once: the first counts everywhere.
      entry("ben", 1, stamp: 2500, .clockCorrected(writer: "fast", ahead: Int(far / 2000))),
      entry("fast", 3, stamp: far + 3500, card("later")),
      // Nobody corrects their own.
      entry("ana", 5, stamp: 5000, .clockCorrected(writer: "ana", ahead: Int(far / 1000))),
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      var history = History(plan: Room.plan)
      for entry in entries.shuffled(using: &random) { history.insert([entry]) }
      #expect(history.workshop.current == "three")
      #expect(
        history.workshop.cards(on: "ideas").map(\.text) == ["from the future", "after it", "later"])
      #expect(history.isCorrected("fast") && !history.isCorrected("ana"))
      #expect(history.entries.count == entries.count)
    }
  }

  @Test func `a correction that the program wrote is passed over by undo and redo`() {
    var room = Room()
    _ = room.card("mine")
    room.when(.clockCorrected(writer: "fast", ahead: 5))
    guard let undone = room.history.undoable(by: "ana") else {
      Issue.record("nothing to undo")
      return
    }
    #expect(room.history.undoable { _ in true } == undone)
    room.when(.reverted(entry: undone.id))
    #expect(room.workshop.cards(on: "ideas").isEmpty)
    room.when(.clockCorrected(writer: "fast", ahead: 5))
    #expect(room.history.redoable(by: "ana") != nil)
  }
}
