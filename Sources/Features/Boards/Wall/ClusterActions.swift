import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// Cards are sorted into columns, and columns made, named and dissolved.
extension Action {
  /// Moves the chosen cards to a zone, theme or table: whatever the wall is sorted by.
  package static let moveCard = Action("move-card", "Move the card to another column") { scene in
    guard let board = scene.board, case let cards = scene.chosen(on: board), !cards.isEmpty else {
      return .refused("Choose a card first")
    }
    let next = scene.neighbour(of: cards, on: board)
    let items = scene.columns(of: board).map { id, title in
      Menu.Item(label: title) { scene in
        // The next card of the same column is chosen, so that sorting goes on without arrows.
        var outcome = Outcome.focus(of: scene) {
          $0.card = next
          $0.marked = []
        }
        outcome.events = move(cards, to: id, on: board)
        return outcome
      }
    }
    return .open(Menu(title: "Move to", items: items), scene)
  }

  /// What puts cards into a column of a wall.
  static func move(_ cards: [Card], to column: String, on board: Board) -> [Event] {
    let field = board.columns.rawValue
    if cards.count == 1 {
      let over = cards[0].values[field]?.entry
      return [.fieldSet(card: cards[0].id, field: field, value: column, over: over)]
    }
    return Event.setting(field, of: cards.map { ($0.id, column) })
  }

  /// The marked cards go into it at once.
  package static let newCluster = Action("new-cluster", "Make a cluster") { scene in
    guard let board = scene.board else { return .nothing }
    let cards = scene.marked(on: board).map(\.id)
    return Reopening.newCluster.opened(
      of: ["board": board.id], with: ["cards": cards.joined(separator: "\n")], scene)
  }

  static func cluster(_ cards: [Card], as title: String, on board: Board, _ scene: Scene) -> Outcome
  {
    guard !cards.isEmpty else {
      return .event(.zoneAdded(board: board.id, title: title), notice: "m moves cards to it")
    }
    var outcome = Outcome.focus(of: scene) { $0.marked = [] }
    outcome.events = [.zoneAdded(board: board.id, title: title)]
    outcome.toAdded = { zone, _ in Event.setting(Card.zone, of: cards.map { ($0.id, zone) }) }
    outcome.notice =
      cards.count == 1 ? "1 card in “\(title)”" : "\(cards.count) cards in “\(title)”"
    return outcome
  }

  package static let renameCluster = Action("rename-cluster", "Rename the cluster") { scene in
    guard let board = scene.board, let zone = scene.chosenZone(of: board) else {
      return .refused("Choose a card of the cluster first")
    }
    return Reopening.clusterName.opened(of: ["board": board.id, "zone": zone.id], scene)
  }

  /// Its cards stay, unsorted.
  package static let dissolveCluster = Action(
    "dissolve-cluster", "Dissolve the cluster, keep its cards"
  ) {
    scene in
    guard let board = scene.board, let zone = scene.chosenZone(of: board) else {
      return .refused("Choose a card of the cluster first")
    }
    if scene.workshop.polls.contains(where: { $0.options.contains(zone.id) }) {
      return .refused("This cluster was voted on: it stays, and may be renamed or emptied")
    }
    var outcome = Outcome.focus(of: scene) { $0.zone = nil }
    outcome.events = [.zoneRenamed(zone: zone.id, title: "")]
    outcome.notice = "“\(zone.title)” is dissolved; u brings it back"
    return outcome
  }
}

extension Reopening {
  /// The name of a new cluster, of the cards that were marked.
  static let newCluster = Reopening("new-cluster") { details, scene in
    guard let board = scene.workshop.board(details["board"]) else { return nil }
    let ids = (details["cards"] ?? "").split(separator: "\n").map(String.init)
    let cards = ids.compactMap { scene.workshop.card($0) }.filter { !$0.isGone }
    let title: Phrase =
      cards.isEmpty
      ? "New cluster"
      : cards.count == 1 ? "New cluster of 1 card" : "New cluster of \(cards.count) cards"
    return Prompt(title: title, help: "Its name") { text, scene in
      Action.cluster(cards, as: text, on: board, scene)
    }
  }

  static let clusterName = Reopening("rename-cluster") { details, scene in
    guard let board = scene.workshop.board(details["board"]),
      let zone = scene.zones(of: board).first(where: { $0.id == details["zone"] })
    else { return nil }
    return Prompt(
      title: "Rename the cluster", help: "Its name", line: Line(scene.say(zone.title))
    ) { text, _ in
      .event(.zoneRenamed(zone: zone.id, title: text))
    }
  }
}

extension Scene {
  /// What a card can be moved to, with its title; empty for none.
  func columns(of board: Board) -> [(id: String, title: String)] {
    var columns: [(id: String, title: String)]
    switch board.columns {
    case .zone: columns = zones(of: board).map { ($0.id, say($0.title)) }
    case .theme: columns = workshop.themes.map { ($0.id, say($0.name)) }
    case .table:
      columns = (1...max(1, workshop.plan.tables)).map { (String($0), say("Table \($0)")) }
    }
    return columns + [("", say("Not yet sorted"))]
  }

  /// The card to go on with when others leave a column: the next one in it, else the one before.
  func neighbour(of cards: [Card], on board: Board) -> CardID? {
    let leaving = Set(cards.map(\.id))
    let at = focus.card.flatMap { leaving.contains($0) ? $0 : nil } ?? cards.first?.id
    let column = groups(of: board).first { $0.cards.contains { $0.id == at } }?.cards ?? []
    let place = column.firstIndex { $0.id == at } ?? 0
    let next = column.dropFirst(place + 1).first { !leaving.contains($0.id) }
    return (next ?? column.prefix(place).last { !leaving.contains($0.id) })?.id ?? focus.card
  }

  /// The cluster of the selected card, else the selected column.
  fileprivate func chosenZone(of board: Board) -> Zone? {
    let id = selected(on: board).map(\.zone) ?? focus.zone
    return zones(of: board).first { $0.id == id }
  }
}
