@testable import atelier
import Foundation
import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell
@testable import Time

/// The panel that proposes how the day goes on: what it says, and what its keys lead to.
@Suite struct RecoveryPanelTests {
  private static let sizes = [(80, 24), (120, 40), (60, 15)].map { Size(columns: $0, rows: $1) }

  /// The first Digital Builders day with the room at an activity that was opened so late.
  private func desk(_ activity: ActivityID, late: Int, _ language: String = "en") throws -> Desk {
    Desk(try Stage.live(at: activity, late: late, language: language))
  }

  private func text(_ desk: Desk, _ size: Size = Size(columns: 80, rows: 24)) -> String {
    View.draw(desk.scene, size: size).text.replacing("\u{A0}", with: " ")
  }

  private func agenda(_ desk: Desk) throws -> Agenda {
    let session = try #require(desk.scene.session)
    return Agenda(of: session, in: desk.scene.workshop, now: desk.scene.now)
  }

  /// The words of a screen in their order, whatever the columns and breaks.
  private func words(_ text: String) -> Set<String> {
    Set(text.split { " \u{A0}\n│".contains($0) }.map(String.init))
  }

  // MARK: What it says

  @Test func `side by side stand what each changes, and when the day ends`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("P")
    for size in Self.sizes.dropLast() {
      let text = text(desk, size)
      #expect(text.contains("12 min late: ends 17:42 instead of 17:30"))
      #expect(text.contains("▶ Shorten") && text.contains("Leave out"))
      #expect(text.contains("End 17:30: on time") && text.contains("End 17:22: 8 min early"))
      #expect(text.contains("End 17:42: 12 min late") && text.contains("nothing is cut"))
      #expect(text.contains("40 → 38") && text.contains("left out: Stretch"))
    }
  }

  @Test func `in a small window they stand one at a time`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("P")
    let small = Size(columns: 60, rows: 15)
    #expect(text(desk, small).contains("← 1/3 →") && text(desk, small).contains("▶ Shorten"))
    desk.press("→")
    #expect(text(desk, small).contains("← 2/3 →"))
    #expect(text(desk, small).contains("left out: Persona gallery"))
    desk.press("←", "←")
    #expect(text(desk, small).contains("▶ End later"))
  }

  @Test(arguments: ["en", "fr", "hu"], [("persona", 12), ("roles", 60), ("warm-up-1", 45)])
  func `no consequence is clipped`(language: String, at place: (String, Int)) throws {
    var desk = try desk(place.0, late: place.1, language)
    desk.press("P")
    let recovery = try #require(RecoveryPanel().recovery(desk.scene))
    for proposal in recovery.proposals {
      for size in Self.sizes {
        let text = text(desk, size)
        #expect(!text.contains("…"), "\(size)")
        let known = words(text)
        let rows = RecoveryText.rows(proposal, of: recovery, desk.scene)
        for row in rows.verdict + rows.changes.map(\.row) {
          #expect(
            words(row.text + " " + row.number).isSubset(of: known.union(["·"])),
            "\(size): \(row.text) in\n\(text)")
        }
      }
      desk.press("→")
    }
  }

  @Test func `what has no row is counted`() {
    let rows = RecoveryText.Rows(
      verdict: [.init(text: "End 17:30")],
      changes: (1...20).map { (.init(text: "Item \($0)", number: "20 → 18"), 2) })
    var frame = Frame(size: Size(columns: 24, rows: 6))
    RecoveryColumn(rows: rows) { "and \($0) more, \($1) min" }.draw(into: &frame, in: frame.bounds)
    #expect(
      frame.text.split(separator: "\n").map { String($0).replacing("\u{A0}", with: " ").trimmed }
        == [
          "End 17:30", "Item 1 20 → 18 ·", "Item 2 20 → 18 ·", "Item 3 20 → 18 ·",
          "Item 4 20 → 18 · and 16", "more, 32 min",
        ])
  }

  @Test func `what does not fit before lunch is said`() throws {
    var desk = try desk("roles", late: 90)
    desk.press("P")
    for size in Self.sizes {
      let text = text(desk, size)
      #expect(text.contains("Before Shared lunch 12:20, take out 90 min"))
      #expect(text.contains("No room for 55 min before Shared lunch 12:20"))
      #expect(text.contains("shortest break 10 min"))
    }
  }

  @Test func `a day that fits, and one that cannot give, say so`() throws {
    var desk = try desk("persona", late: 0)
    desk.press("P")
    #expect(text(desk).contains("Everything fits: no need to shorten"))
    #expect(desk.press("Enter").isWarning && desk.events.isEmpty)
    var last = try self.desk("cluster-1", late: 0)
    last.press("P", "e")
    last.type("17:16")
    last.press("Enter")
    #expect(text(last).contains("take out 14 min"))
    #expect(text(last).contains("End 17:25: 9 min late"))
  }

  @Test func `the proposals follow the time while they are compared`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("P", "→")
    desk.wait(seconds: 3600 + 5 * 60)
    #expect(text(desk).contains("18 min late"))
    #expect(text(desk).contains("▶ Leave out"))
  }

  // MARK: What the keys lead to

  @Test func `Enter applies the chosen one as one event, and the day is on time`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("P", "→", "Enter")
    guard case .planChanged(let changes) = desk.events.first else {
      Issue.record("nothing was applied")
      return
    }
    #expect(desk.events.count == 1 && desk.scene.focus.overlays.isEmpty)
    #expect(
      changes.contains(
        .activitySet(activity: "gallery-1", field: "dropped", value: "yes", base: "no")))
    #expect(desk.outcome.notice == "Applied: \(RecoveryText.title(.leaveOut)); u undoes it")
    let agenda = try agenda(desk)
    #expect(agenda.drift == 0 && agenda.projectedEnd == 17 * 60 + 22)
  }

  @Test func `Esc changes nothing`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("P", "→", "Esc")
    #expect(desk.events.isEmpty && desk.scene.focus.overlays.isEmpty)
  }

  @Test(arguments: ["17:00", "17", "17h", "17h00", "17.00"])
  func `e says when the day must end`(_ typed: String) throws {
    var desk = try desk("persona", late: 0)
    desk.press("P", "e")
    desk.type(typed)
    desk.press("Enter")
    #expect(desk.scene.focus.overlays.count == 1)
    #expect(text(desk).contains("To end at 17:00, take out 30 min"))
    desk.press("Enter")
    #expect(try agenda(desk).projectedEnd == 17 * 60)
  }

  @Test(arguments: ["7:00", "25:00", "soon", "17:00:00"])
  func `a time that cannot be is refused, and the goal stays`(_ typed: String) throws {
    var desk = try desk("persona", late: 12)
    desk.press("P", "e")
    desk.type(typed)
    #expect(desk.press("Enter").isWarning)
    guard let prompt = desk.scene.focus.overlay as? Prompt, prompt.line.text == typed else {
      Issue.record("what was typed is gone")
      return
    }
    desk.press("Esc")
    guard let panel = desk.scene.focus.overlay as? RecoveryPanel else {
      Issue.record("the panel is gone")
      return
    }
    #expect(panel.goal == Recovery.Goal())
  }

  @Test func `f brings lunch earlier, and an empty line puts it back`() throws {
    var desk = try desk("experts-1", late: 0)
    desk.press("P", "f", "Enter")
    desk.type("12:10")
    desk.press("Enter")
    #expect(text(desk).contains("Before Shared lunch 12:10, take out 10 min"))
    #expect(text(desk).contains("12:20 → 12:10"))
    var other = desk
    other.press("f", "Enter", "Enter")
    #expect(text(other).contains("Everything fits"))
    desk.press("Enter")
    let lunch = try agenda(desk).items.first { $0.activity.id == "lunch-1" }
    #expect(lunch?.start == 12 * 60 + 10 && lunch?.squeezed == 0)
  }

  @Test func `a day that ends later says so against the end that people were told`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("P", "→", "→", "Enter")
    let agenda = try agenda(desk)
    #expect(agenda.preparedEnd == 17 * 60 + 30)
    #expect(agenda.projectedEnd == 17 * 60 + 42)
    let text = text(desk)
    #expect(text.contains("end 17:42") && text.contains("17:30"), "\(text)")
  }

  @Test func `without a fixed item to come f says so`() throws {
    var desk = try desk("persona", late: 12)
    #expect(desk.press("P", "f").isWarning)
  }

  @Test func `where p is for ballots, the capital plans`() {
    let scene = Fixture.scene(.pollReady)
    let refused = Keymap.decide(.character("p"), scene)
    #expect(refused.isWarning && refused.focus == nil)
    #expect(Keymap.decide(.character("P"), scene).focus?.overlay is RecoveryPanel)
  }

  @Test func `the room does not see it`() throws {
    var desk = try desk("persona", late: 12)
    desk.press("s")
    #expect(desk.press("P").isWarning && desk.scene.focus.overlays.isEmpty)
  }

  @Test func `when the day is over there is nothing to plan`() throws {
    var desk = try desk("check-out-1", late: 12)
    #expect(desk.press("P").isWarning && desk.scene.focus.overlays.isEmpty)
  }

  // MARK: The desk

  @Test func `the desk names the key when it is time`() throws {
    let place = { (late: Int, id: String) in
      Keymap.hints(try desk(id, late: late).scene, width: 200).components(separatedBy: "P plan")[0]
        .contains("Enter")
    }
    #expect(try !place(5, "persona"))
    #expect(try !place(3, "experts-1"), "lunch would lose minutes")
    #expect(try place(4, "persona"))
  }
}
