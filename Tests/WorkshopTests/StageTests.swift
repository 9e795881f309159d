import Testing
import WorkshopCore

/// What the room is at: activities, turns, countdowns, boards made live, who is ready.
@Suite struct StageTests {
  private func left(_ room: Room, _ activity: ActivityID, at second: Int) -> Int? {
    room.workshop.countdowns[activity]?.secondsLeft(at: Room.moment(second))
  }

  @Test func `opening an activity makes it current and starts its countdown`() {
    var room = Room()
    room.when(.activityOpened(activity: "one", seconds: 300), at: 10)
    #expect(room.workshop.current == "one")
    #expect(room.workshop.openings["one"]?.count == 1)
    #expect(left(room, "one", at: 10) == 300)
    #expect(left(room, "one", at: 70) == 240)
  }

  @Test func `opening without seconds starts no countdown`() {
    var room = Room()
    room.when(.activityOpened(activity: "one", seconds: nil))
    #expect(room.workshop.countdowns.isEmpty)
  }

  @Test func `going on pauses the countdown and coming back resumes it`() {
    var room = Room()
    room.when(.activityOpened(activity: "one", seconds: 300), at: 0)
    room.when(.activityOpened(activity: "two", seconds: 100), at: 60)
    #expect(left(room, "one", at: 200) == 240)
    #expect(left(room, "two", at: 200) == -40)
    room.when(.activityOpened(activity: "one", seconds: 300), at: 300)
    #expect(left(room, "one", at: 310) == 230)
    #expect(left(room, "two", at: 310) == -140)
  }

  @Test func `a countdown started elsewhere at the same moment does not run on unseen`() {
    var room = Room()
    room.when(.activityOpened(activity: "one", seconds: 300), at: 0)
    room.when(.activityOpened(activity: "two", seconds: 300), at: 60)
    room.when(.countdownStarted(activity: "one", seconds: 100), at: 61, by: "ben")
    room.when(.activityOpened(activity: "three", seconds: 300), at: 71)
    #expect(left(room, "one", at: 500) == 90)
  }

  @Test func `a countdown pauses, resumes and goes into overtime`() {
    var room = Room()
    room.when(.countdownStarted(activity: "one", seconds: 60), at: 0)
    room.when(.countdownPaused(activity: "one"), at: 20)
    #expect(left(room, "one", at: 500) == 40)
    #expect(room.workshop.countdowns["one"]?.isRunning == false)
    room.when(.countdownPaused(activity: "one"), at: 500)
    #expect(left(room, "one", at: 500) == 40)
    room.when(.countdownResumed(activity: "one"), at: 600)
    room.when(.countdownResumed(activity: "one"), at: 610)
    #expect(left(room, "one", at: 620) == 20)
    #expect(left(room, "one", at: 645) == -5)
    #expect(room.workshop.countdowns["one"]?.fraction(at: Room.moment(645)) == 1)
    #expect(room.workshop.countdowns["one"]?.fraction(at: Room.moment(610)) == 0.5)
  }

  @Test func `a clock behind the starter's shows the whole time`() {
    var room = Room()
    room.when(.countdownStarted(activity: "one", seconds: 60), at: 100)
    #expect(left(room, "one", at: 0) == 60)
  }

  @Test func `seconds are rounded up before the end and towards it after`() {
    var room = Room()
    room.when(.countdownStarted(activity: "one", seconds: 60), at: 0)
    let countdown = room.workshop.countdowns["one"]
    for (milliseconds, shown) in [
      (0, 60), (1, 60), (999, 60), (1000, 59), (60_500, 0), (61_000, -1),
    ] {
      let now = Moment(milliseconds: Room.nine + Int64(milliseconds))
      #expect(countdown?.secondsLeft(at: now) == shown)
    }
  }

  @Test func `time is given and taken, never below nothing`() {
    var room = Room()
    room.when(.countdownStarted(activity: "one", seconds: 300), at: 0)
    room.when(.countdownExtended(activity: "one", seconds: 60), at: 10)
    #expect(left(room, "one", at: 100) == 260)
    #expect(room.workshop.countdowns["one"]?.seconds == 360)
    room.when(.countdownExtended(activity: "one", seconds: -120), at: 110)
    #expect(left(room, "one", at: 110) == 130)
    room.when(.countdownExtended(activity: "one", seconds: -1000), at: 120)
    #expect(room.workshop.countdowns["one"]?.seconds == 0)
    #expect(left(room, "one", at: 120) == -120)
  }

  @Test func `more time before the start is added to the planned minutes`() {
    var room = Room()
    room.when(.countdownExtended(activity: "two", seconds: 60), at: 0)
    #expect(left(room, "two", at: 50) == 360)
    room.when(.activityOpened(activity: "two", seconds: 300), at: 100)
    #expect(left(room, "two", at: 110) == 350)
  }

  @Test func `no number of seconds overflows`() {
    for seconds in [Int.max, Int.min, 1 << 62, -(1 << 62)] {
      var room = Room()
      room.when(.activityOpened(activity: "one", seconds: seconds))
      room.when(.countdownStarted(activity: "two", seconds: seconds))
      room.when(.turnOpened(activity: "three", turn: 0, seconds: seconds))
      for activity in ["one", "two", "three", "new"] {
        room.when(.countdownExtended(activity: activity, seconds: seconds))
        room.when(.countdownExtended(activity: activity, seconds: seconds))
        let whole = room.workshop.countdowns[activity]?.seconds ?? -1
        #expect((0...Countdown.longest).contains(whole))
      }
    }
  }

  @Test func `a shown board stays until it is given back or the room goes on`() {
    var room = Room()
    room.when(.boardShown(board: "parked"))
    #expect(room.workshop.shown == "parked")
    room.when(.boardShown(board: nil))
    #expect(room.workshop.shown == nil)
    room.when(.boardShown(board: "parked"))
    room.when(.activityOpened(activity: "one", seconds: nil))
    #expect(room.workshop.shown == nil)
  }

  @Test func `people are ready by name, and may say they are not after all`() {
    var room = Room()
    room.when(.readied(activity: "one", ready: true), by: "ana")
    room.when(.readied(activity: "one", ready: true), by: "ben")
    room.when(.readied(activity: "one", ready: false), by: "ana")
    #expect(room.workshop.ready["one"] == ["ben"])
  }

  @Test func `boards and zones are made live and renamed`() {
    var room = Room()
    let board = room.when(
      .boardAdded(title: "Canvas", canvas: "social", sheet: "note", about: "p-1")
    ).description
    let zone = room.when(.zoneAdded(board: board, title: "Desks")).description
    #expect(room.workshop.board(board)?.canvas == "social")
    #expect(room.workshop.board(board)?.sheet == "note")
    #expect(room.workshop.board(board)?.about == "p-1")
    #expect(room.workshop.board(board)?.zones == [Zone(id: zone, title: "Desks")])
    room.when(.zoneRenamed(zone: zone, title: "Counters"))
    room.when(.zoneRenamed(zone: "now", title: "At once"))
    #expect(room.workshop.board(board)?.zones.first?.title == "Counters")
    #expect(room.workshop.board("ideas")?.zones == [Zone(id: "now", title: "At once")])
  }

  @Test func `what names no board, zone or poll changes nothing`() {
    for event: Event in [
      .zoneAdded(board: "none", title: "x"), .zoneRenamed(zone: "none", title: "x"),
      .ballotCast(poll: "none", voter: "v", marks: [:]), .pollRevealed(poll: "none"),
      .totalsCounted(poll: "none", totals: [:], voters: nil), .pollClosed(poll: "none", cut: [:]),
      .countdownPaused(activity: "one"), .countdownResumed(activity: "one"),
      .reverted(entry: EntryID(writer: "x", sequence: 1)),
    ] {
      var room = Room()
      room.when(event)
      #expect(room.workshop == Room().workshop)
    }
  }

  @Test func `an event of a later version is counted and skipped`() {
    var room = Room()
    room.when(nil)
    room.when(nil)
    #expect(room.workshop.skipped == 2)
  }

  @Test func `a board is set for everybody, and a value that says nothing changes nothing`() throws
  {
    var room = Room()
    let id = try #require(room.workshop.boards.first).id
    room.when(.boardSet(board: id, setting: .closed, value: "yes"))
    room.when(.boardSet(board: id, setting: .sort, value: "voices"))
    room.when(.boardSet(board: id, setting: .sort, value: "colour"))
    room.when(.boardSet(board: id, setting: .columns, value: "table"))
    room.when(.boardSet(board: id, setting: .revealed, value: "-4"))
    room.when(.boardSet(board: "nowhere", setting: .frozen, value: "yes"))
    let board = try #require(room.workshop.board(id))
    #expect(board.isClosed && board.sort == .voices && board.columns == .table)
    #expect(board.revealed == 0 && !board.isFrozen)
  }

  @Test func `a card stands large until something else is shown`() {
    var room = Room()
    for end in [
      Event.cardShown(card: nil), .boardShown(board: "b"),
      .activityOpened(activity: "one", seconds: nil),
    ] {
      room.when(.cardShown(card: "c-1"))
      #expect(room.workshop.spotlit == "c-1")
      room.when(end)
      #expect(room.workshop.spotlit == nil)
    }
  }
}
