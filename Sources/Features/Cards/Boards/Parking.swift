package import Languages
import Shell
package import WorkshopCore
package import WorkshopQueries

extension Parking.Fate {
  package var phrase: Phrase {
    switch self {
    case .answered: "Answered"
    case .action: "Becomes an action"
    case .later: "Kept for next time"
    case .dropped: "Dropped##a question"
    }
  }
}

extension Scene {
  /// What was kept for later, on whatever board for it.
  package var parked: [Card] { workshop.parked }

  /// What is open, and how many of it nobody has taken.
  package var parkedOpen: (all: [Card], withoutOwner: Int) {
    let open = parked.filter(Parking.isOpen)
    return (open, open.count { $0[Parking.owner] == nil })
  }
}
