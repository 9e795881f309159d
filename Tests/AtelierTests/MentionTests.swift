import Terminal
import Testing
import WorkshopCore

@testable import Shell
@testable import atelier

/// Marks within a typed line end where the word ends.
struct MentionTests {
  private let scene: Scene = {
    var plan = Self.plan
    plan.tables = 4
    return Stage.scene(plan)
  }()

  private static let plan =
    Plan(
      title: "Test",
      themes: [
        Theme(id: "data", name: Localized(texts: ["en": "Open data", "fr": "Données ouvertes"])),
        Theme(id: "inclusion", name: "Digital inclusion"),
      ],
      people: [
        Person(id: "p1", name: "Jean Dupont"), Person(id: "p2", name: "Maire Roy"),
      ],
      boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")])

  private func line(_ text: String) throws -> CardLine {
    CardLine(text, on: try #require(scene.workshop.board("ideas")), scene)
  }

  @Test(arguments: [
    ("@jean: we need time", "we need time"), ("we need time @jean.", "we need time."),
    ("we need time @jean!", "we need time!"), ("we need time (@jean)", "we need time"),
    ("we need time (@jean).", "we need time."), ("“@jean”, we need time", "we need time"),
    ("we @jean, need time", "we, need time"), ("we need @jean time", "we need time"),
    ("we need time… @jean…", "we need time…"), ("@Jean-Dupont - we need time", "- we need time"),
    ("we need (as @jean said) time", "we need (as said) time"),
  ])
  func `a name ends where the word ends`(typed: String, text: String) throws {
    let line = try line(typed)
    #expect(line.text == text)
    #expect(line.fields == [Card.author: "Jean Dupont"])
  }

  @Test(arguments: [
    "@jean, @maire: both said so", "@jean,@maire both said so", "both said so @jean/@maire",
  ])
  func `several names are several authors`(typed: String) throws {
    let line = try line(typed)
    #expect(line.text == "both said so")
    #expect(line.fields == [Card.author: "Jean Dupont, Maire Roy"])
  }

  @Test func `a table ends there too`() throws {
    #expect(try line("table @3: ok") == CardLineOf("table: ok", [Card.table: "3"]))
    #expect(try line("(@3) ok").fields == [Card.table: "3"])
  }

  private func CardLineOf(_ text: String, _ fields: [String: String]) throws -> CardLine {
    var line = try line("x")
    (line.text, line.fields) = (text, fields)
    return line
  }

  @Test func `a theme ends there too, and a second one stays where it was typed`() throws {
    let one = try line("we agree #data, now")
    #expect(one.text == "we agree, now" && one.fields == [Card.theme: "data"])
    let two = try line("we agree #data, #inclusion")
    #expect(two.text == "we agree #inclusion" && two.fields == [Card.theme: "data"])
  }

  @Test func `a theme is taken by its title in any case, the whole one first`() throws {
    #expect(CardLine.theme("open data", scene)?.id == "data")
    #expect(CardLine.theme("Digital Inclusion", scene)?.id == "inclusion")
    #expect(CardLine.theme("data", scene)?.id == "data")
  }

  @Test(arguments: [
    "write to @bob on Monday", "the @mayor must decide", "see https://a.example/#data here",
    "the file a@b.example is there",
  ])
  func `an unknown name in the middle of a sentence stays text`(typed: String) throws {
    let line = try line(typed)
    #expect(line.text == typed && line.fields.isEmpty)
  }

  @Test func `an unknown name at an end of the line is an author, as typed`() throws {
    #expect(try line("@bob: write on Monday").fields == [Card.author: "bob"])
    #expect(try line("write on Monday @bob").fields == [Card.author: "bob"])
  }

  @Test func `a Tab that comes with a text is a space, one that is pressed is the key`() {
    var haste = Haste()
    let notes = Stage.scene(scene.workshop.base, role: .notes)
    #expect(haste.reading(.character("r"), at: 1000, notes) == .character("r"))
    #expect(haste.reading(.tab, at: 1001, notes) == .character(" "))
    #expect(haste.reading(.character("l"), at: 1001, notes) == .character("l"))
    #expect(haste.reading(.tab, at: 1400, notes) == .tab)
    // At the other screens Tab goes on to the next field.
    #expect(haste.reading(.tab, at: 1401, scene) == .tab)
  }

  @Test func `at the desk a mark that nothing is called is pointed out before the room sees it`() {
    var scene = Stage.scene(Self.plan)
    scene.focus.place = .board("ideas")
    var desk = Desk(scene)
    desk.press("a")
    desk.type("A van for the market #nowhere")
    desk.press("Enter")
    #expect(desk.events.isEmpty && desk.outcome.isWarning)
    #expect(desk.outcome.notice.map { desk.scene.say($0) }?.contains("#nowhere") == true)
    #expect((desk.scene.focus.overlay as? Prompt)?.line.text.isEmpty == false)
    desk.press("Enter")
    #expect(desk.scene.workshop.cards(on: "ideas").map(\.text) == ["A van for the market #nowhere"])
    #expect(desk.scene.focus.overlays.isEmpty)
  }
}
