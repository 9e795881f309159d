import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell
@testable import Time

/// Themes: chosen by people, edited by the form, told in the report; and the facts that go with them.
@Suite struct ThemeChoiceTests {
  private func text(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  /// The tests' workshop at a sign-up whose board is the themes'.
  private func scene(_ role: Role = .facilitator, then events: [Event] = []) -> Scene {
    var plan = FixturePlan.plan()
    plan.sessions[0].activities.append(
      Activity(
        id: "choice", title: "Choose", kind: "sign-up", minutes: 10, board: Workshop.themes))
    return Stage.scene(
      plan, role: role, then: [.activityOpened(activity: "choice", seconds: nil)] + events)
  }

  @Test func `a person chooses a theme, and the list comes again with the next one`() {
    var desk = Desk(scene())
    desk.press("g")
    desk.type("jean1")
    #expect(
      desk.events == [
        .fieldSet(card: "p-jean", field: "theme", value: "inclusion", over: nil)
      ])
    let list = (desk.scene.focus.overlay as? RollCall)?.listed(desk.scene) ?? []
    #expect(list.first?.name != "Jean Morel")
    #expect(list.first { $0.name == "Jean Morel" }?.places == [1])
    #expect(desk.scene.workshop.card("p-jean")?["project"] == nil)
  }

  @Test func `a whole table chooses at a stroke, undone by one key`() {
    var desk = Desk(
      scene(then: [.fieldsSet(field: "table", values: ["p-jean": "2", "p-lan": "2"])]))
    desk.press("g", "↓", "2")
    #expect(
      desk.events == [
        .fieldsSet(field: "theme", values: ["p-jean": "relation", "p-lan": "relation"])
      ])
  }

  @Test func `the stage counts every theme, a note-taker's line becomes one`() {
    var notes = Desk(scene(.notes))
    notes.type("The night shift")
    notes.press("Enter")
    #expect(notes.events == [.cardAdded(board: "themes", text: "The night shift", fields: nil)])
    #expect(notes.press("F5").isWarning == false)
    let stage = scene(
      .stage, then: notes.events + [.fieldsSet(field: "theme", values: ["p-jean": "training"])])
    let text = text(stage)
    for line in ["  0  Digital inclusion", "  1  Training", "  0  The night shift"] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(text.contains("Jean Morel") && text.contains("5 still to choose"))
  }

  @Test func `many members never push a theme off the stage`() throws {
    for size in [(60, 15), (80, 24)] {
      let scene = try Stage.scene(at: "themes", role: .stage)
      let text = text(scene, size.0, size.1)
      for theme in scene.workshop.themes { #expect(text.contains(scene.say(theme.name))) }
    }
  }

  @Test(arguments: Language.builtIn) func `the report tells each theme's status and why`(
    _ language: String
  ) throws {
    let scene = try Stage.scene(language: language)
    let report = Minutes.report(scene)
    let tables = report.blocks.compactMap { block -> [[String]]? in
      if case .table(let header, let rows, _) = block, header.count == 4,
        header[0] == scene.say("Theme")
      {
        return rows
      }
      return nil
    }
    let rows = try #require(tables.first)
    #expect(rows.map { $0[0] } == scene.workshop.themes.map { scene.say($0.name) })
    let status = rows.map { $0[3] }
    #expect(status.filter { $0 == scene.say("explored") }.count == 4)
    #expect(status[3].hasPrefix(scene.say("not explored")) && status[3].count > 20, "\(status)")
    #expect(rows[0][2] == "Direction de l’action sociale")
  }

  @Test func `a theme is edited by the form, and its new name is used at once`() throws {
    var desk = Desk(scene())
    desk.arrange {
      $0.focus.place = .board(Workshop.themes)
      $0.focus.card = $0.workshop.cards(on: Workshop.themes).first?.id
    }
    desk.press("e")
    desk.type("!")
    desk.press("↓", "Esc")
    #expect(desk.scene.title(ofTheme: "inclusion") == "Digital inclusion!")
    #expect(desk.scene.groups(of: Board(id: "facts", title: "", columns: .theme)).isEmpty == false)
  }

  @Test func `the themes' board is no place for ideas`() {
    let notes = Desk.scene(scene(.notes), "Ctrl-B")
    guard let menu = notes.focus.overlay as? Menu else {
      Issue.record("no list of boards")
      return
    }
    #expect(!menu.items.contains { ["Themes", "People"].contains($0.label) })
    let choices = { (kind: String) in
      let activity = Activity(id: "a", title: "", kind: kind, minutes: 5)
      return PlanSheets.activity(activity, notes).fields.first { $0.id == "board" }?.choices ?? []
    }
    #expect(!choices("board").contains { $0.id == Workshop.themes })
    #expect(choices("sign-up").contains { $0.id == Workshop.themes })
  }

  // MARK: Facts at hand

  @Test func `facts at hand are those of the turn's theme first, by zone`() {
    let desk = Desk.scene(Fixture.scene(.talk), "h")
    #expect(
      desk.sources.flatMap { [$0.title] + $0.sources.map(\.text) } == [
        "Facts", "One resident in six has no e-mail address", "Other themes · Questions",
        "Who answers when the form breaks on a Friday evening? (Lan Nguyen, User relations)",
      ])
    #expect(text(desk).contains("Facts at hand: Digital inclusion"))
  }

  @Test func `note-takers have them on a function key, the room never`() {
    let notes = Desk.scene(Fixture.scene(.board, .notes), "Alt-f")
    #expect(text(notes).contains("One resident in six"))
    var single = Desk(Desk.scene(Fixture.scene(.board), "s"))
    #expect(single.press("h").isWarning && single.scene.focus.overlay == nil)
    var early = Desk(Fixture.scene(.plenary))
    #expect(early.press("h").isWarning, "nothing was noted yet")
  }

  // MARK: Harvest

  @Test func `a harvest shows its columns with their counts, the facts as a number`() throws {
    let scene = try Stage.scene(
      at: "harvest", role: .stage,
      then: [.cardAdded(board: "facts", text: "Never sorted", fields: nil)])
    let titles = scene.workshop.board("facts").map { scene.harvest(of: $0).map(\.title) }
    #expect(titles == ["Not yet sorted", "Question", "Insight", "Pain point"])
    let text = text(scene, 120, 26)
    #expect(text.contains("Never sorted") && text.contains("10 facts from the talks"))
    #expect(!text.contains("In three town halls"))
  }
}
