public import WorkshopCore

/// The cohorts that a programme brings together, and where their people work side by side.
public struct Communities: Equatable, Sendable {
  /// Each cohort as it was first written, with how many people are of it, in the order of their names.
  public let cohorts: [(name: String, people: Int)]
  /// People of whom nobody said a cohort.
  public let without: Int
  /// Of the projects with two people or more: those with people of two cohorts at least.
  public let mixed: Portion

  public static func == (a: Communities, b: Communities) -> Bool {
    a.cohorts.map(\.name) == b.cohorts.map(\.name)
      && a.cohorts.map(\.people) == b.cohorts.map(\.people)
      && (a.without, a.mixed) == (b.without, b.mixed)
  }
}

extension Workshop {
  /// Nil where the roster names fewer than two cohorts.
  public var communities: Communities? {
    func key(_ person: Card) -> String? { Seating.plain(person[Card.cohort]) }
    let named = people.filter { key($0) != nil }
    let groups = Dictionary(grouping: named) { key($0) ?? "" }
    guard groups.count > 1 else { return nil }
    let teams = projects.map { project in people.filter { $0[Team.primary] == project.id } }
      .filter { $0.count > 1 }
    return Communities(
      cohorts: groups.sorted { $0.key < $1.key }
        .map { ($0.value[0][Card.cohort] ?? "", $0.value.count) },
      without: people.count - named.count,
      mixed: Portion(teams.count { Set($0.compactMap(key)).count > 1 }, of: teams.count))
  }
}
