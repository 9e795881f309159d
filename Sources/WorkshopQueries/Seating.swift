public import WorkshopCore

/// Who sits at which table.
///
/// A value: the same people, tables, themes and seed make the same seating on every machine, so that a
/// draw can be shown, thrown away and repeated.
public struct Seating: Equatable, Sendable {
  /// Everyone who may have a seat, in the roster's order.
  public private(set) var guests: [Guest]
  /// How many tables there are, at least 1.
  public let count: Int
  /// The table of each person who has one, from 1 on.
  public private(set) var tables: [CardID: Int]

  /// Somebody to be seated, with what a good mix looks at.
  public struct Guest: Equatable, Sendable, Identifiable {
    public let id: CardID
    /// Nil when nobody wrote it down: then it clashes with no one.
    public let organisation: String?
    public let cohort: String?
    /// The theme this person chose.
    public let theme: String?
    /// An expert or a consultant: every table should have its share of them.
    public let isGuide: Bool

    public init(
      id: CardID, organisation: String? = nil, cohort: String? = nil, theme: String? = nil,
      isGuide: Bool = false
    ) {
      self.id = id
      self.organisation = organisation
      self.cohort = cohort
      self.theme = theme
      self.isGuide = isGuide
    }
  }

  /// A seating as it stands; a table that does not exist is none.
  public init(_ guests: [Guest], count: Int, tables: [CardID: Int]) {
    self.guests = guests
    self.count = max(1, count)
    let range = 1...self.count
    let known = Set(guests.map(\.id))
    self.tables = tables.filter { known.contains($0.key) && range.contains($0.value) }
  }

  /// Draws a seating: tables of equal size, give or take one, with as few clashes as it finds.
  ///
  /// - Parameters:
  ///   - themes: the themes whose people sit together, in the order in which their tables are numbered;
  ///     empty: themes are not looked at.
  ///   - seed: another one makes another seating.
  public init(_ guests: [Guest], count: Int, themes: [String] = [], seed: UInt64) {
    self.guests = guests
    self.count = max(1, count)
    var draw = SeatingDraw(guests, count: self.count, themes: themes)
    draw.run(seed: seed)
    tables = Dictionary(
      zip(guests.map(\.id), draw.numbers), uniquingKeysWith: { first, _ in first })
  }

  /// Those at a table, in the roster's order.
  public func guests(at table: Int) -> [Guest] { guests.filter { tables[$0.id] == table } }

  /// Those who have no table.
  public var standing: [Guest] { guests.filter { tables[$0.id] == nil } }

  /// Gives somebody a table, or takes it away.
  public mutating func seat(_ guest: CardID, at table: Int?) {
    guard guests.contains(where: { $0.id == guest }), table.map((1...count).contains) ?? true else {
      return
    }
    tables[guest] = table
  }

  /// The theme of each table: what most of those at it chose who chose any.
  ///
  /// None at all where themes are mixed, so that three people who meet by chance are no theme's table:
  /// four in five of those who chose must sit at a table of their theme.
  public var themes: [Int: String] {
    let majorities = majorities
    let chosen = guests.filter { $0.theme != nil && tables[$0.id] != nil }
    let home = chosen.filter { tables[$0.id].flatMap { majorities[$0] } == $0.theme }
    return home.count * 5 >= chosen.count * 4 ? majorities : [:]
  }

  /// The theme that more than half of those at a table chose who chose any, by table.
  private var majorities: [Int: String] {
    Dictionary(grouping: guests.filter { $0.theme != nil }) { tables[$0.id] ?? 0 }
      .compactMapValues { group in
        let counts = Dictionary(grouping: group) { $0.theme }.mapValues(\.count)
        return counts.first { $0.value * 2 > group.count }?.key
      }
  }

  /// The best place for somebody who comes late: the smallest table, of those the one with the least
  /// clash, of those the first.
  ///
  /// Where themes are looked at, a table of the person's theme goes before the others while it has at
  /// most one person more than the smallest.
  public func place(for guest: Guest, themes: [String] = []) -> Int {
    let groups = (1...count).map { guests(at: $0).filter { $0.id != guest.id } }
    let smallest = groups.map(\.count).min() ?? 0
    let wanted = guest.theme.flatMap { themes.contains($0) ? $0 : nil }
    let majorities = majorities
    let keys = groups.enumerated().map { index, group -> (Int, Int, Clashes) in
      let isHome =
        wanted != nil && majorities[index + 1] == wanted && group.count <= smallest + 1
      return (isHome ? 0 : 1, group.count, Clashes(of: guest, with: group))
    }
    return (keys.indices.min { keys[$0] < keys[$1] } ?? 0) + 1
  }

  /// Whether somebody of the same organisation is among others.
  public static func hasColleague(of guest: Guest, in others: some Sequence<Guest>) -> Bool {
    Clashes(of: guest, with: others).organisations > 0
  }

  /// How far from mixed the tables are.
  public var clashes: Clashes {
    (1...count).reduce(Clashes()) { sum, table in
      let group = guests(at: table)
      return group.indices.reduce(sum) {
        $0 + Clashes(of: group[$1], with: group[..<$1])
      }
    }
  }

  /// The measure of a mix: pairs of people at one table who had better sit apart.
  ///
  /// Pairs rather than people, because four colleagues at one table (6 pairs) are worse than two at each
  /// of two tables (2 pairs); fewer pairs of an organisation go before everything else, then experts and
  /// consultants spread evenly, then cohorts.
  public struct Clashes: Comparable, Sendable {
    /// Pairs of one organisation.
    public private(set) var organisations = 0
    /// Pairs of experts or consultants.
    public private(set) var guides = 0
    /// Pairs of one cohort.
    public private(set) var cohorts = 0

    init() {}

    init(of guest: Guest, with others: some Sequence<Guest>) {
      for other in others {
        if let name = guest.organisation, Seating.isSame(name, other.organisation) {
          organisations += 1
        }
        if guest.isGuide, other.isGuide { guides += 1 }
        if let name = guest.cohort, Seating.isSame(name, other.cohort) { cohorts += 1 }
      }
    }

    static func + (a: Clashes, b: Clashes) -> Clashes {
      var sum = a
      sum.organisations += b.organisations
      sum.guides += b.guides
      sum.cohorts += b.cohorts
      return sum
    }

    public static func < (a: Clashes, b: Clashes) -> Bool {
      (a.organisations, a.guides, a.cohorts) < (b.organisations, b.guides, b.cohorts)
    }
  }

  /// A name as it is compared: two people type one organisation in two ways.
  static func plain(_ name: String?) -> String? {
    guard let name else { return nil }
    let words = name.lowercased().split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func isSame(_ name: String, _ other: String?) -> Bool {
    other.map { plain($0) == plain(name) } ?? false
  }
}

extension Workshop {
  /// Roles of those who do not work at a table.
  private static let unseated: Set<String> = ["jury", "sponsor", "facilitator", "note-taker"]
  /// Roles of those who go from table to table, or sit at one when they are asked to.
  private static let guides: Set<String> = ["expert", "consultant"]

  /// Who may have a seat at a session: those marked as present there, everyone while nobody is; never
  /// the jury, sponsors, facilitators and note-takers.
  ///
  /// - Parameter guides: whether experts and consultants sit at tables too.
  public func guests(at session: Session?, guides: Bool = false) -> [Seating.Guest] {
    attending(session).compactMap { guest($0, guides: guides) }
  }

  private func guest(_ person: Card, guides: Bool) -> Seating.Guest? {
    let role = person["role"] ?? ""
    let isGuide = Self.guides.contains(role)
    guard !Self.unseated.contains(role), guides || !isGuide else { return nil }
    return Seating.Guest(
      id: person.id, organisation: person["organisation"], cohort: person["cohort"],
      theme: person.theme, isGuide: isGuide)
  }

  /// The table of somebody on the roster who arrives when the tables are formed; nil before, and for
  /// those who have a seat already or take none.
  public func lateTable(for person: Card) -> Int? {
    guard person.table == nil else { return nil }
    return guest(person, guides: false).flatMap(lateTable)
  }

  /// The table of somebody who is not on the roster yet.
  public func lateTable(for guest: Seating.Guest) -> Int? {
    let seated = seating(of: people.compactMap { self.guest($0, guides: true) })
    guard !seated.tables.isEmpty else { return nil }
    return seated.place(for: guest, themes: guest.theme.map { [$0] } ?? [])
  }

  /// The seating as the cards have it.
  public func seating(of guests: [Seating.Guest]) -> Seating {
    let tables = guests.compactMap { guest in
      cards[guest.id]?.table.flatMap { Int($0) }.map { (guest.id, $0) }
    }
    return Seating(
      guests, count: plan.tables,
      tables: Dictionary(tables, uniquingKeysWith: { first, _ in first })
    )
  }

  /// Whether a seat at a table was given to any of the experts and consultants who may have one.
  public func seatsGuides(at session: Session?) -> Bool {
    guests(at: session, guides: true).contains { $0.isGuide && cards[$0.id]?.table != nil }
  }
}
