import Languages
package import Shell
import Terminal
package import WorkshopCore

/// What a wall shows of a board, and what its keys reach.
extension Scene {
  /// Part of the texts that are shown: the one that is being typed, else the one that was.
  package var filter: String { focus.overlay?.filter ?? focus.filter }

  /// The cards of a board that the filter lets through, by their text or by one of those beneath them:
  /// those with a word that begins so, and where there is none those that hold it anywhere.
  package func filtered(_ cards: [Card]) -> [Card] {
    guard !filter.isEmpty, !cards.isEmpty else { return cards }
    let own = Fold.holdings(of: filter, in: cards.lazy.map(\.text))
    let all = zip(cards, own).map { card, own in
      guard card.isMerged, own != .atWordStart else { return own }
      let below = workshop.merged(into: card.id).map(\.text)
      return max(own, Fold.holdings(of: filter, in: below).max() ?? .nowhere)
    }
    let best = all.max() ?? .nowhere
    return best == .nowhere ? [] : zip(cards, all).filter { $0.1 == best }.map { $0.0 }
  }

  /// Cards in the order of their board; equals in the order in which they came.
  func sorted(_ cards: [Card], of board: Board) -> [Card] {
    switch board.sort {
    // What people order by hand is drawn as a list of its own.
    case .oldest, .order: return cards
    case .newest: return cards.reversed()
    case .voices:
      return cards.enumerated().sorted {
        ($1.element.voices, $0.offset) < ($0.element.voices, $1.offset)
      }.map(\.element)
    case .text:
      let keyed = cards.enumerated().map { (key: Fold.plain($0.element.text), place: $0.offset) }
      return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map { cards[$0.place] }
    }
  }

  /// The cards that came in the last few seconds, newest first: the wall shows them.
  package var fresh: [CardID] {
    // From the end, without a look at all the others.
    workshop.order.lazy.reversed().prefix { id in
      let age = now.milliseconds - (workshop.cards[id]?.added.milliseconds ?? 0)
      return age < Self.freshness
    }.map { $0 }
  }

  /// How long a card is new, in milliseconds: time to look up and find it.
  private static let freshness: Int64 = 6000

  /// What a key at a board acts on: the marked cards in the order of the wall, else the selected one.
  package func chosen(on board: Board) -> [Card] {
    let marked = focus.marked.isEmpty ? [] : marked(on: board)
    return marked.isEmpty ? [selected(on: board)].compactMap { $0 } : marked
  }

  /// The marked cards that lie on a board, filter or not; one that somebody has put beneath another since
  /// is that one now.
  package func marked(on board: Board) -> [Card] {
    let marked = Set(focus.marked.map { workshop.top(of: $0) })
    return sorted(listed(on: board).filter { marked.contains($0.id) }, of: board)
  }

  /// Whether a board is a wall on which nothing stands yet.
  package func isEmptyWall(_ board: Board?) -> Bool {
    guard let board else { return true }
    return canvas(of: board) == nil && journey(of: board) == nil && matrix(of: board) == nil
      && !board.isClosed && atHand(on: board).isEmpty
  }

  /// A board's cards in the order in which its wall is read.
  package func walk(of board: Board) -> [Card] { groups(of: board).flatMap(\.cards) }
}
