import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// How the day stands, at the agenda and at a board.
@Suite struct DayAtAGlanceTests {
  private func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A day of three phases, or of some, with the room at the first item for twelve minutes.
  private func scene(_ minutes: [Phase: Int], _ code: String = "en") -> Scene {
    let activities = Phase.allCases.compactMap { phase in
      minutes[phase].map {
        Activity(
          id: phase.rawValue, title: "Item", kind: "board", phase: phase, minutes: $0,
          board: "ideas")
      }
    }
    let plan = Plan(
      title: "Test", boards: [Board(id: "ideas", title: "Ideas")],
      sessions: [Session(id: "day", title: "Day", start: "09:30", activities: activities)])
    let now = Stage.now
    let opened = Stage.entry(
      .activityOpened(activity: activities.first?.id ?? "", seconds: nil), 1,
      at: now.milliseconds - 12 * 60_000)
    var scene = Stage.scene(plan)
    scene.workshop = History(plan: plan, entries: [opened], catalogue: .all).workshop
    scene.language = Fixture.language(code)
    return scene
  }

  /// The row above the summary, its half of the screen only.
  private func phases(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    let width = min(50, max(30, columns * 39 / 80))
    return String(lines(scene, columns, rows)[rows - 3].prefix(width)).trimmed
  }

  @Test func `the minutes of each phase stand at the desk, planned and real`() {
    #expect(phases(scene([.scan: 255, .focus: 75])) == "Scan 12 of 255 · Focus 0 of 75")
    #expect(phases(Fixture.scene(.board)) == "Focus 4 of 45")
  }

  @Test func `a day without phases has no such line`() {
    let plan = Plan(
      title: "Test",
      sessions: [
        Session(
          id: "day", title: "Day",
          activities: [Activity(id: "a", title: "A", kind: "board", minutes: 5)])
      ])
    #expect(phases(Stage.scene(plan)) == "")
  }

  @Test(arguments: [
    ("en", 80, "Scan 12 of 255 · Focus 0 of 75"), ("en", 60, "Scan 12 of 255"),
    ("fr", 80, "Explorer 12 sur 255"), ("hu", 80, "Felderítés 12/255 · Fókusz 0/75"),
    ("hu", 60, "Felderítés 12/255"),
  ])
  func `what does not fit is left out, and no name is cut`(code: String, columns: Int, text: String)
  {
    let day = scene([.scan: 255, .focus: 75], code)
    let shown = phases(day, columns, columns == 60 ? 15 : 24)
    #expect(Text.width(shown) <= 37 && shown == text, "\(shown)")
  }

  @Test(arguments: Language.builtIn)
  func `of three long phases the narrowest window has the one that everyone is in`(_ code: String) {
    let shown = phases(scene([.scan: 255, .focus: 225, .act: 45], code), 60, 15)
    #expect(Text.width(shown) <= 28 && shown.contains("255"), "\(shown)")
  }

  @Test func `each phase has its ink`() {
    let frame = View.draw(
      scene([.scan: 255, .focus: 75]), size: Size(columns: 80, rows: 24))
    #expect((0..<37).contains { frame[$0, 21].style.ink == .scan })
    #expect((0..<37).contains { frame[$0, 21].style.ink == .focus })
    #expect(!(0..<37).contains { frame[$0, 21].style.ink == .act })
  }

  @Test func `a board says how late the day is`() {
    var scene = scene([.scan: 30, .focus: 75])
    scene.focus.place = .board("ideas")
    scene.now = scene.now.adding(seconds: 21 * 60)
    for columns in [60, 80, 120] {
      let row = lines(scene, columns)[1]
      #expect(row.hasSuffix("min early · end 11:03 (11:15)") || row.hasSuffix("(11:15)"), "\(row)")
      #expect(row.count == columns - 1)
    }
  }

  /// A day of 23 November with an arrival, an item and a reserve, its first open for ten minutes.
  private func waiting(_ code: String, at hour: Int, opening: ActivityID?) -> Scene {
    let plan = Plan(
      title: "Digital Builders of the metropolis",
      sessions: [
        Session(
          id: "day", title: "Day 1", date: "2020-06-02", start: "09:00",
          activities: [
            Activity(id: "arrival", title: "Arrival", kind: "break", minutes: 30),
            Activity(id: "work", title: "Work", kind: "board", minutes: 60),
            Activity(id: "slack", title: "Slack", kind: "break", minutes: 10),
          ]),
        Session(id: "next", title: "Day 2", activities: []),
      ])
    var scene = Stage.scene(plan)
    scene.now = Stage.now.adding(seconds: (hour - 9) * 3600 + 30)
    if let opening {
      let at = scene.now.milliseconds - 30_000
      let entry = Stage.entry(.activityOpened(activity: opening, seconds: 600), 1, at: at)
      scene.workshop = History(plan: plan, entries: [entry], catalogue: .all).workshop
    }
    scene.language = Fixture.language(code)
    return scene
  }

  @Test(arguments: Language.builtIn)
  func `how late a day is that should have begun is not cut`(_ code: String) {
    let row = lines(waiting(code, at: 12, opening: nil))[22].prefix(39)
    #expect(row.contains("210") && row.contains("14:10") && !row.contains("…"), "\(row)")
  }

  @Test func `the top line names the day rather than cut the programme's name`() {
    let scene = waiting("en", at: 9, opening: "work")
    #expect(lines(scene)[0].hasPrefix(" Day 1  "))
    #expect(lines(scene, 160)[0].hasPrefix(" Day 1 · Digital Builders of the metropolis "))
  }

  @Test(arguments: [
    ("en", "arrival", "We begin at 09:40"), ("fr", "arrival", "Début à 09:40"),
    ("en", "slack", "Ends 09:40"), ("hu", "slack", "Vége: 09:40"),
  ])
  func `nobody is told to be back before the day or after it`(
    code: String, opening: String, text: String
  ) {
    var scene = waiting(code, at: 9, opening: opening)
    scene.role = .stage
    let frame = View.draw(scene, size: Size(columns: 80, rows: 24))
    #expect(LetterHeight.shows(text, in: frame), "\(frame.text)")
  }

  @Test func `a banner goes before it`() {
    var scene = scene([.scan: 30])
    scene.focus.place = .board("ideas")
    scene.trouble = "line 3"
    #expect(lines(scene)[1] == " line 3")
  }

  @Test func `at the agenda it stands once, and a day of long ago is not late`() throws {
    #expect(lines(scene([.scan: 30]))[1].isEmpty)
    var old = try Stage.scene(at: "cluster-1")
    old.focus.place = .board("ideas")
    #expect(lines(old)[1].isEmpty)
  }
}
