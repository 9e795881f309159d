import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import Shell
@testable import Voting

/// Keys in the states of the tests' morning, as tables.
@Suite struct DecideTableTests {
  private func desk(
    _ stop: Fixture.Stop, _ role: Role = .facilitator, _ labels: String...
  ) -> Desk {
    var desk = Desk(Fixture.scene(stop, role))
    for label in labels { desk.press(label) }
    return desk
  }

  // MARK: The vote

  /// Which of the vote's keys are refused in each of its states; a vote revealed may be opened anew.
  @Test(arguments: [
    (Fixture.Stop.pollReady, "tpcv"), (.pollOpen, "dv"), (.pollClosed, "dtpc"),
    (.pollRevealed, "tpcv"),
  ])
  func `a vote's keys work in their order`(stop: Fixture.Stop, refused: String) {
    for key in "dtpcv" {
      let outcome = Keymap.decide(.character(key), Fixture.scene(stop))
      #expect(outcome.isWarning == refused.contains(key), "\(key)")
      if outcome.isWarning { #expect(outcome.events.isEmpty && outcome.focus == nil) }
    }
  }

  @Test func `F5 takes a note-taker's paper ballots only while the vote is open`() {
    #expect(desk(.pollReady, .notes, "F5").outcome.isWarning)
    #expect(desk(.pollClosed, .notes, "F5").outcome.isWarning)
    #expect(desk(.pollOpen, .notes, "F5").scene.focus.overlay is BallotPad)
  }

  @Test func `a vote is closed at a second press within three seconds`() {
    var slow = desk(.pollOpen, .facilitator, "c")
    #expect(slow.events.isEmpty && slow.outcome.notice != nil)
    slow.wait(seconds: 4)
    slow.press("c")
    #expect(slow.events.isEmpty)
    slow.press("c")
    #expect(slow.events.count == 1)
  }

  @Test func `a total that is typed again begins anew, and goes on digit by digit`() {
    var desk = desk(.pollOpen, .facilitator, "t", "↓")
    desk.type("28")
    desk.press("Backspace", "9", "↓", "+", "Ctrl-S")
    let ideas = desk.scene.workshop.cards(on: "ideas").map(\.id)
    guard case .totalsCounted(_, let totals, voters: 26, _, _) = desk.events.first else {
      Issue.record("nothing was counted")
      return
    }
    #expect(ideas.map { totals[$0] } == [47, 29, 32, 12])
  }

  // MARK: Turns

  @Test func `the first press begins the first talk, each has its own time`() {
    var desk = Desk(Fixture.scene(.warmUp))
    desk.press("n")
    #expect(desk.press("[").isWarning || desk.events.count == 2)
    desk = Desk(Fixture.scene(.warmUp))
    desk.press("n", "]", "]", "]", "]")
    #expect(
      desk.events.dropFirst() == [
        .segmentOpened(activity: "experts", round: "1", segment: 0, seconds: 360),
        .segmentOpened(activity: "experts", round: "1", segment: 1, seconds: 240),
        .segmentOpened(activity: "experts", round: "2", segment: 0, seconds: 360),
        .segmentOpened(activity: "experts", round: "2", segment: 1, seconds: 240),
      ])
    #expect(desk.press("]").isWarning, "that was the last turn")
    #expect(
      desk.press("[").events == [
        .segmentOpened(activity: "experts", round: "2", segment: 0, seconds: 360)
      ])
  }

  // MARK: Undo, and what the loop alone can do

  @Test(arguments: [
    (Role.facilitator, "u", Outcome.Effect.undo), (.facilitator, "Ctrl-R", .redo),
    (.facilitator, "Ctrl-L", .repaint), (.facilitator, "Ctrl-Z", .suspend),
    (.notes, "Alt-u", .undo),
    (.notes, "Ctrl-_", .undo), (.notes, "Alt-r", .redo), (.notes, "Ctrl-L", .repaint),
    (.stage, "Ctrl-Z", .suspend),
  ])
  func `some keys are the loop's`(role: Role, label: String, effect: Outcome.Effect) throws {
    let outcome = Keymap.decide(try #require(Key(label: label)), Fixture.scene(.board, role))
    #expect(outcome.effect == effect && outcome.events.isEmpty)
  }

  // MARK: A board

  @Test func `at a board every key that needs a card asks for one`() {
    for label in ["e", "m", "v", "x"] {
      let outcome = desk(.board, .facilitator, "Enter", label).outcome
      #expect(outcome.isWarning && outcome.events.isEmpty, "\(label)")
    }
  }

  @Test func `a cluster is made, named, and new cards of it are put in it`() {
    var desk = desk(.board, .facilitator, "Enter", "c")
    desk.type("Money")
    desk.press("Enter")
    #expect(desk.events == [.zoneAdded(board: "ideas", title: "Money")])
    desk = self.desk(.board, .facilitator, "Enter", "→", "a")
    desk.type("At home")
    desk.press("Enter")
    guard case .cardAdded("ideas", "At home", let fields) = desk.events.first else {
      Issue.record("no card")
      return
    }
    #expect(
      fields?["zone"]
        == desk.scene.zones(of: desk.scene.board ?? Board(id: "", title: "")).first?.id)
  }

  @Test func `a canvas has its own blocks`() {
    let canvas = desk(.canvas, .facilitator, "Enter")
    for label in ["c", "r"] {
      var desk = canvas
      #expect(desk.press(label).isWarning, "\(label)")
    }
  }

  @Test func `the bin gives back what was put in it`() {
    let desk = desk(.board, .facilitator, "Enter", "t", "Enter")
    guard case .cardRestored(let card) = desk.events.first else {
      Issue.record("nothing came back")
      return
    }
    #expect(desk.scene.workshop.card(card)?.text == "Nothing, it works")
  }

  @Test func `Esc takes the filter off first, then leaves the board`() {
    var desk = desk(.board, .facilitator, "Enter", "/")
    desk.type("LIBR")
    desk.press("Enter")
    #expect(
      desk.scene.groups(of: desk.scene.board ?? Board(id: "", title: "")).flatMap(\.cards).count
        == 1)
    desk.press("Esc")
    #expect(desk.scene.focus.filter.isEmpty && desk.scene.focus.place == .board("ideas"))
    desk.press("Esc")
    #expect(desk.scene.focus.place == .agenda)
  }

  @Test func `p shows a board on the stage, and takes it off`() {
    let desk = desk(.board, .facilitator, "Enter", "p", "p")
    #expect(desk.events == [.boardShown(board: "ideas"), .boardShown(board: nil)])
  }

  // MARK: Kinds

  @Test func `cards are dealt once to each table`() {
    var desk = Desk(Fixture.scene(.talk))
    desk.press("n", "d")
    let tables = desk.events.compactMap { event -> String? in
      if case .cardAdded("personas", "", let fields) = event { return fields?["table"] }
      return nil
    }
    #expect(tables == ["1", "2", "3"])
    #expect(desk.press("d").isWarning)
  }

  @Test func `what the vote chose becomes projects once`() {
    var desk = Desk(Fixture.scene(.pollRevealed))
    desk.press("n", "n", "f")
    #expect(desk.events.count == 2, "nothing is made unasked")
    #expect(desk.scene.say(desk.outcome.notice ?? "").hasPrefix("The rest is tied."))
    desk.press("f")
    // Two are to win, but the second and the third have as many marks: only the first is chosen.
    #expect(desk.events.count == 4, "with the decision that it is potential")
    #expect(
      desk.scene.workshop.cards(on: "projects").map(\.text) == [
        "Shared handling of digital user relations"
      ])
    #expect(desk.press("f").isWarning)
  }

  @Test func `somebody is signed up by name, then the next`() {
    var desk = desk(.signUp, .facilitator, "g")
    desk.type("la2")
    let projects = desk.scene.workshop.cards(on: "projects")
    #expect(
      desk.events == [
        .fieldSet(card: "p-lan", field: "project", value: projects[1].id, over: nil)
      ])
    #expect((desk.scene.focus.overlay as? RollCall)?.line.isEmpty == true, "ready for the next")
  }

  @Test func `the canvas is made for what was chosen`() {
    var desk = Desk(Fixture.scene(.pollRevealed))
    desk.press("n", "c", "Enter")
    // The room goes there too.
    let made = desk.events.dropLast().last
    guard case .boardAdded(let title, "social", nil, let about) = made else {
      Issue.record("no canvas")
      return
    }
    #expect(title == "Shared handling of digital user relations")
    #expect(desk.scene.workshop.card(about)?.text == title)
  }

  // MARK: The note-taker

  @Test func `Ctrl-N and Ctrl-P go round the columns and lines go into the chosen one`() {
    var desk = desk(.checkOut, .notes, "Ctrl-N", "Ctrl-N")
    #expect(desk.scene.focus.zone == "change")
    desk.press("Ctrl-N")
    #expect(desk.scene.focus.zone == nil)
    desk.press("Ctrl-P", "Ctrl-P")
    desk.type("Laughing")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(board: "check-out", text: "Laughing", fields: ["zone": "keep"])
      ])
  }

  @Test func `Esc leaves a chosen card as it is, and never clears a new line`() {
    var desk = desk(.board, .notes, "↑", "!", "Esc")
    #expect(desk.events.isEmpty && desk.scene.focus.editing == nil && desk.scene.focus.line.isEmpty)
    desk.type("half a thou")
    desk.press("Esc")
    #expect(desk.scene.focus.line.text == "half a thou")
  }

  @Test func `an arrow does not drop a line that is being typed`() {
    var desk = desk(.board, .notes)
    desk.type("half a thou")
    #expect(desk.press("↑").isWarning)
    #expect(desk.scene.focus.line.text == "half a thou" && desk.scene.focus.editing == nil)
  }

  @Test func `keys for a chosen card ask for one`() {
    for label in ["F4", "Ctrl-X"] {
      #expect(desk(.board, .notes, label).outcome.isWarning, "\(label)")
    }
  }

  @Test func `a chosen card goes to the bin by Ctrl-X`() throws {
    let desk = desk(.board, .notes, "↑", "Ctrl-X")
    let last = try #require(Fixture.scene(.board).workshop.cards(on: "ideas").last)
    #expect(desk.events == [.cardBinned(card: last.id)])
    #expect(desk.scene.focus.line.isEmpty && desk.scene.focus.editing == nil)
  }

  @Test func `a paste joins what stood on the line, and goes into the chosen column`() {
    var desk = desk(.checkOut, .notes, "Ctrl-N")
    desk.type("The ")
    desk.press(.paste("cards\n\n  the room  \n"))
    let zone = ["zone": "keep"]
    #expect(
      desk.events == [
        .cardAdded(board: "check-out", text: "The cards", fields: zone),
        .cardAdded(board: "check-out", text: "the room", fields: zone),
      ])
    #expect(desk.scene.focus.line.isEmpty)
  }

  @Test func `the talk's theme goes to what is noted without one, in the first column`() {
    var desk = desk(.talk, .notes)
    desk.type("Half of them have a phone")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "facts", text: "Half of them have a phone",
          fields: ["zone": "fact", "theme": "inclusion"])
      ])
  }
}
