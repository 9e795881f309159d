public import FoundationEssentials

/// A list for a spreadsheet: a name and rows of plain texts.
public struct List: Equatable, Sendable {
  /// Plain lower-case letters and hyphens: what the file is called, in every language.
  public let name: String
  public let header: [String]
  public let rows: [[String]]

  public init(name: String, header: [String], rows: [[String]]) {
    self.name = name
    self.header = header
    self.rows = rows
  }
}

/// Writes a list as CSV that the spreadsheets of three languages open by a double click.
///
/// UTF-8 with a byte order mark, without which Excel takes it for the old code page of its country; CRLF
/// and quotes after RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180); a semicolon between fields where
/// the decimal sign is a comma, which is what Excel expects there. A text that a spreadsheet would take
/// for a formula gets an apostrophe before it
/// (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
public enum CSV {
  /// - Parameter separator: what stands between two fields.
  public static func render(_ list: List, separator: String) -> Data {
    let lines = ([list.header] + list.rows).map { row in
      row.map { field($0, separator) }.joined(separator: separator) + "\r\n"
    }
    return Data([0xEF, 0xBB, 0xBF]) + Data(lines.joined().utf8)
  }

  private static func field(_ text: String, _ separator: String) -> String {
    let text = defused(Report.lines(text).joined(separator: "\n"))
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "," || $0 == ";" || $0 == "\n" || $0 == "\t"
    }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// What a spreadsheet begins a formula with, in full width too.
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
    "\u{FF20}", "\u{2212}",
  ]

  private static func defused(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      starters.contains(first), !isNumber(text)
    else { return text }
    return "'" + text
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?[0-9]{1,15}([.,][0-9]{1,6})?/) != nil
  }
}
