import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

/// What a programme is beyond its meetings: fields of the plan.
@Suite struct ProgrammeTests {
  private static let json = #"""
    {"title": "P", "programme": {
      "call": {"text": {"en": "Come", "hu": "Jöjjenek"}, "opens": "2026-09-01", "closes": "2026-09-30",
        "who": "All staff", "rules": "On working time", "anonymous": true},
      "traits": {"few-themes": "Five", "close-people": "Volunteers", "short-experiment": "A month",
        "easy-evaluation": "Three questions", "unknown": "kept nowhere"},
      "fund": {"name": "Fund", "amount": 1000000},
      "earlier": [{"name": "First", "years": 2017, "municipalities": 18, "projects": "26",
        "money": "0,8 M€"}, {"id": "1", "name": "Second"}]}}
    """#

  private func plan(_ json: String = json) throws -> Plan {
    try JSONDecoder().decode(Plan.self, from: Data(json.utf8))
  }

  @Test func `a plan holds the call, the traits, the fund and what went before`() throws {
    let plan = try plan()
    let programme = try #require(plan.programme)
    #expect(programme.call.isAnonymous == true && programme.call.closes == "2026-09-30")
    #expect(programme.traits.count == 4 && programme.open.isEmpty)
    #expect(programme.fund.sum == Amount(cents: 100_000_000, currency: "EUR"))
    #expect(programme.earlier.map(\.id) == ["2", "1"] && programme.earlier[0].years == "2017")
    let again = try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan))
    #expect(again == plan)
    #expect(plan.resolved(in: "hu").programme?.call.text == "Jöjjenek")
  }

  @Test func `a plan of before has no programme, and none comes of reading it`() throws {
    let plan = try plan(#"{"title": "P"}"#)
    #expect(plan.programme == nil)
    #expect(!String(decoding: try JSONEncoder().encode(plan), as: UTF8.self).contains("programme"))
    #expect(throws: (any Error).self) {
      try self.plan(#"{"title": "P", "programme": {"earlier": [{"id": "a"}, {"id": "a"}]}}"#)
    }
  }

  @Test func `every field of the form is set, read back, and undone`() {
    var room = Room()
    for field in Programme.Field.allCases {
      let value =
        switch field {
        case .callAnonymous: "yes"
        case .fundAmount: "1,9 M€"
        case .fundCurrency: "Ft"
        default: "Something"
        }
      #expect(room.workshop.plan.value(of: field.rawValue) == "", "\(field)")
      let id = room.when(
        .planChanged(changes: [room.workshop.setting(field.rawValue, to: value)]))
      #expect(room.workshop.plan.value(of: field.rawValue) == value, "\(field)")
      room.when(.reverted(entry: id))
      #expect(room.workshop.plan == room.workshop.base, "\(field)")
    }
  }

  @Test func `what cannot stand in a field is refused and changes nothing`() {
    var plan = Room.plan
    for (field, text) in [
      ("fund-amount", "a lot"), ("fund-currency", "shells"), ("call-anonymous", "perhaps"),
      ("earlier/a/colour", "red"), ("earlier//name", "x"), ("no-such-field", "x"),
    ] {
      let isSet = plan.set(field, to: text)
      #expect(!isSet && plan == Room.plan, "\(field)")
    }
  }

  @Test func `an earlier programme comes with its first field and goes with its last`() {
    var plan = Room.plan
    plan.set("earlier/x/name", to: "First")
    plan.set("earlier/x/money", to: "1,9 M€")
    #expect(plan.programme?.earlier.map(\.money) == ["1,9 M€"])
    plan.set("earlier/x/name", to: "")
    plan.set("earlier/x/money", to: "")
    #expect(plan.programme?.earlier.isEmpty ?? true)
  }

  @Test func `the checklist names what is missing, as remarks on the plan`() {
    var plan = Room.plan
    func points() -> [PlanDiagnostic.Point] {
      Review(of: plan, knowing: Review.Known()).remarks.map(\.point).filter {
        if case .noPhase = $0 { false } else { true }
      }
    }
    let none = points()
    plan.set("call-text", to: "Come")
    #expect(
      points().first
        == .programmeLacks([
          .callOpens, .callCloses, .callWho, .callRules, .callAnonymous, .fewThemes, .closePeople,
          .shortExperiment, .fundAmount, .easyEvaluation,
        ]))
    for field in Programme.checklist { plan.set(field.rawValue, to: "x") }
    plan.set("fund-amount", to: "1 M€")
    plan.set("call-anonymous", to: "no")
    plan.set("call-opens", to: "2026-10-01")
    plan.set("call-closes", to: "2026-09-01")
    plan.sessions[0].date = "2026-08-01"
    #expect(points() == [.closesBeforeOpening, .closesAfterSession(date: "2026-08-01")] + none)
    plan.set("call-closes", to: "in autumn")
    plan.programme?.fund.amount = "a lot"
    #expect(points() == [.unreadableAmount("a lot"), .unreadableDate("in autumn")] + none)
  }

  @Test func `the next programme has this one among those before it, and its call is open again`() {
    var plan = Room.plan
    plan.set("call-opens", to: "2026-09-01")
    plan.set("fund-amount", to: "1 M€")
    var room = Room(plan)
    #expect(
      room.workshop.successor(of: plan, learning: false, now: Room.moment(0)).programme?
        .earlier.isEmpty == true)
    room.when(.activityOpened(activity: "one", seconds: nil))
    let next = room.workshop.successor(of: plan, learning: false, now: Room.moment(60)).programme
    #expect(next?.call.opens == "" && next?.fund.amount == "1 M€")
    #expect(
      next?.earlier == [
        EarlierProgramme(
          id: "1", name: "Test", years: "2026", municipalities: "1", projects: nil, money: "1 M€")
      ])
  }

  @Test func `names on the roster are taken out of the call`() {
    var plan = Room.plan
    plan.set("call-text", to: "Ask Zoé about it")
    let workshop = Workshop(plan: plan).withoutNames { number, _ in "Participant \(number)" }
    #expect(workshop.plan.programme?.call.text == "Ask Participant 1 about it")
  }
}
