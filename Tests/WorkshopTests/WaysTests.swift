import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

/// What a board hides from the room, when it takes no card, what was kept of it.
@Suite struct WaysTests {
  private func shown(_ room: Room) -> [String] {
    room.workshop.forTheRoom.cards(on: "ideas").map(\.text)
  }

  private func reveal(_ room: inout Room, by step: Int) {
    guard let board = room.workshop.board("ideas"),
      let count = room.workshop.revealing(on: board, by: step)
    else { return }
    room.when(.boardSet(board: "ideas", setting: .revealed, value: "\(count)"))
  }

  /// Four cards on a board that is closed.
  private func closed() -> (room: Room, cards: [CardID]) {
    var room = Room()
    let cards = ["one", "two", "three", "four"].map { room.card($0) }
    room.when(.boardSet(board: "ideas", setting: .closed, value: "yes"))
    return (room, cards)
  }

  @Test func `the room learns nothing of a closed board but how many cards it has`() {
    let room = closed().room.workshop.forTheRoom
    #expect(room.cards(on: "ideas").isEmpty && room.withheld["ideas"] == 4)
    #expect(room.cards.values.allSatisfy { $0.board != "ideas" })
    #expect(!room.order.contains { room.card($0) == nil })
  }

  @Test func `cards are shown one by one in the order in which they came, and taken back`() {
    var (room, cards) = closed()
    reveal(&room, by: 1)
    #expect(shown(room) == ["one"])
    reveal(&room, by: 1)
    #expect(shown(room) == ["one", "two"])
    let board = room.workshop.board("ideas")
    #expect(board.flatMap(room.workshop.newestRevealed)?.id == cards[1])
    reveal(&room, by: -1)
    #expect(shown(room) == ["one"])
    for _ in 0..<9 { reveal(&room, by: 1) }
    #expect(shown(room).count == 4)
    #expect(room.workshop.forTheRoom.withheld["ideas"] == 0)
  }

  @Test func `no card is shown because another one is binned or moved away`() {
    var (room, cards) = closed()
    reveal(&room, by: 1)
    reveal(&room, by: 1)
    room.when(.cardBinned(card: cards[0]))
    #expect(shown(room) == ["two"])
    room.when(.fieldSet(card: cards[1], field: Card.board, value: "parked", over: nil))
    #expect(shown(room).isEmpty)
    room.when(.cardRestored(card: cards[0]))
    #expect(shown(room) == ["one"], "it had been shown")
    reveal(&room, by: 1)
    #expect(shown(room) == ["one", "three"])
  }

  @Test func `a board that is closed again hides everything again`() {
    var (room, _) = closed()
    reveal(&room, by: 1)
    room.when(.boardSet(board: "ideas", setting: .closed, value: "no"))
    #expect(shown(room).count == 4)
    room.when(.boardSet(board: "ideas", setting: .closed, value: "yes"))
    #expect(shown(room).isEmpty)
  }

  @Test func `what is voted on is seen`() {
    var (room, cards) = closed()
    room.when(
      .pollOpened(
        activity: "one", question: "?", method: .dots, options: [cards[0], cards[2]], dots: 1,
        cap: 1, winners: 1))
    #expect(shown(room) == ["one", "three"])
  }

  @Test func `a list is frozen while it is voted on, or when somebody says so`() throws {
    var room = Room()
    let card = room.card("one")
    #expect(room.workshop.freeze(of: "ideas") == nil)
    let poll = room.when(
      .pollOpened(
        activity: "one", question: "?", method: .dots, options: [card], dots: 1, cap: 1, winners: 1)
    )
    #expect(room.workshop.freeze(of: "ideas") == .vote)
    #expect(room.workshop.freeze(of: "parked") == nil)
    room.when(.pollClosed(poll: poll.description, cut: [:]))
    #expect(room.workshop.freeze(of: "ideas") == nil)
    room.when(.boardSet(board: "ideas", setting: .frozen, value: "yes"))
    #expect(room.workshop.freeze(of: "ideas") == .list)
    room.when(
      .pollOpened(
        activity: "one", question: "ROTI", method: .scale, options: ["1", "2"], dots: 1, cap: 1,
        winners: 0))
    #expect(room.workshop.freeze(of: "parked") == nil)
  }

  @Test func `an activity sets its board when it opens for the first time on a day`() {
    var plan = Room.plan
    plan.sessions[0].activities[1].board = "ideas"
    plan.sessions[0].activities[1].sets = ["closed": "yes", "columns": "table", "nonsense": "1"]
    var room = Room(plan)
    let opening = room.when(.activityOpened(activity: "two", seconds: nil))
    #expect(room.workshop.board("ideas")?.isClosed == true)
    #expect(room.workshop.board("ideas")?.columns == .table)
    room.when(.boardSet(board: "ideas", setting: .closed, value: "no"))
    room.when(.activityOpened(activity: "one", seconds: nil))
    room.when(.activityOpened(activity: "two", seconds: nil))
    #expect(room.workshop.board("ideas")?.isClosed == false, "coming back closes nothing")
    room.when(.activityOpened(activity: "two", seconds: nil), at: 24 * 3600)
    #expect(room.workshop.board("ideas")?.isClosed == true, "a rehearsal was yesterday")
    room.when(.reverted(entry: opening))
    #expect(room.workshop.board("ideas")?.isClosed == true)
  }

  @Test func `a plan whose setting is misspelt is refused with the settings there are`() {
    let text =
      #"{"title": "T", "sessions": [{"id": "s", "activities": [{"id": "a", "kind": "board", "minutes": 5, "sets": {"colour": "red"}}]}]}"#
    #expect {
      _ = try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    } throws: { error in
      "\(error)".contains("colour") && "\(error)".contains("closed")
    }
  }

  // MARK: Versions

  private func canvas(_ plan: Plan = Room.plan) -> (room: Room, board: BoardID, notes: [CardID]) {
    var room = Room(plan)
    let idea = room.card("A desk")
    let board = room.when(
      .boardAdded(title: "A desk", canvas: "social", sheet: nil, about: idea)
    ).description
    let notes = ["who", "what", "how"].map { room.card($0, on: board, fields: ["zone": "be"]) }
    return (room, board, notes)
  }

  @Test func `a version holds what the board held when it was kept`() throws {
    var (room, board, notes) = canvas()
    room.when(.boardKept(board: board, title: "v1"))
    room.when(.boardKept(board: "nowhere", title: "v1"))
    room.when(.fieldSet(card: notes[0], field: Card.text, value: "whom", over: nil))
    room.when(.cardBinned(card: notes[1]))
    room.when(.fieldSet(card: notes[2], field: Card.zone, value: "sv", over: nil))
    room.when(.cardAdded(board: board, text: "why", fields: ["zone": "sv"]))
    let kept = try #require(room.workshop.kept[board])
    #expect(kept.map(\.title) == ["v1"] && room.workshop.kept.count == 1)
    #expect(kept[0].notes.map(\.text) == ["who", "what", "how"])
    let change = VersionChange(from: kept[0].notes, to: room.workshop.notes(on: board))
    #expect(change.lines.map(\.text) == ["whom", "how", "why", "what", "how"])
    #expect(
      change.lines.map(\.mark) == [.changed(from: "who"), .added, .added, .removed, .removed])
    #expect(change.lines.map(\.zone) == ["be", "sv", "sv", "be", "be"])
    #expect(change.counts == (2, 1, 2))
  }

  @Test func `nothing changed between a version and itself`() {
    let (room, board, _) = canvas()
    let notes = room.workshop.notes(on: board)
    #expect(VersionChange(from: notes, to: notes).isEmpty)
  }

  @Test func `an activity keeps every canvas before people go on with them`() throws {
    var plan = Room.plan
    plan.sessions[0].activities[2].keeps = "Before the feedback"
    var (room, board, _) = canvas(plan)
    room.when(.activityOpened(activity: "three", seconds: nil))
    room.when(.activityOpened(activity: "one", seconds: nil))
    room.when(.activityOpened(activity: "three", seconds: nil))
    #expect(room.workshop.kept[board]?.map(\.title) == ["Before the feedback"])
    #expect(room.workshop.kept["ideas"] == nil)
  }

  // MARK: The plane

  private let matrix = Matrix(
    across: Matrix.Axis(field: "effort", title: "Effort"),
    up: Matrix.Axis(field: "impact", title: "Impact"),
    quadrants: Matrix.Quadrants(
      topLeft: "Do now", topRight: "Plan", bottomLeft: "If time allows", bottomRight: "Drop"))

  @Test func `a place is in a quarter, or on a line between two`() {
    #expect(matrix.quadrant(of: .init(x: 0, y: 10)) == "Do now")
    #expect(matrix.quadrant(of: .init(x: 6, y: 6)) == "Plan")
    #expect(matrix.quadrant(of: .init(x: 4, y: 4)) == "If time allows")
    #expect(matrix.quadrant(of: .init(x: 10, y: 0)) == "Drop")
    #expect(matrix.quadrant(of: .init(x: 5, y: 9)) == nil)
    #expect(matrix.quadrant(of: .middle) == nil)
  }

  @Test func `a number beyond the axis counts as its end, a word as no place`() {
    var room = Room()
    let card = room.card("A", fields: ["effort": "99", "impact": "-3"])
    #expect(room.workshop.card(card).flatMap(matrix.place) == Matrix.Place(x: 10, y: 0))
    room.when(.fieldSet(card: card, field: "effort", value: "a lot", over: nil))
    #expect(room.workshop.card(card).flatMap(matrix.place) == nil)
  }
}
