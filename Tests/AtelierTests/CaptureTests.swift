import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Boards
@testable import Cards
@testable import Shell

/// Typing what a room says.
@Suite struct CaptureTests {
  private func desk(_ line: String = "", language: String = "en") -> Desk {
    Desk(CaptureScenes.notes(language, line: line))
  }

  private func text(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  private func added(_ desk: Desk) -> [String] {
    desk.events.compactMap { if case .cardAdded(_, let text, _) = $0 { text } else { nil } }
  }

  // MARK: Already said

  @Test func `up to three cards that say the same stand beneath the line, the likeliest first`() {
    let scene = CaptureScenes.said()
    #expect(scene.alreadySaid.count == 3)
    #expect(text(scene).contains("Already said?"))
    #expect(text(scene).contains("Tab: +1"))
  }

  @Test func `Tab: +1 to the first, Shift-Tab goes to another, and no letter is taken`() {
    let scene = CaptureScenes.said()
    let said = scene.alreadySaid.map(\.id)
    var first = Desk(scene)
    first.press("Tab")
    #expect(first.events == [.voiceAdded(card: said[0])] && first.scene.focus.line.isEmpty)
    var second = Desk(scene)
    second.press("Shift-Tab", "Tab")
    #expect(second.events == [.voiceAdded(card: said[1])])
    var typing = Desk(scene)
    typing.type(" 1 2 3")
    #expect(typing.events.isEmpty && typing.scene.focus.line.text.hasSuffix("contact 1 2 3"))
  }

  @Test func `a chosen suggestion that is no longer alike never gets the voice`() {
    var desk = Desk(CaptureScenes.said())
    desk.press("Shift-Tab", "Ctrl-U")
    desk.type("a mobile desk that follows the market days")
    desk.press("Tab")
    let card = desk.scene.workshop.cards(on: "ideas").first { $0.text.hasPrefix("A mobile desk") }
    #expect(desk.events == [.voiceAdded(card: card?.id ?? "")])
  }

  @Test func `what is said several times says how often`() {
    var desk = Desk(CaptureScenes.said())
    let card = desk.scene.alreadySaid[0]
    desk.press("Tab")
    #expect(
      Wall.label(desk.scene.workshop.card(card.id) ?? card).hasSuffix("×\(card.voices + 1)"))
  }

  // MARK: Several lines

  @Test func `Alt-Enter breaks the line, and the card keeps the break`() {
    var desk = desk("Callback")
    desk.press("Alt-Enter")
    desk.type("within the day #incl")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "ideas", text: "Callback\nwithin the day", fields: ["theme": "inclusion"])
      ])
    #expect(text(desk.scene).contains("within the day"))
  }

  @Test func `in several lines the arrows move the caret before they choose a card`() {
    var desk = desk("one\ntwo")
    desk.press("↑")
    desk.type("!")
    #expect(desk.scene.focus.line.text == "one!\ntwo" && desk.scene.focus.editing == nil)
    desk.press("Home")
    desk.type("¡")
    desk.press("Ctrl-K")
    #expect(desk.scene.focus.line.text == "¡\ntwo")
    #expect(desk.press("↑").isWarning, "the line is not finished")
  }

  @Test func `a row of marks alone leaves no empty line behind`() {
    var desk = desk("Benches\n#incl @Lan")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "ideas", text: "Benches", fields: ["theme": "inclusion", "authors": "Lan Nguyen"])
      ])
  }

  @Test func `the report keeps the breaks of a card`() {
    let scene = CaptureScenes.notes().after(
      ("Ana", .cardAdded(board: "ideas", text: "first row\nsecond row", fields: nil)))
    let report = Minutes.report(scene).blocks.contains { block in
      guard case .list(let items) = block else { return false }
      return items.contains { $0.text == "first row\nsecond row" }
    }
    #expect(report)
  }

  @Test(arguments: [(80, 24), (60, 15), (120, 40)])
  func `a growing line takes its rows from the list, and what is beneath keeps its place`(
    _ columns: Int, _ rows: Int
  ) {
    let heights = ["", "one", "one\ntwo", "one\ntwo\nthree"].map { line -> Int? in
      let lines = text(CaptureScenes.notes(line: line), columns, rows).split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.firstIndex { $0.contains("The facilitator is at") }
    }
    #expect(Set(heights) == [rows - 2])
  }

  // MARK: Paste and length

  @Test func `a pasted line is put at the caret, its line end left out`() {
    var desk = desk("The  desk")
    for _ in 0..<5 { desk.press("←") }
    desk.press(.paste("mobile\n"))
    #expect(desk.scene.focus.line.text == "The mobile desk" && desk.events.isEmpty)
  }

  @Test func `of a paste of many lines nothing before or after the caret is lost`() {
    var desk = desk("ac")
    desk.press("←")
    desk.press(.paste("b\nd\ne"))
    #expect(added(desk) == ["ab", "d", "ec"])
  }

  @Test func `a paste longer than a line becomes cards, every character of it`() {
    var desk = desk("before ")
    let paste = String(repeating: "word ", count: 3_000)
    desk.press(.paste(paste))
    let words = added(desk).joined(separator: " ").split(separator: " ")
    #expect(words == ["before"] + Array(repeating: "word", count: 3_000))
    #expect(added(desk).allSatisfy { $0.count <= 2000 })
  }

  @Test func `on a chosen card a paste keeps its line breaks`() {
    var desk = desk()
    desk.press("↑")
    desk.press(.paste("\na\nb"))
    desk.press("Enter")
    guard case .fieldSet(_, "text", let value, _) = desk.events.first else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(value.hasSuffix("\na\nb"))
  }

  @Test func `the counter is silent until 400 characters, and warns beyond 500`() {
    #expect(CardLength(CaptureScenes.long(399)) == nil)
    #expect(CardLength(CaptureScenes.long(400))?.isOver == false)
    #expect(CardLength(CaptureScenes.long(500))?.isOver == false)
    #expect(CardLength(CaptureScenes.long(501))?.isOver == true)
    #expect(text(CaptureScenes.notes(line: CaptureScenes.long(430))).contains("430 of 500"))
  }

  @Test(arguments: [499, 500, 501, 1999, 2001, 3999])
  func `a long text is never cut and never refused`(_ count: Int) {
    var desk = desk(CaptureScenes.long(count))
    desk.press("Enter")
    let words = added(desk).joined(separator: " ").split(separator: " ")
    #expect(words == CaptureScenes.long(count).split(separator: " "))
  }

  @Test func `a line that can hold no more says so instead of swallowing a key`() {
    var desk = desk(String(repeating: "x", count: Line.limit))
    #expect(desk.type("y").isWarning)
    #expect(desk.scene.focus.line.text.count == Line.limit)
  }

  // MARK: Marks

  @Test func `several names are several authors, known persons by their names`() {
    var desk = desk("Benches @lan @sof @somebody @lan")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "ideas", text: "Benches", fields: ["authors": "Lan Nguyen, Sofia Rossi, somebody"])
      ])
  }

  @Test func `an ampersand names a persona, and Tab completes it`() throws {
    var desk = desk("Benches &")
    #expect(CardLine.completions("Benches &", desk.scene) == ["&Mireille", "&Dávid"])
    desk.type("da")
    desk.press("Tab", "Enter")
    guard case .cardAdded(_, "Benches", let fields) = desk.events.first else {
      Issue.record("\(desk.events)")
      return
    }
    let persona = try #require(desk.scene.workshop.card(fields?["persona"]))
    #expect(persona.text == "Dávid, new father")
    #expect(text(desk.scene).contains("&Dávid"))
  }

  @Test func `a number after the at-sign is a table; other signs stay text`() {
    var desk = desk("R&D & co at 5 > 3 #1 @2 &nobody")
    desk.press("Enter", "Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "ideas", text: "R&D & co at 5 > 3 #1 &nobody", fields: ["table": "2"])
      ])
  }

  @Test func `the first name owns a next step, the others help`() {
    var scene = CaptureScenes.notes(line: "Ask the library @ilona @lan @hugo")
    scene.focus.board = "actions"
    var desk = Desk(scene)
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "actions", text: "Ask the library",
          fields: ["owner": "p-ilona", "helpers": "Lan Nguyen, Hugo Perrin"])
      ])
  }
}
