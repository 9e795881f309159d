/// A table in parts that fit on a page: columns that do not go on it stand in a further table, behind the
/// first column once more.
enum TableFit {
  /// The width of the text on a page of A4, in points, with the margins of the page's style.
  private static let page = 490.0
  /// About what a letter of a table takes, and the space around a cell's text, in points.
  private static let letter = 5.4
  private static let space = 8.5
  /// Letters of the longest word that a column is made wide for; a longer one is broken anywhere.
  static let longest = 30

  /// - Returns: the columns of each part, by their index; each part after the first begins with 0.
  static func parts(header: [String], rows: [[String]]) -> [[Int]] {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    let widths = (0..<count).map { column in
      let words = ([header] + rows).flatMap { row in
        column < row.count ? Report.line(row[column]).split(separator: " ").map(\.count) : []
      }
      return Double(min(longest, max(3, words.max() ?? 0))) * letter + space
    }
    guard count > 2, widths.reduce(0, +) > page else { return [Array(0..<count)] }
    var parts: [[Int]] = []
    var (part, width) = ([0], widths[0])
    for column in 1..<count {
      if width + widths[column] > page, part.count > 1 {
        parts.append(part)
        (part, width) = ([0], widths[0])
      }
      part.append(column)
      width += widths[column]
    }
    return parts + [part]
  }

  /// About how many letters a line of a table has on the page.
  private static let line = 105.0
  /// Letters for which a column is made wider by what stands in it on average.
  private static let most = 300.0
  /// Lines of a table that is not parted between two pages.
  private static let short = 16.0

  /// What of a line each column gets, in per cent: as for an office, every word has room, and those columns
  /// get the rest that say most.
  ///
  /// - Returns: the shares, and whether the table is so short that a page takes all of it.
  static func columns(header: [String], rows: [[String]]) -> (shares: [Double], isShort: Bool) {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    let lengths = ([header] + rows).map { row in
      (0..<count).map { column -> (all: Double, word: Double) in
        let text = column < row.count ? Report.line(row[column]) : ""
        let words = text.split(separator: " ").map { min($0.count, longest) }
        return (Double(text.count), Double(words.max() ?? 0))
      }
    }
    let least = (0..<count).map { column in (lengths.map { $0[column].word }.max() ?? 0) + 3 }
    let wish = (0..<count).map { column in
      min(most, lengths.reduce(0) { $0 + $1[column].all } / Double(lengths.count))
    }
    let rest = max(0, line - least.reduce(0, +))
    let wishes = max(1, wish.reduce(0, +))
    let letters = zip(least, wish).map { $0 + rest * $1 / wishes }
    let whole = max(1, letters.reduce(0, +))
    let high = lengths.reduce(0.0) { sum, row in
      sum + (zip(row, letters).map { ($0.all / $1).rounded(.up) }.max() ?? 1)
    }
    return (letters.map { $0 / whole * 100 }, high <= short)
  }
}

extension Report.Block {
  /// A table as tables that fit on a page; anything else as it is.
  var fitted: [Report.Block] {
    guard case .table(let header, let rows, let alignment) = self else { return [self] }
    let parts = TableFit.parts(header: header, rows: rows)
    guard parts.count > 1 else { return [self] }
    return parts.map { columns in
      func pick(_ row: [String]) -> [String] { columns.map { $0 < row.count ? row[$0] : "" } }
      return .table(
        header: pick(header), rows: rows.map(pick),
        alignment: columns.map { $0 < alignment.count ? alignment[$0] : .leading })
    }
  }
}
