import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import atelier
@testable import Shell

/// The keys of the time, the clock that never jumps, and the bell.
@Suite struct TimeTests {
  private let noon = Moment(milliseconds: 12 * 3_600_000)

  @Test(arguments: [
    ("12", 720), ("0", 0), ("7:30", 450), ("0:05", 5), ("90", 5400), ("@12:20", 1200),
    ("@12:00", 86_400), ("@11:00", 82_800), ("1440", 86_400),
  ])
  func `a time is typed as minutes, minutes and seconds, or until when`(text: String, wanted: Int) {
    #expect(Duration(text, now: noon)?.seconds == wanted)
  }

  @Test(arguments: ["", "x", "-1", "1:5", "1:60", "1:2:3", "@", "@25:00", "1441", "1 2", "٣"])
  func `anything else is no time`(text: String) {
    #expect(Duration(text, now: noon) == nil)
  }

  @Test func `one and five minutes more and less, set, begin anew`() {
    var desk = Desk(Fixture.scene(.board))
    desk.press("+", "-", ">", "<", "S", "4", "Enter", "R")
    #expect(
      desk.events == [
        .countdownExtended(activity: "ideation", seconds: 60),
        .countdownExtended(activity: "ideation", seconds: -60),
        .countdownExtended(activity: "ideation", seconds: 300),
        .countdownExtended(activity: "ideation", seconds: -300),
        .countdownSet(activity: "ideation", seconds: 240),
        .countdownStarted(activity: "ideation", seconds: 1800),
      ])
  }

  @Test func `a turn begins anew with its own minutes`() {
    var desk = Desk(Fixture.scene(.talk))
    desk.press("]", "R")
    #expect(desk.events.last == .countdownStarted(activity: "experts", seconds: 240))
  }

  @Test func `bell and digits are turned off for everyone, and on again`() {
    var desk = Desk(Fixture.scene(.board))
    desk.press("B", "D", "B")
    #expect(
      desk.events == [
        .settingChanged(setting: .bell, isOn: false),
        .settingChanged(setting: .digits, isOn: false),
        .settingChanged(setting: .bell, isOn: true),
      ])
  }

  // MARK: Who is ready

  private func room(ready: [String], writing: Bool = false) -> Desk {
    var scene = Fixture.scene(.board)
    scene.presence = ["Ana", "Louis"].map {
      Presence(
        writer: $0, by: $0, role: "notes", board: nil, isTyping: writing && $0 == "Louis")
    }
    for (index, name) in ready.enumerated() {
      scene.workshop.apply(
        Entry(
          id: EntryID(writer: name, sequence: index + 1),
          stamp: Stamp(milliseconds: scene.now.milliseconds), at: "", by: name,
          event: .readied(activity: "ideation", ready: true)))
    }
    return Desk(scene)
  }

  @Test func `Next goes at once while nobody said anything, and once everyone is ready`() {
    for ready in [[], ["Ana", "Louis"]] {
      var desk = room(ready: ready)
      #expect(desk.press("n").events.count == 1)
    }
  }

  @Test func `Next is asked for twice while some are ready and others not`() {
    var desk = room(ready: ["Ana"])
    #expect(desk.press("n").events.isEmpty)
    #expect(desk.scene.focus.notice.map { desk.scene.say($0.phrase).contains("Louis") } == true)
    desk.wait(seconds: 2)
    #expect(desk.press("n").events.count == 1)
    var late = room(ready: ["Ana"])
    late.press("n")
    late.wait(seconds: 4)
    #expect(late.press("n").events.isEmpty)
  }

  @Test func `what is left out is passed over`() {
    var desk = Desk(Fixture.scene(.board))
    let order = desk.scene.workshop.plan.activities.map(\.id)
    let at = order.firstIndex(of: "ideation") ?? 0
    desk.arrange {
      let out = $0.workshop.setting("dropped", of: order[at + 1], to: "yes")
      $0.workshop.apply(
        Entry(
          id: EntryID(writer: "x", sequence: 1),
          stamp: Stamp(milliseconds: $0.now.milliseconds), at: "", by: "",
          event: .planChanged(changes: [out])))
    }
    desk.press("n")
    #expect(desk.scene.workshop.current == order[at + 2])
    desk.press("b", "b")
    #expect(desk.scene.workshop.current == "ideation")
  }

  // MARK: Turns and tables

  @Test func `turns are moved, skipped and given more time, and the next one follows suit`() {
    var desk = Desk(Fixture.scene(.talk))
    desk.press("r", "↓", "x", "↑", "+")
    #expect(
      desk.events == [
        .roundsArranged(activity: "experts", order: ["1", "2"], skipped: ["2"]),
        .countdownExtended(activity: "experts", seconds: 60),
      ])
    desk.press("↓", "x", "+", "K", "Enter")
    #expect(
      Array(desk.events.dropFirst(2)) == [
        .roundsArranged(activity: "experts", order: ["1", "2"], skipped: []),
        .planChanged(changes: [
          .activitySet(activity: "experts", field: "rounds/2/0", value: "7", base: "6")
        ]),
        .roundsArranged(activity: "experts", order: ["2", "1"], skipped: []),
        .segmentOpened(activity: "experts", round: "2", segment: 0, seconds: 420),
      ])
    #expect(desk.scene.focus.overlays.isEmpty)
  }

  @Test func `a table's note-taker starts, lengthens and pauses the table's time`() {
    var desk = Desk(Fixture.scene(.persona, .notes))
    #expect(desk.press("F6").isWarning, "which table?")
    desk.press("Ctrl-T", "↓", "↓", "Enter", "F6", "F8", "F7", "F6")
    #expect(
      desk.events == [
        .countdownStarted(activity: "cards", seconds: 1800, table: "2"),
        .countdownExtended(activity: "cards", seconds: 60, table: "2"),
        .countdownExtended(activity: "cards", seconds: -60, table: "2"),
        .countdownPaused(activity: "cards", table: "2"),
      ])
  }

  @Test func `what is written for a table says so`() {
    var desk = Desk(Fixture.scene(.board, .notes))
    desk.press("Ctrl-T", "↓", "Enter")
    desk.type("an idea")
    desk.press("Enter")
    guard case .cardAdded(_, _, let fields) = desk.events.last else {
      Issue.record("no card")
      return
    }
    #expect(fields?["table"] == "1")
  }

  // MARK: The clock and the bell

  private typealias Reading = SteadyClock.Reading

  @Test(arguments: [-3_600_000, 86_400_000, 0])
  func `the machine's clock jumps and the workshop's does not`(jump: Int64) {
    let clock = SteadyClock(Reading(wall: 1_000_000, boot: 500))
    let after = Reading(wall: 1_000_000 + 10_000 + jump, boot: 10_500)
    #expect(clock.now(after) == 1_010_000)
    #expect(clock.apart(after) == jump)
  }

  @Test func `a closed laptop's time goes on`() {
    let clock = SteadyClock(Reading(wall: 1_000_000, boot: 500))
    #expect(clock.now(Reading(wall: 4_600_000, boot: 3_600_500)) == 4_600_000)
  }

  @Test func `the bell rings once at the end, not when it is off or the room has moved`() {
    var scene = Fixture.scene(.board)
    let left = scene.countdown?.secondsLeft(at: scene.now) ?? 0
    func rings(_ change: (inout Scene) -> Void = { _ in }) -> [Bool] {
      var bell = Bell()
      return (-2...2).map { second in
        var moment = scene
        moment.now = scene.now.adding(seconds: left + second)
        change(&moment)
        return bell.rings(moment)
      }
    }
    #expect(rings() == [false, false, true, false, false])
    #expect(!rings { $0.role = .notes }.contains(true))
    scene = Desk.scene(scene, "B")
    #expect(!rings().contains(true))
  }

  @Test func `the bell rings when a round goes on by itself, not when somebody opens it`() {
    var bell = Bell()
    var desk = Desk(Fixture.scene(.talk))
    func hears(_ seconds: Int) -> Bool {
      var scene = desk.scene
      scene.now = scene.now.adding(seconds: seconds)
      scene.workshop = scene.workshop.advanced(to: scene.now)
      return bell.rings(scene)
    }
    let left = desk.scene.countdown?.secondsLeft(at: desk.scene.now) ?? 0
    #expect(!hears(left - 1))
    #expect(hears(left))
    #expect(!hears(left + 1))
    desk.press("]")
    #expect(!hears(1))
  }

  // MARK: The agenda's editor

  @Test func `the agenda's editor resizes, moves, inserts, leaves out and removes`() {
    var desk = Desk(Fixture.scene(.board))
    let session = desk.scene.workshop.plan.sessions[0]
    let ids = session.activities.map(\.id)
    let at = ids.firstIndex(of: "ideation") ?? 0
    desk.press("A", "↓", "+", "J", "a")
    desk.type("all together")
    desk.press("Enter")
    desk.type("Fresh air 5")
    desk.press("Enter", "x")
    let items = desk.scene.workshop.plan.sessions[0].activities
    let next = ids[at + 1]
    #expect(items[at + 2].id == next)
    #expect(items[at + 2].minutes == session.activities[at + 1].minutes + 1)
    #expect(items[at + 3].title == "Fresh air" && items[at + 3].minutes == 5)
    #expect(items[at + 3].isDropped)
    desk.press("Delete")
    #expect(desk.scene.workshop.plan.sessions[0].activities.count == ids.count)
    #expect(desk.scene.workshop.base.sessions[0].activities.map(\.id) == ids)
  }

  @Test func `a field that cannot be so is refused and nothing is written`() {
    var desk = Desk(Fixture.scene(.board))
    desk.press("A", "Enter", "↓")
    desk.type("x")
    #expect(desk.press("↓").isWarning)
    #expect(desk.press("Esc").isWarning)
    #expect(desk.scene.focus.overlays.count == 2, "what was typed is still there")
    desk.press("Esc")
    #expect(desk.events.isEmpty)
    #expect(desk.scene.focus.overlays.count == 1)
  }

  @Test func `what was held is left out and never removed`() {
    var desk = Desk(Fixture.scene(.board))
    #expect(desk.press("A", "Delete").isWarning)
    #expect(desk.events.isEmpty)
  }

  @Test func `the file is written only when asked for twice, and only if something changed`() {
    var desk = Desk(Fixture.scene(.board))
    #expect(desk.press("A", "w").isWarning)
    desk.press("↓", "+", "w")
    #expect(desk.outcome.effect == nil)
    #expect(desk.press("w").effect == .writePlan)
  }
}
