import Workshop

/// Options that say the same in other words: together they might win, apart they lose.
enum Twins {
  /// The field of a card that went into another.
  static let into = "into"

  struct Pair: Equatable, Sendable {
    let first: Card
    let second: Card
  }

  /// Likely pairs among what would be voted on, in the order of the list.
  static func pairs(_ scene: Scene) -> [Pair] {
    guard let activity = scene.current else { return [] }
    let cards = scene.voteOptions(activity).compactMap(scene.workshop.card)
    let words = cards.map { Likeness.words($0.text) }
    return cards.indices.flatMap { a in
      cards.indices.dropFirst(a + 1).filter { Likeness.share(words[a], words[$0]) >= 0.6 }
        .map { Pair(first: cards[a], second: cards[$0]) }
    }
  }
}

extension Scene {
  /// What a vote of an activity is on: the cards of its board that went into no other.
  func voteOptions(_ activity: Activity) -> [String] {
    guard let board = board(of: activity) else { return [] }
    return workshop.cards(on: board.id).filter { ($0[Twins.into] ?? "").isEmpty }.map(\.id)
  }
}
