/// A card's place in an order that several people make at once: a text that sorts.
///
/// Between any two there is always room for a third, so that moving a card changes that card alone and
/// two people who move different cards at the same time both have their way. Digits are 0–9 and a–z; a
/// rank never ends in 0, as nothing would fit before it.
public enum Rank {
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let values = Dictionary(
    uniqueKeysWithValues: digits.enumerated().map { ($1, $0) })

  /// Whether a text is a rank: people can write anything into a field.
  static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 1_000 && !text.hasSuffix("0")
      && text.utf8.allSatisfy { values[$0] != nil }
  }

  /// A rank after one (nil: the beginning) and before another (nil: the end); nil when the first does
  /// not stand before the second.
  public static func between(_ low: String?, _ high: String?) -> String? {
    if let low, let high, low >= high { return nil }
    let a = Array((low ?? "").utf8).map { values[$0] ?? 0 }
    var b: [Int]? = high.map { Array($0.utf8).map { values[$0] ?? 0 } }
    var rank: [UInt8] = []
    while true {
      let index = rank.count
      let least = index < a.count ? a[index] : 0
      let most = b.map { index < $0.count ? $0[index] : digits.count } ?? digits.count
      let middle = (least + most) / 2
      if middle > least {
        return String(decoding: rank + [digits[middle]], as: UTF8.self)
      }
      rank.append(digits[least])
      // One digit less than the upper end: what follows is free.
      if least < most { b = nil }
    }
  }
}

extension Workshop {
  /// A board's cards as people put them in order; those that nobody moved come last, as they came.
  public func ordered(on board: BoardID) -> [Card] {
    cards(on: board).map { (rank(of: $0), $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  /// The ranks that put a card at a place of its board's order, counted from 0; empty when it lies
  /// there already.
  ///
  /// One card's, or everybody's anew in the rare case that its neighbours stand at the same place.
  public func ranks(moving card: CardID, to index: Int) -> [CardID: String] {
    guard let moved = cards[card] else { return [:] }
    let all = ordered(on: moved.board)
    var others = all.filter { $0.id != card }
    let index = min(max(0, index), others.count)
    guard all.firstIndex(where: { $0.id == card }) != index else { return [:] }
    let before = index > 0 ? rank(of: others[index - 1]) : nil
    let after = index < others.count ? rank(of: others[index]) : nil
    if let rank = Rank.between(before, after) { return [card: rank] }
    others.insert(moved, at: index)
    var ranks: [CardID: String] = [:]
    var last: String?
    for other in others {
      last = Rank.between(last, nil)
      ranks[other.id] = last
    }
    return ranks
  }

  /// Where a card stands; one that nobody moved has a rank by when it was added.
  private func rank(of card: Card) -> String {
    if let rank = card[Card.rank], Rank.isValid(rank) { return rank }
    let added = card.added.description.filter { $0 != "-" }
    let id = card.id.filter { Rank.isValid("\($0)1") }
    return "z\(added)\(id)i"
  }
}
