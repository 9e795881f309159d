import Terminal
import Testing
import WorkshopCore

@testable import Assets
@testable import Shell
@testable import Time

/// A workshop set up at the desk, from the blank template.
@Suite struct SetUpTests {
  private static func blank(_ code: String = "en") throws -> Desk {
    let plan = try #require(Content.builtIn.template("blank")).resolved(in: code)
    return Desk(Stage.scene(plan))
  }

  @Test func `the form of the workshop sets title, goal, tables, place, lead and a theme`() throws {
    var desk = try Self.blank()
    desk.press("W")
    for _ in 0..<13 { desk.press("Backspace") }
    for _ in 0..<10 { desk.press("Backspace") }
    desk.type("Counters")
    desk.press("Enter")
    desk.type("Three ideas")
    desk.press("Enter", "Enter")
    desk.press("Backspace")
    desk.type("4")
    desk.press("Enter")
    desk.type("Town hall")
    desk.press("Enter")
    desk.type("Ana")
    desk.press("Enter")
    desk.type("The city")
    desk.press("Enter")
    desk.type("5000 €")
    desk.press("Enter")
    desk.type("30 people")
    desk.press("Enter")
    desk.type("Inclusion")
    desk.press("Enter")
    desk.type("How might we help?")
    desk.press("Enter")
    desk.type("The mayor")
    desk.press("Esc")
    let plan = desk.scene.workshop.plan
    #expect(plan.title == "Counters" && plan.goal == "Three ideas" && plan.tables == 4)
    #expect(plan.sessions.first?.place == "Town hall" && plan.lead == "Ana")
    #expect(plan.commissioner == "The city" && plan.reach == "30 people")
    #expect(plan.programme?.fund.amount == "5000 €")
    let theme = try #require(desk.scene.workshop.themes.first)
    #expect(theme.name == "Inclusion" && theme.challenge == "How might we help?")
    #expect(theme.sponsor == "The mayor")
  }

  @Test func `a morning with two boards, a vote and a closing takes fewer than 120 keys`() throws {
    var desk = try Self.blank()
    var keys = 1
    desk.press("A")
    for block in 0..<6 {
      desk.press("a")
      for _ in 0..<block { desk.press("Down") }
      desk.press("Enter")
      keys += block + 2
    }
    let plan = desk.scene.workshop.plan
    #expect(keys < 120)
    #expect(plan.activities.map(\.kind).contains("poll"))
    #expect(plan.activities.last?.kind == "check-out")
    #expect(plan.boards.count >= 2)
    for activity in plan.activities {
      #expect(activity.board == nil || desk.scene.workshop.board(activity.board) != nil)
    }
    #expect(plan.activities.reduce(0) { $0 + $1.minutes } >= 150)
  }

  @Test(arguments: ["en", "fr", "hu"])
  func `every block has a title, a line and boards in each language`(_ code: String) throws {
    #expect(Content.builtIn.blocks.count == 6)
    for id in Content.builtIn.blocks {
      let block = try #require(Content.builtIn.block(id))
      #expect(block.title.texts[code]?.isEmpty == false && block.summary?.texts[code] != nil)
      let boards = Set(block.boards.map(\.id))
      for activity in block.activities {
        #expect(activity.title.texts[code]?.isEmpty == false)
        let board = activity.board ?? "parking"
        #expect(boards.contains(board) || board == "parking", "\(id): \(board)")
      }
    }
  }

  @Test func `a day like another, a copy, a half and a move keep every minute`() throws {
    var desk = try Self.blank()
    desk.press("A", "a", "Enter", "c")
    #expect(desk.scene.workshop.plan.activities.count == 3)
    let minutes = desk.scene.workshop.plan.activities.reduce(0) { $0 + $1.minutes }
    desk.press("/")
    #expect(desk.scene.workshop.plan.activities.count == 4)
    #expect(desk.scene.workshop.plan.activities.reduce(0) { $0 + $1.minutes } == minutes)
    desk.press("a", "Up", "Enter")
    #expect(desk.scene.workshop.plan.sessions.map(\.activities.count) == [4, 4])
    #expect(Set(desk.scene.workshop.plan.activities.map(\.id)).count == 8)
    desk.press("m", "Enter")
    #expect(desk.scene.workshop.plan.sessions.map(\.activities.count) == [3, 5])
    desk.press("X", "X")
    #expect(desk.scene.workshop.plan.sessions.map(\.activities.count) == [5])
  }
}
