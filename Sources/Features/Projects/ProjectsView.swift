import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// The projects on the stage, by what was decided of them, with the themes nobody explored.
package enum ProjectsView {
  /// What `viewShown` calls it, in an activity of whatever kind.
  static let name = "projects"

  static func draw(_ title: String, _ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let body = StageHead.draw(title, scene, into: &frame, in: rect)
    let groups = groups(scene)
    guard !groups.isEmpty else {
      frame.put(
        scene.say("The projects will be shown here"), x: body.x + 2, y: body.y, style: .quiet,
        width: body.width - 2)
      return
    }
    Wall.draw(groups, counts: true, scene, into: &frame, in: body)
  }

  /// A column for each status there is, each wave and whatever nobody decided on.
  static func groups(_ scene: Scene) -> [Group] {
    let projects = scene.workshop.projects.map { ($0, scene.workshop.standing(of: $0.id)) }
    var groups: [Group] = []
    func add(_ title: String, _ cards: [Card]) {
      if !cards.isEmpty { groups.append(Group(id: title, title: title, cards: cards)) }
    }
    for wave in Set(projects.compactMap { $0.1?.wave }).sorted() {
      add(
        capital(scene.say("approved, wave \(wave)")),
        projects.filter { $0.1?.wave == wave }.map(\.0))
    }
    for status in [
      ProjectStatus.delivered, .defined, .potential, .onHold, .paused, .merged, .dropped,
    ] {
      add(
        capital(scene.say(status.phrase)), projects.filter { $0.1?.status == status }.map(\.0))
    }
    add(capital(scene.say("not decided yet")), projects.filter { $0.1 == nil }.map(\.0))
    let themes = scene.workshop.themes.filter {
      scene.workshop.decision(onTheme: $0.id)?.isExplored == false
    }.compactMap { scene.workshop.card(ofTheme: $0.id) }
    add(capital(scene.say("theme not explored")), themes)
    return groups
  }

  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension StageStep {
  package static let projects = StageStep.view(ProjectsView.name) { scene, frame, rect in
    ProjectsView.draw(scene.say("How far the projects are"), scene, into: &frame, in: rect)
  }
}
