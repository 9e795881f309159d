import Workshop

/// Options that say the same in other words: together they might win, apart they lose.
enum Twins {
  struct Pair: Equatable, Sendable {
    let first: Card
    let second: Card
  }

  /// Likely pairs among what would be voted on, in the order of the list.
  static func pairs(_ scene: Scene) -> [Pair] {
    guard let activity = scene.current else { return [] }
    let cards = scene.voteOptions(activity).compactMap(scene.workshop.card)
    return cards.indices.flatMap { a in
      cards.indices.dropFirst(a + 1).filter {
        Likeness.alike(cards[a].text, cards[$0].text) != nil
      }.map { Pair(first: cards[a], second: cards[$0]) }
    }
  }
}

extension Scene {
  /// What a vote of an activity is on: the cards of its board.
  func voteOptions(_ activity: Activity) -> [String] {
    guard let board = board(of: activity) else { return [] }
    return workshop.cards(on: board.id).map(\.id)
  }
}
