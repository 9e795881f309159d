extension Deck {
  /// Draws a hand: as many cards of each category as the deal says, seeded and repeatable.
  ///
  /// - Parameters:
  ///   - theme: the table's theme; cards tagged for it come first, then untagged ones, then others.
  ///   - taken: cards that other tables hold; they come again only when a pile is empty.
  ///   - optional: whether categories marked optional are drawn.
  public func hand(
    _ deal: Deal, theme: String? = nil, taken: Set<String> = [], optional: Bool = true, seed: UInt64
  ) -> [String] {
    var random = SplitMix64(seed: seed)
    return categories.flatMap { category -> [String] in
      let wanted = category.optional == true && !optional ? 0 : category.count(in: deal)
      guard wanted > 0 else { return [] }
      let shuffled = category.cards.shuffled(using: &random)
      let fresh = shuffled.filter { !taken.contains($0.id) }
      let used = shuffled.filter { taken.contains($0.id) }
      return (byFit(fresh, theme) + byFit(used, theme)).prefix(wanted).map(\.id)
    }
  }

  /// Cards for the theme first; the shuffled order stays within each group.
  private func byFit(_ cards: [Card], _ theme: String?) -> [Card] {
    guard let theme else { return cards }
    func fit(_ card: Card) -> Int {
      guard let themes = card.themes else { return 1 }
      return themes.contains(theme) ? 0 : 2
    }
    return (0...2).flatMap { level in cards.filter { fit($0) == level } }
  }
}

/// A small generator whose sequence is the same on every machine, so that a draw can be replayed.
///
/// After Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
