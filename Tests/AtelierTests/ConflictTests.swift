import Terminal
import Testing
import WorkshopCore

@testable import Shell

/// Two people typed over each other: both texts, and one key to keep one.
@Suite struct ConflictTests {
  private func picked(_ role: Role) -> Desk {
    var desk = Desk(CaptureScenes.conflict(role))
    if role == .notes { for _ in 0..<4 { desk.press("↑") } }
    return desk
  }

  @Test(arguments: [Role.facilitator, .notes])
  func `both texts stand side by side with who typed them`(_ role: Role) {
    var desk = picked(role)
    desk.press("Alt-d")
    let text = JourneyScenes.lines(desk.scene).joined(separator: "\n")
    for part in ["One desk for all towns", "One desk in every town", "Ana", "Louis"] {
      #expect(text.contains(part))
    }
  }

  @Test(arguments: [Role.facilitator, .notes])
  func `Enter keeps the chosen text and the card is no longer marked`(_ role: Role) {
    for (keys, kept) in [([], "One desk for all towns"), (["→"], "One desk in every town")] {
      var desk = picked(role)
      desk.press("Alt-d")
      for key in keys { desk.press(key) }
      desk.press("Enter")
      let card = CaptureScenes.idea(desk.scene)
      #expect(card.text == kept && card.rivals.isEmpty)
      #expect(desk.scene.focus.overlays.isEmpty && desk.scene.focus.line.isEmpty)
    }
  }

  @Test func `a third text can be written instead`() {
    var desk = picked(.facilitator)
    desk.press("Alt-d", "e")
    desk.type("!")
    desk.press("Enter")
    let card = CaptureScenes.idea(desk.scene)
    #expect(card.text == "One desk for all towns!" && card.rivals.isEmpty)
    #expect(desk.scene.focus.overlays.isEmpty)
  }

  @Test func `any field is settled, one after another`() {
    let start = CaptureScenes.conflict(.facilitator)
    let id = CaptureScenes.idea(start).id
    var desk = Desk(
      start.after(
        ("Louis", .fieldSet(card: id, field: "detail", value: "by bus", over: nil)),
        ("Ana", .fieldSet(card: id, field: "detail", value: "by tram", over: nil))))
    desk.press("Alt-d", "Enter", "Enter")
    #expect(desk.scene.workshop.card(id)?.rivals.isEmpty == true)
    #expect(desk.scene.workshop.card(id)?["detail"] == "by tram")
  }

  @Test func `a private field is settled at the desk and shown nowhere else`() {
    let start = Fixture.scene(.board)
    let both = { (scene: Scene) in
      scene.after(
        ("Louis", .fieldSet(card: "p-lan", field: "email", value: "a@example.org", over: nil)),
        ("Ana", .fieldSet(card: "p-lan", field: "email", value: "b@example.org", over: nil)))
    }
    let desk = both(start)
    let notes = both(Fixture.scene(.board, .notes))
    #expect(desk.workshop.card("p-lan")?.fieldsInConflict(desk) == ["email"])
    #expect(notes.workshop.card("p-lan")?.fieldsInConflict(notes) == [])
  }

  /// An idea and a next step, each with two texts of a field.
  private func two(_ role: Role, _ code: String = "en") throws -> (scene: Scene, step: CardID) {
    let start = CaptureScenes.conflict(role, code)
    let board = try #require(start.workshop.board(ofSheet: Workshop.actionSheet)?.id)
    let added = start.after(("Ana", .cardAdded(board: board, text: "Call the mayor", fields: nil)))
    let step = try #require(added.workshop.cards(on: board).last?.id)
    let both = added.after(
      ("Louis", .fieldSet(card: step, field: "first-step", value: "by mail", over: nil)),
      ("Ana", .fieldSet(card: step, field: "first-step", value: "by phone", over: nil)))
    return (both, step)
  }

  @Test func `the key leads from anywhere to each of them, one after the other`() throws {
    let (start, step) = try two(.facilitator)
    for place in [Focus.Place.agenda, .between, .board("people")] {
      var scene = start
      (scene.focus.place, scene.focus.card) = (place, nil)
      var desk = Desk(scene)
      #expect(JourneyScenes.lines(scene).joined(separator: "\n").contains("Alt-d two texts: 2"))
      desk.press("Alt-d", "Enter")
      #expect(desk.said == "Settled: one text stays. Still to settle: 1")
      #expect(JourneyScenes.lines(desk.scene).joined(separator: "\n").contains("Call the mayor"))
      desk.press("Enter")
      #expect(desk.scene.conflicts.isEmpty && desk.scene.focus.overlays.isEmpty)
      #expect(desk.scene.workshop.card(step)?.hasRivals == false)
    }
  }

  @Test func `it works over a list, a form and a page as well, and what is typed stays`() throws {
    let (start, step) = try two(.facilitator)
    var scene = start
    scene.focus.overlays = [try #require(Form(step, field: 0, scene))]
    var desk = Desk(scene)
    desk.type("!")
    desk.press("Alt-d")
    #expect(desk.scene.focus.overlay is ConflictPanel)
    desk.press("Alt-d", "Esc")
    #expect((desk.scene.focus.overlay as? Form)?.line.text == "Call the mayor!")
    for key in ["?", "o", ":"] {
      var desk = Desk(start)
      desk.press(key, "Alt-d")
      #expect(desk.scene.focus.overlay is ConflictPanel, "\(key)")
    }
    var notes = Desk(try two(.notes).scene)
    notes.press("F1", "Alt-d")
    #expect(notes.scene.focus.overlay is ConflictPanel)
  }

  @Test(arguments: ["en", "fr", "hu"])
  func `each is listed with its board, its card and its field`(_ code: String) throws {
    let scene = try two(.facilitator, code).scene
    let lines = scene.lines(scene.conflicts)
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("≠ ") })
    let field = ["en": "First step", "fr": "Premier pas", "hu": "Első lépés"][code] ?? ""
    #expect(lines.contains { $0.contains("Call the mayor · \(field)") })
  }

  @Test func `without any, the key says so`() {
    var desk = Desk(Fixture.scene(.board))
    #expect(desk.press("Alt-d").isWarning && desk.scene.focus.overlays.isEmpty)
  }

  @Test func `the sheet leads to both texts of the field`() {
    var desk = picked(.facilitator)
    desk.press("e", "Alt-d")
    let text = JourneyScenes.lines(desk.scene).joined(separator: "\n")
    #expect(text.contains("Edited at the same time: Idea"))
  }
}
