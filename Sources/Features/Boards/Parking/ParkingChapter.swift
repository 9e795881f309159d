import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What was kept for later, with what became of it.
  package static let parking = Chapter("Parking lot") { scene in
    [.list(scene.parked.map { item($0, scene) })]
  }

  /// Who takes it, what became of it, its answer.
  private static func item(_ card: Card, _ scene: Scene) -> Report.Item {
    let outcome = Parking.fate(of: card)
    let parts = [
      outcome.map { scene.say($0.phrase) } ?? scene.say("Waiting"),
      scene.owner(of: card) ?? (Parking.isOpen(card) ? scene.say("nobody yet") : nil),
    ].compactMap { $0 }
    let raised = card[Card.from].map {
      Report.Item(scene.language.labelled(scene.say("Raised by"), $0))
    }
    let answer = card[Parking.answer].map { Report.Item($0) }
    return Report.Item(
      card.text + " — " + parts.joined(separator: ", "),
      isDone: !Parking.isOpen(card),
      children: [raised, answer].compactMap { $0 } + ReportParts.merged(scene, card))
  }
}
