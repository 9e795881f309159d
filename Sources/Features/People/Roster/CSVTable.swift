import Shell
import Terminal

/// The rows of a text of separated values, as spreadsheets write it.
///
/// After RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), and as lenient as people's files ask for:
/// any separator, any line end, quotes inside a cell that does not begin with one.
struct CSVTable {
  /// One row that holds something.
  struct Row: Equatable {
    /// Of the file, counted from 1; where the row begins.
    let line: Int
    /// Each trimmed, one line, and harmless on a screen.
    let cells: [String]
  }

  private(set) var rows: [Row] = []
  /// Lines that begin a quote which does not end, or ends only after a page of text.
  private(set) var broken: [Int] = []
  /// How often the separator stands in the first row.
  private(set) var separators = 0

  /// The most characters that a cell in quotes may have before its quote is taken for a slip.
  private static let longest = 2000

  init(_ text: String, separator: Unicode.Scalar) {
    var scan = Scan(text: Array(text.unicodeScalars), separator: separator)
    while !scan.isAtEnd {
      let line = scan.line
      guard let cells = scan.row(longest: Self.longest) else {
        broken.append(line)
        continue
      }
      let clean = cells.map(\.oneLine)
      guard clean.contains(where: { !$0.isEmpty }) else { continue }
      if rows.isEmpty { separators = cells.count - 1 }
      rows.append(Row(line: line, cells: clean))
    }
  }

  /// Reads rows one after another.
  private struct Scan {
    let text: [Unicode.Scalar]
    let separator: Unicode.Scalar
    var at = 0
    var line = 1

    var isAtEnd: Bool { at >= text.count }
    private var next: Unicode.Scalar? { isAtEnd ? nil : text[at] }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    /// The cells up to the end of the row; nil, and only a line is passed, when a quote has no end.
    mutating func row(longest: Int) -> [String]? {
      let start = (at, line)
      var cells: [String] = []
      while true {
        guard let cell = cell(longest: longest) else {
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

    private mutating func cell(longest: Int) -> String? {
      let begin = spaces(from: at)
      if begin < text.count, text[begin] == "\"" {
        at = begin + 1
        return quoted(longest: longest)
      }
      var cell = String.UnicodeScalarView()
      while let scalar = next, scalar != separator, !isEnd(scalar) {
        cell.append(scalar)
        at += 1
      }
      return String(cell)
    }

    /// What stands up to the closing quote. A quote that nothing ends after is a letter like others.
    private mutating func quoted(longest: Int) -> String? {
      var cell = String.UnicodeScalarView()
      let end = at + longest
      while let scalar = next, at <= end {
        if scalar == "\"" {
          if at + 1 < text.count, text[at + 1] == "\"" {
            cell.append(scalar)
            at += 2
            continue
          }
          let after = spaces(from: at + 1)
          if after >= text.count || text[after] == separator || isEnd(text[after]) {
            at = after
            return String(cell)
          }
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
        [" ", "\t", "\u{A0}"].contains(text[index])
      {
        index += 1
      }
      return index
    }
  }
}
