import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Cards
@testable import Languages
@testable import Projects
@testable import Shell

/// Several reasons of one decision, wherever it is told.
@Suite struct ReasonsTests {
  /// A desk with one project that has its go for two reasons.
  private func desk(_ language: String = "en") throws -> Desk {
    var scene = Stage.scene(
      KeyCount.plan,
      then: [
        .cardAdded(board: "projects", text: "Accueil commun", fields: nil),
        .activityOpened(activity: "decide", seconds: nil),
      ])
    scene.language = try #require(Language.find(language, in: .builtIn))
    var desk = Desk(scene)
    desk.press("d", "1", "2", "Enter", "d", "1")
    // A go is the first that a defined project may become.
    desk.press("1", "4", "1", "Enter")
    desk.type("Le bureau")
    desk.press("Esc")
    return desk
  }

  private static let words = [
    "en": "The group is active · Quick and simple to test",
    "fr": "Le groupe est actif · Test simple et rapide",
    "hu": "A csoport aktív · Gyorsan, egyszerűen kipróbálható",
  ]

  @Test(arguments: Language.builtIn)
  func `the stage, the report, the list and why tell all of them`(_ language: String) throws {
    let desk = try desk(language)
    let words = try #require(Self.words[language])
    var stage = desk.scene
    stage.role = .stage
    stage.focus = Focus()
    let frame = View.draw(stage, size: Size(columns: 80, rows: 24))
    #expect(LetterHeight.shows(words, in: frame), "\(frame.text)")
    let decision = try #require(desk.scene.workshop.decisions.last)
    #expect(decision.status == .go && decision.motives == ["group-active", "easy-test"])
    let item = DecisionsChapter.item(decision, desk.scene)
    #expect(item.children.contains { $0.text.contains(words) })
    let list = try #require(Lists.all.first { $0.name == "decisions" }).list(desk.scene)
    #expect(list.rows.last?.contains(words) == true)
    let project = try #require(desk.scene.workshop.projects.first)
    let why = WhyText.steps(of: project, desk.scene).flatMap(\.items).map(\.text)
    #expect(why.contains { $0.contains(words) }, "\(why)")
  }

  @Test func `its sheet shows them by name, digits add and take away`() throws {
    var desk = try desk()
    let decision = try #require(desk.scene.workshop.decisions.last)
    desk.arrange {
      $0.focus.place = .board("decisions")
      $0.focus.card = decision.id
    }
    desk.press("e", "↓", "↓")
    func screen() -> String { View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text }
    #expect(screen().contains("◂ The group is active · Quick and simple to test ▸"))
    desk.press("1", "2", "Esc")
    #expect(
      desk.scene.workshop.decisions.last?.motives == ["stakeholders-present", "easy-test"])
  }

  @Test func `the command line takes them by name`() throws {
    let scene = try desk().scene
    let board = try #require(scene.workshop.board("decisions"))
    let field = try scene.field("motive=group-active, quick", of: board)
    #expect(field.value == "group-active easy-test")
    #expect(throws: CommandError.self) { try scene.field("motive=group-active, moon", of: board) }
  }

  @Test func `a document read back has them all`() throws {
    let scene = try desk().scene
    let document = StateDocument(scene.workshop, now: scene.now, withPlan: true)
    let restoration = try Restoration(document, writer: "abcdefghijkl", now: scene.now)
    let workshop = History(plan: restoration.plan, entries: restoration.entries, catalogue: .all)
      .workshop
    #expect(workshop.decisions.last?.motives == ["group-active", "easy-test"])
  }

  @Test func `whoever decided is known for the rest of the day, and no longer`() throws {
    var desk = try desk()
    #expect(desk.scene.lastDeciders == "Le bureau")
    desk.wait(seconds: 86_400)
    #expect(desk.scene.lastDeciders.isEmpty)
    desk.press("d", "1")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("1 approved"))
  }
}
