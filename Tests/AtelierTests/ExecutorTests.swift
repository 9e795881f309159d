import Foundation
import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Languages
@testable import Shell

/// An outcome is carried out in one way, wherever it is written.
@Suite struct ExecutorTests {
  /// Keeps nothing.
  private struct ClosedLog: EntryLog {
    let isReadOnly = true
    mutating func append(_ event: Event, act: Int?, in scene: Scene) -> Entry {
      Issue.record("something was written where nothing can be")
      return Stage.entry(event, 1, at: 0)
    }
    func workshop(in scene: Scene) -> Workshop { scene.workshop }
  }

  private static let plan = Plan(
    title: "Trial", boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")])

  private static func card(_ text: String) -> Event {
    .cardAdded(board: "ideas", text: text, fields: nil)
  }

  @Test func `where nothing can be written, the typed line stays and the reason is said`() {
    var scene = Stage.scene(Self.plan, role: .notes)
    scene.focus.line.insert("half a thought")
    var cleared = scene.focus
    cleared.freeLine()
    var log = ClosedLog()
    Executor.carryOut(Outcome(events: [Self.card("x")], focus: cleared), &scene, to: &log)
    #expect(scene.focus.line.text == "half a thought")
    #expect(scene.focus.notice?.isWarning == true)
  }

  @Test func `one text too long refuses all that a key would write`() {
    var scene = Stage.scene(Self.plan, role: .notes)
    var log = MemoryLog(plan: Self.plan, writer: "memoryofnone", catalogue: .all)
    let long = String(repeating: "x", count: Limit.text.most + 1)
    Executor.carryOut(
      Outcome(events: [Self.card("short"), Self.card(long)], notice: "Added"), &scene, to: &log)
    #expect(log.history.entries.isEmpty && scene.workshop.cards(on: "ideas").isEmpty)
    #expect(scene.focus.notice?.isWarning == true && scene.focus.notice?.phrase != "Added")
  }

  @Test func `what follows an added card is told its id and belongs to the same act`() {
    var scene = Stage.scene(Self.plan)
    var log = MemoryLog(plan: Self.plan, writer: "memoryofnone", catalogue: .all)
    let outcome = Outcome(
      events: [Self.card("A"), Self.card("B")],
      toAdded: { id, event in [.voiceAdded(card: id)] })
    Executor.carryOut(outcome, &scene, to: &log)
    #expect(Set(log.history.entries.map(\.act)) == [1] && log.history.entries.count == 4)
    #expect(scene.workshop.cards(on: "ideas").map(\.voices) == [2, 2])
    #expect(scene.focus.card == scene.workshop.cards(on: "ideas").last?.id)
  }

  @Test func `the form of an added card opens, at the desk and in a rehearsal alike`() {
    var scene = Stage.scene(Self.plan)
    var log = MemoryLog(plan: Self.plan, writer: "memoryofnone", catalogue: .all)
    Executor.carryOut(.adding(Self.card("A")), &scene, to: &log)
    guard let form = scene.focus.overlay as? Form else {
      Issue.record("no form")
      return
    }
    #expect(form.card == "memoryofnone-1")
  }
}
