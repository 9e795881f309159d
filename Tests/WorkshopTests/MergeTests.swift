import Testing
import WorkshopCore

/// Cards that say the same are put together, and nothing of them is lost.
@Suite struct MergeTests {
  private static let plan = Plan(
    title: "", boards: [Board(id: "ideas", title: ""), Board(id: "other", title: "")])

  /// Three ideas, `a-1` to `a-3`, and what happened after, a millisecond apart.
  private static func entries(_ events: [Event]) -> [Entry] {
    let ideas = ["One", "Two", "Three"].map {
      Event.cardAdded(board: "ideas", text: $0, fields: nil)
    }
    return (ideas + events).enumerated().map { index, event in
      Entry(
        id: EntryID(writer: "a", sequence: index + 1),
        stamp: Stamp(milliseconds: Int64(index + 1)), at: "", by: "ana", event: event)
    }
  }

  private static func workshop(_ events: Event...) -> Workshop {
    History(plan: plan, entries: entries(events)).workshop
  }

  private static func into(_ target: CardID, _ cards: CardID...) -> Event {
    .fieldsSet(field: Card.into, values: Dictionary(cards.map { ($0, target) }) { $1 })
  }

  private static func texts(_ workshop: Workshop, _ board: BoardID = "ideas") -> [String] {
    workshop.cards(on: board).map(\.text)
  }

  @Test func `merged cards stand as one, with all their voices`() throws {
    let workshop = Self.workshop(
      .voiceAdded(card: "a-1"), .voiceAdded(card: "a-2"), Self.into("a-1", "a-2", "a-3"),
      .voiceAdded(card: "a-3"))
    #expect(Self.texts(workshop) == ["One"])
    let top = try #require(workshop.card("a-1"))
    #expect(top.voices == 6 && top.ownVoices == 2 && top.isMerged)
    #expect(workshop.merged(into: "a-1").map(\.text) == ["Two", "Three"])
    #expect(workshop.merged(into: "a-1").map(\.ownVoices) == [2, 2])
    #expect(workshop.top(of: "a-3") == "a-1")
  }

  @Test func `unmerged cards are as they were`() {
    let workshop = Self.workshop(
      .voiceAdded(card: "a-2"), Self.into("a-1", "a-2", "a-3"), Self.into("", "a-2", "a-3"))
    #expect(Self.texts(workshop) == ["One", "Two", "Three"])
    #expect(workshop.cards(on: "ideas").map(\.voices) == [1, 2, 1])
    #expect(workshop.card("a-1")?.isMerged == false)
  }

  @Test func `a merge that is undone leaves no trace`() {
    let merge = Self.workshop(
      Self.into("a-1", "a-2"), .reverted(entry: EntryID(writer: "a", sequence: 4)))
    #expect(Self.texts(merge) == ["One", "Two", "Three"])
  }

  @Test func `what was merged into a merged card lies beneath the one on top`() {
    let workshop = Self.workshop(Self.into("a-2", "a-3"), Self.into("a-1", "a-2"))
    #expect(Self.texts(workshop) == ["One"])
    #expect(workshop.merged(into: "a-1").map(\.text) == ["Two", "Three"])
    #expect(workshop.merged(into: "a-2").isEmpty)
  }

  @Test func `in a circle what was said first is on top`() {
    let two = Self.workshop(Self.into("a-1", "a-2"), Self.into("a-2", "a-1"))
    #expect(Self.texts(two) == ["One", "Three"])
    let three = Self.workshop(
      Self.into("a-2", "a-1"), Self.into("a-3", "a-2"), Self.into("a-1", "a-3"))
    #expect(Self.texts(three) == ["One"])
    #expect(three.card("a-1")?.voices == 3)
    let itself = Self.workshop(Self.into("a-1", "a-1"))
    #expect(Self.texts(itself) == ["One", "Two", "Three"])
  }

  @Test func `a card is not lost in one that nobody knows`() {
    #expect(Self.texts(Self.workshop(Self.into("nobody-1", "a-2"))) == ["One", "Two", "Three"])
  }

  @Test func `the bin takes what lies beneath along, and gives it back`() {
    let binned = Self.workshop(Self.into("a-1", "a-2"), .cardBinned(card: "a-1"))
    #expect(Self.texts(binned) == ["Three"])
    #expect(binned.bin(of: "ideas").map(\.text) == ["One"])
    let back = Self.workshop(
      Self.into("a-1", "a-2"), .cardBinned(card: "a-1"), .cardRestored(card: "a-1"))
    #expect(Self.texts(back) == ["One", "Three"] && back.card("a-1")?.voices == 2)
  }

  @Test func `a text beneath that is binned says nothing any more`() {
    let workshop = Self.workshop(Self.into("a-1", "a-2", "a-3"), .cardBinned(card: "a-2"))
    #expect(workshop.card("a-1")?.voices == 2)
    #expect(workshop.merged(into: "a-1").map(\.text) == ["Three"])
    #expect(workshop.bin(of: "ideas").map(\.text) == ["Two"])
  }

  @Test func `moved to another board, a card takes what lies beneath along`() {
    let workshop = Self.workshop(
      Self.into("a-1", "a-2"), .fieldSet(card: "a-1", field: Card.board, value: "other", over: nil))
    #expect(Self.texts(workshop) == ["Three"] && Self.texts(workshop, "other") == ["One"])
    #expect(workshop.card("a-1")?.voices == 2)
  }

  @Test func `a dissolved cluster is gone, its cards are not`() {
    let made = Event.zoneAdded(board: "ideas", title: "Desk")
    let moved = Event.fieldsSet(field: Card.zone, values: ["a-1": "a-4"])
    let gone = Event.zoneRenamed(zone: "a-4", title: "")
    #expect(Self.workshop(made, moved).board("ideas")?.zones.count == 1)
    let dissolved = Self.workshop(made, moved, gone)
    #expect(dissolved.board("ideas")?.zones.isEmpty == true)
    #expect(Self.texts(dissolved).count == 3)
    let undone = Self.workshop(
      made, moved, gone, .reverted(entry: EntryID(writer: "a", sequence: 6)))
    #expect(undone.board("ideas")?.zones.map(\.id) == ["a-4"])
  }

  // MARK: Several people at once

  /// What three people may do to the same cards at the same time.
  private static func deeds(_ random: inout SplitMix64) -> [Event] {
    let cards = (1...8).map { "a-\($0)" }
    return (0..<30).map { _ in
      let card = cards[Int(random.next() % 8)]
      let other = cards[Int(random.next() % 8)]
      switch random.next() % 8 {
      case 0, 1: return into(other, card)
      case 2: return into("", card, other)
      case 3: return .voiceAdded(card: card)
      case 4: return .cardBinned(card: card)
      case 5: return .cardRestored(card: card)
      case 6:
        return .fieldSet(
          card: card, field: Card.board, value: random.next() % 2 == 0 ? "ideas" : "other",
          over: nil)
      default:
        return .fieldSet(
          card: card, field: Card.text, value: "Text \(random.next() % 9)", over: nil)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `merging, moving and editing at once reach one state, whatever arrives first`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var entries = (1...8).map { number in
      Entry(
        id: EntryID(writer: "a", sequence: number), stamp: Stamp(milliseconds: Int64(number)),
        at: "", by: "ana", event: .cardAdded(board: "ideas", text: "Card \(number)", fields: nil))
    }
    for (person, writer) in ["b", "c", "d"].enumerated() {
      for (index, event) in Self.deeds(&random).enumerated() {
        // Often in the same millisecond as another's.
        let stamp = Stamp(milliseconds: 100 + Int64(index * 3 + (index % 2 == 0 ? 0 : person)))
        entries.append(
          Entry(
            id: EntryID(writer: writer, sequence: index + 1), stamp: stamp, at: "", by: writer,
            event: event))
      }
    }
    let known = History(plan: Self.plan, entries: entries.sorted()).workshop
    for _ in 0..<4 {
      var history = History(plan: Self.plan)
      var left = entries.shuffled(using: &random)
      while !left.isEmpty {
        let some = Int(random.next() % 7) + 1
        history.insert(Array(left.prefix(some)))
        left.removeFirst(min(some, left.count))
      }
      #expect(history.workshop == known)
    }
    // Every card is seen, lies beneath one that stands for it, or is in the bin.
    let seen = Set((known.cards(on: "ideas") + known.cards(on: "other")).map(\.id))
    for card in known.cards.values where !card.isGone && known.board(card.board) != nil {
      let top = known.top(of: card.id)
      #expect(known.top(of: top) == top)
      #expect(seen.contains(top) || known.card(top)?.isGone == true)
    }
    for card in known.cards.values {
      let below = known.merged(into: card.id)
      #expect(card.voices == card.ownVoices + below.reduce(0) { $0 + $1.ownVoices })
    }
  }
}
