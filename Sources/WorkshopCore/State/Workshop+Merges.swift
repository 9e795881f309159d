/// Cards that say the same, put together: each names in `into` the card that it lies beneath.
///
/// Nothing of them is lost: their texts and voices stay theirs, and clearing the field brings them back.
extension Workshop {
  /// The cards beneath one, in the order in which they were said; those in the bin are left out.
  public func merged(into card: CardID) -> [Card] {
    (merges.beneath[card] ?? []).compactMap { cards[$0].flatMap { $0.isGone ? nil : $0 } }
  }

  /// The card that stands for this one on the wall: itself, unless it lies beneath another.
  public func top(of card: CardID) -> CardID { merges.tops[card] ?? card }

  /// Computes anew which card each merged card lies beneath, after an event that may have changed it.
  mutating func regroup() {
    var tops: [CardID: CardID] = [:]
    var beneath: [CardID: [Card]] = [:]
    for id in merges.links {
      let top = root(of: id)
      guard top != id, let card = cards[id] else { continue }
      tops[id] = top
      beneath[top, default: []].append(card)
    }
    for id in merges.beneath.keys where beneath[id] == nil { cards[id]?.echoes = 0 }
    for (id, below) in beneath {
      cards[id]?.echoes = below.reduce(0) { $0 + ($1.isGone ? 0 : $1.ownVoices) }
    }
    merges.tops = tops
    merges.beneath = beneath.mapValues { cards in cards.sorted(by: Self.isSaidBefore).map(\.id) }
  }

  /// Follows a card to the one on top. Where two people merged two cards into each other at the same
  /// moment, the one that was said first is on top, at every terminal alike.
  private func root(of card: CardID) -> CardID {
    var path = [card]
    while let last = cards[path[path.count - 1]], let next = last.into, cards[next] != nil {
      if let start = path.firstIndex(of: next) {
        let circle = path[start...].compactMap { cards[$0] }
        return circle.min(by: Self.isSaidBefore)?.id ?? card
      }
      path.append(next)
    }
    return path[path.count - 1]
  }

  private static func isSaidBefore(_ a: Card, _ b: Card) -> Bool {
    a.added == b.added ? a.id < b.id : a.added < b.added
  }
}

/// Which cards were merged into which, from the field `into` of each.
struct Merges: Equatable, Sendable {
  /// The cards whose `into` is filled.
  var links: Set<CardID> = []
  /// The card on top of each that lies beneath one.
  var tops: [CardID: CardID] = [:]
  var beneath: [CardID: [CardID]] = [:]
}
