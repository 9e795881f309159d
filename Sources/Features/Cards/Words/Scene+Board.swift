import Languages
import Shell
package import WorkshopCore

/// A column of a wall: a zone, a theme or a table, with its cards.
package struct Group: Equatable, Sendable {
  /// Nil for the cards that lie in none.
  package let id: String?
  package let title: String
  package let cards: [Card]

  package init(id: String?, title: String, cards: [Card]) {
    self.id = id
    self.title = title
    self.cards = cards
  }
}

extension Scene {
  /// A board's cards by column, unsorted ones first; only those that hold the filter's text.
  package func groups(of board: Board) -> [Group] {
    let cards = sorted(filtered(listed(on: board)), of: board)
    if let arranged = arranged(on: board) {
      let found = Set(cards.map(\.id))
      return [Group(id: nil, title: "", cards: arranged.filter { found.contains($0.id) })]
    }
    let known: [(id: String, title: String)]
    let key: (Card) -> String?
    switch board.columns {
    case .zone:
      known = zones(of: board).map { ($0.id, say($0.title)) }
      key = \.zone
    case .theme:
      known = workshop.themes.map { ($0.id, say($0.name)) }
      key = \.theme
    case .table:
      known = (1...max(1, workshop.plan.tables)).map { (String($0), say("Table \($0)")) }
      key = \.table
    }
    let byGroup = Dictionary(grouping: cards) { card in
      key(card).flatMap { id in known.contains { $0.id == id } ? id : nil }
    }
    let loose = byGroup[nil] ?? []
    let sorted = known.map { Group(id: $0.id, title: $0.title, cards: byGroup[$0.id] ?? []) }
    // An empty cluster is a place to move cards to, except while one looks for something.
    let isFixed = board.canvas != nil || journey(of: board) != nil
    let isOpen = isFixed || (board.columns == .zone && filter.isEmpty)
    let filled = isOpen ? sorted : sorted.filter { !$0.cards.isEmpty }
    guard !loose.isEmpty || filled.isEmpty else { return filled }
    return [Group(id: nil, title: filled.isEmpty ? "" : say("Not yet sorted"), cards: loose)]
      + filled
  }

  /// The column that new cards go to: the chosen one; on a canvas else the first block without a note, as a
  /// note in none would be in nobody's sight.
  package func zone(forCardsOn board: Board) -> ZoneID? {
    let known = zones(of: board).map(\.id)
    if let zone = focus.zone, known.contains(zone) { return zone }
    guard canvas(of: board) != nil else { return nil }
    let filled = Set(workshop.cards(on: board.id).compactMap(\.zone))
    return known.first { !filled.contains($0) } ?? known.first
  }

  /// A board's title with what it is about, where that says more.
  package func title(of board: Board) -> String {
    if journey(of: board) != nil { return name(ofJourney: board) }
    let title = say(board.title)
    guard let about = workshop.card(board.about)?.text, about != title else { return title }
    return title + " · " + about
  }

  /// The one line that stands large on the stage for a board.
  package func question(of board: Board?) -> String {
    if let board, let headline = headline(ofJourney: board) { return headline }
    let question = say(board?.question)
    return question.isEmpty ? say(board?.title) : question
  }

  /// The same while the room is at an activity, whose own question goes before its board's.
  package func question(of board: Board?, at activity: Activity) -> String {
    let own = board?.id == self.board(of: activity)?.id ? say(activity.question) : ""
    return own.isEmpty ? question(of: board) : own
  }

  /// The selected card, if it still lies on the board and the filter lets it through.
  package func selected(on board: Board) -> Card? {
    guard let card = workshop.card(focus.card), card.board == board.id, !card.isGone,
      workshop.top(of: card.id) == card.id, !filtered([card]).isEmpty
    else { return nil }
    return card
  }
}
