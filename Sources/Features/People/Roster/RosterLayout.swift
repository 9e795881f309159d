import Shell
import Spreadsheets
import WorkshopCore

/// How a file lies: which of its tables is the list, where its headings are, which rows are people.
struct RosterLayout {
  let columns: RosterColumns
  /// The rows beneath the headings.
  let rows: [SheetTable.Row]
  /// Lines whose quote does not end.
  let broken: [Int]
  private(set) var remarks: [RosterDiagnostic] = []

  /// What helps to find the headings.
  struct Hints {
    let words: RosterWords
    /// Ids of sessions by the plain form of their titles.
    var sessions: [String: String] = [:]
    /// What a person says a heading names; nothing of a column that is not to be read.
    var columns: [String: RosterWords.Column?] = [:]
    /// The sheet that a person named.
    var sheet: String?
  }

  /// Where headings are, and how many rows they take.
  private struct Headings {
    let index: Int
    let depth: Int
    let columns: RosterColumns
  }

  /// Headings stand in the first rows, beneath a title or a meeting's summary at most.
  private static let deepest = 40
  /// As many rows beneath tell what a column holds.
  private static let sample = 60

  init(_ file: SheetFile, _ hints: Hints) throws(RosterFile.ReadingError) {
    let tables = file.tables.map(Self.plain)
    guard tables.contains(where: { !$0.rows.isEmpty }) else { throw .empty }
    let table: SheetTable
    if let name = hints.sheet {
      let wanted = RosterWords.plain(name)
      guard let named = tables.first(where: { RosterWords.plain($0.name ?? "") == wanted }) else {
        throw .noSheet(tables.compactMap(\.name))
      }
      table = named
    } else {
      table =
        file.best { table in
          let columns = Self.headings(of: Self.plain(table), hints)?.columns
          return columns?.hasName == true || file.encoding != nil ? columns?.places.count ?? 0 : 0
        }.map(Self.plain) ?? SheetTable()
    }
    broken = table.broken
    let others = tables.compactMap(\.name).filter { $0 != table.name }
    if !others.isEmpty, let name = table.name { remarks.append(.sheet(name, others: others)) }
    if let headings = Self.headings(of: table, hints) {
      guard headings.columns.hasName else { throw .noNames }
      columns = headings.columns
      let head = table.rows[headings.index + headings.depth - 1]
      if headings.index > 0 { remarks.append(.passedOver(lines: headings.index)) }
      let beneath = table.rows.dropFirst(headings.index + headings.depth)
      // Lists that were put one under the other repeat their headings; others are another table.
      let other = beneath.firstIndex { row in
        row.cells != head.cells && Self.isHeadings(row, hints.words)
      }
      if let other { remarks.append(.otherTable(line: table.rows[other].line)) }
      rows = beneath[..<(other ?? beneath.endIndex)].filter { $0.cells != head.cells }
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

  /// Whether a row has several headings that are known word for word.
  private static func isHeadings(_ row: SheetTable.Row, _ words: RosterWords) -> Bool {
    let known = row.cells.compactMap { words.match($0) }.filter { $0.sureness == .listed }
    return Set(known.map(\.column)).count >= 2 && !row.cells.contains { $0.contains("@") }
      && row.cells.allSatisfy { words.choice($0, in: Card.role) == nil }
  }

  /// The row, or two rows joined, that names the most columns; the first of them.
  private static func headings(of table: SheetTable, _ hints: Hints) -> Headings? {
    var best: Headings?
    for (index, row) in table.rows.prefix(deepest).enumerated() {
      for depth in [1, 2] where index + depth <= table.rows.count {
        guard let cells = depth == 1 ? row.cells : joined(table.rows, at: index, hints.words) else {
          continue
        }
        let beneath = table.rows.dropFirst(index + depth).prefix(sample).map(\.cells)
        let columns = RosterColumns(
          headings: cells, beneath: beneath, hints.words, sessions: hints.sessions,
          asked: hints.columns)
        let filled = cells.count { !$0.isEmpty }
        // One word alone is a title rather than a heading, unless names stand under it.
        let isEnough =
          columns.places.count >= 2
          || columns.hasName
            && (filled == 1 || (!beneath.isEmpty && cells.allSatisfy(isHeading)))
        guard isEnough else { continue }
        let rank = columns.places.count * 2 + (columns.hasName ? 1 : 0)
        let least = best.map { $0.columns.places.count * 2 + ($0.columns.hasName ? 1 : 0) } ?? 0
        if rank > least { best = Headings(index: index, depth: depth, columns: columns) }
      }
    }
    return best
  }

  private static func isHeading(_ cell: String) -> Bool {
    !cell.contains("@") && !cell.allSatisfy { $0.isNumber || $0.isPunctuation }
  }

  /// Two rows of headings as one: what is known of a column in either row, else both together. A heading
  /// over several columns stands in the first of them. Nil where the second row is no heading.
  private static func joined(
    _ rows: [SheetTable.Row], at index: Int, _ words: RosterWords
  ) -> [String]? {
    let (upper, lower) = (rows[index].cells, rows[index + 1].cells)
    guard upper.count(where: { !$0.isEmpty }) > 1, lower.count(where: { !$0.isEmpty }) > 1,
      (upper + lower).allSatisfy(isHeading)
    else { return nil }
    var over = ""
    return (0..<max(upper.count, lower.count)).map { column in
      let above = column < upper.count ? upper[column] : ""
      let below = column < lower.count ? lower[column] : ""
      if !above.isEmpty { over = above }
      guard !below.isEmpty else { return above }
      if above == below || over.isEmpty || words.match(below)?.sureness == .listed { return below }
      return words.match(over)?.sureness == .listed && !above.isEmpty ? over : "\(over) \(below)"
    }
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
