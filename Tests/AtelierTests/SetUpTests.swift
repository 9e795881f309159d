import Languages
import Terminal
import Testing
import WorkshopCore

@testable import Assets
@testable import Shell
@testable import Time
@testable import atelier

/// A workshop set up at the desk, from the blank template.
@Suite struct SetUpTests {
  private static func blank(_ code: String = "en") throws -> Desk {
    let plan = try #require(Content.builtIn.template("blank")).resolved(in: code)
    return Desk(Stage.scene(plan))
  }

  @Test func `where nothing is planned the desk says what to press, and n begins nothing`() throws {
    var desk = try Self.blank()
    let screen = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(screen.contains("Nothing is planned yet"))
    #expect(desk.press("n").isWarning)
    #expect(desk.events.isEmpty)
  }

  /// Keys and texts as somebody presses and types them, counted: a text is as many as it has letters.
  private struct Hands {
    var desk: Desk
    var keys = 0

    mutating func press(_ labels: String...) {
      for label in labels { desk.press(label) }
      keys += labels.count
    }

    mutating func type(_ text: String) {
      desk.type(text)
      keys += text.count
    }
  }

  @Test func `the form of the workshop sets title, goal, tables, place, lead and a theme`() throws {
    var desk = try Self.blank()
    desk.press("W")
    desk.press("Ctrl-U")
    desk.type("Counters")
    desk.press("Enter")
    desk.type("Three ideas")
    desk.press("Enter", "Enter", "Ctrl-U")
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

  @Test func `a three-hour workshop takes fewer than 120 keys, its title and goal included`() throws
  {
    let blank = try Self.blank().scene
    var scene = blank
    scene.offerSetUp()
    var hands = Hands(desk: Desk(scene))
    // The form that a blank workshop opens with, over the editor of its agenda.
    hands.press("Ctrl-U")
    hands.type("Shorter queues")
    hands.press("Enter")
    hands.type("Three ideas to test")
    hands.press("Esc")
    // Open and warm up, the persona game, finding ideas.
    hands.press("a", "Enter", "a", "Down", "Enter", "a", "Down", "Down", "Enter")
    hands.press("a")
    hands.type("break")
    hands.press("Enter", "Enter")
    // A second board, a vote on what was found there, a canvas and the closing round.
    hands.press("a")
    hands.type("board")
    hands.press("Enter")
    hands.type("What stops us 20")
    hands.press("Enter", "a")
    hands.type("vote and")
    hands.press("Enter", "a")
    hands.type("clos")
    hands.press("Enter")
    let plan = hands.desk.scene.workshop.plan
    #expect(hands.keys < 120, "\(hands.keys)")
    #expect(plan.title == "Shorter queues" && plan.goal == "Three ideas to test")
    #expect(
      plan.activities.map(\.kind) == [
        "plenary", "warm-up", "persona", "board", "board", "break", "board", "poll", "canvas",
        "actions", "check-out",
      ])
    #expect(plan.activities.reduce(0) { $0 + $1.minutes } >= 180)
    #expect(Set(plan.activities.filter { $0.kind == "board" }.compactMap(\.board)).count == 2)
    for activity in plan.activities {
      #expect(activity.board == nil || plan.board(activity.board) != nil, "\(activity.title)")
    }
    #expect(Set(plan.activities.map(\.id)).count == 11)
    print("a three-hour workshop: \(hands.keys) keys")
  }

  @Test(arguments: ["en", "fr", "hu"])
  func `every block has a title, a line and boards in each language`(_ code: String) throws {
    #expect(Content.builtIn.blocks.count == 5)
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

  @Test func `an activity of any kind comes with the board it works on`()
    throws
  {
    for kind in Features.all.kinds {
      var desk = try Self.blank()
      desk.press("A", "a")
      desk.type(desk.scene.say(kind.name))
      let menu = try #require(desk.scene.focus.overlay as? Menu)
      let index = try #require(menu.matches.lastIndex { $0.label == desk.scene.say(kind.name) })
      for _ in 0..<index { desk.press("Down") }
      desk.press("Enter")
      if desk.scene.focus.overlay is Prompt { desk.press("Enter") }
      let activity = try #require(desk.scene.workshop.plan.activities.first, "\(kind.id)")
      let board = desk.scene.workshop.plan.board(activity.board)
      #expect(board?.sheet == kind.planning.board?.sheet, "\(kind.id)")
      #expect(desk.scene.focus.overlay is AgendaEditor)
    }
  }

  @Test func `a vote takes its options from the board before it, and its form has its rule`() throws
  {
    var desk = try Self.blank()
    desk.press("A", "a")
    desk.type("board")
    desk.press("Enter")
    desk.type("Hopes 15")
    desk.press("Enter", "a")
    desk.type("board")
    desk.press("Enter")
    desk.type("Fears 15")
    desk.press("Enter", "a")
    desk.type("everyone votes")
    if (desk.scene.focus.overlay as? Menu)?.matches.isEmpty != false {
      for _ in 0..<14 { desk.press("Backspace") }
      desk.type("vote")
      desk.press("Down")
    }
    desk.press("Enter", "Enter")
    let plan = desk.scene.workshop.plan
    #expect(plan.boards.map(\.id) == ["hopes", "fears"])
    #expect(plan.activities.last?.kind == "poll" && plan.activities.last?.board == "fears")
    desk.press("Enter")
    let form = try #require(desk.scene.focus.overlay as? Form)
    let fields = form.sheet.fields.map(\.id)
    #expect(fields.contains("vote") && fields.contains("dots") && fields.contains("winners"))
    for _ in 0..<(fields.firstIndex(of: "winners") ?? 0) { desk.press("Down") }
    desk.type("4")
    desk.press("Up", "Up", "Up")
    #expect((desk.scene.focus.overlay as? Form)?.field.id == "board")
    desk.press("Left")
    for _ in 0..<8
    where (desk.scene.focus.overlay as? Form)?.line.text != PlanSheets.newBoard {
      desk.press("Right")
    }
    desk.press("Esc")
    let vote = try #require(desk.scene.workshop.plan.activities.last)
    #expect(vote.poll?.winners == 4 && vote.poll?.method == .dots)
    #expect(vote.board == "vote" && desk.scene.workshop.plan.board("vote")?.title == "Vote")
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
    #expect(desk.scene.workshop.plan.sessions.map(\.activities.count) == [5, 3])
    let days = desk.scene.workshop.plan.sessions.map(\.id)
    desk.press("{")
    #expect(desk.scene.workshop.plan.sessions.map(\.id) == days.reversed())
    desk.press("X")
    #expect(desk.scene.workshop.plan.sessions.count == 2, "it is asked first")
    desk.press("X")
    #expect(desk.scene.workshop.plan.sessions.map(\.activities.count) == [5])
  }

  @Test func `boards are added, moved and taken out; one with cards stays and says so`() throws {
    var desk = try Self.blank()
    desk.press("A", "o", "a")
    desk.type("Hopes")
    desk.press("Enter", "a")
    desk.type("Fears")
    desk.press("Enter", "K")
    #expect(desk.scene.workshop.plan.boards.map(\.id) == ["fears", "hopes"])
    desk.carryOut(.event(.cardAdded(board: "fears", text: "No time", fields: nil)))
    desk.press("Delete")
    #expect(desk.scene.workshop.plan.board("fears") != nil)
    let answer = desk.scene.focus.notice.map { desk.scene.say($0.phrase) }
    #expect(answer == "It has 1 card and cannot be removed")
    desk.press("Down", "Delete")
    #expect(desk.scene.workshop.plan.boards.map(\.id) == ["fears"])
  }

  @Test(arguments: ["place", "sponsor", "funding", "reach", "tables", "challenge"])
  func `the form is found by any of its words`(_ word: String) throws {
    var desk = try Self.blank()
    desk.press(":")
    desk.type(word)
    let menu = try #require(desk.scene.focus.overlay as? Menu)
    #expect(menu.matches.contains { $0.label.hasPrefix("Set up the workshop") }, "\(word)")
  }

  @Test
  func
    `whatever is changed at one desk while the workshop runs reaches the other, and u undoes it`()
    throws
  {
    let plan = try #require(Content.builtIn.template("express-90")).resolved(in: "en")
    try Seat.inWorkshop(plan) { directory in
      var ana = try Seat(directory, .facilitator, "Ana")
      var ben = try Seat(directory, .facilitator, "Ben")
      ana.look()
      ana.press(.character("n"))
      let changes: [(field: String, typed: String)] = [
        ("title", "Mine"), ("goal", "An end"), ("language", "fr"), ("tables", "9"), ("lead", "Ana"),
        ("place", "Town hall"), ("commissioner", "The city"), ("fund-amount", "900 €"),
        ("reach", "30 people"),
      ]
      for (field, typed) in changes {
        let before = value(field, in: ben.scene.workshop)
        ana.press(.character("W"))
        let fields = (ana.scene.focus.overlay as? Form)?.sheet.fields.map(\.id) ?? []
        for _ in 0..<(fields.firstIndex(of: field) ?? 0) { ana.press(.down) }
        ana.press(.control("u"))
        ana.type(typed)
        ana.press(.escape)
        ben.look(after: 1)
        #expect(value(field, in: ben.scene.workshop) == typed, "\(field)")
        ana.look(after: 1)
        ana.press(.character("u"))
        ben.look(after: 2)
        #expect(value(field, in: ben.scene.workshop) == before, "\(field) undone")
      }
      ana.room.close(ana.scene)
      ben.room.close(ben.scene)
    }
  }

  private func value(_ field: String, in workshop: Workshop) -> String? {
    field == "place" ? workshop.plan.sessions.first?.place : workshop.plan.value(of: field)
  }
}
