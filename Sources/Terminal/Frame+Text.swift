extension Frame {
  /// The rows as lines, without the spaces at their ends.
  public var text: String {
    (0..<size.rows).map { Self.trimmed(row($0).map(\.text).joined()) }.joined(separator: "\n")
  }

  /// The rows as lines in which every run that is not plain shows its style: "⟨focus bold|text⟩".
  public var styledText: String {
    (0..<size.rows).map { y in
      var line = ""
      var run = ""
      var style = Style.plain
      func close() -> String { style == .plain ? run : "⟨\(style.words)|\(run)⟩" }
      for cell in row(y) {
        if cell.style != style {
          line += close()
          (run, style) = ("", cell.style)
        }
        run += cell.text
      }
      return Self.trimmed(line + close())
    }.joined(separator: "\n")
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
