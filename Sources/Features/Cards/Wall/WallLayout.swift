import Terminal
import WorkshopCore

/// Where everything of a wall stands: heads of groups, cards, and counts of the cards without room.
///
/// A value, so that a click is looked up and a step to the card at the right is found in the same places
/// that are drawn. Only what is seen is measured: a board of thousands is laid out at every key.
struct WallLayout {
  var heads: [Head] = []
  var cards: [Placed] = []
  var rests: [Rest] = []

  /// A group's title over its columns; a group without a title has none.
  struct Head {
    let group: Int
    /// The group's, empty for the unsorted cards.
    let id: String
    let title: String
    /// How many cards it has.
    let count: Int
    let place: Rect
    /// The title and all that stands beneath it.
    let area: Rect
  }

  /// A card, in the rows it was given.
  struct Placed {
    let card: Card
    let group: Int
    let place: Rect
    let isBoxed: Bool
  }

  /// How many cards of a group have no room.
  struct Rest {
    let group: Int
    let count: Int
    let place: Rect
    /// There is no row for it: it shares the title's.
    let isInHead: Bool
  }

  /// A card is not drawn narrower than this.
  static let narrowest = 24
  /// Nor much wider: a wide window gets more columns and air, not longer lines.
  static let widest = 46
  static let gap = 2

  let groups: [Group]
  let selected: CardID?
  /// Of what has no room, the end is left out and not the beginning.
  let keepsFirst: Bool

  /// - Parameters:
  ///   - selected: the card that is in sight whatever has no room; nil: one end of each group.
  ///   - keepsFirst: whether that is the beginning: where the cards have an order of merit.
  init(_ groups: [Group], in rect: Rect, selected: CardID? = nil, keepsFirst: Bool = false) {
    self.groups = groups
    self.selected = selected
    self.keepsFirst = keepsFirst
    guard !groups.isEmpty, !rect.isEmpty else { return }
    let most = max(1, (rect.width + Self.gap) / (Self.narrowest + Self.gap))
    if groups.count > most {
      stack(over: most, in: rect)
    } else {
      spread(over: most, in: rect)
    }
  }

  // MARK: Steps between places

  /// The card to go to from one, a column to the left or right: the nearest at its height.
  func beside(_ card: CardID, dx: Int) -> Placed? {
    guard let from = cards.first(where: { $0.card.id == card })?.place else { return nil }
    let others = cards.filter { dx > 0 ? $0.place.x > from.x : $0.place.x < from.x }
    return others.min {
      (abs($0.place.x - from.x), abs($0.place.y - from.y))
        < (abs($1.place.x - from.x), abs($1.place.y - from.y))
    }
  }

  /// How many columns the group of a card stands in: what is a line further down lies so many cards on.
  func across(_ card: CardID) -> Int {
    guard let group = cards.first(where: { $0.card.id == card })?.group else { return 1 }
    return Set(cards.filter { $0.group == group }.map(\.place.x)).count
  }
}

extension Group {
  /// The rows of its title over its cards.
  var headRows: Int { title.isEmpty ? 0 : 1 }
}
