import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// One act, one undo: what Alt-u and u offer, and what they say.
@Suite struct UndoingTests {
  /// The scene of a board, and its history with acts of a writer after it: events, and the number of the
  /// act's first among them.
  private func history(_ acts: [[Event]], by writer: String, in scene: Scene) -> History {
    var entries: [Entry] = []
    for act in acts {
      let first = entries.count + 1
      for event in act {
        entries.append(
          Entry(
            id: EntryID(writer: writer, sequence: entries.count + 1),
            stamp: Stamp(milliseconds: scene.now.milliseconds + Int64(entries.count)), at: "",
            by: writer, event: event, act: first))
      }
    }
    return History(plan: scene.workshop.plan, entries: entries, catalogue: .all)
  }

  private let cards = (1...3).map { Event.cardAdded(board: "ideas", text: "\($0)", fields: nil) }

  @Test func `forty pasted lines are undone by one key, and it says so`() {
    let scene = Ideas.scene(0)
    let history = history([cards, [cards[0]]], by: "me", in: scene)
    var outcome = Undoing(history: history, writer: "me").undo(scene)
    #expect(outcome.events.count == 1)
    #expect(scene.say(outcome.notice ?? "") == "Undone: “1” removed")
    outcome = Undoing(history: self.history([cards], by: "me", in: scene), writer: "me").undo(scene)
    #expect(
      outcome.events
        == (1...3).reversed().map { .reverted(entry: EntryID(writer: "me", sequence: $0)) })
    #expect(scene.say(outcome.notice ?? "") == "Undone: 3 cards removed")
  }

  @Test func `a cluster and what went into it are one act`() {
    let scene = Ideas.scene(0)
    let cluster: [Event] = [
      .zoneAdded(board: "ideas", title: "Phones"),
      .fieldsSet(field: Card.zone, values: ["me-1": "me-4"]),
    ]
    let history = history([cards, cluster], by: "me", in: scene)
    let outcome = Undoing(history: history, writer: "me").undo(scene)
    #expect(outcome.events.count == 2)
    #expect(scene.say(outcome.notice ?? "") == "Undone: cluster removed: Phones")
  }

  @Test func `an act of somebody else is offered whole, or not at all`() {
    var scene = Ideas.scene(0, role: .notes)
    let mixed: [Event] = [cards[0], .activityOpened(activity: "ideation", seconds: nil)]
    let history = history([cards, mixed], by: "ben", in: scene)
    let undoing = Undoing(history: history, writer: "me")
    let asked = undoing.undo(scene)
    #expect(asked.events.isEmpty)
    #expect(scene.say(asked.notice ?? "").contains("ben: 3 cards added"))
    if let focus = asked.focus { scene.focus = focus }
    #expect(undoing.undo(scene).events.count == 3)
  }

  @Test func `the line that gave way to a voice comes back with it`() throws {
    var desk = Desk(Ideas.scene(15, role: .notes))
    desk.type("librarians as first contact")
    desk.press("Tab")
    #expect(desk.scene.focus.line.isEmpty)
    guard case .voiceAdded = desk.events.last else {
      Issue.record("no voice")
      return
    }
    let voice = history([[try #require(desk.events.last)]], by: "me", in: desk.scene)
    let undoing = Undoing(history: voice, writer: "me")
    #expect(undoing.undo(desk.scene).focus?.line.text == "librarians as first contact")
    // Not over what is being typed since, nor after something else was written.
    desk.type("x")
    #expect(undoing.undo(desk.scene).focus == nil)
    desk.press("Enter")
    #expect(undoing.undo(desk.scene).focus == nil)
  }

  // What it names, and where it stops.

  private func said(_ events: [Event], in scene: Scene) -> String {
    let outcome = Undoing(history: history([events], by: "me", in: scene), writer: "me").undo(scene)
    return scene.say(outcome.notice ?? "")
  }

  @Test func `undo names the place that the room is back at, and the one it left`() {
    let scene = Fixture.scene(.board)
    let activities = scene.workshop.plan.activities
    let (first, second) = (activities[0], activities[1])
    let history = history(
      [
        [.activityOpened(activity: first.id, seconds: nil)],
        [.activityOpened(activity: second.id, seconds: nil)],
      ], by: "me", in: scene)
    var seen = scene
    seen.workshop = history.workshop
    let outcome = Undoing(history: history, writer: "me").undo(seen)
    let titles = (scene.say(first.title), scene.say(second.title))
    #expect(scene.say(outcome.notice ?? "") == "Undone: back to \(titles.0), from \(titles.1)")
    #expect(outcome.events.count == 1)
  }

  @Test func `undo names the card, the vote, the cluster, the bell`() {
    let scene = Ideas.scene(0)
    let vote = Event.pollOpened(
      activity: "ideation", question: "Which?", method: .dots, options: ["a", "b"], dots: 1,
      cap: 1, winners: 1)
    #expect(
      said([.settingChanged(setting: .bell, isOn: false)], in: scene).contains("the bell is on"))
    #expect(said([vote], in: scene) == "Undone: vote removed: Which?")
    let zone = Event.zoneAdded(board: "ideas", title: "Phones")
    #expect(said([zone], in: scene) == "Undone: cluster removed: Phones")
    #expect(said([cards[1]], in: scene) == "Undone: “2” removed")
  }

  @Test func `a desk asks before it takes the room back twice in a row`() {
    let scene = Fixture.scene(.board)
    let activities = scene.workshop.plan.activities.prefix(3).map(\.id)
    var history = history(
      activities.map { [.activityOpened(activity: $0, seconds: nil)] }, by: "me", in: scene)
    var seen = scene
    seen.workshop = history.workshop
    let once = Undoing(history: history, writer: "me").undo(seen)
    #expect(once.events.count == 1)
    let revert = Entry(
      id: EntryID(writer: "me", sequence: 9),
      stamp: Stamp(milliseconds: scene.now.milliseconds + 100), at: "", by: "me",
      event: once.events[0], act: nil)
    history.insert([revert])
    seen.workshop = history.workshop
    #expect(seen.workshop.current == activities[1])
    let asked = Undoing(history: history, writer: "me").undo(seen)
    #expect(asked.events.isEmpty)
    #expect(scene.say(asked.notice ?? "").hasPrefix("Press again to move everyone too: back to "))
    if let focus = asked.focus { seen.focus = focus }
    #expect(Undoing(history: history, writer: "me").undo(seen).events.count == 1)
  }

  @Test func `undo stops at the beginning of the activity, for a desk and for nobody else`() {
    var scene = Ideas.scene(0)
    let history = history(
      [[cards[0]], [.activityOpened(activity: "ideation", seconds: nil)]], by: "me", in: scene)
    var other = history
    other.insert([
      Entry(
        id: EntryID(writer: "you", sequence: 1),
        stamp: Stamp(milliseconds: scene.now.milliseconds + 50), at: "", by: "you",
        event: .activityOpened(activity: "ideation", seconds: nil), act: nil)
    ])
    other.insert([
      Entry(
        id: EntryID(writer: "me", sequence: 9),
        stamp: Stamp(milliseconds: scene.now.milliseconds + 60), at: "", by: "me",
        event: .reverted(entry: EntryID(writer: "me", sequence: 2)), act: nil)
    ])
    scene.workshop = other.workshop
    let undoing = Undoing(history: other, writer: "me")
    let asked = undoing.undo(scene)
    #expect(asked.events.isEmpty)
    #expect(scene.say(asked.notice ?? "").hasPrefix("Before the start of Ideation"))
    scene.role = .notes
    #expect(undoing.undo(scene).events.count == 1)
  }

  @Test func `a vote with ballots in it is never taken away unasked`() {
    let scene = Ideas.scene(0)
    let vote = Event.pollOpened(
      activity: "ideation", question: "Which?", method: .dots, options: ["a", "b"], dots: 1,
      cap: 1, winners: 1)
    var history = history([[vote]], by: "me", in: scene)
    history.insert([
      Entry(
        id: EntryID(writer: "you", sequence: 1),
        stamp: Stamp(milliseconds: scene.now.milliseconds + 50), at: "", by: "you",
        event: .ballotCast(poll: "me-1", voter: "1", marks: ["a": 1]), act: nil)
    ])
    let asked = Undoing(history: history, writer: "me").undo(scene)
    #expect(asked.events.isEmpty)
    #expect(scene.say(asked.notice ?? "").contains("Ballots submitted since: 1"))
  }
}
