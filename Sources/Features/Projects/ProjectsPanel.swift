import Cards
import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// Every project with where it stands and what it lacks, then the themes.
package struct ProjectsPanel: Overlay {
  var selected = 0

  /// A line of the list.
  private enum Line {
    case project(Card)
    case theme(Theme)
  }

  /// What makes the first one: the vote, or a hand on the wall.
  static let none: Phrase =
    "No project yet. f takes what the vote chose; P on the ideas’ board makes one of an idea or a cluster"

  package static let open = Action("projects", "The projects: status, team, decisions") { scene in
    .open(ProjectsPanel(), scene)
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    let none: Phrase? =
      scene.workshop.projects.isEmpty ? ProjectsPanel.none : nil
    return [
      Binding(.enter, do: Self.page, hint: "open"),
      Binding(.character("d"), do: Self.decide, hint: "decide"),
      Binding(.character("e"), do: Self.sheet, hint: "sheet"),
      Binding(.character("w"), do: Self.why, hint: "why"),
      Binding(.character("f"), do: .takeChosen, hint: "from the vote"),
      Binding(.character("p"), do: Self.show, hint: "show", unless: none),
      Binding(.down, .character("j"), do: Self.move("next-project", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-project", "Up", by: -1)),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  private static func lines(_ scene: Scene) -> [Line] {
    scene.workshop.projects.map { .project($0) } + scene.workshop.themes.map { .theme($0) }
  }

  private static func chosen(_ scene: Scene) -> Line? {
    guard let panel = scene.focus.overlay as? ProjectsPanel else { return nil }
    let lines = lines(scene)
    return lines.indices.contains(panel.selected) ? lines[panel.selected] : nil
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? ProjectsPanel else { return .nothing }
      panel.selected = max(0, min(panel.selected + step, lines(scene).count - 1))
      return .replace(panel, scene)
    }
  }

  private static let page = Action("open-project", "Open the project") { scene in
    switch chosen(scene) {
    case .project(let card): .open(ProjectPage(project: card.id), scene)
    case .theme: sheet.decide(scene)
    case nil: .refused(none)
    }
  }

  private static let decide = Action("decide", "Decide what becomes of it") { scene in
    switch chosen(scene) {
    case .project(let card): Action.deciding(on: card.id, scene)
    case .theme(let theme): Action.deciding(onTheme: theme.id, scene)
    case nil: .refused(none)
    }
  }

  private static let sheet = Action("project-sheet", "Fill its sheet") { scene in
    let card: Card? =
      switch chosen(scene) {
      case .project(let card): card
      case .theme(let theme): scene.workshop.card(ofTheme: theme.id)
      case nil: nil
      }
    guard let card, let form = Form(card.id, scene) else {
      return .refused(none)
    }
    return .open(form, scene)
  }

  private static let why = Action("why", "Why it is there: from the persona to the decision") {
    scene in
    guard case .project(let card) = chosen(scene) else {
      return .refused("Choose a project first")
    }
    return .open(WhyText.page(of: card, scene), scene)
  }

  /// The stage shows the projects by status, or goes back to the activity.
  static let show = Action("show-projects", "Show the projects on the projector, or take them off")
  {
    scene in
    .toggling(ProjectsView.name, notice: "The projector shows the projects", scene)
  }

  // MARK: Drawing

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("Projects"), into: &frame, in: rect)
    let lines = Self.lines(scene)
    var (foot, list) = inner.bottom(3)
    if scene.workshop.projects.isEmpty {
      let rows = frame.paragraph(scene.say(Self.none), in: inner, style: .accent)
      list = list.top(rows + 1).rest
    }
    let first = max(0, min(selected - list.height / 2, lines.count - list.height))
    for (row, line) in lines.dropFirst(first).prefix(list.height).enumerated() {
      draw(
        line, isSelected: first + row == selected, scene, into: &frame,
        in: Rect(x: list.x, y: list.y + row, width: list.width, height: 1))
    }
    if lines.indices.contains(selected) {
      frame.paragraph(Self.remark(lines[selected], scene), in: foot.bottom(2).strip, style: .accent)
    }
  }

  private func draw(
    _ line: Line, isSelected: Bool, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let (name, status, count, isWarned) = Self.cells(line, scene)
    let style: Style =
      isSelected ? Style(.selection, bold: true) : isWarned ? .warning : .plain
    if isSelected { frame.fill(rect, style: style) }
    let statusWidth = min(48, rect.width * 19 / 40)
    frame.put(isSelected ? "▶" : " ", x: rect.x, y: rect.y, style: style)
    frame.put(
      name, x: rect.x + 2, y: rect.y, style: isSelected ? style : .plain,
      width: rect.width - statusWidth - 10)
    frame.put(
      status, x: rect.maxX - statusWidth - 6, y: rect.y, style: isSelected ? style : .quiet,
      width: statusWidth)
    frame.put(count, x: rect.maxX - 6, y: rect.y, style: style, width: 6, alignment: .right)
    if isSelected { frame.cursor = Point(x: rect.x, y: rect.y) }
  }

  private static func cells(
    _ line: Line, _ scene: Scene
  ) -> (name: String, status: String, count: String, isWarned: Bool) {
    switch line {
    case .project(let card):
      let team = scene.team(of: card)
      let isWarned = card.isAtWork(scene) && team.warnings.contains(where: \.isForTheRoom)
      return (
        card.text, scene.standing(of: card.id),
        (isWarned ? "! " : "") + "\(team.members.count)", isWarned
      )
    case .theme(let theme):
      return ("· " + scene.say(theme.name), scene.standing(ofTheme: theme.id), "", false)
    }
  }

  /// What the chosen line lacks, else why it stands where it does.
  private static func remark(_ line: Line, _ scene: Scene) -> String {
    switch line {
    case .project(let card):
      if let open = scene.workshop.decisions(about: card.id).last, !open.missing.isEmpty {
        let missing = open.missing.map { scene.say($0.phrase) }.joined(separator: ", ")
        return scene.say("The last decision does not count yet. Missing: \(missing)")
      }
      let reason = scene.workshop.standing(of: card.id).map { scene.reason(of: $0) } ?? ""
      let lacks = card.isAtWork(scene) ? scene.lacks(scene.team(of: card)) : ""
      return [lacks, reason].filter { !$0.isEmpty }.joined(separator: "\n")
    case .theme(let theme):
      return scene.workshop.decision(onTheme: theme.id).map { scene.reason(of: $0) } ?? ""
    }
  }
}

extension Card {
  /// Whether anybody still works on a project, so that what its team lacks matters.
  func isAtWork(_ scene: Scene) -> Bool { scene.workshop.isAtWork(id) }
}
