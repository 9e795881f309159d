import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell

/// A game or a break that is put into the tests' morning while ideas are typed.
@Suite struct InsertTests {
  /// 10:03: ideas run until 10:31, the break is fixed at 10:40, seven people are on the roster.
  private func desk(_ code: String = "en", then labels: String...) -> Desk {
    var desk = Desk(Fixture.scene(.board, .facilitator, code))
    for label in labels { desk.press(label) }
    return desk
  }

  private func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func line(_ text: String, in lines: [String]) throws -> String {
    try #require(lines.first { $0.contains(text) }, "\(lines.joined(separator: "\n"))")
  }

  @Test func `two keys put a break in, and the agenda goes on from it`() throws {
    let desk = desk(then: "e", "Enter")
    #expect(desk.scene.focus.overlays.isEmpty)
    let activity = Activity(
      id: "", title: "Break", kind: "break", minutes: 5, minimum: 5, priority: .could,
      board: "ideas")
    #expect(
      desk.events == [
        .planChanged(changes: [
          .activityAdded(session: "morning", after: "ideation", activity: activity)
        ])
      ])
    let titles = desk.scene.workshop.plan.activities.map { desk.scene.say($0.title) }
    let index = try #require(titles.firstIndex(of: "Ideation"))
    #expect(Array(titles[index...].prefix(3)) == ["Ideation", "Break", "Break"])
    #expect(lines(desk.scene).last == " “Break” comes next; u undoes it")
  }

  @Test func `what fits comes first, the others tell why not`() throws {
    let lines = lines(desk(then: "e").scene, 80, 160)
    #expect(lines[1] == "  Insert a game, a break or a method · 9 min free · 7 people")
    #expect(lines[5] == "  ▶ Break" + String(repeating: " ", count: 64) + "5 min")
    let knot = try line("Human knot", in: lines)
    #expect(knot.hasSuffix("with touch · for 10–15 people, here 7…"), "\(knot)")
    #expect(try line("Boom", in: lines).hasSuffix("for 8–20 people, here 7"))
    #expect(try line("Human map", in: lines).contains("needs 10 min"))
    let order = ["Simon says", "Boom"].compactMap { title in
      lines.firstIndex { $0.contains(title) }
    }
    #expect(order == order.sorted() && order.count == 2)
  }

  @Test func `after lunch, games for it come first`() throws {
    var scene = try Stage.live(at: "lunch-1")
    scene.now = scene.now.adding(seconds: 600)
    let lines = lines(Desk.scene(scene, "e"))
    #expect(lines[5].hasPrefix("  ▶ ") && lines[5].contains("after lunch · "), "\(lines[5])")
  }

  @Test func `who is marked as present is counted, not the roster`() throws {
    var desk = Desk(Fixture.scene(.board))
    desk.arrange { scene in
      scene = scene.trying(
        .memberAdded(card: "p-jean", set: "present", member: "morning"),
        .memberAdded(card: "p-lan", set: "present", member: "morning"))
    }
    desk.press("e")
    #expect(lines(desk.scene)[1].hasSuffix(" · 2 people"))
  }

  @Test func `the highlighted one's consequence is said beneath the list`() throws {
    var desk = desk(then: "e")
    #expect(try line("the end stays at 12:", in: lines(desk.scene)).hasPrefix("  the end"))
    desk.press("↓", "↓", "↓")
    desk.type("pau")
    #expect(lines(desk.scene).contains { $0.contains("Nothing here") })
    desk.press("Ctrl-U")
    desk.type("break")
    desk.press("↓")
    for (columns, rows) in [(80, 24), (60, 15)] {
      let foot = try line("10:40", in: lines(desk.scene, columns, rows))
      #expect(foot == "  the end stays at 12:20 · Break 10:40 loses 1 min", "\(foot)")
    }
  }

  @Test func `typing narrows the list`() throws {
    var desk = desk(then: "e")
    desk.type("simon")
    let lines = lines(desk.scene)
    #expect(lines[5].hasPrefix("  ▶ Simon says"))
    #expect(!lines.contains { $0.contains("Boom") })
  }

  @Test func `a game goes in with its shortest form, in the workshop's language`() throws {
    var desk = desk("fr", then: "e")
    desk.type("jacques")
    desk.press("Enter")
    guard case .planChanged(let changes) = desk.events.first,
      case .activityAdded(_, _, let activity) = changes.first
    else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(activity.kind == "warm-up" && activity.warmUp == "simon-says")
    #expect(activity.title == "Simon says", "the plan is in English, the terminal in French")
    #expect((activity.minutes, activity.minimum, activity.maximum) == (5, 5, 5))
  }

  @Test func `what does not fit can be put in all the same, with its reason said again`() throws {
    var desk = desk(then: "e")
    desk.type("knot")
    #expect(
      try line("Warning:", in: lines(desk.scene)).contains("with touch · for 10–15 people, here 7"))
    desk.press("Enter")
    #expect(desk.events.count == 1)
  }

  @Test func `before the day begins it comes first, on the car park`() {
    let desk = Desk(Fixture.scene(nil))
    var waiting = desk
    waiting.press("e", "Enter")
    let first = waiting.scene.workshop.plan.activities.first
    #expect(first?.id == "desk-1" && first?.board == "parking")
  }

  @Test func `the projected stage shows no list`() {
    let outcome = Keymap.decide(.character("e"), Desk.scene(Fixture.scene(.board), "s"))
    #expect(outcome.isWarning && outcome.focus == nil)
  }

  @Test func `trying changes nothing but what is tried`() {
    let scene = Fixture.scene(.board)
    let tried = scene.trying(.countdownPaused(activity: "ideation"))
    #expect(tried.countdown?.isRunning == false && scene.countdown?.isRunning == true)
  }
}
