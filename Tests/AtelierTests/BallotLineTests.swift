import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell
@testable import Voting

/// Paper ballots as lines, and the pad that takes them.
@Suite struct BallotLineTests {
  /// A line in a method, and the marks by option number (`key` by part and number in grids).
  struct Row: Sendable, CustomTestStringConvertible {
    let method: Poll.Method
    let line: String
    var marks: [String: Int] = [:]
    var fault = ""

    var testDescription: String { "\(method.rawValue): \(line)" }
  }

  private static let rows: [Row] = [
    Row(method: .dots, line: "3 3 7", marks: ["3": 2, "7": 1]),
    Row(method: .dots, line: "3:2, 7", marks: ["3": 2, "7": 1]),
    Row(method: .dots, line: "-"),
    Row(method: .dots, line: "9", fault: "Only numbers from 1 to 8, with spaces between"),
    Row(
      method: .dots, line: "3 x", marks: ["3": 1],
      fault: "Only numbers from 1 to 8, with spaces between"),
    Row(method: .single, line: "4", marks: ["4": 1]),
    Row(method: .approval, line: "1 4 6", marks: ["1": 1, "4": 1, "6": 1]),
    Row(method: .ranking, line: "3 1 2", marks: ["3": 1, "1": 2, "2": 3]),
    Row(method: .ranking, line: "3 1 3", marks: ["3": 1, "1": 2], fault: "3 is there twice"),
    Row(method: .topFive, line: "8 7 6 5 4", marks: ["8": 1, "7": 2, "6": 3, "5": 4, "4": 5]),
    Row(method: .points, line: "1:40 3: 60", marks: ["1": 40, "3": 60]),
    Row(method: .points, line: "1 :40", marks: ["1": 40]),
    Row(method: .points, line: "1", fault: "Write it like this: 1:40 3:60"),
    Row(method: .points, line: "1:-5", fault: "Write it like this: 1:40 3:60"),
    Row(method: .points, line: "1:99999999999999999999", fault: "Write it like this: 1:40 3:60"),
    Row(method: .quadratic, line: "2:3 5:1", marks: ["2": 3, "5": 1]),
    Row(
      method: .criteria, line: "1: 4 5 3 2 2:5441",
      marks: [
        "group:1": 4, "stakeholders:1": 5, "policy:1": 3, "test:1": 2, "group:2": 5,
        "stakeholders:2": 4, "policy:2": 4, "test:2": 1,
      ]),
    Row(
      method: .criteria, line: "1: 4 5 3 2 1",
      marks: ["group:1": 4, "stakeholders:1": 5, "policy:1": 3, "test:1": 2],
      fault: "Write it like this: 1: 4 5 3 2"),
    Row(
      method: .impact, line: "1:42 2: 5 1",
      marks: ["impact:1": 4, "effort:1": 2, "impact:2": 5, "effort:2": 1]),
    Row(method: .judgment, line: "1a 2c 3:f", marks: ["1": 5, "2": 3, "3": 0]),
    Row(method: .judgment, line: "a c b", marks: ["1": 5, "2": 3, "3": 4]),
    Row(method: .judgment, line: "1g", fault: "Grades go from a, the best, to f"),
    Row(method: .consent, line: "OK"),
    Row(method: .consent, line: "2: too dear; 5: no law", marks: ["2": 1, "5": 1]),
    Row(method: .consent, line: "2", fault: "Write it like this: 2: …"),
  ]

  @Test(arguments: rows) func `a line says what the paper says`(_ row: Row) throws {
    let poll = try #require(VoteRoom.scene(row.method).workshop.poll(VoteRoom.poll))
    let line = BallotLine(row.line, poll)
    let expected = Dictionary(
      uniqueKeysWithValues: row.marks.map { key, mark -> (String, Int) in
        let parts = key.split(separator: ":")
        let option = VoteRoom.ideas[(Int(parts.last ?? "") ?? 1) - 1]
        return (parts.count > 1 ? Poll.key(String(parts[0]), option) : option, mark)
      })
    #expect(line.marks == expected)
    #expect(line.fault.map { Language.english($0) } ?? "" == row.fault)
    if row.fault.isEmpty { #expect(poll.objection(to: line.marks, reasons: line.reasons) == nil) }
  }

  @Test func `an objection on paper has its reason`() throws {
    let poll = try #require(VoteRoom.scene(.consent).workshop.poll(VoteRoom.poll))
    let line = BallotLine("2: too dear; 5: No law", poll)
    #expect(line.reasons == [VoteRoom.ideas[1]: "too dear", VoteRoom.ideas[4]: "No law"])
    #expect(poll.objection(to: BallotLine("2:", poll).marks) == .noReason(VoteRoom.ideas[1]))
  }

  @Test func `a step of a scale is typed as it reads`() throws {
    let scene = VoteRoom.scene(.scale, options: VoteRoom.options(.scale))
    let poll = try #require(scene.workshop.poll(VoteRoom.poll))
    #expect(BallotLine("5", poll).marks == ["5": 1] && BallotLine("0", poll).marks == ["0": 1])
  }

  // MARK: - The pad

  private func pad(_ lines: [String], _ method: Poll.Method = .dots) -> Desk {
    var desk = Desk(VoteRoom.scene(method, .facilitator))
    desk.press("p")
    for line in lines {
      desk.type(line)
      desk.press("Enter")
    }
    return desk
  }

  private func pad(of desk: Desk) throws -> BallotPad {
    guard let pad = desk.scene.focus.overlay as? BallotPad else { throw InVain() }
    return pad
  }

  @Test func `a ballot over its budget is refused with the reason, and stays on the line`() throws {
    let desk = pad(["1 1 2", "1 1 1"])
    #expect(
      desk.said
        == "3 dots on one option: at most 2 are allowed. Correct it, or clear the line with Ctrl-U")
    #expect(try pad(of: desk).line.text == "1 1 1" && desk.events.count == 1)
  }

  @Test func `each ballot has a number, and one typed again replaces the earlier`() throws {
    var desk = pad(["3 3 7", "1 2"])
    #expect(try pad(of: desk).number == 3)
    desk.press("↑", "↑")
    desk.type("5")
    desk.press("Enter")
    #expect(desk.said == "Ballot 1 replaced")
    #expect(try pad(of: desk).number == 3)
    let poll = try #require(desk.scene.workshop.poll(VoteRoom.poll))
    #expect(poll.voters == 2 && poll.turnout.map(\.way) == [.paper])
  }

  @Test func `a closed pad goes on under its numbers`() throws {
    var desk = pad(["3 3 7", "1 2"])
    desk.press("Esc")
    #expect(desk.scene.focus.overlay == nil)
    desk.press("p")
    #expect(try pad(of: desk).number == 3)
  }

  @Test func `a second entry that matches changes nothing`() throws {
    var desk = pad(["3 3 7", "1 2"])
    desk.press("F2")
    for line in ["7 3 3", "2 1"] {
      desk.type(line)
      desk.press("Enter")
    }
    #expect(desk.said == "All 2 ballots were typed twice and match; corrected: 0")
    let poll = try #require(desk.scene.workshop.poll(VoteRoom.poll))
    #expect(poll.voters == 2 && poll.piles.first?.isConfirmed == true)
    #expect(poll.piles.first?.corrected == 0)
  }

  @Test func `where two entries differ the paper decides, and the ballot is corrected`() throws {
    var desk = pad(["3 3 7", "1 2"])
    desk.press("F2")
    desk.type("3 7 7")
    desk.press("Enter")
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Ballot 1 differs") && desk.events.count == 2)
    desk.type("3 7 7")
    desk.press("Enter")
    desk.type("1 2")
    desk.press("Enter")
    #expect(desk.said == "All 2 ballots were typed twice and match; corrected: 1")
    let poll = try #require(desk.scene.workshop.poll(VoteRoom.poll))
    #expect(desk.events.count == 5 && poll.voters == 2)
    guard case .ballotCast(_, let voter, let marks, _, _, _)? = desk.events.dropLast().last,
      case .ballotCast(_, let first, _, _, _, _)? = desk.events.first
    else { throw InVain() }
    #expect(voter == first && marks == [VoteRoom.ideas[2]: 1, VoteRoom.ideas[6]: 2])
  }

  @Test func `a third reading that is neither of the two is not taken`() throws {
    var desk = pad(["3 3 7", "1 2"])
    desk.press("F2")
    for line in ["3 7 7", "5 5"] {
      desk.type(line)
      desk.press("Enter")
    }
    #expect(desk.events.count == 2)
    #expect(desk.said?.hasPrefix("That is neither of the two") == true)
    // The first entry was right after all.
    desk.type("3 3 7")
    desk.press("Enter")
    let poll = try #require(desk.scene.workshop.poll(VoteRoom.poll))
    #expect(desk.events.count == 3 && poll.piles.first?.confirmed == 1)
    #expect(try pad(of: desk).number == 2)
  }

  @Test func `undo takes the screen back to the paper that was taken back`() throws {
    var desk = pad(["3 3 7", "1 2"])
    #expect(try pad(of: desk).number == 3)
    desk.press("F2")
    desk.type("3 3 7")
    desk.press("Enter")
    #expect(try pad(of: desk).number == 2)
    // As the state is once the confirmation was reverted.
    var before = pad(["3 3 7", "1 2"]).scene
    before.focus = desk.scene.focus
    let renewed = try #require(pad(of: desk).renewed(before) as? BallotPad)
    #expect(renewed.number == 1 && renewed.clash == nil)
  }

  @Test func `a refused line is emptied by the key that the refusal names`() throws {
    var desk = pad(["1 1 1"])
    desk.press("Ctrl-U")
    #expect(try pad(of: desk).line.text.isEmpty)
    desk.type("zz")
    desk.press("Enter")
    #expect(
      desk.said?.hasSuffix("clear the line with Ctrl-U") == true, "a line that cannot be read")
  }

  @Test func `a second entry goes on after a restart and at another terminal`() throws {
    var desk = pad(["3 3 7", "1 2"])
    desk.press("F2")
    desk.type("7 3 3")
    desk.press("Enter", "Esc")
    // Another terminal, and another person, who has the pile of paper.
    var scene = VoteRoom.scene(.dots, .notes)
    (scene.workshop, scene.me) = (desk.scene.workshop, "Louis")
    var other = Desk(scene)
    let row = View.draw(
      VoteRoom.shown(desk.scene.workshop, .facilitator), size: Size(columns: 120, rows: 40)
    ).text
    #expect(row.contains("typed twice: 1 of 2 · corrected: 0"))
    other.press("F5", "F2")
    #expect(try pad(of: other).number == 2)
    other.type("1 2")
    other.press("Enter")
    #expect(other.said == "All 2 ballots were typed twice and match; corrected: 0")
    // Papers that are typed after a restart have numbers of their own.
    scene.workshop = other.scene.workshop
    scene.me = desk.scene.me
    scene.now = scene.now.adding(seconds: 60)
    var again = Desk(scene)
    again.press("F5")
    #expect(try pad(of: again).number == 3)
    again.type("5")
    again.press("Enter", "F2")
    let text = View.draw(again.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Which pile is typed again?") && text.contains("typed twice: 2 of 2"))
    again.press("↓", "Enter")
    #expect(try pad(of: again).isSecond && pad(of: again).number == 3)
  }
}
