@testable import Cards
import Assets
import Foundation
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import Boards
@testable import Languages
@testable import Shell

/// A canvas from its first note to its second version.
@Suite struct CanvasTests {
  private func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    WaysScenes.lines(scene, columns, rows)
  }

  @Test(arguments: Language.builtIn, [60, 80, 100, 120, 200])
  func `no label of a canvas is broken inside a word`(code: String, columns: Int) {
    var scene = WaysScenes.scene(at: "model", .stage, code)
    scene.language = Fixture.language(code)
    let room = columns - 4
    for canvas in Content.builtIn.canvases.values {
      for block in canvas.blocks {
        let width =
          room * (block.x + block.width) / canvas.columns - room * block.x / canvas.columns - 1
        let label = CanvasView.label(of: block, width: width, scene)
        let longest = label.split(separator: " ").map { Text.width(String($0)) }.max() ?? 0
        #expect(longest <= width, "\(canvas.id) \(block.id): \(label) in \(width)")
      }
    }
  }

  @Test func `a key goes to the next empty block in the order of filling`() {
    var desk = Desk(WaysScenes.scene(at: "model", then: WaysScenes.canvas))
    desk.press("Enter", ".")
    #expect(desk.scene.focus.zone == "cu", "beneficiaries and social value have notes")
    desk.press(".")
    #expect(desk.scene.focus.zone == "cv")
    desk.press(",")
    #expect(desk.scene.focus.zone == "cu")
  }

  @Test func `Enter without a line goes on to the next empty block, and nowhere else`() {
    var notes = Desk(WaysScenes.scene(at: "model", .notes, then: WaysScenes.canvas))
    notes.type("The town halls")
    notes.press("Enter")
    #expect(notes.scene.focus.zone == "cu" && notes.events.count == 1, "the first empty one")
    notes.press("Enter")
    #expect(notes.scene.focus.zone == "cv")
    notes.press("Enter")
    #expect(notes.scene.focus.zone == "ti" && notes.events.count == 1)
    var wall = Desk(WaysScenes.scene(at: "order", .notes))
    #expect(wall.press("Enter").focus == nil)
  }

  @Test func `who works in which block is on the map at the desk, not on the stage`() {
    var desk = Desk(WaysScenes.scene(at: "model", then: WaysScenes.canvas))
    desk.press("Enter")
    let here = [
      Presence(
        writer: "w", by: "Louis", role: "notes", board: "ways-8", isTyping: true, zone: "sv")
    ]
    desk.arrange { $0.presence = here }
    #expect(lines(desk.scene).contains { $0.contains("✎ Louis") })
    var stage = WaysScenes.scene(at: "model", .stage, then: WaysScenes.canvas)
    stage.presence = here
    #expect(!lines(stage).contains { $0.contains("Louis") })
    var notes = WaysScenes.scene(at: "model", .notes, then: WaysScenes.canvas)
    notes.presence = here
    #expect(lines(notes).contains { $0.contains("Louis is writing in “Social value”.") })
  }

  @Test func `a version is kept by a key, and marks show what changed`() {
    var desk = Desk(WaysScenes.scene(at: "model", then: WaysScenes.canvas))
    #expect(desk.press("d").isWarning, "nothing to compare with yet")
    desk.press("K")
    #expect(desk.events == [.boardKept(board: "ways-8", title: "v1")])
    #expect(lines(desk.scene).contains { $0.contains("+0 ~0 −0") })
    let scene = WaysScenes.scene(at: "model", .stage, then: WaysScenes.revised)
    let grid = lines(scene, 160, 40)
    for text in ["~ The same person", "− Agents at the counter", "+ A callback", "· People who"] {
      #expect(grid.contains { $0.contains(text) }, "\(text)\n\(grid.joined(separator: "\n"))")
    }
    #expect(grid.contains { $0.contains("since v1: +1 ~1 −1 · 3 of 13") })
  }

  @Test func `two versions are compared block by block`() {
    var desk = Desk(WaysScenes.scene(at: "model", then: WaysScenes.revised))
    desk.press("Enter", "d")
    let page = lines(desk.scene, 80, 40)
    #expect(page[1].contains("v1 → now · +1 ~1 −1"))
    #expect(page.contains { $0.contains("before: Somebody stays to the end") })
    desk.press("Esc", "K", "d")
    let menu = lines(desk.scene)
    for pair in ["v2 → now", "v1 → now", "v1 → v2"] {
      #expect(menu.contains { $0.contains(pair) }, "\(menu)")
    }
  }

  // MARK: Where blocks stand

  @Test(arguments: Content.builtIn.canvases.keys.sorted(), [(76, 17), (60, 9), (196, 50)])
  func `the core blocks of a canvas fill the window, and none lies over another`(
    id: String, size: (Int, Int)
  ) throws {
    let canvas = try #require(Content.builtIn.canvases[id])
    let rect = Rect(x: 2, y: 3, width: size.0, height: size.1)
    for blocks in [canvas.blocks, canvas.guided(mini: true)] {
      let places = CanvasLayout(blocks, of: canvas, in: rect).places.map(\.place)
      #expect(places.count == blocks.count)
      #expect(places.map(\.x).min() == rect.x && places.map(\.y).min() == rect.y)
      #expect(places.map(\.maxX).max() == rect.maxX - 1, "a column of air at the right")
      #expect(places.map(\.maxY).max() == rect.maxY)
      for (index, place) in places.enumerated() {
        for other in places.dropFirst(index + 1) {
          let isApart =
            place.maxX <= other.x || other.maxX <= place.x || place.maxY <= other.y
            || other.maxY <= place.y
          #expect(isApart)
        }
      }
    }
  }

  @Test func `a note-taker sees the canvas and what the chosen block asks for`() throws {
    var notes = Desk(WaysScenes.scene(at: "walk", .notes, then: WaysScenes.canvas))
    let board = try #require(
      notes.scene.workshop.boards.first { notes.scene.canvas(of: $0) != nil })
    notes.arrange { $0.focus.board = board.id }
    let canvas = try #require(notes.scene.canvas(of: board))
    let screen = lines(notes.scene).joined(separator: "\n")
    for block in canvas.guided(mini: notes.scene.isMini(board)).prefix(3) {
      let label = CanvasView.label(of: block, width: 14, notes.scene)
      #expect(screen.contains(label.split(separator: " ")[0]), "\(label)")
    }
    let empty = try #require(notes.scene.zone(forCardsOn: board))
    #expect(!notes.scene.workshop.cards(on: board.id).contains { $0.zone == empty })
    notes.type("Somebody who has no time")
    notes.press("Enter")
    notes.type("Somebody else")
    notes.press("Enter")
    let zones = notes.events.map { event -> String? in
      guard case .cardAdded(_, _, let fields) = event else { return nil }
      return fields?[Card.zone]
    }
    #expect(zones == [empty, empty], "the block stays until Enter alone")
    #expect(lines(notes.scene).contains { $0.contains("Somebody who has no time") })
    // A small window has no room for a map.
    #expect(lines(notes.scene, 60, 15).contains { $0.contains("Somebody who has") })
  }

  // MARK: Feedback

  @Test func `feedback knows its canvas and its block, until the next round`() {
    var notes = Desk(WaysScenes.scene(at: "walk", .notes, then: WaysScenes.canvas))
    #expect(notes.press("F3").isWarning, "which canvas comes first")
    notes.press("Ctrl-N", "F2", "Enter", "F3", "↓", "Enter")
    notes.type("One face")
    notes.press("Enter")
    guard case .cardAdded(let board, _, let fields) = notes.events.first else { return }
    #expect(board == "feedback" && fields?["zone"] == "like")
    #expect(fields?["project"] == "ways-1" && fields?["block"] == "be")
    notes.arrange {
      $0 = $0.trying(.segmentOpened(activity: "walk", round: "2", segment: 0, seconds: 300))
    }
    notes.type("Another")
    notes.press("Enter")
    guard case .cardAdded(_, _, let later) = notes.events.last else { return }
    #expect(later?["project"] == nil, "nobody writes for a table: nobody knows")
  }

  @Test func `tables that go round meet the canvases one after another`() {
    let canvases = (1...3).map {
      Event.boardAdded(title: "\($0)", canvas: "social", sheet: nil, about: "ways-\($0)")
    }
    for table in 1...3 {
      let met = (1...3).map { round -> String in
        var scene = WaysScenes.scene(
          at: "walk", .notes,
          then: canvases + [
            .segmentOpened(activity: "walk", round: "\(round)", segment: 0, seconds: 300)
          ])
        scene.focus.table = "\(table)"
        return scene.workshop.board("feedback").flatMap { scene.subject(on: $0) }?.card.id ?? ""
      }
      #expect(Set(met).count == 3)
      #expect(met[2] == "ways-\(table)", "one's own comes last")
    }
  }

  @Test func `what was said stands beside the canvas and beneath it in the report`() throws {
    let scene = WaysScenes.scene(at: "model", .stage, then: WaysScenes.revised)
    let wide = lines(scene, 160, 40)
    for text in ["I like 1", "One face to the end (Social", "I wish 1"] {
      #expect(wide.contains { $0.contains(text) }, "\(text)\n\(wide.joined(separator: "\n"))")
    }
    #expect(lines(scene).contains { $0.contains("I like 1 · I wish 1 · What if 1") })
    let report = Markdown.render(Minutes.report(scene))
    let place = try #require(report.range(of: "Since v1"))
    #expect(report[place.upperBound...].contains("One face to the end"))
    #expect(report.contains("before: Somebody stays to the end"))
  }

  // MARK: Own canvases

  private static let own = """
    {"id": "three", "title": "Three boxes", "columns": 3, "rows": 1, "order": ["c", "a", "b"],
     "blocks": [
      {"id": "a", "label": "Now", "prompt": "What is?", "x": 0, "y": 0, "width": 1, "height": 1},
      {"id": "b", "label": "Then", "prompt": "What will be?", "x": 1, "y": 0, "width": 1, "height": 1},
      {"id": "c", "label": "Between", "prompt": "What lies between?", "x": 2, "y": 0, "width": 1, "height": 1}]}
    """

  @Test func `a canvas of one's own is filled, drawn and reported like ours`() {
    var plan = WaysScenes.plan
    plan.sessions[0].activities[5].canvas = "three"
    var scene = Stage.scene(
      plan, role: .notes,
      then: [
        .cardAdded(board: "ideas", text: "A desk", fields: nil),
        .activityOpened(activity: "model", seconds: nil),
        .boardAdded(title: "A desk", canvas: "three", sheet: nil, about: "test-1"),
      ])
    scene.content = Content(own: ["canvases/three.json": Self.own])
    #expect(scene.content.problems.isEmpty)
    var notes = Desk(scene)
    notes.type("A month of trials")
    notes.press("Enter", "Enter")
    #expect(notes.scene.focus.zone == "a")
    var stage = notes.scene
    (stage.role, stage.focus) = (.stage, Focus())
    for size in [(60, 15), (80, 24), (120, 40)] {
      let text = lines(stage, size.0, size.1)
      #expect(text.contains { $0.contains("A month of trials") }, "\(text)")
    }
    #expect(Markdown.render(Minutes.report(stage)).contains("A month of trials"))
  }
}
