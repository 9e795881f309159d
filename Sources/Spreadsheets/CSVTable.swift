import WorkshopCore
import FoundationEssentials

/// The rows of a text of separated values, as spreadsheets write it.
///
/// After RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), and as lenient as people's files ask for:
/// any separator, any line end, quotes inside a cell that does not begin with one.
enum CSVTable {
  private static let separators: [Unicode.Scalar] = [";", "\t", ",", "|"]

  /// The text parted by each separator it may have, likeliest first; by one alone where its first line
  /// names it.
  static func tables(of text: String) -> [SheetTable] {
    var text = text
    if let named = named(&text) { return [table(of: text, separator: named)] }
    let tables = separators.map { table(of: text, separator: $0) }
    if let inner = unwrapped(tables) { return self.tables(of: inner) }
    return tables.enumerated().sorted { one, other in
      let ranks = [one, other].map { evenness(of: $0.element) }
      return ranks[0] == ranks[1] ? one.offset < other.offset : ranks[0] > ranks[1]
    }.map(\.element)
  }

  /// How alike the rows are that a separator parts: the share of rows of the commonest width, and that
  /// width; nothing where most rows are not parted at all.
  private static func evenness(of table: SheetTable) -> Double {
    var counts: [Int: Int] = [:]
    for row in table.rows { counts[row.cells.count, default: 0] += 1 }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let most, most.key > 1, !table.rows.isEmpty else { return 0 }
    return Double(most.value) / Double(table.rows.count) + Double(min(most.key, 99)) / 10_000
  }

  /// The text without the quotes that some programs put around each whole line.
  private static func unwrapped(_ tables: [SheetTable]) -> String? {
    let rows = tables[0].rows
    guard rows.count > 1, tables.allSatisfy({ $0.rows.allSatisfy { $0.cells.count == 1 } }) else {
      return nil
    }
    let lines = rows.map { $0.cells[0] }
    let isParted = separators.contains { separator in
      lines.allSatisfy { $0.unicodeScalars.contains(separator) }
    }
    return isParted ? lines.joined(separator: "\n") : nil
  }

  /// The separator that a first line `sep=;` names, as spreadsheets write for each other; the line
  /// becomes an empty one, so that the others keep their numbers.
  private static func named(_ text: inout String) -> Unicode.Scalar? {
    let scalars = Array(text.unicodeScalars.prefix(5))
    guard scalars.count == 5, text.prefix(4).lowercased() == "sep=" else { return nil }
    text = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(5)))
    return scalars[4]
  }

  static func table(of text: String, separator: Unicode.Scalar) -> SheetTable {
    var scan = CSVScan(text: Array(text.unicodeScalars), separator: separator)
    var table = SheetTable()
    while !scan.isAtEnd {
      let line = scan.line
      guard let cells = scan.row() else {
        table.broken.append(line)
        // Each costs a page of reading: in a file full of them a quote is a letter like others.
        if table.broken.count == Self.mostBroken { scan.hasQuotes = false }
        continue
      }
      let clean = cells.map { $0.trimmed }
      guard clean.contains(where: { !$0.isEmpty }) else { continue }
      table.rows.append(SheetTable.Row(line: line, cells: clean))
    }
    return table
  }

  /// As many quotes without an end are told one by one.
  private static let mostBroken = 50
}

/// Reads rows one after another.
struct CSVScan {
  let text: [Unicode.Scalar]
  let separator: Unicode.Scalar
  /// A cell may stand in quotes.
  var hasQuotes = true
  private var at = 0
  private(set) var line = 1

  /// The most characters that a cell in quotes may have before its quote is taken for a slip.
  private static let longest = 20_000

  init(text: [Unicode.Scalar], separator: Unicode.Scalar) {
    self.text = text
    self.separator = separator
  }

  var isAtEnd: Bool { at >= text.count }
  private var next: Unicode.Scalar? { isAtEnd ? nil : text[at] }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  /// The cells up to the end of the row; nil, and only a line is passed, when a quote has no end.
  mutating func row() -> [String]? {
    let start = (at, line)
    var cells: [String] = []
    while true {
      guard let cell = cell() else {
        (at, line) = start
        while let scalar = next, !isEnd(scalar) { at += 1 }
        lineEnd()
        return nil
      }
      cells.append(cell)
      guard next == separator else { break }
      at += 1
      if isAtEnd {
        cells.append("")
        break
      }
    }
    lineEnd()
    return cells
  }

  private mutating func lineEnd() {
    guard let scalar = next, isEnd(scalar) else { return }
    at += scalar == "\r" && at + 1 < text.count && text[at + 1] == "\n" ? 2 : 1
    line += 1
  }

  private mutating func cell() -> String? {
    let begin = spaces(from: at)
    if hasQuotes, begin < text.count, text[begin] == "\"" {
      at = begin + 1
      return quoted()
    }
    var cell = String.UnicodeScalarView()
    while let scalar = next, scalar != separator, !isEnd(scalar) {
      cell.append(scalar)
      at += 1
    }
    return String(cell)
  }

  /// What stands up to the closing quote. A quote that nothing ends after is a letter like others, unless
  /// lines ended before it: then the first one was a slip.
  private mutating func quoted() -> String? {
    var cell = String.UnicodeScalarView()
    let (end, begin) = (at + Self.longest, line)
    var isOdd = false
    while let scalar = next, at <= end {
      if scalar == "\"" {
        if at + 1 < text.count, text[at + 1] == "\"" {
          cell.append(scalar)
          at += 2
          continue
        }
        let after = spaces(from: at + 1)
        if after >= text.count || text[after] == separator || isEnd(text[after]) {
          guard !isOdd || line == begin else { return nil }
          at = after
          return String(cell)
        }
        isOdd = true
      }
      if scalar == "\n" || (scalar == "\r" && (at + 1 >= text.count || text[at + 1] != "\n")) {
        line += 1
      }
      cell.append(scalar)
      at += 1
    }
    return nil
  }

  /// The first place from an index on that holds no space, or a separator.
  private func spaces(from index: Int) -> Int {
    var index = index
    while index < text.count, text[index] != separator,
      text[index] == " " || text[index] == "\t" || text[index] == "\u{A0}"
    {
      index += 1
    }
    return index
  }
}
