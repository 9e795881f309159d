package import Spreadsheets
import Terminal
package import WorkshopCore

/// A list of people as a file has it: who can be taken in, and what cannot be read.
package struct RosterFile {
  package private(set) var rows: [Row] = []
  /// Rows left out, by line.
  private(set) var refusals: [RefusedRow] = []
  /// What a person should know of how it was read.
  private(set) var remarks: [RosterDiagnostic] = []

  /// Somebody in the file.
  package struct Row: Equatable {
    let line: Int
    var name: String
    /// Not empty, by the field's id.
    var fields: [String: String]
  }

  /// A row that could not be taken in.
  struct RefusedRow: Equatable {
    let line: Int
    let reason: Reason

    enum Reason: Equatable {
      case noName, noLetters, longName, longCell, tooManyCells, openQuote
    }
  }

  /// Why nothing of a file can be read.
  package enum ReadingError: Error, Equatable {
    case empty
    /// It gives no rows at all.
    case sheet(SheetError)
    /// Neither headings nor a first column of names.
    case noHeadings
    /// Headings, and no name among them.
    case noNames
  }

  /// The most characters of a name and of any other cell: more is a slip of the file, not a person.
  static let longestName = 100
  static let longestCell = 500

  package init(
    _ bytes: [UInt8], asked: SheetEncoding? = nil, language: String, words: RosterWords,
    sheet: Sheet?, themes: [Theme] = []
  ) throws(ReadingError) {
    let sheetFile: SheetFile
    do throws(SheetError) {
      sheetFile = try SheetFile(bytes, asked: asked, language: language)
    } catch {
      throw .sheet(error)
    }
    if sheetFile.isGuessed, let encoding = sheetFile.encoding {
      remarks.append(.encoding(encoding))
    }
    let layout = try RosterLayout(sheetFile, words)
    remarks += layout.remarks
    refusals = layout.broken.map { RefusedRow(line: $0, reason: .openQuote) }
    let reader = RosterReader(
      columns: layout.columns, words: words, sheet: sheet, language: language, themes: themes)
    for row in layout.rows {
      switch reader.read(row) {
      case .success(let (row, asWritten)):
        rows.append(row)
        for remark in asWritten where !remarks.contains(remark) { remarks.append(remark) }
      case .failure(let reason): refusals.append(RefusedRow(line: row.line, reason: reason))
      }
    }
    refusals.sort { $0.line < $1.line }
  }
}

extension RosterFile.RefusedRow.Reason: Error {}
