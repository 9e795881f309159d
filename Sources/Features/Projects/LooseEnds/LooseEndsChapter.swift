import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What nobody has brought to its end; nothing before anything was held.
  package static let looseEnds = Chapter("What remains open") { scene in
    guard !scene.workshop.openings.isEmpty else { return [] }
    return [.list(scene.looseEnds.map { Report.Item(LooseEndText.line($0, scene)) })]
  }
}
