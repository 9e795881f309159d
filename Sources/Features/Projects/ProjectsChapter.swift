import Cards
import Languages
package import Reporting
package import Shell
package import WorkshopCore
import WorkshopQueries

extension Chapter {
  package static let projects = Chapter("Projects", blocks: ProjectsChapter.blocks)
}

/// The projects: where each stands, then one by one its sheet, its team and why it is there.
package enum ProjectsChapter {
  static func blocks(_ scene: Scene) -> [Report.Block] {
    let projects = scene.workshop.projects
    guard !projects.isEmpty else { return [] }
    return [table(projects, scene)] + projects.flatMap { part($0, scene) }
  }

  private static func table(_ projects: [Card], _ scene: Scene) -> Report.Block {
    let rows = projects.map { project -> [String] in
      let decision = scene.workshop.standing(of: project.id)
      return [
        project.text, scene.standing(of: project.id),
        String(scene.team(of: project).members.count),
        decision.map { scene.language.day($0.day, from: nil) } ?? "",
        decision.map { scene.reason(of: $0) } ?? "",
      ]
    }
    let header: [Phrase] = ["Project", "Status", "People##how many", "Decided on", "Reason"]
    return .table(
      header: header.map { scene.say($0) }, rows: rows,
      alignment: [.leading, .leading, .trailing])
  }

  /// A project's own part: what a hand-over begins with.
  package static func part(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let team = scene.team(of: project)
    let names = team.members.map { member in
      let since = team.late[member.id].map { scene.language.day($0, from: nil) }
      return since.map { "\(member.text) (\(scene.say("since \($0)")))" } ?? member.text
    }
    let gone = team.gone.compactMap { departure in
      scene.workshop.card(departure.person).map {
        "\($0.text) (\(scene.language.day(departure.day, from: nil)))"
      }
    }
    let facts: [(Phrase, String)] = [
      ("Status", scene.standing(of: project.id)),
      ("Theme", scene.title(ofTheme: project.theme) ?? ""),
      ("Comes from", ProjectText.origin(project, scene)),
      (
        "Continues",
        scene.language.clauses(
          ProjectText.parts(project, scene).map {
            scene.language.labelled($0.text, scene.standing(of: $0.id))
          })
      ),
      ("Team", names.joined(separator: ", ")),
      ("Stakeholders", Grounds.marked(project, scene)),
      ("Supporters", team.supporters.map(\.text).joined(separator: ", ")),
      ("Left##people who left", gone.joined(separator: ", ")),
      ("Warning", project.isAtWork(scene) ? scene.lacks(team) : ""),
    ]
    let head = facts.filter { !$0.1.isEmpty }.map { Report.Fact(scene.say($0.0), $0.1) }
    let sheet = ReportParts.facts(scene, project, leavingOut: [])
    let list = (head + sheet).map { Report.Item(scene.language.labelled($0.label, $0.text)) }
    let same = ReportParts.merged(scene, project)
    return [.heading(level: 2, project.text), .list(list + same)] + why(project, scene)
  }

  /// From the persona to the indicator; steps nobody linked are told in one line.
  static func why(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let steps = WhyText.steps(of: project, scene)
    let linked = steps.filter { !$0.items.isEmpty }
    guard !linked.isEmpty else { return [] }
    let items = linked.map { step in
      step.items.count == 1
        ? Report.Item(scene.language.labelled(scene.say(step.label), step.items[0].text))
        : Report.Item(scene.say(step.label), children: step.items.map { Report.Item($0.text) })
    }
    let missing = steps.filter(\.items.isEmpty).compactMap { $0.missing.map(scene.say) }
    return [
      .heading(level: 3, scene.say("Why it is there")),
      .list(items),
      .note(missing.isEmpty ? "" : scene.say("Missing: \(missing.joined(separator: " · "))")),
    ]
  }
}
