import Assets
import Languages
import Shell
package import WorkshopCore

/// A card on a table in the persona game.
struct DrawnCard: Equatable, Sendable {
  /// The deck's.
  let id: String
  /// Its category's id and label, in the reader's language.
  let category: String
  let label: String
  let text: String
  /// It lies face down until the facilitator turns it for all tables at once.
  let isTwist: Bool
  /// Even the express deal has one of its category.
  let isCore: Bool
  /// How many cards of the category lie before it.
  let index: Int
}

/// One turn of the draw: every table gets its card of a category.
struct DealRound: Equatable, Sendable {
  let category: String
  let index: Int
}

extension Scene {
  /// The activity's personas by table.
  package func personas(_ activity: Activity) -> [Card] {
    guard let board = board(of: activity) else { return [] }
    return workshop.cards(on: board.id).sorted {
      (Int($0.table ?? "") ?? .max) < (Int($1.table ?? "") ?? .max)
    }
  }

  /// The personas that the room sees: those that were dealt cards or of whom something is told.
  ///
  /// A note typed while the game goes on lies on the same board; it is nobody's persona.
  func shownPersonas(_ activity: Activity) -> [Card] {
    let fields = sheet(of: board(of: activity))?.fields.map(\.id) ?? []
    let own = Set(fields).subtracting([Card.text, Card.table, Card.theme, Card.author, Card.zone])
    return personas(activity).filter { card in
      card["drawn"] != nil || own.contains { card[$0]?.isEmpty == false }
    }
  }

  /// The personas that the game dealt cards to.
  func dealt(_ activity: Activity) -> [Card] { personas(activity).filter { $0["drawn"] != nil } }

  func deck(_ activity: Activity) -> Deck? { content.decks[activity.deck ?? "persona"] }

  /// The cards a persona was drawn from, the twist last once it was turned.
  func drawn(_ persona: Card) -> [DrawnCard] {
    var counts: [String: Int] = [:]
    return (persona["drawn"] ?? "").split(separator: " ").compactMap { id in
      for deck in content.decks.values {
        guard let found = deck.card(String(id)) else { continue }
        let category = found.category
        defer { counts[category.id, default: 0] += 1 }
        return DrawnCard(
          id: String(id), category: category.id, label: say(category.label),
          text: say(found.card.text), isTwist: category.faceDown == true,
          isCore: category.express > 0,
          index: counts[category.id] ?? 0)
      }
      return nil
    }
  }

  /// The turns of the draw, in the deck's order: one for each card that any table holds from the start.
  func dealRounds(_ activity: Activity) -> [DealRound] {
    let cards = dealt(activity).flatMap { drawn($0) }.filter { !$0.isTwist }
    let order = (deck(activity)?.categories ?? []).map(\.id)
    var seen: Set<String> = []
    let others = cards.map(\.category).filter { !order.contains($0) && seen.insert($0).inserted }
    return (order + others).flatMap { category -> [DealRound] in
      let most = cards.filter { $0.category == category }.map(\.index).max() ?? -1
      return (0..<(most + 1)).map { DealRound(category: category, index: $0) }
    }
  }

  /// A persona's name, else its table's.
  func name(of persona: Card) -> String {
    persona.text.isEmpty ? say("Table \(persona.table ?? "?")") : persona.text
  }
}
