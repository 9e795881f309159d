public import WorkshopCore

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
    let here = people.filter { person in
      session.map { person.members(of: Self.present).contains($0.id) } ?? false
    }
    return (here.isEmpty ? people : here).compactMap { guest($0, guides: guides) }
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
