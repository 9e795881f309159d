import Terminal
import Workshop

/// The projects on the stage, by what was decided of them, with the themes nobody explored.
enum ProjectsView {
  /// What `viewShown` calls it, in an activity of whatever kind.
  static let name = "projects"

  static func isShown(_ scene: Scene) -> Bool { scene.shows(name) }

  static func draw(_ title: String, _ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let body = StageView.head(title, scene, into: &frame, in: rect)
    let groups = groups(scene)
    guard !groups.isEmpty else {
      frame.put(
        scene.say("The projects will stand here"), x: body.x + 2, y: body.y, style: .quiet,
        width: body.width - 2)
      return
    }
    Wall.draw(groups, counts: true, into: &frame, in: body)
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
        capital(scene.say("go, wave \(wave)")), projects.filter { $0.1?.wave == wave }.map(\.0))
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

/// One decision, large: what it is about, what becomes of it, why.
enum DecisionView {
  static func draw(
    _ decision: Decision, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let name =
      scene.workshop.card(decision.project)?.text ?? scene.title(ofTheme: decision.theme) ?? ""
    let width = min(rect.width - 4, 84)
    let place = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y, width: width, height: rect.height)
    let said = decision.text
    let reason = scene.reason(of: decision)
    let foot = footing(decision, scene)
    let texts = [name, said, reason, foot]
    let rows = texts.map { $0.isEmpty ? 0 : min(4, Text.wrap($0, to: width).count) }
    let total = rows.reduce(0, +) + 2 + rows.count
    var y = place.y + max(0, (place.height - total) / 2)
    func put(_ text: String, _ style: Style, _ rows: Int, after gap: Int = 1) {
      guard !text.isEmpty, y < place.maxY else { return }
      let room = Rect(x: place.x, y: y, width: width, height: min(rows, place.maxY - y))
      y += frame.paragraph(text, in: room, style: style, alignment: .centre) + gap
    }
    put(name, Style(.strong, bold: true), rows[0])
    put(
      scene.standing(decision).uppercased(), Style(ink(decision), bold: true), 2, after: 2)
    put(reason, .plain, rows[2])
    if said != scene.language.labelled(name, decision.status.map { scene.say($0.phrase) } ?? "") {
      put(said, .plain, rows[1])
    }
    put(foot, .quiet, rows[3])
  }

  private static func ink(_ decision: Decision) -> Ink {
    switch decision.status {
    case .dropped, .onHold, .paused: .warning
    default: decision.isExplored == false ? .warning : .accent
    }
  }

  /// Who decided, when, and whether that follows the vote.
  private static func footing(_ decision: Decision, _ scene: Scene) -> String {
    let vote: Phrase? =
      switch decision.vote {
      case "followed": "as the vote had it"
      case "departed": "other than the vote had it"
      default: nil
      }
    return [
      decision.deciders, scene.language.day(decision.day, from: scene.today),
      vote.map { scene.say($0) },
    ].compactMap { $0 }.joined(separator: " · ")
  }
}
