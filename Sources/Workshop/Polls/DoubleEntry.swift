/// Paper ballots typed twice, by their numbers: what was read wrongly shows where the two differ.
public struct DoubleEntry: Equatable, Sendable {
  /// Ballots that differ, with the keys of the marks that do, sorted.
  public let differing: [String: [String]]
  /// Numbers that only the first entry has, sorted.
  public let missingInSecond: [String]
  /// Numbers that only the second entry has, sorted.
  public let missingInFirst: [String]

  public var isEqual: Bool {
    differing.isEmpty && missingInSecond.isEmpty && missingInFirst.isEmpty
  }

  /// Compares two entries of marks by the ballots' numbers.
  public init(_ first: [String: [String: Int]], _ second: [String: [String: Int]]) {
    var differing: [String: [String]] = [:]
    for (number, marks) in first {
      guard let again = second[number] else { continue }
      let keys = Self.differences(marks, again)
      if !keys.isEmpty { differing[number] = keys }
    }
    self.differing = differing
    missingInSecond = Set(first.keys).subtracting(second.keys).sorted()
    missingInFirst = Set(second.keys).subtracting(first.keys).sorted()
  }

  /// The keys at which two ballots differ, sorted; a mark of 0 is none.
  public static func differences(_ first: [String: Int], _ second: [String: Int]) -> [String] {
    Set(first.keys).union(second.keys).filter { (first[$0] ?? 0) != (second[$0] ?? 0) }.sorted()
  }
}
