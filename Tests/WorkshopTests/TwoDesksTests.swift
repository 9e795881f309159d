import Testing
import WorkshopCore
import WorkshopQueries

/// Two desks on one room: a move that both made is made once; going back keeps what was done.
@Suite struct TwoDesksTests {
  private func open(_ activity: ActivityID, from: ActivityID?) -> Event {
    .activityOpened(activity: activity, seconds: nil, from: from)
  }

  private func begun() -> Room {
    var room = Room()
    room.when(.activityOpened(activity: "one", seconds: nil), at: 0)
    return room
  }

  @Test func `of two moves out of one activity in the same moment the first holds`() {
    var room = begun()
    room.when(open("two", from: "one"), at: 60)
    room.when(open("three", from: "one"), at: 62, by: "ben")
    #expect(room.workshop.current == "two")
    #expect(room.workshop.openings["three"] == nil, "it was never opened")
  }

  @Test func `the order in which they arrive changes nothing`() {
    var room = begun()
    room.second = 60
    let first = room.entry(open("two", from: "one"))
    room.second = 61
    let second = room.entry(open("three", from: "one"), by: "ben")
    room.take(second)
    #expect(room.workshop.current == "three")
    room.take(first)
    #expect(room.workshop.current == "two")
  }

  @Test func `whoever has seen the other's move moves on from there`() {
    var room = begun()
    room.when(open("two", from: "one"), at: 60)
    room.when(open("three", from: "two"), at: 61, by: "ben")
    #expect(room.workshop.current == "three")
  }

  @Test func `three seconds later it is another move, and one desk alone may hurry`() {
    var room = begun()
    room.when(open("two", from: "one"), at: 60)
    room.when(open("three", from: "one"), at: 63, by: "ben")
    #expect(room.workshop.current == "three")
    room = begun()
    room.when(open("two", from: "one"), at: 60)
    room.when(open("three", from: "one"), at: 60)
    #expect(room.workshop.current == "three")
  }

  @Test func `once the first move is undone the second one counts`() {
    var room = begun()
    let first = room.when(open("two", from: "one"), at: 60)
    room.when(open("three", from: "one"), at: 61, by: "ben")
    room.when(.reverted(entry: first), at: 70)
    #expect(room.workshop.current == "three")
  }

  @Test func `a move that does not say what it leaves is taken as before`() {
    var room = begun()
    room.when(.activityOpened(activity: "two", seconds: nil), at: 60)
    room.when(.activityOpened(activity: "three", seconds: nil), at: 61, by: "ben")
    #expect(room.workshop.current == "three")
  }

  // Going back.

  private static let session = Session(
    id: "day", title: "Day", date: "2026-11-23", start: "09:00",
    activities: ["one", "two", "three", "four", "five"].map {
      Activity(id: $0, title: Localized($0), kind: "plenary", minutes: 10)
    })

  private func agenda(_ openings: [(ActivityID, Int)], now: Int) -> Agenda {
    var room = Room(Plan(title: "", sessions: [Self.session]))
    for (id, minute) in openings {
      room.when(.activityOpened(activity: id, seconds: nil), at: minute * 60)
    }
    return Agenda(of: Self.session, in: room.workshop, now: Room.moment(now * 60))
  }

  @Test func `what was done stays done where the room goes back, with its minutes`() {
    let agenda = agenda(
      [("one", 0), ("two", 10), ("three", 21), ("four", 30), ("two", 35)], now: 37)
    #expect(agenda.items.map(\.state) == [.done, .now, .done, .ahead, .ahead])
    #expect(
      agenda.items.map(\.spent) == [10, 13, 9, 0, 0], "both visits of the second are counted")
    #expect(agenda.items[2].start == 9 * 60 + 21)
    #expect(agenda.items[3].start >= 9 * 60 + 37, "what is to come comes after now")
  }

  @Test func `what the room was only stepped through is still to come`() {
    var room = Room(Plan(title: "", sessions: [Self.session]))
    for (index, id) in ["one", "two", "three", "one"].enumerated() {
      room.when(.activityOpened(activity: id, seconds: nil), at: index * 5)
    }
    #expect(room.workshop.finished.isEmpty)
    let agenda = Agenda(of: Self.session, in: room.workshop, now: Room.moment(60))
    #expect(agenda.items.map(\.state) == [.now, .ahead, .ahead, .ahead, .ahead])
  }

  @Test func `an item that was passed over stands at the hour at which it was`() {
    let agenda = agenda([("one", 0), ("two", 5), ("four", 8)], now: 9)
    #expect(agenda.items.map(\.state) == [.done, .done, .skipped, .now, .ahead])
    #expect(agenda.items[2].start == 9 * 60 + 8)
  }

  @Test(arguments: ["one", "three", "five"])
  func `a session that was held stays as it was held when an item is opened days later`(
    again: ActivityID
  ) {
    let day = 24 * 60
    let held = [("one", 0), ("two", 12), ("three", 20), ("four", 31), ("five", 40)]
    let agenda = agenda(held + [(again, 3 * day)], now: 3 * day + 5)
    guard again != "one" else {
      #expect(agenda.items.map(\.state) == [.now, .ahead, .ahead, .ahead, .ahead])
      return
    }
    #expect(agenda.items.allSatisfy { $0.state == .done })
    #expect(agenda.items.map(\.spent) == [12, 8, 11, 9, 10])
    #expect(agenda.isLookedBackAt)
  }
}
