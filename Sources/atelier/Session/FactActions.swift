import Terminal
import Workshop

/// What the talks left behind, to look up while ideas are found.
extension Action {
  static let facts = Action("facts", "Facts and questions at hand") { scene in
    let theme = scene.themeAtHand
    let rows = FactsAtHand.rows(theme: theme, scene)
    guard !rows.isEmpty else { return .refused("No fact or question was noted yet") }
    let title: Phrase =
      theme.flatMap { scene.title(ofTheme: $0) }.map { "Facts at hand: \($0)" }
      ?? "Facts at hand"
    return .open(.page(Page(title: title, lines: rows)), scene)
  }
}

extension Scene {
  /// The theme that is worked on here: the turn's, the table's this terminal writes for, or none.
  var themeAtHand: String? {
    if let theme = current.flatMap(turn(of:))?.theme { return theme }
    guard let table = focus.table.flatMap({ Int($0) }) else { return nil }
    return workshop.seating(of: workshop.guests(at: session)).themes[table]
  }
}

/// Facts, questions, insights and irritants as a page: those of a theme first, by zone.
enum FactsAtHand {
  static func rows(theme: String?, _ scene: Scene) -> [Page.Row] {
    let boards = scene.workshop.boards.filter { $0.sheet == "fact" }
    let own =
      theme.map { theme in
        boards.flatMap { section($0, scene) { $0.theme == theme } }
      } ?? []
    let others = boards.flatMap {
      section($0, scene, says: true) { $0.theme != theme || theme == nil }
    }
    guard !own.isEmpty, !others.isEmpty else { return own + others }
    return own + [
      Page.Row(text: " "), Page.Row(text: scene.say("Other themes").uppercased(), isHeading: true),
    ]
      + others
  }

  /// A board's cards by zone, under the zone's title with how many there are.
  private static func section(
    _ board: Board, _ scene: Scene, says theme: Bool = false, _ isWanted: (Card) -> Bool
  ) -> [Page.Row] {
    let cards = scene.workshop.cards(on: board.id).filter(isWanted)
    let zones = scene.zones(of: board)
    let groups = zones.map { zone in (scene.say(zone.title), cards.filter { $0.zone == zone.id }) }
    let loose = cards.filter { card in !zones.contains { $0.id == card.zone } }
    let rest = zones.isEmpty ? scene.say(board.title) : scene.say("Not yet sorted")
    let all = groups + [(rest, loose)]
    return all.filter { !$0.1.isEmpty }.flatMap { title, cards in
      [Page.Row(text: " "), Page.Row(text: "\(title) · \(cards.count)", isHeading: true)]
        + cards.map { card in
          Page.Row(term: "·", text: text(card, says: theme, scene))
        }
    }
  }

  /// A card with who said it, of which theme, and what follows from it.
  private static func text(_ card: Card, says theme: Bool, _ scene: Scene) -> String {
    let marks = [
      card["speaker"] ?? card.author, theme ? scene.title(ofTheme: card.theme) : nil,
    ].compactMap { $0 }
    let said = Wall.label(card) + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
    return card["so-what"].map { said + " → " + $0 } ?? said
  }
}
