import Testing
import WorkshopCore
import WorkshopQueries

/// Any order, duplication and partition of the same entries gives the same state.
@Suite struct ConvergenceTests {
  @Test(arguments: 0..<10)
  func `many arrivals of one set of entries end in one state`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = seed.isMultiple(of: 10) ? 1300 : 20 + seed * 6
    let entries = Self.entries(count, using: &random)
    let whole = History(plan: Room.plan, entries: entries)
    for _ in 0..<20 {
      var history = History(plan: Room.plan)
      for batch in Self.arrival(of: entries, using: &random) { history.insert(batch) }
      #expect(history.entries == whole.entries)
      #expect(history.workshop == whole.workshop)
    }
  }

  @Test func `entries that come one by one, some of them late, end in the same state`() {
    var random = SplitMix64(seed: 7)
    let entries = Self.entries(1500, using: &random)
    let whole = History(plan: Room.plan, entries: entries)
    for lag in [1, 3, 100, 400] {
      var history = History(plan: Room.plan)
      let late = entries.enumerated().sorted { a, b in
        func place(_ item: (offset: Int, element: Entry)) -> Int {
          item.offset + (item.offset.isMultiple(of: 10) ? lag : 0)
        }
        return (place(a), a.offset) < (place(b), b.offset)
      }
      for (index, entry) in late.enumerated() {
        history.insert([entry.element])
        if index.isMultiple(of: 250) {
          let arrived = late[...index].map(\.element)
          #expect(history.workshop == History(plan: Room.plan, entries: arrived).workshop)
        }
      }
      #expect(history.workshop == whole.workshop)
    }
  }

  @Test func `the random entries hold something of everything`() {
    var random = SplitMix64(seed: 0)
    let workshop = History(plan: Room.plan, entries: Self.entries(1300, using: &random)).workshop
    #expect(workshop.cards.count > 50)
    #expect(workshop.cards.values.contains { !$0.rivals.isEmpty })
    #expect(workshop.cards.values.contains { !$0.members(of: "tags").isEmpty })
    #expect(workshop.cards.values.contains { $0.isGone })
    #expect(workshop.polls.contains { !$0.countedBallots.isEmpty && !$0.lateBallots.isEmpty })
    #expect(workshop.polls.contains { !$0.countedTotals.isEmpty })
    #expect(workshop.boards.count > Room.plan.boards.count + 1)
    #expect(workshop.skipped > 0)
  }

  /// Batches of random size in a random order; some are mostly in order, as in life. A third of the
  /// entries comes twice.
  private static func arrival(
    of entries: [Entry], using random: inout SplitMix64
  ) -> [[Entry]] {
    var queue = entries + entries.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    let isShuffled = Bool.random(using: &random)
    if isShuffled {
      queue.shuffle(using: &random)
    } else {
      queue.sort()
      for _ in 0..<(queue.count / 10) {
        let from = Int.random(in: queue.indices, using: &random)
        let entry = queue.remove(at: from)
        let step = Int.random(in: 0..<20, using: &random)
        queue.insert(entry, at: min(queue.count, from + step))
      }
    }
    // A shuffled set one by one folds everything each time: only where it is small.
    let few = isShuffled && entries.count > 200 ? 150 : 1
    let most = [few, few * 8, 400].randomElement(using: &random) ?? 1
    var batches: [[Entry]] = []
    while !queue.isEmpty {
      let size = min(queue.count, Int.random(in: 1...most, using: &random))
      batches.append(Array(queue.prefix(size)))
      queue.removeFirst(size)
    }
    return batches
  }

  /// Entries of four writers whose clocks often agree, about whatever was written before.
  private static func entries(_ count: Int, using random: inout SplitMix64) -> [Entry] {
    let writers = ["ana", "ben", "cleo", "dora"]
    var sequences: [String: Int] = [:]
    var result: [Entry] = []
    var milliseconds = Room.nine
    for _ in 0..<count {
      let writer = writers.randomElement(using: &random) ?? ""
      sequences[writer, default: 0] += 1
      milliseconds += Int64.random(in: 0...2, using: &random) * 500
      result.append(
        Entry(
          id: EntryID(writer: writer, sequence: sequences[writer] ?? 0),
          stamp: Stamp(
            milliseconds: milliseconds, counter: UInt16.random(in: 0...1, using: &random)),
          at: "", by: writer, event: event(after: result, using: &random)))
    }
    return result
  }

  private static func event(
    after entries: [Entry], using random: inout SplitMix64
  ) -> Event? {
    func of(_ kinds: (Event) -> Bool) -> String {
      let ids = entries.filter { $0.event.map(kinds) ?? false }.map(\.id.description)
      return ids.suffix(40).randomElement(using: &random) ?? "none-1"
    }
    func card() -> CardID { of { if case .cardAdded = $0 { true } else { false } } }
    func poll() -> PollID { of { if case .pollOpened = $0 { true } else { false } } }
    func any() -> EntryID {
      entries.suffix(400).randomElement(using: &random)?.id ?? EntryID(writer: "x", sequence: 1)
    }
    func one(of texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    func board() -> BoardID {
      one(of: ["ideas", "parked", of { if case .boardAdded = $0 { true } else { false } }])
    }
    let activity = one(of: ["one", "two", "three"])
    let seconds = Int.random(in: -100...600, using: &random)
    switch Int.random(in: 0..<41, using: &random) {
    case 0: return .activityOpened(activity: activity, seconds: seconds)
    case 1: return .turnOpened(activity: activity, turn: seconds, seconds: seconds)
    case 2: return .countdownStarted(activity: activity, seconds: seconds)
    case 3: return .countdownPaused(activity: activity)
    case 4: return .countdownResumed(activity: activity)
    case 5: return .countdownExtended(activity: activity, seconds: seconds)
    case 6...12: return .cardAdded(board: board(), text: "\(seconds)", fields: ["zone": "now"])
    case 13...18:
      return .fieldSet(
        card: card(), field: one(of: ["text", "board", "theme"]),
        value: one(of: ["ideas", "x", "y"]),
        over: Bool.random(using: &random) ? any() : nil)
    case 19: return .cardBinned(card: card())
    case 20: return .cardRestored(card: card())
    case 21: return .voiceAdded(card: card())
    case 22, 23: return .memberAdded(card: card(), set: "tags", member: one(of: ["a", "b"]))
    case 24:
      return .memberRemoved(
        card: card(), set: "tags", member: one(of: ["a", "b"]), over: (0..<9).map { _ in any() })
    case 25: return .boardAdded(title: "Live", canvas: nil, sheet: nil, about: nil)
    case 26: return .zoneAdded(board: board(), title: "Zone")
    case 27:
      return .zoneRenamed(
        zone: of { if case .zoneAdded = $0 { true } else { false } }, title: "\(seconds)")
    case 28: return .boardShown(board: Bool.random(using: &random) ? board() : nil)
    case 29:
      return .pollOpened(
        activity: activity, question: "?", method: .dots, options: ["a", "b"], dots: 3, cap: 2,
        winners: 1)
    case 30, 31:
      return .ballotCast(
        poll: poll(), voter: one(of: ["v", "w"]),
        marks: ["a": Int.random(in: 0...3, using: &random)])
    case 32:
      return .totalsCounted(poll: poll(), totals: ["a": seconds, "b": 1], voters: seconds)
    case 33:
      return Bool.random(using: &random)
        ? .pollClosed(poll: poll(), cut: ["ana": entries.count / 5, "ben": entries.count / 4])
        : .pollRevealed(poll: poll())
    case 34: return .readied(activity: activity, ready: Bool.random(using: &random))
    case 35: return nil
    case 36:
      return .clockCorrected(
        writer: one(of: ["ana", "ben", "cleo"]),
        ahead: Int.random(in: -1...9, using: &random))
    default:
      // One's own, somebody's, a revert, or an entry nobody will ever see.
      let reverts = entries.filter { if case .reverted = $0.event { true } else { false } }
      let target =
        Bool.random(using: &random) ? reverts.suffix(20).randomElement(using: &random) : nil
      return .reverted(entry: target?.id ?? any())
    }
  }
}
