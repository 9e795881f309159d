import Reporting
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Cards
@testable import Shell

/// Facts at hand, linked to ideas.
@Suite struct LinkTests {
  private func lines(_ scene: Scene, _ columns: Int, _ rows: Int = 24) -> [String] {
    JourneyScenes.lines(scene, columns, rows)
  }

  private func fact(_ scene: Scene) -> CardID { scene.workshop.cards(on: "facts")[0].id }

  @Test func `personas, facts and pain points are at hand in notes and at the desk`() {
    let desk = Desk.scene(CaptureScenes.linking(.facilitator), "Alt-f")
    let notes = Desk.scene(CaptureScenes.linking(.notes), "Alt-f")
    for scene in [desk, notes] {
      let text = lines(scene, 120, 40).joined(separator: "\n")
      #expect(text.contains("One resident in six has no e-mail address"))
      #expect(text.contains("Mireille, 58"))
    }
    let journey = JourneyScenes.scene(
      .notes, then: [.activityOpened(activity: "ideas", seconds: nil)])
    #expect(lines(Desk.scene(journey, "Alt-f"), 80).contains { $0.contains("! The desk was shut") })
  }

  @Test func `from 100 columns they stand beside the board, below that over it`() {
    let scene = Desk.scene(CaptureScenes.linking(.notes), "Alt-f")
    let idea = "Shared handling"
    #expect(lines(scene, 100).contains { $0.contains(idea) })
    #expect(!lines(scene, 99).contains { $0.contains(idea) })
    let back = Desk.scene(scene, "Esc")
    #expect(lines(back, 100).contains { $0.contains("Facts at hand") }, "they stay while typing")
    #expect(!lines(back, 99).contains { $0.contains("Facts at hand") })
    let away = Desk.scene(back, "Alt-f", "Alt-f")
    #expect(!lines(away, 100).contains { $0.contains("Facts at hand") })
  }

  @Test func `a fact linked to the line goes with the card, in one entry that one undo takes away`()
  {
    var desk = Desk(CaptureScenes.linking(.notes))
    desk.type("Letters")
    desk.press("Alt-f")
    desk.type("six")
    desk.press("Enter")
    #expect(desk.scene.focus.overlay == nil && desk.scene.focus.line.text == "Letters")
    desk.press("Enter")
    let fact = fact(desk.scene)
    #expect(desk.events == [.cardAdded(board: "ideas", text: "Letters", fields: ["links": fact])])
    let card = desk.scene.workshop.cards(on: "ideas").last
    #expect(card?.links == [fact] && card.map(Wall.label)?.hasSuffix("↳1") == true)
    #expect(desk.scene.focus.links.isEmpty, "the next card is not linked")
  }

  @Test func `a link to a chosen card is put there at once, and taken away again`() {
    var desk = Desk(CaptureScenes.linking(.facilitator))
    let (idea, fact) = (CaptureScenes.idea(desk.scene).id, fact(desk.scene))
    desk.press("Alt-f")
    desk.type("six")
    desk.press("Enter")
    #expect(desk.events == [.memberAdded(card: idea, set: "links", member: fact)])
    desk.press("Alt-f")
    desk.type("six")
    desk.press("Enter")
    #expect(desk.scene.workshop.card(idea)?.links == [])
  }

  @Test func `two terminals link one idea at the same time and both links stay`() {
    let scene = CaptureScenes.linking(.facilitator)
    let idea = CaptureScenes.idea(scene).id
    let facts = scene.workshop.cards(on: "facts").map(\.id)
    let both = scene.after(
      ("Ana", .memberAdded(card: idea, set: "links", member: facts[0])),
      ("Louis", .memberAdded(card: idea, set: "links", member: facts[1])))
    #expect(both.workshop.card(idea)?.links.sorted() == facts.prefix(2).sorted())
  }

  @Test func `the link survives into the report, an old one too`() {
    let scene = JourneyScenes.scene(then: [
      .activityOpened(activity: "ideas", seconds: nil),
      .cardAdded(board: "ideas", text: "Open on Wednesdays", fields: ["from": "test-10"]),
      .cardAdded(
        board: "ideas", text: "One file", fields: ["links": "test-12 \(JourneyScenes.odette)"]),
    ])
    let report = Markdown.render(Minutes.report(scene))
    for text in ["From: The desk was shut", "From: Four desks, one story", "From: Odette"] {
      #expect(report.contains(text), "\(report)")
    }
  }

  @Test func `who raised a parked question is no link`() {
    let scene = CaptureScenes.notes().after(
      ("Ana", .cardAdded(board: "parking", text: "When?", fields: ["from": "Hugo Perrin"])))
    #expect(scene.workshop.cards(on: "parking").last?.links == [])
  }

  @Test func `at the desk, without a chosen card, an idea is begun from a fact`() {
    var scene = CaptureScenes.linking(.facilitator)
    scene.focus.card = nil
    var desk = Desk(scene)
    desk.press("Alt-f", "Enter")
    desk.type("Paper too")
    desk.press("Enter")
    guard case .cardAdded("ideas", "Paper too", let fields) = desk.events.first else {
      Issue.record("\(desk.events)")
      return
    }
    #expect(fields?["links"] != nil)
  }
}
