import Testing

@testable import WorkshopCore

/// What a jury advises, counted, and whether a decision goes its way.
@Suite struct RecommendationsTests {
  private func jury(_ choices: [String?], tied: Set<Int> = []) -> Recommendations {
    Recommendations(
      choices.enumerated().map { index, choice in
        var texts = [Jury.juror: "j\(index)"]
        texts[Recommendations.field] = choice
        texts[Jury.interest] = tied.contains(index) ? Jury.declared : nil
        let card = Card(
          id: "c\(index)", added: Stamp(milliseconds: 1), by: "",
          values: texts.mapValues { FieldValue(text: $0, entry: nil, by: "") })
        return Jury.Form(juror: "j\(index)", project: "p", cards: [card])
      })
  }

  @Test func `jurors with a tie and jurors who say nothing have no say`() {
    #expect(jury(["go", "go-if", nil, "stop"], tied: [3]).counts == ["go": 1, "go-if": 1])
    #expect(jury([nil]).isEmpty && jury([]).way == nil)
  }

  @Test(arguments: [
    (["go", "go-if", "stop"], Recommendations.Way.ahead), (["rework", "hold", "go"], .wait),
    (["stop", "stop", "hold"], .stop), (["go", "stop"], nil), (["maybe"], nil),
  ])
  func `most of them point one way, or none`(choices: [String], way: Recommendations.Way?) {
    #expect(jury(choices).way == way)
  }

  @Test func `a decision follows the jury or departs from it where both say something`() {
    let ahead = jury(["go"])
    #expect(ahead.isFollowed(by: .go) == true && ahead.isFollowed(by: .onHold) == false)
    #expect(ahead.isFollowed(by: .dropped) == false && ahead.isFollowed(by: .potential) == nil)
    #expect(jury(["hold"]).isFollowed(by: .paused) == true)
    #expect(jury(["stop"]).isFollowed(by: .merged) == true)
    #expect(jury(["go", "stop"]).isFollowed(by: .go) == nil)
  }

  @Test func `a form begun at two terminals counts once`() {
    var room = Room(
      Plan(
        title: "x",
        boards: [
          Board(id: "projects", title: "P", sheet: "project"),
          Board(id: "advice", title: "A", sheet: "advice"),
        ]))
    let project = room.card("Desk", on: "projects")
    for choice in ["go", "hold"] {
      room.when(
        .cardAdded(
          board: "advice", text: "",
          fields: ["project": project, "juror": "ana", "recommendation": choice]))
    }
    #expect(room.workshop.recommendations(on: project).counts == ["hold": 1])
    room.when(.boardSet(board: "advice", setting: .sealed, value: "yes"))
    #expect(room.workshop.recommendations(on: project).isEmpty)
  }
}
