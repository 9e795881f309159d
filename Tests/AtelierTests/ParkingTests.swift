@testable import Cards
import Foundation
import Reporting
import Terminal
import Testing
import WorkshopCore

@testable import Shell

/// What is kept for later, and what becomes of it.
@Suite struct ParkingTests {
  private func parked(_ desk: Desk) -> [String] {
    desk.events.compactMap {
      if case .cardAdded("parking", let text, _) = $0 { text } else { nil }
    }
  }

  @Test(arguments: Fixture.Stop.allCases)
  func `one key parks a question from anywhere, and the line is where it was`(_ stop: Fixture.Stop)
  {
    var notes = Desk(Fixture.scene(stop, .notes))
    notes.type("Half a line")
    notes.press("Alt-p")
    notes.type("Who pays?")
    notes.press("Enter")
    #expect(parked(notes) == ["Who pays?"] && notes.scene.focus.overlay == nil)
    #expect(notes.scene.focus.line.text == "Half a line")
    var desk = Desk(Fixture.scene(stop))
    desk.press("Alt-p")
    desk.type("Who pays?")
    desk.press("Enter")
    #expect(parked(desk) == ["Who pays?"])
  }

  @Test(arguments: [":", "?", "o", "A", "C", "I", "F", "P", "e"])
  func `it works over whatever is open, which is there again`(_ key: String) {
    var desk = Desk(Fixture.scene(.board))
    desk.press(key)
    let count = desk.scene.focus.overlays.count
    #expect(count > 0)
    desk.press("Alt-p")
    desk.type("Who pays?")
    desk.press("Enter")
    #expect(parked(desk) == ["Who pays?"] && desk.scene.focus.overlays.count == count)
  }

  @Test func `over an open sheet it leaves what was typed there alone`() {
    var desk = Desk(Fixture.scene(.board, .notes))
    desk.press("↑", "F4")
    desk.type("!!")
    desk.press("Alt-p")
    desk.type("Later")
    desk.press("Enter", "Esc")
    #expect(parked(desk) == ["Later"])
    #expect(
      desk.events.contains {
        if case .fieldSet(_, "text", let text, _) = $0 { text.hasSuffix("!!") } else { false }
      })
  }

  @Test func `a workshop whose plan has no parking lot has one all the same`() {
    let scene = Stage.scene(JourneyScenes.plan)
    let board = scene.workshop.board("parking")
    #expect(board?.sheet == "parking")
    #expect(Fixture.scene(nil).workshop.boards.count { $0.id == "parking" } == 1)
  }

  @Test func `the stage parks nothing`() {
    var stage = Desk(Fixture.scene(.board, .stage))
    stage.press("Alt-p")
    #expect(stage.scene.focus.overlays.isEmpty)
  }

  @Test func `at the close each item gets an owner and what becomes of it`() {
    var desk = Desk(CaptureScenes.close())
    #expect(desk.scene.parkedOpen.all.count == 3 && desk.scene.parkedOpen.withoutOwner == 2)
    desk.press("Alt-w")
    #expect(desk.press("Enter").isWarning, "kept for next time, by nobody")
    desk.type("sof")
    desk.press("Tab")
    desk.press("Enter")
    let first = desk.scene.workshop.cards(on: "parking")[0]
    #expect(first["owner"] == "p-sofia" && first["outcome"] == "later")
    desk.press("↓", "Enter")
    let second = desk.scene.workshop.cards(on: "parking")[1]
    #expect(second["outcome"] == "dropped" && second["owner"] == nil, "let go needs nobody")
    desk.press("Ctrl-N")
    #expect(desk.scene.focus.overlay == nil)
    #expect(desk.scene.parkedOpen.all.map(\.text) == ["A name for it"])
  }

  @Test func `what becomes an action stands among the actions, with its owner`() {
    var desk = Desk(CaptureScenes.close())
    desk.press("Alt-w", "↑")
    desk.type("Lan")
    desk.press("Enter")
    let id = desk.scene.workshop.cards(on: "parking")[0].id
    #expect(
      desk.events.last
        == .cardAdded(
          board: "actions", text: "Will there be a copy of the slides?",
          fields: ["owner": "p-lan", "links": id]))
  }

  @Test func `the desk says at the close how many nobody has taken`() {
    let rows = JourneyScenes.lines(CaptureScenes.close(), 100, 40)
    #expect(rows.contains { $0.contains("3 open, 2 without an owner") })
  }

  @Test func `the report lists what was parked with its owner, once`() {
    var desk = Desk(CaptureScenes.close())
    desk.press("Alt-w")
    desk.type("Ilona")
    desk.press("Enter")
    let report = Markdown.render(Minutes.report(desk.scene))
    #expect(
      report.contains("Will there be a copy of the slides? — Kept for next time, Ilona Szabó"))
    #expect(report.contains("Who pays the second year? — Waiting, nobody yet"))
    #expect(
      report.components(separatedBy: "Who pays the second year?").count == 3 + 1, "canvas too")
  }
}
