import Reporting
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Cards
@testable import Languages
@testable import Projects
@testable import Shell
@testable import Terminal

/// What is still open, listed before a day ends, and the key that leads to each.
@Suite struct LooseEndsTests {
  private static func plan() -> Plan {
    Plan(
      title: "Two days", themes: [Theme(id: "desk", name: "Desk")],
      people: [
        Person(id: "ana", name: "Ana Keller", organisation: "Orme"),
        Person(id: "ben", name: "Ben Roy"),
        Person(id: "cy", name: "Cy Vidal"),
      ],
      boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")],
      sessions: ["one", "two"].map { day in
        Session(
          id: day, title: Localized("Day \(day)"),
          activities: ["a", "b"].map {
            Activity(
              id: day + "-" + $0, title: Localized("\(day) \($0)"), kind: "board", minutes: 5,
              board: "ideas")
          })
      })
  }

  private func desk(at activity: String, _ events: [Event] = []) -> Desk {
    Desk(
      Stage.scene(
        Self.plan(), then: events + [.activityOpened(activity: activity, seconds: nil)]))
  }

  private static let parked = Event.cardAdded(board: "parking", text: "Who pays?", fields: nil)
  private static let step = Event.cardAdded(
    board: "actions", text: "Call the town", fields: ["owner": "ana"])
  private static let idea = Event.cardAdded(
    board: "ideas", text: "One desk", fields: [Card.theme: "desk"])

  @Test
  func `leaving a session's last activity names their number first, and goes on when asked again`()
  {
    var desk = desk(at: "one-b", [Self.idea, Self.parked, Self.step])
    let outcome = desk.press("n")
    #expect(
      outcome.events.isEmpty
        && desk.scene.say(outcome.notice ?? "")
          == "2 loose ends, Alt-l lists them. Press again to end the day"
    )
    #expect(
      desk.press("n").events == [.activityOpened(activity: "two-a", seconds: nil, from: "one-b")])
  }

  @Test func `within a day, and where nothing is open, nothing is asked`() {
    var within = desk(at: "one-a", [Self.idea, Self.parked])
    #expect(
      within.press("n").events == [.activityOpened(activity: "one-b", seconds: nil, from: "one-a")])
    var clean = desk(at: "one-b", [Self.idea])
    #expect(
      clean.press("n").events == [.activityOpened(activity: "two-a", seconds: nil, from: "one-b")])
  }

  @Test func `after the very last activity the answer names them too`() {
    var desk = desk(at: "two-b", [Self.idea, Self.parked])
    let notice = desk.press("n").notice
    #expect(
      notice.map { desk.scene.say($0) }
        == "That was the last activity. One loose end, Alt-l shows it")
  }

  @Test func `each line leads to where it is settled, and the list is true when one comes back`() {
    var desk = desk(at: "one-b", [Self.idea, Self.parked, Self.step])
    desk.press("Alt-l")
    #expect(desk.scene.focus.overlay is LooseEndsPanel)
    // The parked question: its form at the outcome.
    desk.press("Enter")
    #expect((desk.scene.focus.overlay as? Form)?.field.id == "outcome")
    desk.press("→", "Esc")
    #expect(desk.scene.focus.overlay is LooseEndsPanel)
    #expect(desk.scene.looseEnds.count == 1, "answered")
    // The next step: its form at the day.
    desk.press("Enter")
    #expect((desk.scene.focus.overlay as? Form)?.field.id == "due")
    desk.type("2026-12-24")
    desk.press("Esc")
    #expect(desk.scene.looseEnds.isEmpty)
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Nothing is left open"))
    #expect(desk.press("Enter").events.isEmpty && desk.scene.focus.overlay == nil)
  }

  @Test
  func `a project without its links opens, people without one are listed, a theme is decided`() {
    let project = Event.cardAdded(board: "projects", text: "One desk", fields: nil)
    let scene = Stage.scene(Self.plan(), then: [project])
    let id = scene.workshop.projects[0].id
    var desk = Desk(
      Stage.scene(
        Self.plan(),
        then: [
          project, .fieldSet(card: "ana", field: Card.project, value: id, over: nil),
          .activityOpened(activity: "one-b", seconds: nil),
        ]))
    #expect(
      desk.scene.looseEnds == [
        .people(["ben", "cy"]), .project(id, lacks: [.theme]),
        .theme("desk"),
      ])
    desk.press("Alt-l", "Enter")
    #expect((desk.scene.focus.overlay as? Menu)?.items.map(\.label) == ["Ben Roy", "Cy Vidal"])
    desk.press("Enter")
    #expect((desk.scene.focus.overlay as? Form)?.field.id == Card.project)
    desk.press("→", "Esc", "↓", "Enter")
    #expect(desk.scene.focus.overlay is ProjectPage)
    desk.press("Esc", "↓", "Enter")
    #expect(desk.scene.focus.overlay is Menu)
  }

  @Test func `an open vote leads to its activity, two texts to their card`() {
    let idea = Stage.scene(Self.plan(), then: [Self.idea]).workshop.cards(on: "ideas")[0]
    var desk = desk(
      at: "one-a",
      [
        Self.idea,
        .fieldSet(card: idea.id, field: Card.text, value: "Two", over: nil),
        .pollOpened(
          activity: "one-b", question: "Which?", method: .dots, options: [idea.id], dots: 1, cap: 1,
          winners: 1),
      ])
    desk.press("Alt-l", "↓", "Enter")
    #expect(desk.scene.focus.overlay == nil && desk.scene.focus.agendaLine == "one-b")
    desk.press("Alt-l", "Enter")
    #expect(desk.scene.focus.place == .board("ideas") && desk.scene.focus.card == idea.id)
    desk.press("Alt-d")
    #expect(desk.scene.focus.overlay is ConflictPanel)
  }

  @Test(arguments: [
    ("en", "Who pays?: parked, nobody has it"),
    ("fr", "Who pays?\u{A0}: au parking, sans responsable"),
    ("hu", "Who pays?: a parkolóban, felelős nélkül"),
  ])
  func `the report says what remains open, in its language`(code: String, line: String) throws {
    var scene = desk(at: "one-b", [Self.idea, Self.parked]).scene
    scene.language = try #require(Language.find(code, in: .builtIn))
    let text = Markdown.render(Minutes.report(scene))
    let plain = line.replacing("?:", with: "?").replacing("?\u{A0}:", with: "?")
    #expect(text.contains(plain), "\(text)")
  }

  @Test func `the finished demo has few, and none of them a fault of the story`() throws {
    let ends = try Stage.scene().looseEnds
    #expect(ends.count < 8, "\(ends)")
  }
}
