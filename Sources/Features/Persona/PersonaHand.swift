import Assets
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A table's hand: what lies face up, what may go back for another card, what it may do without.
extension Scene {
  /// Whether a table has used its free redraw: it holds a card that it was not dealt.
  func hasRedrawn(_ persona: Card) -> Bool {
    guard let dealt = persona["dealt"]?.split(separator: " ").map(String.init) else { return false }
    let deal = Set(dealt.compactMap { id in category(ofCard: id) })
    return drawn(persona).contains { card in
      !card.isTwist && deal.contains(card.category) && !dealt.contains(card.id)
    }
  }

  private func category(ofCard id: String) -> String? {
    content.decks.values.lazy.compactMap { $0.card(id)?.category.id }.first
  }

  /// A table's cards that lie face up: those turned so far, while the draw goes on.
  func onTable(_ persona: Card, _ activity: Activity) -> [DrawnCard] {
    let view = view(of: activity)
    guard view.name == PersonaView.deal else { return drawn(persona) }
    let turned = dealRounds(activity).prefix(view.step)
    return drawn(persona).filter { card in
      card.isTwist || turned.contains { $0.category == card.category && $0.index == card.index }
    }
  }

  /// "Table 2 · Odette".
  func headline(of persona: Card) -> String {
    let table = say("Table \(persona.table ?? "?")")
    return persona.text.isEmpty ? table : "\(table) · \(persona.text)"
  }

  /// The cards that a table may give back; after its free redraw the facilitator is asked twice.
  func returnable(_ persona: Card, _ deck: Deck) -> [Menu.Item] {
    drawn(persona).filter { !$0.isTwist }.map { card in
      Menu.Item(label: card.text, detail: card.label, staysOpen: true) { scene in
        guard let persona = scene.workshop.card(persona.id) else { return .close(scene) }
        let outcome = scene.exchange(card, of: persona, deck).closing(scene)
        guard scene.hasRedrawn(persona), !outcome.isWarning else { return outcome }
        return Action.twice(
          "redraw-\(card.id)", "This table has had its free redraw; Enter again allows one more",
          scene
        ) { outcome }
      }
    }
  }

  private func exchange(_ card: DrawnCard, of persona: Card, _ deck: Deck) -> Outcome {
    guard let pile = deck.card(card.id)?.category else { return .refused("This pile is empty") }
    let others = board(of: persona).flatMap { workshop.cards(on: $0.id) } ?? []
    let taken = Set(others.flatMap { drawn($0).map(\.id) })
    let own = Set(drawn(persona).map(\.id)).union(
      (persona["dealt"] ?? "").split(separator: " ").map(String.init))
    let seed = (persona["seed"].flatMap { UInt64($0) } ?? 0) &+ UInt64(own.count)
    let fresh = deck.draw(
      1, from: pile, theme: persona.theme, taken: taken, without: own, seed: seed)
    guard let fresh = fresh.first, let found = deck.card(fresh) else {
      return .refused("This pile is empty")
    }
    return set(
      drawn(persona).map { $0.id == card.id ? fresh : $0.id }, of: persona,
      notice: "Drawn again: \(found.card.text)")
  }

  /// The categories that a table may do without or add: laid aside, or drawn now.
  func choosable(_ persona: Card, _ deck: Deck, _ activity: Activity) -> [Menu.Item] {
    let hand = drawn(persona)
    return deck.categories.filter { $0.optional == true && $0.count(in: activity.deal) > 0 }.map {
      category in
      let held = hand.filter { $0.category == category.id }.map(\.id)
      let label: Phrase =
        held.isEmpty ? "Add a card: \(category.label)" : "Do without: \(category.label)"
      return Menu.Item(label: say(label), detail: say("as the table likes")) { scene in
        guard let persona = scene.workshop.card(persona.id) else { return .nothing }
        var ids = scene.drawn(persona).map(\.id)
        guard held.isEmpty else {
          ids.removeAll { held.contains($0) }
          return scene.set(ids, of: persona, notice: "Card put back in the deck")
        }
        let others = scene.personas(activity).flatMap { scene.drawn($0).map(\.id) }
        let fresh = deck.draw(
          category.count(in: activity.deal), from: category, theme: persona.theme,
          taken: Set(others), seed: persona["seed"].flatMap { UInt64($0) } ?? 0)
        guard let first = fresh.first, let found = deck.card(first) else {
          return .refused("This pile is empty")
        }
        // The deck's order, so that the card lies where the other tables have theirs.
        let order = deck.categories.map(\.id)
        func place(_ id: String) -> Int {
          deck.card(id).flatMap { order.firstIndex(of: $0.category.id) } ?? order.count
        }
        let at = ids.firstIndex { place($0) > place(first) } ?? ids.count
        ids.insert(contentsOf: fresh, at: at)
        return scene.set(ids, of: persona, notice: "Drawn: \(found.card.text)")
      }
    }
  }

  private func board(of card: Card) -> Board? { workshop.board(card.board) }

  private func set(_ hand: [String], of persona: Card, notice: Phrase) -> Outcome {
    .event(
      .fieldSet(
        card: persona.id, field: "drawn", value: hand.joined(separator: " "),
        over: persona.values["drawn"]?.entry), notice: notice)
  }
}
