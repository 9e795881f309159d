import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell
@testable import Voting

/// A ballot at its voter's keys.
@Suite struct BallotSheetTests {
  /// Keys on a fresh ballot, and the marks by row of that ballot.
  struct Row: Sendable, CustomTestStringConvertible {
    let method: Poll.Method
    let keys: String
    let marks: [Int: Int]
    /// The answer to the last key; empty: none.
    var refusal = ""

    var testDescription: String { "\(method.rawValue): \(keys)" }
  }

  private static let rows: [Row] = [
    Row(method: .dots, keys: "+ + ↓ Space", marks: [0: 2, 1: 1]),
    Row(
      method: .dots, keys: "+ + +", marks: [0: 2],
      refusal: "3 dots on one option: at most 2 are allowed"),
    Row(
      method: .dots, keys: "2 ↓ 2 ↓ 2", marks: [0: 2, 1: 2],
      refusal: "6 dots on the ballot: at most 5 are allowed"),
    Row(method: .dots, keys: "2 -", marks: [0: 1]),
    Row(method: .dots, keys: "2 0", marks: [:]),
    Row(method: .dots, keys: "1 → ←", marks: [0: 1]),
    Row(method: .dots, keys: "↑ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 1", marks: [7: 1]),
    Row(method: .single, keys: "Space ↓ Space", marks: [1: 1]),
    Row(method: .single, keys: "Space Space", marks: [:]),
    Row(method: .approval, keys: "Space ↓ ↓ Space", marks: [0: 1, 2: 1]),
    Row(method: .approval, keys: "Space Space Tab +", marks: [1: 1]),
    Row(method: .ranking, keys: "Space ↓ Space ↑ -", marks: [0: 2, 1: 1]),
    Row(method: .ranking, keys: "Space ↓ Space ↑ Space", marks: [1: 1]),
    Row(method: .ranking, keys: "Space ↓ Space ↓ Space + +", marks: [0: 2, 1: 3, 2: 1]),
    Row(method: .ranking, keys: "9", marks: [:], refusal: "9 is not between 1 and 8"),
    Row(
      method: .topFive, keys: "+ ↓ + ↓ + ↓ + ↓ + ↓ +", marks: [0: 1, 1: 2, 2: 3, 3: 4, 4: 5],
      refusal: "6 is not between 1 and 5"),
    Row(method: .points, keys: "4 0 ↓ 6 0", marks: [0: 40, 1: 60]),
    Row(method: .points, keys: "1 0 0", marks: [0: 100]),
    Row(
      method: .points, keys: "4 0 ↓ 7 0", marks: [0: 40, 1: 7],
      refusal: "110 on the ballot: at most 100 are allowed"),
    Row(method: .points, keys: "+ + -", marks: [0: 5]),
    Row(method: .quadratic, keys: "3 ↓ 2 ↓ 1", marks: [0: 3, 1: 2, 2: 1]),
    Row(
      method: .quadratic, keys: "3 ↓ 3", marks: [0: 3],
      refusal: "These votes cost 18 credits: there are 16"),
    Row(method: .judgment, keys: "6 1 +", marks: [0: 5, 1: 0, 2: 3]),
    Row(method: .judgment, keys: "3 ↑ - - -", marks: [0: 0]),
    Row(method: .judgment, keys: "3 ↑ Backspace", marks: [:]),
    Row(method: .judgment, keys: "7", marks: [:], refusal: "7 is not between 1 and 6"),
    Row(method: .consent, keys: "Space n o Enter ↓", marks: [0: 1]),
    Row(method: .consent, keys: "Space n o Enter Space", marks: [:]),
    Row(method: .consent, keys: "Space n o Esc", marks: [:]),
    Row(
      method: .consent, keys: "Space Space Enter", marks: [:], refusal: "If you object, say why"),
  ]

  @Test(arguments: rows) func `keys mark a ballot`(_ row: Row) throws {
    var desk = Desk(VoteRoom.scene(row.method))
    for key in row.keys.split(separator: " ") { desk.press(String(key)) }
    let (sheet, poll) = try #require(desk.scene.sheet)
    let order = sheet.order(poll)
    let expected = Dictionary(uniqueKeysWithValues: row.marks.map { (order[$0.key], $0.value) })
    #expect(sheet.marks == expected)
    let answer = desk.outcome.isWarning ? desk.outcome.notice.map { desk.scene.say($0) } : nil
    #expect(answer ?? "" == row.refusal)
  }

  /// Keys that are numbers of options on the list, and the marks by these numbers.
  private static let numbers: [(Poll.Method, String, [Int: Int])] = [
    (.approval, "3 7", [3: 1, 7: 1]), (.approval, "3 7 3", [7: 1]), (.single, "3 7", [7: 1]),
    (.ranking, "3 1 7", [3: 1, 1: 2, 7: 3]), (.ranking, "3 1 7 3", [1: 1, 7: 2]),
    (.topFive, "8 7 6 5 4", [8: 1, 7: 2, 6: 3, 5: 4, 4: 5]),
  ]

  @Test(arguments: numbers)
  func `a number marks the option that has it, in whatever order the ballot stands`(
    _ method: Poll.Method, _ keys: String, _ marks: [Int: Int]
  ) throws {
    var desk = Desk(VoteRoom.scene(method))
    for key in keys.split(separator: " ") { desk.press(String(key)) }
    let (sheet, poll) = try #require(desk.scene.sheet)
    let expected = Dictionary(
      uniqueKeysWithValues: marks.map { (poll.options[$0.key - 1], $0.value) })
    #expect(sheet.marks == expected)
  }

  @Test func `of more than nine options a number only goes there, and Space marks`() throws {
    let many = (1...12).map { "Idea \($0)" }
    var desk = Desk(VoteRoom.scene(.approval, options: many))
    desk.press("1", "2")
    #expect(desk.scene.sheet?.sheet.marks.isEmpty == true)
    desk.press("Space")
    #expect(desk.scene.sheet?.sheet.marks == ["Idea 12": 1])
  }

  @Test(arguments: [
    (Poll.Method.approval, 4), (.topFive, 7), (.ranking, 8), (.single, 3),
  ])
  func `six options take few keys`(_ method: Poll.Method, _ most: Int) throws {
    let six = Array(VoteRoom.ideas.prefix(6))
    let numbers = ["3", "1", "6", "2", "5", "4"]
    let keys: [String] =
      switch method {
      case .approval: ["2", "5"]
      case .topFive: Array(numbers.prefix(5))
      case .single: ["4"]
      default: numbers
      }
    var desk = Desk(VoteRoom.scene(method, options: six))
    for key in keys + ["Enter", "Enter"] { desk.press(key) }
    #expect(desk.scene.workshop.poll(VoteRoom.poll)?.voters == 1)
    #expect(keys.count + 2 <= most)
  }

  @Test func `a score of 10 is typed as it reads where 0 is a score`() throws {
    let settings = Poll.Settings(steps: 10, lowest: 0)
    var desk = Desk(VoteRoom.scene(.impact, settings: settings))
    // 10 and 0, 1 and 7, 0 and 1.
    desk.type("1001701")
    let (sheet, poll) = try #require(desk.scene.sheet)
    let order = sheet.order(poll)
    var expected: [String: Int] = [:]
    for (row, scores) in [(10, 0), (1, 7), (0, 1)].enumerated() {
      expected[Poll.key("impact", order[row])] = scores.0
      expected[Poll.key("effort", order[row])] = scores.1
    }
    #expect(sheet.marks == expected)
  }

  @Test func `a step of a scale is chosen by its digit`() throws {
    var desk = Desk(VoteRoom.scene(.scale, options: VoteRoom.options(.scale)))
    desk.press("4", "0")
    #expect(desk.scene.sheet?.sheet.marks == ["0": 1])
    #expect(desk.scene.sheet.map { $0.sheet.order($0.poll) } == VoteRoom.options(.scale))
  }

  @Test func `scores go along the criteria, and to the next line after the last`() throws {
    var desk = Desk(VoteRoom.scene(.criteria))
    desk.type("45325441")
    let (sheet, poll) = try #require(desk.scene.sheet)
    let grid = Criterion.programme.map(\.id)
    let order = sheet.order(poll)
    var expected: [String: Int] = [:]
    for (row, scores) in [[4, 5, 3, 2], [5, 4, 4, 1]].enumerated() {
      for (id, score) in zip(grid, scores) { expected[Poll.key(id, order[row])] = score }
    }
    #expect(sheet.marks == expected)
    desk.type("3")
    desk.press("Enter")
    #expect(desk.said == "Score an option on every criterion, or on none")
    #expect(desk.outcome.events.isEmpty)
  }

  @Test func `impact and effort are two scores from 1 to 5`() throws {
    var desk = Desk(VoteRoom.scene(.impact))
    desk.type("526")
    #expect(desk.said == "6 is not between 1 and 5")
    let (sheet, poll) = try #require(desk.scene.sheet)
    let first = sheet.order(poll)[0]
    #expect(sheet.marks == [Poll.key("impact", first): 5, Poll.key("effort", first): 2])
  }

  @Test(arguments: VoteRoom.everyMethod)
  func `a ballot is read back before it is given, and leaves nothing on screen`(
    _ method: Poll.Method
  ) throws {
    var desk = Desk(VoteRoom.scene(method, options: VoteRoom.options(method)))
    for key in VoteRoom.keys[method] ?? [] { desk.press(key) }
    if method == .criteria { desk.type("33") }
    if method == .impact { desk.type("3") }
    let marks = try #require(desk.scene.sheet).sheet.marks
    #expect(!marks.isEmpty)
    desk.press("Enter")
    #expect(desk.outcome.events.isEmpty, "\(String(describing: desk.outcome.notice))")
    #expect(desk.scene.sheet?.sheet.isReadBack == true)
    desk.press("Enter")
    guard case .ballotCast(_, let voter, let cast, let way, let person, _)? = desk.events.last
    else {
      Issue.record("no ballot was cast")
      return
    }
    #expect(voter == VoteRoom.voter && cast == marks && way == .terminal && person == nil)
    #expect(desk.outcome.effect == .repaint)
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains("Your ballot is counted"))
    for idea in VoteRoom.ideas { #expect(!text.contains(idea.prefix(12))) }
  }

  @Test func `a ballot can be changed until the vote closes, and the last one counts`() throws {
    var desk = Desk(VoteRoom.scene(.dots))
    desk.press("2", "Enter", "Enter", "Enter")
    #expect(desk.scene.sheet == nil || desk.scene.focus.booth?.asksProof == true)
    let receipt = try #require(
      desk.scene.workshop.poll(VoteRoom.poll)?.receipt(of: VoteRoom.voter))
    desk.type(receipt)
    desk.press("Enter")
    let (again, poll) = try #require(desk.scene.sheet)
    #expect(again.marks == [again.order(poll)[0]: 2])
    desk.press("0", "↓", "1", "Enter", "Enter")
    let counted = desk.scene.workshop.poll(VoteRoom.poll)
    #expect(counted?.voters == 1)
    #expect(counted?.ownBallot(of: VoteRoom.voter)?.marks == [again.order(poll)[1]: 1])
    desk.arrange {
      $0.workshop =
        VoteRoom.scene(.dots, then: [.pollClosed(poll: VoteRoom.poll, cut: [:])]).workshop
    }
    desk.press("Enter")
    #expect(desk.said == "The vote is closed" && desk.outcome.events.isEmpty)
  }

  @Test func `marks that are not given when the vote closes come too late, and are told so`() {
    var desk = Desk(VoteRoom.scene(.dots))
    desk.press("2")
    let marked = desk.scene.focus
    desk = Desk(VoteRoom.scene(.dots, then: [.pollClosed(poll: VoteRoom.poll, cut: ["test": 2])]))
    desk.arrange { $0.focus = marked }
    #expect(
      View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("too late to count"))
    desk.press("Enter", "Enter")
    let poll = desk.scene.workshop.poll(VoteRoom.poll)
    #expect(poll?.standing(of: VoteRoom.voter) == .late(earlierCounts: false))
    #expect(poll?.lateBallots.count == 1 && poll?.voters == 0)
    #expect(
      View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("listed as late"))
  }

  @Test func `with slips a code is asked for, and another slip's is refused`() throws {
    let token = try #require(Token("k7f3m-2q9x4"))
    var desk = Desk(VoteRoom.scene(.dots, then: [.tokensIssued(marks: [token.mark])]))
    #expect(desk.scene.sheet == nil)
    desk.press("Enter")
    #expect(desk.said == "Type the code on your slip")
    desk.type("k7f3m-2q9x")
    desk.press("Enter")
    #expect(desk.said == "A code has ten letters and digits, such as k7f3m-2q9x4")
    desk.type("5")
    desk.press("Enter")
    #expect(desk.said == "No slip of this workshop has that code")
    desk.press("Backspace")
    desk.type("4")
    desk.press("Enter")
    #expect(desk.outcome.effect == .repaint)
    desk.press("2", "Enter", "Enter")
    #expect(
      desk.scene.workshop.poll(VoteRoom.poll)?.standing(of: token.voter(in: VoteRoom.poll))
        == .counted)
    let screens = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(!screens.contains("k7f3m"))
  }

  @Test func `unfinished marks come back to their own code alone, and count nowhere`() throws {
    let (token, other) = (try #require(Token("k7f3m-2q9x4")), try #require(Token("k7f3m-2q9x5")))
    let issued = Event.tokensIssued(marks: [token.mark, other.mark])
    func seated(_ token: Token?) -> Scene {
      var scene = VoteRoom.scene(.points, then: [issued])
      scene.focus.booth?.token = token
      return scene
    }
    let marked = Desk.scene(seated(token), "4", "0")
    let kept = try #require(marked.keptBallot)
    #expect(marked.workshop.poll(VoteRoom.poll)?.voters == 0)
    var again = seated(token)
    let isTaken = again.takeBack(kept)
    #expect(isTaken && again.sheet?.sheet.marks == marked.sheet?.sheet.marks)
    for text in ["", "{}", "[[[", "{\"poll\":\"x\",\"marks\":{\"a\":-1},\"reasons\":{}}"] {
      var stranger = seated(other)
      _ = stranger.takeBack(text)
      #expect(stranger.focus.ballot == nil)
    }
    #expect(VoteRoom.marked(.points).keptBallot == nil, "without a code nothing is kept")
  }

  @Test func `a slip's code is in no draft and in no event`() throws {
    let token = try #require(Token("k7f3m-2q9x4"))
    var desk = Desk(VoteRoom.scene(.dots, then: [.tokensIssued(marks: [token.mark])]))
    desk.arrange { $0.focus.booth?.token = token }
    #expect(desk.scene.keptBallot == nil)
    desk.press("2")
    let kept = try #require(desk.scene.keptBallot)
    #expect(!kept.contains("2q9x4"))
    desk.press("Enter", "Enter")
    #expect(!"\(desk.events)".contains("2q9x4") && desk.scene.keptBallot == nil)
  }

  @Test func `an own idea cannot be marked where the vote refuses it`() throws {
    let people: [Event] = [.cardAdded(board: "people", text: "Ana Keller", fields: nil)]
    let scene = VoteRoom.scene(.dots, then: people)
    let poll = try #require(scene.workshop.poll(VoteRoom.poll))
    var sheet = BallotSheet(poll, voter: "v", way: .keyboard, person: "nobody")
    let objection = sheet.add(1, poll)
    #expect(objection == nil && sheet.marks.count == 1)
  }
}
