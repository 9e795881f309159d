import Assets
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// What each way of working promises at the desk, at the stage and at the notes.
@Suite struct WaysOfWorkingTests {
  private static let sizes = [(60, 15), (80, 24), (100, 30), (120, 40), (200, 60)].map {
    Size(columns: $0, rows: $1)
  }

  private func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    WaysScenes.lines(scene, columns, rows)
  }

  // MARK: Hidden writing

  /// Both screens that the room sees, with a closed board on them in every way there is.
  private func projected(then events: [Event] = []) -> [Scene] {
    let activities = WaysScenes.plan.activities.map(\.id)
    let closing = Event.boardSet(board: "ideas", setting: .closed, value: "yes")
    return activities.flatMap { activity -> [Scene] in
      let more: [[Event]] = [
        [], [.boardShown(board: "ideas")], [.cardShown(card: "ways-2")], WaysScenes.placed,
        WaysScenes.canvas, [.boardSet(board: "ideas", setting: .sort, value: "order")],
      ]
      return more.flatMap { change -> [Scene] in
        let all = [closing] + change + events
        return [
          WaysScenes.scene(at: activity, .stage, then: all),
          Desk.scene(WaysScenes.scene(at: activity, then: all), "s"),
        ]
      }
    }
  }

  @Test func `no word of a closed board is on any screen for the room`() {
    // The canvas is named after the first idea: it is no secret any more.
    let secrets = WaysScenes.ideas.dropFirst()
    for scene in projected() {
      for size in Self.sizes {
        let text = View.draw(scene, size: size).text
        for secret in secrets {
          #expect(!text.contains(secret.prefix(12)), "\(scene.workshop.current ?? "")")
        }
      }
    }
  }

  @Test func `what is shown one by one is on the stage, and nothing else`() {
    let step = Event.boardSet(board: "ideas", setting: .revealed, value: "2")
    let scene = WaysScenes.scene(at: "silent", .stage, then: [step])
    let frame = View.draw(scene, size: Size(columns: 80, rows: 24))
    let text = frame.text
    #expect(text.contains("Shared handling") && LetterHeight.shows("A mobile desk", in: frame))
    #expect(!text.contains("Librarians") && text.contains("4 cards are still hidden"))
  }

  @Test func `no key of the projecting desk shows more than its own card`() {
    let start = Desk.scene(WaysScenes.scene(at: "silent"), "s")
    for key in Keymap.bindings(start).flatMap(\.keys) where key != .character("H") {
      let scene = Desk.scene(start, key.label)
      guard scene.focus.isOnStage else { continue }
      let text = View.draw(scene, size: Size(columns: 120, rows: 40)).text
      for secret in WaysScenes.ideas.dropFirst() { #expect(!text.contains(secret.prefix(12))) }
    }
  }

  @Test func `the desk and the notes read what the room does not`() {
    let desk = Desk.scene(WaysScenes.scene(at: "silent"), "Enter")
    #expect(lines(desk).contains { $0.contains("Librarians") })
    #expect(lines(desk)[2].contains("hidden"), "\(lines(desk)[2])")
    let notes = lines(WaysScenes.scene(at: "silent", .notes))
    #expect(notes.contains { $0.contains("Librarians") })
    #expect(notes[1].contains("hidden"))
  }

  @Test func `a key closes, steps, takes back and opens`() {
    var desk = Desk(WaysScenes.scene(at: "silent"))
    desk.press(".", ".", ",")
    #expect(desk.scene.workshop.board("ideas")?.revealed == 1)
    desk.press("H")
    #expect(desk.scene.workshop.board("ideas")?.isClosed == false)
    #expect(desk.press(".").isWarning)
    desk.press("Enter", "H", ".")
    #expect(desk.scene.workshop.board("ideas")?.revealed == 1, "the same keys at the board")
    desk.press(",")
    #expect(desk.press(",").isWarning)
  }

  // MARK: Freeze

  private let voting = Event.pollOpened(
    activity: "vote", question: "?", method: .dots, options: ["ways-1", "ways-2"], dots: 2, cap: 1,
    winners: 1)
  private let frozen = Event.boardSet(board: "ideas", setting: .frozen, value: "yes")

  @Test func `no card comes onto a list while it is voted on, and no line is lost`() {
    var notes = Desk(WaysScenes.scene(at: "vote", .notes, then: [voting]))
    notes.type("A late idea")
    notes.press("Enter")
    #expect(notes.events.isEmpty && notes.scene.focus.line.text == "A late idea")
    let said = notes.scene.say(notes.outcome.notice ?? "")
    #expect(said.contains("while the vote is open") && said.contains("Alt-p parks"))
    notes.press("Alt-p", "Enter")
    #expect(notes.scene.focus.line.isEmpty && notes.scene.focus.overlays.isEmpty)
    #expect(notes.scene.workshop.cards(on: "parking").map(\.text) == ["A late idea"])
    notes.press(.paste("one\ntwo"))
    #expect(notes.events.count == 1 && notes.outcome.isWarning)
    var desk = Desk(WaysScenes.scene(at: "vote", then: [voting]))
    #expect(desk.press("a").isWarning)
    #expect(desk.press("Z").isWarning == false, "at the agenda of a vote Z is nothing")
    desk.press("Enter")
    #expect(desk.press("Z").isWarning, "the vote keeps it frozen")
  }

  @Test func `a key freezes a list and opens it again`() {
    var desk = Desk(WaysScenes.scene(at: "order"))
    desk.press("Z")
    #expect(desk.scene.workshop.board("ideas")?.isFrozen == true)
    #expect(desk.press("a").isWarning)
    #expect(lines(Desk.scene(desk.scene, "Enter"))[2].contains("frozen"))
    desk.press("Z", "a")
    #expect(desk.scene.focus.overlay != nil)
  }

  @Test func `a prompt that was open when the list froze adds nothing and keeps its words`() {
    var desk = Desk(WaysScenes.scene(at: "order"))
    desk.press("a")
    desk.type("Late")
    desk.arrange { $0 = $0.trying(frozen) }
    #expect(desk.press("Enter").isWarning && desk.events.isEmpty)
  }

  // MARK: Sheets that go round

  private func notes(table: Int, round: Int) -> Desk {
    let turn = Event.segmentOpened(
      activity: "round", round: "\(round + 1)", segment: 0, seconds: 300)
    var desk = Desk(WaysScenes.scene(at: "round", .notes, ideas: 0, then: [turn]))
    desk.arrange { $0.focus.table = "\(table)" }
    return desk
  }

  @Test func `in each round a table writes on another sheet, and the card keeps who wrote it`() {
    for round in 0..<3 {
      let sheets = (1...3).map { table -> String in
        var desk = notes(table: table, round: round)
        desk.type("An idea")
        desk.press("Enter")
        guard case .cardAdded(_, _, let fields) = desk.events.first else { return "" }
        #expect(fields?["writer"] == "\(table)")
        return fields?[Card.table] ?? ""
      }
      #expect(sheets == (1...3).map { "\(($0 - 1 + round) % 3 + 1)" })
    }
  }

  @Test func `a table reads the sheet that lies before it and nothing else`() {
    var desk = notes(table: 1, round: 1)
    desk.arrange {
      $0 = $0.trying(
        .cardAdded(board: "ideas", text: "On the second sheet", fields: ["table": "2"]),
        .cardAdded(board: "ideas", text: "On the third sheet", fields: ["table": "3"]))
    }
    let lines = lines(desk.scene)
    #expect(lines[0].contains("Table 1 · sheet of table 2"))
    #expect(lines.contains { $0.contains("On the second") })
    #expect(!lines.contains { $0.contains("On the third") })
  }

  @Test func `a line stays with the sheet that it was begun on`() {
    var desk = notes(table: 1, round: 0)
    desk.type("Half an ")
    desk.arrange {
      $0 = $0.trying(.segmentOpened(activity: "round", round: "2", segment: 0, seconds: 300))
    }
    desk.type("idea")
    desk.press("Enter")
    guard case .cardAdded(_, _, let fields) = desk.events.first else { return }
    #expect(fields?[Card.table] == "1")
    desk.type("Another")
    desk.press("Enter")
    guard case .cardAdded(_, _, let next) = desk.events.last else { return }
    #expect(next?[Card.table] == "2")
  }

  @Test func `the stage says whose sheet goes where`() {
    let turn = Event.segmentOpened(activity: "round", round: "2", segment: 0, seconds: 300)
    let stage = WaysScenes.scene(at: "round", .stage, then: [turn])
    #expect(lines(stage).contains { $0.contains("1→2  2→3  3→1") })
    let first = WaysScenes.scene(at: "round", .stage)
    #expect(lines(first).contains { $0.contains("on its own sheet") })
  }

  // MARK: The plane and the order

  @Test func `arrows place a card, the first from the middle`() throws {
    var desk = Desk(WaysScenes.scene(at: "place"))
    desk.press("Enter", "←", "↑", "↑")
    let card = try #require(desk.scene.workshop.card("ways-1"))
    #expect((card["effort"], card["impact"]) == ("4", "7"))
    #expect(lines(desk.scene).contains { $0.contains("Impact 7 · Effort 4 · Do now") })
    for _ in 0..<9 { desk.press("←") }
    #expect(desk.scene.workshop.card("ways-1")?["effort"] == "0")
    desk.press("j", "→")
    #expect(desk.scene.workshop.card("ways-2")?["effort"] == "6")
  }

  @Test func `a note-taker places cards as well, and every printable key is text again after`() {
    var desk = Desk(WaysScenes.scene(at: "place", .notes))
    desk.press("F3", "→", "Tab", "←", "Esc")
    #expect(desk.scene.workshop.card("ways-1")?["effort"] == "6")
    #expect(desk.scene.workshop.card("ways-2")?["effort"] == "4")
    desk.type("text")
    #expect(desk.scene.focus.line.text == "text")
  }

  @Test(arguments: [(60, 15), (80, 24), (120, 40)])
  func `every number stands on the plane once, however close the cards lie`(size: (Int, Int)) {
    let all = (1...6).map { "ways-\($0)" }
    let spot: [Event] = ["impact", "effort"].map { field in
      .fieldsSet(field: field, values: Dictionary(all.map { ($0, "8") }) { $1 })
    }
    let scene = WaysScenes.scene(at: "place", .stage, then: spot)
    let frame = View.draw(scene, size: Size(columns: size.0, rows: size.1))
    let plane = frame.text.split(separator: "\n").map { $0.prefix(size.0 * 6 / 11) }
    for number in 1...6 {
      let found = plane.dropFirst(2).filter { line in
        line.split { !$0.isNumber }.contains { $0 == "\(number)" }
      }
      #expect(found.count == 1, "\(number)\n\(frame.text)")
    }
  }

  @Test func `another pair of axes is a change of the plan`() {
    var plan = WaysScenes.plan
    plan.sessions[0].activities[3].matrix = Matrix(
      across: Matrix.Axis(field: "cost", title: "Cost"),
      up: Matrix.Axis(field: "joy", title: "Joy"),
      quadrants: Matrix.Quadrants(
        topLeft: "Yes", topRight: "Maybe", bottomLeft: "Later", bottomRight: "No"))
    let scene = Stage.scene(
      plan, role: .stage,
      then: [
        .cardAdded(board: "ideas", text: "A", fields: ["cost": "1", "joy": "9"]),
        .activityOpened(activity: "place", seconds: nil),
      ])
    let text = View.draw(scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Joy") && text.contains("Maybe") && !text.contains("Effort →"))
  }

  @Test func `the report says where each card was placed, quarter by quarter`() {
    let scene = WaysScenes.scene(at: "place", then: WaysScenes.placed)
    let report = Markdown.render(Minutes.report(scene))
    let rows = report.split(separator: "\n").filter { $0.contains("|") }.map {
      $0.split(separator: "|").map { String($0).trimmed }
    }
    #expect(rows.contains(["1", "Do now", WaysScenes.ideas[0], "9", "2"]), "\(report)")
    #expect(rows.contains(["4", "Let it be", WaysScenes.ideas[3], "2", "9"]))
  }

  @Test func `keys put a list in order and the stage has it numbered`() {
    var desk = Desk(WaysScenes.scene(at: "order"))
    desk.press("Enter", "j", "J", "J")
    #expect(
      desk.scene.workshop.ordered(on: "ideas").map(\.id).prefix(3) == [
        "ways-2", "ways-3", "ways-1",
      ])
    var stage = desk.scene
    (stage.role, stage.focus) = (.stage, Focus())
    let numbered = lines(stage).filter { $0.contains("Librarians") }
    #expect(numbered.count == 1 && numbered[0].trimmed.hasPrefix("2"), "\(numbered)")
    desk.press("K", "K")
    #expect(desk.scene.workshop.ordered(on: "ideas").first?.id == "ways-1")
  }

  // MARK: Methods

  @Test func `a way is put in like a game, with its settings, and its steps are the script`() throws
  {
    var desk = Desk(WaysScenes.scene(at: "order"))
    desk.press("e")
    desk.type("brainwriting")
    desk.press("Tab", "Tab")
    #expect(lines(desk.scene).contains { $0.contains("three ideas on its own sheet") })
    desk.press("Enter")
    guard case .planChanged(let changes) = desk.events.first,
      case .activityAdded(_, _, let activity) = changes.first
    else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(activity.rotates == true && activity.rounds.count == 3, "as many rounds as tables")
    #expect(activity.minutes == 15 && activity.flow == .all && activity.board == "ideas")
    #expect(activity.sets == ["columns": "table"])
    #expect(activity.script?.text(in: "en").contains("sheets move on") == true)
    desk.press("n")
    #expect(desk.scene.workshop.board("ideas")?.columns == .table)
  }

  @Test func `a way is found by what it is for, and asks for its own board`() {
    var desk = Desk(WaysScenes.scene(at: "order"))
    desk.press("e")
    desk.type("kind and precise")
    desk.press("Enter")
    guard case .planChanged(let changes) = desk.events.first,
      case .activityAdded(_, _, let activity) = changes.first
    else {
      Issue.record("\(lines(desk.scene))")
      return
    }
    #expect(activity.board == "feedback")
  }

  @Test func `what a way or a plan names is there`() {
    let content = Content.builtIn
    for id in content.templates {
      for activity in content.template(id)?.activities ?? [] {
        if let method = activity.method { #expect(content.method(method) != nil, "\(method)") }
      }
    }
    for method in content.methods {
      if let sheet = method.sheet { #expect(content.sheets[sheet] != nil) }
      #expect((method.sets ?? [:]).keys.allSatisfy { Board.Setting(rawValue: $0) != nil })
    }
  }
}
