@testable import Cards
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Boards
@testable import Shell

/// One line for one person's slip at the end of a day.
@Suite struct SlipLineTests {
  private static func read(_ text: String, _ language: String = "en") throws -> SlipLine.Reading {
    let scene = try Stage.scene(at: "check-out-2", role: .notes, language: language)
    return scene.slip(text, on: try #require(scene.board))
  }

  private static func slip(
    _ roti: Int?, _ met: String? = nil, keep: [String] = [], change: [String] = []
  ) -> SlipLine.Reading {
    .slip(SlipLine(roti: roti, met: met, keep: keep, change: change))
  }

  @Test(arguments: [
    ("4", slip(4)), ("4 y", slip(4, "yes")), ("0 n", slip(0, "no")), ("4/5 yes", slip(4, "yes")),
    ("y", slip(nil, "yes")),
    ("4 y + lunch - start later", slip(4, "yes", keep: ["lunch"], change: ["start later"])),
    ("5 +lunch -noise", slip(5, keep: ["lunch"], change: ["noise"])),
    ("+ the soup", slip(nil, keep: ["the soup"])),
    ("3 N − a post-it for all", slip(3, "no", change: ["a post-it for all"])),
    ("2 + a + b", slip(2, keep: ["a", "b"])),
    ("4 - lunch of 30 -45 minutes", slip(4, change: ["lunch of 30 -45 minutes"])),
  ])
  func `a line that begins as a slip is one`(text: String, expected: SlipLine.Reading) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    "Keep the soup", "5 minutes more", "No bosses at the table", "Lunch - great", "2019 was better",
    "i + o", "-5 degrees in here", "10:30 is too late",
  ])
  func `words alone are a card, as on any board`(text: String) throws {
    #expect(try Self.read(text) == .words)
  }

  @Test(arguments: ["7 y", "44", "4,5", "4 x", "4 x + lunch", "4 y lunch", "4 y +", "4 + - noise"])
  func `what cannot be meant is refused, and the line stays`(text: String) throws {
    guard case .refused(let reason) = try Self.read(text) else {
      Issue.record("\(text) was taken")
      return
    }
    var desk = Desk(try Stage.scene(at: "check-out-2", role: .notes))
    desk.type(text)
    #expect(
      View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains(desk.scene.say(reason))
    )
    let outcome = desk.press("Enter")
    #expect(outcome.isWarning && outcome.events.isEmpty)
    #expect(desk.scene.focus.line.text == text)
  }

  @Test(arguments: [
    ("fr", "4 o", "oui"), ("fr", "4 y", "oui"), ("hu", "4 i", "igen"), ("hu", "4 n", "nem"),
  ])
  func `each language has its own letters`(language: String, text: String, answer: String) throws {
    let met = answer == "nem" ? "no" : "yes"
    #expect(try Self.read(text, language) == Self.slip(4, met))
    #expect(try Self.read("4 \(answer.uppercased())", language) == Self.slip(4, met))
  }

  @Test func `on another board the same line is a card`() throws {
    let scene = try Stage.scene(at: "cluster-1", role: .notes)
    #expect(scene.slip("4 y + lunch", on: try #require(scene.board)) == .words)
  }

  @Test func `a slip becomes a card for each thing said; the grade is on the first`() throws {
    var desk = Desk(try Stage.scene(at: "check-out-2", role: .notes))
    desk.type("4 y + lunch - start later")
    desk.press("Enter")
    #expect(
      desk.events == [
        .cardAdded(
          board: "check-out", text: "lunch", fields: ["zone": "keep", "roti": "4", "met": "yes"]),
        .cardAdded(board: "check-out", text: "start later", fields: ["zone": "change"]),
      ])
    #expect(desk.scene.focus.line.isEmpty)
    desk.type("3 n")
    desk.press("Enter")
    #expect(
      desk.events.last
        == .cardAdded(board: "check-out", text: "", fields: ["roti": "3", "met": "no"]))
    // It has nothing to read: it counts, and no wall shows it.
    let board = try #require(desk.scene.workshop.board("check-out"))
    #expect(!desk.scene.listed(on: board).contains { $0.text.isEmpty })
  }

  @Test func `a pasted list of slips is read line by line`() throws {
    var desk = Desk(try Stage.scene(at: "check-out-2", role: .notes))
    desk.press(.paste("5 y + soup\n4 n\nMore light"))
    #expect(desk.events.count == 3)
    guard case .cardAdded(_, let text, let fields)? = desk.events.first else { return }
    #expect(text == "soup" && fields?["roti"] == "5")
  }

  /// A room of people has its hands up once for each grade.
  private static func counted(_ role: Role, _ key: String) throws -> Desk {
    var desk = Desk(Fixture.scene(.actions, role))
    desk.arrange { scene in
      scene.workshop.apply(
        Entry(
          id: EntryID(writer: "zz", sequence: 1),
          stamp: Stamp(milliseconds: scene.now.milliseconds), at: "", by: "P",
          event: .activityOpened(activity: "round", seconds: nil)))
    }
    desk.press(key, "1", "2", "Enter", "8", "Enter", "Enter", "Enter", "Enter", "1", "Enter")
    desk.press("1", "9", "Enter", "2", "Enter")
    return desk
  }

  @Test(arguments: [(Role.facilitator, "t"), (Role.notes, "F5")])
  func `a show of hands is counted in one go and seen at once`(role: Role, key: String) throws {
    let desk = try Self.counted(role, key)
    let evaluation = desk.scene.workshop.evaluation(of: "round")
    #expect(evaluation.grades == [1, 0, 0, 0, 8, 12])
    #expect(evaluation.met == Portion(19, of: 21))
    #expect(desk.scene.focus.overlay == nil)
    #expect(
      desk.scene.workshop.polls.filter { $0.activity == "round" }.allSatisfy { $0.isRevealed })
  }

  @Test func `counted again, the numbers stand ready and the later count is used`() throws {
    var desk = try Self.counted(.facilitator, "t")
    desk.press("t", "1", "0", "F2")
    #expect(desk.scene.workshop.evaluation(of: "round").grades == [1, 0, 0, 0, 8, 10])
    #expect(desk.scene.workshop.evaluation(of: "round").met == Portion(19, of: 21))
  }

  @Test func `the grades of slips come on the stage when the facilitator shows them`() throws {
    var desk = Desk(Fixture.scene(.actions))
    let slip = Event.cardAdded(
      board: "check-out", text: "The soup", fields: ["zone": "keep", "roti": "4"])
    desk.arrange { scene in
      for (index, event) in [.activityOpened(activity: "round", seconds: nil), slip].enumerated() {
        scene.workshop.apply(
          Entry(
            id: EntryID(writer: "zz", sequence: index + 1),
            stamp: Stamp(milliseconds: scene.now.milliseconds), at: "", by: "P", event: event))
      }
    }
    func stage() -> String {
      var scene = desk.scene
      scene.role = .stage
      return View.draw(scene, size: Size(columns: 80, rows: 24)).text
    }
    #expect(stage().contains("The soup") && !stage().contains("4.0 of 5"))
    desk.press("v")
    #expect(stage().contains("The soup") && stage().contains("4.0 of 5 · one answer"))
    desk.press("v")
    #expect(!stage().contains("4.0 of 5"))
  }
}
