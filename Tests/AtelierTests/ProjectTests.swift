import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import Projects
@testable import Shell

/// What tests of projects share: the screen, and a project by its name.
protocol ProjectRoom {}

extension ProjectRoom {
  func text(_ scene: Scene, _ columns: Int = 100, _ rows: Int = 30) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  func project(_ name: String, _ scene: Scene) throws -> Card {
    try #require(scene.workshop.projects.first { $0.text.hasPrefix(name) })
  }
}

/// Projects at the keys: made, signed up for, asked why.
@Suite struct ProjectTests: ProjectRoom {
  // MARK: Made

  @Test func `an idea becomes a project that remembers it, once`() throws {
    var desk = Desk(Fixture.scene(.board))
    desk.arrange {
      $0.focus.place = .board("ideas")
      $0.focus.card = $0.workshop.cards(on: "ideas").first?.id
    }
    let idea = try #require(desk.scene.focus.card)
    desk.press("P")
    desk.press("Ctrl-U")
    desk.type("The open counter")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "projects", text: "The open counter",
          fields: ["origin": idea, "theme": "relation"])
      ])
    #expect(desk.scene.focus.overlay == nil)
    desk.arrange { $0.focus.card = idea }
    #expect(desk.press("P", "Enter").isWarning, "there is one already")
    #expect(desk.events.count == 1)
  }

  @Test func `a cluster becomes a project that rests on its ideas`() throws {
    var desk = Desk(Fixture.scene(.board))
    desk.arrange { scene in
      scene.focus.place = .board("ideas")
      scene.focus.card = scene.workshop.cards(on: "ideas").first { $0.zone != nil }?.id
    }
    let zone = try #require(desk.scene.workshop.card(desk.scene.focus.card)?.zone)
    desk.press("P", "↓", "Enter", "Enter")
    #expect(
      desk.events == [
        .cardAdded(board: "projects", text: "Counter and home", fields: ["origin": zone])
      ])
    let made = try project("Counter", desk.scene)
    #expect(ProjectText.origin(made, desk.scene) == "Counter and home")
  }

  @Test func `what the vote chose becomes potential by a decision that says so`() throws {
    let scene = Fixture.scene(.pollRevealed)
    var desk = Desk(scene)
    desk.press("O", "f", "f")
    let made = try project("Shared handling", desk.scene)
    let decision = try #require(desk.scene.workshop.standing(of: made.id))
    #expect(decision.status == .potential && decision.vote == "followed")
    #expect(decision.deciders == "The participants, by vote" && decision.day.iso == "2026-11-23")
    #expect(desk.press("f").isWarning, "all is here already")
    #expect(Desk.scene(Fixture.scene(.board), "O").focus.overlay != nil)
    var early = Desk(Fixture.scene(.board))
    #expect(early.press("O", "f").isWarning, "no vote was revealed")
  }

  @Test func `an empty list says how the first project is made`() {
    var desk = Desk(
      Stage.scene(
        Plan(
          title: "New", themes: [Theme(id: "sea", name: "Sea")],
          boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")])))
    desk.press("O")
    let screen = text(desk.scene)
    #expect(
      screen.contains("f takes what the vote chose") && screen.contains("P on the ideas’ board"))
    #expect(screen.contains("· Sea"), "themes are decided on all the same")
    desk.press("f")
    #expect(desk.outcome.isWarning)
  }

  @Test(arguments: [
    ("The list of towns", "en", true), ("List the towns", "en", false), ("The", "en", false),
    ("La liste des communes", "fr", true), ("L’annuaire des agents", "fr", true),
    ("Appeler la mairie", "fr", false), ("A lista a településekről", "hu", true),
    ("Felhívni a jegyzőt", "hu", false), ("A list of towns", "fr", false),
  ])
  func `a step that begins with an article begins with no verb`(
    text: String, language: String, isThing: Bool
  ) {
    #expect(ActionText.beginsWithArticle(text, Fixture.language(language)) == isThing)
  }

  // MARK: The page

  @Test func `a draft is begun from the project, and a new version keeps the one before`() throws {
    var desk = Desk(Fixture.scene(.signUp))
    let project = try project("Shared handling", desk.scene)
    desk.press("O", "Enter", "m")
    desk.press("Esc", "m", "↓", "↓")
    desk.press("Esc")
    let first = try #require(desk.scene.workshop.drafts(of: project.id).first)
    desk.press("m", "↓", "↓", "↓", "↓", "↓", "↓")
    desk.type("People will come")
    desk.press("↓", "Esc", "v")
    desk.press("Esc")
    let drafts = desk.scene.workshop.drafts(of: project.id)
    #expect(drafts.count == 2 && drafts.first?.id == first.id)
    #expect(drafts.map { Workshop.version(of: $0) } == [1, 2])
    let field = try #require(
      drafts.first?.values.first { $0.value.text == "People will come" }?.key)
    #expect(drafts.last?[field] == "People will come")
    #expect(text(desk.scene, 120, 40).contains("version 2"))
  }

  @Test func `a project's canvas and its journey are made and opened from its page`() throws {
    var desk = Desk(Fixture.scene(.signUp))
    let project = try project("Librarians", desk.scene)
    desk.press("O", "↓", "Enter", "c")
    #expect(
      desk.events.last
        == .boardAdded(
          title: project.text, canvas: "social", sheet: nil, about: project.id))
    desk.press("c")
    guard case .board(let canvas) = desk.scene.focus.place else {
      Issue.record("no board")
      return
    }
    #expect(desk.scene.workshop.board(canvas)?.about == project.id)
    desk.press("O", "↓", "Enter", "j", "j")
    guard case .board(let journey) = desk.scene.focus.place else { return }
    #expect(desk.scene.journey(of: desk.scene.workshop.board(journey)) != nil)
    let subject = JourneyHead(journey)
    #expect(subject.value(of: "time", desk.scene) == "tomorrow")
    #expect(
      desk.scene.name(ofJourney: try #require(desk.scene.workshop.board(journey)))
        == "Librarians trained as first contact · Tomorrow")
  }

  @Test func `a next step from the page belongs to the project, its day said back`() throws {
    var desk = Desk(Fixture.scene(.signUp))
    let project = try project("Shared handling", desk.scene)
    desk.press("O", "Enter", "a")
    desk.type("Call the mayor @sofia >friday")
    #expect(text(desk.scene).contains("→ Fri 27 November"))
    desk.press("Enter")
    let step = try #require(desk.scene.workshop.cards(on: "actions").last)
    #expect(step.text == "Call the mayor" && step["project"] == project.id)
    #expect(step["due"] == "2026-11-27" && step["owner"] == "p-sofia")
    #expect(text(desk.scene, 120, 44).contains("Call the mayor — Sofia Rossi, Fri 27 November"))
  }

  @Test func `why tells what was linked, and says what was not`() throws {
    let scene = Fixture.scene(.signUp)
    let steps = WhyText.steps(of: try project("Shared handling", scene), scene)
    let byKind = Dictionary(uniqueKeysWithValues: steps.map { ($0.kind, $0.items.map(\.text)) })
    let missed = steps.filter { $0.items.isEmpty && $0.missing != nil }.map(\.kind)
    #expect(missed.contains(.decision) && !missed.contains(.jury), "no jury was to give advice")
    #expect(byKind[.idea] == ["Shared handling of digital user relations"])
    #expect(byKind[.vote]?.first?.contains("place 1 of 4, 47 dots, chosen") == true)
    #expect(byKind[.canvas] == ["Shared handling of digital user relations"])
    let page = text(Desk.scene(scene, "O", "w"))
    #expect(page.contains("nothing was decided"))
  }

  // MARK: Sign-up

  @Test func `a second choice and a hand lent are noted beside the one project`() throws {
    var desk = Desk(Fixture.scene(.signUp))
    let (one, two) = (try project("Shared", desk.scene), try project("Lib", desk.scene))
    desk.press("2")
    desk.type("lan2")
    #expect(
      desk.events.last
        == .fieldSet(card: "p-lan", field: "second-choice", value: two.id, over: nil))
    desk.press("Tab")
    desk.type("ilona1")
    #expect(
      desk.events.last == .memberAdded(card: one.id, set: "supporters", member: "p-ilona"))
    desk.press("Esc", "H")
    desk.type("ilona1")
    guard case .memberRemoved = desk.events.last else {
      Issue.record("asked again, the hand is taken back")
      return
    }
    let count = desk.events.count
    desk.press("Esc", "2")
    desk.type("ilona2")
    #expect(desk.outcome.isWarning, "it is her first choice")
    #expect(desk.events.count == count)
  }

  @Test func `what a team lacks is said at the desk and not before everyone`() throws {
    let stage = View.draw(Fixture.scene(.signUp, .stage), size: Size(columns: 100, rows: 30))
    #expect(!LetterHeight.shows("2 more people", in: stage))
    let desk = text(Fixture.scene(.signUp), 160, 40)
    #expect(desk.contains("small: under 4") && desk.contains("no lead"))
    #expect(!LetterHeight.shows("no lead", in: stage), "who does what is found in quiet")
  }

  // MARK: Last time's steps

  @Test func `last time's steps are told of one by one`() throws {
    var plan = FixturePlan.plan()
    plan.sessions.append(
      Session(
        id: "later", title: "Later",
        activities: [Activity(id: "again", title: "Again", kind: "plenary", minutes: 5)]))
    var scene = Fixture.scene(.actions)
    scene.workshop =
      History(plan: plan, entries: Morning(until: .actions, totals: []).entries, catalogue: .all)
      .workshop
    scene.now = scene.now.adding(seconds: 7 * 86_400)
    var desk = Desk(scene)
    #expect(desk.press("y").isWarning, "nothing is older than this session")
    desk.arrange { scene in
      scene = scene.trying(.activityOpened(activity: "again", seconds: nil))
    }
    #expect(Keymap.hints(desk.scene, width: 200).contains("y last time"))
    desk.press("y")
    #expect(desk.scene.workshop.views["again"]?.name == "review")
    let steps = desk.scene.pastSteps.map(\.id)
    #expect(steps.count == 3, "what is done is done")
    desk.press("d", "Enter", "b")
    desk.type("The room is closed")
    desk.press("Enter")
    let first = try #require(desk.scene.workshop.card(steps[0]))
    let second = try #require(desk.scene.workshop.card(steps[1]))
    #expect(first["status"] == "done" && first.has("later", in: "reviewed"))
    #expect(second["status"] == "blocked" && second["blocked-by"] == "The room is closed")
    #expect(desk.scene.workshop.views["again"]?.step == 2, "the stage follows")
    var stage = desk.scene
    (stage.role, stage.focus) = (.stage, Focus())
    #expect(text(stage).contains("2 of 3 looked at · 1 done"))
    desk.press("Esc")
    #expect(desk.scene.workshop.views["again"]?.name == "")
    let report = Markdown.render(Minutes.report(desk.scene))
    #expect(report.contains("Reviewed: Later"))
  }

  // MARK: The report

  @Test(arguments: Language.builtIn)
  func `the report tells where each project stands, why, and what was decided`(
    _ language: String
  ) throws {
    let scene = try Stage.scene(language: language)
    let report = Minutes.report(scene)
    let tables = report.blocks.compactMap { block -> ([String], [[String]])? in
      if case .table(let header, let rows, _) = block { return (header, rows) }
      return nil
    }
    let overview = try #require(tables.first { $0.0.last == scene.say("Reason") })
    #expect(overview.1.map { $0[0] } == scene.workshop.projects.map(\.text))
    #expect(overview.1[0][1] == scene.say("approved, wave \(1)"))
    let titles = report.blocks.indices.filter {
      report.blocks[$0] == .heading(level: 3, scene.say("Why it is there"))
    }
    #expect(titles.count == scene.workshop.projects.count)
    guard case .list(let why) = report.blocks[titles[0] + 1] else {
      Issue.record("no list")
      return
    }
    let jury = try #require(why.first { $0.text == scene.say("Jury") })
    #expect(jury.children.first?.text.contains(scene.say("the decision followed the jury")) == true)
    let markdown = Markdown.render(report)
    for decision in scene.workshop.decisions {
      #expect(markdown.contains(decision.deciders ?? "?"))
    }
  }
}
