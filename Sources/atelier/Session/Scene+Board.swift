import WorkshopCore

/// A column of a wall: a zone, a theme or a table, with its cards.
struct Group: Equatable, Sendable {
  /// Nil for the cards that lie in none.
  let id: String?
  let title: String
  let cards: [Card]
}

extension Scene {
  /// The board that the room's lines go to: what this terminal chose, else the current activity's.
  var board: Board? {
    if case .board(let id) = focus.place { return workshop.board(id) }
    return workshop.board(focus.board) ?? activityBoard
  }

  /// The current activity's board; for a canvas activity without one, the canvas made last.
  var activityBoard: Board? { current.flatMap(board(of:)) }

  /// Where an activity's lines go. Of several canvases or journeys, whoever writes for a table is at that
  /// table's own; everybody else is at the one made last.
  func board(of activity: Activity) -> Board? {
    guard let canvas = canvas(of: activity) else { return workshop.board(activity.board) }
    let live = workshop.boards.filter { $0.canvas == canvas }
    let own = focus.table.flatMap { table in
      live.last { workshop.card($0.about)?.table == table }
    }
    return own ?? live.last ?? workshop.board(activity.board)
  }

  /// A board's cards by column, unsorted ones first; only those that hold the filter's text.
  func groups(of board: Board) -> [Group] {
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
  func zone(forCardsOn board: Board) -> ZoneID? {
    let known = zones(of: board).map(\.id)
    if let zone = focus.zone, known.contains(zone) { return zone }
    guard canvas(of: board) != nil else { return nil }
    let filled = Set(workshop.cards(on: board.id).compactMap(\.zone))
    return known.first { !filled.contains($0) } ?? known.first
  }

  /// A board's title with what it is about, where that says more.
  func title(of board: Board) -> String {
    if journey(of: board) != nil { return name(ofJourney: board) }
    let title = say(board.title)
    guard let about = workshop.card(board.about)?.text, about != title else { return title }
    return title + " · " + about
  }

  /// The one line that stands large on the stage for a board.
  func question(of board: Board?) -> String {
    if let board, let headline = JourneyView.headline(self, board) { return headline }
    let question = say(board?.question)
    return question.isEmpty ? say(board?.title) : question
  }

  /// The same while the room is at an activity, whose own question goes before its board's.
  func question(of board: Board?, at activity: Activity) -> String {
    let own = board?.id == self.board(of: activity)?.id ? say(activity.question) : ""
    return own.isEmpty ? question(of: board) : own
  }

  /// The selected card, if it still lies on the board and the filter lets it through.
  func selected(on board: Board) -> Card? {
    guard let card = workshop.card(focus.card), card.board == board.id, !card.isGone,
      workshop.top(of: card.id) == card.id, !filtered([card]).isEmpty
    else { return nil }
    return card
  }
}
