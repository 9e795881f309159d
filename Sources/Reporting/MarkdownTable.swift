/// A GFM table whose columns also line up in the source.
struct MarkdownTable {
  let lines: [String]

  /// The widest column, in cells of a terminal, that shorter texts are padded for.
  private static let widest = 40

  init(header: [String], rows: [[String]], alignment: [Report.Alignment]) {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    guard count > 0 else {
      lines = []
      return
    }
    let texts = ([header] + rows).map { row in
      (0..<count).map { $0 < row.count ? MarkdownText.cell(Report.line(row[$0])) : "" }
    }
    let alignment = (0..<count).map { $0 < alignment.count ? alignment[$0] : .leading }
    let widths = (0..<count).map { column in
      max(3, min(Self.widest, texts.map { Self.width($0[column]) }.max() ?? 0))
    }
    let written = texts.map { row in
      Self.row((0..<count).map { Self.padded(row[$0], widths[$0], alignment[$0]) })
    }
    let ruler = Self.row((0..<count).map { Self.ruler(widths[$0], alignment[$0]) })
    lines = [written[0], ruler] + written.dropFirst()
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func ruler(_ width: Int, _ alignment: Report.Alignment) -> String {
    switch alignment {
    case .leading: String(repeating: "-", count: width)
    case .center: ":" + String(repeating: "-", count: width - 2) + ":"
    case .trailing: String(repeating: "-", count: width - 1) + ":"
    }
  }

  private static func padded(
    _ text: String, _ width: Int, _ alignment: Report.Alignment
  ) -> String {
    let missing = max(0, width - Self.width(text))
    let before =
      switch alignment {
      case .leading: 0
      case .center: missing / 2
      case .trailing: missing
      }
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: missing - before)
  }

  /// Roughly the cells a text takes in a monospaced font: marks none, wide scripts and emoji two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }
}
