import Testing
import Workshop

@testable import Report

struct WallTests {
  @Test func `A wall is its loose cards, then each zone that holds any`() throws {
    let workshop = Sample.workshop(
      Sample.events + [.cardAdded(board: "ideas", text: "Loose", fields: ["zone": "nowhere"])])
    let board = try #require(workshop.board("ideas"))
    #expect(
      [Report.Block].wall(of: board, in: workshop, level: 3, language: "fr") == [
        .list([.init("Loose")]), .heading(level: 3, "Nord"), .list([.init("A ferry (×2)")]),
      ])
  }

  @Test func `A sealed poll has no bars`() throws {
    var workshop = Sample.workshop()
    #expect(Report.Block.bars(of: try #require(workshop.poll("w-9")), in: workshop) == nil)
    workshop = Sample.workshop(Sample.events + [.pollRevealed(poll: "w-9")])
    #expect(
      Report.Block.bars(of: try #require(workshop.poll("w-9")), in: workshop)
        == .bars([.init("A ferry", value: 3, text: "3"), .init("Other", value: 2, text: "2")]))
  }

  @Test func `The bars of a scale stand in the order of its steps`() throws {
    let workshop = Sample.workshop([
      .pollOpened(
        activity: "storm", question: "Sure?", method: .scale, options: ["1", "2", "3"], dots: 1,
        cap: 1,
        winners: 1), .ballotCast(poll: "w-1", voter: "a", marks: ["3": 1]),
      .pollRevealed(poll: "w-1"),
    ])
    #expect(
      Report.Block.bars(of: try #require(workshop.poll("w-1")), in: workshop)
        == .bars(
          ["1", "2", "3"].map { .init($0, value: $0 == "3" ? 1 : 0, text: $0 == "3" ? "1" : "0") }))
  }

  @Test func `Facts are the filled fields by their labels, choices and cards by their words`()
    throws
  {
    let sheet = Sheet(
      id: "idea", title: "Idea",
      fields: [
        Field(id: "text", label: "Title"),
        Field(
          id: "effort", label: "Effort", type: .choice,
          choices: [Choice(id: "3", label: Localized(texts: ["en": "Much", "fr": "Beaucoup"]))]),
        Field(id: "cost", label: "Cost"), Field(id: "project", label: "Project", type: .card),
      ])
    let workshop = Sample.workshop()
    let idea = try #require(workshop.card("w-2"))
    let person = try #require(workshop.card("w-3"))
    #expect(
      Report.Block.facts(of: idea, sheet: sheet, in: workshop, language: "fr")
        == .facts([.init("Effort", "Beaucoup")]))
    #expect(
      Report.Block.facts(of: person, sheet: sheet, in: workshop, language: "fr")
        == .facts([.init("Project", "A ferry")]))
  }
}
