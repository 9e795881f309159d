@testable import atelier
import Assets
import Journaling
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Rehearsal
@testable import Shell
@testable import Time

/// What is put into a day from the library: whole, where it fits, found by what there is.
@Suite struct LibraryTests {
  private static let plan = Plan(
    title: "Trial", tables: 2,
    boards: [
      Board(id: "ideas", title: "Ideas", question: "What could we do?", sheet: "idea"),
      Board(id: "parking", title: "Parking lot", sheet: "parking"),
    ],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [
          Activity(
            id: "work", title: "Work", kind: "board", phase: .focus, minutes: 60, board: "ideas"),
          Activity(id: "end", title: "End", kind: "check-out", minutes: 10, board: "ideas"),
        ])
    ])

  /// A desk at work, or at its agenda, with the library open.
  private func desk(
    _ plan: Plan = plan, at agenda: Bool = false, then events: [Event] = [],
    typing text: String = ""
  ) -> Desk {
    var desk = Desk(
      Stage.scene(plan, then: [.activityOpened(activity: "work", seconds: nil)] + events))
    if agenda { desk.press("A") }
    desk.press("e")
    desk.type(text)
    return desk
  }

  private func titles(_ desk: Desk) -> [String] {
    guard let library = desk.scene.focus.overlay as? Library else { return [] }
    return library.matches(desk.scene).map { desk.scene.say($0.title) }
  }

  /// One by one: put in, opened, seen by everyone, in every language; then rehearsed and told.
  @Test func `every method runs with all that it needs, is shown, rehearsed and reported`() throws {
    let sizes = [(60, 15), (80, 24), (120, 40)].map { Size(columns: $0.0, rows: $0.1) }
    let languages = Language.builtIn.map { Fixture.language($0) }
    let start = Stage.scene(
      Self.plan, then: [.activityOpened(activity: "work", seconds: nil)])
    for method in Content.builtIn.methods {
      let scene = start.trying(MethodPlan.events(method, into: "day", after: "work", start))
      let plan = scene.workshop.plan
      let activity = try #require(plan.activities.first { $0.method == method.id }, "\(method.id)")
      let turns = activity.rounds.reduce(0) { $0 + $1.minutes }
      #expect(turns == 0 || turns == activity.minutes || turns < method.minutes.minimum)
      #expect(method.minutes.contains(activity.minutes) || turns > method.minutes.maximum)
      #expect(activity.poll == method.poll && activity.canvas == method.canvas)
      let board = try #require(plan.board(activity.board) ?? scene.board(of: activity))
      if let own = method.board { #expect(board.zones.map(\.id) == own.zones.map(\.id)) }
      if let canvas = method.canvas { #expect(board.canvas == canvas) }
      for language in languages {
        var scene = scene.trying(
          .activityOpened(activity: activity.id, seconds: activity.minutes * 60))
        (scene.role, scene.focus, scene.language) = (.stage, Focus(), language)
        for size in sizes {
          let text = View.draw(scene, size: size).text
          #expect(text.split(separator: "\n").count > 3, "\(method.id) \(size)")
        }
      }
      var alone = plan
      alone.sessions[0].activities = plan.activities.filter { $0.id == activity.id }
      if activity.poll != nil { alone.sessions[0].activities.insert(plan.activities[0], at: 0) }
      var room = RehearsedRoom(
        alone, content: .builtIn, features: .all, language: .english, seed: 1, now: Stage.now)
      room.play()
      // A tie is for people to settle.
      let refused = room.rehearsal.diagnostics.map { Language.english($0.phrase) }.filter {
        $0.contains("was refused") && !$0.contains("The vote is tied")
      }
      #expect(refused.isEmpty && room.rehearsal.isOver, "\(method.id): \(refused)")
      let report = Markdown.render(Minutes.report(room.scene(.facilitator)))
      #expect(report.contains(method.title.text(in: "en")), "\(method.id)")
    }
  }

  /// Each part of a method with rounds, on the projector of an empty room and of one at work.
  @Test func `everyone reads what to do in each part, with whom, how long and which of how many`()
    throws
  {
    let start = Stage.scene(Self.plan, then: [.activityOpened(activity: "work", seconds: nil)])
    var parts = 0
    for method in Content.builtIn.methods where method.rounds != nil {
      var scene = start.trying(MethodPlan.events(method, into: "day", after: "work", start))
      let activity = try #require(scene.workshop.plan.activities.first { $0.method == method.id })
      scene = scene.trying(.activityOpened(activity: activity.id, seconds: nil))
      (scene.role, scene.focus) = (.stage, Focus())
      let playlist = scene.workshop.playlist(of: activity)
      for (index, turn) in playlist.enumerated() {
        let now = scene.trying(Action.open(turn, of: activity))
        let step = try #require(now.step(of: activity), "\(method.id) \(index)")
        #expect(step.place.contains("\(turn.segment.minutes) min"))
        #expect(
          playlist.count == 1 || step.place.contains("Part \(index + 1) of \(playlist.count)"))
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
          let frame = View.draw(now, size: size)
          for text in [step.task, step.place] {
            // A line that wraps beside the digits has them between its halves.
            let words = text.split(separator: " ").map(String.init)
            let isThere =
              LetterHeight.shows(text, in: frame) || words.allSatisfy(frame.text.contains)
            #expect(isThere, "\(text)\n\(frame.text)")
          }
        }
        parts += 1
      }
    }
    #expect(parts > 150)
  }

  @Test func `the next part changes what every screen says, and plain text as well`() throws {
    var desk = desk(typing: "1-2-4-all")
    desk.press("Enter", "n", "]", "]")
    let method = try #require(Content.builtIn.method("one-two-four-all"))
    let task = method.steps[1].text(in: "en")
    #expect(View.draw(desk.scene, size: Size(columns: 120, rows: 40)).text.contains("Step"))
    var told = PlainTeller()
    _ = told.news(desk.scene)
    var notes = desk.scene
    (notes.role, notes.focus) = (.notes, Focus())
    #expect(View.draw(notes, size: Size(columns: 80, rows: 24)).text.contains("In pairs"))
    desk.press("]")
    let next = told.news(desk.scene)
    #expect(next.contains(method.steps[2].text(in: "en")), "\(next)")
    #expect(next.contains { $0.contains("In fours") && $0.contains("Part 3 of 4") })
    #expect(!next.contains(task))
    // The time carries everyone on as well.
    desk.arrange {
      $0.now = $0.now.adding(seconds: 241)
      $0.workshop = $0.workshop.advanced(to: $0.now)
    }
    #expect(told.news(desk.scene).contains(method.steps[3].text(in: "en")))
  }

  @Test func `every text of games and methods is there in three languages, with its source`() {
    func whole(_ text: Localized?, _ id: String) {
      guard let text else { return }
      #expect(Set(text.texts.keys) == Set(Language.builtIn), "\(id): \(text)")
      #expect(text.texts.values.allSatisfy { !$0.trimmed.isEmpty }, "\(id)")
    }
    for game in Content.builtIn.warmUps {
      for text in [game.title, game.material, game.seated] + game.steps { whole(text, game.id) }
    }
    for method in Content.builtIn.methods {
      let single = [
        method.title, method.purpose, method.wrong, method.material, method.room, method.question,
        method.board?.title, method.board?.question, method.matrix?.across.title,
        method.matrix?.up.title,
      ]
      let rounds = (method.rounds ?? []).flatMap { [$0.title] + $0.segments.map(\.title) }
      for text in single + method.steps + rounds + (method.board?.zones ?? []).map(\.title) {
        whole(text, method.id)
      }
      #expect(method.source?.isEmpty == false && method.licence?.isEmpty == false, "\(method.id)")
      #expect(method.wrong != nil && method.people != nil && method.energy != nil, "\(method.id)")
    }
    #expect(Content.builtIn.methods.count >= 60 && Content.builtIn.warmUps.count >= 40)
  }

  @Test func `what time and people there are narrows the list, in each language`() {
    for (code, text) in [
      ("en", "20 min 30 people seated open"), ("fr", "20 min 30 personnes assis ouverture"),
      ("hu", "20 perc 30 fo ulve elejere"),
    ] {
      let language = Fixture.language(code)
      let wish = LibraryWords.wish(text, language)
      #expect(wish.minutes == 20 && wish.people == 30 && wish.words.count == 2, "\(wish)")
      let found = Content.builtIn.methods.filter {
        wish.fits(
          minutes: $0.minutes.minimum, people: $0.people, found: LibraryWords.text($0, language))
      }
      #expect(!found.isEmpty && found.allSatisfy { $0.minutes.minimum <= 20 }, "\(code)")
      #expect(found.allSatisfy { $0.people?.contains(30) ?? true })
    }
    #expect(titles(desk(typing: "count to 20")) == ["Count to 20"], "a number may be in a title")
    #expect(LibraryWords.wish("20min", .english).minutes == 20)
  }

  @Test func `a title that is typed stands first, numbers in it or not`() throws {
    let numbered = (Content.builtIn.methods.map(\.title) + Content.builtIn.warmUps.map(\.title))
      .map { Language.english($0) }.filter { $0.contains(where: \.isNumber) }
    #expect(numbered.count >= 4)
    for typed in numbered + ["25/10", "1-2-4", "nine whys"] {
      let first = try #require(titles(desk(typing: typed)).first, "\(typed)")
      #expect((" " + Fold.plain(first)).contains(" " + Fold.plain(typed)), "\(typed): \(first)")
    }
  }

  @Test func `the minutes that were asked for are what it gets`() throws {
    var desk = desk(at: true, typing: "empathy 25 min")
    #expect(titles(desk) == ["Empathy map"])
    desk.press("Enter")
    let map = try #require(desk.scene.workshop.plan.activities.first { $0.method == "empathy-map" })
    #expect(map.minutes == 25)
    #expect(desk.scene.workshop.plan.activities.map(\.id).firstIndex(of: map.id) == 1)
    #expect(desk.scene.focus.overlay is AgendaEditor, "the agenda stands beneath")
    #expect(desk.events.count == 2, "its canvas and itself: one undo takes both back")
  }

  @Test func `Tab shows what everyone would see, then how it goes, and changes nothing`() {
    var desk = desk(typing: "rose bud")
    desk.press("Tab")
    let stage = View.draw(desk.scene, size: Size(columns: 80, rows: 24))
    for words in ["What works, hurts, could grow?", "Rose"] {
      #expect(LetterHeight.shows(words, in: stage), "\(stage.text)")
    }
    desk.press("Tab")
    let steps = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(steps.contains("Warning") && steps.contains("1 "), "\(steps)")
    #expect(desk.events.isEmpty && desk.scene.workshop.plan == Self.plan)
    let wide = View.draw(self.desk(typing: "rose bud").scene, size: Size(columns: 120, rows: 40))
    #expect(
      LetterHeight.shows("What works, hurts, could grow?", in: wide),
      "beside the list where there is room")
  }

  @Test func `where a jury comes, what is lively or loud is not offered first, and says why`() {
    var plan = Self.plan
    plan.sessions[0].activities.append(
      Activity(id: "jury", title: "Jury", kind: "jury", minutes: 30, board: "ideas"))
    let without = desk(typing: "Grandma")
    let with = desk(plan, typing: "Grandma")
    func text(_ desk: Desk) -> String {
      View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    }
    #expect(!text(without).contains("too lively for a jury"))
    #expect(text(with).contains("too lively for a jury"))
    let games = Content.builtIn.template("jury-day")?.activities.compactMap(\.warmUp) ?? []
    #expect(games.count > 2)
    for game in games.compactMap({ Content.builtIn.warmUp($0) }) {
      #expect(max(game.energy, game.noise) < 3 && !game.touch, "\(game.id)")
    }
  }

  @Test func `a room that has sat for long is offered what wakes it, a late one what is short`() {
    func first(_ minutes: Int) -> [LibraryOffer] {
      var plan = Self.plan
      plan.sessions[0].activities[0].minutes = 90
      plan.sessions[0].activities[1].minutes = 300
      var scene = Stage.scene(plan, then: [.activityOpened(activity: "work", seconds: nil)])
      scene.now = scene.now.adding(seconds: minutes * 60)
      guard let session = scene.session,
        let gap = Gap(in: Agenda(of: session, in: scene.workshop, now: scene.now))
      else { return [] }
      return LibraryOffer.all(gap, people: nil, after: scene.current, scene)
    }
    #expect(first(10).first?.fit.occasion == .tired, "ninety minutes of work when it comes")
    let late = first(120).prefix(8).map(\.fit.minutes)
    #expect(late == late.sorted() && late.first == 2, "\(late)")
  }

  /// Each is whole as it stands: `check` finds nothing, and it plays to its end.
  @Test func `every agenda passes check and is played to its end without a refusal`() throws {
    let words = PlanWords(Content.builtIn)
    for id in Content.builtIn.templates where id != "blank" && !Self.playedElsewhere.contains(id) {
      let text = try #require(Content.builtIn.text(at: "templates/\(id).json"))
      let problems = ContentFile.problems(
        in: try JSONText(Array(text.utf8)), at: "templates/\(id).json", words: words)
      #expect(problems.isEmpty, "\(id): \(problems)")
      let plan = try #require(Content.builtIn.template(id)).resolved(in: "hu")
      let scene = Stage.scene(plan)
      #expect(PlanReviewText.lines(scene).isEmpty, "\(id): \(PlanReviewText.lines(scene))")
      var room = RehearsedRoom(
        plan, content: .builtIn, features: .all, language: .english, seed: 1, now: Stage.now)
      room.play()
      let refused = room.rehearsal.diagnostics.map { Language.english($0.phrase) }.filter {
        $0.contains("was refused")
      }
      #expect(refused.isEmpty && room.rehearsal.isOver, "\(id): \(refused)")
      #expect(room.workshop.openings.count == plan.activities.count, "\(id)")
      #expect(room.workshop.polls.allSatisfy { $0.isRevealed && $0.voters > 0 }, "\(id)")
    }
  }

  /// The programme's own agendas have speakers to be named, and a test of their own.
  private static let playedElsewhere: Set = [
    "digital-builders", "jury-day", "half-day", "express-90",
  ]
}
