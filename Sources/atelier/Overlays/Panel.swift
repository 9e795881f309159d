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

  /// Draws a line being typed after a mark, with the caret in view.
  static func line(
    _ line: Line, into frame: inout Frame, x: Int, y: Int, width: Int, mark: String = "› ",
    placeholder: String = ""
  ) {
    let start = frame.put(mark, x: x, y: y, style: Style(.accent, bold: true))
    let room = max(1, width - (start - x))
    let before = Text.sanitised(line.head)
    // Keep the caret in view by leaving out the text's beginning.
    var shown = before
    while Text.width(shown) > room - 1, !shown.isEmpty { shown.removeFirst() }
    if shown.count < before.count, !shown.isEmpty { shown = "…" + shown.dropFirst() }
    let tail = Text.sanitised(String(line.text.dropFirst(line.caret)))
    if line.isEmpty {
      frame.put(placeholder, x: start, y: y, style: Style(.quiet), width: room)
    } else {
      frame.put(shown + tail, x: start, y: y, style: .plain, width: room)
    }
    frame.cursor = Point(x: min(start + Text.width(shown), x + width - 1), y: y)
  }
}
