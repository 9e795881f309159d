import Testing
import WorkshopCore
import WorkshopQueries

/// The fund against the projects' budgets, and the cohorts that a programme brings together.
@Suite struct MoneyTests {
  private static func plan(fund: String?) -> Plan {
    var plan = Plan(
      title: "Programme",
      people: [
        Person(id: "ana", name: "Ana", cohort: "2018"),
        Person(id: "ben", name: "Ben", cohort: "2019"),
        Person(id: "cy", name: "Cy", cohort: " 2018 "), Person(id: "di", name: "Di"),
      ],
      boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")],
      sessions: [Session(id: "s", title: "S", activities: [])])
    if let fund { plan.set("fund-amount", to: fund) }
    return plan
  }

  private func euros(_ cents: Int) -> Amount { Amount(cents: cents * 100, currency: "EUR") }

  private func decide(_ status: String, on project: CardID, _ room: inout Room) {
    let fields = [
      Card.project: project, Decision.status: status, Decision.motive: "easy-test",
      Decision.deciders: "The board",
    ]
    _ = room.card("Decided", on: "decisions", fields: fields)
  }

  @Test func `where nobody spoke of money there is none`() {
    var room = Room(Self.plan(fund: nil))
    #expect(room.workshop.money == nil)
    _ = room.card("Desk", on: "projects")
    #expect(room.workshop.money == nil)
  }

  @Test func `the fund is held against all budgets, and what has none is named`() {
    var room = Room(Self.plan(fund: "€1M"))
    #expect(room.workshop.money?.fund == euros(1_000_000) && room.workshop.money?.left == nil)
    let desk = room.card("Desk", on: "projects", fields: ["budget": "240 000 €"])
    _ = room.card("Training", on: "projects", fields: ["budget": "0,9 M€"])
    let none = room.card("Platform", on: "projects")
    let odd = room.card("Odd", on: "projects", fields: ["budget": "10-15 k€"])
    let forints = room.card("Forints", on: "projects", fields: ["budget": "500 ezer Ft"])
    decide("go", on: desk, &room)
    let money = room.workshop.money
    #expect(money?.budgets == euros(1_140_000) && money?.left == euros(-140_000))
    #expect(money?.approved == euros(240_000))
    #expect(money?.withoutBudget == [none] && money?.uncounted == [odd, forints])
  }

  @Test func `what was dropped asks for nothing any more`() {
    var room = Room(Self.plan(fund: "100 000"))
    let desk = room.card("Desk", on: "projects", fields: ["budget": "60 000"])
    _ = room.card("Training", on: "projects", fields: ["budget": "50000"])
    #expect(room.workshop.money?.left == euros(-10_000))
    decide("dropped", on: desk, &room)
    #expect(room.workshop.money?.left == euros(50_000))
  }

  @Test func `amounts without a currency are in the fund's`() {
    var room = Room(Self.plan(fund: "300 millió Ft"))
    _ = room.card("Desk", on: "projects", fields: ["budget": "120 000 000"])
    #expect(
      room.workshop.money?.left == Amount(cents: 18_000_000_000, currency: "HUF"))
  }

  @Test func `two communities are counted, and the projects where they meet`() {
    var room = Room(Self.plan(fund: nil))
    let (desk, other) = (room.card("Desk", on: "projects"), room.card("Other", on: "projects"))
    for (person, project) in [("ana", desk), ("ben", desk), ("cy", other), ("di", other)] {
      room.when(.fieldSet(card: person, field: Card.project, value: project, over: nil))
    }
    let communities = room.workshop.communities
    #expect(communities?.cohorts.map(\.name) == ["2018", "2019"])
    #expect(communities?.cohorts.map(\.people) == [2, 1] && communities?.without == 1)
    #expect(communities?.mixed == Portion(1, of: 2))
    #expect(Room().workshop.communities == nil)
  }
}
