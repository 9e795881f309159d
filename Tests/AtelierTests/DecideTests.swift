@testable import Journaling
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell

/// What a key leads to.
@Suite struct DecideTests {
  private static func plan(_ kind: String = "board") -> Plan {
    Plan(
      title: "Test", themes: [Theme(id: "inclusion", name: "Digital inclusion")],
      people: [Person(id: "p1", name: "Jean Martin"), Person(id: "p2", name: "Ewa Nowak")],
      boards: [
        Board(id: "ideas", title: "Ideas", zones: [Zone(id: "near", title: "Near")]),
        Board(id: "actions", title: "Actions", sheet: "action"),
        Board(id: "projects", title: "Projects", sheet: "project"),
      ],
      sessions: [
        Session(
          id: "day", title: "Day",
          activities: [
            Activity(id: "one", title: "One", kind: "plenary", minutes: 10),
            Activity(id: "two", title: "Two", kind: kind, minutes: 20, board: "ideas"),
            Activity(id: "three", title: "Three", kind: "break", minutes: 15),
          ])
      ])
  }

  private func at(
    _ activity: String, _ kind: String = "board", role: Role = .facilitator,
    then events: [Event] = []
  ) -> Scene {
    Stage.scene(
      Self.plan(kind), role: role,
      then: [.activityOpened(activity: activity, seconds: nil)] + events)
  }

  /// Presses keys by their labels; gives back the last outcome with every event of all the keys.
  private func press(_ labels: String..., in scene: inout Scene) -> Outcome {
    var desk = Desk(scene)
    for key in labels.compactMap(Key.init(label:)) { desk.press(key) }
    scene = desk.scene
    var last = desk.outcome
    last.events = desk.events
    return last
  }

  @Test func `n opens the first activity, then the next, and says when there is none`() {
    var start = Stage.scene(Self.plan())
    #expect(press("n", in: &start).events == [.activityOpened(activity: "one", seconds: nil)])
    var one = at("one")
    #expect(
      press("n", in: &one).events == [.activityOpened(activity: "two", seconds: nil, from: "one")])
    var last = at("three")
    let outcome = press("n", in: &last)
    #expect(outcome.events.isEmpty && outcome.isWarning)
  }

  @Test func `a break starts its time by itself`() {
    var two = at("two")
    #expect(
      press("n", in: &two).events == [.activityOpened(activity: "three", seconds: 900, from: "two")]
    )
  }

  @Test(arguments: ["n", "b"]) func `while somebody types, moving on is asked for twice`(
    _ key: String
  ) {
    var scene = at("two")
    scene.presence = [
      Presence(writer: "w", by: "Louis", role: "notes", board: "ideas", isTyping: true)
    ]
    #expect(press(key, in: &scene).events.isEmpty)
    #expect(press(key, in: &scene).events.count == 1)
    #expect(press(key, in: &scene).events.isEmpty, "the next one is asked for anew")
    scene.now = scene.now.adding(seconds: 4)
    #expect(press(key, in: &scene).events.isEmpty, "too late for a second press")
  }

  @Test func `space starts, pauses and resumes the time`() {
    var fresh = at("one")
    #expect(press("Space", in: &fresh).events == [.countdownStarted(activity: "one", seconds: 600)])
    var running = at("one", then: [.countdownStarted(activity: "one", seconds: 600)])
    #expect(press("Space", in: &running).events == [.countdownPaused(activity: "one")])
    var paused = at(
      "one",
      then: [.countdownStarted(activity: "one", seconds: 600), .countdownPaused(activity: "one")])
    #expect(press("Space", in: &paused).events == [.countdownResumed(activity: "one")])
    var waiting = Stage.scene(Self.plan())
    #expect(press("Space", in: &waiting).isWarning)
  }

  @Test func `plus and minus give and take a minute`() {
    var scene = at("one")
    #expect(press("+", in: &scene).events == [.countdownExtended(activity: "one", seconds: 60)])
    #expect(press("-", in: &scene).events == [.countdownExtended(activity: "one", seconds: -60)])
  }

  @Test func `q leaves at the second press`() {
    var scene = at("one")
    #expect(press("q", in: &scene).effect == nil)
    #expect(press("q", in: &scene).effect == .quit)
  }

  @Test func `a chosen line of the agenda is opened with Enter, the current one opens its board`() {
    var scene = at("two")
    #expect(press("↓", "Enter", in: &scene).events.isEmpty, "looking does not move the room")
    #expect(
      press("Enter", in: &scene).events == [
        .activityOpened(activity: "three", seconds: 900, from: "two")
      ])
    var again = at("two")
    #expect(press("Enter", in: &again).events.isEmpty)
    #expect(again.focus.place == .board("ideas"))
  }

  @Test func `at a board cards are added, moved, given a voice and binned`() {
    let added = Event.cardAdded(board: "ideas", text: "Desk", fields: nil)
    var scene = at("two", then: [added])
    _ = press("Enter", "↓", in: &scene)
    #expect(scene.focus.card == "test-2")
    #expect(press("v", in: &scene).events == [.voiceAdded(card: "test-2")])
    #expect(
      press("m", "N", "e", "Enter", in: &scene).events
        == [.fieldSet(card: "test-2", field: "zone", value: "near", over: nil)])
    #expect(press("x", in: &scene).events == [.cardBinned(card: "test-2")])
    let text = press("a", "H", "i", "Enter", in: &scene).events
    #expect(text == [.cardAdded(board: "ideas", text: "Hi", fields: nil)])
  }

  @Test func `a vote is opened, counted, closed at the second press and revealed`() throws {
    let cards = ["Desk", "Bus"].map { Event.cardAdded(board: "ideas", text: $0, fields: nil) }
    var open = at("two", "poll", then: cards)
    guard
      case .pollOpened(_, _, .dots, let options, 1, 1, _, _, _) = press("d", "Enter", in: &open)
        .events.first
    else {
      Issue.record("d did not open a vote of one dot for two cards")
      return
    }
    #expect(options == ["test-2", "test-3"])
    let poll = Event.pollOpened(
      activity: "two", question: "?", method: .dots, options: options, dots: 1, cap: 1, winners: 1)
    var empty = at("two", "poll", then: cards + [poll])
    #expect(press("c", "c", in: &empty).events.isEmpty, "nobody has voted")
    #expect(press("d", in: &empty).isWarning)
    let paper = press("p", "2", "Enter", in: &empty)
    guard case .ballotCast("test-4", _, let marks, _, _, _) = paper.events.first else {
      Issue.record("no ballot was cast")
      return
    }
    #expect(marks == ["test-3": 1])
    #expect(
      press("1", "Space", "2", "Enter", in: &empty).isWarning, "two dots where one is allowed")
    let ballot = Event.ballotCast(poll: "test-4", voter: "a", marks: ["test-3": 1])
    var cast = at("two", "poll", then: cards + [poll, ballot])
    #expect(press("v", in: &cast).isWarning, "an open vote is not revealed")
    #expect(press("c", in: &cast).events.isEmpty)
    #expect(
      press("c", in: &cast).events == [
        .pollClosed(poll: "test-4", cut: ["test": 5], counts: [])
      ])
    var closed = at(
      "two", "poll", then: cards + [poll, ballot, .pollClosed(poll: "test-4", cut: ["test": 5])])
    #expect(press("v", in: &closed).events == [.pollRevealed(poll: "test-4")])
  }

  @Test func `totals are typed down the list, the last line being how many voted`() {
    let poll = Event.pollOpened(
      activity: "two", question: "?", method: .dots, options: ["A", "B"], dots: 1, cap: 1,
      winners: 1)
    var scene = at("two", "poll", then: [poll])
    let events = press("t", "1", "2", "Enter", "7", "Enter", "9", "Enter", in: &scene).events
    #expect(events == [.totalsCounted(poll: "test-2", totals: ["A": 12, "B": 7], voters: 9)])
  }

  @Test func `a form writes a field when it is left, naming what it replaced`() {
    let added = Event.cardAdded(board: "actions", text: "Call", fields: nil)
    var scene = at("two", then: [added])
    scene.focus.place = .board("actions")
    scene.focus.card = "test-2"
    let events = press("e", "!", "Enter", in: &scene).events
    #expect(
      events == [
        .fieldSet(
          card: "test-2", field: "text", value: "Call!", over: EntryID(writer: "test", sequence: 2))
      ])
  }

  // MARK: The note-taker

  @Test func `Enter adds the line and leaves an empty one`() {
    var scene = at("two", role: .notes)
    let events = press("H", "i", "Enter", in: &scene).events
    #expect(events == [.cardAdded(board: "ideas", text: "Hi", fields: nil)])
    #expect(scene.focus.line.isEmpty)
    #expect(press("Enter", in: &scene).events.isEmpty)
  }

  @Test func `a paste of forty lines is forty cards`() {
    let lines = (1...40).map { "Idea \($0)" }
    let outcome = Keymap.decide(.paste(lines.joined(separator: "\n")), at("two", role: .notes))
    #expect(outcome.events == lines.map { .cardAdded(board: "ideas", text: $0, fields: nil) })
  }

  @Test func `a line begun before the room moved on goes where it was meant, or along`() {
    var scene = at("two", role: .notes)
    _ = press("H", "i", in: &scene)
    scene.workshop = at("three", then: [.boardShown(board: nil)]).workshop
    #expect(scene.isLeftBehind && scene.focus.line.text == "Hi")
    var along = scene
    #expect(
      press("Enter", in: &scene).events == [.cardAdded(board: "ideas", text: "Hi", fields: nil)])
    _ = press("Ctrl-G", in: &along)
    #expect(!along.isLeftBehind && along.focus.line.text == "Hi")
    #expect(press("Enter", in: &along).isWarning, "a break without a board")
    #expect(along.focus.line.text == "Hi", "and the line is kept")
  }

  @Test func `an earlier card is chosen with the arrow and changed with Enter`() {
    let added = Event.cardAdded(board: "ideas", text: "Desk", fields: nil)
    var scene = at("two", role: .notes, then: [added])
    let events = press("↑", "s", "Enter", in: &scene).events
    #expect(
      events == [
        .fieldSet(
          card: "test-2", field: "text", value: "Desks", over: EntryID(writer: "test", sequence: 2))
      ])
  }

  @Test func `Tab completes a theme, or adds a voice to what was said`() {
    let added = Event.cardAdded(board: "ideas", text: "Librarians as first contact", fields: nil)
    var scene = at("two", role: .notes, then: [added])
    _ = press("#", "i", "n", "Tab", in: &scene)
    #expect(scene.focus.line.text == "#inclusion ")
    scene.focus.line = Line("first contact: librarians")
    #expect(press("Tab", in: &scene).events == [.voiceAdded(card: "test-2")])
    #expect(scene.focus.line.isEmpty)
  }
}
