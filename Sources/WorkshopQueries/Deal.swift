public import WorkshopCore

extension Deck {
  /// Draws a hand: as many cards of each category as the deal says, seeded and repeatable.
  ///
  /// Each category is shuffled by itself, so that a hand's face-down cards can be drawn when they are
  /// turned: nothing that has not been turned is ever written down, or can be seen.
  ///
  /// - Parameters:
  ///   - categories: those that are drawn; nil: all of them.
  ///   - theme: the table's theme; cards tagged for it come first, then untagged ones, then others.
  ///   - taken: cards that other tables hold; they come again only when a pile is empty.
  ///   - optional: whether categories marked optional are drawn.
  public func hand(
    _ deal: Deal, of categories: [Category]? = nil, theme: String? = nil, taken: Set<String> = [],
    optional: Bool = true, seed: UInt64
  ) -> [String] {
    (categories ?? self.categories).flatMap { category -> [String] in
      let wanted = category.optional == true && !optional ? 0 : category.count(in: deal)
      return draw(wanted, from: category, theme: theme, taken: taken, seed: seed)
    }
  }

  /// Draws so many cards of one category.
  ///
  /// - Parameter without: cards that do not come again whatever happens: those the table gives back.
  public func draw(
    _ count: Int, from category: Category, theme: String? = nil, taken: Set<String> = [],
    without: Set<String> = [], seed: UInt64
  ) -> [String] {
    guard count > 0 else { return [] }
    var random = SplitMix64(seed: seed ^ SplitMix64.mark(category.id))
    let shuffled = category.cards.shuffled(using: &random).filter { !without.contains($0.id) }
    let fresh = shuffled.filter { !taken.contains($0.id) }
    let used = shuffled.filter { taken.contains($0.id) }
    return (byFit(fresh, theme) + byFit(used, theme)).prefix(count).map(\.id)
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
