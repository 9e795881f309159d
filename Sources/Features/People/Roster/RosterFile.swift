package import Spreadsheets
import Terminal
package import WorkshopCore

/// A list of people as a file has it: who can be taken in, and what cannot be read.
package struct RosterFile {
  package private(set) var rows: [Row] = []
  /// Which column holds what.
  let columns: RosterColumns
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
    /// In a list that this program wrote.
    var id: String?
    /// Whether they come, and how the list says so.
    var status: RosterWords.Status?
    var statusText: String?
    /// By the report of a meeting, they were there; when, as it says.
    var isVisitor = false
    var visit: String?
    /// In a list that this program wrote, at which sessions they were, and at which not.
    var sessions: [String: Bool] = [:]
    /// The fields that the list has a column for, filled or not.
    var columns: Set<String> = []

    init(line: Int, name: String, fields: [String: String]) {
      self.line = line
      self.name = name
      self.fields = fields
    }
  }

  /// A row that could not be taken in.
  struct RefusedRow: Equatable {
    let line: Int
    let reason: Reason

    enum Reason: Equatable {
      case noName, noLetters, longName, longCell, tooManyCells, openQuote
      /// A sum, a page, a heading over some rows.
      case notice(String)
      /// Somebody who will not come, and how the list says so.
      case notComing(name: String, String)
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
    /// The sheet that was asked for is not there; those that are.
    case noSheet([String])
  }

  /// The most characters of a name and of any other cell: more is a slip of the file, not a person.
  static let longestName = 100
  static let longestCell = 500

  /// What is known of the workshop that the list is for.
  package struct Setting {
    package var language: String
    package var words: RosterWords
    package var sheet: Sheet?
    package var themes: [Theme] = []
    /// Ids of projects and of sessions by the plain forms of their titles.
    package var projects: [String: CardID] = [:]
    package var sessions: [String: String] = [:]

    package init(language: String, words: RosterWords, sheet: Sheet?, themes: [Theme] = []) {
      self.language = language
      self.words = words
      self.sheet = sheet
      self.themes = themes
    }
  }

  /// What a person said of how a list is to be read.
  package struct Wish {
    package var encoding: SheetEncoding?
    package var sheet: String?
    /// What headings name; nothing of a column that is not to be read.
    package var columns: [String: String] = [:]
    /// Who will not come is taken in as well.
    package var takesAbsent = false

    package init() {}
  }

  package init(_ bytes: [UInt8], _ setting: Setting, _ wish: Wish = Wish()) throws(ReadingError) {
    let sheetFile: SheetFile
    do throws(SheetError) {
      sheetFile = try SheetFile(bytes, asked: wish.encoding, language: setting.language)
    } catch {
      throw .sheet(error)
    }
    if sheetFile.isGuessed, let encoding = sheetFile.encoding {
      remarks.append(.encoding(encoding))
    }
    let words = setting.words
    var hints = RosterLayout.Hints(words: words, sessions: setting.sessions)
    hints.sheet = wish.sheet
    for (heading, field) in wish.columns {
      hints.columns[RosterWords.plain(heading)] =
        field == "-" ? .some(nil) : RosterWords.column(field)
    }
    let layout = try RosterLayout(sheetFile, hints)
    columns = layout.columns
    remarks += layout.remarks
    refusals = layout.broken.map { RefusedRow(line: $0, reason: .openQuote) }
    let reader = RosterReader(
      columns: layout.columns, words: words, sheet: setting.sheet, language: setting.language,
      themes: setting.themes, projects: setting.projects)
    // Beneath “Excusés :” stand those who do not come.
    var group: (status: RosterWords.Status, text: String)?
    for row in layout.rows {
      switch reader.read(row) {
      case .success(let (people, asWritten)):
        for person in people { take(person, group, wish) }
        for remark in asWritten where !remarks.contains(remark) { remarks.append(remark) }
      case .failure(let reason):
        if case .notice(let text) = reason, let status = words.status(text) {
          group = (status, text)
        }
        refusals.append(RefusedRow(line: row.line, reason: reason))
      }
    }
    refusals.sort { $0.line < $1.line }
  }

  private mutating func take(
    _ person: Row, _ group: (status: RosterWords.Status, text: String)?, _ wish: Wish
  ) {
    let status = person.status ?? group?.status
    if status == .away, !wish.takesAbsent, person.id == nil {
      let text = person.statusText ?? group?.text ?? ""
      refusals.append(
        RefusedRow(line: person.line, reason: .notComing(name: person.name, text)))
    } else {
      rows.append(person)
    }
  }
}

extension RosterFile.RefusedRow.Reason: Error {}
