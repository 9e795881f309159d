import WorkshopCore

/// How a seating is drawn: people are put one by one at the table where they clash least, then pairs
/// change places for as long as that makes it better.
///
/// Names become numbers first, and tables count how many of each they hold, so that a change of places
/// is judged without looking at who sits there: 300 people take a few milliseconds.
struct SeatingDraw {
  /// The number of each person's organisation; −1 for none. The same for cohorts and themes.
  private let organisations: [Int]
  private let cohorts: [Int]
  private let themes: [Int]
  private let isGuide: [Bool]
  /// Seats at each table: as many as there are people, spread evenly.
  private let seats: [Int]
  /// The theme each table is kept for; −1 for none.
  private let homes: [Int]
  private var best: [Int]
  private var worth = Int.max

  /// Draws made; the best is kept, as one draw may end where no single change of places helps.
  private static let attempts = 4
  /// What somebody away from their theme weighs, a pair of one organisation, of guides, of one cohort:
  /// each more than all that comes after it.
  private static let weights = (away: 1 << 45, organisation: 1 << 30, guide: 1 << 15, cohort: 1)

  init(_ guests: [Seating.Guest], count: Int, themes order: [String]) {
    organisations = Self.numbers(guests.map { Seating.plain($0.organisation) })
    cohorts = Self.numbers(guests.map { Seating.plain($0.cohort) })
    let known = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    themes = guests.map { $0.theme.flatMap { known[$0] } ?? -1 }
    isGuide = guests.map(\.isGuide)
    let sizes = (0..<count).map { guests.count / count + ($0 < guests.count % count ? 1 : 0) }
    let tables = Self.allot(sizes, to: themes, of: order.count)
    seats = tables.map(\.seats)
    homes = tables.map(\.home)
    best = Array(repeating: 0, count: guests.count)
  }

  /// The table of each person, from 1 on.
  var numbers: [Int] { best.map { $0 + 1 } }

  private static func numbers(_ names: [String?]) -> [Int] {
    var known: [String: Int] = [:]
    return names.map { name in
      guard let name else { return -1 }
      let number = known[name] ?? known.count
      known[name] = number
      return number
    }
  }

  /// Gives each table in turn to the theme that has most people without a seat; what is left over is
  /// for everyone. Tables of one theme come one after another.
  private static func allot(
    _ sizes: [Int], to themes: [Int], of count: Int
  ) -> [(seats: Int, home: Int)] {
    var waiting = Array(repeating: 0, count: count)
    for theme in themes where theme >= 0 { waiting[theme] += 1 }
    let tables = sizes.map { size -> (seats: Int, home: Int) in
      let most = waiting.indices.max { (waiting[$0], $1) < (waiting[$1], $0) }
      guard size > 0, let most, waiting[most] > 0 else { return (size, -1) }
      waiting[most] -= size
      return (size, most)
    }
    func place(_ home: Int) -> Int { home < 0 ? .max : home }
    return tables.enumerated().sorted {
      (place($0.element.home), $0.offset) < (place($1.element.home), $1.offset)
    }.map(\.element)
  }

  mutating func run(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<Self.attempts {
      var room = Tables(self)
      for person in queue(&random) {
        room.sit(person, at: choose(for: person, in: room, &random))
      }
      improve(&room)
      let worth = room.total()
      if worth < self.worth { (best, self.worth) = (room.table, worth) }
      if worth == 0 { break }
    }
  }

  /// Everyone in the order in which they are seated: those whose theme has a table, then the large
  /// organisations, as long as there is room to spread them.
  private func queue(_ random: inout SplitMix64) -> [Int] {
    var sizes: [Int: Int] = [:]
    for organisation in organisations where organisation >= 0 {
      sizes[organisation, default: 0] += 1
    }
    let kept = Set(homes)
    let shuffled = organisations.indices.shuffled(using: &random)
    return shuffled.enumerated().sorted { a, b in
      let (p, q) = (a.element, b.element)
      let (isHomeP, isHomeQ) = (
        themes[p] >= 0 && kept.contains(themes[p]), themes[q] >= 0 && kept.contains(themes[q])
      )
      if isHomeP != isHomeQ { return isHomeP }
      let (sizeP, sizeQ) = (sizes[organisations[p]] ?? 0, sizes[organisations[q]] ?? 0)
      return (-sizeP, organisations[p], a.offset) < (-sizeQ, organisations[q], b.offset)
    }.map(\.element)
  }

  private func choose(for person: Int, in room: Tables, _ random: inout SplitMix64) -> Int {
    let free = seats.indices.filter { room.sizes[$0] < seats[$0] }.shuffled(using: &random)
    return free.min {
      (room.cost(person, at: $0), room.sizes[$0]) < (room.cost(person, at: $1), room.sizes[$1])
    } ?? 0
  }

  /// Changes of places, until none makes it better. Each one lowers a sum that is a whole number, so
  /// that this ends.
  private func improve(_ room: inout Tables) {
    var isBetter = true
    while isBetter {
      isBetter = false
      // Only who clashes can be the reason for a change.
      for p in room.table.indices where room.cost(p, at: room.table[p]) > 0 {
        for q in room.table.indices where room.table[q] != room.table[p] {
          if room.change(p, q) < 0 {
            room.swap(p, q)
            isBetter = true
          }
        }
      }
    }
  }

  /// A seating in the making, and how many of each organisation, cohort and kind every table holds.
  private struct Tables {
    private(set) var table: [Int]
    private(set) var sizes: [Int]
    private let draw: SeatingDraw
    private let widths: (organisations: Int, cohorts: Int)
    private var organisations: [Int]
    private var cohorts: [Int]
    private var guides: [Int]

    init(_ draw: SeatingDraw) {
      self.draw = draw
      let tables = draw.seats.count
      widths = ((draw.organisations.max() ?? -1) + 1, (draw.cohorts.max() ?? -1) + 1)
      table = Array(repeating: -1, count: draw.organisations.count)
      sizes = Array(repeating: 0, count: tables)
      organisations = Array(repeating: 0, count: tables * widths.organisations)
      cohorts = Array(repeating: 0, count: tables * widths.cohorts)
      guides = sizes
    }

    mutating func sit(_ person: Int, at place: Int) {
      table[person] = place
      count(person, at: place, by: 1)
    }

    mutating func swap(_ p: Int, _ q: Int) {
      count(p, at: table[p], by: -1)
      count(q, at: table[q], by: -1)
      table.swapAt(p, q)
      count(p, at: table[p], by: 1)
      count(q, at: table[q], by: 1)
    }

    private mutating func count(_ person: Int, at place: Int, by step: Int) {
      sizes[place] += step
      let (organisation, cohort) = (draw.organisations[person], draw.cohorts[person])
      if organisation >= 0 { organisations[place * widths.organisations + organisation] += step }
      if cohort >= 0 { cohorts[place * widths.cohorts + cohort] += step }
      if draw.isGuide[person] { guides[place] += step }
    }

    /// What somebody weighs at a table, besides those who sit there and, if named, without one of them.
    func cost(_ person: Int, at place: Int, without other: Int? = nil) -> Int {
      let (organisation, cohort) = (draw.organisations[person], draw.cohorts[person])
      // Somebody does not clash with themselves.
      let isHere = table[person] == place ? 1 : 0
      var cost = 0
      let theme = draw.themes[person]
      if theme >= 0, draw.homes[place] != theme { cost += weights.away }
      if organisation >= 0 {
        let there = organisations[place * widths.organisations + organisation] - isHere
        let less = other.map { draw.organisations[$0] == organisation ? 1 : 0 } ?? 0
        cost += (there - less) * weights.organisation
      }
      if draw.isGuide[person] {
        let less = other.map { draw.isGuide[$0] ? 1 : 0 } ?? 0
        cost += (guides[place] - isHere - less) * weights.guide
      }
      if cohort >= 0 {
        let there = cohorts[place * widths.cohorts + cohort] - isHere
        let less = other.map { draw.cohorts[$0] == cohort ? 1 : 0 } ?? 0
        cost += (there - less) * weights.cohort
      }
      return cost
    }

    /// What a change of places adds to the sum; negative when it is better.
    func change(_ p: Int, _ q: Int) -> Int {
      let (a, b) = (table[p], table[q])
      return cost(p, at: b, without: q) + cost(q, at: a, without: p) - cost(p, at: a)
        - cost(q, at: b)
    }

    /// The sum over everyone, each pair twice.
    func total() -> Int { table.indices.reduce(0) { $0 + cost($1, at: table[$1]) } }

    private var weights: (away: Int, organisation: Int, guide: Int, cohort: Int) {
      SeatingDraw.weights
    }
  }
}
