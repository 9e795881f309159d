import Assets
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import Shell

/// What the keys do on a user journey, at the desk and at the note-takers'.
@Suite struct JourneyTests {
  private func desk(
    _ role: Role = .facilitator, table: String? = nil, then labels: String...
  ) -> Desk {
    var desk = Desk(JourneyScenes.scene(role, table: table))
    for label in labels { desk.press(label) }
    return desk
  }

  private func added(_ text: String, _ fields: [String: String], to board: String) -> Event {
    .cardAdded(board: board, text: text, fields: fields)
  }

  @Test func `a line goes to the chosen row of the chosen stage`() {
    var notes = desk(.notes, table: "1", then: "Ctrl-N", "Ctrl-N")
    notes.type("Looks for papers")
    notes.press("Enter", "F3")
    notes.type("The cupboard")
    notes.press("Enter")
    #expect(
      notes.events == [
        added("Looks for papers", ["zone": "prepare", "table": "1"], to: JourneyScenes.first),
        added(
          "The cupboard", ["zone": "prepare", "row": "touchpoint", "table": "1"],
          to: JourneyScenes.first),
      ])
  }

  @Test func `one is at the table's own journey, else where one wrote, the room at the first`() {
    #expect(desk(.notes, table: "1").scene.board?.id == JourneyScenes.first)
    #expect(desk(.notes, table: "2").scene.board?.id == JourneyScenes.second)
    #expect(desk(.notes).scene.board?.id == JourneyScenes.second)
    #expect(desk().scene.board?.id == JourneyScenes.first)
  }

  @Test func `a feeling is a number, written over the one before`() throws {
    var notes = desk(.notes, table: "1")
    notes.type("-1")
    notes.press("Enter")
    guard case .fieldSet(let card, "text", "-1", let over) = notes.events.first else {
      Issue.record("\(notes.events)")
      return
    }
    #expect(card == "test-8" && over?.description == "test-8")
    notes.press("Ctrl-N")
    notes.type("0")
    notes.press("Enter")
    #expect(
      notes.events.last
        == added(
          "0", ["zone": "find-out", "row": "emotion", "table": "1"], to: JourneyScenes.first))
    #expect(notes.scene.map(of: try #require(notes.scene.board)).stages[0].emotion == -1)
  }

  @Test func `in the row of feelings only a feeling is taken, and the line stays`() {
    var notes = desk(.notes, table: "1", then: "F3", "F3", "F3")
    #expect(notes.scene.row == .emotion)
    notes.type("angry")
    #expect(notes.press("Enter").isWarning)
    #expect(notes.events.isEmpty && notes.scene.focus.line.text == "angry")
    notes.press("Ctrl-U")
    notes.type("2")
    notes.press("Enter")
    #expect(notes.events.count == 1)
  }

  @Test func `an exclamation mark makes a pain point, a number a feeling with or without its sign`()
  {
    var notes = desk(.notes, table: "2")
    for line in ["! No answer", "2", "!"] {
      notes.type(line)
      notes.press("Enter")
    }
    let fields = ["zone": "learn", "table": "2"]
    #expect(
      notes.events == [
        added(
          "No answer", fields.merging(["row": "pain"]) { $1 }, to: JourneyScenes.second),
        added("2", fields.merging(["row": "emotion"]) { $1 }, to: JourneyScenes.second),
        added("!", fields, to: JourneyScenes.second),
      ])
  }

  @Test func `rows and stages go round`() {
    #expect(desk(.notes, then: "F2").scene.row == .goal)
    #expect(desk(.notes, then: "F2", "F2").scene.row == .opportunity)
    #expect(desk(.notes, then: "Ctrl-P").scene.focus.zone == "follow-up")
    #expect(desk(.notes, then: "Ctrl-P", "Ctrl-N").scene.focus.zone == "learn")
  }

  @Test func `the arrows go through the chosen stage alone, and a line is edited in its row`()
    throws
  {
    var notes = desk(.notes, table: "1", then: "Ctrl-N", "Ctrl-N", "Ctrl-N", "↑")
    #expect(notes.scene.focus.line.text == "The desk was shut")
    notes.press("F4")
    guard let form = notes.scene.focus.overlay as? Form else {
      Issue.record("no form")
      return
    }
    #expect(form.sheet.fields.map(\.id) == ["text", "zone", "row"])
    notes.press("Enter", "→", "Esc")
    #expect(
      notes.events == [
        .fieldSet(
          card: "test-10", field: "zone", value: "wait", over: EntryID(writer: "test", sequence: 10)
        )
      ])
    notes = desk(.notes, table: "1", then: "Ctrl-N", "Ctrl-N", "Ctrl-N", "↑", "↑", "↑", "↑")
    #expect(notes.scene.focus.line.text == "Takes two buses")
  }

  @Test func `a journey is made for a persona, or one for each`() {
    let bare = Array(JourneyScenes.filled.prefix(3))
    var desk = Desk(Stage.scene(JourneyScenes.plan, then: bare))
    desk.press("c", "Enter")
    #expect(
      desk.events == [
        .boardAdded(
          title: "Odette", canvas: "public-service", sheet: "journey", about: JourneyScenes.odette),
        .boardAdded(
          title: "Mirela", canvas: "public-service", sheet: "journey", about: JourneyScenes.mirela),
      ])
    var notes = Desk(Stage.scene(JourneyScenes.plan, role: .notes, then: bare))
    notes.press("F5")
    notes.type("mir")
    notes.press("Enter")
    #expect(notes.events.count == 1 && notes.scene.board.map(notes.scene.title) == "Mirela · Today")
  }

  @Test func `a persona's second journey is tomorrow's`() {
    var desk = desk(then: "c", "Enter")
    #expect(desk.scene.board.map(desk.scene.name(ofJourney:)) == "Odette · Tomorrow")
    desk.press("f", "Enter", "Enter")
    guard let form = desk.scene.focus.overlay as? Form else {
      Issue.record("no form")
      return
    }
    #expect(form.line.text == "tomorrow")
  }

  @Test func `what is said of a journey as a whole lies on a card of its board, made when needed`()
  {
    var desk = desk(then: "J", "f")
    desk.type("Move house")
    desk.press("Enter", "Enter", "Enter")
    desk.type("A new job")
    desk.press("Esc")
    #expect(
      desk.events.suffix(2) == [
        .cardAdded(board: JourneyScenes.second, text: "Move house", fields: ["zone": "head"]),
        .fieldSet(card: "desk-2", field: "trigger", value: "A new job", over: nil),
      ])
    #expect(desk.scene.board.map { desk.scene.listed(on: $0).count } == 1)
  }

  @Test func `two who begin to fill it at the same time have one head`() {
    let scene = JourneyScenes.scene(then: [
      .cardAdded(board: JourneyScenes.second, text: "", fields: ["zone": "head", "start": "Home"]),
      .cardAdded(board: JourneyScenes.second, text: "Move", fields: ["zone": "head"]),
    ])
    let subject = JourneyHead(JourneyScenes.second)
    #expect(subject.value(of: "text", scene) == "Move")
    #expect(subject.value(of: "start", scene) == "Home")
    #expect(subject.value(of: "end", scene) == nil)
  }

  @Test func `the stage is stepped through the stages, and shows the whole way again beyond them`()
  {
    var desk = desk(then: "s", ".", ".")
    let step = { Event.viewShown(activity: "journey", view: "journey", step: $0) }
    #expect(desk.events == [step(0), step(1)] && desk.scene.focus.isOnStage)
    desk.press(",", ",")
    #expect(desk.events.suffix(2) == [step(0), .viewShown(activity: "journey", view: "", step: 0)])
    desk.press(",")
    #expect(desk.events.last == step(6))
    #expect(desk.scene.steppedStage == 6)
    desk.press(".")
    #expect(desk.scene.steppedStage == nil)
  }

  @Test func `at the board, stages without a line are stepped onto and lines go by row`() {
    var desk = Desk(JourneyScenes.scene(table: "1"))
    desk.press("Enter", "→", "→", "→", "↓", "↓", "↓")
    #expect(desk.scene.focus.card == "test-10")
    desk.press("a")
    desk.type("! And no sign")
    desk.press("Enter")
    #expect(
      desk.events == [
        added(
          "And no sign", ["zone": "apply", "row": "pain", "table": "1"], to: JourneyScenes.first)
      ])
    #expect(Keymap.decide(.character("c"), desk.scene).notice == "A journey has its own stages")
  }

  @Test func `the report has a table, the curve as a line, the pains and what came of them`() {
    let scene = JourneyScenes.scene(then: [
      .cardAdded(
        board: "challenges", text: "How might we open on Wednesdays?", fields: ["from": "test-10"]),
      .activityOpened(activity: "challenges", seconds: nil),
    ])
    let text = Markdown.render(Minutes.report(scene))
    let odette = text.components(of: "### Odette · Today", to: "### Mirela")
    #expect(odette.contains("- **Goal:** Claim a benefit"), "\(text)")
    #expect(odette.contains("| Learn                     | Hears of it"))
    #expect(odette.contains("Feeling: Learn +1 → Apply −2"))
    #expect(odette.contains("- The desk was shut (Apply)\n  - → How might we open on Wednesdays?"))
    #expect(!odette.contains("Find out"), "a stage without a line has no row")
    #expect(text.contains("From: The desk was shut"))
  }
}

extension String {
  /// What stands between two texts.
  fileprivate func components(of start: String, to end: String) -> String {
    guard let from = firstRange(of: start)?.upperBound else { return "" }
    let rest = self[from...]
    return String(rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest)
  }
}
