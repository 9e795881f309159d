import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Journaling
@testable import Languages
@testable import Shell
@testable import atelier

/// What is typed and not given: it is drafted wherever it is typed, and whoever leaves it finds it again.
@Suite struct TypedTextTests {
  private func desk(_ keys: String..., at stop: Fixture.Stop = .board) -> Desk {
    var desk = Desk(Fixture.scene(stop))
    for key in keys { desk.press(key) }
    return desk
  }

  private func answer(_ desk: Desk) -> String {
    desk.scene.focus.notice.map { desk.scene.say($0.phrase) } ?? ""
  }

  /// The same terminal after it died: what its draft held, at a fresh start.
  private func restarted(_ desk: Desk, _ change: (inout Scene) -> Void = { _ in }) throws -> Desk {
    let scene = desk.scene
    let line = scene.unfinished
    let draft = Draft(
      writer: "deaddeaddead", by: scene.me, role: scene.role.rawValue, board: nil, text: line.text,
      edit: line.edit, texts: scene.typedTexts, at: 0, host: "here")
    let read = try JSONDecoder().decode(Draft.self, from: JSONEncoder().encode(draft))
    var next = scene
    next.focus = Focus()
    change(&next)
    let isTaken = next.takeBack(read)
    #expect(isTaken)
    return Desk(next)
  }

  // MARK: - Every place

  /// Lines that only narrow a list, or find somebody in it, and those that are a voter's own.
  private static let narrowing: Set<String> = [
    "Menu", "Library", "FilterLine", "FactPane", "HelpPanel", "Passing", "BallotSheet",
  ]

  @Test func `whatever lies over a screen and has a line drafts it, or only narrows a list`() throws
  {
    var known: Set<String> = []
    let sources = SourcePhrases.root.appending(path: "Sources")
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      guard let match = text.firstMatch(of: /struct (\w+): Overlay\b/) else { continue }
      let name = String(match.1)
      guard text.contains(/(var|let) \w+(: Line\b| = Line\(\))|var typed: \[/) else { continue }
      known.insert(name)
      #expect(
        text.contains("unfinished: TypedText?") != Self.narrowing.contains(name),
        "\(name) in \(path) neither drafts what is typed nor narrows a list")
    }
    #expect(known.isSuperset(of: Self.narrowing) && known.contains("Prompt") && known.count > 9)
  }

  /// By a key, and by one more where the first one opens a list or a panel.
  @Test(arguments: [Fixture.Stop.talk, .board, .pollOpen, .pollRevealed, .signUp, .checkOut])
  func `whatever a key opens to type in is opened again from its draft, with the text`(
    _ stop: Fixture.Stop
  ) throws {
    var found: Set<String> = []
    for start in starts(stop) {
      for label in Keymap.bindings(start).flatMap(\.keys).map(\.label) {
        let first = Desk.scene(start, label)
        guard let overlay = first.focus.overlay else { continue }
        try expectDrafted(first, &found, "\(start.role) \(label)")
        guard overlay.place == nil else { continue }
        for second in ["Enter", "e", "i", "c", "s", "f", "a", "m"] {
          try expectDrafted(
            Desk.scene(first, second), &found, "\(start.role) \(label) \(second)")
        }
      }
    }
    #expect(found.isSuperset(of: ["add-card", "park", "set-countdown", "plan-form"]))
  }

  /// A note-taker, and a desk wherever it may be.
  private func starts(_ stop: Fixture.Stop) -> [Scene] {
    let places = [Focus.Place.agenda, .between, .board("ideas"), .board("projects")]
    return [Fixture.scene(stop, .notes)]
      + places.map { place in
        var scene = Fixture.scene(stop)
        scene.focus.place = place
        return scene
      }
  }

  private func expectDrafted(_ scene: Scene, _ found: inout Set<String>, _ keys: String) throws {
    guard let overlay = scene.focus.overlay else { return }
    if overlay is Prompt || overlay is Form || overlay is Counter {
      #expect(overlay.place != nil, "\(keys): what is typed here has no place")
    }
    guard let place = overlay.place else { return }
    found.insert(place.id)
    var desk = Desk(scene)
    desk.type("12")
    guard let typed = desk.scene.focus.overlay?.unfinished else { return }
    let again = try restarted(desk)
    #expect(again.scene.focus.overlay?.unfinished == typed, "\(keys)")
  }

  // MARK: - Esc

  @Test func `Esc keeps a card that was not added, and says which key shows it again`() {
    var desk = desk("a")
    desk.type("A bus with a desk")
    desk.press("Esc")
    #expect(desk.scene.focus.overlay == nil && desk.events.isEmpty)
    #expect(answer(desk) == "Your text is not lost. Press a to continue")
    desk.press("a")
    #expect(desk.scene.focus.typed == "A bus with a desk")
    desk.press("Enter")
    #expect(desk.events.count == 1)
    desk.press("a")
    #expect(desk.scene.focus.typed.isEmpty, "what was given is no longer there")
  }

  @Test func `a line that was emptied on purpose is not kept, and neither is one nobody changed`() {
    var desk = desk("a")
    desk.type("A bus")
    desk.press("Ctrl-U", "Esc")
    #expect(answer(desk).isEmpty && desk.scene.typedTexts.isEmpty)
    desk.press("a")
    #expect(desk.scene.focus.typed.isEmpty)
    desk = self.desk("o", "Enter", "↓", "|", "Esc")
    #expect(answer(desk).isEmpty && desk.scene.typedTexts.isEmpty)
  }

  @Test func `what was left survives the end of the terminal, and its key shows it`() throws {
    var desk = desk("a")
    desk.type("A bus")
    desk.press("Alt-Enter")
    desk.type("with a desk")
    desk.press("Esc")
    var again = try restarted(desk)
    #expect(answer(again) == "You left a text unfinished. Press a to continue")
    #expect(again.scene.focus.overlay == nil)
    again.press("a")
    #expect(again.scene.focus.typed == "A bus\nwith a desk")
  }

  @Test func `a text that a field refuses is kept when its form is left`() {
    var desk = desk("A", "Enter", "↓")
    desk.press("Ctrl-U")
    desk.type("soon")
    desk.press("Esc", "Esc")
    #expect(desk.events.isEmpty && !(desk.scene.focus.overlay is Form))
    #expect(answer(desk) == "Your text is not lost. Press Enter to continue")
    desk.press("Enter")
    #expect(desk.scene.focus.typed == "soon")
  }

  @Test func `a note-taker's change of a card is kept at Esc, and stands on the card again`() throws
  {
    var desk = Desk(Fixture.scene(.board, .notes))
    desk.press("↑")
    let text = desk.scene.focus.line.text
    desk.type(" indeed")
    desk.press("Esc")
    #expect(desk.scene.focus.line.isEmpty && answer(desk).hasPrefix("Your text is not lost."))
    desk = try restarted(desk)
    #expect(answer(desk) == "You left a text unfinished. It is where you typed it")
    desk.press("↑")
    #expect(desk.scene.focus.line.text == text + " indeed")
    desk.press("Enter")
    #expect(desk.events.count == 1 && desk.scene.typedTexts.isEmpty)
  }

  @Test func `letters that were taken for writing are gone at Esc, a sentence is not`() {
    var desk = Desk(Fixture.scene(.board))
    desk.carryOut(desk.scene.goingOn(with: "nj"))
    #expect(!desk.scene.typedTexts.isEmpty, "a kill would not lose them")
    desk.press("Esc")
    #expect(answer(desk).isEmpty && desk.scene.typedTexts.isEmpty)
    desk.carryOut(desk.scene.goingOn(with: "We"))
    desk.type(" need a bus")
    desk.press("Esc", "a")
    #expect(desk.scene.focus.typed == "We need a bus")
  }

  // MARK: - Handed back

  @Test func `a note-taker's line and the question typed over it both come back`() throws {
    var desk = Desk(Fixture.scene(.board, .notes))
    desk.type("half a line")
    desk.press("Alt-p")
    desk.type("half a question")
    var again = try restarted(desk)
    #expect(again.scene.focus.typed == "half a question")
    #expect(again.scene.focus.line.text == "half a line")
    again.press("Enter")
    #expect(again.events.count == 1 && again.scene.focus.line.text == "half a line")
  }

  @Test func `a text whose card is gone is offered as another card, and never dropped`() throws {
    var desk = desk("o", "Enter", "↓", "e")
    desk.type(" indeed")
    let typed = try #require(desk.scene.typedTexts.first)
    let card = try #require(typed.place.of["card"])
    let again = try restarted(desk) {
      $0.workshop.apply(Stage.entry(.cardBinned(card: card), 900, at: $0.now.milliseconds))
    }
    let prompt = try #require(again.scene.focus.overlay as? Prompt)
    #expect(prompt.line.text == typed.text && again.scene.typedTexts.count == 1)
    #expect(again.scene.say(prompt.title).hasPrefix("This text has lost its place"))
  }

  @Test
  func `what few eyes were meant to see is offered with a warning, and stays off the projector`()
    throws
  {
    let place = TypedPlace("jury-form", of: ["board": "gone", "juror": "eva", "project": "p"])
    let typed = TypedText("Too dear", at: place, with: ["field": "text", "private": "yes"])
    var scene = Fixture.scene(.board)
    let draft = Draft(
      writer: "deaddeaddead", by: scene.me, role: scene.role.rawValue, board: nil, text: "",
      texts: [typed], at: 0, host: "here")
    let isTaken = scene.takeBack(draft)
    #expect(isTaken)
    var desk = Desk(scene)
    let text = View.draw(desk.scene, size: Size(columns: 100, rows: 24)).text
    #expect(text.contains("Too dear") && text.contains("Only you have seen this"))
    desk.press("Esc", "s", "Alt-p")
    #expect(desk.scene.focus.typed.isEmpty && desk.scene.typedTexts == [typed.left])
  }

  @Test func `a text of many brackets is handed back`() throws {
    let text = String(repeating: "[{", count: 400)
    let bytes = try JSONEncoder().encode(
      Draft(
        writer: "deaddeaddead", by: "ana", role: "notes", board: nil, text: text, at: 0, host: ""))
    #expect(bytes.withUnsafeBytes { LineScan.isShallow($0) })
    let deep = Data(String(repeating: "[", count: 400).utf8)
    #expect(!deep.withUnsafeBytes { LineScan.isShallow($0) })
  }

  @Test func `a voter's terminal keeps nothing of what is left`() {
    var desk = Desk(Fixture.scene(.pollOpen, .ballot))
    desk.press("Alt-p")
    desk.type("a question")
    desk.press("Esc")
    #expect(desk.scene.focus.left.isEmpty && desk.scene.typedTexts.isEmpty)
  }
}

extension TypedText {
  /// The same once it was left.
  fileprivate var left: TypedText {
    var typed = self
    typed.isLeft = true
    return typed
  }
}
