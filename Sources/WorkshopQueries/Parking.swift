public import WorkshopCore

/// A card that is kept for later, and what has become of it.
///
/// The three fields are those of the sheet `parking`, which a workshop may replace by its own.
public enum Parking {
  public static let owner = "owner"
  public static let answer = "answer"
  /// What becomes of it: one of `Fate`.
  public static let outcome = "outcome"

  /// What can become of something that was kept for later.
  public enum Fate: String, CaseIterable, Sendable {
    case answered, action, later, dropped

    /// Whether somebody must take it home.
    public var wantsOwner: Bool { self == .action || self == .later }
  }

  public static func fate(of card: Card) -> Fate? {
    card[outcome].flatMap { Fate(rawValue: $0) } ?? (card[answer] == nil ? nil : .answered)
  }

  /// Whether it still has to be spoken of.
  public static func isOpen(_ card: Card) -> Bool {
    guard let fate = fate(of: card) else { return true }
    return fate.wantsOwner && card[owner] == nil
  }
}

extension Workshop {
  /// What was kept for later, on whatever board for it.
  public var parked: [Card] { boards.filter(isParking).flatMap { cards(on: $0.id) } }

  /// Whether a board is for what is kept for later.
  public func isParking(_ board: Board) -> Bool {
    board.id == Self.parking || board.sheet == Self.parking
  }
}
