/// The sheets of an ODS file, as its `content.xml` has them.
enum OpenDocument {
  /// The sheets that are not hidden and hold something, in their order.
  static func tables(of bytes: [UInt8]) throws(SheetError) -> [SheetTable] {
    var reader = XMLReader(bytes)
    var (hidden, style): (Set<String>, String?) = ([], nil)
    var tables: [SheetTable] = []
    while let piece = try reader.next() {
      switch piece {
      case .start("style", let attributes): style = attributes["name"]
      case .start("table-properties", let attributes) where attributes["display"] == "false":
        if let style { hidden.insert(style) }
      case .start("tracked-changes", _): try pass("tracked-changes", &reader)
      case .start("table", let attributes):
        let isHidden = attributes["style-name"].map(hidden.contains) ?? false
        let grid = try grid(&reader)
        let table = grid.table(named: attributes["name"] ?? "")
        if !isHidden, !table.rows.isEmpty { tables.append(table) }
      default: break
      }
    }
    return tables
  }

  /// Reads up to the end of an element that was begun.
  private static func pass(_ name: String, _ reader: inout XMLReader) throws(SheetError) {
    var depth = 1
    while depth > 0, let piece = try reader.next() {
      if case .start(name, _) = piece { depth += 1 }
      if case .end(name) = piece { depth -= 1 }
    }
  }

  /// The rows of a table that was begun, up to its end.
  private static func grid(_ reader: inout XMLReader) throws(SheetError) -> SheetGrid {
    var grid = SheetGrid()
    var (line, times) = (1, 1)
    var cells: [String] = []
    var merged: [(column: Int, rows: Int)] = []
    var spans: [(first: Int, column: Int, last: Int)] = []
    loop: while let piece = try reader.next() {
      switch piece {
      case .end("table"): break loop
      // Drawings, and tables in cells.
      case .start("shapes", _): try pass("shapes", &reader)
      case .start("table", _): try pass("table", &reader)
      case .start("table-row", let attributes):
        times = number(attributes["number-rows-repeated"])
        cells = []
        merged = []
      case .start("table-cell", let attributes):
        let text = try cell(attributes, &reader)
        let repeated = number(attributes["number-columns-repeated"])
        let rows = number(attributes["number-rows-spanned"])
        if rows > 1 { merged.append((cells.count, rows)) }
        append(text, times: repeated, to: &cells)
      case .start("covered-table-cell", let attributes):
        try pass("covered-table-cell", &reader)
        append("", times: number(attributes["number-columns-repeated"]), to: &cells)
      case .end("table-row"):
        // Rows without anything are repeated to the end of the sheet.
        if cells.contains(where: { !$0.isEmpty }) {
          for offset in 0..<times { try grid.append(cells, line: line + offset) }
        }
        spans += merged.map { (line, $0.column, line + $0.rows - 1) }
        line += times
      default: break
      }
    }
    for span in spans { grid.merge(column: span.column, from: span.first, to: span.last) }
    return grid
  }

  private static func append(_ text: String, times: Int, to cells: inout [String]) {
    let room = SheetGrid.mostColumns - cells.count
    cells += Array(repeating: text, count: max(0, min(times, room)))
  }

  private static func number(_ text: String?) -> Int {
    max(1, min(text.flatMap { Int($0) } ?? 1, 1 << 20))
  }

  /// A cell's text up to its end: a day as ISO 8601 writes it, else what is shown, a line a paragraph.
  private static func cell(
    _ attributes: [String: String], _ reader: inout XMLReader
  ) throws(SheetError) -> String {
    var (text, depth) = ("", 0)
    while let piece = try reader.next() {
      switch piece {
      case .end("table-cell"):
        guard attributes["value-type"] == "date", let date = attributes["date-value"] else {
          return text
        }
        let parts = date.split(separator: "T")
        return parts.count == 2 && !parts[1].hasPrefix("00:00:00")
          ? "\(parts[0]) \(parts[1].prefix(5))" : parts.first.map(String.init) ?? ""
      // A remark on the cell is none of what it says.
      case .start("annotation", _): try pass("annotation", &reader)
      case .start("p", _):
        if depth == 0, !text.isEmpty { text += "\n" }
        depth += 1
      case .end("p"): depth -= 1
      case .start("s", let attributes):
        text += String(repeating: " ", count: min(number(attributes["c"]), 100))
      case .start("tab", _): text += "\t"
      case .start("line-break", _): text += "\n"
      case .text(let more) where depth > 0: text += more
      default: break
      }
    }
    return text
  }
}
