import Testing
import WorkshopCore
import WorkshopQueries

/// Which tables there are and what they work on.
@Suite struct TablesTests {
  private func workshop(seats: [(table: String, theme: String?)], themes: [String] = ["a", "b"])
    -> Workshop
  {
    var workshop = Workshop(
      plan: Plan(
        title: "", themes: themes.map { Theme(id: $0, name: Localized($0)) }, tables: 2))
    for (index, seat) in seats.enumerated() {
      var fields = [Card.table: seat.table]
      fields[Card.theme] = seat.theme
      workshop.apply(
        Entry(
          id: EntryID(writer: "w", sequence: index + 1), stamp: Stamp(milliseconds: Int64(index)),
          at: "", by: "",
          event: .cardAdded(board: Workshop.people, text: "P\(index)", fields: fields)))
    }
    return workshop
  }

  @Test func `a table where somebody sits is one, whatever the plan says`() {
    let seats: [(String, String?)] = [("4", nil), ("1", nil), ("window", nil), ("900", nil)]
    #expect(workshop(seats: seats).tableNumbers == [1, 2, 4])
  }

  @Test func `a table's theme is what most of its people work on`() {
    let room = workshop(seats: [("1", "b"), ("1", "b"), ("1", "a"), ("2", "unknown"), ("3", nil)])
    #expect(room.theme(ofTable: 1) == "b")
    #expect(room.theme(ofTable: 2) == "b", "nobody there has one: the plan's order")
    #expect(room.theme(ofTable: 3) == "a")
    #expect(workshop(seats: [("1", "b"), ("1", "a")]).theme(ofTable: 1) == "a", "a tie")
    #expect(workshop(seats: [], themes: []).theme(ofTable: 1) == nil)
  }
}
