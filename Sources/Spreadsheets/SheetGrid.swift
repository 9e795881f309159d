import WorkshopCore
import FoundationEssentials

/// The cells of a sheet while it is read, by row and column.
struct SheetGrid {
  private var rows: [(line: Int, cells: [String])] = []
  private var count = 0

  /// The most cells and columns of a sheet: far more than a list has.
  private static let mostCells = 1_000_000
  static let mostColumns = 500

  /// Adds a row, its last empty cells left out.
  mutating func append(_ cells: [String], line: Int) throws(SheetError) {
    var cells = cells.map { $0.trimmed }
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard !cells.isEmpty else { return }
    count += cells.count
    guard count <= Self.mostCells else { throw .tooLarge }
    rows.append((line, cells))
  }

  /// A cell that was merged over several rows says the same in each of them.
  mutating func merge(column: Int, from first: Int, to last: Int) {
    guard column < Self.mostColumns, last > first,
      let top = rows.first(where: { $0.line == first })?.cells, column < top.count
    else { return }
    for index in rows.indices where first < rows[index].line && rows[index].line <= last {
      while rows[index].cells.count <= column { rows[index].cells.append("") }
      if rows[index].cells[column].isEmpty { rows[index].cells[column] = top[column] }
    }
  }

  func table(named name: String) -> SheetTable {
    SheetTable(name: name, rows: rows.map { SheetTable.Row(line: $0.line, cells: $0.cells) })
  }
}
