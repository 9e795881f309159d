import Terminal
import WorkshopCore

/// One proposal as a column: its consequences, a row each where there is room, else as running text.
///
/// Nothing is cut off: what has no row of its own is counted.
struct RecoveryColumn {
  let rows: RecoveryText.Rows
  /// Says how many changes more there are, and their minutes in all.
  let more: (Int, Int) -> String

  /// A line of the column as it is drawn.
  private struct Line {
    let text: String
    var number = ""
    let style: Style
  }

  /// Draws into a rectangle.
  func draw(into frame: inout Frame, in rect: Rect) {
    for (index, line) in lines(rect.size).prefix(rect.height).enumerated() {
      let y = rect.y + index
      frame.put(line.text, x: rect.x, y: y, style: line.style, width: rect.width)
      guard !line.number.isEmpty else { continue }
      frame.put(
        line.number, x: rect.x, y: y, style: line.style, width: rect.width, alignment: .right)
    }
  }

  /// The first way of setting that fits, from the airiest to the tightest.
  private func lines(_ size: Size) -> [Line] {
    let verdict = rows.verdict.flatMap { set($0, size.columns) }
    let changes = rows.changes.flatMap { set($0.row, size.columns) }
    let rest = rows.rest.flatMap { set($0, size.columns) }
    let parts = [verdict, changes, rest].filter { !$0.isEmpty }
    let airy = Array(parts.joined(separator: [Line(text: "", style: .plain)]))
    if airy.count <= size.rows { return airy }
    if parts.joined().count <= size.rows { return Array(parts.joined()) }
    let rests = [rest, running(rows.rest.map(\.text), size.columns, .quiet), []]
    for shown in stride(from: rows.changes.count, through: 0, by: -1) {
      for rest in rests {
        let lines = verdict + tight(shown, size.columns) + rest
        if lines.count <= size.rows { return lines }
      }
    }
    return verdict
  }

  /// The changes as running text, those after the first few only counted.
  private func tight(_ shown: Int, _ width: Int) -> [Line] {
    var texts = rows.changes.prefix(shown).map { change in
      change.row.number.isEmpty
        ? change.row.text
        : change.row.text.replacing(" ", with: "\u{A0}") + "\u{A0}" + change.row.number
    }
    let left = rows.changes.dropFirst(shown)
    if !left.isEmpty { texts.append(more(left.count, left.reduce(0) { $0 + $1.minutes })) }
    return running(texts, width, .plain)
  }

  private func running(_ texts: [String], _ width: Int, _ style: Style) -> [Line] {
    guard !texts.isEmpty else { return [] }
    return Text.wrap(Text.sanitised(texts.joined(separator: "\u{A0}· ")), to: width).map {
      Line(text: $0, style: style)
    }
  }

  /// A consequence with its number at the right of its last line.
  private func set(_ row: RecoveryText.Row, _ width: Int) -> [Line] {
    let room = row.number.isEmpty ? width : width - Text.width(row.number) - 1
    let texts = Text.wrap(Text.sanitised(row.text), to: max(1, room))
    return texts.enumerated().map { index, text in
      Line(
        text: text, number: index == texts.count - 1 ? row.number : "", style: row.style)
    }
  }
}
