package import Terminal

/// The quiet surface that every overlay is drawn on: the whole rectangle, a title, air.
package enum Panel {
  /// Clears the rectangle, writes the title and gives back the room beneath it.
  package static func draw(_ title: String, into frame: inout Frame, in rect: Rect) -> Rect {
    frame.fill(rect, style: .plain)
    let (head, rest) = rect.inset(horizontal: 2, vertical: 0).top(3)
    frame.put(title, x: head.x, y: head.y + 1, style: Style(.accent, bold: true), width: head.width)
    return rest
  }

  /// Draws what is being typed after a mark, over as many rows as it takes and there are, with the
  /// caret in view. Returns the rows used.
  @discardableResult
  package static func line(
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

  /// The rows that a line takes after a mark of two columns.
  package static func height(of line: Line, width: Int) -> Int {
    broken(line, width: max(2, width - 2)).rows.count
  }

  /// A line cut into rows of a width, at its line breaks and at words, and where its caret is. A column
  /// is kept free for the caret at the end of a row.
  private static func broken(_ line: Line, width: Int) -> (rows: [String], caret: Point) {
    let clean = Array(Text.sanitised(line.text, newlines: true))
    let before = min(clean.count, Text.sanitised(line.head, newlines: true).count)
    let columns = { (range: Range<Int>) in clean[range].reduce(0) { $0 + Text.width($1) } }
    var starts = [0]
    var used = 0
    // Where the row may be broken: after its last space.
    var gap: Int?
    for index in clean.indices {
      let isSpace = clean[index] == " "
      if clean[index] == "\n" {
        starts.append(index + 1)
        (used, gap) = (0, nil)
        continue
      }
      let wide = Text.width(clean[index])
      if used + wide >= width, !isSpace {
        let start = gap ?? index
        starts.append(start)
        (used, gap) = (columns(start..<index), nil)
      }
      used += wide
      if isSpace { gap = index + 1 }
    }
    let rows = zip(starts, starts.dropFirst() + [clean.count]).map { start, end in
      String(clean[start..<end].filter { $0 != "\n" })
    }
    let row = starts.lastIndex { $0 <= before } ?? 0
    let x = columns(starts[row]..<before)
    guard x >= width else { return (rows, Point(x: x, y: row)) }
    // Spaces at the end of a full row: what is typed next begins the row below.
    let isLast = row == rows.count - 1
    return (isLast ? rows + [""] : rows, Point(x: 0, y: row + 1))
  }
}
