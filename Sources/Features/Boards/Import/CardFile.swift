import Cards
import Languages
package import Spreadsheets
import Terminal
package import WorkshopCore

/// Ideas as a file has them: a table, a list of Markdown, a text with one a line, another board's export.
package struct CardFile: Sendable {
  package private(set) var rows: [Row] = []
  package let kind: Kind
  /// Of a table.
  package private(set) var columns: CardColumns?
  /// Lines that hold no idea: rows without a text, words outside of a list, a quote that does not end.
  package private(set) var left: [Int] = []
  /// What the bytes were taken for, where they did not say.
  package private(set) var encoding: SheetEncoding?

  package enum Kind: Equatable, Sendable { case table, markdown, lines, board }

  /// An idea of a file; what it does not say is empty.
  package struct Row: Equatable, Sendable {
    package let line: Int
    package var text: String
    package var theme = ""
    package var author = ""
    package var cluster = ""
    package var table = ""
    package var votes = 0
    package var board = ""
    package var id = ""
    /// By the field's id.
    package var fields: [String: String] = [:]
    /// Whether `#theme` and `@name` in its text are marks: where people type them.
    package var hasMarks = false
  }

  /// - Parameters:
  ///   - name: the file's, whose ending tells what it is.
  ///   - asked: the encoding that a person named.
  package init(
    _ bytes: [UInt8], name: String, asked: SheetEncoding? = nil, language: String,
    words: CardColumns.Words, sheet: Sheet?
  ) throws(SheetError) {
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if bytes.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) == UInt8(ascii: "{"),
      let rows = BoardExport.rows(of: bytes)
    {
      kind = .board
      self.rows = rows.filter { !$0.text.trimmed.isEmpty }
      return
    }
    let file = try SheetFile(bytes, asked: asked, language: language)
    if file.isGuessed { encoding = file.encoding }
    let text = file.encoding.map { $0.text(of: bytes) }
    let isList = ["md", "markdown", "txt"].contains(ending)
    let table = isList ? nil : file.best { Self.head(of: $0, words, sheet)?.columns.count ?? 0 }
    let head = table.flatMap { Self.head(of: $0, words, sheet) }
    if let text, ending != "csv", ending != "tsv", (head?.columns.headings.count ?? 0) < 2 {
      if ending == "md" || ending == "markdown" || CardLines.isMarkdown(text) {
        kind = .markdown
        let found = CardLines.markdown(text)
        take(found.items)
        left = found.left
      } else {
        kind = .lines
        take(CardLines.plain(text))
      }
      return
    }
    kind = .table
    guard let table else { return }
    left = table.broken
    let below = head.map { Array(table.rows.dropFirst($0.index + 1)) } ?? table.rows
    let columns = head?.columns ?? CardColumns(longestOf: below)
    self.columns = columns
    for row in below where row.cells != head.map({ table.rows[$0.index].cells }) {
      let found = Self.rows(row, columns)
      if found.isEmpty { left.append(row.line) }
      rows += found
    }
  }

  private mutating func take(_ items: [CardLines.Item]) {
    rows = items.map {
      Row(line: $0.line, text: $0.text, cluster: $0.cluster ?? "", hasMarks: true)
    }
  }

  /// The first row that names the column of the ideas, beneath a title at most.
  private static func head(
    of table: SheetTable, _ words: CardColumns.Words, _ sheet: Sheet?
  ) -> (index: Int, columns: CardColumns)? {
    for (index, row) in table.rows.prefix(10).enumerated() {
      let columns = CardColumns(row.cells, words, sheet: sheet)
      // One word alone may be an idea; headings are short.
      guard columns.hasText, columns.count > 1 || row.cells.count == 1,
        row.cells.allSatisfy({ $0.count < 300 })
      else { continue }
      return (index, columns)
    }
    return nil
  }

  /// The ideas of a row: one, or one for each of its columns of ideas.
  private static func rows(_ row: SheetTable.Row, _ columns: CardColumns) -> [Row] {
    let cells = row.cells.map(undefused)
    func cell(_ part: CardColumns.Part) -> String { columns.cell(part, in: cells) }
    var base = Row(line: row.line, text: cell(.text))
    let detail = cell(.detail)
    if !detail.isEmpty { base.text += (base.text.isEmpty ? "" : "\n") + detail }
    base.theme = cell(.theme)
    base.author = cell(.author)
    base.cluster = cell(.cluster)
    base.table = cell(.table)
    base.votes = Int(cell(.votes).filter(\.isNumber)) ?? 0
    base.board = cell(.board)
    base.id = cell(.id)
    for field in columns.fields where cells.indices.contains(field.place) {
      base.fields[field.id] = cells[field.place]
    }
    let more = columns.moreTexts.map { cells.indices.contains($0) ? cells[$0] : "" }
    return ([base.text] + more).filter { !$0.trimmed.isEmpty }.enumerated().map { index, text in
      var one = base
      one.text = text
      if index > 0 { one.id = "" }
      return one
    }
  }

  /// A cell without the apostrophe that our own export puts before what would be a formula.
  private static func undefused(_ cell: String) -> String {
    guard cell.first == "'", let second = cell.dropFirst().first, "=+-@|%".contains(second) else {
      return cell
    }
    return String(cell.dropFirst())
  }

  /// Whether a line is the headings of a table of ideas, and not an idea.
  package static func isHeading(_ line: String, _ words: CardColumns.Words) -> Bool {
    [";", "\t", ","].contains { separator in
      let cells = line.split(separator: separator, omittingEmptySubsequences: false).map {
        String($0).trimmed.trimmingQuotes
      }
      return cells.count > 1 && words.wholes(cells) > 1
    }
  }
}

extension String {
  /// Without the quotes around it.
  fileprivate var trimmingQuotes: String {
    count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}
