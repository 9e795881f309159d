import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import People
@testable import Projects
@testable import Shell

/// Names typed by their first letters, each with the number of where they go.
@Suite struct RollCallTests {
  private func screen(_ room: KeyCount, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(room.scene, size: Size(columns: columns, rows: rows)).text
  }

  private func project(_ person: String, _ room: KeyCount) -> String? {
    let card = room.scene.workshop.people.first { $0.text == person }
    return room.scene.workshop.card(card?["project"])?.text
  }

  private func signUp(then events: [Event] = []) -> KeyCount {
    var room = KeyCount(at: "teams", then: events)
    room.press("g")
    return room
  }

  @Test func `letters and a number sign somebody up, said back, and the line is free`() {
    var room = signUp()
    room.type("ode2")
    #expect(project("Odette Martin", room) == "Guichet mobile")
    #expect(screen(room).contains("✓ Odette Martin → 2 Guichet mobile"))
    room.type("3")
    #expect(project("Odette Martin", room) == "Formation des agents", "a number alone corrects")
    room.type("0")
    #expect(project("Odette Martin", room) == nil)
    #expect(screen(room).contains("Odette Martin: no choice yet"))
    #expect(room.desk.press("Alt-u").effect == .undo)
  }

  private static let letters: [(String, String)] = [
    ("ode", "Odette Martin"), ("JEANNE", "Jeanne Petit"), ("jean mo", "Jean Morel"),
    ("jeanm", "Jean Morel"), ("pierre", "Jean-Pierre Dubois"), ("jpd", "Jean-Pierre Dubois"),
    ("em", "Émilie Fontaine"), ("helene", "Hélène Guérin"), ("bert", "André Bertrand"),
    ("françoise", "Françoise Blanc"), ("mcl", "Marie-Claude Leroy"),
  ]

  @Test(arguments: letters)
  func `accents, capitals and hyphens are no matter, initials will do`(
    _ letters: String, _ name: String
  ) {
    var room = signUp()
    room.type(letters + "1")
    #expect(project(name, room) == "Accueil commun")
    #expect(room.desk.events.count == 1)
  }

  @Test func `letters that fit several show who, and a number moves nobody`() {
    var room = signUp()
    room.type("od")
    #expect(screen(room).contains("2 people fit: type more letters, or choose with ↓"))
    room.type("1")
    #expect(room.desk.outcome.isWarning && room.desk.events.isEmpty)
    // The letters are still there: an arrow chooses.
    room.press("↓", "1")
    #expect(project("Odette Martin", room) == "Accueil commun")
    room.type("od2")
    #expect(project("Odile Bernard", room) == "Guichet mobile", "the one who is waited for")
    room.type("xyz1")
    #expect(room.desk.outcome.isWarning && room.desk.events.count == 2)
    room.press("Esc")
    room.type("8")
    #expect(room.desk.outcome.isWarning, "there are seven projects")
  }

  @Test func `commas name several for one number, undone by one key`() {
    var room = signUp()
    room.type("ode, nad, pas3")
    #expect(room.desk.events.count == 1)
    for name in ["Odette Martin", "Nadia Chevalier", "Pascal François"] {
      #expect(project(name, room) == "Formation des agents")
    }
    room.type("od,")
    room.type("la")
    #expect(screen(room).contains("1 + › la"))
    room.press("Esc")
    #expect(!screen(room).contains("1 + ›"))
  }

  @Test func `of ten places and more a number waits for what could follow`() {
    let more = ["Huit", "Neuf", "Dix", "Onze"].map {
      Event.cardAdded(board: "projects", text: $0, fields: nil)
    }
    var room = signUp(then: more)
    room.type("ode1")
    #expect(room.desk.events.isEmpty && screen(room).contains("› ode1"))
    room.type("1")
    #expect(project("Odette Martin", room) == "Onze")
    room.type("nad1")
    room.press("Enter")
    #expect(project("Nadia Chevalier", room) == "Accueil commun")
    room.type("pas9")
    #expect(project("Pascal François", room) == "Neuf")
  }

  @Test func `those who are absent stand apart, last, and nobody waits for them`() {
    let here = (1...30).map {
      Event.memberAdded(card: "p\($0)", set: Workshop.present, member: "day-2")
    }
    var room = signUp(then: here)
    #expect(screen(room).contains("No choice yet: 30 · Absent: 2"))
    let list = (room.scene.focus.overlay as? RollCall)?.listed(room.scene).map(\.name) ?? []
    #expect(list.suffix(2) == ["Sylvie Legrand", "Thérèse Gauthier"])
    room.type("syl")
    #expect(screen(room).contains("absent"))
    room.type("1")
    #expect(project("Sylvie Legrand", room) == "Accueil commun", "they may have said so before")
    room.press("Esc")
    room.desk.arrange { $0.role = .stage }
    #expect(screen(room).contains("30 still to choose"))
  }

  @Test func `somebody who is not on the list is added, then has a number`() {
    var room = signUp(then: [.memberAdded(card: "p1", set: Workshop.present, member: "day-2")])
    room.type("Zita Kovács, Kertváros")
    room.press("Enter")
    #expect(screen(room).contains("New: Zita Kovács, Kertváros? Enter adds"))
    room.press("Enter")
    room.type("4")
    #expect(project("Zita Kovács", room) == "Plateforme de partage")
    let zita = room.scene.workshop.people.last
    #expect(zita?.has("day-2", in: Workshop.present) == true, "they stand there")
  }

  @Test func `Tab goes on to second choices and to who lends a hand`() {
    var room = signUp()
    room.type("ode1")
    room.press("Tab")
    room.type("ode2")
    room.press("Tab")
    room.type("ode3")
    let odette = room.scene.workshop.people.first { $0.text == "Odette Martin" }
    let projects = room.scene.workshop.projects
    #expect(odette?["second-choice"] == projects[1].id)
    #expect(projects[2].has(odette?.id ?? "", in: Team.supporters))
    room.type("1")
    #expect(room.desk.outcome.isWarning, "it is the project of her own")
    room.press("Tab")
    #expect(screen(room).contains("Who signs up?"))
  }

  @Test func `a dropped project is not signed up for, its people are waited for again`() {
    var room = KeyCount(at: "teams")
    let first = room.scene.workshop.projects[0].id
    let dropped: [String: String] = [
      "project": first, "status": "dropped", "motive": "too-few-people", "deciders": "Us",
    ]
    room = KeyCount(
      at: "teams",
      then: [
        .fieldSet(card: "p1", field: "project", value: first, over: nil),
        .cardAdded(board: "decisions", text: "Non", fields: dropped),
      ])
    room.press("g")
    #expect(screen(room).contains("No choice yet: 32"))
    room.type("ode1")
    #expect(project("Odette Martin", room) == "Guichet mobile")
  }

  @Test func `a draw that is only proposed is changed by names as well`() {
    var room = KeyCount(at: "wall")
    room.press("F", "/")
    room.type("ode5")
    #expect(room.desk.events.isEmpty)
    room.press("Esc", "Enter")
    #expect(room.scene.workshop.card("p1")?.table == "5")
  }

  @Test(arguments: [(80, 24), (120, 40), (60, 15)])
  func `the list, the numbers and what is missing are seen at every size`(
    _ columns: Int, _ rows: Int
  ) {
    var room = signUp()
    room.type("ode2")
    let text = screen(room, columns, rows)
    for words in [
      "Who signs up?", "Odette Martin → 2", "No choice yet: 31", "7  Lettres claires",
    ] {
      #expect(text.contains(words), "\(text)")
    }
  }
}

/// Votes beside who is there, and stickers beside who voted.
@Suite struct PresenceTests {
  @Test func `stickers and the number of voters are not added up`() {
    let poll = Event.pollOpened(
      activity: "wall", question: "?", method: .dots, options: ["A", "B"], dots: 3, cap: 1,
      winners: 1)
    var plan = KeyCount.plan
    plan.sessions[1].activities[0].kind = "poll"
    var desk = Desk(
      Stage.scene(plan, then: [.activityOpened(activity: "wall", seconds: nil), poll]))
    desk.press("t", "1", "2", "Enter", "7", "Enter", "9")
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Total 19"), "\(text)")
  }

  @Test func `ballots are set beside the people who are there, calmly`() {
    var plan = KeyCount.plan
    plan.sessions[1].activities[0].kind = "poll"
    let here = (1...2).map {
      Event.memberAdded(card: "p\($0)", set: Workshop.present, member: "day-2")
    }
    let poll = Event.pollOpened(
      activity: "wall", question: "?", method: .dots, options: ["A", "B"], dots: 1, cap: 1,
      winners: 1)
    func scene(_ ballots: Int, _ role: Role = .facilitator) -> Scene {
      Stage.scene(
        plan, role: role,
        then: here + [.activityOpened(activity: "wall", seconds: nil), poll]
          + (0..<ballots).map {
            .ballotCast(poll: "test-4", voter: "v\($0)", marks: ["A": 1])
          })
    }
    func text(_ scene: Scene) -> String {
      View.draw(scene, size: Size(columns: 120, rows: 40)).text
    }
    #expect(text(scene(1)).contains("voters: 1 · present: 2"))
    #expect(text(scene(1, .stage)).contains("Voted so far: 1 · present: 2"))
    #expect(text(scene(3)).contains("3 ballots, 2 present"))
  }
}
