import Terminal
import Testing
import WorkshopCore

@testable import Boards
@testable import Languages
@testable import Shell

/// From what hurts to challenges and ideas.
@Suite struct PainTests {
  private func desk(
    at activity: String, _ role: Role = .facilitator, language: String = "en"
  ) -> Desk {
    Desk(
      JourneyScenes.scene(
        role, language: language, then: [.activityOpened(activity: activity, seconds: nil)]))
  }

  @Test func `pains come lowest stage first, irritants after them`() {
    let scene = JourneyScenes.scene()
    #expect(
      scene.pains.map(\.text) == [
        "The desk was shut", "Four desks, one story", "Forms break on Fridays",
      ])
    #expect(
      scene.pains.map(\.place) == ["Odette · Today · Apply", "Mirela · Today · Prepare", "Facts"])
  }

  @Test func `a pain becomes a challenge that begins as challenges do, and keeps its card`() {
    var desk = desk(at: "challenges")
    desk.press("L", "Enter")
    #expect(JourneyScenes.lines(desk.scene)[1] == "  ! The desk was shut")
    #expect(JourneyScenes.lines(desk.scene)[3] == "  › How might we")
    #expect(desk.press("Enter").isWarning, "the opening alone says nothing")
    desk = self.desk(at: "challenges")
    desk.press("L", "Enter")
    desk.type("open on Wednesdays?")
    desk.press("Enter")
    let challenge = Event.cardAdded(
      board: "challenges", text: "How might we open on Wednesdays?", fields: ["links": "test-10"])
    #expect(desk.events == [challenge] && desk.scene.focus.overlays.isEmpty)
    desk.press("L")
    #expect(JourneyScenes.lines(desk.scene)[5].hasSuffix("✓1 Odette · Today · Apply"))
  }

  @Test func `on a board of ideas it is answered by one, from the note-takers' too`() {
    var notes = desk(at: "ideas", .notes)
    notes.press("F5", "↓", "Enter")
    notes.type("One file for all desks #x")
    notes.press("Enter")
    #expect(
      notes.events == [
        .cardAdded(
          board: "ideas", text: "One file for all desks #x", fields: ["links": "test-12"])
      ])
  }

  @Test func `a step's own pain is listed, and named where an idea came from it`() {
    let scene = JourneyScenes.scene(then: [
      .cardAdded(
        board: JourneyScenes.second, text: "Waits", fields: ["zone": "wait", "pain": "No news"])
    ])
    #expect(scene.pains.contains { $0.text == "No news" && $0.card == "test-14" })
    #expect(scene.pain(of: "test-14") == "No news")
  }

  @Test func `without any pain the key says where they come from`() {
    var bare = Stage.scene(
      JourneyScenes.plan, then: [.activityOpened(activity: "ideas", seconds: nil)])
    let reason: Phrase = "No pain point yet: journeys and facts hold them"
    #expect(Keymap.decide(.character("L"), bare).notice == reason)
    bare.role = .notes
    #expect(Keymap.decide(.function(5), bare).notice == reason)
  }

  @Test func `the room's screen opens no list of them`() {
    var desk = desk(at: "challenges")
    desk.press("s")
    #expect(desk.press("L").isWarning && desk.scene.focus.overlays.isEmpty)
  }
}
