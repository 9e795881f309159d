import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell

/// Next steps and feedback go to the project that is meant.
@Suite struct ProjectPlaceTests {
  /// Two projects, one of them Anna's, and a note-taker at an activity.
  private func withProjects(
    at activity: ActivityID, _ body: (inout Seat, inout Seat, [CardID]) throws -> Void
  ) throws {
    try Terminals.atCanvas { desk, ana, _, _ in
      let projects = ["Market desk", "Plain letters"].map {
        Event.cardAdded(board: "projects", text: $0, fields: nil)
      }
      desk.room.carryOut(
        Outcome(events: projects + [.activityOpened(activity: activity, seconds: nil)]),
        &desk.scene)
      let ids = desk.scene.workshop.projects.map(\.id)
      desk.room.carryOut(
        .event(.fieldSet(card: "anna", field: Card.project, value: ids[1], over: nil)), &desk.scene)
      ana.look(after: 2)
      try body(&desk, &ana, ids)
    }
  }

  @Test func `a next step goes to its owner's project, or to the one that the line names`() throws {
    try withProjects(at: "steps") { _, ana, ids in
      ana.type("Call the printers")
      #expect(ana.screen().contains("&name: its project"))
      ana.type(" @Anna")
      #expect(ana.screen().contains("Project: Plain letters"))
      ana.press(.enter)
      ana.type("Hire a van @Anna &mark")
      #expect(ana.screen().contains("Project: Market desk") || ana.screen().contains("&Market"))
      ana.press(.enter)
      let steps = ana.scene.workshop.cards(on: "actions")
      #expect(steps.map { $0[Card.project] } == [ids[1], ids[0]])
      #expect(steps.map(\.text) == ["Call the printers", "Hire a van"])
    }
  }

  @Test func `feedback is about whoever had the floor when it was begun, and names it everywhere`()
    throws
  {
    try withProjects(at: "pitches") { desk, ana, ids in
      for (round, text) in zip(ids, ["a clear price", "a phone number"]) {
        desk.room.carryOut(
          .event(.segmentOpened(activity: "pitches", round: round, segment: 0, seconds: nil)),
          &desk.scene)
        ana.look(after: 4)
        if text == "a phone number" { ana.press(.enter) }
        ana.type(text)
      }
      ana.press(.enter)
      let cards = ana.scene.workshop.cards(on: "feedback")
      #expect(cards.map { $0[Scene.about] } == ids)
      #expect(ana.screen().contains("&Market desk"))
      desk.look(after: 6)
      desk.scene.focus.place = .board("feedback")
      #expect(desk.screen(120, 40).contains("a clear price · Market desk"))
    }
  }
}
