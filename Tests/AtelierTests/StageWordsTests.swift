import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// What is on the projector is for everybody in the room; the rest is the desk's.
@Suite struct StageWordsTests {
  private static let shots = Shot.all.filter { $0.name.contains("-stage-") }

  /// Words of whoever runs the day, in the three languages: spare time, sizes of teams, the arithmetic of a
  /// vote, material to bring.
  private static let insiders = [
    "Slack", "Marge", "Tartalékidő", "small: under", "large: over", "Robust", "near-tie",
    "cut:", "Further near", "seed", "Badges, list", "Depends on the rule", "Material:",
  ]

  @Test(arguments: shots) func `the stage says nothing that is only for the desk`(
    _ shot: Shot
  ) throws {
    let scene = try shot.scene()
    for (columns, rows) in LetterHeightTests.sizes {
      let frame = View.draw(scene, size: Size(columns: columns, rows: rows)).text
      for word in Self.insiders { #expect(!frame.contains(word), "\(word) \(columns)x\(rows)") }
    }
  }

  @Test func `after the last item of a day the stage tells of nothing on another`() throws {
    let plan = try Stage.plan("en")
    for session in plan.sessions.dropLast() {
      let last = try #require(session.activities.last { !$0.isDropped })
      let scene = try Stage.scene(at: last.id, role: .stage)
      #expect(scene.followingToday == nil, "\(session.id)")
    }
  }

  @Test func `a note typed while persona cards are dealt is no persona on the stage`() throws {
    let board = try #require(
      try Stage.scene(at: "persona").workshop.plan.activity("persona")?.board)
    let scene = try Stage.scene(
      at: "persona", role: .stage,
      then: [.cardAdded(board: board, text: "Who has the scissors", fields: [Card.table: "3"])])
    let frame = View.draw(scene, size: Size(columns: 200, rows: 50)).text
    #expect(!frame.contains("scissors"))
  }

  @Test func `a name that nothing has is pointed out before everyone reads it`() throws {
    var scene = try Stage.scene(at: "cluster-1", role: .notes)
    for (text, isKnown) in [
      ("a bench #inclusion", true), ("a bench #1", true), ("R&D for all", true),
      ("a bench #inklusion", false), ("a bench &nobody", false),
    ] {
      scene.focus.line = Line(text)
      let outcome = try #require(Keymap.decide(.enter, scene) as Outcome?)
      #expect(outcome.events.isEmpty == !isKnown, "\(text)")
      guard !isKnown else { continue }
      var again = scene
      again.focus = try #require(outcome.focus)
      #expect(again.focus.line.text == text, "nothing that was typed is lost")
      #expect(!Keymap.decide(.enter, again).events.isEmpty, "pressed again it stays text")
    }
  }
}
