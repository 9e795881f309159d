import Testing
import WorkshopCore

/// What a state implies is worked out once, and never taken from another state.
@Suite struct RevisionTests {
  private static let plan = Plan(title: "", boards: [Board(id: "ideas", title: "")])

  private static func entry(_ number: Int, _ event: Event) -> Entry {
    Entry(
      id: EntryID(writer: "w", sequence: number), stamp: Stamp(milliseconds: Int64(number)),
      at: "", by: "", event: event)
  }

  @Test func `nothing is worked out twice of one state, and all of it after a change`() {
    var history = History(plan: Self.plan)
    var count = 0
    func ask(_ workshop: Workshop) -> Int {
      workshop.once("asked") {
        count += 1
        return workshop.cards.count
      }
    }
    let before = history.workshop
    #expect(ask(before) == 0 && ask(history.workshop) == 0 && count == 1)
    history.insert([Self.entry(1, .cardAdded(board: "ideas", text: "One", fields: nil))])
    #expect(ask(history.workshop) == 1 && count == 2)
    #expect(ask(before) == 0 && count == 2, "a copy of an earlier state goes on being that")
  }

  @Test func `a board's cards are those of the state that is asked`() {
    var history = History(plan: Self.plan)
    history.insert([Self.entry(1, .cardAdded(board: "ideas", text: "One", fields: nil))])
    #expect(history.workshop.cards(on: "ideas").map(\.text) == ["One"])
    history.insert([
      Self.entry(2, .fieldSet(card: "w-1", field: "text", value: "Two", over: nil))
    ])
    #expect(history.workshop.cards(on: "ideas").map(\.text) == ["Two"])
    history.insert([Self.entry(3, .boardSet(board: "ideas", setting: .sealed, value: "yes"))])
    #expect(history.workshop.cards(on: "ideas").isEmpty)
    #expect(history.workshop(at: 2).cards(on: "ideas").map(\.text) == ["Two"])
    #expect(history.workshop(at: 1).cards(on: "ideas").map(\.text) == ["One"])
  }
}
