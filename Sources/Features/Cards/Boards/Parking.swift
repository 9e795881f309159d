package import Languages
import Shell
import Terminal
package import WorkshopCore

/// A card that is kept for later, and what has become of it.
///
/// The three fields are those of the sheet `parking`, which a workshop may replace by its own.
package enum Parking {
  package static let owner = "owner"
  package static let answer = "answer"
  /// What becomes of it: one of `Fate`.
  package static let outcome = "outcome"

  /// What can become of something that was kept for later.
  package enum Fate: String, CaseIterable, Sendable {
    case answered, action, later, dropped

    package var phrase: Phrase {
      switch self {
      case .answered: "Answered"
      case .action: "Becomes an action"
      case .later: "Kept for next time"
      case .dropped: "Let go"
      }
    }

    /// Whether somebody must take it home.
    package var wantsOwner: Bool { self == .action || self == .later }
  }

  package static func fate(of card: Card) -> Fate? {
    card[outcome].flatMap { Fate(rawValue: $0) } ?? (card[answer] == nil ? nil : .answered)
  }

  /// Whether it still has to be spoken of.
  package static func isOpen(_ card: Card) -> Bool {
    guard let fate = fate(of: card) else { return true }
    return fate.wantsOwner && card[owner] == nil
  }
}

extension Scene {
  /// What was kept for later, on whatever board for it.
  package var parked: [Card] {
    workshop.boards.filter(isParking).flatMap { workshop.cards(on: $0.id) }
  }

  /// Whether a board is for what is kept for later.
  func isParking(_ board: Board) -> Bool {
    board.id == Workshop.parking || board.sheet == Workshop.parking
  }

  /// What is open, and how many of it nobody has taken.
  package var parkedOpen: (all: [Card], withoutOwner: Int) {
    let open = parked.filter(Parking.isOpen)
    return (open, open.count { $0[Parking.owner] == nil })
  }
}
