import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Persona
@testable import Shell

/// Who the personas are: what is told of them, the gallery, the sheet at a table.
@Suite struct PersonaGalleryTests: PersonaGame {
  // MARK: Who they are

  @Test func `a persona is a hypothesis until somebody says what it rests on`() throws {
    for code in Language.builtIn {
      let language = Fixture.language(code)
      let short = "? " + language("hypothesis")
      let full = language("Hypothesis: no evidence yet")
      for role in [Role.facilitator, .stage, .notes] {
        let scene = try Stage.scene(at: "persona", role: role, language: code)
        // Gérard alone rests on nothing.
        let text = View.draw(scene, size: Size(columns: 120, rows: 40)).text
        #expect(text.ranges(of: short).count == 1, "\(text)")
      }
      let report = Minutes.report(try Stage.scene(language: code)).texts
      // On the evening of that day Nassim, too, rested on nothing.
      #expect(report.filter { $0 == full }.count == 2)
      var desk = Desk(try Stage.scene(at: "persona", language: code))
      desk.press("g", ".", ".", ".")
      #expect(stage(desk).contains("? " + full))
      let gerard = try #require(personas(desk).first { $0.text == "Gérard" })
      desk.arrange { scene in
        scene.workshop.apply(
          Stage.entry(
            .fieldSet(card: gerard.id, field: "evidence", value: "Two visits", over: nil), 90,
            at: scene.now.milliseconds))
      }
      #expect(!stage(desk).contains(full) && stage(desk).contains("Two visits"))
    }
  }

  @Test func `the report tells feelings as a line, and the cards in words`() throws {
    let scene = try Stage.scene(at: "persona")
    let text = Minutes.report(scene).texts.joined(separator: "\n")
    #expect(text.contains("0 → −1 → −2 → −1 → +2"))
    #expect(text.contains("Obstacle: Fear of clicking the wrong thing"))
  }

  @Test(arguments: pictures)
  func `each persona stands alone on the stage, then all of them`(
    code: String, columns: Int, rows: Int
  ) throws {
    var desk = Desk(try Stage.scene(at: "gallery-1", language: code))
    let size = Size(columns: columns, rows: rows)
    let names = personas(desk).map(\.text)
    let quotes = personas(desk).compactMap { $0["quote"] }
    for name in names { #expect(stage(desk, size).contains(name), "side by side at first") }
    desk.press("g")
    for (name, quote) in zip(names, quotes) {
      let picture = stage(desk, size)
      #expect(picture.contains(name + ", "), "\(picture)")
      #expect(Self.words(picture).contains(desk.scene.language.quoted(quote)), "\(picture)")
      for other in names where other != name { #expect(!picture.contains(other + ", ")) }
      desk.press(".")
    }
    #expect(desk.outcome.isWarning, "that was the last one")
    desk.press("G")
    for name in names { #expect(stage(desk, size).contains(name)) }
    desk.press("G")
    #expect(desk.events.last == .viewShown(activity: "gallery-1", view: "", step: 0))
  }

  @Test func `a persona of whom nobody has told anything stands there with its cards`() throws {
    var desk = try game()
    desk.press("d", "g")
    let picture = stage(desk)
    #expect(picture.contains("Table 1") && picture.contains("? Hypothesis"))
    for card in desk.scene.drawn(personas(desk)[0]) {
      let first = card.text.split(separator: " ").prefix(3).joined(separator: " ")
      #expect(picture.contains(first), "\(picture)")
    }
  }

  @Test func `a persona alone on the stage`() throws {
    var desk = Desk(try Stage.scene(at: "gallery-1"))
    desk.press("g")
    #expect(
      stage(desk).split(separator: "\n").dropFirst().joined(separator: "\n") == """
            Odette, 82
            Quiet streets of small houses, two buses from the centre
            “I am not afraid of the machine, I am afraid of what it will decide.”
            Needs                                 A good service
            Claim the housing benefit she         One named person, one appointment
            never asked for; get an e-mail        near home, and a paper receipt
            address and keep the password         that says what happens next
            Obstacles                             Feelings
            Afraid that one wrong click will      +2                            ●
            stop her pension; letters she does                                ··
            not understand even read aloud         0 ┈┈┈●··┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈··┈┈┈┈┈┈
                                                           ···●··       ··●·
                                                  −2             ···●···
            ✓ Evidence: Hélène: eleven interviews at library desks, spring 2019
        """)
  }

  @Test func `the gallery is led from the desk that is the projector`() throws {
    var desk = Desk(try Stage.scene(at: "gallery-1"))
    desk.press("s", "g", ".")
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Nassim, 46"))
    desk = try game()
    desk.press("s", "d", ".", ".")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("Card 2 of 11"))
    #expect(desk.press("w").isWarning, "the menu would show what is not turned")
  }

  // MARK: The sheet

  @Test func `a note-taker of a table opens its own sheet and reads its own cards`() throws {
    var start = try Stage.scene(at: "persona", role: .notes)
    start.focus.table = "3"
    var desk = Desk(start)
    desk.press("F5")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("Mirela"))
    desk.press("Esc", "F3")
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Table 3 · Mirela") && !text.contains("Odette"))
  }

  @Test func `at a table only the cards that are turned can be read`() throws {
    var desk = try game()
    desk.press("d", ".", ".")
    var notes = desk.scene
    notes.role = .notes
    notes.focus = Focus()
    let page = View.draw(Desk.scene(notes, "F3"), size: Size(columns: 120, rows: 40)).text
    for persona in personas(desk) {
      let cards = desk.scene.drawn(persona)
      for (index, card) in cards.enumerated() {
        #expect(page.contains(card.text) == (index < 2))
      }
    }
  }

  @Test func `feelings are drawn while they are typed`() throws {
    var desk = Desk(try Stage.scene(at: "persona", role: .notes))
    desk.press("F5", "Enter")
    for _ in 0..<13 { desk.press("↓") }
    let size = Size(columns: 80, rows: 24)
    #expect(View.draw(desk.scene, size: size).text.ranges(of: "●").count == 5)
    desk.type(" +1")
    #expect(View.draw(desk.scene, size: size).text.ranges(of: "●").count == 6)
    desk.press("↓")
    #expect(!View.draw(desk.scene, size: size).text.contains("●"))
  }
}
