public import WorkshopCore

/// What was done to cards since a moment, by project and by board, and by whom.
///
/// A pure projection of the trail: it tells facts, weighs nothing. A card that came and went since is
/// not told.
public struct Changes: Equatable, Sendable {
  /// Projects in their order, then boards in theirs; only where something was done.
  public let parts: [Part]
  /// How many changes there are in all.
  public let count: Int
  /// Who made them, most first.
  public let people: [Person]

  /// What the changes of a part are about.
  public enum Subject: Equatable, Sendable {
    case project(CardID)
    case board(BoardID)
  }

  /// The changes of one project, or of a board's cards that belong to none.
  public struct Part: Equatable, Sendable {
    public let subject: Subject
    /// In the order in which they were first touched.
    public let items: [Item]
    public var isOfProject: Bool {
      if case .project = subject { true } else { false }
    }
    public var count: Int { items.reduce(0) { $0 + $1.count } }
    /// Everybody who changed something, in order of appearance.
    public var by: [String] { Changes.once(items.flatMap(\.by)) }
    /// When something was last done, in milliseconds since 1970.
    public var last: Int64 { items.map(\.last).max() ?? 0 }
  }

  /// One card that is new, changed, or gone.
  public struct Item: Equatable, Sendable {
    public let card: Card
    public let kind: Trace.Kind
    /// The fields that got a value since the card was there, in order, each once.
    public let fields: [String]
    public let by: [String]
    public let count: Int
    public let last: Int64
  }

  public struct Person: Equatable, Sendable {
    public let name: String
    public let count: Int
  }

  /// - Parameters:
  ///   - since: milliseconds since 1970; what was done then or later counts.
  ///   - until: what was done before counts.
  public init(since: Int64, until: Int64 = .max, in workshop: Workshop) {
    let traces = workshop.trail.reversed().prefix { $0.stamp.milliseconds >= since }.reversed()
      .filter { $0.stamp.milliseconds < until }
    let belonging = Belonging(workshop)
    var order: [CardID] = []
    var byCard: [CardID: [Trace]] = [:]
    for trace in traces {
      if byCard[trace.card] == nil { order.append(trace.card) }
      byCard[trace.card, default: []].append(trace)
    }
    var byProject: [CardID: [Item]] = [:]
    var byBoard: [BoardID: [Item]] = [:]
    var counts: [String: Int] = [:]
    for id in order {
      guard let card = workshop.card(id), let item = Item(card, byCard[id] ?? []) else { continue }
      for trace in byCard[id] ?? [] { counts[trace.by, default: 0] += 1 }
      if let project = belonging.project(of: card) {
        byProject[project, default: []].append(item)
      } else {
        byBoard[card.board, default: []].append(item)
      }
    }
    let projects = workshop.cards(ofSheet: "project").map(\.id)
    let boards = workshop.boards.map(\.id)
    let homeless = byBoard.keys.filter { !boards.contains($0) }.sorted()
    let lost = byProject.keys.filter { !projects.contains($0) }.sorted()
    parts =
      (projects + lost).compactMap { id in
        byProject[id].map { Part(subject: .project(id), items: $0) }
      }
      + (boards + homeless).compactMap { id in
        byBoard[id].map { Part(subject: .board(id), items: $0) }
      }
    count = counts.values.reduce(0, +)
    people = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Person(name: $0.key, count: $0.value) }
  }

  /// What was done in a project; nil when nothing was.
  public func part(ofProject id: CardID) -> Part? {
    parts.first { $0.subject == .project(id) }
  }

  /// Cards of boards that have a sheet, new ones alone where `added` says so.
  public func cards(ofSheet sheet: String, added: Bool = true, in workshop: Workshop) -> [Card] {
    let boards = Set(workshop.boards.filter { $0.sheet == sheet }.map(\.id))
    return parts.flatMap(\.items).filter {
      boards.contains($0.card.board) && !$0.card.isGone && (!added || $0.kind == .added)
    }.map(\.card)
  }

  fileprivate static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Changes.Item {
  /// Nil when the card was made since and is gone again.
  fileprivate init?(_ card: Card, _ traces: [Trace]) {
    guard let last = traces.last else { return nil }
    let isNew = traces.contains { $0.kind == .added }
    if isNew, card.isGone { return nil }
    let fields = traces.compactMap(\.field).filter { !Card.isPrivate($0) && $0 != Card.board }
    self.init(
      card: card,
      kind: isNew ? .added : card.isGone ? .binned : fields.isEmpty ? last.kind : .changed,
      fields: Changes.once(fields), by: Changes.once(traces.map(\.by)), count: traces.count,
      last: last.stamp.milliseconds)
  }
}

/// Which project a card belongs to.
struct Belonging {
  private let projects: Set<CardID>
  /// The project made from an idea, by the idea.
  private let made: [CardID: CardID]
  /// The card each board is about.
  private let about: [BoardID: CardID]

  init(_ workshop: Workshop) {
    let cards = workshop.boards.filter { $0.sheet == "project" }.flatMap {
      workshop.cards(on: $0.id) + workshop.bin(of: $0.id)
    }
    projects = Set(cards.map(\.id))
    made = Dictionary(cards.compactMap { card in card["origin"].map { ($0, card.id) } }) { $1 }
    about = Dictionary(workshop.boards.compactMap { board in board.about.map { (board.id, $0) } }) {
      $1
    }
  }

  /// The card itself, the project it names, or the project that its board is about; nil for people,
  /// who belong to themselves.
  func project(of card: Card) -> CardID? {
    if projects.contains(card.id) { return card.id }
    guard !Workshop.ownBoards.contains(card.board) else { return nil }
    if let named = card[Card.project], projects.contains(named) { return named }
    guard let subject = about[card.board] else { return nil }
    return projects.contains(subject) ? subject : made[subject]
  }
}
