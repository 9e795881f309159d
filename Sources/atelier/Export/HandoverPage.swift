import Assets
import Cards
import Languages
import Projects
import Reporting
import Shell
import WorkshopCore
import WorkshopQueries

/// One project on one page for its team: what it promises, what was decided, what the jury says, who does
/// what by when.
enum HandoverPage {
  /// Next steps that the page has room for.
  private static let most = 10

  static func report(_ project: Card, _ scene: Scene) -> Report {
    var scene = scene
    scene.isForFile = true
    let draft = scene.workshop.drafts(of: project.id).last
    let parts: [(Phrase, [Report.Block])] = [
      ("In short", [.facts(facts(project, draft, scene))]),
      ("Draft", [.facts(tested(draft, scene))]),
      ("Decisions", decisions(project, scene)),
      ("Actions", steps(project, scene)),
      ("Jury", jury(project, scene)),
    ]
    let blocks = parts.flatMap { title, blocks -> [Report.Block] in
      let blocks = blocks.filter { !$0.isBlank }
      return blocks.isEmpty ? [] : [.heading(level: 1, scene.say(title))] + blocks
    }
    return Report(
      title: project.text, in: scene.language,
      blocks: [.note(scene.say(scene.workshop.plan.title))] + blocks)
  }

  private static func facts(_ project: Card, _ draft: Card?, _ scene: Scene) -> [Report.Fact] {
    let team = scene.workshop.people.filter { $0[SignUpView.field] == project.id }
    let names = team.map { person in
      [person.text, person[Card.organisation].map { "(\($0))" }].compactMap { $0 }
        .joined(separator: " ")
    }
    let all: [(Phrase, String)] = [
      ("Status", scene.standing(of: project.id)),
      ("Theme", scene.title(ofTheme: project.theme) ?? ""),
      ("Promise", project["promise"] ?? draft?["promise"] ?? ""),
      ("Persona", scene.workshop.card(project[Card.persona])?.text ?? ""),
      ("Team", names.joined(separator: ", ")),
      ("Budget", Grounds.budget(project, scene)),
    ]
    // Who leads a team is called as its sheet does.
    let lead = scene.content.sheets[Workshop.projectSheet]?.fields.first { $0.id == Team.lead }
    let name = scene.shown(Team.lead, of: project)
    return all.filter { !$0.1.isEmpty }.map { .init(scene.say($0.0), $0.1) }
      + (name.isEmpty ? [] : [.init(scene.say(lead?.label), name)])
  }

  /// What is tried, how it is measured, and what came of it.
  private static func tested(_ draft: Card?, _ scene: Scene) -> [Report.Fact] {
    guard let draft else { return [] }
    let told = ["in", "out", "assumption", "test", "measure", "threshold", "result"]
    let fields = scene.content.sheets[Workshop.draftSheet]?.fields ?? []
    return told.compactMap { id in
      let text = scene.shown(id, of: draft)
      guard !text.isEmpty, let field = fields.first(where: { $0.id == id }) else { return nil }
      return .init(scene.say(field.label), text)
    }
  }

  private static func decisions(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let decisions = scene.workshop.decisions(about: project.id).filter(\.counts).suffix(2)
    return [.list(decisions.map { DecisionsChapter.item($0, scene) })]
  }

  private static func steps(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let open = scene.workshop.openActions.filter { $0[Card.project] == project.id }
    let more = open.count - most
    return [
      .list(
        open.prefix(most).map { step in
          let tail = ActionText.tail(step, scene)
          return Report.Item(step.text + (tail.isEmpty ? "" : " — " + tail), isDone: false)
        }),
      .note(more > 0 ? scene.say("and \(more) more") : ""),
    ]
  }

  /// The advice that was read out.
  private static func jury(_ project: Card, _ scene: Scene) -> [Report.Block] {
    let advice = scene.workshop.cards(ofSheet: Workshop.adviceSheet, about: project.id)
      .filter { !$0.text.isEmpty && $0[Jury.audience] == Jury.readOut }
    return [.list(advice.map { Report.Item($0.text) })]
  }
}
