import Foundation
import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell
@testable import Voting

@Suite struct ResultTests {
  private func desk(_ events: [Event]) -> Desk { Desk(Ballots.scene(events, .facilitator)) }

  private func text(_ scene: Scene, _ columns: Int = 80, _ rows: Int = 24) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  private var cards: [Event] {
    Ballots.texts.map { .cardAdded(board: "ideas", text: $0, fields: nil) }
  }

  @Test func `Enter opens the vote with its defaults, other methods are a key away`() {
    var desk = desk(cards)
    desk.press("d")
    #expect(desk.events.isEmpty)
    desk.press("→", "Enter")
    guard case .pollOpened(_, _, .single, let options, 1, 1, 2, _, nil) = desk.events.last else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(options == Ballots.options)
    #expect(desk.scene.focus.overlay == nil)
  }

  @Test func `weights are typed as a room says them`() {
    var desk = desk(cards)
    desk.press("d")
    for _ in 0..<7 { desk.press("→") }
    desk.press("↓", "↓", "↓", "1", "0", "↓", "5", "↓", "2", "↓", "0", "→")
    desk.press("↓", "0")
    desk.press("Enter")
    guard case .pollOpened(_, _, .criteria, _, _, _, _, let settings, _) = desk.events.last else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(settings?.criteria?.map(\.weight) == [10, 5, 2, 1])
    #expect(settings?.scores == 0...5)
  }

  @Test func `a vote that nobody could fill in is refused with the reason`() {
    var desk = desk(cards)
    desk.press("d")
    for _ in 0..<5 { desk.press("→") }
    desk.press("↓", "↓", "1", "0", "↓", "↓", "→")
    desk.press("Enter")
    #expect(
      desk.said
        == "Nobody could spend 100 points: at most 10 on one option leaves room for 60")
    #expect(desk.events.isEmpty)
    desk.press("↑", "↑", "2", "0", "Enter")
    guard case .pollOpened(_, _, .points, _, 100, 20, _, _, _) = desk.events.last else {
      Issue.record("\(desk.events)")
      return
    }
  }

  @Test func `what somebody spent is never taken away, nor told`() {
    var desk = desk(Ballots.opened(Ballots.plan(.dots)) + Ballots.cast(.dots))
    desk.press("m", "←")
    #expect(desk.press("Enter").isWarning)
    desk.press("→", "→")
    desk.press("Enter")
    #expect(
      desk.events.last == .pollChanged(poll: Ballots.poll, dots: 3, cap: nil, winners: nil))
  }

  @Test func `two that say the same are merged before the list is frozen`() {
    let twins = [
      "Shared handling of digital user relations", "Shared digital relations, user handling",
    ]
    var desk = desk(
      (twins + ["Something else"]).map {
        .cardAdded(board: "ideas", text: $0, fields: nil)
      })
    desk.press("d", "m", "Enter")
    #expect(desk.events == [.fieldsSet(field: "into", values: ["test-3": "test-2"])])
    desk.press("Enter")
    guard case .pollOpened(_, _, _, let options, _, _, _, _, _) = desk.events.last else { return }
    #expect(options == ["test-2", "test-4"])
  }

  @Test(arguments: Poll.Method.choices)
  func `no name of a method's result is on the stage before it is revealed`(_ method: Poll.Method) {
    let events = Ballots.opened(Ballots.plan(method)) + Ballots.cast(method)
    let none = Ballots.opened(Ballots.plan(method)) + Ballots.cast(method, voters: 0)
    for size in [(60, 15), (80, 24), (120, 40)] {
      let voted = text(Ballots.scene(events), size.0, size.1)
      let empty = text(Ballots.scene(none), size.0, size.1)
      // The number of voters is all that ballots change on the stage.
      let same = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(same(voted).replacingOccurrences(of: "far:5", with: "far:0") == same(empty))
    }
    let sealed = Minutes.report(Ballots.scene(events, .facilitator))
    #expect(!Markdown.render(sealed).contains("Nobody has the time"))
    #expect(Markdown.render(sealed).contains("This vote has not been revealed"))
  }

  @Test func `places are opened from the last to the first, ties at once`() {
    let sealed = Array(Ballots.revealed(.dots).dropLast())
    var desk = desk(sealed)
    desk.press("V")
    #expect(
      desk.events == [
        .viewShown(activity: "vote", view: VoteShown.places, step: 1),
        .pollRevealed(poll: Ballots.poll),
      ])
    var stage = desk.scene
    stage.role = .stage
    #expect(!text(stage).contains("1  One welcome"))
    #expect(text(stage).contains("Letters that say who to call"))
    for _ in 0..<6 where !desk.outcome.isWarning { desk.press("V") }
    stage = desk.scene
    stage.role = .stage
    #expect(Ballots.texts.allSatisfy { text(stage, 120, 26).contains($0.prefix(18)) })
  }

  @Test func `the ladder settles a tie and writes down who and why`() {
    var kept = desk(Ballots.tied)
    kept.press("x", "Enter")
    guard case .tieResolved(_, .keepAll, let all, _, _, _) = kept.events.last else {
      Issue.record("\(kept.events)")
      return
    }
    #expect(all.count == 3)
    #expect(kept.press("x").isWarning, "settled once")
    var decided = desk(Ballots.tied)
    decided.press("x", "↓", "↓", "↓", "Enter", "↓", "Enter")
    decided.type("The mayor")
    decided.press("Enter")
    decided.type("It can start now")
    decided.press("Enter")
    #expect(
      decided.events.last
        == .tieResolved(
          poll: Ballots.poll, remedy: .decider, chosen: ["test-3"], who: "The mayor",
          reason: "It can start now", seed: nil))
    var stage = decided.scene
    stage.role = .stage
    #expect(text(stage).contains("The mayor decided for"))
  }

  @Test func `a run-off opens on exactly the tied`() {
    var desk = desk(Ballots.tied)
    desk.press("x", "↓", "Enter")
    guard case .pollOpened(_, _, .dots, let options, 1, 1, 1, _, Ballots.poll) = desk.events.last
    else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(options == Array(Ballots.options.prefix(3)))
  }

  @Test func `sixty options are all on the stage, on pages, wrapped and never cut`() {
    let long = (1...60).map { "Option \($0): a desk, a number or a letter that somebody answers" }
    for rect in [Rect(x: 0, y: 0, width: 74, height: 16), Rect(x: 0, y: 0, width: 114, height: 30)]
    {
      let places = VoteList.pages(long, in: rect).flatMap { $0 }
      #expect(places.map(\.index) == Array(0..<60))
      for place in places {
        let lines = Text.wrap(long[place.index], to: place.rect.width - 5)
        #expect(lines.count == place.rect.height && place.rect.maxY <= rect.maxY)
      }
    }
  }

  @Test func `what the vote chose becomes projects with a key that asks, once`() {
    var desk = desk(Ballots.revealed(.dots))
    desk.press("f")
    #expect(desk.events.isEmpty)
    #expect(desk.scene.say(desk.outcome.notice ?? "").hasPrefix("Press again to make projects: "))
    desk.press("f")
    #expect(desk.events.count == 4, "two projects, and for each that it is potential by that vote")
    #expect(desk.press("f").isWarning)
  }

  @Test(arguments: Poll.Method.choices)
  func `the report tells paper and screens apart, and the other rules`(_ method: Poll.Method) {
    let scene = Ballots.scene(Ballots.revealed(method), .facilitator)
    let blocks = scene.current.map { VoteChapter.blocks(scene, $0) } ?? []
    let tables = blocks.compactMap { block -> [String]? in
      if case .table(let header, _, _) = block { header } else { nil }
    }
    #expect(tables.contains { $0.last == "Together" })
    let pairwise: [Poll.Method] = [
      .dots, .points, .ranking, .topFive, .criteria, .judgment, .impact,
    ]
    if pairwise.contains(method) {
      #expect(tables.contains { $0.count >= 4 && $0.last == "pairwise (Condorcet)" })
    }
  }
}
