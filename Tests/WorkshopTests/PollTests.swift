import Testing

@testable import WorkshopCore

@Suite struct PollTests {
  /// A room with an open poll.
  private func open(
    _ options: [String] = ["a", "b", "c"], method: Poll.Method = .dots, dots: Int = 3,
    cap: Int = 2, winners: Int = 1
  ) -> (room: Room, poll: PollID) {
    var room = Room()
    let id = room.when(
      .pollOpened(
        activity: "one", question: "Which?", method: method, options: options, dots: dots,
        cap: cap, winners: winners))
    return (room, id.description)
  }

  private func tally(_ room: Room, _ poll: PollID) -> Tally {
    guard let poll = room.workshop.poll(poll) else {
      Issue.record("no poll")
      return Tally(of: Room.noPoll)
    }
    return Tally(of: poll)
  }

  @Test func `an opened poll is the activity's latest`() {
    let (room, id) = open()
    let poll = room.workshop.latestPoll(of: "one")
    #expect(poll?.id == id)
    #expect(poll?.isOpen == true)
    #expect(poll?.question == "Which?")
    #expect(poll?.options == ["a", "b", "c"])
    #expect(room.workshop.latestPoll(of: "two") == nil)
  }

  @Test func `a voter's later ballot replaces the earlier`() {
    var (room, id) = open()
    room.when(.ballotCast(poll: id, voter: "v1", marks: ["a": 2]))
    room.when(.ballotCast(poll: id, voter: "v2", marks: ["a": 1, "b": 1]))
    room.when(.ballotCast(poll: id, voter: "v1", marks: ["b": 2]))
    let tally = tally(room, id)
    #expect(tally.rows.map(\.option) == ["b", "a", "c"])
    #expect(tally.rows.map(\.score.whole) == [3, 1, 0])
    #expect(tally.rows.map(\.marked) == [2, 1, 0])
    #expect(tally.rows.map(\.rank) == [1, 2, 3])
    #expect(tally.rows.map(\.isChosen) == [true, false, false])
    #expect(tally.voters == 2)
    #expect(tally.ballots == 2)
  }

  @Test func `a ballot with an objection is not counted`() {
    var (room, id) = open()
    for marks in [["x": 1], ["a": -1], ["a": 3], ["a": 2, "b": 2], ["a": Int.max, "b": Int.max]] {
      room.when(.ballotCast(poll: id, voter: "v", marks: marks))
    }
    #expect(room.workshop.poll(id)?.ballots.isEmpty == true)
  }

  @Test func `objections name what is wrong`() {
    let (room, id) = open()
    let poll = room.workshop.poll(id)
    #expect(poll?.objection(to: ["z": 1, "y": 1]) == .unknownOption("y"))
    #expect(poll?.objection(to: ["a": -1]) == .negative)
    #expect(poll?.objection(to: ["a": 3]) == .overCap(3, cap: 2))
    #expect(poll?.objection(to: ["a": 2, "b": 2]) == .overBudget(4, dots: 3))
    #expect(poll?.objection(to: ["a": 2, "b": 1]) == nil)
    #expect(poll?.objection(to: [:]) == nil)
  }

  @Test func `closing counts exactly the cut and lists the rest as late`() {
    var (room, id) = open()
    room.when(.ballotCast(poll: id, voter: "v1", marks: ["a": 1]), by: "ben")
    let last = room.when(.ballotCast(poll: id, voter: "v1", marks: ["b": 1]), by: "ben")
    room.when(.ballotCast(poll: id, voter: "v1", marks: ["c": 1]), by: "ben")
    room.when(.ballotCast(poll: id, voter: "v2", marks: ["c": 1]), by: "cleo")
    room.when(.pollClosed(poll: id, cut: ["ben": last.sequence]))
    room.when(.ballotCast(poll: id, voter: "v3", marks: ["c": 1]), by: "ben")
    let tally = tally(room, id)
    #expect(room.workshop.poll(id)?.isOpen == false)
    #expect(room.workshop.poll(id)?.countedBallots.map(\.entry) == [last])
    #expect(tally.rows.filter { $0.score.numerator > 0 }.map(\.option) == ["b"])
    #expect(tally.ballots == 1)
    #expect(tally.late == 3)
  }

  @Test func `a ballot within the cut counts even when it arrives after the closing`() {
    var (room, id) = open()
    let ballot = room.entry(.ballotCast(poll: id, voter: "v1", marks: ["a": 1]), by: "ben")
    room.second += 1
    room.when(.pollClosed(poll: id, cut: ["ben": ballot.id.sequence]))
    let early = room.workshop.poll(id)?.countedBallots.count
    var history = room.history
    history.insert([ballot])
    #expect(early == 0)
    #expect(history.workshop.poll(id)?.countedBallots.map(\.entry) == [ballot.id])
  }

  @Test func `of two closings the first counts, and undoing it opens the poll again`() {
    var (room, id) = open()
    let first = room.when(.pollClosed(poll: id, cut: [:]))
    let second = room.when(.pollClosed(poll: id, cut: ["ben": 9]))
    #expect(room.workshop.poll(id)?.cut == [:])
    room.when(.reverted(entry: second))
    room.when(.reverted(entry: first))
    #expect(room.workshop.poll(id)?.isOpen == true)
  }

  @Test func `totals on paper and ballots are added up`() {
    var (room, id) = open()
    room.when(.ballotCast(poll: id, voter: "v1", marks: ["a": 2]))
    room.when(.totalsCounted(poll: id, totals: ["a": 1, "c": 9, "x": 5], voters: 4))
    let tally = tally(room, id)
    #expect(tally.rows.map(\.option) == ["c", "a", "b"])
    #expect(tally.rows.map(\.score.whole) == [9, 3, 0])
    #expect(tally.voters == 5)
    #expect(tally.ballots == 1)
  }

  @Test func `a second count replaces the first, and nonsense or lateness changes nothing`() {
    var (room, id) = open()
    room.when(.totalsCounted(poll: id, totals: ["a": 4], voters: nil))
    room.when(.totalsCounted(poll: id, totals: ["a": 5], voters: -3))
    room.when(.totalsCounted(poll: id, totals: ["a": -1], voters: 1))
    room.when(.totalsCounted(poll: id, totals: ["a": Int.max], voters: 1))
    room.when(.pollClosed(poll: id, cut: [:]))
    room.when(.totalsCounted(poll: id, totals: ["a": 6], voters: 1))
    #expect(room.workshop.poll(id)?.typedCount(by: "ana")?.totals == ["a": 5])
    #expect(room.workshop.poll(id)?.typedCount(by: "ana")?.voters == 0)
  }

  @Test func `a poll is revealed`() {
    var (room, id) = open()
    #expect(room.workshop.poll(id)?.isRevealed == false)
    room.when(.pollRevealed(poll: id))
    #expect(room.workshop.poll(id)?.isRevealed == true)
  }

  @Test func `tied options share a rank, and a tie across the cut chooses none of them`() {
    var (room, id) = open(["a", "b", "c", "d"], dots: 9, cap: 3, winners: 2)
    room.when(.ballotCast(poll: id, voter: "v", marks: ["b": 3, "d": 1, "a": 1]))
    let tally = tally(room, id)
    #expect(tally.rows.map(\.option) == ["b", "a", "d", "c"])
    #expect(tally.rows.map(\.rank) == [1, 2, 2, 4])
    #expect(tally.rows.map(\.isChosen) == [true, false, false, false])
    #expect(tally.tied(atCut: 2).map(\.option) == ["a", "d"])
    #expect(tally.tied(atCut: 1).isEmpty)
    #expect(tally.tied(atCut: 3).isEmpty)
    #expect(tally.tied(atCut: 0).isEmpty)
    #expect(tally.tied(atCut: 4).isEmpty)
    #expect(tally.tied(atCut: 99).isEmpty)
  }

  @Test func `a tie above the cut chooses all of it`() {
    var (room, id) = open(winners: 2)
    room.when(.ballotCast(poll: id, voter: "v", marks: ["b": 1, "c": 1]))
    #expect(tally(room, id).rows.map(\.isChosen) == [true, true, false])
  }

  @Test func `without a vote nothing is chosen and nothing is tied at the cut`() {
    let (room, id) = open()
    let tally = tally(room, id)
    #expect(tally.rows.map(\.rank) == [1, 1, 1])
    #expect(tally.rows.allSatisfy { !$0.isChosen })
    #expect(tally.tied(atCut: 1).isEmpty)
    #expect(tally.mean == nil)
  }

  @Test func `a scale has one mark each and a mean`() {
    var (room, id) = open((0...5).map(String.init), method: .scale, dots: 9, cap: 9)
    #expect(room.workshop.poll(id)?.dots == 1)
    #expect(room.workshop.poll(id)?.cap == 1)
    room.when(.ballotCast(poll: id, voter: "v1", marks: ["5": 1]))
    room.when(.ballotCast(poll: id, voter: "v2", marks: ["2": 1]))
    #expect(tally(room, id).mean == 3.5)
  }

  @Test func `no number in a poll overflows`() {
    let huge = String(Int.max)
    var (room, id) = open([huge, huge, "b"], dots: .max, cap: .max, winners: .max)
    room.when(.ballotCast(poll: id, voter: "v", marks: [huge: 1000, "b": 1]))
    room.when(.ballotCast(poll: id, voter: "w", marks: [huge: 600]))
    room.when(.totalsCounted(poll: id, totals: [huge: 1_000_000], voters: .max))
    let tally = tally(room, id)
    #expect(tally.rows.map(\.option) == [huge, "b"])
    #expect(tally.rows.first?.score.whole == 1_000_600)
    #expect(tally.mean != nil)
    let (other, low) = open(dots: .min, cap: .min, winners: .min)
    #expect(other.workshop.poll(low)?.dots == 1)
    #expect(other.workshop.poll(low)?.cap == 1)
    #expect(Tally(of: other.workshop.poll(low) ?? Room.noPoll).rows.count == 3)
  }

  @Test(arguments: [
    (1, 1, 1), (2, 1, 1), (3, 2, 1), (5, 2, 1), (7, 2, 1), (8, 3, 1), (12, 3, 1), (16, 4, 2),
    (20, 5, 2), (30, 8, 3), (40, 8, 3), (60, 8, 3),
  ])
  func `dots and cap by the number of options`(options: Int, dots: Int, cap: Int) {
    #expect(Poll.defaultDots(options: options) == dots)
    #expect(Poll.defaultCap(dots: dots) == cap)
  }

  @Test func `an option is called by its card's text, or by itself`() {
    var room = Room()
    let card = room.card("A shared desk")
    #expect(room.workshop.label(ofOption: card) == "A shared desk")
    #expect(room.workshop.label(ofOption: "Yes") == "Yes")
  }
}

extension Room {
  /// A poll without options, where a test must go on without the one it looked for.
  static let noPoll: Poll = {
    var room = Room()
    room.when(
      .pollOpened(
        activity: "", question: "", method: .dots, options: [], dots: 1, cap: 1, winners: 0))
    return room.workshop.polls[0]
  }()
}
