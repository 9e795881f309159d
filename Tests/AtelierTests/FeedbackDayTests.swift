import Foundation
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Shell

/// Words of the public on the day they were said: November's, December's and the jury day's apart.
@Suite struct FeedbackDayTests {
  /// The demo with a word of December and one of the jury day's morning, seen at that moment.
  private func scene(_ role: Role = .facilitator) throws -> Scene {
    var scene = try BetweenStage.scene(at: BetweenStage.opening, role: role)
    let open = try #require(scene.workshop.plan.session(of: scene.workshop.current))
    let talk = try #require(open.activities.first { $0.board == "feedback" })
    let at = BetweenStage.opening.milliseconds
    let events: [(Event, Int64)] = [
      (.cardAdded(board: "feedback", text: "Zdecember", fields: nil), at - 30 * 86_400_000),
      (.activityOpened(activity: talk.id, seconds: nil), at),
      (.cardAdded(board: "feedback", text: "Zjanuary", fields: nil), at + 60_000),
    ]
    var history = History(
      plan: scene.workshop.base,
      entries: try Stage.entries("en").filter { $0.stamp.milliseconds < at }, catalogue: .all)
    history.insert(
      events.enumerated().map { Stage.entry($1.0, 700 + $0, at: $1.1) })
    scene.workshop = history.workshop
    scene.past = Past(history)
    scene.now = Moment(milliseconds: at + 120_000)
    return scene
  }

  @Test func `while a session goes on only what was said in it is shown and counted`() throws {
    for role in [Role.facilitator, .notes, .stage] {
      var scene = try scene(role)
      scene.focus.place = role == .facilitator ? .board("feedback") : .agenda
      if role == .stage {
        scene.workshop.apply(
          Stage.entry(.boardShown(board: "feedback"), 800, at: scene.now.milliseconds))
      }
      let frame = View.draw(scene, size: Size(columns: 160, rows: 50))
      #expect(LetterHeight.shows("Zjanuary", in: frame), "\(role)")
      #expect(!LetterHeight.shows("Zdecember", in: frame), "\(role)")
    }
    let scene = try scene()
    let board = try #require(scene.workshop.board("feedback"))
    #expect(scene.atHand(on: board).count == 1)
    #expect(scene.state(of: board).contains { $0.hasPrefix("earlier: ") })
  }

  @Test func `between two sessions everything is in sight`() throws {
    var scene = try scene()
    scene.now = Moment(milliseconds: BetweenStage.opening.milliseconds - 20 * 86_400_000)
    let board = try #require(scene.workshop.board("feedback"))
    #expect(scene.atHand(on: board).count == scene.workshop.cards(on: "feedback").count)
  }

  @Test func `the report says each word once, December's between the sessions`() throws {
    let report = Markdown.render(Minutes.report(try scene()))
    #expect(report.components(separatedBy: "Zdecember").count == 2)
    #expect(report.components(separatedBy: "Zjanuary").count == 2)
    let between = try #require(report.range(of: "Between the sessions"))
    let december = try #require(report.range(of: "Zdecember"))
    let january = try #require(report.range(of: "Zjanuary"))
    #expect(january.lowerBound < between.lowerBound && between.lowerBound < december.lowerBound)
    let plain = try scene().workshop.cards(on: "feedback").filter { card in
      card.text.allSatisfy { $0.isLetter || " ,".contains($0) }
    }
    for card in plain {
      #expect(report.contains(card.text), "nothing is left out")
    }
  }
}
