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
      isTested: tested[project.id] != nil)
  }

  /// When the first person chose a project, in milliseconds since 1970.
  func begun(_ project: Card) -> Int64? {
    moves.values.flatMap { $0 }.filter { $0.project == project.id }.map(\.stamp.milliseconds).min()
  }

  /// When a result of a test was first written into a draft, by project, in milliseconds since 1970.
  var tested: [CardID: Int64] {
    var first: [CardID: Int64] = [:]
    for draft in cards(ofSheet: Self.draftSheet) {
      guard let project = draft[Card.project] else { continue }
      let hasUsers = draft[Self.usersTested].flatMap { Int($0) } ?? 0 > 0
      guard draft[Self.result] != nil || hasUsers else { continue }
      let written = trail.first {
        $0.card == draft.id && [Self.result, Self.usersTested].contains($0.field)
      }
      let time = written?.stamp.milliseconds ?? draft.added.milliseconds
      first[project] = min(first[project] ?? .max, time)
    }
    return first
  }
}
