import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct GapTests {
  /// Talk 60 (at least 40), lunch 60 fixed at 10:00, ideas 30 (at least 20), slack 10, close 20.
  private static let day = Session(
    id: "day", title: "Day", start: "09:00",
    activities: [
      Activity(id: "hello", title: "", kind: "plenary", minutes: 20),
      Activity(id: "talk", title: "", kind: "talk", minutes: 40, minimum: 30),
      Activity(id: "lunch", title: "", kind: "break", minutes: 60, isFixed: true),
      Activity(id: "back", title: "", kind: "plenary", minutes: 20),
      Activity(id: "ideas", title: "", kind: "board", minutes: 30, minimum: 20),
      Activity(id: "slack", title: "", kind: "break", minutes: 10, minimum: 0),
      Activity(id: "close", title: "", kind: "check-out", minutes: 20),
    ])

  /// The gap after activities were opened at minutes after 09:00, a minute later.
  private func gap(after openings: (String, Int)...) -> Gap? {
    var room = Room(Plan(title: "", sessions: [Self.day]))
    for (id, at) in openings { room.when(.activityOpened(activity: id, seconds: nil), at: at * 60) }
    let now = Room.moment(((openings.last?.1 ?? 0) + 1) * 60)
    return Gap(in: Agenda(of: Self.day, in: room.workshop, now: now))
  }

  @Test func `what is before the next fixed item can be cut to its minimum and no further`() throws
  {
    let gap = try #require(self.gap(after: ("hello", 0)))
    #expect(gap.after == "hello" && gap.start == 9 * 60 + 20)
    #expect(gap.free == 10, "the talk's ten minutes; lunch and the afternoon are not touched")
  }

  @Test func `without a fixed item to come, the session's end is the limit`() throws {
    let gap = try #require(self.gap(after: ("hello", 0), ("lunch", 60), ("back", 120)))
    #expect(gap.free == 20, "ten of the ideas, ten of the slack")
  }

  @Test func `a room that is late has less to give, and never less than nothing`() throws {
    #expect(gap(after: ("hello", 8))?.free == 2)
    #expect(gap(after: ("hello", 45))?.free == 0)
  }

  @Test func `while nothing runs, the gap is before the first item`() throws {
    let gap = try #require(self.gap())
    #expect(gap.after == nil && gap.start == 9 * 60 && gap.free == 10)
    #expect(gap.occasions == [.open])
  }

  @Test func `a day that is over has no gap`() {
    var room = Room(Plan(title: "", sessions: [Self.day]))
    room.when(.activityOpened(activity: "close", seconds: nil), at: 0)
    let agenda = Agenda(of: Self.day, in: room.workshop, now: Room.moment(24 * 3600))
    #expect(Gap(in: agenda) == nil)
  }

  @Test func `the moment is read from the lunch, from what comes next and from the day's ends`() {
    #expect(gap(after: ("hello", 0))?.occasions == [.open])
    #expect(gap(after: ("talk", 30))?.occasions == [], "lunch comes next")
    #expect(gap(after: ("lunch", 60))?.occasions == [.afterLunch])
    #expect(gap(after: ("lunch", 60), ("back", 120))?.occasions == [.afterLunch, .beforeIdeas])
    #expect(gap(after: ("lunch", 60), ("back", 120), ("slack", 190))?.occasions == [.close])
  }

  // MARK: What fits

  private func game(
    _ minutes: Int, people: ClosedRange<Int> = 2...100, touch: Bool = false, seated: Bool = true,
    moments: [String] = []
  ) throws -> WarmUp {
    let seated = seated ? ", \"seated\": \"So\"" : ""
    let moments = moments.map { "\"\($0)\"" }.joined(separator: ", ")
    let json = """
      {"id": "g", "title": "G", "energy": 1, "noise": 1, "standing": true, "touch": \(touch),
       "minutes": {"minimum": \(minutes), "maximum": \(minutes + 5)},
       "people": {"minimum": \(people.lowerBound), "maximum": \(people.upperBound)},
       "moments": [\(moments)], "steps": []\(seated)}
      """
    return try JSONDecoder().decode(WarmUp.self, from: Data(json.utf8))
  }

  @Test func `touch, no seated variant, too many people and too many minutes speak against a game`()
    throws
  {
    let gap = try #require(self.gap(after: ("hello", 0)))
    #expect(try Fit(of: game(10), in: gap, people: 31).obstacles.isEmpty)
    #expect(try Fit(of: game(11), in: gap, people: 31).obstacles == [.minutes(11)])
    #expect(try Fit(of: game(5, touch: true), in: gap, people: 31).obstacles == [.touch])
    #expect(
      try Fit(of: game(5, seated: false), in: gap, people: 31).obstacles == [.noSeatedVariant])
    let small = try game(5, people: 10...25)
    #expect(Fit(of: small, in: gap, people: 31).obstacles == [.people(small.people, here: 31)])
    #expect(Fit(of: small, in: gap, people: 25).obstacles.isEmpty)
    #expect(Fit(of: small, in: gap, people: nil).obstacles.isEmpty, "nobody counted")
  }

  @Test func `what the moment asks for goes before breaks, and breaks before other games`() throws {
    let gap = try #require(self.gap(after: ("hello", 0)))
    let fits = [
      try Fit(of: game(10, moments: ["open"]), in: gap, people: nil),
      Fit(of: 5, isBreak: true, in: gap), Fit(of: 10, isBreak: true, in: gap),
      try Fit(of: game(2), in: gap, people: nil),
      try Fit(of: game(2, touch: true, moments: ["open"]), in: gap, people: nil),
      Fit(of: 15, isBreak: true, in: gap),
    ]
    #expect(zip(fits, fits.dropFirst()).allSatisfy { $0.isBetter(than: $1) })
  }

  @Test func `those who were marked present count, else the roster, else nobody`() {
    let people = ["a", "b", "c"].map { Person(id: $0, name: $0) }
    #expect(Room(Plan(title: "", sessions: [Self.day])).workshop.headcount(at: Self.day) == nil)
    var room = Room(Plan(title: "", people: people, sessions: [Self.day]))
    #expect(room.workshop.headcount(at: Self.day) == 3)
    room.when(.memberAdded(card: "a", set: "present", member: "yesterday"))
    #expect(room.workshop.headcount(at: Self.day) == 3)
    room.when(.memberAdded(card: "b", set: "present", member: "day"))
    #expect(room.workshop.headcount(at: Self.day) == 1)
  }
}
