import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// A typed choice is a choice in every form.
@Suite struct TypedChoiceTests {
  /// A next step with its form open at a field.
  private func form(_ field: String, _ code: String = "en") throws -> (desk: Desk, step: CardID) {
    let start = Fixture.scene(.actions, .facilitator, code)
    let step = try #require(start.workshop.cards(on: "actions").first?.id)
    let sheet = try #require(start.subject(step).sheet(start))
    let index = try #require(sheet.fields.firstIndex { $0.id == field })
    var scene = start
    scene.focus.overlays = [try #require(Form(step, field: index, start))]
    return (Desk(scene), step)
  }

  private func text(_ desk: Desk) -> String {
    View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
  }

  @Test(
    arguments: [
      ("en", "done", "done"), ("en", "Do", "? "), ("fr", "Faite", "done"), ("fr", "fai", "done"),
      ("hu", "kesz", "done"), ("hu", "Folyamatban", "doing"), ("hu", "Faite", "done"),
      ("fr", "abandonnee", "dropped"), ("fr", "bientôt", "bientôt"),
    ])
  func `Enter takes the status that is meant`(_ code: String, _ typed: String, _ value: String)
    throws
  {
    var (desk, step) = try form("status", code)
    desk.press("Ctrl-U")
    desk.type(typed)
    desk.press("Enter")
    if value == "? " {
      #expect(desk.scene.focus.overlay is Menu && desk.events.isEmpty)
      return
    }
    #expect(desk.scene.workshop.card(step)?["status"] == value)
  }

  @Test func `leaving the field or the form takes it as well`() throws {
    for key in ["↓", "↑", "Tab", "Esc"] {
      var (desk, step) = try form("status", "fr")
      desk.type("faite")
      desk.press(key)
      #expect(desk.scene.workshop.card(step)?["status"] == "done", "\(key)")
      #expect(desk.scene.workshop.card(step).map(ActionText.isClosed) == true)
    }
  }

  @Test func `what is typed shows what it is taken for`() throws {
    var (desk, _) = try form("status", "fr")
    desk.type("fa")
    #expect(text(desk).contains("= Faite"))
    desk.press("Ctrl-U")
    desk.type("bientôt")
    #expect(text(desk).contains("hors des choix proposés") && text(desk).contains("À faire"))
    desk.press("Enter")
    #expect(text(desk).contains("bientôt ?"))
  }

  @Test func `a choice that stands is typed over`() throws {
    var (desk, step) = try form("status")
    while !text(desk).contains("◂ Doing ▸") { desk.press("→") }
    #expect(text(desk).contains("◂ Doing ▸"))
    desk.type("bl")
    #expect(text(desk).contains("› bl") && text(desk).contains("= Blocked"))
    desk.press("Enter")
    #expect(desk.scene.workshop.card(step)?["status"] == "blocked")
    desk.press("↑", "Backspace", "Enter")
    #expect(desk.scene.workshop.card(step)?["status"] == nil)
  }

  @Test func `of several people the form asks, and the text may stay`() throws {
    var (desk, step) = try form("owner")
    desk.press("Ctrl-U")
    // Lan and Lindqvist.
    desk.type("l")
    desk.press("Enter")
    #expect(text(desk).contains("Which one is meant?") && text(desk).contains("Keep as typed"))
    var kept = desk
    desk.press("Enter")
    let owner = try #require(desk.scene.workshop.card(step)?["owner"])
    #expect(owner == "p-lan")
    kept.type("keep")
    kept.press("Enter")
    #expect(kept.scene.workshop.card(step)?["owner"] == "l")
    // Esc says so first, and keeps the text at a second press.
    var (left, other) = try form("owner")
    left.press("Ctrl-U")
    left.type("l")
    left.press("Esc")
    #expect(left.scene.focus.overlay is Form)
    left.press("Esc")
    #expect(left.scene.workshop.card(other)?["owner"] == "l")
  }

  @Test(
    arguments: [
      ("en", "november 30.", "= Mon 30 November 2026", "2026-11-30"),
      ("en", "30/11", "= Mon 30 November 2026", "2026-11-30"),
      ("en", "+2 weeks", "= Mon 7 December 2026", "2026-12-07"),
      ("en", "in two weeks", "= Mon 7 December 2026", "2026-12-07"),
      ("fr", "jeudi prochain", "= jeu. 26 novembre 2026", "2026-11-26"),
      ("fr", "1er décembre", "= mar. 1er décembre 2026", "2026-12-01"),
      ("hu", "hétfőn", "2026. november 30.", "2026-11-30"),
      ("hu", "két hét múlva", "2026. december 7.", "2026-12-07"),
      ("hu", "valamikor", "?", "valamikor"),
    ])
  func `a day in words is a day, and the form says which`(
    _ code: String, _ typed: String, _ shown: String, _ value: String
  ) throws {
    var (desk, step) = try form("due", code)
    desk.press("Ctrl-U")
    desk.type(typed)
    #expect(text(desk).contains(shown))
    desk.press("Enter")
    #expect(desk.scene.workshop.card(step)?["due"] == value)
  }

  @Test(
    arguments: [
      ("en", "November 30.", "2026-11-30"), ("fr", "jeudi prochain", "2026-11-26"),
      ("hu", "november 30.", "2026-11-30"), ("fr", "bientôt", "bientôt"),
    ])
  func `a session's date is typed in words too`(_ code: String, _ typed: String, _ date: String)
    throws
  {
    var desk = Desk(Fixture.scene(.plenary, .facilitator, code))
    desk.press("A", "d", "↓", "Ctrl-U")
    desk.type(typed)
    #expect(text(desk).contains(date == typed ? "? " : "= "))
    desk.press("Enter")
    #expect(desk.scene.workshop.plan.sessions.first?.date == date)
  }

  @Test func `a theme is chosen by its name and shown by it`() throws {
    let start = Fixture.scene(.board)
    let card = try #require(start.workshop.cards(on: "ideas").first { $0.theme != nil })
    let sheet = try #require(start.subject(card.id).sheet(start))
    let index = try #require(sheet.fields.firstIndex { $0.id == Card.theme })
    var scene = start
    scene.focus.overlays = [try #require(Form(card.id, field: index, start))]
    var desk = Desk(scene)
    #expect(text(desk).contains("◂ \(start.title(ofTheme: card.theme) ?? "?") ▸"))
    desk.type("train")
    desk.press("Enter")
    #expect(desk.scene.workshop.card(card.id)?.theme == "training")
  }

  @Test func `a file says the year of every day, a screen that of another year`() throws {
    let day = try #require(Day("2026-12-01"))
    for (code, short, long) in [
      ("en", "Tue 1 December", "Tue 1 December 2026"),
      ("fr", "mar. 1er décembre", "mar. 1er décembre 2026"),
    ] {
      var scene = Fixture.scene(.actions, .facilitator, code)
      #expect(scene.day(day) == short)
      scene.isForFile = true
      #expect(scene.day(day) == long)
    }
  }
}
