import Shell
import Spreadsheets

/// How a file lies: what separates its cells, where its headings are, which rows are people.
struct RosterLayout {
  let columns: RosterColumns
  /// The rows beneath the headings.
  let rows: [SheetTable.Row]
  /// Lines whose quote does not end.
  let broken: [Int]
  private(set) var remarks: [RosterDiagnostic] = []

  /// Headings stand in the first rows, beneath a title at most.
  private static let deepest = 10

  init(_ file: SheetFile, _ words: RosterWords) throws(RosterFile.ReadingError) {
    let tables = file.tables.map(Self.plain)
    guard tables.contains(where: { !$0.rows.isEmpty }) else { throw .empty }
    let best = file.best { table in
      Self.headings(of: Self.plain(table), words)?.columns.places.count ?? 0
    }
    let table = best.map(Self.plain) ?? SheetTable()
    let headings = Self.headings(of: table, words)
    broken = table.broken
    if let headings {
      guard headings.columns.hasName else { throw .noNames }
      columns = headings.columns
      let head = table.rows[headings.index]
      // Lists that were put one under the other repeat their headings.
      rows = table.rows.dropFirst(headings.index + 1).filter { $0.cells != head.cells }
      if headings.index > 0 { remarks.append(.passedOver(lines: headings.index)) }
    } else {
      rows = try Self.people(in: table)
      columns = RosterColumns(positionsOf: rows)
      remarks.append(.positions(columns.inOrder))
    }
    if !columns.unread.isEmpty { remarks.append(.unread(columns.unread)) }
  }

  /// The rows with each cell on one line and harmless on a screen.
  private static func plain(_ table: SheetTable) -> SheetTable {
    var table = table
    table.rows = table.rows.map { SheetTable.Row(line: $0.line, cells: $0.cells.map(\.oneLine)) }
      .filter { row in row.cells.contains { cell in cell.contains { $0.isLetter || $0.isNumber } } }
    return table
  }

  /// The first row that names columns; one word alone is a title rather than a heading.
  private static func headings(
    of table: SheetTable, _ words: RosterWords
  ) -> (index: Int, columns: RosterColumns)? {
    for (index, row) in table.rows.prefix(deepest).enumerated() {
      let columns = RosterColumns(headings: row.cells, words)
      let filled = row.cells.count { !$0.isEmpty }
      guard columns.places.count >= 2 || (columns.hasName && filled == 1) else { continue }
      return (index, columns)
    }
    return nil
  }

  /// The rows of a list without headings, whose first column must look like names.
  private static func people(in table: SheetTable) throws(RosterFile.ReadingError) -> [SheetTable
    .Row]
  {
    var rows = table.rows[...]
    let names = rows.count { isName($0.cells.first ?? "") }
    guard names > 0, names * 10 >= rows.count * 7 else { throw .noHeadings }
    // Headings in words that nobody knows.
    if let first = rows.first, rows.count > 1, !isName(first.cells.first ?? "") {
      rows.removeFirst()
    }
    return Array(rows)
  }

  /// Two to five words of letters.
  private static func isName(_ cell: String) -> Bool {
    let words = cell.split(separator: " ")
    return (2...5).contains(words.count)
      && words.allSatisfy { $0.first?.isLetter == true }
      && !cell.contains { $0.isNumber || $0 == "@" || $0 == ":" }
  }
}
