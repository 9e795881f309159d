import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

extension Action {
  /// The chosen card, or the cluster it lies in, becomes a project that remembers what it was made of.
  package static let makeProject = Action("make-project", "Make a project of this idea or cluster")
  {
    scene in
    guard let board = scene.board else { return .nothing }
    guard let target = scene.workshop.board(ofSheet: Workshop.projectSheet) else {
      return .refused("This workshop has no board for projects")
    }
    guard target.id != board.id else { return .refused("This is a project already") }
    let card = scene.selected(on: board)
    let zone = scene.zones(of: board).first { $0.id == card?.zone ?? scene.focus.zone }
    let inCluster = zone.map { zone in
      scene.workshop.cards(on: board.id).filter { $0.zone == zone.id }
    }
    guard let zone, let inCluster, board.canvas == nil, !inCluster.isEmpty else {
      guard let card else { return .refused("Choose a card first") }
      return name(card.text, from: card.id, theme: card.theme, scene)
    }
    let title = scene.say(zone.title)
    let themes = Set(inCluster.compactMap(\.theme))
    let cluster = Menu.Item(
      label: title, detail: scene.say("the cluster, \(inCluster.count) cards")
    ) { scene in
      name(title, from: zone.id, theme: themes.count == 1 ? themes.first : nil, scene)
    }
    let idea = card.map { card in
      Menu.Item(label: card.text, detail: scene.say("this card alone")) { scene in
        name(card.text, from: card.id, theme: card.theme, scene)
      }
    }
    return .open(
      Menu(title: "A project of what?", items: [idea, cluster].compactMap { $0 }), scene)
  }

  /// Asks for the project's name: an idea's words are seldom one.
  private static func name(
    _ text: String, from origin: String, theme: String?, _ scene: Scene
  ) -> Outcome {
    Reopening.newProject.opened(
      of: ["origin": origin], with: ["name": text, "theme": theme], scene)
  }
}

extension Reopening {
  /// The name of a project that an idea or a cluster becomes.
  static let newProject = Reopening("make-project") { details, scene in
    guard let origin = details["origin"] else { return nil }
    return Prompt(
      title: "A new project", help: "A name that people remember at once",
      line: Line(details["name"] ?? "")
    ) { text, scene in
      guard let board = scene.workshop.board(ofSheet: Workshop.projectSheet) else {
        return .nothing
      }
      if let made = scene.workshop.projects.first(where: { $0[Workshop.originField] == origin }) {
        return .refused("There is a project of it already: \(made.text)")
      }
      var fields = [Workshop.originField: origin]
      fields[Card.theme] = details["theme"]
      var outcome = Outcome.event(
        .cardAdded(board: board.id, text: text, fields: fields),
        notice: "A project now; O lists the projects")
      // The wall's card stays the chosen one.
      outcome.focus = scene.focus
      return outcome
    }
  }
}
