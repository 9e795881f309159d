@testable import atelier
import Assets
import Testing
import WorkshopCore

@testable import Journaling
@testable import Languages
@testable import Shell
@testable import Time

/// Methods, canvases, sheets and decks that are made and changed in a form.
@Suite struct ContentFormTests {
  private static let methodFields = [
    "title", "purpose", "steps", "wrong", "material", "question", "minutes.minimum",
    "minutes.usual", "minutes.maximum", "people.minimum", "people.maximum", "phase", "energy",
    "form", "columns", "canvas", "sheet", "rounds", "source",
  ]

  private static let gameFields = [
    "title", "steps", "seated", "material", "minutes.minimum", "minutes.maximum", "people.minimum",
    "people.maximum", "energy", "noise", "standing", "touch", "moments",
  ]

  @Test func `a field that is left as it was read changes nothing, in any language`() throws {
    let content = Content.builtIn
    let methods = try JSONText(Array((content.text(at: "methods.json") ?? "").utf8)).root
    var files = (methods["methods"]?.elements ?? []).map { method in
      (
        "methods/\(method["id"]?.text ?? "").json", JSONPrinter.text(of: method),
        Self.methodFields
      )
    }
    let games = try JSONText(Array((content.text(at: "warm-ups.json") ?? "").utf8)).root
    files += (games["warmUps"]?.elements ?? []).map { game in
      ("warm-ups/\(game["id"]?.text ?? "").json", JSONPrinter.text(of: game), Self.gameFields)
    }
    for (folder, field) in [("sheets", "fields"), ("decks", "categories"), ("canvases", "prompts")]
    {
      files += content.paths.filter { $0.hasPrefix(folder + "/") }.map {
        ($0, content.text(at: $0) ?? "", ["title", field])
      }
    }
    #expect(files.count > 120)
    for (path, text, fields) in files {
      let language = ["en", "fr", "hu"][path.count % 3]
      let before = try #require(ContentDraft(text, at: path, in: language))
      var draft = before
      for field in fields { draft[field] = draft[field] }
      #expect(draft.text == before.text, "\(path) in \(language)")
    }
  }

  @Test func `what is made new is sound at once, and becomes what the lines say`() throws {
    func draft(_ folder: String) throws -> (path: String, draft: ContentDraft) {
      let text = try #require(ContentFile.new(folder, id: "mine", title: "Mine", steps: "Step 1"))
      let path = "\(folder)/mine.json"
      try Content.check(path, text)
      return (path, try #require(ContentDraft(text, at: path, in: "en")))
    }
    func own(_ made: (path: String, draft: ContentDraft)) throws -> Content {
      try Content.check(made.path, made.draft.text)
      return Content(own: [made.path: made.draft.text])
    }
    var method = try draft("methods")
    method.draft["steps"] = "Write\n\n  Read out "
    method.draft["columns"] = "Keep\nChange\nKeep"
    method.draft["rounds"] = "Round 1: Talk 15; Change places 2\nEnd 5"
    method.draft["moments"] = "open close"
    let mine = try #require(try own(method).method("mine"))
    #expect(mine.steps == ["Write", "Read out"] && mine.moments == ["open", "close"])
    #expect(mine.board?.zones.map(\.id) == ["keep", "change", "keep-2"])
    #expect(mine.rounds?.map(\.minutes) == [17, 5] && mine.rounds?.last?.title == "End")

    var game = try draft("warm-ups")
    game.draft["steps"] = "Stand in a ring\nSay your name"
    game.draft["standing"] = "yes"
    game.draft["touch"] = "no"
    game.draft["moments"] = "open after-lunch"
    let play = try #require(try own(game).warmUp("mine"))
    #expect(play.standing && !play.touch && play.moments == ["open", "after-lunch"])
    #expect(play.steps.count == 2 && play.people.contains(30))

    var canvas = try draft("canvases")
    canvas.draft["blocks"] = "Gains | Pains\nOne | Two | Three"
    canvas.draft["prompts"] = "What helps?\nWhat hurts?"
    let grid = try #require(try own(canvas).canvases["mine"])
    #expect(grid.columns == 6 && grid.rows == 2 && grid.order.count == 5)
    #expect(grid.blocks.map(\.width) == [3, 3, 2, 2, 2] && grid.blocks[1].prompt == "What hurts?")

    var sheet = try draft("sheets")
    sheet.draft["fields"] =
      "Name\nStatus: open / done\nEffort: 1–5\nOwner: person\nUntil: dat\nNotes: text"
    let fields = try #require(try own(sheet).sheets["mine"]).fields
    #expect(fields.map(\.type) == [.line, .choice, .scale, .person, .date, .text])
    #expect(fields[0].id == Card.text && fields[1].choices?.count == 2 && fields[2].maximum == 5)

    var deck = try draft("decks")
    deck.draft["categories"] = "# Need 2\nA bench\nShade\nWater\n# Obstacle\nSteps"
    let piles = try #require(try own(deck).decks["mine"]).categories
    #expect(piles.map(\.cards.count) == [3, 1] && piles.map(\.full) == [2, 1])
  }

  @Test func `a changed text stands in its own language, the others stay`() throws {
    let text = try #require(Content.builtIn.text(at: "methods.json"))
    let part = try #require(ContentFile.part("swot", of: text))
    var draft = try #require(ContentDraft(part, at: "methods/swot.json", in: "fr"))
    draft["purpose"] = "Pour faire le point"
    let content = Content(own: ["methods/swot.json": draft.text])
    let swot = try #require(content.method("swot"))
    #expect(swot.purpose.text(in: "fr") == "Pour faire le point")
    #expect(swot.purpose.text(in: "hu") == Content.builtIn.method("swot")?.purpose.text(in: "hu"))
    #expect(content.methods.count == Content.builtIn.methods.count)
  }

  @Test func `a game that was made is in the library at once, with a form of its own`() throws {
    var desk = Desk(Fixture.scene(.board))
    desk.press("e", "F2")
    desk.type("new game")
    desk.press("Enter")
    desk.type("Ring of names")
    guard case .writeContent(let path, let text)? = desk.press("Enter").effect else {
      Issue.record("\(desk.outcome)")
      return
    }
    #expect(path == "warm-ups/ring-of-names.json")
    desk.arrange { $0.content = Content(own: [path: text]) }
    desk.type("ring of")
    let library = try #require(desk.scene.focus.overlay as? Library)
    #expect(library.chosen(desk.scene).map { desk.scene.say($0.title) } == "Ring of names")
    desk.press("F2", "Enter", "↓")
    desk.type("Stand in a ring")
    guard case .writeContent(_, let changed)? = desk.press("Tab").effect else {
      Issue.record("\(desk.outcome)")
      return
    }
    #expect(changed.contains("Stand in a ring"))
  }

  @Test func `what one terminal makes, another one has without being opened again`() throws {
    let place = Folder()
    let directory = Directory(place / "w")
    try Directory.create(at: directory.root, plan: Plan(title: "Trial"))
    var room = try Room(directory, role: .notes, by: "Ana")
    func sit(_ role: Role) throws -> Scene {
      try Opening.scene(
        room.workshop, OwnContent(directory), role: role,
        arguments: try Arguments(["run", directory.root]), now: Stage.now)
    }
    var maker = try sit(.facilitator)
    var notes = try sit(.notes)
    maker.folder = directory.root
    room.look(&notes)
    let text = try #require(
      ContentFile.new("warm-ups", id: "mine", title: "Mine", steps: "Step 1"))
    OwnContent.write(text, at: "warm-ups/mine.json", &maker)
    #expect(maker.content.warmUp("mine") != nil && notes.content.warmUp("mine") == nil)
    notes.now = notes.now.adding(seconds: 2)
    room.look(&notes)
    #expect(notes.content.warmUp("mine")?.title == "Mine")
    _ = room.close(notes)
  }

  @Test func `the form writes a file when a field is left, and refuses what could not be used`()
    throws
  {
    var desk = Desk(Fixture.scene(.board))
    desk.press("e")
    desk.type("fishbowl")
    desk.press("F2", "Enter")
    desk.press("Ctrl-U")
    desk.type("Aquarium")
    desk.press("↓")
    guard case .writeContent(let path, let text)? = desk.outcome.effect else {
      Issue.record("\(desk.outcome)")
      return
    }
    #expect(path == "methods/fishbowl.json" && desk.events.isEmpty)
    #expect(Content(own: [path: text]).method("fishbowl")?.title.text(in: "en") == "Aquarium")
    desk.press("Ctrl-U")
    #expect(desk.press("↓").isWarning, "a method without a purpose cannot be used")
  }
}
