import Assets
import Cards
import Languages
package import Reporting
package import Shell
package import WorkshopCore
import WorkshopQueries

extension Chapter {
  package static let decisions = Chapter("Decisions", blocks: DecisionsChapter.blocks)
}

/// Every decision in the order in which it was taken: what, about whom, why, by whom.
package enum DecisionsChapter {
  static func blocks(_ scene: Scene) -> [Report.Block] {
    [.list(scene.workshop.decisions.map { item($0, scene) })]
  }

  package static func item(_ decision: Decision, _ scene: Scene) -> Report.Item {
    let about =
      scene.workshop.card(decision.project)?.text ?? scene.title(ofTheme: decision.theme)
    let marks = [
      scene.language.day(decision.day, from: nil),
      about.map { scene.language.labelled($0, scene.standing(decision)) },
    ].compactMap { $0 }
    guard let card = scene.workshop.card(decision.id) else { return Report.Item(decision.text) }
    var children: [Report.Item] = []
    func add(_ label: Phrase, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      children.append(Report.Item(scene.language.labelled(scene.say(label), text)))
    }
    add("Reason", scene.reason(of: decision))
    add("Decided by", decision.deciders)
    add("The vote", vote(decision, scene))
    add("The jury", jury(decision, scene))
    add("Reopened when", card[Decision.reopening])
    add("What follows", card[Decision.consequences])
    if !decision.missing.isEmpty {
      let missing = decision.missing.map { scene.say($0.phrase) }.joined(separator: ", ")
      add("Does not count yet, missing", missing)
    }
    children += ReportParts.rest(scene, card)
    return Report.Item(
      "\(decision.text) (\(marks.joined(separator: ", ")))", children: children)
  }

  /// What the jury recommended, beside the decision that stands.
  private static func jury(_ decision: Decision, _ scene: Scene) -> String? {
    guard let project = decision.project,
      scene.workshop.standing(of: project)?.id == decision.id
    else { return nil }
    return JuryWords.verdict(on: project, scene)
  }

  /// What somebody confirmed of the vote.
  private static func vote(_ decision: Decision, _ scene: Scene) -> String? {
    let field = scene.content.sheets[Decision.sheet]?.fields.first { $0.id == Decision.vote }
    return decision.vote.map { vote in field.map { Form.display(vote, of: $0, scene) } ?? vote }
  }
}
