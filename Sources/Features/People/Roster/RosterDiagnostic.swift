import Spreadsheets

/// What somebody who took in a list of people should know.
enum RosterDiagnostic: Equatable {
  /// It was not UTF-8, and was taken for a code page.
  case encoding(SheetEncoding)
  /// The sheet that was read, and those that were not.
  case sheet(String, others: [String])
  /// Rows above the headings.
  case passedOver(lines: Int)
  /// Where another table begins, which was not read.
  case otherTable(line: Int)
  /// No headings: fields by their place.
  case positions([String])
  /// Columns that were left aside.
  case unread([String])
  /// None of a field's choices, or no date.
  case asWritten(field: String, value: String)
  /// A word in the place of an address.
  case noAddress(String)
  /// Somebody who stands further up in the same file.
  case sameAs(line: Int, name: String, other: Int)
  /// Somebody known, whose empty fields the file fills.
  case filled(line: Int, name: String, fields: [String])
  /// Somebody known by the list's own id, whose fields the file changes.
  case changed(line: Int, name: String, fields: [String])
  /// Somebody known, of whom the file says something else: what is here stays.
  case differs(line: Int, name: String, field: String)
  /// Somebody who was put in the bin, and stays there.
  case inBin(line: Int, name: String)
  /// Somebody new who has the name of somebody else.
  case namesake(line: Int, name: String)
  /// Somebody new at the address of somebody else.
  case sharedAddress(line: Int, name: String, other: String)
}
