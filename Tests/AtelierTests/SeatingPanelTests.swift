import Journaling
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import People
@testable import Shell

/// Tables formed at the desk: drawn, changed by hand, shown.
@Suite struct SeatingPanelTests {
  private func panel(_ desk: Desk) -> SeatingPanel? {
    guard let panel = desk.scene.focus.overlay as? SeatingPanel else { return nil }
    return panel
  }

  /// The tests' workshop at its vote: six people, three tables, nobody seated yet.
  private func desk(_ labels: String...) -> Desk {
    var desk = Desk(Fixture.scene(.pollReady))
    for label in labels { desk.press(label) }
    return desk
  }

  private func tables(_ scene: Scene) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: scene.workshop.people.compactMap { person in
        person.table.map { (person.id, $0) }
      })
  }

  @Test func `a first draw is proposed, and counts once Enter is pressed, by one event`() throws {
    var desk = desk("F")
    #expect(panel(desk)?.isProposal == true && desk.events.isEmpty)
    #expect(desk.press("p").isWarning && desk.press("u").isWarning)
    let proposed = try #require(panel(desk)).seating(desk.scene)
    desk.press("Enter")
    #expect(
      desk.events == [.fieldsSet(field: "table", values: proposed.tables.mapValues(String.init))])
    #expect(panel(desk)?.isProposal == false)
    #expect(Set(tables(desk.scene).values) == ["1", "2", "3"] && tables(desk.scene).count == 6)
    #expect(tables(desk.scene)["p-jean"] != tables(desk.scene)["p-karim"], "of one organisation")
    #expect(tables(desk.scene)["p-vera"] == nil, "experts do not sit unless asked to")
    #expect(desk.press("Enter").isWarning, "it counts already")
    #expect(desk.press("u").effect == .undo)
  }

  @Test func `another draw is another seating, and the one before comes back`() throws {
    var desk = desk("F")
    let first = try #require(panel(desk)).seating(desk.scene)
    desk.press("r")
    let second = try #require(panel(desk)).seating(desk.scene)
    #expect(panel(desk)?.number == 2 && first.tables != second.tables)
    desk.press("R")
    #expect(panel(desk)?.seating(desk.scene) == first)
    #expect(desk.press("R").isWarning)
    // Once it counts, a redraw is no draw that looks the same.
    desk.press("Enter", "r")
    #expect(panel(desk)?.isProposal == true)
    #expect(panel(desk)?.seating(desk.scene).tables != first.tables)
  }

  @Test func `with another number of tables the plan follows, and the seats come last`() {
    var desk = desk("F", "-", "Enter")
    #expect(
      desk.events.first == .planChanged(changes: [.planSet(field: "tables", value: "2", base: "3")])
    )
    #expect(desk.events.count == 2 && desk.scene.workshop.plan.tables == 2)
    #expect(Set(tables(desk.scene).values) == ["1", "2"])
    desk.press("-", "-", "-")
    #expect(panel(desk)?.seating(desk.scene).count == 1)
  }

  @Test func `whoever is present is seated, whoever left has no table any more`() {
    var desk = desk("F", "Enter")
    desk.arrange { scene in
      for (index, person) in ["p-jean", "p-sofia", "p-lan"].enumerated() {
        scene.workshop.apply(
          Stage.entry(
            .memberAdded(card: person, set: Workshop.present, member: "morning"), 900 + index,
            at: scene.now.milliseconds))
      }
    }
    desk.press("r", "Enter")
    #expect(Set(tables(desk.scene).keys) == ["p-jean", "p-sofia", "p-lan"])
  }

  @Test func `somebody is moved by a digit or an arrow, at once where the tables count`() throws {
    var desk = desk("F", "Enter")
    let person = try #require(panel(desk)?.selected)
    let count = desk.events.count
    desk.press("3")
    #expect(tables(desk.scene)[person] == "3" && desk.events.count == count + 1)
    #expect(panel(desk)?.selected == person, "the choice goes along")
    desk.press("←")
    #expect(tables(desk.scene)[person] == "2")
    desk.press("→", "→")
    #expect(tables(desk.scene)[person] == "3", "there is no fourth table")
    #expect(desk.press("9").isWarning)
    #expect(desk.scene.workshop.cards.values.allSatisfy { $0.rivals.isEmpty })
    // In a proposal nothing is written.
    let events = desk.events.count
    desk.press("r", "1", "→")
    #expect(desk.events.count == events && panel(desk)?.isProposal == true)
  }

  @Test func `latecomers take the best seats, undone by one key`() throws {
    var desk = desk("F", "Enter")
    #expect(desk.press("l").isWarning, "everybody has a seat")
    desk.arrange { scene in
      let person = Event.cardAdded(
        board: Workshop.people, text: "Odile Late", fields: ["organisation": "Ville-Haute"])
      scene.workshop.apply(Stage.entry(person, 901, at: scene.now.milliseconds))
    }
    let seats = tables(desk.scene)
    desk.press("l")
    guard case .fieldsSet("table", let values)? = desk.events.last else {
      Issue.record("nobody was seated")
      return
    }
    let table = try #require(values["test-901"])
    #expect(values.count == 1)
    #expect(![seats["p-jean"], seats["p-karim"]].contains(table), "colleagues sit there")
  }

  @Test func `themes are looked at when people have chosen, and only then`() throws {
    #expect(desk("F", "t").outcome.isWarning)
    let chosen = ["p-jean": "relation", "p-sofia": "relation", "p-lan": "training"]
    var desk = Desk(Fixture.scene(.pollReady))
    desk.arrange { scene in
      scene.workshop.apply(
        Stage.entry(.fieldsSet(field: "theme", values: chosen), 902, at: scene.now.milliseconds))
    }
    desk.press("F")
    let seating = try #require(panel(desk)).seating(desk.scene)
    #expect(panel(desk)?.byTheme == true)
    #expect(seating.tables["p-jean"] == seating.tables["p-sofia"])
    #expect(seating.themes.values.sorted() == ["relation", "training"])
    desk.press("t")
    #expect(panel(desk)?.byTheme == false)
  }

  @Test func `experts sit when asked to`() {
    var desk = desk("F", "x", "Enter")
    #expect(tables(desk.scene)["p-vera"] != nil)
    desk.press("q", "F")
    #expect(panel(desk)?.guides == true, "they have seats: they are still looked at")
    desk.press("x", "Enter")
    #expect(tables(desk.scene)["p-vera"] == nil)
  }

  @Test func `the stage shows the tables and goes back, from whatever it showed`() {
    var desk = desk("F", "Enter")
    desk.arrange { scene in
      scene.workshop.apply(
        Stage.entry(.boardShown(board: "ideas"), 903, at: scene.now.milliseconds))
    }
    desk.press("p")
    #expect(SeatingView.isShown(desk.scene) && desk.scene.workshop.shown == nil)
    desk.press("p")
    #expect(!SeatingView.isShown(desk.scene))
    #expect(desk.events.last == .viewShown(activity: "vote", view: "", step: 0))
  }

  @Test func `the stage shows the tables while people come in, until the day begins`() throws {
    var desk = Desk(Stage.scene(FixturePlan.plan()))
    for label in ["F", "Enter", "p"] { desk.press(label) }
    var room = desk.scene
    room.role = .stage
    room.focus = Focus()
    let size = Size(columns: 80, rows: 24)
    let seated = room.workshop.people.filter { $0.table != nil }.map(\.text)
    try #require(!seated.isEmpty)
    let arriving = View.draw(room, size: size).text
    #expect(seated.allSatisfy(arriving.contains), "\(arriving)")
    // Planned for another day, it is asked once more.
    for label in ["Esc", "n", "n"] { desk.press(label) }
    #expect(!SeatingView.isShown(desk.scene))
  }

  @Test func `a seating of a thousand is written in lines that the journal takes`() {
    let people = (0..<1000).map {
      Person(id: "somebody-with-a-long-id-\($0)", name: "P \($0)", organisation: "o\($0 % 300)")
    }
    var plan = FixturePlan.plan()
    plan.people = people
    plan.tables = 100
    var desk = Desk(Stage.scene(plan))
    desk.press("F", "Enter")
    #expect((2...5).contains(desk.events.count))
    for event in desk.events { #expect(Journal.objection(to: event) == nil) }
    #expect(tables(desk.scene).count == 1000)
  }

  @Test func `nobody to seat is said`() {
    var desk = Desk(Stage.scene(Plan(title: "Empty")))
    #expect(desk.press("F").isWarning)
  }
}
