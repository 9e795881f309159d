package import WorkshopCore
import WorkshopQueries

/// What cards are where others come from them: facts, pains, personas.
extension Scene {
  /// What a card that another one comes from says: a persona's name, what hurts, a fact.
  package func source(_ card: CardID) -> String { pain(of: card) ?? card }

  /// What a card says hurts: its own text, or the pain point of a step that was filled in as a whole.
  package func pain(of card: CardID) -> String? {
    guard let card = workshop.card(card) else { return nil }
    let isWhole = card.zone == Self.irritant || JourneyMap.row(of: card) == .pain
    return isWhole ? card.text : card[JourneyMap.Row.pain.rawValue] ?? card.text
  }

  /// The zone of facts in which what annoys people is noted.
  package static var irritant: ZoneID { "irritant" }

  /// A persona that nobody has shown to exist yet: an invented figure must say so.
  ///
  /// Personas made of prejudice alone can do harm
  /// (https://atelier-numerique.notion.site/Les-personae-b2592fd94b4f4ae6aa5b49226e8308c9).
  package func isHypothesis(_ card: Card) -> Bool {
    workshop.board(card.board)?.sheet == "persona" && card["evidence"] == nil
  }

  /// What was made of a pain: challenges and ideas.
  package func answers(to pain: CardID) -> [Card] {
    workshop.order.compactMap(workshop.card).filter { !$0.isGone && $0.links.contains(pain) }
  }
}
