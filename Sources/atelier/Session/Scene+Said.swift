import Workshop

extension Scene {
  /// The cards on the line's board that say nearly what is being typed, the likeliest first.
  ///
  /// Not asked for while a card is edited, nor by a single word: too much is alike then.
  var alreadySaid: [Card] {
    guard focus.editing == nil, let board = lineBoard else { return [] }
    let wanted = Likeness.words(CardLine(focus.line.text, on: board, self).text)
    guard wanted.count >= 2 else { return [] }
    let alike = workshop.cards(on: board.id).compactMap { card -> (card: Card, share: Double)? in
      let share = Likeness.share(wanted, Likeness.words(card.text))
      return share >= Self.nearly ? (card, share) : nil
    }
    // What stands first on the board is the one that was said first.
    let sorted = alike.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }
    return sorted.prefix(Self.mostSaid).map(\.element.card)
  }

  private static let nearly = 0.6
  /// More would be a list to read; whoever types has no eye free for one.
  static let mostSaid = 3
}
