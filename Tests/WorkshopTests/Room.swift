import WorkshopCore

/// A workshop under test: what happens in it is stamped a second apart, from 09:00 UTC on.
struct Room {
  private(set) var history: History
  /// Every entry, in the order of the calls.
  private(set) var entries: [Entry] = []
  /// Seconds after 09:00 at which the next thing happens.
  var second = 0
  private var sequences: [String: Int] = [:]

  /// 23 November 2026, 09:00 UTC, in milliseconds since 1970.
  static let nine: Int64 = 1_795_424_400_000

  init(_ plan: Plan = Room.plan) { history = Self.history(plan) }

  /// What the same entries make of a plan.
  static func history(_ plan: Plan, _ entries: [Entry] = []) -> History {
    History(plan: plan, entries: entries, catalogue: Catalogue(kinds: kinds))
  }

  /// The kinds of activities that the plans of these tests name.
  static let kinds: [String: KindTraits] = [
    "break": .rest, "board": .plain, "talk": .talk, "warm-up": .game, "poll": .vote,
    "canvas": .canvas, "jury": .jury, "check-out": .closing,
  ]

  var workshop: Workshop { history.workshop }

  /// The instant some seconds after 09:00.
  static func moment(_ second: Int) -> Moment { Moment(milliseconds: nine + Int64(second) * 1000) }

  /// Something happens, at a given second or right after what came before; returns its entry's id.
  @discardableResult
  mutating func when(_ event: Event?, at second: Int? = nil, by writer: String = "ana") -> EntryID {
    if let second { self.second = second }
    let entry = entry(event, by: writer)
    history.insert([entry])
    self.second += 1
    return entry.id
  }

  /// The plan's file is edited by hand.
  mutating func replan(_ plan: Plan) { history.replan(plan) }

  /// An entry from elsewhere arrives.
  mutating func take(_ entry: Entry) { history.insert([entry]) }

  /// An entry stamped now that nobody has received yet.
  mutating func entry(_ event: Event?, by writer: String = "ana") -> Entry {
    sequences[writer, default: 0] += 1
    let entry = Entry(
      id: EntryID(writer: writer, sequence: sequences[writer] ?? 0),
      stamp: Stamp(milliseconds: Self.nine + Int64(second) * 1000), at: "", by: writer,
      event: event)
    entries.append(entry)
    return entry
  }

  /// A card is added; returns its id.
  mutating func card(
    _ text: String, on board: BoardID = "ideas", fields: [String: String]? = nil
  ) -> CardID {
    when(.cardAdded(board: board, text: text, fields: fields)).description
  }

  /// Three activities of five minutes, a board and a roster of one.
  static let plan = Plan(
    title: "Test", people: [Person(id: "zoe", name: "Zoé", organisation: "Town hall")],
    boards: [
      Board(id: "ideas", title: "Ideas", zones: [Zone(id: "now", title: "Now")]),
      Board(id: "parked", title: "Parked"),
    ],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: ["one", "two", "three"].map {
          Activity(id: $0, title: Localized($0), kind: "board", minutes: 5)
        })
    ])
}
