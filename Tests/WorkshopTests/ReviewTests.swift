import Testing
import WorkshopCore
import WorkshopQueries

/// Each rule with a plan that breaks it and one that just does not.
@Suite struct ReviewTests {
  private static let known = Review.Known(
    sheets: ["idea"], canvases: ["social"], decks: ["persona"], warmUps: ["mah-zunga"],
    boards: ["made-live"], kinds: Room.kinds)

  /// An activity that can be done in half its time when need be.
  private func activity(
    _ id: String, _ minutes: Int, _ kind: String = "board", at start: String? = nil,
    isDropped: Bool = false, _ change: (inout Activity) -> Void = { _ in }
  ) -> Activity {
    var activity = Activity(
      id: id, title: Localized(id), kind: kind, minutes: minutes,
      minimum: minutes / 2, isFixed: start != nil, start: start,
      isDropped: isDropped)
    change(&activity)
    return activity
  }

  private func remarks(_ plan: Plan) -> [PlanDiagnostic] {
    Review(of: plan, knowing: Self.known).remarks
  }

  /// What is remarked on a session of these activities, but for phases.
  private func remarks(from start: String = "09:00", _ activities: [Activity]) -> [PlanDiagnostic] {
    remarks(
      Plan(
        title: "", themes: [Theme(id: "roads", name: "Roads")],
        boards: [Board(id: "ideas", title: "Ideas")],
        sessions: [Session(id: "day", title: "Day", start: start, activities: activities)])
    ).filter { $0.session != nil }
  }

  /// The points on an activity that takes ten minutes beside another of ten.
  private func points(_ kind: String = "board", _ change: (inout Activity) -> Void)
    -> [PlanDiagnostic
    .Point]
  {
    remarks([activity("a", 10, kind, change), activity("b", 10)])
      .filter { $0.activity == "a" }.map(\.point)
  }

  private func on(_ activity: String?, _ point: PlanDiagnostic.Point) -> PlanDiagnostic {
    PlanDiagnostic(session: "day", activity: activity, point)
  }

  // MARK: Breaks

  @Test func `ninety minutes may pass without a break, ninety-one are remarked`() {
    let pause = activity("pause", 15, "break")
    #expect(remarks([activity("a", 90), pause, activity("b", 90)]).isEmpty)
    #expect(
      remarks([activity("a", 91), pause, activity("b", 10)])
        == [on("pause", .longStretch(minutes: 91, before: 631))])
    #expect(
      remarks([activity("a", 10), pause, activity("b", 40), activity("c", 51)])
        == [on("c", .longStretchThrough(minutes: 91, end: 656))])
  }

  @Test func `a session of ninety minutes needs no break`() {
    #expect(remarks([activity("a", 45), activity("b", 45)]).isEmpty)
    #expect(
      remarks([activity("a", 45), activity("b", 46)])
        == [on("b", .longStretchThrough(minutes: 91, end: 631))])
  }

  @Test func `a break of four minutes is none, nor is one that was dropped`() {
    func with(_ pause: Activity) -> [PlanDiagnostic] {
      remarks([activity("a", 80), pause, activity("b", 80)])
    }
    #expect(with(activity("pause", 5, "break")).isEmpty)
    #expect(
      with(activity("pause", 4, "break"))
        == [on("b", .longStretchThrough(minutes: 164, end: 704))])
    #expect(
      with(activity("pause", 15, "break", isDropped: true))
        == [on("b", .longStretchThrough(minutes: 160, end: 700))])
  }

  @Test func `time left free before a fixed item is rest, a delay is not`() {
    #expect(remarks([activity("a", 80), activity("b", 80, at: "10:25")]).isEmpty)
    #expect(
      remarks([activity("a", 80), activity("b", 80, at: "10:24")])
        == [on("b", .longStretchThrough(minutes: 164, end: 704))])
    #expect(
      remarks([activity("a", 80), activity("b", 80) { $0.delay = 20 }])
        == [on("b", .longStretchThrough(minutes: 180, end: 720))])
    #expect(
      remarks([activity("a", 100), activity("b", 80, at: "11:00")])
        == [on("a", .longStretchThrough(minutes: 100, end: 640))])
  }

  @Test func `slack at the end is no break that anybody waits for`() {
    #expect(
      remarks([activity("a", 100), activity("slack", 10, "break")])
        == [on("a", .longStretchThrough(minutes: 100, end: 640))])
  }

  // MARK: Lunch

  /// Blocks of 90 minutes from 09:00 and a break of some minutes after the second, at 12:15.
  private func day(lunch minutes: Int, end: Int = 90) -> [Activity] {
    [
      activity("a", 90), activity("coffee", 15, "break"), activity("b", 90),
      activity("lunch", minutes, "break"), activity("c", 80), activity("tea", 15, "break"),
      activity("d", end),
    ]
  }

  @Test func `lunch takes forty-five minutes`() {
    #expect(remarks(day(lunch: 45)).isEmpty)
    #expect(remarks(day(lunch: 44)) == [on("lunch", .shortLunch(minutes: 44, wanted: 45))])
  }

  @Test func `a day without any break around noon has no lunch`() {
    func without(_ start: String) -> [PlanDiagnostic] {
      remarks(
        from: start,
        [
          activity("a", 85), activity("coffee", 15, "break"), activity("b", 85),
          activity("c", 0), activity("tea", 60, "break"), activity("d", 80),
        ])
    }
    // From 08:40 on, the long break begins at 11:45; from 11:30 on, at 14:35.
    #expect(without("08:40").isEmpty)
    #expect(without("11:25").isEmpty)
    #expect(
      without("11:30").map(\.point) == [.shortLunch(minutes: 15, wanted: 45)],
      "the coffee at 12:55 is the longest that begins in time")
    #expect(
      remarks([
        activity("a", 80), activity("coffee", 15, "break"), activity("b", 85),
        activity("c", 160), activity("tea", 60, "break"), activity("d", 80),
      ]).contains(on(nil, .noLunch(wanted: 45))))
  }

  @Test func `a session that is short, or over by half past one, needs no lunch`() {
    let short = [
      activity("a", 80), activity("coffee", 15, "break"), activity("b", 85),
      activity("tea", 15, "break"), activity("d", 74),
    ]
    // Four hours and 29 minutes; then five hours that end at 13:25 and at 13:30.
    #expect(remarks(from: "11:30", short).isEmpty)
    let long =
      Array(short.dropLast()) + [activity("d", 90), activity("e", 5, "break"), activity("f", 10)]
    #expect(remarks(from: "08:25", long).isEmpty)
    #expect(remarks(from: "08:30", long).map(\.point) == [.shortLunch(minutes: 15, wanted: 45)])
  }

  @Test func `an hour left free at noon is a lunch as well`() {
    var activities = day(lunch: 0)
    activities[4].isFixed = true
    activities[4].start = "13:00"
    #expect(remarks(activities).isEmpty)
    activities[4].start = "12:59"
    #expect(remarks(activities) == [on(nil, .shortLunch(minutes: 44, wanted: 45))])
  }

  // MARK: Buffer

  @Test func `a tenth of a session can be given up, or it is remarked`() {
    func with(_ minimum: Int) -> [PlanDiagnostic] {
      remarks([activity("a", 60) { $0.minimum = minimum }, activity("b", 20, at: "10:00")])
    }
    #expect(with(52).isEmpty)
    #expect(with(53) == [on(nil, .littleBuffer(gives: 7, of: 80, wanted: 8))])
    #expect(with(60) == [on(nil, .littleBuffer(gives: 0, of: 80, wanted: 8))])
  }

  @Test func `what is dropped, or has no minimum, gives nothing`() {
    #expect(
      remarks([
        activity("a", 60) { $0.minimum = nil },
        activity("b", 30, isDropped: true) { $0.minimum = 0 },
      ]) == [on(nil, .littleBuffer(gives: 0, of: 60, wanted: 6))])
    #expect(remarks([]).isEmpty)
  }

  // MARK: The programme

  @Test func `a phase that the whole programme lacks is named`() {
    func plan(_ phases: [Phase?]) -> Plan {
      Plan(
        title: "",
        sessions: phases.enumerated().map { index, phase in
          Session(
            id: "\(index)", title: "", activities: [activity("a\(index)", 10) { $0.phase = phase }])
        })
    }
    #expect(remarks(plan([.scan, .act, .focus])).isEmpty)
    #expect(remarks(plan([.scan, .act, nil])) == [PlanDiagnostic(.noPhase(.focus))])
    var dropped = plan([.scan, .act, .focus])
    dropped.sessions[0].activities[0].isDropped = true
    #expect(remarks(dropped) == [PlanDiagnostic(.noPhase(.scan))])
    #expect(remarks(Plan(title: "")).isEmpty)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-1-05", "23.11.2026", "2026-11-23T09:00", "٢٠٢٦-١١-٢٣",
  ])
  func `what is no date is remarked`(date: String) {
    let plan = Plan(title: "", sessions: [Session(id: "s", title: "", date: date)])
    #expect(remarks(plan) == [PlanDiagnostic(session: "s", .unreadableDate(date))])
  }

  @Test func `dates may be absent or equal, but run forwards`() {
    func plan(_ dates: [String?]) -> Plan {
      Plan(
        title: "",
        sessions: dates.enumerated().map { Session(id: "\($0)", title: "", date: $1) })
    }
    #expect(remarks(plan([nil, "", "2028-02-29", "2028-02-29", nil, "2028-03-01"])).isEmpty)
    #expect(
      remarks(plan(["2026-11-23", nil, "2026-11-22", "2026-11-24"]))
        == [PlanDiagnostic(session: "2", .datedBefore(session: "0", date: "2026-11-23"))])
  }

  // MARK: Activities

  @Test func `a talk has a speaker for each round, or somebody who leads it`() {
    let rounds = [Round(title: "R", who: "Zoé"), Round(title: "S", who: ""), Round(title: "T")]
    #expect(points("talk") { _ in } == [.noSpeaker(rounds: 0, of: 0)])
    #expect(points("talk") { $0.rounds = rounds } == [.noSpeaker(rounds: 2, of: 3)])
    #expect(points("talk") { $0.lead = "Zoé" }.isEmpty)
    #expect(points("talk") { ($0.rounds, $0.lead) = (rounds, "Zoé") }.isEmpty)
    #expect(points("talk") { $0.rounds = [rounds[0]] }.isEmpty)
    #expect(points("talk") { $0.each = "ideas" }.isEmpty, "the room's cards bring theirs")
    #expect(points("board") { _ in }.isEmpty)
  }

  @Test func `an activity's minutes lie between its least and its most`() {
    #expect(points { ($0.minimum, $0.maximum) = (10, 10) }.isEmpty)
    #expect(points { $0.minimum = 11 } == [.minimumAbove(minimum: 11, planned: 10)])
    #expect(points { $0.maximum = 9 } == [.maximumBelow(maximum: 9, planned: 10)])
  }

  @Test(arguments: [8, 9, 10, 11])
  func `rounds fill their activity, save a tenth for changing places`(minutes: Int) {
    let rounds = [
      Round(title: "R", segments: [Segment(title: "S", minutes: 5)]),
      Round(title: "T", segments: [Segment(title: "S", minutes: minutes - 5)]),
    ]
    let expected: [PlanDiagnostic.Point] =
      (9...10).contains(minutes) ? [] : [.roundsDiffer(rounds: minutes, planned: 10)]
    #expect(points { $0.rounds = rounds } == expected)
    #expect(points { ($0.rounds, $0.each) = (rounds, "ideas") }.isEmpty)
    #expect(points { $0.rounds = [Round(title: "untimed")] }.isEmpty)
  }

  @Test func `what comes before a fixed item ends when it starts`() {
    func with(_ minutes: Int) -> [PlanDiagnostic] {
      remarks([activity("a", minutes), activity("b", 10, at: "09:30")])
    }
    #expect(with(30).isEmpty)
    #expect(with(37) == [on("b", .startsTooEarly(by: 7))])
    #expect(
      remarks([
        activity("a", 30), activity("x", 10, isDropped: true), activity("b", 10, at: "09:30"),
      ]).isEmpty)
  }

  @Test func `fixed items do not overlap, wherever they stand`() {
    func with(_ start: String) -> [PlanDiagnostic] {
      remarks([
        activity("a", 30, at: "09:00"), activity("between", 0), activity("b", 15, at: start),
        activity("c", 30),
      ]).filter { if case .littleBuffer = $0.point { false } else { true } }
    }
    #expect(with("09:30").isEmpty)
    #expect(with("09:20") == [on("b", .overlaps("a", minutes: 10))])
    #expect(with("09:05") == [on("b", .overlaps("a", minutes: 15))])
  }

  @Test func `what an activity names is there`() {
    #expect(
      points {
        ($0.board, $0.each, $0.sheet) = ("ideas", "made-live", "idea")
        ($0.canvas, $0.deck, $0.warmUp) = ("social", "persona", "mah-zunga")
        $0.rounds = [Round(title: "R", who: "Zoé", theme: "roads"), Round(title: "S", theme: "")]
      }.isEmpty)
    #expect(points { $0.board = Workshop.people }.isEmpty, "the roster needs no plan")
    let unknown = points {
      ($0.board, $0.each, $0.sheet) = ("x", "x", "x")
      ($0.canvas, $0.deck, $0.warmUp) = ("x", "x", "x")
      $0.rounds = [Round(title: "R", theme: "x")]
    }
    let references: [PlanDiagnostic.Reference] = [.board, .sheet, .canvas, .deck, .warmUp, .theme]
    #expect(unknown == references.map { .unknown($0, id: "x", board: nil) })
  }

  @Test func `what a board names is there`() {
    func plan(_ sheet: String, _ canvas: String) -> Plan {
      Plan(title: "", boards: [Board(id: "b", title: "", sheet: sheet, canvas: canvas)])
    }
    #expect(remarks(plan("idea", "social")).isEmpty)
    #expect(
      remarks(plan("ida", "soc"))
        == [
          PlanDiagnostic(.unknown(.sheet, id: "ida", board: "b")),
          PlanDiagnostic(.unknown(.canvas, id: "soc", board: "b")),
        ])
  }

  @Test func `a vote has a board, and dots for what may go on one card`() {
    #expect(
      points("poll") { ($0.board, $0.poll) = ("ideas", PollPlan(dots: 2, cap: 2)) }.isEmpty)
    #expect(points("poll") { _ in } == [.voteWithoutBoard])
    #expect(
      points("poll") { ($0.board, $0.poll) = ("ideas", PollPlan(dots: 2, cap: 3)) }
        == [.capAboveDots(cap: 3, dots: 2)])
    #expect(points("poll") { ($0.board, $0.poll) = ("ideas", PollPlan(cap: 3)) }.isEmpty)
  }

  @Test func `an ice-breaker takes a quarter of an hour, half an hour in a long day`() {
    func with(_ minutes: Int, _ pause: Int) -> [PlanDiagnostic.Point] {
      remarks([
        activity("game", minutes, "warm-up"), activity("a", 60), activity("pause", pause, "break"),
        activity("b", 90),
        activity("later", 60, "warm-up", isDropped: true),
      ]).map(\.point)
    }
    #expect(with(15, 10).isEmpty)
    #expect(with(16, 10) == [.longWarmUp(minutes: 16, most: 15)])
    // Three hours in all, and a minute more.
    #expect(with(20, 10) == [.longWarmUp(minutes: 20, most: 15)])
    #expect(with(20, 11).isEmpty)
    #expect(with(25, 5) == [.longWarmUp(minutes: 25, most: 15)])
    let day = [activity("pause", 10, "break"), activity("c", 90)]
    func long(_ minutes: Int) -> [PlanDiagnostic] {
      remarks([activity("game", minutes, "warm-up"), activity("a", 55)] + day + day)
    }
    #expect(long(30).isEmpty)
    #expect(long(31) == [on("game", .longWarmUp(minutes: 31, most: 30))])
  }

  @Test func `remarks come in the order of the day`() {
    let remarks = remarks([
      activity("a", 100) { $0.minimum = 101 }, activity("pause", 10, "break"),
      activity("talk", 10, "talk") { $0.board = "nowhere" },
    ])
    #expect(remarks.map(\.activity) == [nil, "a", "pause", "talk", "talk"])
  }
}
