/// A file of rows as people have it: separated values in whatever encoding, XLSX or ODS.
///
/// Which of its tables is meant is decided by whoever knows what the rows should hold: text can be parted
/// by several separators, and a workbook has several sheets.
package struct SheetFile: Sendable {
  /// What the file may be read as, likeliest first: a table for each separator, or for each sheet that
  /// is not hidden and holds something.
  package let tables: [SheetTable]
  /// What the bytes of a text were taken for; nil of a workbook.
  package let encoding: SheetEncoding?
  /// Whether the encoding was only judged by what words it makes.
  package let isGuessed: Bool

  /// - Parameters:
  ///   - asked: the encoding that a person named.
  ///   - language: of the workshop (`fr`): decides where nothing in the bytes does.
  package init(
    _ bytes: [UInt8], asked: SheetEncoding? = nil, language: String
  ) throws(SheetError) {
    if bytes.starts(with: Self.zip) {
      encoding = nil
      isGuessed = false
      tables = try Workbook.tables(of: bytes)
      return
    }
    let head = bytes.prefix(64).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    // .xls, a web page under a spreadsheet's name, PDF.
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), head.first != UInt8(ascii: "<"),
      !head.starts(with: Array("%PDF".utf8))
    else { throw .notTable }
    let encoding = SheetEncoding(of: bytes, asked: asked, language: language)
    let text = encoding.text(of: bytes)
    guard !text.unicodeScalars.contains("\0") else { throw .notTable }
    self.encoding = encoding
    isGuessed = asked == nil && encoding.isPage
    tables = CSVTable.tables(of: text)
  }

  /// The table that is meant: of a text the one that is rated highest, of a workbook the first sheet that
  /// is rated at all; the likeliest where nothing is.
  package func best(by rating: (SheetTable) -> Int = { _ in 0 }) -> SheetTable? {
    let rated = tables.map { (table: $0, rating: rating($0)) }
    guard encoding != nil else { return (rated.first { $0.rating > 0 } ?? rated.first)?.table }
    let most = rated.map(\.rating).max()
    return rated.first { $0.rating == most }?.table
  }

  /// The beginning of a ZIP file: XLSX, ODS and others.
  private static let zip: [UInt8] = [0x50, 0x4B, 3, 4]
}

/// Rows of cells, from one sheet or one way to part a text.
package struct SheetTable: Equatable, Sendable {
  /// The sheet's, nil of a text.
  package var name: String?
  /// Those that hold something.
  package var rows: [Row] = []
  /// Lines that begin a quote which does not end; they are in no row.
  package var broken: [Int] = []

  /// One row that holds something.
  package struct Row: Equatable, Sendable {
    /// Of the file or sheet, counted from 1; where the row begins.
    package let line: Int
    /// As they stand there, trimmed, with their line breaks: nothing in them was made harmless yet.
    package var cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  package init(name: String? = nil, rows: [Row] = [], broken: [Int] = []) {
    self.name = name
    self.rows = rows
    self.broken = broken
  }
}

/// Why a file gives no rows.
package enum SheetError: Error, Equatable, Sendable {
  /// XLSX or ODS, and the program that opens them is not on this machine.
  case noUnzip
  /// XLSX or ODS that is cut off, locked or no workbook.
  case damaged
  /// More than a list of people or ideas can be.
  case tooLarge
  /// Another format: .xls, a web page, a picture.
  case notTable
}
