import Testing
import WorkshopCore
import WorkshopQueries

@Suite struct SeatingTests {
  /// People of organisations and cohorts of uneven size, as a call to a whole territory brings them.
  private static func people(
    _ count: Int, organisations: Int, cohorts: Int = 3, themes: [String?] = [nil]
  ) -> [Seating.Guest] {
    (0..<count).map { index in
      Seating.Guest(
        id: "p\(index)", organisation: "o\(index % (index < count / 2 ? 4 : organisations))",
        cohort: "c\(index % cohorts)", theme: themes[index % themes.count])
    }
  }

  /// The seating that a shuffled list makes, table by table.
  private static func random(_ guests: [Seating.Guest], count: Int, seed: UInt64) -> Seating {
    var random = SplitMix64(seed: seed)
    let tables = guests.shuffled(using: &random).enumerated().map { ($1.id, $0 % count + 1) }
    return Seating(guests, count: count, tables: Dictionary(uniqueKeysWithValues: tables))
  }

  private func sizes(_ seating: Seating) -> [Int] {
    (1...seating.count).map { seating.guests(at: $0).count }
  }

  private func isBalanced(_ seating: Seating) -> Bool {
    let sizes = sizes(seating)
    return (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1
  }

  @Test(arguments: [(1, 1), (1, 5), (3, 5), (7, 2), (30, 5), (31, 6), (36, 5), (97, 12)])
  func `everyone has one seat, and tables differ by one person at most`(
    people: Int, tables: Int
  ) {
    let guests = Self.people(people, organisations: 8)
    for seed in 1...8 as ClosedRange<UInt64> {
      for themes in [[], ["a", "b"]] {
        let seating = Seating(guests, count: tables, themes: themes, seed: seed)
        #expect(Set(seating.tables.keys) == Set(guests.map(\.id)))
        #expect(seating.standing.isEmpty && isBalanced(seating))
        #expect(sizes(seating).reduce(0, +) == people)
      }
    }
  }

  @Test func `nobody makes no seating, and no table is taken as one`() {
    #expect(Seating([], count: 5, seed: 1).tables.isEmpty)
    let guests = Self.people(3, organisations: 3)
    #expect(sizes(Seating(guests, count: 0, seed: 1)) == [3])
  }

  @Test func `the same draw is the same seating, another draw another one`() {
    let guests = Self.people(30, organisations: 12)
    let first = Seating(guests, count: 5, themes: ["a"], seed: 7)
    #expect(first == Seating(guests, count: 5, themes: ["a"], seed: 7))
    #expect(first.tables != Seating(guests, count: 5, themes: ["a"], seed: 8).tables)
  }

  @Test func `colleagues sit apart wherever there are tables enough for them`() {
    // Five tables of six; organisations of five, four, three … people.
    let organisations = ["a": 5, "b": 5, "c": 4, "d": 4, "e": 3, "f": 3, "g": 2, "h": 2, "i": 2]
    let guests = organisations.sorted { $0.key < $1.key }.flatMap { name, count in
      (0..<count).map { index in
        Seating.Guest(
          id: "\(name)\(index)", organisation: index == 0 ? name.uppercased() + " " : name)
      }
    }
    for seed in 1...60 as ClosedRange<UInt64> {
      #expect(Seating(guests, count: 5, seed: seed).clashes.organisations == 0, "draw \(seed)")
    }
  }

  @Test(arguments: [(30, 12, 5), (36, 9, 5), (60, 20, 10), (24, 4, 4)])
  func `a draw mixes far better than chance`(people: Int, organisations: Int, tables: Int) {
    let guests = Self.people(people, organisations: organisations)
    var (drawn, chance) = ((organisations: 0, cohorts: 0), (organisations: 0, cohorts: 0))
    for seed in 1...30 as ClosedRange<UInt64> {
      let seating = Seating(guests, count: tables, seed: seed).clashes
      let random = Self.random(guests, count: tables, seed: seed).clashes
      #expect(seating.organisations <= random.organisations, "draw \(seed)")
      drawn = (drawn.organisations + seating.organisations, drawn.cohorts + seating.cohorts)
      chance = (chance.organisations + random.organisations, chance.cohorts + random.cohorts)
    }
    // Nothing is left but what cannot be avoided; by chance it is a pair a table more.
    let least = 30 * least(guests.map(\.organisation), tables)
    #expect(drawn.organisations == least)
    #expect(chance.organisations > least + 30 * tables)
    #expect(drawn.cohorts * 10 < chance.cohorts * 9)
  }

  /// Pairs that no seating can avoid.
  private func least(_ names: [String?], _ tables: Int) -> Int {
    Dictionary(grouping: names.compactMap { $0 }) { $0 }.values.reduce(0) { sum, group in
      let (each, more) = (group.count / tables, group.count % tables)
      return sum + tables * each * (each - 1) / 2 + more * each
    }
  }

  @Test func `when everyone is of one organisation the tables are balanced all the same`() {
    let guests = (0..<23).map { Seating.Guest(id: "p\($0)", organisation: "one") }
    let seating = Seating(guests, count: 5, seed: 3)
    #expect(isBalanced(seating) && seating.clashes.organisations == 3 * 10 + 2 * 6)
  }

  @Test func `people of a theme sit together, tables in proportion, the rest fill up`() {
    // Twelve chose a, six b, two c, ten nothing: six tables of five.
    let chosen = Array(repeating: "a", count: 12) + Array(repeating: "b", count: 6) + ["c", "c"]
    let guests = (0..<30).map { index in
      Seating.Guest(
        id: "p\(index)", organisation: "o\(index % 7)",
        theme: index < chosen.count ? chosen[index] : nil)
    }
    for seed in 1...50 as ClosedRange<UInt64> {
      let seating = Seating(guests, count: 6, themes: ["a", "b", "c"], seed: seed)
      let tables = { (theme: String) in
        Set(guests.filter { $0.theme == theme }.compactMap { seating.tables[$0.id] })
      }
      #expect(tables("a") == [1, 2, 3], "draw \(seed)")
      #expect(tables("b").isSuperset(of: [4]) && tables("b").count <= 2)
      #expect(isBalanced(seating))
      #expect((1...3).allSatisfy { seating.themes[$0] == "a" })
    }
    let free = Seating(guests, count: 6, seed: 1)
    #expect(free.themes.isEmpty, "three who meet by chance are no table of a theme")
    #expect(Set(guests.prefix(12).compactMap { free.tables[$0.id] }).count > 3)
  }

  @Test func `experts are spread evenly`() {
    let guests =
      Self.people(25, organisations: 25)
      + (0..<7).map { Seating.Guest(id: "e\($0)", isGuide: true) }
    for seed in 1...50 as ClosedRange<UInt64> {
      let seating = Seating(guests, count: 5, seed: seed)
      let counts = (1...5).map { seating.guests(at: $0).filter(\.isGuide).count }
      #expect(counts.sorted() == [1, 1, 1, 2, 2], "draw \(seed)")
    }
  }

  @Test func `a latecomer goes to the smallest table, and of those to the one without colleagues`()
  {
    let guests = Self.people(14, organisations: 14) + [Seating.Guest(id: "x", organisation: "late")]
    var seating = Seating(guests.dropLast(), count: 5, seed: 1)
    #expect(sizes(seating).filter { $0 == 2 }.count == 1)
    let late = Seating.Guest(id: "late", organisation: "late")
    #expect(seating.guests(at: seating.place(for: late)).count == 2)
    // Two tables of three are the smallest; at one of them sits a colleague.
    let three = (1...3).map { Seating.Guest(id: "a\($0)") }
    let six = three + (1...3).map { Seating.Guest(id: "b\($0)", organisation: "Late") }
    seating = Seating(
      six, count: 2, tables: ["a1": 2, "a2": 2, "a3": 2, "b1": 1, "b2": 1, "b3": 1])
    #expect(seating.place(for: late) == 2)
  }

  @Test func `a latecomer's theme is looked at while its table is hardly larger`() {
    let guests = (0..<8).map { Seating.Guest(id: "p\($0)", theme: $0 < 4 ? "a" : "b") }
    let tables = Dictionary(uniqueKeysWithValues: guests.enumerated().map { ($1.id, $0 / 4 + 1) })
    var seating = Seating(guests, count: 2, tables: tables)
    let late = Seating.Guest(id: "late", theme: "b")
    #expect(seating.place(for: late, themes: ["a", "b"]) == 2)
    #expect(seating.place(for: late) == 1)
    seating.seat("p0", at: nil)
    seating.seat("p1", at: nil)
    #expect(seating.place(for: late, themes: ["a", "b"]) == 1)
    #expect(seating.standing.map(\.id) == ["p0", "p1"])
  }

  @Test func `jury, sponsors, facilitators and note-takers do not sit, guides when asked to`() {
    let roles = ["builder", "jury", "sponsor", "facilitator", "note-taker", "expert", "consultant"]
    var plan = Room.plan
    plan.people = roles.map { Person(id: $0, name: $0, role: $0) } + [Person(id: "x", name: "X")]
    var room = Room(plan)
    let session = plan.sessions.first
    #expect(room.workshop.guests(at: session).map(\.id) == ["builder", "x"])
    let all = room.workshop.guests(at: session, guides: true)
    #expect(all.map(\.id) == ["builder", "expert", "consultant", "x"])
    #expect(all.map(\.isGuide) == [false, true, true, false])
    room.when(.memberAdded(card: "x", set: Workshop.present, member: "day"))
    #expect(room.workshop.guests(at: session).map(\.id) == ["x"], "whoever is there")
    room.when(.fieldsSet(field: "table", values: ["x": "2", "builder": "99"]))
    let guests = room.workshop.guests(at: nil)
    #expect(room.workshop.seating(of: guests).tables == ["x": 2], "there is no table 99")
  }
}
