import Spreadsheets

/// What somebody who took in a list of people should know.
enum RosterDiagnostic: Equatable {
  /// It was not UTF-8, and was taken for a code page.
  case encoding(SheetEncoding)
  /// Rows above the headings.
  case passedOver(lines: Int)
  /// No headings: fields by their place.
  case positions([String])
  /// Columns that were left aside.
  case unread([String])
  /// None of a field's choices, or no date.
  case asWritten(field: String, value: String)
  /// Somebody who stands further up in the same file.
  case sameAs(line: Int, name: String, other: Int)
  /// Somebody known, whose empty fields the file fills.
  case filled(line: Int, name: String, fields: [String])
  /// Somebody known, of whom the file says something else: what is here stays.
  case differs(line: Int, name: String, field: String)
  /// Somebody who was put in the bin, and stays there.
  case inBin(line: Int, name: String)
  /// Somebody new who has the name of somebody else.
  case namesake(line: Int, name: String)
}
