import Testing
import WorkshopCore

/// Groups of merged cards, kept up to date entry by entry: the same as worked out from the cards.
@Suite struct MergeGroupTests {
  private static let plan = Plan(title: "", boards: [Board(id: "ideas", title: "")])

  private static func entries(_ count: Int, seed: UInt64) -> [Entry] {
    var random = SplitMix64(seed: seed)
    var cards: [CardID] = []
    return (1...count).map { number in
      let id = EntryID(writer: "w", sequence: number)
      // Now and then a card that nobody knows yet.
      func any() -> CardID {
        Int.random(in: 0..<12, using: &random) == 0
          ? "w-\(number + Int.random(in: 1...9, using: &random))"
          : cards.randomElement(using: &random) ?? "w-1"
      }
      let event: Event
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        cards.append(id.description)
        let into = Int.random(in: 0..<6, using: &random) == 0 ? ["into": any()] : nil
        event = .cardAdded(board: "ideas", text: "\(number)", fields: into)
      case 4...5: event = .fieldSet(card: any(), field: Card.into, value: any(), over: nil)
      case 6: event = .fieldSet(card: any(), field: Card.into, value: "", over: nil)
      case 7:
        let pairs = [(any(), any()), (any(), any())]
        event = .fieldsSet(
          field: Card.into, values: Dictionary(pairs, uniquingKeysWith: { $1 }))
      case 8: event = .voiceAdded(card: any())
      default:
        event =
          Bool.random(using: &random) ? .cardBinned(card: any()) : .cardRestored(card: any())
      }
      return Entry(
        id: id, stamp: Stamp(milliseconds: Int64(number)), at: "", by: "", event: event)
    }
  }

  /// The card on top of one, by its own words alone: at the end of its chain, or first in its circle.
  private static func top(of card: CardID, in workshop: Workshop) -> CardID {
    var path = [card]
    while let next = workshop.card(path[path.count - 1])?.into, workshop.card(next) != nil {
      if let start = path.firstIndex(of: next) {
        return path[start...].compactMap(workshop.card).min {
          ($0.added, $0.id) < ($1.added, $1.id)
        }?.id ?? card
      }
      path.append(next)
    }
    return path[path.count - 1]
  }

  @Test(arguments: 0..<40)
  func `after every change each card lies where its chain leads`(seed: UInt64) {
    var history = History(plan: Self.plan)
    for entry in Self.entries(120, seed: seed) {
      history.insert([entry])
      let workshop = history.workshop
      var below: [CardID: [Card]] = [:]
      for card in workshop.cards.values {
        let top = Self.top(of: card.id, in: workshop)
        #expect(workshop.top(of: card.id) == top, "\(card.id) after \(entry)")
        if top != card.id, !card.isGone { below[top, default: []].append(card) }
      }
      for card in workshop.cards.values {
        let cards = (below[card.id] ?? []).sorted { ($0.added, $0.id) < ($1.added, $1.id) }
        #expect(workshop.merged(into: card.id).map(\.id) == cards.map(\.id), "\(entry)")
        #expect(card.voices == card.ownVoices + cards.reduce(0) { $0 + $1.ownVoices })
      }
      let live = workshop.cards.values.filter {
        !$0.isGone && Self.top(of: $0.id, in: workshop) == $0.id
      }
      #expect(Set(workshop.cards(on: "ideas").map(\.id)) == Set(live.map(\.id)))
    }
  }

  @Test(arguments: 0..<10)
  func `merges that arrive in another order end in the same groups`(seed: UInt64) {
    let entries = Self.entries(300, seed: seed)
    let whole = History(plan: Self.plan, entries: entries)
    var random = SplitMix64(seed: seed)
    var history = History(plan: Self.plan)
    for entry in entries.shuffled(using: &random) { history.insert([entry]) }
    #expect(history.workshop == whole.workshop)
  }

  @Test func `thousands of merges fold at once`() {
    let count = 3_000
    let cards = (1...count).map { Event.cardAdded(board: "ideas", text: "\($0)", fields: nil) }
    let merges = (2...count).map {
      Event.fieldSet(card: "w-\($0)", field: Card.into, value: "w-1", over: nil)
    }
    let entries = (cards + merges).enumerated().map { index, event in
      Entry(
        id: EntryID(writer: "w", sequence: index + 1),
        stamp: Stamp(milliseconds: Int64(index)), at: "", by: "", event: event)
    }
    let workshop = History(plan: Self.plan, entries: entries).workshop
    #expect(workshop.cards(on: "ideas").map(\.voices) == [count])
  }
}
