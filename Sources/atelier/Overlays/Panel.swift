import Terminal

/// The quiet surface that every overlay is drawn on: the whole rectangle, a title, air.
enum Panel {
  /// Clears the rectangle, writes the title and gives back the room beneath it.
  static func draw(_ title: String, into frame: inout Frame, in rect: Rect) -> Rect {
    frame.fill(rect, style: .plain)
    let (head, rest) = rect.inset(horizontal: 2, vertical: 0).top(3)
    frame.put(title, x: head.x, y: head.y + 1, style: Style(.accent, bold: true), width: head.width)
    return rest
  }

  /// Draws what is being typed after a mark, over as many rows as it takes and there are, with the
  /// caret in view. Returns the rows used.
  @discardableResult
  static func line(
    _ line: Line, into frame: inout Frame, x: Int, y: Int, width: Int, rows: Int = 1,
    mark: String = "› ", placeholder: String = ""
  ) -> Int {
    let start = frame.put(mark, x: x, y: y, style: Style(.accent, bold: true))
    let room = max(2, width - (start - x))
    guard !line.isEmpty else {
      frame.put(placeholder, x: start, y: y, style: Style(.quiet), width: room)
      frame.cursor = Point(x: start, y: y)
      return 1
    }
    let text = broken(line, width: room)
    // The rows around the caret; the end of the text when all of it is behind the caret.
    let shown = min(rows, text.rows.count)
    let first = max(0, min(text.caret.y - shown + 1, text.rows.count - shown))
    for row in 0..<shown { frame.put(text.rows[first + row], x: start, y: y + row) }
    if first > 0 { frame.put("…", x: start, y: y, style: Style(.quiet)) }
    frame.cursor = Point(x: start + text.caret.x, y: y + text.caret.y - first)
    return shown
  }

  /// A line cut into rows of a width, and where its caret is.
  private static func broken(_ line: Line, width: Int) -> (rows: [String], caret: Point) {
    var rows = [""]
    var used = 0
    var caret = Point(x: 0, y: 0)
    let before = Text.sanitised(line.head).count
    let clean = Text.sanitised(line.text)
    for (index, character) in clean.enumerated() {
      let columns = Text.width(character)
      if used + columns >= width {
        rows.append("")
        used = 0
      }
      if index == before { caret = Point(x: used, y: rows.count - 1) }
      rows[rows.count - 1].append(character)
      used += columns
    }
    if before >= clean.count { caret = Point(x: used, y: rows.count - 1) }
    return (rows, caret)
  }
}
