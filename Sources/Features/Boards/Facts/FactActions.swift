import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What is known that an idea may come from: a persona, a fact or a question, a pain point.
struct Source: Equatable, Sendable {
  let card: CardID
  let text: String
}

/// Sources of one kind, under a heading.
struct SourceGroup: Equatable, Sendable {
  let title: String
  let sources: [Source]
}

extension Action {
  /// Beside the board where the window is wide, over it where it is not.
  package static let facts = Action("facts", "Personas, facts and pain points at hand") { scene in
    guard !scene.sources.isEmpty else {
      return .refused("No persona, fact or question was noted yet")
    }
    return .focus(of: scene) {
      $0.hasFacts = true
      $0.overlays.append(FactPane())
    }
  }
}

extension Scene {
  /// The theme that is worked on here: the turn's, the table's this terminal writes for, or none.
  var themeAtHand: String? {
    if let chosen = chosenTurn(on: board) { return chosen.theme }
    if let theme = current.flatMap(turn(of:))?.theme { return theme }
    guard let table = focus.table.flatMap({ Int($0) }) else { return nil }
    return workshop.seating(of: workshop.guests(at: session)).themes[table]
  }

  /// Everything at hand: the facts of the theme that is worked on, personas, pain points of journeys, the
  /// other facts.
  var sources: [SourceGroup] {
    let theme = themeAtHand
    let boards = workshop.boards.filter { $0.sheet == "fact" }
    let own = theme == nil ? [] : boards.flatMap { facts($0, says: false) { $0.theme == theme } }
    let others = boards.flatMap { facts($0, says: true) { theme == nil || $0.theme != theme } }
    let personas = namedPersonas.map { Source(card: $0.id, text: $0.text) }
    let isFact = Set(boards.map(\.id))
    let pains = pains.filter { !isFact.contains(workshop.card($0.card)?.board ?? "") }.map {
      Source(card: $0.card, text: "! \($0.text) (\($0.place))")
    }
    let middle = [
      SourceGroup(title: say("Personas"), sources: personas),
      SourceGroup(title: say("Pain points"), sources: pains),
    ].filter { !$0.sources.isEmpty }
    return own + middle
      + others.map {
        own.isEmpty
          ? $0 : SourceGroup(title: say("Other themes") + " · " + $0.title, sources: $0.sources)
      }
  }

  /// A board's cards by zone, under the zone's title.
  private func facts(
    _ board: Board, says theme: Bool, _ isWanted: (Card) -> Bool
  ) -> [SourceGroup] {
    let cards = workshop.cards(on: board.id).filter(isWanted)
    let zones = zones(of: board)
    let groups = zones.map { zone in (say(zone.title), cards.filter { $0.zone == zone.id }) }
    let loose = cards.filter { card in !zones.contains { $0.id == card.zone } }
    let rest = zones.isEmpty ? say(board.title) : say("Not yet sorted")
    return (groups + [(rest, loose)]).filter { !$0.1.isEmpty }.map { title, cards in
      SourceGroup(
        title: title, sources: cards.map { Source(card: $0.id, text: fact($0, says: theme)) })
    }
  }

  /// A fact with who said it, of which theme, and what follows from it.
  private func fact(_ card: Card, says theme: Bool) -> String {
    let marks = [
      card["speaker"] ?? card.author, theme ? title(ofTheme: card.theme) : nil,
    ].compactMap { $0 }
    let said = Wall.label(card) + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
    return card["so-what"].map { said + " → " + $0 } ?? said
  }

  /// The card that a link is put on: the chosen one; nil while it is a line that becomes one.
  var linked: Card? { workshop.card(role == .notes ? focus.editing : focus.card) }

  /// What the card at hand comes from, its line included.
  var linksAtHand: [CardID] { linked?.links ?? focus.links }

  /// Whether two people typed over each other on the card at hand.
  package var hasRivalsAtHand: Bool { linked.map { !$0.fieldsInConflict(self).isEmpty } ?? false }

  /// Puts a source to the card at hand, or takes it away again.
  func toggling(_ source: CardID) -> Outcome {
    guard let card = linked else {
      return .focus(of: self) {
        if let at = $0.links.firstIndex(of: source) {
          $0.links.remove(at: at)
        } else {
          $0.links.append(source)
        }
      }
    }
    guard card.links.contains(source) else {
      return .event(
        .memberAdded(card: card.id, set: Card.links, member: source),
        notice: "Linked: \(card.text)")
    }
    let over = card.additions(of: source, to: Card.links)
    let event: Event =
      over.isEmpty
      ? .fieldSet(card: card.id, field: Card.from, value: "", over: card.values[Card.from]?.entry)
      : .memberRemoved(card: card.id, set: Card.links, member: source, over: over)
    return .event(event, notice: "No longer linked: \(card.text)")
  }
}
