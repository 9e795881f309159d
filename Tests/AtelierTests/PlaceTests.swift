import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell

/// Text goes where whoever types it means it: terminals on one directory, each at its own thing.
@Suite struct PlaceTests {
  @Test func `whoever makes a canvas is at it, and a colleague's is told and not followed`() throws
  {
    try Terminals.atCanvas { desk, ana, louis, _ in
      ana.press(.function(5), .enter)
      let own = ana.scene.board?.id
      #expect(ana.scene.board?.about == "\(desk.scene.workshop.cards(on: "ideas")[0].id)")
      louis.look(after: 2)
      louis.press(.function(5), .down, .enter)
      let other = louis.scene.board?.id
      #expect(own != nil && other != nil && own != other)
      ana.type("Nobody is left alone")
      ana.look(after: 4)
      #expect(ana.scene.board?.id == own)
      #expect(ana.answer.contains("Louis made: Canvas 2"), "\(ana.answer)")
      #expect(ana.answer.contains("You stay on: Canvas 1"), "\(ana.answer)")
      ana.press(.enter)
      louis.type("A van on market days")
      louis.press(.enter)
      desk.look(after: 4)
      #expect(desk.texts(on: own) == ["Nobody is left alone"])
      #expect(desk.texts(on: other) == ["A van on market days"])
      // Told once.
      ana.look(after: 20)
      #expect(ana.answer.isEmpty)
    }
  }

  @Test(arguments: [(80, 24), (60, 15)])
  func `two canvases of like names are two in the header`(columns: Int, rows: Int) throws {
    try Terminals.atCanvas { _, ana, louis, _ in
      ana.press(.function(5), .enter)
      louis.look(after: 2)
      louis.press(.function(5), .down, .enter)
      ana.look(after: 2)
      #expect(ana.screen(columns, rows).contains("Canvas 1: Guichet"))
      #expect(louis.screen(columns, rows).contains("Canvas 2: Guichet"))
    }
  }

  @Test func `the projector follows the facilitator, and the newest only where the desk says so`()
    throws
  {
    try Terminals.atCanvas { desk, ana, louis, _ in
      ana.press(.function(5), .enter)
      desk.look(after: 2)
      let first = ana.scene.board?.id
      #expect(desk.scene.board?.id == first)
      louis.look(after: 2)
      louis.press(.function(5), .down, .enter)
      desk.look(after: 2)
      #expect(desk.scene.board?.id == first, "no note-taker's key moves the room")
      desk.press(.character("J"))
      #expect(desk.scene.board?.id == louis.scene.board?.id)
      desk.press(.character("J"))
      #expect(desk.answer.contains("shows the newest one"))
      desk.press(.character("J"))
      #expect(desk.scene.board?.id == first)
      desk.press(.character("c"), .enter)
      let made = desk.scene.workshop.boards.last?.id
      #expect(desk.scene.board?.id == made, "the room goes to what the desk makes")
      ana.look(after: 9)
      #expect(ana.scene.board?.id == first)
    }
  }

  @Test func `after another board was chosen, making a canvas goes to it`() throws {
    try Terminals.atCanvas { _, ana, _, _ in
      ana.press(.control("b"), .down, .enter)
      #expect(ana.scene.board?.id == "ideas")
      #expect(ana.screen().contains("You chose this board until the next activity"))
      ana.type("half a th")
      ana.press(.function(5), .enter)
      #expect(ana.scene.board?.about != nil && ana.scene.focus.line.text == "half a th")
      ana.press(.enter)
      #expect(ana.texts(on: ana.scene.board?.id) == ["half a th"])
      #expect(ana.texts(on: "ideas").count == 2)
    }
  }

  @Test func `a chosen board ends with its activity, the line on it does not, and it can be kept`()
    throws
  {
    try Terminals.atCanvas { desk, ana, louis, _ in
      ana.press(.control("b"), .down, .enter)
      ana.type("for the ideas")
      // Chosen twice, it is kept.
      louis.press(.control("b"), .down, .enter, .control("b"), .down, .enter)
      desk.room.carryOut(.event(.activityOpened(activity: "talks", seconds: nil)), &desk.scene)
      ana.look(after: 2)
      louis.look(after: 2)
      #expect(ana.scene.board?.id == "facts" && louis.scene.board?.id == "ideas")
      #expect(louis.screen().contains("You keep this board"))
      #expect(ana.scene.isLeftBehind)
      ana.press(.enter)
      #expect(ana.texts(on: "ideas").last == "for the ideas" && ana.texts(on: "facts") == [])
      ana.type("a fact")
      ana.press(.enter)
      #expect(ana.texts(on: "facts") == ["a fact"])
    }
  }

  @Test func `lines on two journeys stay apart, whoever makes another one`() throws {
    try Terminals.atCanvas { desk, ana, louis, _ in
      let personas = ["Odette", "Mirela"].map {
        Event.cardAdded(board: "personas", text: $0, fields: nil)
      }
      desk.room.carryOut(
        Outcome(events: personas + [.activityOpened(activity: "way", seconds: nil)]), &desk.scene)
      ana.look(after: 2)
      // Later than Ana by the clock: the journeys are numbered in the order of their making.
      louis.look(after: 3)
      // The menu begins with one for each.
      ana.press(.function(5), .down, .enter)
      louis.press(.function(5), .down, .down, .enter)
      ana.look(after: 4)
      louis.look(after: 4)
      #expect(ana.screen().contains("Journey 1: Odette"))
      #expect(louis.screen().contains("Journey 2: Mirela"))
      for text in ["looks for papers", "2", "-1"] {
        ana.type(text)
        ana.press(.enter)
      }
      louis.look(after: 4)
      #expect(louis.texts(on: louis.scene.board?.id) == [])
      #expect(ana.texts(on: ana.scene.board?.id) == ["looks for papers", "-1"])
    }
  }

  @Test func `a fact belongs to whoever spoke when it was begun`() throws {
    try Terminals.atCanvas { desk, ana, _, _ in
      desk.room.carryOut(.event(.activityOpened(activity: "talks", seconds: nil)), &desk.scene)
      let rounds = desk.scene.workshop.plan.activity("talks")?.numberedRounds.compactMap(\.id) ?? []
      #expect(rounds.count == 2)
      desk.room.carryOut(
        .event(.segmentOpened(activity: "talks", round: rounds[0], segment: 0, seconds: nil)),
        &desk.scene)
      ana.look(after: 2)
      ana.type("40 % have no printer")
      desk.room.carryOut(
        .event(.segmentOpened(activity: "talks", round: rounds[1], segment: 0, seconds: nil)),
        &desk.scene)
      ana.look(after: 4)
      ana.press(.enter)
      let card = ana.scene.workshop.cards(on: "facts").last
      #expect(card?.theme == "inclusion")
      #expect(card?.zone == "fact", "the first column, as the line says")
    }
  }

  @Test func `undoing a canvas with a colleague's note in it asks, and asks again for a newer one`()
    throws
  {
    try Terminals.atCanvas { _, ana, louis, _ in
      ana.press(.function(5), .enter)
      let board = ana.scene.board?.id
      louis.look(after: 2)
      louis.type("Louis was here")
      louis.press(.enter)
      ana.look(after: 4)
      ana.press(.alt("u"))
      #expect(ana.texts(on: board) == ["Louis was here"])
      #expect(ana.answer.contains("Louis") && ana.answer.contains("Louis was here"))
      louis.type("and again")
      louis.press(.enter)
      ana.look(after: 4)
      ana.press(.alt("u"))
      #expect(ana.scene.workshop.board(board) != nil, "what came since was not agreed to")
      ana.press(.alt("u"))
      #expect(ana.scene.workshop.board(board) == nil)
      ana.press(.alt("r"))
      #expect(ana.texts(on: board) == ["Louis was here", "and again"])
    }
  }

  @Test func `undoing a card that somebody typed over asks first`() throws {
    try Terminals.atCanvas { _, ana, louis, _ in
      ana.press(.function(5), .enter)
      ana.type("Buses")
      ana.press(.enter)
      louis.look(after: 2)
      louis.press(.up)
      louis.type(" on Sundays")
      louis.press(.enter)
      ana.look(after: 4)
      ana.press(.alt("u"))
      #expect(ana.texts(on: ana.scene.board?.id) == ["Buses on Sundays"])
      #expect(ana.answer.contains("Buses on Sundays"))
      ana.press(.alt("u"))
      #expect(ana.texts(on: ana.scene.board?.id) == [])
    }
  }

  @Test func `a line comes back to its canvas, its block and its row after a crash`() throws {
    try Terminals.atCanvas { _, ana, louis, directory in
      louis.press(.function(5), .enter)
      ana.look(after: 2)
      ana.press(.function(5), .down, .enter, .control("n"), .control("n"))
      let (board, zone) = (ana.scene.board?.id, ana.scene.focus.zone)
      ana.type("half a th")
      ana.look(after: 4)
      ana.room.close(ana.scene)
      ana = try Seat(directory, .notes, "Ana")
      ana.look(after: 6)
      #expect(ana.scene.focus.line.text == "half a th")
      #expect(ana.scene.board?.id == board && ana.scene.focus.zone == zone && zone != nil)
      ana.press(.enter)
      #expect(ana.scene.workshop.cards(on: board ?? "").map(\.zone) == [zone])
    }
  }

  @Test func `the column key moves the chosen card, and the arrow walks the block one is in`()
    throws
  {
    try Terminals.atCanvas { _, ana, _, _ in
      ana.press(.function(5), .enter)
      ana.type("one")
      ana.press(.enter)
      ana.type("two")
      ana.press(.enter)
      let first = ana.scene.focus.zone
      ana.press(.up, .control("n"))
      let zones = ana.scene.workshop.cards(on: ana.scene.board?.id ?? "").map(\.zone)
      #expect(zones[0] == first && zones[1] != first && zones[1] != nil)
      #expect(ana.scene.focus.line.text == "two" && ana.answer.contains("now in"))
      ana.press(.up)
      #expect(ana.scene.focus.editing == nil || ana.scene.focus.line.text == "two")
      ana.press(.escape, .control("p"), .up)
      #expect(ana.scene.focus.line.text == "one", "of this block alone")
    }
  }

  @Test func `a card that somebody put in the bin meanwhile is not changed in the bin`() throws {
    try Terminals.atCanvas { desk, ana, _, _ in
      ana.press(.function(5), .enter)
      ana.type("Buses")
      ana.press(.enter, .up)
      ana.type(" on Sundays")
      desk.look(after: 2)
      let card = try #require(ana.scene.focus.editing)
      desk.room.carryOut(.event(.cardBinned(card: card)), &desk.scene)
      ana.look(after: 4)
      ana.press(.enter)
      #expect(ana.answer.contains("in the bin") && ana.scene.focus.line.text == "Buses on Sundays")
      ana.press(.enter)
      #expect(ana.texts(on: ana.scene.board?.id) == ["Buses on Sundays"])
    }
  }
}
