import Testing

@testable import WorkshopCore

/// The state at an earlier moment is what somebody would have had who read only what was written by then.
@Suite struct PastTests {
  /// Entries of a few writers, with some undone and some of those done again; by a number that makes them.
  private func entries(_ seed: UInt64) -> [Entry] {
    var chance = SplitMix64(seed: seed)
    func below(_ limit: Int) -> Int { Int(chance.next() % UInt64(limit)) }
    var entries: [Entry] = []
    var sequences: [String: Int] = [:]
    var time: Int64 = 1_600_000_000_000
    for _ in 0..<120 {
      time += Int64(below(5000))
      let writer = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"][below(3)]
      let sequence = sequences[writer, default: 0] + 1
      sequences[writer] = sequence
      let cards = entries.filter { if case .cardAdded = $0.event { true } else { false } }
      let event: Event
      switch below(6) {
      case 0 where !entries.isEmpty:
        event = .reverted(entry: entries[below(entries.count)].id)
      case 1 where !cards.isEmpty:
        event = .fieldSet(
          card: cards[below(cards.count)].id.description, field: "text", value: "again \(time)",
          over: nil)
      case 2: event = .activityOpened(activity: ["one", "two"][below(2)], seconds: nil)
      default: event = .cardAdded(board: "ideas", text: "idea \(time)", fields: nil)
      }
      entries.append(
        Entry(
          id: EntryID(writer: writer, sequence: sequence), stamp: Stamp(milliseconds: time), at: "",
          by: writer, event: event))
    }
    return entries
  }

  private let plan = Plan(
    title: "P", boards: [Board(id: "ideas", title: "Ideas", sheet: "idea")],
    sessions: [
      Session(
        id: "s", title: "S",
        activities: [
          Activity(id: "one", title: "One", kind: "board", minutes: 10),
          Activity(id: "two", title: "Two", kind: "board", minutes: 10),
        ])
    ])

  @Test(arguments: 1...40)
  func `a past state is the fold of the entries up to it, whatever was undone since`(
    _ seed: UInt64
  ) {
    let entries = entries(seed)
    var chance = SplitMix64(seed: seed &* 31)
    let history = History(plan: plan, entries: entries.shuffled(using: &chance))
    for index in stride(from: 0, to: entries.count, by: 7) {
      let moment = entries[index].time
      let known = entries.filter { $0.time <= moment }
      #expect(history.workshop(at: moment) == History(plan: plan, entries: known).workshop)
    }
    #expect(history.workshop(at: .max) == history.workshop)
  }
}
