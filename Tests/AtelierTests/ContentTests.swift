@testable import Boards
import Assets
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Languages
@testable import Shell

@Suite struct ContentTests {
  private static let content = Content.builtIn

  @Test func `fourteen templates come along`() {
    #expect(
      Self.content.templates == [
        "blank", "citizens", "digital-builders", "express-90", "full-day", "hackathon-day",
        "half-day", "hybrid", "jury-day", "morning", "problem-framing", "retrospective",
        "strategy-day", "two-hours",
      ])
  }

  /// Where each session ends, in minutes since midnight: the agendas were summed by hand.
  @Test(arguments: [
    ("digital-builders", ["17:30", "17:15"]), ("jury-day", ["17:20"]), ("half-day", ["12:30"]),
    ("express-90", ["10:30"]), ("full-day", ["16:00"]), ("two-hours", ["16:00"]),
    ("morning", ["12:00"]), ("citizens", ["21:00"]), ("retrospective", ["11:30"]),
    ("hybrid", ["12:30"]), ("strategy-day", ["16:50"]), ("problem-framing", ["12:30"]),
    ("hackathon-day", ["16:25"]),
  ])
  func `a template's minutes add up`(id: String, ends: [String]) throws {
    let plan = try #require(Self.content.template(id))
    let sums = plan.sessions.map { session in
      let start = ClockTime(session.start)?.minutes ?? 0
      return ClockTime(minutes: start + session.activities.reduce(0) { $0 + $1.minutes })
        .description
    }
    #expect(sums == ends)
  }

  @Test(arguments: content.templates + ["demo"])
  func `what a plan names is there`(id: String) throws {
    let plan = id == "demo" ? try Stage.plan("en") : try #require(Self.content.template(id))
    let boards = Set(plan.boards.map(\.id)).union(Workshop.ownBoards)
    for board in plan.boards {
      if let sheet = board.sheet { #expect(Self.content.sheets[sheet] != nil, "\(sheet)") }
    }
    for activity in plan.activities {
      #expect(Features.all.kinds.contains { $0.id == activity.kind }, "\(activity.kind)")
      if let board = activity.board { #expect(boards.contains(board), "\(board)") }
      if let canvas = activity.canvas {
        let isJourney = activity.kind == ActivityKind.journey.id
        let isThere =
          isJourney
          ? Self.content.journeys[canvas] != nil : Self.content.canvases[canvas] != nil
        #expect(isThere, "\(canvas)")
      }
      if let deck = activity.deck { #expect(Self.content.decks[deck] != nil, "\(deck)") }
      if let game = activity.warmUp { #expect(Self.content.warmUp(game) != nil, "\(game)") }
      for theme in activity.rounds.compactMap(\.theme) {
        #expect(plan.theme(theme) != nil, "\(theme)")
      }
    }
  }

  @Test(arguments: content.canvases.keys.sorted())
  func `a canvas tiles its grid and is filled block by block`(id: String) throws {
    let canvas = try #require(Self.content.canvases[id])
    var cells: [String: Int] = [:]
    for block in canvas.blocks {
      for x in block.x..<(block.x + block.width) {
        for y in block.y..<(block.y + block.height) { cells["\(x),\(y)", default: 0] += 1 }
      }
    }
    #expect(cells.count == canvas.columns * canvas.rows && cells.values.allSatisfy { $0 == 1 })
    #expect(canvas.order.sorted() == canvas.blocks.map(\.id).sorted())
    #expect(canvas.guided(mini: true).count <= canvas.guided(mini: false).count)
  }

  @Test func `a journey has four to seven stages, and no canvas has its name`() throws {
    #expect(Self.content.journeys.keys.sorted() == ["public-service", "short"])
    for id in Self.content.journeys.keys {
      let journey = try #require(Self.content.journeys[id])
      #expect((4...7).contains(journey.stages.count) && Self.content.canvases[id] == nil)
      #expect(Set(journey.stages.map(\.id)).count == journey.stages.count)
      for stage in journey.stages {
        for text in [stage.label, stage.prompt] {
          #expect(Set(text?.texts.keys.sorted() ?? []) == ["en", "fr", "hu"])
        }
        // Seven of them stand side by side in eighty columns.
        for text in stage.label.texts.values { #expect(text.count <= 10, "\(text)") }
      }
    }
  }

  /// At 80 columns a block shows two rows of its label; a word broken in its middle is hard to read.
  @Test(arguments: content.canvases.keys.sorted(), Language.builtIn)
  func `a block's label fits its block at 80 columns`(id: String, language: String) throws {
    let canvas = try #require(Self.content.canvases[id])
    let width = 78
    for block in canvas.blocks {
      let x = width * block.x / canvas.columns
      let room = width * (block.x + block.width) / canvas.columns - x - 1
      let label = block.label.text(in: language)
      let words = label.split(separator: " ").map { Text.width(String($0)) }
      #expect(words.allSatisfy { $0 <= room }, "\(language): \(label) in \(room) columns")
      #expect(Text.wrap(label, to: room).count <= 2, "\(language): \(label) in \(room) columns")
    }
  }

  @Test func `the persona deck holds and deals what the game needs`() throws {
    for id in ["persona", "public-agent"] {
      let deck = try #require(Self.content.decks[id])
      #expect(deck.categories.map(\.cards.count) == [16, 8, 9, 8, 20, 20, 10, 8, 6, 10])
      #expect(deck.hand(.full, seed: 1).count == 12)
      #expect(deck.hand(.full, optional: false, seed: 1).count == 10)
      #expect(deck.hand(.short, seed: 1).count == 5)
      #expect(deck.hand(.express, seed: 1).count == 4)
    }
    #expect(Self.content.warmUps.count == 48)
  }

  /// Their cards have no themes: a deck fits its field, and every theme of a workshop in it.
  @Test(arguments: ["energy", "health", "housing", "mobility", "schools", "waste"])
  func `a field's deck has cards of its own for six tables`(id: String) throws {
    let deck = try #require(Self.content.decks[id])
    #expect(deck.categories.map(\.cards.count) == [8, 8, 12, 12, 6, 6, 6])
    #expect(deck.categories.flatMap(\.cards).allSatisfy { $0.themes == nil })
    #expect(deck.hand(.full, seed: 1).count == 9)
    #expect(deck.hand(.short, seed: 1).count == 5)
    #expect(deck.hand(.express, seed: 1).count == 4)
  }

  /// A card on a table is found again by its id alone, in whatever deck it is.
  @Test func `no two decks have a card of the same id`() {
    let ids = Self.content.decks.values.flatMap { $0.categories.flatMap(\.cards).map(\.id) }
    #expect(ids.count > 500 && Set(ids).count == ids.count)
  }

  @Test func `a workshop's own file lies over the built-in one, a broken one is set aside`() {
    let sheet =
      #"{"id": "idea", "title": "Mine", "fields": [{"id": "text", "label": "Idea", "type": "line"}]}"#
    let content = Content(own: ["sheets/idea.json": sheet, "canvases/social.json": "{"])
    #expect(content.sheets["idea"]?.title == "Mine")
    #expect(content.own == ["sheets/idea.json"])
    #expect(content.canvases["social"] != nil)
    #expect(content.problems.map(\.path) == ["canvases/social.json"])
  }

  /// What comes along is held to the rules here, so that the program need not do it at each start.
  @Test func `every file that a workshop may have of its own can be listed, read and copied`() {
    let files = Content.builtIn.paths.filter {
      !["demo/", "help/", "manual/", "office/", "packaging/"].contains(where: $0.hasPrefix)
        && ($0.contains("/") || $0.hasSuffix(".json"))
        && !["workshop.schema.json", "glossary.json"].contains($0)
        && (!$0.hasPrefix("languages/") || $0.hasSuffix("/phrases.json"))
    }
    #expect(ContentShelf(.builtIn).items.map(\.path).sorted() == files)
  }

  @Test func `everything that comes along would be taken from a workshop as well`() {
    let folders = [
      "sheets/", "canvases/", "decks/", "templates/", "languages/", "warm-ups.json", "methods.json",
    ]
    let files = Self.content.paths.filter { path in
      folders.contains { path.hasPrefix($0) }
        && !["dates.json", "people.json", "cards.json"].contains { path.hasSuffix("/" + $0) }
    }
    let texts = files.map { ($0, Self.content.text(at: $0) ?? "") }
    let content = Content(own: Dictionary(uniqueKeysWithValues: texts))
    #expect(files.count > 20 && content.own == Set(files))
    #expect(content.problems.isEmpty, "\(content.problems)")
  }

  @Test func `a card of a board whose sheet is unknown still has its text to be edited`() throws {
    let scene = Stage.scene(
      Plan(title: "", boards: [Board(id: "ideas", title: "", sheet: "no-such-sheet")]),
      then: [.cardAdded(board: "ideas", text: "A bench", fields: nil)])
    let card = try #require(scene.workshop.cards(on: "ideas").first)
    let form = try #require(Form(card.id, scene))
    #expect(form.line.text == "A bench")
  }

  @Test(arguments: Language.builtIn) func `the demo is told without a word left over`(
    _ language: String
  ) throws {
    let entries = try Stage.entries(language)
    let workshop = History(plan: try Stage.plan(language), entries: entries, catalogue: .all)
      .workshop
    #expect(entries.count > 900 && workshop.skipped == 0)
    #expect(entries.allSatisfy { $0.event != nil })
    let texts = workshop.cards.values.flatMap { $0.values.values.map(\.text) }
    #expect(!texts.contains { $0.hasPrefix("@") }, "a reference was not resolved")
    #expect(workshop.cards.values.allSatisfy { $0.rivals.isEmpty })
    #expect(workshop.polls.allSatisfy { $0.isRevealed && $0.lateBallots.isEmpty })
  }
}
