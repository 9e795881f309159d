/// How a file lies: what separates its cells, where its headings are, which rows are people.
struct RosterLayout {
  let columns: RosterColumns
  /// The rows beneath the headings.
  let rows: [CSVTable.Row]
  /// Lines whose quote does not end.
  let broken: [Int]
  private(set) var remarks: [RosterDiagnostic] = []

  /// Headings stand in the first rows, beneath a title at most.
  private static let deepest = 10
  private static let separators: [Unicode.Scalar] = [";", "\t", ",", "|"]

  init(_ text: String, _ words: RosterWords) throws(RosterFile.ReadingError) {
    var text = text
    let separators = Self.named(&text).map { [$0] } ?? Self.separators
    let tables = separators.map { CSVTable(text, separator: $0) }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .empty }
    let found = tables.map { ($0, Self.headings(of: $0, words)) }
    let best = found.enumerated().max { a, b in
      let (one, other) = (a.element, b.element)
      let ranks = [one, other].map { ($0.1?.columns.places.count ?? 0, $0.0.separators) }
      return ranks[0] == ranks[1] ? a.offset > b.offset : ranks[0] < ranks[1]
    }
    guard let (table, headings) = best?.element else { throw .empty }
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

  /// The separator that a first line `sep=;` names, as spreadsheets write for each other; the line
  /// becomes an empty one, so that the others keep their numbers.
  private static func named(_ text: inout String) -> Unicode.Scalar? {
    let scalars = Array(text.unicodeScalars.prefix(5))
    guard scalars.count == 5, text.lowercased().hasPrefix("sep=") else { return nil }
    text = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(5)))
    return scalars[4]
  }

  /// The first row that names columns; one word alone is a title rather than a heading.
  private static func headings(
    of table: CSVTable, _ words: RosterWords
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
  private static func people(in table: CSVTable) throws(RosterFile.ReadingError) -> [CSVTable.Row] {
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
