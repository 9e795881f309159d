import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// A ballot read back to its voter before it is given: every mark by its name, and what no mark means.
struct ReadBack {
  let sheet: BallotSheet
  let poll: Poll
  let scene: Scene

  func draw(into frame: inout Frame, in rect: Rect) {
    let (head, below) = rect.top(rect.height > 12 ? 3 : 2)
    frame.put(
      scene.say("Your ballot, before you submit it"), x: head.x, y: head.y,
      style: Style(.strong, bold: true), width: head.width)
    frame.cursor = Point(x: head.x, y: head.y)
    frame.put(
      sheet.state(scene, poll), x: head.x, y: head.y + 1,
      style: Style(poll.isOpen ? .accent : .warning), width: head.width)
    let (foot, room) = below.bottom(1)
    let lines = BallotWords.lines(sheet.marks, sheet.reasons, poll, scene)
    let page = lines.isEmpty ? blank(into: &frame, in: room) : list(lines, into: &frame, in: room)
    let right = page.map { Text.width($0) + 2 } ?? 0
    frame.put(
      scene.say("Enter submits it. Esc: change it"), x: foot.x, y: foot.y, style: .quiet,
      width: foot.width - right)
    if let page { frame.put(page, x: foot.maxX - right + 2, y: foot.y, style: .accent) }
  }

  private func blank(into frame: inout Frame, in rect: Rect) -> String? {
    let blank: Phrase =
      poll.method.form == .objections
      ? "No objection to anything" : "No choice: you abstain"
    frame.put(scene.say(blank), x: rect.x, y: rect.y, style: .warning, width: rect.width)
    return nil
  }

  private func list(
    _ lines: [BallotWords.Said], into frame: inout Frame, in rect: Rect
  ) -> String? {
    let marks = lines.map { Text.width($0.mark) }.max() ?? 0
    let width = max(8, rect.width - marks - 2)
    let rows = lines.map { line in
      Text.wrap(line.text, to: width).map { ($0, Style.plain) }
        + Text.wrap(line.detail, to: width).filter { !$0.isEmpty }.map { ($0, Style(.accent)) }
    }
    let pages = BallotPage.pages(rows.map(\.count), in: rect.height)
    let page = sheet.readPage % pages.count
    var y = rect.y
    for index in pages[page] {
      frame.put(
        lines[index].mark, x: rect.x, y: y, style: Style(.accent, bold: true), width: marks,
        alignment: .right)
      for (text, style) in rows[index] where y < rect.maxY {
        frame.put(text, x: rect.x + marks + 2, y: y, style: style, width: width)
        y += 1
      }
    }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }
}
