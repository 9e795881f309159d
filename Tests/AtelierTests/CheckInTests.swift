@testable import People
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

@Suite struct CheckInTests {
  private func desk(
    _ role: Role = .facilitator, _ code: String = "en", at stop: Fixture.Stop = .plenary
  ) -> Desk {
    var desk = Desk(Fixture.scene(stop, role, code))
    desk.press(role == .notes ? "Alt-c" : "I")
    return desk
  }

  /// The rows of the screen that hold something, without the spaces around them.
  private func rows(_ desk: Desk, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.draw(desk.scene, size: Size(columns: columns, rows: rows)).text
      .split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func here(_ desk: Desk, at session: String = "morning") -> [String] {
    desk.scene.workshop.people.filter { $0.has(session, in: Workshop.present) }.map(\.text)
  }

  @Test(arguments: [
    ("so", "Sofia Rossi"), ("SZABO", "Ilona Szabó"), ("ver", "Véra Lindqvist"),
    ("univ", "Véra Lindqvist"),
    ("pont ros", "Sofia Rossi"), ("les", "Lan Nguyen"), ("m", "Jean Morel"),
    ("mez", "Karim Meziane"),
  ])
  func `a few letters and Enter mark one`(_ letters: String, _ name: String) {
    var desk = desk()
    desk.type(letters)
    desk.press("Enter")
    #expect(here(desk) == [name])
    #expect(
      desk.events.last.map { event in
        if case .memberAdded(_, Workshop.present, "morning") = event { true } else { false }
      } == true)
    #expect(rows(desk).contains("✓ \(name)") && rows(desk).contains("1 of 7 here"))
  }

  @Test func `who is not here yet goes before who is`() {
    var desk = desk()
    for _ in 1...2 {
      desk.type("ville")
      desk.press("Enter")
    }
    #expect(here(desk) == ["Jean Morel", "Karim Meziane"])
  }

  @Test func `a second Enter asks, a third takes back, any letter leaves it`() {
    var desk = desk()
    desk.type("sof")
    desk.press("Enter", "Enter")
    #expect(rows(desk).contains("Sofia Rossi is here. Enter takes it back"))
    desk.press("x")
    #expect(here(desk) == ["Sofia Rossi"] && !rows(desk).contains { $0.contains("takes it back") })
    desk.press("Esc", "Enter", "Enter")
    #expect(here(desk).isEmpty && rows(desk).contains("0 of 7 here"))
    // Marked at two terminals at once: both marks are taken back.
    let ids = (1...2).map { EntryID(writer: "other", sequence: $0) }
    desk.arrange { scene in
      for id in ids {
        scene.workshop.apply(
          Entry(
            id: id, stamp: Stamp(milliseconds: scene.now.milliseconds), at: "", by: "Bea",
            event: .memberAdded(card: "p-sofia", set: Workshop.present, member: "morning")))
      }
    }
    desk.type("sofia")
    desk.press("Enter", "Enter")
    #expect(here(desk).isEmpty)
  }

  @Test func `Enter on nothing marks nobody`() {
    var desk = desk()
    desk.press("Enter")
    #expect(desk.outcome.isWarning && desk.events.isEmpty)
    desk.type("  ")
    desk.press("Enter")
    #expect(desk.outcome.isWarning && desk.events.isEmpty)
    desk.press("Esc")
    desk.type("123")
    desk.press("Enter")
    #expect(desk.outcome.isWarning && desk.events.isEmpty)
  }

  @Test func `the arrows choose, with and without letters`() {
    var desk = desk()
    desk.type("pont")
    desk.press("↓", "Enter")
    #expect(here(desk) == ["Sofia Rossi"])
    desk.press("↓", "↓", "↑", "Enter")
    #expect(here(desk) == ["Sofia Rossi", "Hugo Perrin"])
    for _ in 0..<40 { desk.press("↓") }
    desk.press("Enter")
    #expect(rows(desk).contains("Sofia Rossi is here. Enter takes it back"), "the last one of all")
  }

  @Test func `a name that nobody has is asked for, added and marked`() throws {
    var desk = desk(.notes)
    desk.type("Zoé  Roy , Port, zoe@x.fr")
    #expect(rows(desk).contains("Nobody yet. Type name, organisation, then Enter"))
    desk.press("Enter")
    #expect(rows(desk).contains("New: Zoé Roy, Port? Enter adds") && desk.events.isEmpty)
    desk.press("Enter")
    let zoe = try #require(desk.scene.workshop.people.last)
    #expect(
      zoe.values.mapValues(\.text) == [
        "text": "Zoé Roy", "board": "people", "organisation": "Port", "role": "builder",
        "origin": "walk-in", "joined-on": "2026-11-23", "email": "zoe@x.fr",
      ])
    #expect(here(desk) == ["Zoé Roy"] && rows(desk).contains("1 of 8 here"))
    #expect(rows(desk).contains("✓ Zoé Roy"))
    desk.press("Enter", "Enter")
    #expect(here(desk).isEmpty, "taken back as anybody is")
  }

  @Test(arguments: [("en", "Table 2"), ("hu", "2. asztal")])
  func `once the tables are formed, whoever comes gets a place and is told it`(
    _ code: String, _ seat: String
  ) throws {
    var desk = Desk(Fixture.scene(.plenary, .facilitator, code))
    desk.arrange { scene in
      let others = scene.workshop.people.filter { $0.text != "Sofia Rossi" }.map(\.id)
      let tables = (1...scene.workshop.plan.tables).filter { $0 != 2 }
      let values = zip(others, others.indices).map { id, index in
        (id, String(tables[index % tables.count]))
      }
      scene.workshop.apply(
        Stage.entry(
          .fieldsSet(field: Card.table, values: Dictionary(uniqueKeysWithValues: values)), 1,
          at: scene.now.milliseconds))
    }
    desk.press("I")
    desk.type("sofia")
    desk.press("Enter")
    #expect(rows(desk).contains("✓ Sofia Rossi · \(seat)"))
    #expect(here(desk) == ["Sofia Rossi"])
    desk.type("Zoé Roy, Port")
    desk.press("Enter", "Enter")
    let zoe = try #require(desk.scene.workshop.people.last)
    #expect(zoe.text == "Zoé Roy" && zoe.table != nil)
  }

  @Test func `a new name within a known one is added by Ctrl-N`() {
    var desk = desk()
    desk.press("Ctrl-N")
    #expect(desk.outcome.isWarning)
    desk.type("Jean")
    desk.press("Ctrl-N", "Ctrl-N")
    #expect(here(desk) == ["Jean"] && desk.scene.workshop.people.count == 8)
    desk.type("Lan")
    desk.press("Ctrl-N", "Esc", "Enter")
    #expect(here(desk) == ["Lan Nguyen", "Jean"])
  }

  @Test func `Esc drops the question, then the line, then the panel`() {
    var desk = desk()
    desk.type("nobody")
    desk.press("Enter", "Esc")
    #expect(rows(desk).contains("› nobody"))
    desk.press("Esc")
    #expect(!rows(desk).contains("› nobody") && desk.scene.focus.overlay != nil)
    desk.press("Esc")
    #expect(desk.scene.focus.overlay == nil && desk.events.isEmpty)
  }

  @Test func `F4 fills the sheet of whoever was marked last`() {
    var desk = desk()
    desk.type("hugo")
    desk.press("Enter", "F4")
    #expect(rows(desk).contains { $0.hasPrefix("E-mail") })
    desk.press("Esc")
    #expect(rows(desk).contains("✓ Hugo Perrin"))
  }

  @Test func `who is binned after being chosen is not marked`() {
    var desk = desk()
    desk.press("↓", "↓")
    desk.arrange { scene in
      for (index, id) in scene.workshop.people.map(\.id).enumerated() {
        scene.workshop.apply(
          Stage.entry(.cardBinned(card: id), index + 1, at: scene.now.milliseconds))
      }
    }
    desk.press("Enter")
    #expect(desk.events.isEmpty && rows(desk).contains("0 of 0 here"))
  }

  @Test func `people come to today's session, whatever the room was at last`() throws {
    var plan = Plan(
      title: "T", people: [Person(id: "a", name: "Ana Keller")],
      sessions: ["2020-06-01", "2020-06-02", "2020-06-03"].enumerated().map { index, date in
        Session(
          id: "s\(index)", title: Localized("Day \(index)"), date: date,
          activities: [Activity(id: "x\(index)", title: "X", kind: "break", minutes: 9)])
      })
    let opened = [Event.activityOpened(activity: "x0", seconds: nil)]
    #expect(Stage.now.date == "2020-06-02")
    #expect(Stage.scene(plan, then: opened).arrivingSession?.id == "s1")
    for index in plan.sessions.indices { plan.sessions[index].date = nil }
    var scene = Stage.scene(plan, then: opened)
    #expect(scene.arrivingSession?.id == "s0")
    scene.focus.agendaLine = "x2"
    #expect(scene.arrivingSession?.id == "s2")
    #expect(Stage.scene(plan).arrivingSession?.id == "s0")
    #expect(Stage.scene(Plan(title: "T")).arrivingSession == nil)
    #expect(Desk.scene(Stage.scene(Plan(title: "T")), "I").focus.overlay == nil)
    var desk = Desk(Stage.scene(plan, then: opened))
    desk.press("I", "Tab")
    desk.type("ana")
    desk.press("Enter")
    #expect(here(desk, at: "s1") == ["Ana Keller"] && here(desk, at: "s0").isEmpty)
  }

  @Test func `the facilitator's terminal does not open it before the room's eyes`() {
    let scene = Desk.scene(Fixture.scene(.plenary), "s", "I")
    #expect(scene.focus.overlay == nil && scene.focus.notice?.isWarning == true)
  }

  @Test func `while people arrive, the desk tells how many have`() {
    var plan = FixturePlan.plan()
    plan.sessions[0].activities[0].kind = "break"
    var scene = Stage.scene(plan, then: [.activityOpened(activity: "welcome", seconds: nil)])
    #expect(rows(Desk(scene)).contains { $0.hasSuffix("Present   0 of 7") })
    scene.workshop.apply(
      Stage.entry(
        .memberAdded(card: "p-lan", set: Workshop.present, member: "morning"), 50,
        at: scene.now.milliseconds))
    #expect(rows(Desk(scene)).contains { $0.hasSuffix("Present   1 of 7") })
    scene.workshop.apply(
      Stage.entry(.activityOpened(activity: "game", seconds: nil), 51, at: scene.now.milliseconds))
    #expect(!rows(Desk(scene)).contains { $0.contains("Present") })
  }

  @Test func `of five hundred people each is found by a few letters`() {
    var plan = Plan(
      title: "T", sessions: [Session(id: "s", title: "S", activities: [])])
    plan.people = (0..<500).map {
      Person(id: "p\($0)", name: "Élodie Müller-Szabó \($0)", organisation: "Ville n° \($0 % 40)")
    }
    var desk = Desk(Stage.scene(plan))
    desk.press("I")
    for number in 100..<104 {
      for character in "szabo \(number)" { desk.press(.character(character)) }
      desk.press("Enter")
    }
    #expect(here(desk, at: "s") == (100..<104).map { "Élodie Müller-Szabó \($0)" })
  }
}
