import Cards
import Languages
package import Reporting
package import Shell
package import WorkshopCore
import WorkshopQueries

extension Chapter {
  package static let nextSteps = Chapter("Actions", blocks: StepsChapter.blocks)
}

/// The next steps as a list to tick: who and by when, what they wait for, what was said of them since.
package enum StepsChapter {
  static func blocks(_ scene: Scene) -> [Report.Block] {
    [.list(scene.workshop.cards(ofSheet: Workshop.actionSheet).map { item($0, scene) })]
  }

  package static func item(
    _ step: Card, _ scene: Scene, leavingOut: Set<String> = []
  ) -> Report.Item {
    let parts = [scene.owner(of: step), step[DueText.due].map { due($0, scene) }]
    let tail = parts.compactMap { $0 }.joined(separator: ", ")
    var children: [Report.Item] = []
    func add(_ label: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      children.append(Report.Item(scene.language.labelled(label, text)))
    }
    let sheet = scene.sheet(of: scene.workshop.board(step.board))
    for field in sheet?.fields ?? [] where !said.union(leavingOut).contains(field.id) {
      if field.id == "status", step["status"] == "todo" || step["status"] == "done" { continue }
      add(scene.say(field.label), step[field.id].map { Form.display($0, of: field, scene) })
    }
    let reviewed = scene.workshop.plan.sessions.filter { step.has($0.id, in: Workshop.reviewed) }
    add(
      scene.say("Reviewed"),
      reviewed.map { scene.say($0.title) }.joined(separator: ", "))
    children += ReportParts.rest(scene, step)
    return Report.Item(
      step.text + (tail.isEmpty ? "" : " — " + tail), isDone: step["status"] == "done",
      children: children)
  }

  /// Fields that stand in the line itself.
  private static let said: Set<String> = [Card.text, "owner", DueText.due]

  /// A day with its year: a report is read for years.
  static func due(_ text: String, _ scene: Scene) -> String {
    Day(text).map { scene.language.day($0, from: nil) } ?? "\(text) ?"
  }
}
