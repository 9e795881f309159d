import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// A ballot while it is marked: the question, what may be done, the options with their marks page by page,
/// and how to finish. Every text is whole.
struct BallotPage {
  let sheet: BallotSheet
  let poll: Poll
  let scene: Scene

  func draw(into frame: inout Frame, in rect: Rect) {
    let body = head(into: &frame, in: rect)
    let option = sheet.option(poll) ?? ""
    let isExplained = sheet.reason != nil || sheet.reasons[option] != nil
    let (foot, list) = body.bottom(isExplained ? min(4, body.height / 2) : 2)
    let page = rows(into: &frame, in: list)
    self.foot(page, option, into: &frame, in: foot)
  }

  /// The question, the rule, what is left, the columns' names; gives back the room beneath.
  private func head(into frame: inout Frame, in rect: Rect) -> Rect {
    var y = rect.y
    func strip(_ height: Int) -> Rect {
      Rect(x: rect.x, y: y, width: rect.width, height: height)
    }
    y += frame.paragraph(poll.question, in: strip(2), style: Style(.strong, bold: true))
    y += frame.paragraph(
      scene.say(scene.words(of: poll.method).ballot(poll, scene)), in: strip(3), style: .quiet)
    frame.put(
      sheet.state(scene, poll), x: rect.x, y: y,
      style: Style(poll.isOpen ? .accent : .warning, bold: true), width: rect.width)
    y += 1
    if poll.method.isGrid { y += columns(into: &frame, in: rect, at: y) }
    return rect.top(min(rect.height, y - rect.y + (rect.height > 13 ? 1 : 0))).rest
  }

  /// The criterion at hand with its good end, and the heads of the columns; the rows they took.
  private func columns(into frame: inout Frame, in rect: Rect, at y: Int) -> Int {
    let index = min(sheet.column, poll.parts.count - 1)
    let name = BallotWords.part(poll.parts[index], poll, scene)
    let end = scene.say(BallotWords.goodEnd(poll.parts[index], poll))
    let head = "\(index + 1)/\(poll.parts.count)  " + scene.language.labelled(name, end)
    let place = Rect(x: rect.x, y: y, width: rect.width, height: 2)
    let used = frame.paragraph(head, in: place, style: .accent)
    guard rect.height > 13 else { return used }
    for (column, part) in poll.parts.enumerated() {
      let label = poll.hasAxes ? BallotWords.part(part, poll, scene) : String(column + 1)
      frame.put(
        label, x: rect.maxX - marksWidth + column * cell, y: y + used,
        style: column == index ? .accent : .quiet, width: cell - 1, alignment: .right)
    }
    return used + 1
  }

  /// An option on a page, with the lines of its text.
  private struct Row {
    let index: Int
    let option: String
    let lines: [String]
  }

  /// Draws the page on which the voter is; where it is among others, nil where there is one alone.
  private func rows(into frame: inout Frame, in rect: Rect) -> String? {
    let width = max(8, rect.width - 6 - marksWidth)
    let all = sheet.order(poll).enumerated().map { index, option in
      Row(
        index: index, option: option,
        lines: Text.wrap(scene.label(ofOption: option, in: poll), to: width))
    }
    // Air between the lines where there is room for all of them.
    let height = all.map(\.lines.count).reduce(0, +)
    let gap = height + all.count - 1 <= rect.height ? 1 : 0
    let pages = Self.pages(all.map { $0.lines.count + gap }, in: rect.height + gap)
    guard let page = pages.firstIndex(where: { $0.contains(sheet.row) }) else { return nil }
    var y = rect.y
    for row in all[pages[page]] {
      draw(row, into: &frame, in: Rect(x: rect.x, y: y, width: rect.width, height: rect.maxY - y))
      y += row.lines.count + gap
    }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }

  /// As many rows a page as are whole on it, and one at least.
  static func pages(_ heights: [Int], in room: Int) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var (start, used) = (0, 0)
    for (index, height) in heights.enumerated() {
      if index > start, used + height > room {
        pages.append(start..<index)
        (start, used) = (index, 0)
      }
      used += height
    }
    return pages + [start..<heights.count]
  }

  private func draw(_ row: Row, into frame: inout Frame, in rect: Rect) {
    let isHere = row.index == sheet.row
    let style = isHere ? Style(.selection, bold: true) : .plain
    for (index, line) in row.lines.prefix(max(0, rect.height)).enumerated() {
      let y = rect.y + index
      if isHere { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style) }
      frame.put(line, x: rect.x + 5, y: y, style: style, width: rect.width - 6 - marksWidth)
    }
    if !poll.method.isScale {
      let number = (poll.options.firstIndex(of: row.option) ?? 0) + 1
      frame.put(
        "\(number)", x: rect.x, y: rect.y, style: isHere ? style : .quiet, width: 3,
        alignment: .right)
    }
    mark(row.option, isHere, into: &frame, x: rect.maxX - marksWidth, y: rect.y)
    if isHere { frame.cursor = Point(x: rect.x, y: rect.y) }
  }

  private func mark(_ option: String, _ isHere: Bool, into frame: inout Frame, x: Int, y: Int) {
    let style = isHere ? Style(.selection, bold: true) : Style(.accent, bold: true)
    guard poll.method.isGrid else {
      var text = BallotWords.mark(option, sheet.marks, poll, scene)
      let isEmptyBox = text.isEmpty && (poll.method.form == .choice || poll.method.form == .ticks)
      if isEmptyBox { text = poll.method.form == .ticks ? "·" : "○" }
      frame.put(
        text, x: x, y: y, style: isEmptyBox && !isHere ? .quiet : style, width: marksWidth - 1,
        alignment: .right)
      return
    }
    for (index, part) in poll.parts.enumerated() {
      let score = sheet.marks[Poll.key(part, option)]
      let isAt = isHere && index == min(sheet.column, poll.parts.count - 1)
      let text = score.map(String.init) ?? "·"
      frame.put(
        isAt ? "›" + text : text, x: x + index * cell, y: y,
        style: score == nil && !isHere ? .quiet : style, width: cell - 1, alignment: .right)
    }
  }

  /// Columns of a score in a grid: of two axes there is room for their names.
  private var cell: Int {
    guard poll.hasAxes else { return 4 }
    return (poll.parts.map { Text.width(BallotWords.part($0, poll, scene)) }.max() ?? 0) + 2
  }

  private var marksWidth: Int {
    switch poll.method.form {
    case .scores: return poll.parts.count * cell
    case .grades:
      let names = (0..<poll.settings.gradeCount).map { scene.grade($0, poll) }
      return (names.map(Text.width).max() ?? 1) + 1
    case .objections, .places: return Text.width(BallotWords.mark(10, poll, scene)) + 1
    case .choice, .ticks, .dots, .amounts:
      return max(7, Text.width(BallotWords.mark(10, poll, scene)) + 1)
    }
  }

  /// The reason that is typed or was given; how to mark and to finish, and which page it is.
  private func foot(
    _ page: String?, _ option: String, into frame: inout Frame, in rect: Rect
  ) {
    let (last, above) = rect.bottom(1)
    let place = above.top(rect.height > 2 ? 1 : 0).rest
    if let reason = sheet.reason {
      Panel.line(
        reason, into: &frame, x: place.x, y: place.y, width: place.width, rows: place.height,
        placeholder: scene.say("Why can you not live with it?"))
    } else if let reason = sheet.reasons[option] {
      frame.paragraph(scene.say("Because: \(reason)"), in: place, style: .accent)
    }
    let caret = frame.cursor
    if let page, above.height > 0 {
      frame.put(page, x: above.maxX - Text.width(page), y: above.y, style: .accent)
    }
    let directions: Phrase =
      scene.word == nil
      ? BallotWords.directions(poll) : "Write it like this: \(BallotLine.example(poll))"
    frame.put(
      scene.say(sheet.reason == nil ? directions : "Type the reason. Enter: object"),
      x: last.x, y: last.y, style: .quiet, width: last.width)
    frame.cursor = caret
  }
}
