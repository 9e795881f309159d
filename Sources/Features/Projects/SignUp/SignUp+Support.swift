import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension Action {
  /// Where somebody would go if the first choice does not start.
  static let secondChoice = Action("second-choice", "Note somebody's second choice") { scene in
    others("Whose second choice?", scene) { person, project, scene in
      guard person[Team.primary] != project.id else {
        return .refused("\(project.text) is the first choice already")
      }
      return .event(
        .fieldSet(
          card: person.id, field: Team.second, value: project.id,
          over: person.values[Team.second]?.entry),
        notice: "\(person.text): \(project.text) as second choice")
    }
  }

  /// A hand lent to another project than one's own; asked again, no longer.
  static let support = Action("support", "Note who lends a hand to another project") { scene in
    others("Who lends a hand?", scene) { person, project, scene in
      guard person[Team.primary] != project.id else {
        return .refused("\(person.text) works on \(project.text) already")
      }
      let additions = project.additions(of: person.id, to: Team.supporters)
      guard additions.isEmpty else {
        return .event(
          .memberRemoved(
            card: project.id, set: Team.supporters, member: person.id, over: additions),
          notice: "\(person.text) no longer lends a hand to \(project.text)")
      }
      return .event(
        .memberAdded(card: project.id, set: Team.supporters, member: person.id),
        notice: "\(person.text) lends a hand to \(project.text)")
    }
  }

  /// A person, then a project.
  private static func others(
    _ title: Phrase, _ scene: Scene,
    choose: @escaping @Sendable (Card, Card, Scene) -> Outcome
  ) -> Outcome {
    let projects = scene.workshop.projects
    guard !projects.isEmpty else {
      return .refused("No project yet: f takes what the vote chose, a adds one")
    }
    let people = scene.workshop.people.map { person in
      Menu.Item(
        label: person.text, detail: scene.workshop.card(person[Team.primary])?.text ?? ""
      ) { scene in
        let items = projects.map { project in
          Menu.Item(label: project.text, detail: marks(person, project, scene)) { scene in
            choose(person, project, scene)
          }
        }
        return .open(Menu(title: "Which project for \(person.text)?", items: items), scene)
      }
    }
    return .open(Menu(title: title, items: people), scene)
  }

  /// What a person is to a project already.
  private static func marks(_ person: Card, _ project: Card, _ scene: Scene) -> String {
    if person[Team.primary] == project.id { return scene.say("first choice") }
    let marks: [Phrase?] = [
      person[Team.second] == project.id ? "second choice" : nil,
      project.has(person.id, in: Team.supporters) ? "lends a hand" : nil,
    ]
    return marks.compactMap { $0 }.map { scene.say($0) }.joined(separator: " · ")
  }
}
