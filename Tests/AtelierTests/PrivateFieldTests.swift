import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Languages
@testable import Shell

/// A person's address is seen in the facilitator's own form and nowhere else.
@Suite struct PrivateFieldTests {
  private static let secret = "zsecret"

  /// Everybody has an address, in the plan and typed over since.
  private func scene(_ stop: Fixture.Stop, _ role: Role, _ code: String = "en") -> Scene {
    var plan = FixturePlan.plan()
    for index in plan.people.indices {
      plan.people[index].email = "a\(index)@\(Self.secret).example"
    }
    var scene = Fixture.scene(stop, role, code)
    var history = History(
      plan: plan, entries: Morning(until: stop, totals: [4, 3, 2, 1]).entries, catalogue: .all)
    history.insert(
      plan.people.enumerated().map { index, person in
        Stage.entry(
          .fieldSet(
            card: person.id, field: Card.email, value: "b\(index)@\(Self.secret).example", over: nil
          ),
          index + 1, at: scene.now.milliseconds)
      })
    scene.workshop = history.workshop
    return scene
  }

  private func expectNone(_ scene: Scene, _ what: String) {
    for (columns, rows) in [(60, 15), (80, 24), (200, 60)] {
      let text = View.draw(scene, size: Size(columns: columns, rows: rows)).text
      #expect(!text.contains(Self.secret), "\(what): \(text)")
    }
  }

  @Test(arguments: Fixture.Stop.allCases)
  func `no address is on any screen, whatever key is pressed`(_ stop: Fixture.Stop) {
    for role in Role.allCases {
      let start = scene(stop, role)
      expectNone(start, "\(role)")
      for key in Keymap.bindings(start).flatMap(\.keys) {
        expectNone(Desk.scene(start, key.label), "\(role) \(key.label)")
      }
    }
    var board = scene(stop, .facilitator)
    board.focus.place = .board(Workshop.people)
    board.focus.card = "p-jean"
    expectNone(board, "people")
    board.focus.isOnStage = true
    expectNone(board, "people on stage")
    for key in Keymap.bindings(board).flatMap(\.keys) {
      let next = Desk.scene(board, key.label)
      if next.focus.isOnStage { expectNone(next, "on stage \(key.label)") }
    }
    board.workshop.apply(
      Stage.entry(.boardShown(board: Workshop.people), 99, at: board.now.milliseconds))
    board.role = .stage
    expectNone(board, "shown on the stage")
  }

  @Test func `the facilitator's form has the address, a note-taker's has no such field`() throws {
    for (role, isShown) in [(Role.facilitator, true), (.notes, false)] {
      let scene = scene(.plenary, role)
      let form = try #require(Form("p-jean", scene))
      #expect(form.sheet.fields.contains { $0.id == Card.email } == isShown)
      var open = scene
      open.focus.overlays = [form]
      let text = View.draw(open, size: Size(columns: 80, rows: 24)).text
      #expect(text.contains("b0@\(Self.secret).example") == isShown, "\(text)")
    }
    var stage = scene(.plenary, .facilitator)
    stage.focus.isOnStage = true
    #expect(try !#require(Form("p-jean", stage)).sheet.fields.contains { $0.id == Card.email })
  }

  @Test(arguments: Language.builtIn)
  func `no address is in the report or in the state`(_ code: String) {
    let scene = scene(.checkOutRevealed, .facilitator, code)
    #expect(!Markdown.render(Minutes.report(scene)).contains(Self.secret))
    let json = StateDocument(scene.workshop, now: scene.now).json()
    #expect(!String(decoding: json, as: UTF8.self).contains(Self.secret))
  }

  @Test func `what was undone is told without the address`() {
    let event = Event.fieldSet(card: "p", field: Card.email, value: Self.secret, over: nil)
    #expect(!Language.english(event.phrase).contains(Self.secret))
    let other = Event.fieldSet(card: "p", field: Card.role, value: "jury", over: nil)
    #expect(Language.english(other.phrase).contains("jury"))
  }
}
