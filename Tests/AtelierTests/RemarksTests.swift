import Assets
import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Time

/// How a plan's review reads.
@Suite struct RemarksTests {
  /// A long morning, a talk of nobody's and a lunch that is too short.
  private static let plan = Plan(
    title: "Open counters",
    sessions: [
      Session(
        id: "day", title: "Day 1",
        activities: [
          Activity(id: "talks", title: "Experts", kind: "talk", phase: .scan, minutes: 85),
          Activity(id: "ideas", title: "Ideation", kind: "board", phase: .focus, minutes: 115),
          Activity(
            id: "lunch", title: "Lunch", kind: "break", minutes: 20, isFixed: true, start: "12:20"),
          Activity(
            id: "vote", title: "Vote", kind: "poll", phase: .focus, minutes: 110, minimum: 40,
            board: "nowhere"),
        ]),
      Session(id: "two", title: "Day 2", date: "2026-02-30"),
    ])

  private func language(_ code: String) throws -> Language {
    try #require(Language.find(code, in: .builtIn))
  }

  private func lines(_ code: String = "en", _ plan: Plan = plan) throws -> [String] {
    PlanReviewText.lines(plan, try language(code), .builtIn, kinds: Catalogue.all.kinds)
  }

  @Test func `each session's sentences stand under its title`() throws {
    #expect(
      try lines() == [
        "The whole programme",
        "  Nothing is planned for the phase Act: is that meant?",
        "Day 1",
        "  Experts (09:00): no speaker is named yet.",
        "  200 min without a break before Lunch at 12:20.",
        "  The longest break around noon is Lunch (12:20): 20 min, and lunch takes 45.",
        "  110 min without a break to the end of Vote at 14:30.",
        "  Vote (12:40): the plan has no board “nowhere”.",
        "Day 2",
        "  “2026-02-30” is not a date such as 2026-11-23.",
      ])
  }

  @Test(arguments: [
    ("en", "  200 min without a break before Lunch at 12:20."),
    ("fr", "  200\u{A0}min sans pause avant «\u{A0}Lunch\u{A0}» à 12:20."),
    ("hu", "  200 perc szünet nélkül a következő előtt: Lunch (12:20)."),
  ])
  func `a remark is said in the reader's language`(code: String, sentence: String) throws {
    let lines = try lines(code)
    #expect(lines.contains(sentence), "\(lines)")
    #expect(try lines.count == self.lines().count)
    let english = try Set(self.lines()).subtracting(["Day 1", "Day 2"])
    #expect(code == "en" || english.isDisjoint(with: lines), "\(lines)")
  }

  /// A plan with every remark there is.
  private static let faulty: Plan = {
    func activity(
      _ id: String, _ kind: String = "board", _ minutes: Int = 10,
      _ change: (inout Activity) -> Void
    ) -> Activity {
      var activity = Activity(id: id, title: Localized("Item \(id)"), kind: kind, minutes: minutes)
      change(&activity)
      return activity
    }
    let round = Round(title: "R", theme: "x", segments: [Segment(title: "S", minutes: 3)])
    return Plan(
      title: "", boards: [Board(id: "b", title: "Board b", sheet: "x")],
      sessions: [
        Session(
          id: "s", title: "S", date: "2026-11-23",
          activities: [
            activity("a", "warm-up", 40) { ($0.minimum, $0.warmUp) = (41, "x") },
            activity("b", "talk", 60) { ($0.maximum, $0.rounds, $0.deck) = (50, [round], "x") },
            activity("c", "poll") { $0.poll = PollPlan(dots: 1, cap: 2) },
            activity("d") { ($0.isFixed, $0.start, $0.board) = (true, "10:40", "x") },
            activity("e") { ($0.isFixed, $0.start, $0.canvas) = (true, "10:45", "x") },
            activity("f", "break") { _ in },
            activity("g", "talk", 200) { $0.rounds = [round, Round(title: "T", who: "Zoé")] },
          ]),
        Session(
          id: "t", title: "T", date: "2026-11-22",
          activities: [
            activity("h", "board", 400) { $0.minimum = 390 }, activity("i", "break", 30) { _ in },
          ]),
        Session(
          id: "u", title: "U", date: "soon",
          activities: [
            activity("j", "board", 180) { _ in }, activity("k", "break", 20) { _ in },
            activity("l", "board", 120) { _ in },
          ]),
        Session(
          id: "v", title: "V",
          activities: [
            activity("m", "board", 190) { _ in },
            activity("n", "board", 120) { ($0.isFixed, $0.start) = (true, "12:30") },
          ]),
      ])
  }()

  @Test(arguments: Language.builtIn)
  func `every remark is a sentence with all its values`(code: String) throws {
    let lines = try lines(code, Self.faulty).filter { $0.hasPrefix("  ") }
    let points = Review(of: Self.faulty, knowing: Review.Known(kinds: Catalogue.all.kinds)).remarks
      .map(\.point)
    #expect(points.count == lines.count)
    // A case without values has no label.
    let cases = points.map { Mirror(reflecting: $0).children.first?.label ?? "\($0)" }
    #expect(Set(cases).count == 18, "a case is missing of \(Set(cases).sorted())")
    for line in lines {
      #expect(line.hasSuffix(".") || line.hasSuffix("?"), "\(line)")
      #expect(!line.contains("{") && !line.contains("()"), "\(line)")
      #expect(!line.dropFirst(2).contains("  "), "\(line)")
    }
  }

  @Test func `a plan without remarks leaves no line`() throws {
    var plan = Self.plan
    plan.sessions = [
      Session(
        id: "day", title: "Day",
        activities: Phase.allCases.map { phase in
          Activity(
            id: phase.rawValue, title: "", kind: "board", phase: phase, minutes: 30, minimum: 25)
        })
    ]
    #expect(try lines("en", plan).isEmpty)
  }

  @Test func `the plan is read as it was changed in the program`() throws {
    let change = PlanChange.activitySet(
      activity: "lunch", field: "dropped", value: "yes", base: "no")
    let scene = Stage.scene(Self.plan, then: [.planChanged(changes: [change])])
    let lines = PlanReviewText.lines(scene)
    #expect(lines.contains("  No lunch break in a day that runs over noon; 45 min would do."))
    #expect(try lines != self.lines())
  }

  @Test func `a board made in the room may be named`() throws {
    let boards = [Board(id: "nowhere", title: "Nowhere")]
    let lines = PlanReviewText.lines(
      Self.plan, .english, .builtIn, boards: boards, kinds: Catalogue.all.kinds)
    #expect(!lines.contains { $0.contains("nowhere") })
  }

  @Test func `what people typed is made safe before it is said`() throws {
    var plan = Self.plan
    plan.sessions[0].title = "Day\n\u{1B}[31mred"
    plan.sessions[0].activities[0].title = "Ex\u{202E}perts\n  Forged line."
    let lines = try lines("en", plan)
    #expect(lines.count == (try self.lines().count))
    #expect(
      lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" } })
  }

  /// What the programme's own plans leave open is meant: minutes are as they are, and speakers are
  /// not known to a template.
  @Test(arguments: Content.builtIn.templates + ["demo"])
  func `the built-in plans hold no slip`(id: String) throws {
    let plan = id == "demo" ? try Stage.plan("en") : try #require(Content.builtIn.template(id))
    let content = Content.builtIn
    let known = Review.Known(
      sheets: Set(content.sheets.keys),
      canvases: Set(content.canvases.keys).union(content.journeys.keys),
      decks: Set(content.decks.keys), warmUps: Set(content.warmUps.map(\.id)),
      methods: Set(content.methods.map(\.id)), kinds: Catalogue.all.kinds)
    for remark in Review(of: plan, knowing: known).remarks {
      switch remark.point {
      case .longStretch, .longStretchThrough, .roundsDiffer: continue
      // The call's days and the fund are everybody's own.
      case .noSpeaker, .programmeLacks: #expect(id != "demo", "\(remark)")
      default: Issue.record("\(id): \(remark)")
      }
    }
  }
}

extension EndToEnd {
  /// `atelier check` as people read it.
  @Suite struct CheckTests {
    private let place = Folder()

    @Test(arguments: [
      ("en", "What an experienced facilitator would ask", "Five facts (09:10)"),
      ("fr", "Ce que demanderait une personne expérimentée", "(09:10)"),
      ("hu", "Amit egy tapasztalt facilitátor megkérdezne", "(09:10)"),
    ])
    func `check asks what a facilitator would, and fails for none of it`(
      language: String, heading: String, name: String
    ) throws {
      let path = place / "express"
      try Program.run("new", path, "--template", "express-90", "--language", "en")
      let run = try Program.run("check", path, "--language", language)
      #expect(run.code == 0 && run.err.isEmpty, "\(run)")
      #expect(run.out.contains("\n\n\(heading)\n\n") && run.out.contains(name), "\(run.out)")
    }

    @Test func `a plan without remarks gets a sentence that says so`() throws {
      let path = place / "bare"
      try Program.run("new", path, "--template", "express-90")
      place.put(#"{"v": 1, "title": "Bare"}"#, "bare/workshop.json")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: path + "/workshop.json")
      let run = try Program.run("check", path)
      #expect(run.code == 0 && run.out.hasSuffix("\n\nThe plan raises no question.\n"), "\(run)")
    }

    @Test func `a plan that cannot be read is a finding and gets no remarks`() throws {
      let path = place / "broken"
      try Program.run("new", path, "--template", "express-90")
      place.put("{", "broken/workshop.json")
      let run = try Program.run("check", path)
      #expect(run.code == 1 && !run.out.contains("facilitator"), "\(run)")
    }
  }
}
