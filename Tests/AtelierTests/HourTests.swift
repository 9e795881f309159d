import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Languages
@testable import Projects
@testable import Shell
@testable import Time

/// The hour and the day against the plan: what is asked before, said after, and shown of the next time.
@Suite struct HourTests {
  private static let size = Size(columns: 100, rows: 30)

  private func text(_ scene: Scene) -> String { View.draw(scene, size: Self.size).text }

  private func notice(_ desk: Desk) -> String {
    desk.scene.focus.notice.map { desk.scene.say($0.phrase) } ?? ""
  }

  /// A scene of the tests' morning, so many minutes from nine, with more events before.
  private func scene(
    _ stop: Fixture.Stop?, minutes: Int, _ role: Role = .facilitator, _ language: String = "en"
  ) -> Scene {
    var scene = Fixture.scene(stop, role, language)
    scene.now = Moment(milliseconds: Fixture.nine + Int64(minutes) * 60_000)
    return scene
  }

  @Test func `before the plan's hour the room is opened at the second press`() {
    var desk = Desk(scene(nil, minutes: -10))
    #expect(desk.press("n").events.isEmpty)
    #expect(notice(desk).contains("09:00") && notice(desk).contains("in 10 min"))
    #expect(desk.press("n").events.count == 1)
    for minutes in [0, 1, 50] {
      var late = Desk(scene(nil, minutes: minutes))
      #expect(late.press("n").events.count == 1, "at the hour nobody is asked")
    }
  }

  @Test(arguments: [
    (-3 * 1440, "planned for"), (1440, "was planned for"), (400_000, "was planned"),
  ])
  func `on another day the date of the plan is told first`(minutes: Int, words: String) {
    var desk = Desk(scene(nil, minutes: minutes))
    #expect(desk.press("n").events.isEmpty)
    #expect(notice(desk).contains(words), "\(notice(desk))")
    #expect(desk.press("n").events.count == 1)
  }

  @Test func `without a date nobody waits, and the hour is told`() {
    var desk = Desk(scene(nil, minutes: -10))
    desk.arrange {
      var plan = FixturePlan.plan()
      plan.sessions[0].date = ""
      $0.workshop = Workshop(plan: plan, catalogue: .all)
    }
    #expect(desk.press("n").events.count == 1)
    #expect(notice(desk).contains("10 min before"))
  }

  @Test(arguments: [1440, 40 * 1440, 400 * 1440])
  func `days later no clock counts, and the desk says what to do`(minutes: Int) {
    for role in Role.allCases {
      let frame = text(scene(.board, minutes: minutes, role))
      #expect(!frame.contains("+") || role != .stage, "\(role): no overtime")
      #expect(frame.firstMatch(of: /\+\d\d+:\d\d/) == nil, "\(role)")
    }
    var desk = Desk(scene(.board, minutes: minutes))
    #expect(text(desk.scene).contains("Last held:") && desk.scene.countdown == nil)
    #expect(
      desk.press(.character(" ")).events == [.countdownStarted(activity: "ideation", seconds: 1800)]
    )
    let stage = View.draw(
      scene(.board, minutes: minutes, .stage), size: Size(columns: 80, rows: 24))
    #expect(LetterHeight.shows("Open counters", in: stage))
    #expect(!LetterHeight.shows("mobile desk", in: stage))
    let document = StateDocument(
      scene(.board, minutes: minutes).workshop, now: scene(.board, minutes: minutes).now)
    #expect(document.countdown == nil && document.clocks?.contains { $0.running } != true)
  }

  @Test func `a time of odd seconds is told as it is`() throws {
    var desk = Desk(Fixture.scene(.board))
    desk.press("S")
    desk.type("7:30")
    desk.press("Enter")
    let countdown = try #require(desk.scene.countdown)
    let whole = countdown.seconds
    let caption = TimeLeft.caption(countdown, desk.scene)
    #expect(whole % 60 == 0 || caption.contains(":"), "\(caption)")
  }

  // MARK: When people meet again

  private func asking(_ change: (inout Plan) -> Void, _ role: Role, _ language: String = "en")
    -> Scene
  {
    var plan = FixturePlan.plan()
    plan.sessions[0].activities[0].saysNext = true
    change(&plan)
    var scene = Fixture.scene(.plenary, role, language)
    scene.workshop =
      History(
        plan: plan, entries: Morning(until: .plenary, totals: [1, 1, 1, 1]).entries, catalogue: .all
      ).workshop
    return scene
  }

  @Test func `the room reads when it meets again, with the hour and the place`() {
    let later = Session(
      id: "jury", title: "Jury", date: "2027-01-21", start: "09:30", place: "Városháza")
    for language in ["en", "fr", "hu"] {
      let frame = text(asking({ $0.sessions.append(later) }, .stage, language))
      #expect(frame.contains("09:30") && frame.contains("Városháza") && frame.contains("2027"))
    }
    #expect(text(asking({ $0.sessions.append(later) }, .stage)).contains("We meet again:"))
    let typed = asking({ $0.sessions[0].next = "2026-12-15 14:00, town hall" }, .stage)
    #expect(text(typed).contains("15 December") && text(typed).contains("14:00, town hall"))
  }

  @Test func `without a date the room is told so, and the desk how to set it`() {
    #expect(text(asking({ _ in }, .stage)).contains("No date is set yet"))
    #expect(text(asking({ _ in }, .facilitator)).contains("A, then d sets it"))
    let undated = Session(id: "jury", title: "Jury", date: "")
    #expect(
      text(asking({ $0.sessions.append(undated) }, .facilitator)).contains("] and d sets it"))
    var desk = Desk(asking({ _ in }, .facilitator))
    desk.press("A", "d", "↑")
    desk.type("2026-12-15 14:00")
    desk.press("Esc", "Esc")
    #expect(desk.scene.workshop.plan.sessions[0].next == "2026-12-15 14:00")
    #expect(!text(desk.scene).contains("sets it"))
    #expect(Markdown.render(Minutes.report(desk.scene)).contains("14:00"))
  }

  // MARK: Texts to send, dates to keep

  @Test(arguments: ["en", "fr", "hu"])
  func `people are invited and reminded in their language, and no address is told`(
    _ language: String
  ) throws {
    var scene = scene(nil, minutes: -20 * 1440, .facilitator, language)
    scene.workshop.apply(
      Entry(
        id: EntryID(writer: "x", sequence: 1), stamp: Stamp(milliseconds: Fixture.nine - 9),
        at: "", by: "",
        event: .fieldSet(card: "p-jean", field: "email", value: "jean@example.org", over: nil)))
    scene.workshop.apply(
      Entry(
        id: EntryID(writer: "x", sequence: 2), stamp: Stamp(milliseconds: Fixture.nine - 8),
        at: "", by: "",
        event: .cardAdded(
          board: "actions", text: "Call Jean Morel", fields: ["due": "2026-11-20"])))
    for format in [ExportFormat.invitation, .reminder] {
      for hasNames in [true, false] {
        let bytes = try Exporting(
          format, of: scene, session: nil, isPublic: false, hasNames: hasNames
        ).file()
        let text = String(decoding: try #require(bytes), as: UTF8.self)
        #expect(text.contains("2026") && text.contains("Town hall") && text.contains("09:00–"))
        #expect(!text.contains("example.org"))
        #expect(hasNames || !text.contains("Jean"))
        #expect(!text.contains("{}") && !text.contains("{1}"))
      }
    }
    let reminder = Mail.reminder(scene)
    #expect(reminder.contains("20") && reminder.contains("Call Jean Morel"))
    #expect(
      Mail.invitation(scene).contains(scene.language.day(Day("2026-11-16")!, from: scene.today)))
  }

  @Test func `meetings, events and tests stand in the calendar, each once and under one name`()
    throws
  {
    let scene = try BetweenStage.scene(at: BetweenStage.opening)
    let entries = Dates.calendar(scene).entries
    #expect(Set(entries.map(\.id)).count == entries.count)
    let meetings = scene.workshop.cards(ofSheet: "meeting").filter { $0["date"] != nil }
    #expect(!meetings.isEmpty)
    for card in meetings { #expect(entries.contains { $0.id == "\(card.id)-date@atelier" }) }
    #expect(Dates.calendar(scene) == Dates.calendar(scene))
  }
}
