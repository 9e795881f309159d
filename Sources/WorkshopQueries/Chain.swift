public import WorkshopCore

/// Why a project is there: from the persona it began with to what is measured of it.
///
/// Only what was really linked: a field that names a card, a cluster a card lies in, a vote it was an
/// option of, a board about it. A step nobody linked is there without an item, and is said to be missing.
public struct Chain: Equatable, Sendable {
  public let project: CardID
  /// Every kind of step, in the order of the story.
  public let steps: [Step]

  public struct Step: Equatable, Sendable {
    public let kind: Kind
    public let items: [Item]
    public var isMissing: Bool { items.isEmpty }
  }

  public enum Kind: String, CaseIterable, Sendable {
    case persona, pain, idea, cluster, vote, canvas, draft, pitch, feedback, jury, decision, action
    case indicator
  }

  /// What a step rests on.
  public enum Item: Equatable, Sendable {
    case card(CardID)
    case zone(ZoneID, on: BoardID)
    case board(BoardID)
    case vote(VoteResult)
    case activity(ActivityID)
    case recommendations(Recommendations)
  }

  public init(of project: Card, in workshop: Workshop) {
    self.project = project.id
    let ideas = workshop.origins(of: project.id)
    let trail = Trail(from: [project] + ideas, in: workshop)
    let drafts = workshop.drafts(of: project.id)
    let about = Set([project.id] + ideas.map(\.id))
    let boards = workshop.boards.filter { $0.about.map(about.contains) ?? false }
    steps = Kind.allCases.map { kind in
      let items: [Item]
      switch kind {
      case .persona: items = trail.personas(with: drafts, in: workshop).map(Item.card)
      case .pain: items = trail.pains.map(Item.card)
      case .idea: items = (trail.challenges + ideas.map(\.id)).map(Item.card)
      case .cluster: items = workshop.clusters(of: project, ideas)
      case .vote: items = workshop.votes(on: project.id).map(Item.vote)
      case .canvas:
        items = boards.filter { $0.canvas != nil && $0.sheet != "journey" }.map { .board($0.id) }
      case .draft: items = drafts.map { .card($0.id) }
      case .pitch: items = workshop.pitches(of: project).map(Item.activity)
      case .feedback:
        items = workshop.cards(ofSheet: Workshop.feedbackSheet, about: project.id)
          .map { .card($0.id) }
      case .jury:
        let recommendations = workshop.recommendations(on: project.id)
        items =
          (recommendations.isEmpty ? [] : [.recommendations(recommendations)])
          + workshop.cards(ofSheet: Workshop.adviceSheet, about: project.id)
          .filter { !$0.text.isEmpty }.map { .card($0.id) }
      case .decision:
        items = workshop.decisions(about: project.id).filter(\.counts).map { .card($0.id) }
      case .action:
        items = workshop.cards(ofSheet: Workshop.actionSheet, about: project.id)
          .map { .card($0.id) }
      case .indicator:
        items = drafts.filter { $0["measure"] != nil }.suffix(1).map { .card($0.id) }
      }
      return Step(kind: kind, items: items)
    }
  }
}

extension Workshop {
  /// Whether this workshop has where a step of a chain would come from: in a half day without a jury
  /// nobody misses its advice.
  public func hasPlace(for kind: Chain.Kind) -> Bool {
    let has = { (traits: KindTraits) in
      plan.activities.contains { catalogue.traits(of: $0).contains(traits) }
    }
    switch kind {
    case .persona: return board(ofSheet: "persona") != nil
    case .pain:
      return boards.contains { board in
        board.sheet == "journey" || board.zones.contains { $0.id == Self.irritant }
      }
    case .vote: return has(.vote)
    case .canvas: return has(.canvas)
    case .draft, .indicator:
      // The board itself is made wherever there are projects.
      return plan.boards.contains { $0.sheet == Self.draftSheet }
    case .pitch: return plan.activities.contains { $0.each != nil }
    case .feedback: return board(ofSheet: Self.feedbackSheet) != nil
    case .jury: return has(.jury)
    case .idea, .cluster, .decision, .action: return true
    }
  }

  /// The column of what hurts.
  fileprivate static let irritant: ZoneID = "irritant"
}

/// Where ideas came from, followed along their links.
private struct Trail {
  private(set) var pains: [CardID] = []
  private(set) var challenges: [CardID] = []
  private let starts: [Card]

  init(from cards: [Card], in workshop: Workshop) {
    starts = cards
    var seen = Set(cards.map(\.id))
    var queue = cards.flatMap { Self.sources(of: $0, in: workshop) }
    while let card = queue.first {
      queue.removeFirst()
      guard seen.insert(card.id).inserted else { continue }
      if workshop.board(card.board)?.sheet == "challenge" {
        challenges.append(card.id)
        queue += Self.sources(of: card, in: workshop)
      } else if workshop.isPain(card) {
        pains.append(card.id)
      }
    }
  }

  private static func sources(of card: Card, in workshop: Workshop) -> [Card] {
    card.links.compactMap(workshop.live)
  }

  /// Those the project, its ideas or its draft are for, and those whose journey hurts.
  func personas(with drafts: [Card], in workshop: Workshop) -> [CardID] {
    let named = (starts + challenges.compactMap(workshop.card) + drafts).compactMap {
      $0["persona"]
    }
    let ways = pains.compactMap { workshop.board(workshop.card($0)?.board)?.about }
    let linked = starts.flatMap(\.links)
    var seen: Set<CardID> = []
    return (ways + named + linked).filter { id in
      workshop.live(id).flatMap { workshop.board($0.board)?.sheet } == "persona"
        && seen.insert(id).inserted
    }
  }
}

extension Workshop {
  /// A card that is not in the bin.
  func live(_ id: CardID) -> Card? { cards[id].flatMap { $0.isGone ? nil : $0 } }

  /// The cards that were linked with one, by whichever of the two.
  func linked(to id: CardID) -> [CardID] {
    (cards[id]?.links ?? []) + order.filter { cards[$0]?.has(id, in: Card.links) ?? false }
  }

  /// The ideas a project was made of: those its origin names, those of the cluster it names, those
  /// linked with it, and what was merged into any of them.
  public func origins(of project: CardID) -> [Card] {
    guard let card = cards[project] else { return [] }
    var seen: Set<CardID> = [project]
    var found: [Card] = []
    var queue = made(of: card[Self.originField]) + linked(to: project).compactMap(live)
    while let next = queue.first {
      queue.removeFirst()
      guard seen.insert(next.id).inserted else { continue }
      let sheet = board(next.board)?.sheet
      guard sheet == "idea" || sheet == Self.projectSheet || next.id == card[Self.originField]
      else { continue }
      if sheet != Self.projectSheet { found.append(next) }
      queue += made(of: next[Self.originField])
      queue += order.filter { cards[$0]?.into == next.id }.compactMap(live)
    }
    return found
  }

  /// The card of an id, or the cards of a cluster's.
  private func made(of origin: String?) -> [Card] {
    guard let origin else { return [] }
    if let card = live(origin) { return [card] }
    guard zone(origin) != nil else { return [] }
    return order.compactMap(live).filter { $0.zone == origin }
  }

  fileprivate func clusters(of project: Card, _ ideas: [Card]) -> [Chain.Item] {
    var seen: Set<ZoneID> = []
    let named = [project[Self.originField]] + ideas.map(\.zone)
    return named.compactMap { $0 }.compactMap { zone($0) }
      .filter { $0.board.canvas == nil && seen.insert($0.zone.id).inserted }
      .map { .zone($0.zone.id, on: $0.board.id) }
  }

  /// Activities that were held in which a project had its own round.
  fileprivate func pitches(of project: Card) -> [ActivityID] {
    plan.activities.filter { activity in
      openings[activity.id] != nil
        && rounds(of: activity).contains { round in
          guard !isSkipped(round, of: activity) else { return false }
          return activity.each != nil
            ? round.id == project.id : round.title.texts.values.contains(project.text)
        }
    }.map(\.id)
  }

  /// Whether a card tells what hurts somebody.
  fileprivate func isPain(_ card: Card) -> Bool {
    card.zone == Self.irritant || JourneyMap.row(of: card) == .pain || card["pain"] != nil
  }
}
