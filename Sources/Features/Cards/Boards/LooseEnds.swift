import Assets
package import Languages
package import Shell
import WorkshopCore
package import WorkshopQueries

extension Scene {
  /// Everything that is still open, as whoever sits here sees it.
  package var looseEnds: [LooseEnd] { workshop.looseEnds(now: now, sheets: content.sheets) }

  /// Whether the room is at the last activity of its session: what comes after it is another day.
  package var endsSession: Bool {
    guard let current, let session = workshop.plan.session(of: current.id) else { return false }
    return session.activities.last { !$0.isDropped }?.id == current.id
  }

  /// How much is open and which key lists it, for what asks before a day ends; nil where nothing is.
  package var looseEndsCount: Phrase? {
    let count = looseEnds.count
    return switch count {
    case 0: nil
    case 1: "One loose end, Alt-l shows it"
    default: "\(count) loose ends, Alt-l lists them"
    }
  }
}

extension DeskRow {
  /// What is still open before the day ends.
  package static func looseEnds(_ scene: Scene) -> DeskRow {
    .init("Left open", scene.endsSession ? scene.looseEndsCount.map(scene.say) ?? "" : "")
  }
}
