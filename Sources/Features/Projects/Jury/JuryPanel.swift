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
      Binding(.left, .backTab, do: Self.move("previous-judged", "Project before", dx: -1)),
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
