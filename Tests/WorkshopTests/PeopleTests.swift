import Foundation
import Testing
import WorkshopCore

@Suite struct PeopleTests {
  private let json = """
    {"title": "T", "people": [
      {"id": "p", "name": "Zoé Martin"},
      {"id": "q", "name": "Ilona Szabó", "organisation": "Kertváros", "role": "expert",
       "cohort": "2", "origin": "alumni", "availability": "Fridays", "joinedOn": "2026-11-23",
       "email": "ilona@example.org", "stakeholder": true}]}
    """

  @Test func `a person of the plan needs a name only, and may have all that a card has`() throws {
    let plan = try JSONDecoder().decode(Plan.self, from: Data(json.utf8))
    #expect(plan.people[0] == Person(id: "p", name: "Zoé Martin"))
    let workshop = Workshop(plan: plan)
    #expect(
      workshop.card("p")?.values.mapValues(\.text) == ["text": "Zoé Martin", "board": "people"])
    #expect(
      workshop.card("q")?.values.mapValues(\.text) == [
        "text": "Ilona Szabó", "board": "people", "organisation": "Kertváros", "role": "expert",
        "cohort": "2", "origin": "alumni", "availability": "Fridays", "joined-on": "2026-11-23",
        "email": "ilona@example.org", "stakeholder": "yes",
      ])
  }

  @Test func `a person reads back from a plan as written`() throws {
    let plan = try JSONDecoder().decode(Plan.self, from: Data(json.utf8))
    let again = try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan))
    #expect(again == plan)
    let text = String(decoding: try JSONEncoder().encode(plan.people[0]), as: UTF8.self)
    #expect(!text.contains("email") && !text.contains("stakeholder"), "\(text)")
  }

  @Test func `an address is private wherever it stands, with the texts that it was typed over`()
    throws
  {
    var room = Room()
    let card = room.card("Ilona", on: "people", fields: ["email": "one@example.org"])
    room.when(.fieldSet(card: card, field: "email", value: "two@example.org", over: nil))
    room.when(.fieldSet(card: card, field: "role", value: "jury", over: nil))
    room.when(.fieldSet(card: card, field: "role", value: "expert", over: nil))
    let person = try #require(room.workshop.card(card))
    #expect(person.rivals.keys.sorted() == ["email", "role"])
    #expect(person.publicRivals.keys.sorted() == ["role"])
    #expect(person.publicValues.keys.sorted() == ["board", "role", "text"])
    #expect(Card.isPrivate("email") && !Card.isPrivate("organisation"))
  }

  @Test func `attendance counts who is marked, session by session`() throws {
    var plan = Room.plan
    plan.people.append(Person(id: "ana", name: "Ana"))
    plan.sessions.append(Session(id: "next", title: "Next"))
    plan.sessions.append(Session(id: "never", title: "Never"))
    var room = Room(plan)
    room.when(.memberAdded(card: "zoe", set: Workshop.present, member: "day"))
    let twice = room.when(.memberAdded(card: "zoe", set: Workshop.present, member: "next"))
    room.when(.memberAdded(card: "ana", set: Workshop.present, member: "next"))
    var attendance = Attendance(of: room.workshop)
    #expect(attendance.people.map(\.id) == ["zoe", "ana"])
    #expect(attendance.sessions.map(\.id) == ["day", "next"])
    #expect(attendance.sessions.map(attendance.count) == [1, 2])
    room.when(
      .memberRemoved(card: "zoe", set: Workshop.present, member: "next", over: [twice]))
    attendance = Attendance(of: room.workshop)
    #expect(attendance.sessions.map(attendance.count) == [1, 1])
    #expect(room.workshop.presentCount(at: "never") == 0)
  }
}
