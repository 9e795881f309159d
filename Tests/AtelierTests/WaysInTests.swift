import Foundation
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Shell
@testable import Voting

/// The other ways to vote: the keyboard that goes round, tables, hands, walls.
@Suite struct WaysInTests {
  private static let sizes = [(60, 15), (80, 24), (120, 40)].map {
    Size(columns: $0, rows: $1)
  }

  /// The desk's list of ways, with one of them chosen.
  private func desk(_ item: Int, _ method: Poll.Method = .dots, settings: Poll.Settings? = nil)
    -> Desk
  {
    var desk = Desk(VoteRoom.scene(method, .facilitator, settings: settings))
    desk.press("w")
    for _ in 0..<item { desk.press("↓") }
    desk.press("Enter")
    return desk
  }

  private func poll(_ desk: Desk) throws -> Poll {
    try #require(desk.scene.workshop.poll(VoteRoom.poll))
  }

  /// How many voted, by way.
  private func voters(_ desk: Desk) throws -> [Ballot.Way: Int] {
    Dictionary(uniqueKeysWithValues: try poll(desk).turnout.map { ($0.way, $0.voters) })
  }

  @Test func `the keyboard that goes round leaves no mark for the next person`() throws {
    var desk = desk(0)
    for person in 1...3 {
      desk.press("Enter", "2", "↓", "1")
      let marked = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
      #expect(marked.contains("●●"))
      desk.press("Enter", "Enter")
      #expect(desk.outcome.effect == .repaint && desk.outcome.events.count == 1)
      let receipt = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
      #expect(receipt.contains("Its receipt: ") && !receipt.contains("●"))
      desk.press("Enter")
      #expect(desk.outcome.effect == .repaint)
      for size in Self.sizes {
        let text = View.draw(desk.scene, size: size).text
        #expect(!text.contains("receipt") && !text.contains("●"))
        #expect(text.contains("Voted at this keyboard: \(person)"))
        for idea in VoteRoom.ideas { #expect(!text.contains(idea.prefix(12))) }
      }
      #expect(desk.scene.sheet == nil)
    }
    #expect(try voters(desk) == [.keyboard: 3])
  }

  @Test func `the keyboard does not go round on a terminal that the room sees`() {
    var desk = Desk(VoteRoom.scene(.dots, .facilitator))
    desk.press("s", "w")
    #expect(desk.outcome.isWarning && desk.scene.focus.overlay == nil)
  }

  @Test func `whoever leaves a ballot is asked twice, and nothing of it is kept`() throws {
    var desk = desk(0)
    desk.press("Enter", "2", "Esc")
    #expect(desk.scene.sheet != nil && desk.said == "Press Esc again to discard your choices")
    desk.press("Esc")
    #expect(desk.scene.sheet == nil)
    desk.press("Enter")
    #expect(desk.scene.sheet?.sheet.marks.isEmpty == true)
    #expect(try poll(desk).voters == 0)
  }

  @Test func `names are asked for only where the vote lists them`() throws {
    var desk = desk(0, settings: Poll.Settings(namesVoters: true))
    desk.press("Enter")
    #expect(desk.scene.sheet == nil)
    desk.type("zz")
    desk.press("Enter")
    #expect(desk.said == "Nobody here has that name; empty: without a name")
    desk.press("Backspace", "Backspace", "Enter", "1", "Enter", "Enter")
    #expect(try poll(desk).voters == 1 && poll(desk).namedVoters.isEmpty)
  }

  @Test func `a table has one ballot, and its later one replaces it`() throws {
    var desk = desk(1)
    desk.press("↓", "Enter", "2", "Enter", "Enter")
    #expect(try voters(desk) == [.table: 1])
    desk.press("w", "↓", "Enter", "↓")
    #expect(View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text.contains("is in"))
    desk.press("Enter", "1", "Enter", "Enter")
    #expect(try poll(desk).voters == 1)
    #expect(try poll(desk).ownBallot(of: "table-2")?.marks.values.reduce(0, +) == 1)
  }

  @Test func `hands are asked option by option, and walked down to the number of people`() throws {
    var desk = desk(2)
    for hands in ["12", "0", "7", "", "", "", "", ""] {
      desk.type(hands)
      desk.press("Enter")
    }
    desk.type("15")
    desk.press("Enter")
    #expect(
      desk.events.last
        == .totalsCounted(
          poll: VoteRoom.poll,
          totals: [VoteRoom.ideas[0]: 12, VoteRoom.ideas[1]: 0, VoteRoom.ideas[2]: 7], voters: 15,
          way: .hands))
    #expect(desk.scene.focus.overlay == nil)
  }

  @Test func `where everybody raises one hand the sum is the room`() throws {
    var desk = desk(2, .single)
    desk.type("9")
    desk.press("F2")
    #expect(try voters(desk) == [.hands: 9])
  }

  @Test func `walls add up, and one counted anew replaces itself`() throws {
    var desk = desk(4)
    desk.type("corridor")
    desk.press("Enter", "3", "F2")
    desk.press("t", "4", "F2")
    desk.press("w", "↓", "↓", "↓", "↓", "Enter", "Enter")
    desk.press("5", "F2")
    let counts = try poll(desk).countedTotals
    #expect(counts.map(\.place.wall).sorted() == ["", "corridor"])
    #expect(counts.map { $0.totals[VoteRoom.ideas[0]] ?? 0 }.sorted() == [4, 5])
  }

  @Test(arguments: [Poll.Method.ranking, .criteria, .impact, .topFive])
  func `what counts single ballots takes no hands and no stickers`(_ method: Poll.Method) {
    let desk = desk(2, method)
    #expect(desk.said == "This kind of vote counts single ballots only")
    var other = Desk(VoteRoom.scene(method, .facilitator))
    other.press("t")
    #expect(other.said == "This kind of vote counts single ballots only")
  }

  @Test func `the desk tells how many came in each way, never what`() throws {
    let scene = VoteRoom.scene(
      .dots, .facilitator,
      then: [
        .ballotCast(poll: VoteRoom.poll, voter: "a", marks: [VoteRoom.ideas[0]: 2], way: .table),
        .ballotCast(poll: VoteRoom.poll, voter: "b", marks: [:], way: .terminal),
        .totalsCounted(
          poll: VoteRoom.poll, totals: [VoteRoom.ideas[1]: 777], voters: 9, way: .hands),
      ])
    let text = View.draw(scene, size: Size(columns: 120, rows: 40)).text
    #expect(text.contains("By tables 1 · On screens 1 · Hands 9") && !text.contains("777"))
  }

  @Test func `note-takers have the same ways`() {
    var desk = Desk(VoteRoom.scene(.dots, .notes))
    desk.press("F3", "Enter", "Enter", "1", "Enter", "Enter")
    #expect(desk.events.count == 1 && desk.scene.focus.line.isEmpty)
  }

  @Test func `the stage shows large which option hands are raised for, and never how many`() {
    var desk = desk(2)
    func shows(_ text: String, _ size: Size = Size(columns: 80, rows: 24)) -> Bool {
      LetterHeight.shows(
        text, in: View.draw(VoteRoom.shown(desk.scene.workshop, .stage), size: size))
    }
    #expect(shows("A mobile desk") && shows("Hands up: 1 of 9"))
    #expect(!shows("Callback"), "one option alone")
    desk.type("4711")
    desk.press("Enter")
    for size in Self.sizes {
      #expect(shows("Callback within the day, same person to the end", size))
      #expect(shows("Hands up: 2 of 9", size) && !shows("4711", size))
    }
    desk.press("↑")
    #expect(shows("Hands up: 1 of 9"))
    desk.press("Esc")
    #expect(shows("Callback") && !shows("Hands up"))
    desk.press("w", "↓", "↓", "Enter", "3", "F2")
    #expect(!shows("Hands up"), "counted: the list is back")
  }

  @Test func `another's count is not shown to whoever counts again`() {
    let counted = Event.totalsCounted(
      poll: VoteRoom.poll, totals: [VoteRoom.ideas[0]: 4711], voters: 9)
    for (me, isShown) in [("Ana", true), ("Louis", false)] {
      var scene = VoteRoom.scene(.dots, .facilitator, then: [counted])
      scene.me = me
      let text = View.draw(Desk.scene(scene, "t"), size: Size(columns: 120, rows: 40)).text
      #expect(text.contains("4711") == isShown)
      #expect(text.contains("Ana has counted this already") == !isShown)
    }
  }
}
