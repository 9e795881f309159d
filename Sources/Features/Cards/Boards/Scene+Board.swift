import Assets
package import Languages
package import Shell
package import WorkshopCore
import WorkshopQueries

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
    // What content says of a canvas or a journey may change while the state does not.
    guard canvas(of: board) == nil, journey(of: board) == nil else {
      return workedOutGroups(of: board)
    }
    let session = isForFile ? nil : workshop.session(at: now.milliseconds)?.id
    return workshop.once(
      "groups", board.id, language.code, session ?? "", String(isForFile), filter
    ) { workedOutGroups(of: board) }
  }

  private func workedOutGroups(of board: Board) -> [Group] {
    let cards = sorted(filtered(listed(on: board)), of: board).map { card in
      board.sheet == Workshop.feedbackSheet
        ? card.showing(projectName(of: card), in: Wall.aside) : card
    }
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

  /// A board's cards; while a session goes on, only what was said in it where nothing goes on from one
  /// session to the next.
  package func atHand(on board: Board) -> [Card] {
    let cards = workshop.cards(on: board.id)
    guard board.isSpoken, !isForFile, let session = workshop.session(at: now.milliseconds) else {
      return cards
    }
    return workshop.once("said", board.id, session.id) {
      workshop.said(in: session.id, of: cards)
    }
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
      workshop.top(of: card.id) == card.id,
      filter.isEmpty || filtered(listed(on: board)).contains(where: { $0.id == card.id })
    else { return nil }
    return card
  }
}

extension Scene {
  /// The axes that a board's cards are placed on: while the room is at an activity that has some.
  package func matrix(of board: Board?) -> Matrix? {
    guard let board, let activity = current, self.board(of: activity)?.id == board.id else {
      return nil
    }
    return activity.matrix ?? content.method(activity.method)?.matrix
  }

  /// Whether a board is one numbered list that people put in order.
  package func isOrdered(_ board: Board) -> Bool {
    board.sort == .order && board.canvas == nil && journey(of: board) == nil
  }

  /// The cards that have numbers: a list's in its order, a matrix's as they came; nil for a wall.
  package func arranged(on board: Board) -> [Card]? {
    if matrix(of: board) != nil { return workshop.cards(on: board.id) }
    return isOrdered(board) ? workshop.ordered(on: board.id) : nil
  }

  /// What a board's header says of it beside its title: that the room does not see it, that it takes no
  /// card, how full a canvas is.
  package func state(of board: Board) -> [String] {
    let all = workshop.cards(on: board.id).count
    let shown = all - (workshop.forTheRoom.withheld[board.id] ?? 0)
    let gone: Phrase? = workshop.card(board.about)?.isGone == true ? "in the bin" : nil
    let closed: Phrase? =
      !board.isClosed ? nil : shown == 0 ? "cards hidden" : "shown: \(shown) of \(all)"
    let frozen: Phrase? = workshop.freeze(of: board.id) == nil ? nil : "frozen"
    let filled = canvas(of: board).map { _ in completeness(of: board) }
    let before = workshop.cards(on: board.id).count - atHand(on: board).count
    let earlier: Phrase? = before == 0 ? nil : "earlier: \(before)"
    return [gone, earlier, closed, frozen].compactMap { $0.map { say($0) } }
      + [filled].compactMap { $0 }
  }

  /// How many of a canvas's blocks have a note, of how many: a quiet `7 of 13`.
  package func completeness(of board: Board) -> String {
    let filled = Set(workshop.cards(on: board.id).compactMap(\.zone))
    let blocks = zones(of: board)
    return say("\(blocks.count { filled.contains($0.id) }) of \(blocks.count)")
  }

  /// Why no card can be added to a board, nil when one can: the one place that decides it.
  package func refusal(ofCardsOn board: Board) -> Phrase? {
    switch workshop.freeze(of: board.id) {
    case .vote:
      "Frozen while the vote is open; Alt-p parks a late idea"
    case .list: "The list is frozen; Alt-p parks a late idea"
    case nil: nil
    }
  }

  /// Where cards go that cannot be handed back to be typed again: the board, or while that takes none
  /// the parking lot.
  package func taker(for board: Board) -> Board {
    guard refusal(ofCardsOn: board) != nil else { return board }
    return workshop.board(Workshop.parking) ?? board
  }
}

extension Scene {
  /// What a screen for the room is drawn from: nothing that a closed board hides.
  package var forTheRoom: Scene {
    var scene = self
    scene.workshop = workshop.forTheRoom
    return scene
  }
}
