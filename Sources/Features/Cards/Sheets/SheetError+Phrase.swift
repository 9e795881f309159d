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
