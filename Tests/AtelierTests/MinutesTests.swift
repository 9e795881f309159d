import Foundation
import Reporting
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell
@testable import atelier

@Suite struct MinutesTests {
  /// Cards whose text is an item of a list, a note of a canvas, a line of a journey or a heading, by how
  /// often it stands so. Why a project is there tells again what stands elsewhere: that is left out.
  private func places(_ report: Report) -> [String: Int] {
    let language = Fixture.language(report.language)
    let stage = language("Stage of the user journey")
    var isWhy = false
    var counts: [String: Int] = [:]
    func take(_ item: Report.Item) {
      counts[item.text, default: 0] += 1
      item.children.forEach(take)
    }
    let blocks = report.blocks.flatMap { block -> [Report.Block] in
      if case .picture(let picture) = block { picture.instead } else { [block] }
    }
    for block in blocks {
      if case .heading(_, let text) = block { isWhy = text == language("Why it is there") }
      switch block {
      case .list(let items) where !isWhy: items.forEach(take)
      case .facts(let facts):
        for fact in facts {
          fact.text.split(separator: "\n").forEach { counts[String($0), default: 0] += 1 }
        }
      case .heading(_, let text): counts[text, default: 0] += 1
      case .table(let header, let rows, _) where header.first == stage:
        for cell in rows.flatMap({ $0.dropFirst() }) {
          cell.split(separator: " · ").forEach { counts[String($0), default: 0] += 1 }
        }
      default: break
      }
    }
    return counts
  }

  @Test(arguments: Language.builtIn)
  func `the record holds every card of the demo, once more where it was changed since its day`(
    _ language: String
  ) throws {
    let scene = try Stage.scene(language: language)
    let places = places(Minutes.report(scene))
    let cards = scene.workshop.cards.values.filter {
      !$0.isGone && !Workshop.ownBoards.contains($0.board)
    }
    #expect(cards.count > 200)
    // Cards may say the same: a draft is called like its project.
    for (text, alike) in Dictionary(grouping: cards, by: \.text) where !text.isEmpty {
      let found = places.filter { place in
        place.key == text || [" (", "  ×", " — "].contains { place.key.hasPrefix(text + $0) }
      }
      #expect(found.values.reduce(0, +) >= alike.count, "\(text) → \(found)")
    }
  }

  @Test func `cards in the bin and marks that are not revealed stay out`() throws {
    let sealed =
      Stage.poll.prefix(1) + [
        .totalsCounted(poll: "test-2", totals: ["A mobile desk": 61_843], voters: 9)
      ]
    let scene = try Stage.scene(at: "vote-1", then: Array(sealed))
    let markdown = Markdown.render(Minutes.report(scene))
    #expect(!markdown.contains("61843"))
    let (gone, live) = (
      scene.workshop.cards.values.filter(\.isGone),
      scene.workshop.cards.values.filter { !$0.isGone }
    )
    // A vote's list was frozen: it names what was put in the bin later.
    let voted = Set(scene.workshop.polls.flatMap(\.options))
    #expect(gone.contains { !voted.contains($0.id) })
    for card in gone
    where !voted.contains(card.id) && !live.contains(where: { $0.text.contains(card.text) }) {
      #expect(!markdown.contains(card.text), "\(card.text)")
    }
  }

  /// Somebody opens an old day again, to look or to rehearse: the agenda then speaks of that day only.
  @Test(arguments: ["check-out-1", "opening", "lunch-2"])
  func `what was held before stays in the report when a day is opened again`(
    _ activity: String
  ) throws {
    // The first page says of which day it tells.
    let chapters = Array(Features.all.chapters.dropFirst())
    let all = places(Minutes.report(try Stage.scene(), chapters: chapters))
    let again = places(Minutes.report(try Stage.scene(at: activity), chapters: chapters))
    #expect(Set(all.keys).subtracting(again.keys).isEmpty)
  }

  @Test func `a card stands in the report once, even before its activity was held`() throws {
    let scene = Stage.scene(
      try Stage.express(), then: [.cardAdded(board: "ideas", text: "Too early", fields: nil)])
    #expect(places(Minutes.report(scene))["Too early"] == 1)
  }

  @Test func `a board that the plan no longer has is written down all the same`() throws {
    let scene = Stage.scene(
      try Stage.express(), then: [.cardAdded(board: "gone", text: "Left over", fields: nil)])
    #expect(places(Minutes.report(scene))["Left over"] == 1)
  }

  @Test func `a board that no activity was held on is written down all the same`() throws {
    let plan = try Stage.express()
    let scene = Stage.scene(
      plan, then: [.cardAdded(board: "ideas", text: "Too early", fields: nil)])
    #expect(Markdown.render(Minutes.report(scene)).contains("Too early"))
  }

  @Test func `hundreds of cards stand theme by theme, best supported first, all of them in short`()
    throws
  {
    let plan = try Stage.express()
    let themes = plan.themes.prefix(2).map(\.id)
    var events = (0..<300).map { index in
      Event.cardAdded(
        board: "ideas", text: "Idea \(index) of many", fields: ["theme": themes[index % 2]])
    }
    events.append(.voiceAdded(card: "test-299"))
    let text = Markdown.render(Minutes.report(Stage.scene(plan, then: events)))
    for index in 0..<300 {
      #expect(text.components(separatedBy: "Idea \(index) of many").count == 2, "\(index)")
    }
    let lists = text.split(separator: "\n").filter {
      $0.hasPrefix("- Idea ") || $0.hasPrefix("+ Idea ")
    }
    #expect(lists.count == 20)
    #expect(lists.first?.hasSuffix("Idea 298 of many (×2)") == true)
  }
}
