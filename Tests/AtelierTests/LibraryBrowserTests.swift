import Assets
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell
@testable import Time
@testable import Voting

/// A facilitator who needs something for this moment: how soon it stands in the day, and what comes first.
@Suite struct LibraryBrowserTests {
  /// A day for thirty people: an opening, ninety minutes of work, lunch, an afternoon.
  private static func plan(themes: [String] = []) -> Plan {
    func item(_ id: String, _ kind: String, _ minutes: Int) -> Activity {
      Activity(id: id, title: Localized(id), kind: kind, minutes: minutes, board: "ideas")
    }
    var lunch = item("lunch", "break", 60)
    (lunch.isFixed, lunch.start) = (true, "12:00")
    return Plan(
      title: "Trial",
      themes: themes.enumerated().map { Theme(id: "t\($0.offset)", name: Localized($0.element)) },
      people: (1...30).map { Person(id: "p\($0)", name: "Person \($0)") },
      tables: 6,
      boards: [
        Board(id: "ideas", title: "Ideas", question: "What could we do?", sheet: "idea"),
        Board(id: "parking", title: "Parking lot", sheet: "parking"),
      ],
      sessions: [
        Session(
          id: "day", title: "Day", start: "09:00",
          activities: [
            item("welcome", "plenary", 10), item("work", "board", 90), lunch,
            item("afternoon", "board", 120), item("end", "check-out", 10),
          ])
      ])
  }

  /// At the agenda's editor, an item chosen.
  private func agenda(
    _ plan: Plan = plan(), at item: Int, _ code: String = "en"
  ) -> Desk {
    var scene = Stage.scene(plan)
    scene.language = Fixture.language(code)
    var desk = Desk(scene)
    desk.press("A")
    for _ in 0..<item { desk.press("↓") }
    return desk
  }

  /// What two keys put in after an item, and its people where it says any.
  private func put(in desk: Desk) throws -> (activity: Activity, people: WarmUp.Span?) {
    var desk = desk
    let known = Set(desk.scene.workshop.plan.activities.map(\.id))
    desk.press("e", "Enter")
    let new = try #require(
      desk.scene.workshop.plan.activities.first { !known.contains($0.id) }, "\(desk.outcome)")
    let content = desk.scene.content
    return (new, content.warmUp(new.warmUp)?.people ?? content.method(new.method)?.people)
  }

  @Test(arguments: ["en", "fr", "hu"])
  func `two keys from the agenda put in what fits the moment and the thirty people`(
    code: String
  ) throws {
    let moments = [(0, "open"), (2, "after-lunch"), (3, "close")]
    for (place, moment) in moments {
      let (new, people) = try put(in: agenda(at: place, code))
      #expect(people?.contains(30) == true, "\(new.title) at \(place)")
      let content = Content.builtIn
      let own = content.warmUp(new.warmUp)?.moments ?? content.method(new.method)?.moments
      #expect(own?.contains(moment) == true, "\(new.title) \(moment)")
    }
  }

  @Test func `after long work what is lively comes first, and nothing that a jury would mind`()
    throws
  {
    var plan = Self.plan()
    plan.sessions[0].activities[2].isFixed = false
    plan.sessions[0].activities[2].minutes = 10
    let (new, _) = try put(in: agenda(plan, at: 1))
    let content = Content.builtIn
    let energy = content.warmUp(new.warmUp)?.energy ?? content.method(new.method)?.energy ?? 0
    #expect(energy > 1, "\(new.title)")
    plan.sessions[0].activities.append(
      Activity(id: "jury", title: "Jury", kind: "jury", minutes: 30, board: "ideas"))
    let (calm, _) = try put(in: agenda(plan, at: 1))
    if let game = content.warmUp(calm.warmUp) { #expect(max(game.energy, game.noise) < 3) }
  }

  @Test(arguments: [
    ("en", "20 min 30 people seated open"), ("fr", "20 min 30 personnes assis ouverture"),
    ("hu", "20 perc 30 fo ulve elejere"),
  ])
  func `what a facilitator has in mind is typed, and the first one fits all of it`(
    code: String, typed: String
  ) throws {
    var desk = agenda(at: 0, code)
    desk.press("e")
    desk.type(typed)
    let known = Set(desk.scene.workshop.plan.activities.map(\.id))
    desk.press("Enter")
    let new = try #require(desk.scene.workshop.plan.activities.first { !known.contains($0.id) })
    #expect(new.minutes <= 20)
    let content = Content.builtIn
    let game = content.warmUp(new.warmUp)
    let people = game?.people ?? content.method(new.method)?.people
    #expect(people?.contains(30) != false)
    #expect(game.map { !$0.standing || $0.seated != nil } ?? true)
  }

  @Test func `the preview is what everyone sees once it is put in and opened`() throws {
    var desk = agenda(at: 0)
    desk.press("e")
    desk.type("rose bud")
    desk.press("Tab")
    let preview = View.draw(desk.scene, size: Size(columns: 80, rows: 24))
    desk.press("Enter", "Esc", "n", "n")
    var stage = desk.scene
    #expect(stage.current?.method == "rose-bud-thorn")
    (stage.role, stage.focus) = (.stage, Focus())
    let seen = View.draw(stage, size: Size(columns: 80, rows: 24))
    for words in ["What works, hurts, could grow?", "Rose", "Bud", "Thorn"] {
      #expect(
        LetterHeight.shows(words, in: preview) == LetterHeight.shows(words, in: seen),
        "\(words)\n\(seen.text)")
    }
  }

  // MARK: Decks

  private func decks(_ themes: [String]) -> [String] {
    var desk = agenda(Self.plan(themes: themes), at: 0)
    desk.press("e")
    let library = desk.scene.focus.overlay as? Library
    return (library?.matches(desk.scene) ?? []).compactMap {
      if case .deck(let deck, _) = $0.source { deck.id } else { nil }
    }
  }

  @Test(arguments: [
    (["Waste at the market"], "waste"), (["Les déchets du marché"], "waste"),
    (["Kerékpár a városban"], "mobility"), (["Getting around by bike", "Cycling"], "mobility"),
    (["Data for all", "Digital inclusion"], "persona"),
  ])
  func `the deck for the workshop's themes is offered first`(themes: [String], deck: String) {
    #expect(decks(themes).first == deck)
    #expect(decks(themes).count == Content.builtIn.decks.keys.count)
  }

  @Test func `a deck for the themes is put in with its cards, and stands first in the form`() throws
  {
    var desk = agenda(Self.plan(themes: ["Waste"]), at: 0)
    desk.press("e")
    desk.type("persona cards")
    desk.press("Enter")
    let new = try #require(desk.scene.workshop.plan.activities.first { $0.deck != nil })
    #expect(new.deck == "waste" && new.kind == "persona" && new.minutes == 35)
    #expect(desk.scene.workshop.plan.board(new.board)?.sheet == "persona")
    let field = PlanSheets.activity(new, desk.scene).fields.first { $0.id == "deck" }
    #expect(field?.choices?.first?.id == "waste")
    // An activity of the kind takes it as well; where no deck is for the themes, the usual one is dealt.
    for (themes, deck) in [(["Waste"], "waste"), (["Dance"], nil)] {
      var other = agenda(Self.plan(themes: themes), at: 0)
      other.press("a")
      other.type("persona cards")
      other.press("Enter", "Enter")
      let made = other.scene.workshop.plan.activities.first { $0.kind == "persona" }
      #expect(made != nil && made?.deck == deck)
    }
  }

  // MARK: 25/10

  @Test func `25/10 shows the sum of the five scores, to everyone and in the report`() throws {
    let method = try #require(Content.builtIn.method("twenty-five-ten")?.poll)
    let papers = [[5, 5, 4, 5, 4], [3, 2, 3, 1, 2]].enumerated().map { place, scores in
      let marks = zip(method.criteria ?? [], scores).map {
        (Poll.key($0.id, Ballots.options[place]), $1)
      }
      return Event.ballotCast(
        poll: Ballots.poll, voter: "v\(place)", marks: Dictionary(marks) { $1 }, way: .paper)
    }
    let last = Ballots.texts.count + 2 + papers.count
    let scene = Ballots.scene(
      Ballots.opened(method) + papers + [
        .pollClosed(poll: Ballots.poll, cut: ["test": last]), .pollRevealed(poll: Ballots.poll),
      ])
    let text = View.draw(scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("23") && text.contains("5 + 5 + 4 + 5 + 4"), "\(text)")
    #expect(text.contains("11") && !text.contains("4.6"), "\(text)")
  }
}
