/// What options are scored on, and how much it weighs.
public struct Criterion: Codable, Hashable, Sendable, Identifiable {
  /// Short, without a colon: it stands in the keys of marks.
  public let id: String
  public let name: Localized
  /// Against the sum of all weights, which may be any.
  public let weight: Int

  public init(id: String, name: Localized, weight: Int) {
    self.id = id
    self.name = name
    self.weight = weight
  }

  /// The four criteria by which the Digital Builders chose, 25 each: the programme gives no weights.
  public static let programme = [
    Criterion(
      id: "group",
      name: Localized(english: "Active group"), weight: 25),
    Criterion(
      id: "stakeholders",
      name: Localized(english: "Stakeholders in the group"), weight: 25),
    Criterion(
      id: "policy",
      name: Localized(english: "Link to policy"), weight: 25),
    Criterion(
      id: "test",
      name: Localized(english: "Quick and simple to test"), weight: 25),
  ]

  /// Why a grid cannot be voted on.
  public enum GridError: Equatable, Sendable {
    case none(most: Int)
    case badID(String)
    case twice(String)
    case weight(String)
    /// No criterion weighs anything.
    case weightless
  }

  /// The most criteria of a grid: more than a person weighs with care.
  package static let most = 12

  /// What is wrong with a grid; nil when it can be voted on.
  public static func fault(in criteria: [Criterion]) -> GridError? {
    guard (1...most).contains(criteria.count) else { return GridError.none(most: most) }
    var seen: Set<String> = []
    for criterion in criteria {
      if criterion.id.isEmpty || criterion.id.contains(":") { return .badID(criterion.id) }
      if !seen.insert(criterion.id).inserted { return .twice(criterion.id) }
      if !(0...100).contains(criterion.weight) { return .weight(criterion.id) }
    }
    return criteria.contains { $0.weight > 0 } ? nil : .weightless
  }
}
