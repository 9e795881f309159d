import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Languages
@testable import Shell
@testable import Voting

/// What a room has to be able to trust of a result, and to read without stumbling.
@Suite struct VoteTrustTests {
  private func text(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  private func lines(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    text(scene, columns, rows).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// A revealed vote by dots in which each option got so many, in the order of the list.
  private func revealed(
    _ dots: [Int], winners: Int, ballots: [[Int: Int]] = [], then more: [Event] = []
  ) -> [Event] {
    let plan = PollPlan(method: .dots, dots: 9, cap: 9, winners: winners)
    let hands = Event.totalsCounted(
      poll: Ballots.poll, totals: Dictionary(uniqueKeysWithValues: zip(Ballots.options, dots)),
      voters: 20)
    let cast = ballots.enumerated().map { voter, marks in
      Event.ballotCast(
        poll: Ballots.poll, voter: "v\(voter)",
        marks: Dictionary(
          uniqueKeysWithValues: marks.map { (Ballots.options[$0.key], $0.value) }), way: .paper)
    }
    return Ballots.opened(plan) + (dots.isEmpty ? [] : [hands]) + cast
      + [
        .pollClosed(poll: Ballots.poll, cut: ["test": 99], counts: nil),
        .pollRevealed(poll: Ballots.poll),
      ] + more
  }

  // MARK: - The cut

  @Test
  func `the cut stands beneath the last chosen option on the stage, at the desk, in the report`() {
    let events = revealed([7, 0, 5, 0, 3, 2], winners: 5)
    let label = "last chosen place: 5 · chosen: 4"
    let stage = lines(Ballots.scene(events))
    func row(_ lines: [String], _ part: String) -> Int? { lines.firstIndex { $0.contains(part) } }
    let cut = row(stage, "chosen above this line")
    #expect(cut != nil && (row(stage, "Data counter") ?? 99) < cut ?? 0)
    #expect(row(stage, "Training for staff") ?? 0 > cut ?? 99, "nobody marked it")
    var desk = Desk(Ballots.scene(events, .facilitator))
    desk.press("Y")
    let page = lines(desk.scene, 100, 40)
    let pageCut = row(page, label)
    #expect(pageCut != nil && row(page, "Data counter").map { $0 + 1 } == pageCut)
    let activity = desk.scene.current
    let report = Markdown.render(
      Report(
        title: "", blocks: activity.map { VoteChapter.blocks(desk.scene, $0) } ?? []))
    #expect(report.contains(label))
    let marks = report.split(separator: "\n").filter { $0.contains("✓") }
    #expect(marks.count == 4 && !marks.contains { $0.contains("Training") })
  }

  @Test func `what somebody decided for stands above the cut and what was tied with it beneath`() {
    let settled = Event.tieResolved(
      poll: Ballots.poll, remedy: .decider, chosen: [Ballots.options[2]], who: nil,
      reason: "It can start now", seed: nil)
    let stage = lines(Ballots.scene(revealed([3, 3, 3, 0, 0, 0], winners: 1, then: [settled])))
    let order = ["1 Participation", "chosen above this line", "1 Shared handling"].map { part in
      stage.firstIndex { $0.contains(part) } ?? 99
    }
    #expect(order == order.sorted() && order.last != 99)
  }

  // MARK: - Other rules

  @Test(arguments: Language.builtIn)
  func `options that share the first place are each named with the rules they lead`(
    _ code: String
  ) throws {
    // Level by dots; the second has more people behind it.
    let scene = Ballots.scene(
      revealed([], winners: 1, ballots: [[0: 4], [1: 2], [1: 2]]), .stage, code)
    let poll = try #require(scene.workshop.poll(Ballots.poll))
    let recount = try #require(Counted.recount(poll))
    #expect(recount.first == Array(Ballots.options.prefix(2)))
    let leads = recount.first.map { recount.lead(of: $0) }
    #expect(leads[0].alone == 0 && leads[1].alone >= 3 && leads[0].shared == leads[1].shared)
    let said = try #require(VoteRemarks(scene, poll)?.standing)
    for (option, lead) in zip(recount.first, leads) {
      #expect(said.contains(scene.workshop.label(ofOption: option)))
      #expect(said.contains("\(lead.alone)") && said.contains("\(lead.shared)"))
    }
    if code == "en" { #expect(!said.contains("Robust")) }
  }

  @Test func `a criterion that is left out is told as such`() throws {
    let scene = Ballots.scene(Ballots.revealed(.criteria))
    let poll = try #require(scene.workshop.poll(Ballots.poll))
    let said = try #require(VoteRemarks(scene, poll)?.standing)
    #expect(said.contains("; without Active group, 4 comes before 2"))
  }

  @Test(arguments: zip(Language.builtIn, ["Very good", "Très bien", "Nagyon jó"]))
  func `a near-tie of one grade says how many gave better and worse ones`(
    _ code: String, _ grade: String
  ) throws {
    let scene = Ballots.scene(Ballots.revealed(.judgment), .stage, code)
    let poll = try #require(scene.workshop.poll(Ballots.poll))
    let said = try #require(VoteRemarks(scene, poll)?.nearTies.first)
    // 1 has two better than that and one worse of five, 2 two and two.
    #expect(said.ranges(of: grade).count == 1 && said.ranges(of: "40").count == 3)
    #expect(said.ranges(of: "20").count == 1, "\(said)")
  }

  @Test func `means that read alike are told with one more decimal, and below zero they stay so`() {
    #expect(Language.english.oneDecimal(-0.3) == "-0.3")
    #expect(Language.english.oneDecimal(-0.04) == "0.0")
    #expect(Language.english.decimals(3.05, 2) == "3.05")
    #expect(Language.english.decimals(-1.996, 2) == "-2.00")
  }

  // MARK: - What is read

  @Test func `the result page gives options and remarks the width that is there`() {
    var desk = Desk(Ballots.scene(Ballots.revealed(.dots), .facilitator))
    desk.press("Y")
    for (columns, rows) in [(80, 60), (60, 90)] {
      let page = lines(desk.scene, columns, rows)
      #expect(!page.contains { $0.contains("…") })
      #expect(page.contains { $0.hasPrefix("  Almost a tie for the last chosen place: 2, 3") })
      let words = page.map { $0.split(separator: " ") }.flatMap { $0 }.joined(separator: " ")
      #expect(words.contains("Shared handling of digital user relations ✓ 4"))
    }
    #expect(lines(desk.scene, 80, 60).contains { $0.contains("  a  b  c  d") })
  }

  @Test(arguments: Language.builtIn, [(80, 24), (60, 15)])
  func `criteria are whole in the set-up of a vote`(_ code: String, _ size: (Int, Int)) {
    let cards = Ballots.texts.map { Event.cardAdded(board: "ideas", text: $0, fields: nil) }
    var desk = Desk(Ballots.scene(cards, .facilitator, code))
    desk.press("d")
    for _ in 0..<7 { desk.press("→") }
    for criterion in Criterion.programme {
      desk.press("↓")
      _ = criterion
    }
    for _ in 0..<2 { desk.press("↓") }
    let words = text(desk.scene, size.0, size.1).split { $0 == " " || $0 == "\n" }
    for criterion in Criterion.programme.suffix(3) {
      let name = desk.scene.say(criterion.name).split(separator: " ")
      let isThere = words.indices.contains { words[$0...].starts(with: name) }
      #expect(isThere, "\(name)")
    }
  }

  @Test func `every rung of the ladder says at a glance what it leads to, or why it cannot`() {
    var desk = Desk(Ballots.scene(Ballots.tied, .facilitator))
    desk.press("x")
    let all = text(desk.scene)
    for part in [
      "3 options, one place", "go on: 2 more than planned", "one dot each",
      "not possible: as many people chose each of them", "who and why is written down",
      "by chance",
    ] {
      #expect(
        all.split { $0 == " " || $0 == "\n" }.joined(separator: " ").contains(part), "\(part)")
    }
    // In a small window it scrolls: the highlighted rung is whole.
    desk.press("↓", "↓", "↓", "↓")
    #expect(text(desk.scene, 60, 15).contains("Draw lots"))
    #expect(text(desk.scene, 60, 15).contains("draw number is written down"))
  }

  @Test func `sixty options are on three pages of a small stage and on two of a large one`() {
    let long = (1...60).map { "Option \($0): a desk, a number or a letter that somebody answers" }
    let open = Ballots.scene(Ballots.opened(PollPlan(), texts: long))
    #expect(text(open, 80, 24).contains("1 of 3 · goes on by itself"))
    #expect(text(open, 120, 40).contains("1 of 2 · goes on by itself"))
    let short = (1...60).map { "Idea \($0): a desk that answers" }
    let brief = Ballots.scene(Ballots.opened(PollPlan(), texts: short))
    #expect(text(brief, 80, 24).contains("1 of 2 · goes on by itself"))
    #expect(!text(brief, 120, 40).contains("goes on by itself"), "all of it")
  }

  // MARK: - One and many

  @Test(arguments: Poll.Method.choices, Language.builtIn)
  func `one of anything is not told as several`(_ method: Poll.Method, _ code: String) throws {
    let criteria = Poll.Settings(criteria: [
      Criterion(id: "one", name: Localized(texts: ["en": "Use"]), weight: 100)
    ])
    let opening = Event.pollOpened(
      activity: Ballots.activity, question: "?", method: method, options: ["a", "b", "c"], dots: 1,
      cap: 1, winners: 1, settings: criteria)
    let scene = Ballots.scene([opening], .facilitator, code)
    let poll = try #require(scene.workshop.polls.last)
    let several = [
      "1 dots", "1 ticks", "1 points", "1 credits", "1 criteria", "up to 1 ", "at most 1 ",
      "1 gommettes", ": 1 ·", "1 coches", "1 points", "1 crédits", "1 critères", "legfeljebb 1",
    ]
    let words = scene.words(of: method)
    let said =
      [scene.say(words.rule(poll)), scene.say(words.ballot(poll, scene))]
      + [[:], ["a": 1]].map { scene.say(BallotWords.left($0, poll, scene)) }
      + [Poll.MarkError.overCap(2, cap: 1), .overBudget(2, dots: 1)].map {
        scene.say(BallotWords.reason($0, poll))
      }
    for text in said {
      for wrong in several { #expect(!text.contains(wrong), "\(text)") }
    }
  }

  /// Numbers stand where their quarter is, never on the axis.
  @Test func `an option just above the middle stands off the axis`() throws {
    var frame = Frame(size: Size(columns: 41, rows: 13))
    let points = [
      Plane.Point(number: 1, x: 0.51, y: 0.51), Plane.Point(number: 2, x: 0.49, y: 0.49),
    ]
    Plane(up: "up", across: "across", quarters: ["a", "b", "c", "d"], points: points)
      .draw(into: &frame, in: Rect(x: 0, y: 0, width: 41, height: 13))
    let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let axis = try #require(rows.firstIndex { $0.contains("┼") })
    let middle = try #require(rows[axis].firstIndex(of: "┼"))
    for (sign, isAbove) in [(Character("1"), true), ("2", false)] {
      let y = try #require(rows.firstIndex { $0.contains(sign) })
      let x = try #require(rows[y].firstIndex(of: sign))
      #expect(isAbove ? y < axis && x > middle : y > axis && x < middle)
    }
  }
}
