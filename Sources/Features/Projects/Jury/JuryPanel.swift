import Languages
import Shell
import Terminal
import WorkshopCore

/// Who has judged what: jurors down, projects across. Enter opens a form; what the others wrote is not
/// in sight while the forms are sealed.
struct JuryPanel: Overlay {
  let board: BoardID
  var row = 0
  var column = 0

  static let open = Action("jury-forms", "Fill in a juror's form") { scene in
    guard let board = scene.juryBoard, let jury = scene.jury(on: board) else {
      return .refused("The plan has no board for a jury's forms")
    }
    guard !jury.projects.isEmpty else { return .refused("There is no project to judge yet") }
    guard !jury.jurors.isEmpty else {
      return .refused("Nobody is on the jury yet: a person's role says so")
    }
    return .open(JuryPanel(board: board.id), scene)
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.fill, hint: "fill in"),
      Binding(.down, .character("j"), do: Self.move("next-juror", "Next juror", dy: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-juror", "Juror before", dy: -1)),
      Binding(.right, .tab, do: Self.move("next-judged", "Next project", dx: 1), hint: "project"),
      Binding(.left, .backTab, do: Self.move("previous-judged", "Previous project", dx: -1)),
      Binding(.character("n"), do: Self.missing, hint: "next missing"),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
    ]
  }

  private static func current(_ scene: Scene) -> (panel: JuryPanel, jury: Jury)? {
    guard let panel = scene.focus.overlay as? JuryPanel,
      let board = scene.workshop.board(panel.board),
      let jury = scene.jury(on: board), !jury.jurors.isEmpty, !jury.projects.isEmpty
    else { return nil }
    return (panel, jury)
  }

  private static let fill = Action("fill-form", "Fill in this form") { scene in
    guard let (panel, jury) = current(scene) else { return .close(scene) }
    let juror = jury.jurors[min(panel.row, jury.jurors.count - 1)].id
    let project = jury.projects[min(panel.column, jury.projects.count - 1)].id
    guard
      let form = Form(JuryForm(board: panel.board, juror: juror, project: project), scene)
    else { return .nothing }
    return .open(form, scene)
  }

  private static func move(
    _ id: String, _ phrase: Phrase, dx: Int = 0, dy: Int = 0
  ) -> Action {
    Action(id, phrase) { scene in
      guard case (var panel, let jury)? = current(scene) else { return .close(scene) }
      panel.row = max(0, min(panel.row + dy, jury.jurors.count - 1))
      panel.column = max(0, min(panel.column + dx, jury.projects.count - 1))
      return .replace(panel, scene)
    }
  }

  /// The next form that is not in, juror by juror, from the chosen one on.
  private static let missing = Action("next-missing", "Go to the next form that is missing") {
    scene in
    guard var (panel, jury) = current(scene) else { return .close(scene) }
    let columns = jury.projects.count
    let all = jury.expected
    let start = panel.row * columns + panel.column
    let place = (1...all).map { (start + $0) % all }.first {
      !jury.isIn(jury.jurors[$0 / columns].id, jury.projects[$0 % columns].id)
    }
    guard let place else { return .notice("Every form is in") }
    (panel.row, panel.column) = (place / columns, place % columns)
    return .replace(panel, scene)
  }
}

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
        "\(count)/\(jury.jurors.count)", x: rect.maxX - 8, y: rect.y + 1 + line,
        style: .quiet,
        width: 7, alignment: .right)
    }
  }
}
