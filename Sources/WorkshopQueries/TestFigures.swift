import WorkshopCore

// A project's test, read from the sheets of its draft.

extension Workshop {
  /// Fields of a draft's sheet that tell of its test.
  static let usersTested = "users-tested"
  static let testedOn = "tested-on"
  static let cost = "cost"
  static let result = "result"

  func testFigures(of project: Card, now: Moment) -> TestFigures {
    let drafts = drafts(of: project.id)
    /// As the last version that says it.
    func text(_ field: String) -> String? { drafts.last { $0[field] != nil }?[field] }
    let first = drafts.compactMap { $0[Self.testedOn].flatMap { Day($0) } }.min()
    let start = now.at(begun(project) ?? project.added.milliseconds).day
    return TestFigures(
      id: project.id, users: text(Self.usersTested).flatMap { Int($0) },
      days: first.map { start.days(until: $0) },
      cost: text(Self.cost).flatMap { Amount($0) }.map { $0.cents / 100 },
      isTested: tested(now)[project.id] != nil)
  }

  /// When the first person chose a project, in milliseconds since 1970.
  func begun(_ project: Card) -> Int64? {
    moves.values.flatMap { $0 }.filter { $0.project == project.id }.map(\.stamp.milliseconds).min()
  }

  /// The day of the first test with a result, by project: as a draft says it, else the day the result was
  /// first written down.
  func tested(_ now: Moment) -> [CardID: Day] {
    var first: [CardID: Day] = [:]
    for draft in cards(ofSheet: Self.draftSheet) {
      guard let project = draft[Card.project] else { continue }
      let hasUsers = draft[Self.usersTested].flatMap { Int($0) } ?? 0 > 0
      guard draft[Self.result] != nil || hasUsers else { continue }
      let written = trail.first {
        $0.card == draft.id && [Self.result, Self.usersTested].contains($0.field)
      }
      let time = written?.stamp.milliseconds ?? draft.added.milliseconds
      let day = draft[Self.testedOn].flatMap { Day($0) } ?? now.at(time).day
      first[project] = first[project].map { min($0, day) } ?? day
    }
    return first
  }
}
