import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell
@testable import Voting

/// A terminal at which several people vote one after the other: each for themselves, none for another.
@Suite struct BallotTerminalTests {
  private func text(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  /// What is read on a screen, without the signs of empty boxes.
  private func words(_ text: String) -> String {
    let signs: Set<Character> = ["○", "›"]
    return text.replacing(" · ·", with: "").replacing(#/·\s*\n/#, with: "\n")
      .filter { !signs.contains($0) }.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private func poll(_ desk: Desk) throws -> Poll {
    try #require(desk.scene.workshop.poll(VoteRoom.poll))
  }

  // MARK: - Turns

  @Test func `a turn ends with a key, and the next person is another voter who sees nothing`()
    throws
  {
    var desk = Desk(VoteRoom.scene(.dots))
    var receipts: Set<String> = []
    for person in 1...3 {
      desk.press("2", "↓", "1", "Enter", "Enter")
      let given = text(desk.scene)
      #expect(given.contains("Your ballot is counted") && !given.contains("●"))
      let voter = try #require(desk.scene.focus.booth).voter(in: VoteRoom.poll)
      let receipt = try #require(try poll(desk).receipt(of: voter))
      #expect(given.contains(receipt))
      receipts.insert(receipt)
      desk.press("Ctrl-N")
      #expect(desk.outcome.effect == .repaint)
      let next = text(desk.scene)
      #expect(!next.contains("●") && !next.contains(receipt) && next.contains("5 of 5 dots left"))
      #expect(try poll(desk).voters == person)
    }
    #expect(receipts.count == 3)
  }

  @Test func `marks that are not given are thrown away only when the key is pressed twice`() throws
  {
    var desk = Desk(VoteRoom.scene(.dots))
    desk.press("2", "Ctrl-N")
    #expect(desk.scene.sheet?.sheet.marks.isEmpty == false)
    desk.press("Ctrl-N")
    #expect(desk.scene.sheet?.sheet.marks.isEmpty == true)
    #expect(try poll(desk).voters == 0)
  }

  @Test func `with slips the next person types a code`() throws {
    let tokens = [try #require(Token("k7f3m-2q9x4")), try #require(Token("k7f3m-2q9x5"))]
    var desk = Desk(VoteRoom.scene(.dots, then: [.tokensIssued(marks: tokens.map(\.mark))]))
    for token in tokens {
      desk.type(token.description)
      desk.press("Enter", "2", "Enter", "Enter", "Ctrl-N")
      #expect(desk.scene.needsCode && !text(desk.scene).contains("●"))
    }
    #expect(try poll(desk).voters == 2)
  }

  @Test func `a program that is started again in the same login does not vote twice by itself`()
    throws
  {
    var desk = Desk(VoteRoom.scene(.dots))
    desk.press("2", "Enter", "Enter")
    var again = Desk(VoteRoom.shown(desk.scene.workshop, .ballot))
    #expect(text(again.scene).contains("A ballot was submitted at this terminal"))
    #expect(!text(again.scene).contains("receipt"), "whoever comes next has no part in it")
    again.press("Ctrl-N", "1", "Enter", "Enter")
    #expect(try poll(again).voters == 2)
    // Another login is another voter from the start.
    var scene = VoteRoom.shown(again.scene.workshop, .ballot)
    scene.focus.booth = Booth(login: "another")
    #expect(scene.sheet != nil)
  }

  // MARK: - A given ballot

  @Test func `a given ballot is shown only to whoever has its receipt`() throws {
    var desk = Desk(VoteRoom.scene(.dots))
    desk.press("2", "Enter", "Enter", "Enter")
    #expect(desk.scene.focus.booth?.asksProof == true && !text(desk.scene).contains("●"))
    desk.type("abc-def")
    desk.press("Enter")
    #expect(desk.said == "That is not the receipt of this ballot")
    desk.press("Esc")
    #expect(text(desk.scene).contains("Your ballot is counted"))
    let receipt = try #require(try poll(desk).receipt(of: VoteRoom.voter))
    desk.press("Enter")
    desk.type(receipt.uppercased())
    desk.press("Enter")
    #expect(desk.scene.sheet?.sheet.marks.values.reduce(0, +) == 2)
  }

  @Test func `without the receipt a new ballot replaces the given one unseen`() throws {
    var desk = Desk(VoteRoom.scene(.dots))
    desk.press("2", "Enter", "Enter", "Enter", "Enter")
    #expect(desk.scene.sheet?.sheet.marks.isEmpty == true)
    desk.press("↓", "1", "Enter", "Enter")
    #expect(try poll(desk).voters == 1)
    #expect(try poll(desk).ownBallot(of: VoteRoom.voter)?.marks.values.reduce(0, +) == 1)
  }

  @Test func `whoever has just typed a code sees its ballot, and is asked again once it is given`()
    throws
  {
    let token = try #require(Token("k7f3m-2q9x4"))
    let issued = Event.tokensIssued(marks: [token.mark])
    var desk = Desk(VoteRoom.scene(.dots, then: [issued]))
    desk.type(token.description)
    desk.press("Enter", "2", "Enter", "Enter")
    var later = Desk(VoteRoom.shown(desk.scene.workshop, .ballot))
    later.type(token.description)
    later.press("Enter", "Enter")
    #expect(later.scene.sheet?.sheet.marks.values.reduce(0, +) == 2)
    later.press("1", "Enter", "Enter", "Enter")
    #expect(later.scene.focus.booth?.asksProof == true)
    later.type(token.description)
    later.press("Enter")
    #expect(later.scene.sheet?.sheet.marks.values.reduce(0, +) == 1)
    // The first terminal is told.
    desk.arrange { $0.workshop = later.scene.workshop }
    #expect(text(desk.scene).contains("Your ballot was replaced"))
    #expect(!text(later.scene).contains("Your ballot was replaced"))
  }

  // MARK: - All that is needed, in a small window

  /// As many options as a room of thirty makes, each longer than a line.
  private static let many = (1...38).map {
    "Option \($0): a desk, a number or a letter that somebody answers within the day"
  }

  private func options(_ method: Poll.Method) -> [String] {
    method == .scale ? VoteRoom.options(.scale) : Self.many
  }

  @Test(arguments: Poll.Method.allCases, [(60, 15), (80, 24)])
  func `every option is read whole by going down, and how to finish is always there`(
    _ method: Poll.Method, _ size: (Int, Int)
  ) throws {
    let options = options(method)
    var desk = Desk(VoteRoom.scene(method, options: options))
    var seen = ""
    for _ in options {
      let frame = text(desk.scene, size.0, size.1)
      #expect(frame.contains("Enter: finish"), "\(frame)")
      #expect(options.count < 10 || frame.contains("page "), "\(frame)")
      seen += words(frame.filter { $0 != "·" })
      desk.press("↓")
    }
    for option in options { #expect(seen.contains(option), "\(option)") }
  }

  @Test(arguments: [Poll.Method.approval, .ranking, .judgment])
  func `a long ballot is read back page by page`(_ method: Poll.Method) throws {
    var desk = Desk(VoteRoom.scene(method, options: Self.many))
    for _ in Self.many {
      desk.press("Space")
      if method != .judgment { desk.press("↓") }
    }
    if method == .judgment {
      desk.press("↑", "↑")
    }
    desk.press("Enter")
    try #require(desk.scene.sheet?.sheet.isReadBack == true)
    var seen = ""
    for _ in 0..<20 {
      seen += words(text(desk.scene, 60, 15))
      desk.press("↓")
    }
    for option in Self.many { #expect(seen.contains(option)) }
  }

  @Test func `grades have their words before anything is marked, and none is told as the lowest`()
    throws
  {
    var desk = Desk(VoteRoom.scene(.judgment))
    for size in [(60, 15), (80, 24)] {
      let frame = words(text(desk.scene, size.0, size.1))
      #expect(frame.contains("1 To reject · 2 Poor · 3 Acceptable · 4 Good"), "\(frame)")
    }
    desk.press("6", "Enter")
    let read = words(text(desk.scene))
    #expect(read.contains("Excellent") && read.contains("To reject") && read.contains("not graded"))
  }

  @Test func `criteria are named with their good end, and read back by name`() throws {
    var desk = Desk(VoteRoom.scene(.criteria))
    #expect(words(text(desk.scene, 60, 15)).contains("5 is the best"))
    desk.type("4532")
    desk.press("Enter")
    let read = words(text(desk.scene))
    #expect(read.contains("Active group 4 · Stakeholders in the group 5"), "\(read)")
  }

  // MARK: - Paper

  @Test func `every option stands whole on the pages of the pad`() {
    for size in [(80, 24), (60, 15)] {
      var desk = Desk(VoteRoom.scene(.dots, .facilitator, options: Self.many))
      desk.press("p")
      var seen = ""
      for _ in 0..<20 {
        seen += text(desk.scene, size.0, size.1)
        desk.press("PgDn")
      }
      for number in 1...38 { #expect(seen.contains("Option \(number):")) }
      #expect(seen.contains("page 2 of"))
    }
  }

  @Test(arguments: Poll.Method.choices)
  func `a second entry tells that two differ, and nothing of what the first one says`(
    _ method: Poll.Method
  ) throws {
    let lines: [String] =
      switch method {
      case .dots: ["3 3 7", "1 2", "5"]
      case .single, .scale: ["3", "7", "5"]
      case .approval: ["3", "7 8", "5"]
      case .ranking, .topFive: ["3 1 2", "7 8", "5 4"]
      case .points: ["1:40", "3:60", "2:1"]
      case .quadratic: ["1:2", "3:1", "2:1"]
      case .criteria: ["1: 4 5 3 2", "3: 1 1 1 1", "2: 2 2 2 2"]
      case .impact: ["1: 4 2", "3: 1 1", "2: 2 2"]
      case .judgment: ["1a 2c", "3f", "5b"]
      default: ["1: Zfirst", "3: Zsecond", "2: why"]
      }
    let frames = lines.prefix(2).map { first -> [String] in
      var desk = Desk(VoteRoom.scene(method, .notes))
      desk.press("F5")
      desk.type(first)
      desk.press("Enter", "F2")
      desk.type(lines[2])
      desk.press("Enter")
      var frames = [text(desk.scene), text(desk.scene, 60, 15)]
      #expect(frames[0].contains("differs"))
      desk.press("↓", "↑", "F2", "F2")
      frames.append(text(desk.scene))
      return frames
    }
    #expect(frames[0] == frames[1], "two rooms cannot be told apart")
  }

  @Test(arguments: Poll.Method.choices, [2, 3, 6, 8, 38])
  func `the example of a line is one that the vote allows`(_ method: Poll.Method, _ count: Int)
    throws
  {
    for (dots, cap) in [(1, 1), (2, 2), (5, 2), (100, 100), (16, 4)] {
      let options = (1...count).map { "o\($0)" }
      let opening = Event.pollOpened(
        activity: "vote", question: "?", method: method, options: options, dots: dots, cap: cap,
        winners: 1)
      let scene = VoteRoom.scene(.dots, .facilitator, then: [opening])
      let poll = try #require(scene.workshop.polls.last)
      guard method != .consent else { continue }
      let line = BallotLine(BallotLine.example(poll), poll)
      #expect(line.fault == nil && !line.marks.isEmpty, "\(BallotLine.example(poll))")
      #expect(
        poll.objection(to: line.marks) == nil,
        "\(method) \(dots)/\(cap) of \(count): \(BallotLine.example(poll))")
    }
  }
}
