import Foundation
import Reporting
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Assets
@testable import Languages
@testable import Cards
@testable import People
@testable import Projects
@testable import Shell
@testable import Terminal
@testable import Time

/// The programme's card: filled in at the desk, told in the report, the figures and the lists.
@Suite struct ProgrammeFormTests {
  private static let plan = Plan(
    title: "P", themes: [Theme(id: "desk", name: Localized(texts: ["en": "Desk", "hu": "Ablak"]))],
    boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")],
    sessions: [
      Session(
        id: "one", title: "One",
        activities: [Activity(id: "a", title: "A", kind: "board", minutes: 5, board: "ideas")])
    ])

  @Test func `the agenda editor opens the card, each field is written as one leaves it`() {
    var desk = Desk(Stage.scene(Self.plan))
    desk.press("A", "p", "Enter")
    desk.type("Services for all")
    desk.press("Enter")
    desk.type("Come and build")
    desk.press("Enter")
    desk.type("2026-09-01")
    desk.press("Esc")
    let plan = desk.scene.workshop.plan
    #expect(plan.goal == "Services for all" && plan.programme?.call.text == "Come and build")
    #expect(plan.programme?.call.opens == "2026-09-01")
    #expect(desk.events.count == 3)
  }

  @Test func `a fund that is no sum is refused with an example, and stays to be mended`() {
    var desk = Desk(Stage.scene(Self.plan))
    desk.press("A", "p", "Enter")
    for _ in 0..<11 { desk.press("Enter") }
    #expect((desk.scene.focus.overlay as? Form)?.field.id == "fund-amount")
    desk.type("lots")
    #expect(desk.press("Enter").isWarning)
    #expect((desk.scene.focus.overlay as? Form)?.typed == "lots")
    for _ in 0..<4 { desk.press("Backspace") }
    desk.type("1,9 M€")
    desk.press("Esc")
    #expect(
      desk.scene.workshop.plan.programme?.fund.sum == Amount(cents: 190_000_000, currency: "EUR"))
  }

  @Test func `earlier programmes are added one by one, and opened again`() {
    var desk = Desk(Stage.scene(Self.plan))
    desk.press("A", "p", "↓", "Enter")
    desk.type("First")
    desk.press("Enter")
    desk.type("2017–2018")
    desk.press("Esc")
    #expect(desk.scene.workshop.plan.programme?.earlier.map(\.years) == ["2017–2018"])
    desk.press("p", "↓")
    #expect((desk.scene.focus.overlay as? Menu)?.items.map(\.label)[1] == "First")
    desk.press("Enter")
    #expect((desk.scene.focus.overlay as? Form)?.typed == "First")
  }

  @Test(arguments: Language.builtIn) func `the report's first chapter tells the programme`(
    _ code: String
  ) throws {
    let scene = try Stage.scene(language: code)
    let text = Markdown.render(Minutes.report(scene, chapters: [.programme]))
    let programme = try #require(scene.workshop.plan.programme)
    for told in [programme.call.text, programme.call.who, programme.fund.name] {
      #expect(text.contains(scene.say(told)), "\(scene.say(told))")
    }
    for trait in programme.traits.values { #expect(text.contains(scene.say(trait))) }
    for one in programme.earlier { #expect(text.contains(scene.say(one.name))) }
    let sums = [
      "en": "€1,000,000", "fr": "1\u{A0}000\u{A0}000\u{A0}€", "hu": "1\u{A0}000\u{A0}000\u{A0}€",
    ]
    #expect(text.contains(try #require(sums[code])), "\(text)")
    let html = HTML.render(
      Minutes.report(scene, chapters: [.programme]),
      words: HTML.Words(contents: "", skip: "", done: "", open: ""))
    #expect(html.contains(scene.say(programme.fund.name)))
    let json = String(
      decoding: StateDocument(scene.workshop, now: scene.now, language: code).json(), as: UTF8.self)
    #expect(json.contains("\"earlier\"") && json.contains(scene.say(programme.fund.name)))
  }

  @Test(arguments: [
    (1_250_050, "EUR", "en", "€12,500.50"), (1_250_050, "EUR", "fr", "12\u{A0}500,50\u{A0}€"),
    (50_000_000, "HUF", "hu", "500\u{A0}000\u{A0}Ft"), (-90_000, "EUR", "hu", "−900\u{A0}€"),
    (100, "CHF", "en", "1\u{A0}CHF"), (5, "USD", "en", "$0.05"),
  ])
  func `a sum is written as each language writes it`(
    cents: Int, currency: String, code: String, text: String
  ) {
    #expect(Fixture.language(code).money(Amount(cents: cents, currency: currency)) == text)
  }

  @Test func `figures, lists and kpi say what is left of the fund and who has no budget`() throws {
    var plan = Self.plan
    plan.set("fund-amount", to: "€1M")
    let scene = Stage.scene(
      plan,
      then: [
        .cardAdded(board: "projects", text: "Desk", fields: ["budget": "1,2 M€"]),
        .cardAdded(board: "projects", text: "Training", fields: nil),
      ])
    let figures = Indicators(of: scene.workshop, now: scene.now).programme
    let rows = FigureText.groups(figures, isSession: false, scene).first { $0.title == "Money" }?
      .rows
    #expect(
      rows?.map { scene.say($0.label) + " " + $0.text } == [
        "Fund €1,000,000", "Budgets €1,200,000", "Approved –", "Over the fund €200,000",
        "Without a budget 1: Training",
      ])
    let list = Lists.kpis.list(scene)
    #expect(list.rows.contains(["Programme", "Over the fund", "-200000", ""]))
  }

  @Test(arguments: Language.builtIn)
  func `a list of thirty-two people goes out and comes in with cohort, origin and theme`(
    _ code: String
  ) throws {
    let people = (1...32).map { number in
      Person(
        id: "p\(number)", name: "Szőke Ilona" + String(repeating: "a", count: number),
        organisation: "Kertváros \(number % 7)",
        role: ["builder", "expert"][number % 2], cohort: ["2018", "2019"][number % 2],
        origin: ["alumni", "open-call", "friends of Zoé"][number % 3])
    }
    var plan = Self.plan
    plan.people = people
    let events = (1...32).filter { $0 % 4 > 0 }.map {
      Event.fieldSet(card: "p\($0)", field: Card.theme, value: "desk", over: nil)
    }
    var scene = Stage.scene(plan, then: events)
    scene.language = Fixture.language(code)
    let list = try #require(Lists.all.first { $0.name == "people" })
    let bytes = Array(CSV.render(list.list(scene), separator: scene.language.separator))
    let file = try RosterFile(
      bytes, RosterFile.Setting(scene))
    #expect(file.rows.count == 32)
    // Into the workshop it came from: everybody is known and nothing differs.
    let same = RosterMerge(file.rows, into: scene.workshop)
    #expect(same.additions.isEmpty && same.fillings.isEmpty && same.remarks.isEmpty)
    // Into an empty one: the same people.
    let other = RosterMerge(file.rows, into: Stage.scene(Self.plan).workshop)
    var after = Stage.scene(Self.plan, then: other.events).workshop.people
    #expect(after.count == 32)
    for person in scene.workshop.people {
      let index = try #require(after.firstIndex { $0.text == person.text })
      let copy = after.remove(at: index)
      for field in [Card.organisation, Card.role, Card.cohort, Card.origin, Card.theme] {
        #expect(copy[field] == person[field], "\(person.text) \(field)")
      }
    }
  }

  @Test func `people are found by their cohort`() {
    var plan = Self.plan
    plan.people = [
      Person(id: "a", name: "Ana Keller", cohort: "Évfolyam 2018"),
      Person(id: "b", name: "Ben Roy"),
    ]
    let workshop = Stage.scene(plan).workshop
    let found = RosterSearch.people("evfolyam 2018", in: workshop, at: "one")
    #expect(found.map(\.id) == ["a"])
    #expect(RosterSearch.people("2018", in: workshop, at: "one").map(\.id) == ["a"])
    #expect(RosterSearch.people("2", in: workshop, at: "one").isEmpty, "a table's number")
  }
}
