import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// One act, one undo: what M-u and u offer, and what they say.
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
    return History(plan: scene.workshop.plan, entries: entries)
  }

  private let cards = (1...3).map { Event.cardAdded(board: "ideas", text: "\($0)", fields: nil) }

  @Test func `forty pasted lines are undone by one key, and it says so`() {
    let scene = Ideas.scene(0)
    let history = history([cards, [cards[0]]], by: "me", in: scene)
    var outcome = Undoing(history: history, writer: "me").undo(scene)
    #expect(outcome.events.count == 1)
    #expect(scene.say(outcome.notice ?? "") == "Undone: card added: 1")
    outcome = Undoing(history: self.history([cards], by: "me", in: scene), writer: "me").undo(scene)
    #expect(
      outcome.events
        == (1...3).reversed().map { .reverted(entry: EntryID(writer: "me", sequence: $0)) })
    #expect(scene.say(outcome.notice ?? "") == "Undone: 3 cards added")
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
    #expect(scene.say(outcome.notice ?? "") == "Undone: cluster made: Phones")
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
}
