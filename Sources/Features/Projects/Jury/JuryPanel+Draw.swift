import Languages
import Shell
import Terminal
import WorkshopCore

extension JuryPanel {
  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("The jury's forms"), into: &frame, in: rect)
    guard let live = scene.workshop.board(board), let jury = scene.jury(on: live) else { return }
    let state: Phrase =
      live.isSealed
      ? "\(jury.arrived) of \(jury.expected) are in; sealed until all of them are"
      : "\(jury.arrived) of \(jury.expected) are in; they are open"
    let (head, body) = inner.top(2)
    frame.put(scene.say(state), x: head.x, y: head.y, style: .quiet, width: head.width)
    let (legend, grid) = body.bottom(min(jury.projects.count + 1, max(2, body.height / 2)))
    self.grid(jury, into: &frame, in: grid)
    self.legend(jury, into: &frame, in: legend)
  }

  /// Columns for a juror's name.
  private func nameWidth(_ jury: Jury, in rect: Rect) -> Int {
    min(rect.width / 2, (jury.jurors.map { Text.width($0.text) }.max() ?? 0) + 3)
  }

  private func grid(_ jury: Jury, into frame: inout Frame, in rect: Rect) {
    let name = nameWidth(jury, in: rect)
    let width = max(4, min(8, (rect.width - name) / max(1, jury.projects.count)))
    for index in jury.projects.indices {
      frame.put(
        "\(index + 1)", x: rect.x + name + index * width, y: rect.y,
        style: index == column ? Style(.accent, bold: true) : .quiet, width: width - 1,
        alignment: .centre)
    }
    let rows = max(1, rect.height - 1)
    let first = max(0, min(row - rows / 2, jury.jurors.count - rows))
    for (line, juror) in jury.jurors.dropFirst(first).prefix(rows).enumerated() {
      let y = rect.y + 1 + line
      let isRow = first + line == row
      frame.put(
        juror.text, x: rect.x, y: y, style: isRow ? Style(.strong, bold: true) : .plain,
        width: name - 1)
      for (index, project) in jury.projects.enumerated() {
        let place = Rect(x: rect.x + name + index * width, y: y, width: width - 1, height: 1)
        let isChosen = isRow && index == column
        let style: Style = isChosen ? Style(.selection, bold: true) : .plain
        if isChosen {
          frame.fill(place, style: style)
          frame.cursor = Point(x: place.x, y: y)
        }
        frame.put(
          mark(jury, juror.id, project.id), x: place.x, y: y, style: style, width: place.width,
          alignment: .centre)
      }
    }
  }

  /// In, with a conflict of interest, begun, or not begun.
  private func mark(_ jury: Jury, _ juror: CardID, _ project: CardID) -> String {
    guard let form = jury.form(of: juror, for: project) else { return "·" }
    return form.hasConflict ? "–" : jury.isIn(juror, project) ? "✓" : "…"
  }

  private func legend(_ jury: Jury, into frame: inout Frame, in rect: Rect) {
    let rows = max(1, rect.height - 1)
    let first = max(0, min(column - rows / 2, jury.projects.count - rows))
    for (line, project) in jury.projects.dropFirst(first).prefix(rows).enumerated() {
      let index = first + line
      let isChosen = index == column
      let count = jury.jurors.count { jury.isIn($0.id, project.id) }
      frame.put(
        "\(index + 1)", x: rect.x, y: rect.y + 1 + line,
        style: isChosen ? Style(.accent, bold: true) : .quiet, width: 3)
      frame.put(
        project.text, x: rect.x + 4, y: rect.y + 1 + line,
        style: isChosen ? Style(.strong, bold: true) : .plain, width: rect.width - 12)
      frame.put(
        "\(count)/\(jury.jurors.count)", x: rect.maxX - 8, y: rect.y + 1 + line, style: .quiet,
        width: 7, alignment: .right)
    }
  }
}
