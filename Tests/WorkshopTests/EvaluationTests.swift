import Testing

@testable import WorkshopCore
@testable import WorkshopQueries

/// The closing evaluation: slips, hands, and what is no answer.
@Suite struct EvaluationTests {
  private static let day = 86_400

  /// Two days that close on one board.
  private static let plan = Plan(
    title: "Programme", boards: [Board(id: "out", title: "Out", sheet: "check-out")],
    sessions: ["one", "two"].map { id in
      Session(
        id: id, title: Localized(id),
        activities: [
          Activity(id: "\(id)-out", title: "Out", kind: "check-out", minutes: 10, board: "out")
        ])
    })

  private func slip(_ fields: [String: String], _ text: String = "") -> Event {
    .cardAdded(board: "out", text: text, fields: fields)
  }

  private func opened(_ id: String, at second: Int = 0) -> Room {
    var room = Room(Self.plan)
    room.when(.activityOpened(activity: id, seconds: nil), at: second)
    return room
  }

  @Test func `nobody answered: there is no mean and no share, and nothing is divided by nought`() {
    let evaluation = opened("one-out").workshop.evaluation(of: "one-out")
    #expect(evaluation.isEmpty)
    #expect(evaluation.mean == nil && evaluation.met == nil && evaluation.answers == 0)
    #expect(Portion(0, of: 0).percent == nil)
  }

  @Test func `slips are counted, those in the bin and those that say nothing are not`() {
    var room = opened("one-out")
    room.when(slip(["roti": "4", "met": "yes"]))
    room.when(slip(["roti": "5"], "The soup"))
    room.when(slip(["met": "no"]))
    room.when(slip([:], "Words alone"))
    room.when(slip(["roti": "9", "met": "perhaps"], "What no form takes"))
    let binned = room.when(slip(["roti": "0", "met": "no"])).description
    room.when(.cardBinned(card: binned))
    let undone = room.when(slip(["roti": "0"]))
    room.when(.reverted(entry: undone))
    let evaluation = room.workshop.evaluation(of: "one-out")
    #expect(evaluation.grades == [0, 0, 0, 0, 1, 1])
    #expect(evaluation.mean == 4.5)
    #expect(evaluation.met == Portion(1, of: 2))
  }

  @Test func `a slip belongs to the round that was opened last before it`() {
    var room = Room(Self.plan)
    room.when(slip(["roti": "1"]), at: 0)
    room.when(.activityOpened(activity: "one-out", seconds: nil), at: 10)
    room.when(slip(["roti": "2"]))
    room.when(.activityOpened(activity: "two-out", seconds: nil), at: Self.day)
    room.when(slip(["roti": "3"]))
    let workshop = room.workshop
    #expect(workshop.evaluation(of: "one-out").mean == 2)
    #expect(workshop.evaluation(of: "two-out").mean == 3)
    // The one that came before any round is the programme's alone.
    let programme = Indicators(of: workshop, now: Room.moment(2 * Self.day)).programme
    #expect(programme.evaluation?.grades == [0, 1, 1, 1, 0, 0])
  }

  @Test func `hands are of the same people as the slips: once revealed they count instead`() {
    var room = opened("one-out")
    room.when(slip(["roti": "1", "met": "no"]))
    let scale = room.when(
      .pollOpened(
        activity: "one-out", question: "?", method: .scale,
        options: ["5", "4", "3", "2", "1", "0"], dots: 1, cap: 1, winners: 0)
    ).description
    room.when(.totalsCounted(poll: scale, totals: ["5": 3, "0": 1], voters: nil, way: .hands))
    #expect(room.workshop.evaluation(of: "one-out").mean == 1, "a sealed vote tells nothing")
    room.when(.pollClosed(poll: scale, cut: [:]))
    #expect(room.workshop.evaluation(of: "one-out").mean == 1)
    room.when(.pollRevealed(poll: scale))
    let evaluation = room.workshop.evaluation(of: "one-out")
    #expect(evaluation.grades == [1, 0, 0, 0, 0, 3] && evaluation.mean == 3.75)
    #expect(evaluation.met == Portion(0, of: 1), "nobody asked for hands on that")
  }

  @Test func `of two shows of hands the later one counts; yes stands first in whatever language`() {
    var room = opened("one-out")
    for (yes, no) in [(9, 9), (3, 1)] {
      let poll = room.when(
        .pollOpened(
          activity: "one-out", question: "?", method: .single, options: ["Igen", "Nem"], dots: 1,
          cap: 1, winners: 0)
      ).description
      room.when(
        .totalsCounted(poll: poll, totals: ["Igen": yes, "Nem": no], voters: nil, way: .hands))
      room.when(.pollClosed(poll: poll, cut: [:]))
      room.when(.pollRevealed(poll: poll))
    }
    let evaluation = room.workshop.evaluation(of: "one-out")
    #expect(evaluation.met?.percent == 75)
    #expect(evaluation.mean == nil)
  }
}
