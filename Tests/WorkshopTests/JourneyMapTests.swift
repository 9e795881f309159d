import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

@Suite struct JourneyMapTests {
  private let stages = ["learn", "apply", "wait"]

  /// A map of cards given by text and fields, a second apart.
  private func map(_ cards: [(text: String, fields: [String: String])]) -> JourneyMap {
    var workshop = Workshop(plan: Plan(title: "", boards: [Board(id: "way", title: "")]))
    for (index, card) in cards.enumerated() {
      workshop.apply(
        Entry(
          id: EntryID(writer: "ana", sequence: index + 1),
          stamp: Stamp(milliseconds: Int64(index) * 1000), at: "", by: "Ana",
          event: .cardAdded(board: "way", text: card.text, fields: card.fields)))
    }
    return JourneyMap(of: workshop.cards(on: "way"), stages: stages)
  }

  @Test func `a line lies in its row, the person's doings in none`() {
    let map = map([
      ("Nobody answers", ["zone": "apply", "row": "pain"]),
      ("Goes to the desk", ["zone": "apply"]),
      ("To be done by noon", ["zone": "apply", "row": "goal"]),
    ])
    #expect(map.stages.map(\.id) == stages)
    #expect(map.stages[0].lines.isEmpty)
    #expect(map.stages[1].lines.map(\.row) == [.goal, .action, .pain])
    #expect(map.stages[1].lines(in: .pain).map(\.text) == ["Nobody answers"])
    #expect(map.newest == "apply")
  }

  @Test func `a step whose whole sheet was filled gives a line to each row`() {
    let map = map([
      (
        "Takes two buses",
        ["zone": "learn", "touchpoint": "Library", "pain": "For nothing", "emotion": "-2"]
      )
    ])
    let lines = map.stages[0].lines
    #expect(lines.map(\.row) == [.action, .touchpoint, .emotion, .pain])
    #expect(lines.map(\.isWhole) == [true, false, false, false])
    #expect(Set(lines.map(\.card)).count == 1 && map.stages[0].emotion == -2)
  }

  @Test(arguments: [
    (["-1", "0"], -1), (["1", "0"], 0), (["2", "1", "1"], 1), (["-2", "-1"], -2), (["2"], 2),
  ])
  func `a stage feels like its steps on average, a half below`(marks: [String], emotion: Int) {
    let map = map(marks.map { ("Step", ["zone": "wait", "emotion": $0]) })
    #expect(map.stages[2].emotion == emotion)
  }

  @Test func `what was said of the stage itself goes before its steps, the last word first`() {
    let map = map([
      ("-2", ["zone": "wait", "row": "emotion"]), ("Waits", ["zone": "wait", "emotion": "2"]),
      ("-1", ["zone": "wait", "row": "emotion"]), ("often", ["zone": "wait", "row": "emotion"]),
    ])
    #expect(map.stages[2].emotion == -1)
    #expect(map.stages[0].emotion == nil)
  }

  @Test func `what lies in no stage is loose, and the journey's head is no line`() {
    let map = map([
      ("Somewhere", [:]), ("Elsewhere", ["zone": "gone"]),
      ("Get the benefit", ["zone": JourneyMap.head, "trigger": "A letter"]),
    ])
    #expect(map.loose.map(\.text) == ["Somewhere", "Elsewhere"])
    #expect(map.stages.allSatisfy(\.lines.isEmpty) && map.newest == nil)
  }

  @Test(
    arguments: [
      ("-2", -2), ("−1", -1), ("–1", -1), ("0", 0), ("1", 1), ("+2", 2), ("3", nil), ("-3", nil),
      ("", nil), ("+", nil), ("1.5", nil), ("1 a", nil), ("--1", nil),
    ] as [(String, Int?)])
  func `a feeling is a number from −2 to +2`(text: String, emotion: Int?) {
    #expect(JourneyMap.emotion(text) == emotion)
  }
}
