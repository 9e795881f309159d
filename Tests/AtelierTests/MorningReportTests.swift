@testable import atelier
import Foundation
import Reporting
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// The report of the tests' morning, where every card is known.
@Suite struct MorningReportTests {
  /// A text that no other card begins with, and how often the report says it.
  private func count(_ text: String, in markdown: String) -> Int {
    markdown.components(separatedBy: text).count - 1
  }

  @Test(arguments: Language.builtIn)
  func `every card of the morning is in the report, and what was voted on twice`(
    _ code: String
  ) {
    let scene = Fixture.scene(.checkOutRevealed, .facilitator, code)
    // The first page and the annex name again what has its place between them.
    let whole = Markdown.render(
      Minutes.report(scene, chapters: Array(Features.all.chapters.dropFirst().dropLast())))
    // What remains open is named where it stands as well.
    let open = scene.say("What remains open")
    let markdown = whole.components(separatedBy: "\n## ").filter { !$0.hasPrefix(open) }
      .joined(separator: "\n## ")
    let voted = Set(scene.workshop.polls.flatMap(\.options))
    let projects = Set(scene.workshop.cards(on: "projects").map(\.text))
    for card in scene.workshop.cards.values
    where !card.isGone && !card.text.isEmpty && !Workshop.ownBoards.contains(card.board) {
      // A canvas has the name of what it is about, and a team that of its project.
      guard !projects.contains(where: { card.text.hasPrefix($0) }) else { continue }
      let wanted = voted.contains(card.id) ? 2 : 1
      #expect(count(card.text, in: markdown) == wanted, "\(card.text)")
    }
    #expect(!markdown.contains("Nothing, it works"), "it is in the bin")
  }

  @Test func `a theme that the plan no longer has hides no card`() {
    let plan = Plan(
      title: "Test", boards: [Board(id: "facts", title: "Facts", columns: .theme)])
    let scene = Stage.scene(
      plan, then: [.cardAdded(board: "facts", text: "Lost and found", fields: ["theme": "gone"])])
    #expect(count("Lost and found", in: Markdown.render(Minutes.report(scene))) == 1)
  }

  @Test func `who is away from the list is undecided, not lost`() {
    let scene = Fixture.scene(.signUp)
    let markdown = Markdown.render(Minutes.report(scene))
    #expect(markdown.contains("Hugo Perrin") && markdown.contains("Lan Nguyen"))
  }
}
