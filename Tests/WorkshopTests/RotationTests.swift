import Testing
import WorkshopCore
import WorkshopQueries

/// Sheets that go round the tables.
@Suite struct RotationTests {
  @Test(arguments: 1...12) func `every table meets every sheet once in as many rounds`(count: Int) {
    // Tables need not be numbered without a gap.
    let tables = (1...count).map { $0 * 2 - 1 }
    for table in tables {
      let sheets = (0..<count).map { Rotation.sheet(at: table, in: $0, among: tables) }
      #expect(sheets.sorted() == tables)
      #expect(sheets.first == table, "its own comes first")
    }
    for round in 0..<count {
      let sheets = tables.map { Rotation.sheet(at: $0, in: round, among: tables) }
      #expect(Set(sheets).count == count, "no two tables have one sheet")
    }
  }

  @Test func `a table that nobody knows keeps a sheet that exists`() {
    #expect(Rotation.sheet(at: 9, in: 4, among: [1, 2, 3]) == 2)
    #expect(Rotation.sheet(at: 9, in: 1, among: []) == 9)
    #expect(Rotation.item(at: 1, in: -1, among: [1, 2], of: ["a", "b"]) == "b")
    #expect(Rotation.item(at: 1, in: 0, among: [1], of: [String]()) == nil)
  }
}
