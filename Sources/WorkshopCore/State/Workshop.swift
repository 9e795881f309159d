/// The state of a workshop: the plan, and what its entries made of it.
///
/// A value. `apply` never fails: what makes no sense is ignored, so every process reaches the same
/// state from the same entries.
public struct Workshop: Equatable, Sendable {
  /// Another one after every change.
  private(set) var revision = Revision()
  /// The plan as its file has it, each fixed item with its start.
  public internal(set) var base: Plan { didSet { revision.renew() } }
  /// The plan as it stands: the file's, with what was changed in the program.
  public internal(set) var plan: Plan { didSet { revision.renew() } }
  /// The plan as it was prepared: the file's with what was changed in the program before a day, without
  /// what a day that went on was cut to.
  public internal(set) var prepared: Plan { didSet { revision.renew() } }
  /// Every card, those in the bin included.
  public internal(set) var cards: [CardID: Card] = [:] { didSet { revision.renew() } }
  /// Cards' ids in the order in which they were added.
  public internal(set) var order: [CardID] = [] { didSet { revision.renew() } }
  /// The plan's boards, then those made live.
  public internal(set) var boards: [Board] { didSet { revision.renew() } }
  public internal(set) var polls: [Poll] = [] { didSet { revision.renew() } }
  /// The marks of tokens on printed slips.
  var tokens: Set<String> = [] { didSet { revision.renew() } }
  /// The activity the room is at.
  public internal(set) var current: ActivityID? { didSet { revision.renew() } }
  /// When each activity was opened, first to last.
  public internal(set) var openings: [ActivityID: [Opening]] = [:] { didSet { revision.renew() } }
  public internal(set) var countdowns: [ActivityID: Countdown] = [:] { didSet { revision.renew() } }
  /// The countdowns that tables have of their own, by activity and table.
  public internal(set) var tableCountdowns: [ActivityID: [String: Countdown]] = [:] {
    didSet { revision.renew() }
  }
  /// The segment each activity with rounds is at.
  public internal(set) var turns: [ActivityID: Turn.Place] = [:] { didSet { revision.renew() } }
  /// What the stage shows of each activity, where that is not the usual.
  public internal(set) var views: [ActivityID: ShownView] = [:] { didSet { revision.renew() } }
  /// How the rounds of an activity were put in order.
  public internal(set) var arrangements: [ActivityID: Arrangement] = [:] {
    didSet { revision.renew() }
  }
  /// What was turned off.
  var off: Set<Setting> = [] { didSet { revision.renew() } }
  /// The board the stage shows in place of the activity's own.
  public internal(set) var shown: BoardID? { didSet { revision.renew() } }
  /// The card the stage shows large.
  public internal(set) var spotlit: CardID? { didSet { revision.renew() } }
  /// The projects each person chose, first to last.
  public internal(set) var moves: [CardID: [Move]] = [:] { didSet { revision.renew() } }
  /// Who said they are done, by activity.
  public internal(set) var ready: [ActivityID: Set<String>] = [:] { didSet { revision.renew() } }
  /// The cards that were merged into others.
  var merges = Merges() { didSet { revision.renew() } }
  /// The versions that were kept of each board, first to last.
  public internal(set) var kept: [BoardID: [Kept]] = [:] { didSet { revision.renew() } }
  /// How many cards were taken out of each closed board, where this is what the room may know.
  public internal(set) var withheld: [BoardID: Int] = [:] { didSet { revision.renew() } }
  /// The ids of each board's cards, those in the bin included, in the order in which they came to it.
  private var onBoard: [BoardID: [CardID]] = [:] { didSet { revision.renew() } }
  /// The boards that were taken out of the plan, for a card that comes to one all the same.
  var removed: [BoardID: Board] = [:] { didSet { revision.renew() } }
  /// Every change to a card that counts, in the shared order.
  public internal(set) var trail: [Trace] = [] { didSet { revision.renew() } }
  /// Entries of later versions that were skipped.
  public internal(set) var skipped = 0 { didSet { revision.renew() } }
  public let catalogue: Catalogue

  public init(plan: Plan, catalogue: Catalogue = Catalogue()) {
    self.catalogue = catalogue
    base = plan.anchored
    self.plan = base
    prepared = base
    boards = plan.boards
    if !boards.contains(where: { $0.id == Self.people }) {
      boards.append(
        Board(
          id: Self.people,
          title: Localized(english: "People"),
          sheet: "person"))
    }
    if !boards.contains(where: { $0.id == Self.parking }) {
      boards.append(
        Board(
          id: Self.parking,
          title: Localized(english: "Parking lot"),
          sheet: Self.parking))
    }
    for person in plan.people {
      add(
        Card(
          id: person.id, added: Stamp(milliseconds: 0), by: "",
          values: read(person.texts, on: Self.people).mapValues {
            FieldValue(text: $0, entry: nil, by: "")
          }))
    }
    seedThemes()
    seedProjectBoards()
  }

  /// The board of everyone who takes part.
  public static let people: BoardID = "people"

  /// The board, and the sheet, of what is kept for later; every workshop has it.
  public static let parking: BoardID = "parking"

  public func board(_ id: BoardID?) -> Board? { boards.first { $0.id == id } }
  public func card(_ id: CardID?) -> Card? { id.flatMap { cards[$0] } }
  public func poll(_ id: PollID?) -> Poll? { polls.first { $0.id == id } }

  /// A board's cards in the order they came to it, without those in the bin and those that lie beneath
  /// others; none while it is sealed.
  public func cards(on board: BoardID) -> [Card] {
    isSealed(board) ? [] : once("cards", board) { cardsUnderSeal(on: board) }
  }

  /// The same, sealed or not: for a form that is being filled in, and to count what has come.
  func cardsUnderSeal(on board: BoardID) -> [Card] {
    (onBoard[board] ?? []).compactMap { id in
      guard let card = cards[id], !card.isGone, !isBeneath(id) else { return nil }
      return card
    }
  }

  /// Whether what a board's cards say is kept from every screen and every derived file.
  public func isSealed(_ board: BoardID) -> Bool { self.board(board)?.isSealed ?? false }

  /// The cards in a board's bin.
  public func bin(of board: BoardID) -> [Card] {
    (onBoard[board] ?? []).compactMap { cards[$0].flatMap { $0.isGone ? $0 : nil } }
  }

  /// The ids of a board's cards, those in its bin included, in the order in which they came to it.
  public func ids(on board: BoardID) -> [CardID] { onBoard[board] ?? [] }

  public var people: [Card] { cards(on: Self.people) }

  /// The latest poll opened in an activity.
  public func latestPoll(of activity: ActivityID) -> Poll? {
    polls.last { $0.activity == activity }
  }

  /// What an option of a poll says: a card's text, or the option itself.
  public func label(ofOption option: String) -> String {
    cards[option]?.text ?? zone(option)?.zone.title.text(in: plan.language) ?? option
  }

  /// Takes cards out as if they had never been.
  mutating func withhold(_ ids: Set<CardID>) {
    for id in ids { cards[id] = nil }
    order.removeAll(where: ids.contains)
    for board in onBoard.keys { onBoard[board]?.removeAll(where: ids.contains) }
  }

  mutating func add(_ card: Card) {
    guard cards[card.id] == nil else { return }
    cards[card.id] = card
    order.append(card.id)
    onBoard[card.board, default: []].append(card.id)
    linkWaiting(for: card.id)
  }

  /// Leaves cards out for good, with every trace of them.
  mutating func drop(_ isUnwanted: (Card) -> Bool) {
    let unwanted = Set(cards.values.filter(isUnwanted).map(\.id))
    guard !unwanted.isEmpty else { return }
    withhold(unwanted)
    trail.removeAll { unwanted.contains($0.card) }
    moves = moves.filter { !unwanted.contains($0.key) }
    kept = kept.mapValues { versions in
      versions.map { $0.with(notes: $0.notes.filter { !unwanted.contains($0.card) }) }
    }
    merges.links.subtract(unwanted)
    regroup()
  }

  /// Gives cards other ids, wherever one is named.
  mutating func rename(_ ids: [CardID: CardID]) {
    func new(_ id: CardID) -> CardID { ids[id] ?? id }
    cards = Dictionary(
      cards.map { (new($0), $1.renamed(new)) }, uniquingKeysWith: { first, _ in first })
    order = order.map(new)
    onBoard = onBoard.mapValues { $0.map(new) }
    for index in boards.indices { boards[index].about = boards[index].about.map(new) }
    spotlit = spotlit.map(new)
    trail = trail.map {
      Trace(stamp: $0.stamp, by: $0.by, card: new($0.card), kind: $0.kind, field: $0.field)
    }
    moves = Dictionary(
      moves.map { (new($0), $1.map { Move(project: new($0.project), stamp: $0.stamp) }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Notes that a card went to another board: it comes last there.
  mutating func move(_ card: CardID, from old: BoardID, to new: BoardID) {
    guard new != old else { return }
    // What a closed board shows is counted from its first card: one less, and no other takes its place.
    if let from = boards.firstIndex(where: { $0.id == old }),
      let place = onBoard[old]?.firstIndex(of: card), place < boards[from].revealed
    {
      boards[from].revealed -= 1
    }
    onBoard[old]?.removeAll { $0 == card }
    onBoard[new, default: []].append(card)
  }
}
