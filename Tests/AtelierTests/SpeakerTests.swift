import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Boards
@testable import Projects
@testable import Shell
@testable import Time

/// Who speaks on what, and whose words are filed under whom; what of a jury is for the room.
@Suite struct SpeakerTests {
  @Test func `a turn gets its speaker, subject and theme before it begins`() throws {
    var desk = Desk(Fixture.scene(.plenary))
    desk.press("↓", "↓", "r", "↓", "w")
    #expect(desk.scene.focus.overlays.count == 2, "the turns of the chosen line")
    for _ in 0..<20 { desk.press(.backspace) }
    desk.type("Kovács Ágnes")
    desk.press("Enter", "t")
    desk.type("Training")
    desk.press("Enter")
    let round = try #require(desk.scene.workshop.plan.activity("experts")?.numberedRounds.last)
    #expect(round.who == "Kovács Ágnes" && round.theme == "training")
    #expect(desk.press("Enter").isWarning, "it cannot begin before its item")
    #expect(desk.scene.workshop.current == "welcome", "the room stays")
  }

  @Test func `the agenda's editor leads to the turns`() {
    var desk = Desk(Fixture.scene(.plenary))
    desk.press("A", "↓", "↓", "r")
    #expect(desk.scene.focus.overlay is RoundsPanel)
  }

  private func question(_ scene: Scene) -> String? {
    NextSpeaker.question(scene).map { scene.say($0) }
  }

  @Test func `once a speaker's time went by twice the desk asks for the next, and nothing moves`() {
    var scene = Fixture.scene(.talk)
    let opened = scene.workshop.openings["experts"]?.last?.milliseconds ?? 0
    // Six minutes of talk and four of questions.
    for (minutes, asks) in [(5, false), (15, false), (19, false), (25, true), (90, true)] {
      scene.now = Moment(milliseconds: opened + Int64(minutes) * 60_000 + 2000)
      var room = scene
      room.workshop = scene.workshop.advanced(to: scene.now)
      #expect((question(room) != nil) == asks, "\(minutes)")
    }
    var desk = Desk(scene)
    desk.arrange { $0.workshop = $0.workshop.advanced(to: $0.now) }
    #expect(question(desk.scene)?.contains("Omar Lahlou") == true)
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("Omar Lahlou"))
    var stage = desk.scene
    stage.role = .stage
    #expect(!View.draw(stage, size: Size(columns: 80, rows: 24)).text.contains("Next speaker?"))
    desk.press("]")
    #expect(question(desk.scene) == nil)
    desk.wait(seconds: 7200)
    #expect(question(desk.scene) == nil, "nobody comes after the last")
  }

  @Test func `a first turn that nobody began is asked about too`() {
    var scene = Fixture.scene(.warmUp)
    scene.workshop.apply(
      Entry(
        id: EntryID(writer: "x", sequence: 1), stamp: Stamp(milliseconds: scene.now.milliseconds),
        at: "", by: "", event: .activityOpened(activity: "experts", seconds: nil)))
    #expect(question(scene) == nil)
    scene.now = scene.now.adding(seconds: 20 * 60)
    #expect(question(scene)?.contains("Véra Lindqvist") == true)
  }

  @Test func `a note-taker says whose turn the next facts are from, until the room goes on`() throws
  {
    var desk = Desk(Fixture.scene(.talk, .notes))
    desk.press("F2", "↓", "↓", "Enter")
    desk.type("They came twice")
    desk.press("Enter")
    let fact = try #require(desk.scene.workshop.cards(on: "facts").last)
    #expect(fact.theme == "relation" && fact["speaker"] == "Omar Lahlou")
    desk.type("#training Nobody showed me")
    desk.press("Enter")
    #expect(
      desk.scene.workshop.cards(on: "facts").last?.theme == "training", "what is typed counts")
    desk.arrange {
      $0.workshop.apply(
        Entry(
          id: EntryID(writer: "y", sequence: 1),
          stamp: Stamp(milliseconds: $0.now.milliseconds + 5), at: "", by: "",
          event: .segmentOpened(activity: "experts", round: "2", segment: 0, seconds: 360)))
    }
    #expect(desk.scene.chosenTurn(on: desk.scene.board) == nil)
  }

  @Test func `facts that are filed already go to the turn they are from`() throws {
    var desk = Desk(Fixture.scene(.talk, .notes))
    desk.press("↑", "F2", "↓", "Enter")
    let fact = try #require(desk.scene.workshop.cards(on: "facts").last)
    #expect(fact.theme == "relation" && fact["speaker"] == "Omar Lahlou")
    var wall = Desk(Fixture.scene(.talk))
    wall.arrange {
      $0.focus.place = .board("facts")
      $0.focus.marked = Set($0.workshop.cards(on: "facts").map(\.id))
    }
    wall.press("F2", "Enter")
    #expect(wall.scene.workshop.cards(on: "facts").allSatisfy { $0.theme == "inclusion" })
  }

  // MARK: The jury

  @Test
  func `a form is for the room from its first field on, unless private is chosen, and says so`()
    throws
  {
    var desk = Desk(try JuryScenes.start(.notes))
    desk.press("F5", "Enter")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("· Public"))
    desk.type("Begin small")
    desk.press("Enter")
    let form = try #require(desk.scene.workshop.cards(on: "advice").last ?? sealed(desk.scene))
    #expect(form["audience"] == "public")
    desk.press("↑", "↑", "→", "Esc")
    #expect(sealed(desk.scene)?["audience"] == "private")
    desk.press("Enter")
    #expect(
      View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("For the group only"))
  }

  private func sealed(_ scene: Scene) -> Card? {
    scene.workshop.ids(on: "advice").last.flatMap(scene.workshop.card)
  }

  @Test func `a form that does not say for whom it is is read out at the second press`() throws {
    let start = try JuryScenes.start()
    let more: Event = .cardAdded(
      board: "advice", text: "Ask the market",
      fields: ["juror": "ida", "project": try JuryScenes.project("map", start)])
    var desk = Desk(try JuryScenes.judged(isOpen: true, then: [more]))
    desk.press(".", ".")
    let before = desk.events.count
    #expect(desk.press(".").events.isEmpty)
    #expect(desk.events.count == before && desk.scene.focus.notice != nil)
    desk.press(".")
    let board = try #require(desk.scene.workshop.board("advice"))
    let jury = try #require(desk.scene.jury(on: board))
    let form = try #require(jury.form(of: "ida", for: jury.projects[2].id))
    let current = try #require(desk.scene.current)
    #expect(form.isPublic && JuryView.index(desk.scene, current) == 2)
    var stage = desk.scene
    stage.role = .stage
    let frame = View.draw(stage, size: Size(columns: 100, rows: 40))
    #expect(LetterHeight.shows("Ask the market", in: frame))
  }

  @Test func `what is for the group alone is not on the stage, whatever is put there`() throws {
    var scene = try JuryScenes.judged(.stage, isOpen: true)
    let secret = try #require(
      scene.workshop.cards(on: "advice").first { $0["audience"] == "private" })
    for event in [Event.boardShown(board: "advice"), .cardShown(card: secret.id)] {
      scene.workshop.apply(
        Stage.entry(event, 900, at: scene.now.milliseconds))
      let frame = View.draw(scene, size: Size(columns: 200, rows: 60)).text
      #expect(!frame.contains("name one lead"))
    }
  }
}
