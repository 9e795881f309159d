import Terminal
import Testing
import WorkshopCore

@testable import Shell

/// Keys where something typed or chosen could get lost on the way.
@Suite struct RoomKeysTests {
  private func desk(
    _ stop: Fixture.Stop, _ role: Role = .facilitator, then labels: String...
  ) -> Desk {
    var desk = Desk(Fixture.scene(stop, role))
    for label in labels { desk.press(label) }
    return desk
  }

  @Test func `the palette narrows by typing and does what was chosen`() {
    var desk = desk(.board, then: ":")
    desk.type("minute less")
    desk.press("Enter")
    #expect(
      desk.events == [
        .countdownExtended(activity: desk.scene.workshop.current ?? "", seconds: -60)
      ])
    #expect(desk.scene.focus.overlays.isEmpty)
  }

  @Test(arguments: [Role.facilitator, .notes])
  func `Ctrl-Q leaves from a menu too, at the second press`(_ role: Role) {
    var desk = desk(.board, role, then: role == .notes ? "Ctrl-B" : "o")
    #expect(desk.scene.focus.overlay is Menu)
    #expect(desk.press("Ctrl-Q").effect == nil)
    #expect(desk.press("Ctrl-Q").effect == .quit)
  }

  @Test func `one person after another is signed up by an arrow and a number`() {
    let people = desk(.signUp, then: "g", "↓", "1", "↓", "2").events.map {
      event -> CardID? in
      guard case .fieldSet(let card, "project", _, _) = event else { return nil }
      return card
    }
    #expect(people.count == 2 && Set(people).count == 2)
  }

  @Test func `Ctrl-R says ready, and not ready after all`() {
    let desk = desk(.board, .notes, then: "Ctrl-R", "Ctrl-R")
    let activity = desk.scene.workshop.current ?? ""
    #expect(
      desk.events == [
        .readied(activity: activity, ready: true), .readied(activity: activity, ready: false),
      ])
  }

  @Test func `F4 takes what was changed on the line into the form`() throws {
    var desk = desk(.board, .notes, then: "↑")
    let card = try #require(desk.scene.focus.editing)
    desk.type("!!")
    desk.press("F4", "Esc")
    #expect(desk.scene.workshop.card(card)?.text.hasSuffix("!!") == true)
  }

  @Test func `another board takes the unfinished line`() {
    var desk = desk(.board, .notes)
    desk.type("Bus")
    desk.press("Ctrl-B", "↓", "Enter", "Enter")
    #expect(desk.events.count == 1)
    #expect(desk.scene.focus.board != nil && desk.scene.focus.line.isEmpty)
  }

  @Test func `another board never takes a copy of the chosen card`() {
    let desk = desk(.board, .notes, then: "↑", "Ctrl-B", "↓", "Enter", "Enter")
    #expect(desk.scene.focus.board != nil && desk.events.isEmpty)
  }

  @Test func `a line of marks alone is a card with a text all the same`() {
    var desk = desk(.board, .notes)
    desk.type("@Ana")
    desk.press("Enter")
    guard case .cardAdded(_, "@Ana", nil) = desk.events.first else {
      Issue.record("\(desk.events)")
      return
    }
  }

  @Test(arguments: [Fixture.Stop.pollReady, .signUp, .persona, .canvas])
  func `F5 opens what the kind needs, or says why not`(_ stop: Fixture.Stop) {
    let desk = desk(stop, .notes, then: "F5")
    #expect(desk.events.isEmpty)
    #expect(desk.outcome.isWarning || desk.scene.focus.overlay != nil)
  }
}
