package import Languages
package import Spreadsheets

extension SheetError {
  /// Why a spreadsheet cannot be read, and what to do.
  package var phrase: Phrase {
    switch self {
    case .noUnzip:
      "this is a workbook: reading it needs the program unzip; or save it as CSV"
    case .damaged: "the workbook is damaged or locked with a password"
    case .tooLarge: "the workbook is too large: keep only the list, or save it as CSV"
    case .notTable: "this is neither CSV, XLSX nor ODS: save the spreadsheet as one of them"
    }
  }
}

extension FileError {
  /// Why a file's bytes cannot be had.
  package func phrase(of name: String) -> Phrase {
    switch self {
    case .missing: "\(name) cannot be read: there is no such file"
    case .denied: "\(name) cannot be read: you have no permission"
    case .notRegular: "\(name) cannot be read: it is not a regular file"
    case .tooLarge: "\(name) is too large to be read"
    case .system(let code): "\(name) cannot be read: \(Phrase(errno: code))"
    }
  }
}
