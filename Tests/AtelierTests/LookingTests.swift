import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// A desk looks at the whole programme while the room stays where it is.
@Suite struct LookingTests {
  private func drawn(_ desk: Desk) -> String {
    View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
  }

  /// At the next steps, with the line of the vote chosen.
  private func lookingAtVote() -> Desk {
    var desk = Desk(Fixture.scene(.actions))
    while desk.scene.lookedAt?.kind != "poll" { desk.press("Up") }
    return desk
  }

  @Test func `the band says what is looked at, where the room is and how to come back`() {
    var desk = lookingAtVote()
    let room = desk.scene.current.map { desk.scene.say($0.title) } ?? ""
    let looked = desk.scene.lookedAt.map { desk.scene.say($0.title) } ?? ""
    #expect(drawn(desk).contains("Looking at \(looked) · everyone is at \(room)"))
    desk.press("Esc")
    #expect(!drawn(desk).contains("Looking at"))
    #expect(desk.events.isEmpty)
  }

  @Test func `Enter shows the vote as the room saw it, its result and its board, and moves nobody`()
    throws
  {
    var desk = lookingAtVote()
    let vote = try #require(desk.scene.lookedAt)
    desk.press("Enter")
    let menu = try #require(desk.scene.focus.overlay as? Menu)
    #expect(menu.items.count == 4)
    desk.press("Enter")
    let poll = try #require(desk.scene.workshop.latestPoll(of: vote.id))
    #expect(drawn(desk).contains(desk.scene.workshop.label(ofOption: poll.options[0]).prefix(10)))
    desk.press("Esc", "Enter", "Down", "Enter")
    #expect(desk.scene.focus.overlay is Page)
    #expect(drawn(desk).contains("The result"))
    desk.press("Esc", "Enter", "Down", "Down", "Enter")
    #expect(drawn(desk).contains("Looking at"))
    #expect(desk.events.isEmpty)
  }

  @Test func `a key that would change the vote or the time of what is looked at does nothing`() {
    for key in ["d", "f", "x", "v", "c"] {
      var desk = lookingAtVote()
      desk.press(key)
      #expect(desk.events.isEmpty, "\(key)")
      #expect(desk.outcome.isWarning, "\(key)")
    }
  }

  @Test func `the scores of a past jury can be read, and nothing of it is opened or shown`() throws
  {
    var desk = Desk(try Stage.scene())
    desk.arrange { $0.focus.agendaLine = "jury-advice" }
    desk.press("Enter", "Down", "Enter")
    #expect(desk.scene.focus.overlay is Page)
    #expect(drawn(desk).contains("The jury's scores"))
    desk.press("Esc")
    #expect(desk.press(".").isWarning && desk.events.isEmpty)
  }

  @Test func `to take the room back is the last choice, and one deed`() {
    var desk = lookingAtVote()
    let vote = desk.scene.lookedAt?.id
    desk.press("Enter", "Up", "Enter")
    #expect(desk.scene.workshop.current == vote, "\(desk.scene.say(desk.outcome.notice ?? ""))")
    #expect(desk.events.count == 1)
  }

  @Test func `n asks first while another line is looked at`() {
    var desk = Desk(Fixture.scene(.board))
    let current = desk.scene.workshop.current
    desk.press("Up", "n")
    #expect(desk.scene.workshop.current == current)
    #expect(desk.scene.say(desk.outcome.notice ?? "").hasPrefix("You are looking at "))
    desk.press("n")
    #expect(desk.scene.workshop.current != current)
  }

  @Test func `b asks before it takes the room back`() {
    var desk = Desk(Fixture.scene(.board))
    let current = desk.scene.workshop.current
    desk.press("b")
    #expect(desk.scene.workshop.current == current)
    desk.press("b")
    #expect(desk.scene.workshop.current != current)
  }

  @Test func `n goes on after what was done before the room came back`() {
    var desk = Desk(Fixture.scene(.actions))
    let here = desk.scene.workshop.current
    desk.press("Up", "Up", "Enter", "Up", "Enter")
    #expect(desk.scene.workshop.current != here, "\(desk.scene.say(desk.outcome.notice ?? ""))")
    #expect(desk.scene.following?.id == here)
  }

  @Test(arguments: Fixture.Stop.allCases)
  func `everything that was held can be seen as the room saw it, from anywhere later`(
    _ stop: Fixture.Stop
  ) {
    var desk = Desk(Fixture.scene(.checkOutRevealed))
    let past = Fixture.scene(stop).workshop.current
    desk.arrange { $0.focus.agendaLine = past }
    guard desk.scene.lookedBackAt != nil else { return }
    desk.press("Enter", "Enter")
    let screen = drawn(desk)
    #expect(screen.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) } > 2, "\(screen)")
    desk.press("Esc", "Esc")
    #expect(desk.scene.focus.overlays.isEmpty && desk.events.isEmpty)
  }

  @Test func `a letter in the other case names the key that was meant`() {
    var desk = Desk(Fixture.scene(.board))
    desk.press("N")
    #expect(
      desk.scene.say(desk.outcome.notice ?? "") == "No such key: N. n: Go to the next activity"
    )
    #expect(desk.events.isEmpty)
  }
}
