import Languages
package import Shell
package import WorkshopCore
import WorkshopQueries

/// What speaks for a project when somebody decides: the four reasons for which services of the
/// programme this is made after were chosen.
///
/// Counted or quoted, never judged: how active the group was since the last session, who of it the
/// result matters to, the policy it serves, how it could be tested, and what it would cost.
package enum Grounds {
  /// Each with its text; empty ones are left out.
  static func facts(_ project: Card, _ scene: Scene) -> [(label: Phrase, text: String)] {
    let all: [(Phrase, String)] = [
      ("Team activity", activity(project, scene)), ("Stakeholders", stakeholders(project, scene)),
      ("Policy link", project["policy"] ?? ""), ("Quick test", project["test"] ?? ""),
      ("Budget", budget(project, scene)),
    ]
    return all.filter { !$0.1.isEmpty }
  }

  static func rows(_ project: Card, _ scene: Scene) -> [Page.Row] {
    facts(project, scene).map { Page.Row(term: scene.say($0.label), text: $0.text) }
  }

  static func line(_ project: Card, _ scene: Scene) -> String {
    facts(project, scene).map { scene.language.labelled(scene.say($0.label), $0.text) }
      .joined(separator: " · ")
  }

  /// What the group wrote and how often it met since everybody met; empty before.
  private static func activity(_ project: Card, _ scene: Scene) -> String {
    guard let (from, changes) = scene.sinceLastMet else { return "" }
    let pulses = scene.workshop.pulses(changes, since: scene.now.at(from.end))
    guard let pulse = pulses.first(where: { $0.project.id == project.id }) else { return "" }
    let title = from.session.title
    return scene.say("\(pulse.entries) entries and \(pulse.meetings) meetings since \(title)")
  }

  /// Members whom the result matters to in their post, and what the project's sheet says of them.
  private static func stakeholders(_ project: Card, _ scene: Scene) -> String {
    [marked(project, scene), project["stakeholders"] ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// The members who are marked as stakeholders, of how many; empty where nobody is.
  static func marked(_ project: Card, _ scene: Scene) -> String {
    let members = scene.team(of: project).members
    let marked = members.filter { $0[Card.stakeholder] == "yes" }.map(\.text)
    return marked.isEmpty
      ? "" : scene.say("\(marked.count) of \(members.count): \(marked.joined(separator: ", "))")
  }

  /// As this language writes it, with where it comes from.
  package static func budget(_ project: Card, _ scene: Scene) -> String {
    guard let typed = project[Workshop.budgetField] else { return "" }
    let code = scene.workshop.plan.programme?.fund.code ?? "EUR"
    let sum = Amount(typed).map {
      scene.language.money(Amount(cents: $0.cents, currency: $0.currency ?? code))
    }
    return [sum ?? typed, project["funding"] ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
