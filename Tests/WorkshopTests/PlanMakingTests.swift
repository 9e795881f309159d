import Testing
import WorkshopCore

/// Days and boards that come, move and go in the program.
@Suite struct PlanMakingTests {
  private static let plan = Plan(
    title: "Test", boards: [Board(id: "ideas", title: "Ideas")],
    sessions: ["one", "two"].map { day in
      Session(
        id: day, title: Localized(day),
        activities: [
          Activity(id: "\(day)-a", title: "A", kind: "board", minutes: 10, board: "ideas"),
          Activity(id: "\(day)-b", title: "B", kind: "board", minutes: 20),
        ])
    })

  private func change(_ room: inout Room, _ change: PlanChange) -> EntryID {
    room.when(.planChanged(changes: [change]))
  }

  @Test func `a day comes, moves and goes, and an undo brings it back`() {
    var room = Room(Self.plan)
    _ = change(&room, .sessionAdded(after: "one", session: Session(id: "new", title: "New")))
    #expect(room.workshop.plan.sessions.map(\.id) == ["one", "new", "two"])
    _ = change(&room, .sessionAdded(after: nil, session: Session(id: "new", title: "Other")))
    #expect(room.workshop.plan.session("new")?.title == "New", "the first of one id stands")
    _ = change(&room, room.workshop.moving(session: "new", after: nil))
    #expect(room.workshop.plan.sessions.map(\.id) == ["new", "one", "two"])
    let gone = change(&room, .sessionRemoved(session: "two"))
    #expect(room.workshop.plan.sessions.map(\.id) == ["new", "one"])
    room.when(.reverted(entry: gone))
    #expect(room.workshop.plan.sessions.map(\.id) == ["new", "one", "two"])
  }

  @Test func `an activity goes to another day, whatever the order of the days`() {
    var room = Room(Self.plan)
    _ = change(&room, room.workshop.carrying("one-a", to: "two", after: "two-a"))
    #expect(room.workshop.plan.activities.map(\.id) == ["one-b", "two-a", "one-a", "two-b"])
    _ = change(&room, room.workshop.carrying("one-a", to: "nowhere", after: nil))
    #expect(room.workshop.plan.activities.count == 4, "no such day: nothing is lost")
  }

  @Test func `a day that was held stays, and so does a board with cards`() {
    var room = Room(Self.plan)
    room.when(.activityOpened(activity: "one-a", seconds: nil))
    _ = change(&room, .sessionRemoved(session: "one"))
    #expect(room.workshop.plan.session("one") != nil)
    let card = room.when(.cardAdded(board: "ideas", text: "Kept", fields: nil)).description
    _ = change(&room, .boardRemoved(board: "ideas"))
    #expect(room.workshop.board("ideas") != nil && room.workshop.plan.board("ideas") != nil)
    #expect(room.workshop.cards(on: "ideas").map(\.id) == [card])
  }

  @Test func `a board comes, is renamed and goes; a card that comes later brings it back`() {
    var room = Room(Self.plan)
    _ = change(&room, .boardAdded(board: Board(id: "votes", title: "Votes")))
    _ = change(&room, room.workshop.setting("title", ofBoard: "votes", to: "Dots"))
    #expect(room.workshop.board("votes")?.title == "Dots")
    #expect(room.workshop.plan.board("votes")?.title == "Dots")
    _ = change(&room, .boardRemoved(board: "votes"))
    #expect(room.workshop.board("votes") == nil)
    room.when(.cardAdded(board: "votes", text: "Late", fields: nil))
    #expect(room.workshop.cards(on: "votes").map(\.text) == ["Late"])
    #expect(room.workshop.board("votes")?.title == "Dots")
  }

  @Test(arguments: [
    ("title", "Mine"), ("goal", "Ideas"), ("language", "fr"), ("tables", "7"), ("lead", "Ana"),
    ("commissioner", "The city"), ("reach", "30 people"), ("fund-amount", "12 500 €"),
  ])
  func `each field of the workshop is set and undone`(field: String, value: String) {
    var room = Room(Self.plan)
    let before = room.workshop.plan
    let id = change(&room, room.workshop.setting(field, to: value))
    #expect(room.workshop.plan.value(of: field) == value)
    room.when(.reverted(entry: id))
    #expect(room.workshop.plan == before)
  }

  @Test func `a first theme brings the themes' board`() {
    var room = Room(Self.plan)
    #expect(room.workshop.themesBoard == nil)
    room.when(.cardAdded(board: Workshop.themes, text: "Inclusion", fields: nil))
    #expect(room.workshop.themes.map(\.name) == ["Inclusion"])
  }
}
