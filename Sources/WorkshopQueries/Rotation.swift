public import WorkshopCore

/// Sheets of paper that go round the tables: in round r, counted from 0, table t has the sheet that
/// began r tables further on.
///
/// So in as many rounds as there are tables every table meets every sheet once, and no two tables ever
/// have the same one.
public enum Rotation {
  /// Which of the things that go round a table has; the first of them when it sits at none known.
  public static func item<Item>(at table: Int, in round: Int, among tables: [Int], of items: [Item])
    -> Item?
  {
    guard !items.isEmpty else { return nil }
    let seat = tables.firstIndex(of: table) ?? 0
    return items[((seat + round) % items.count + items.count) % items.count]
  }

  /// Whose sheet a table writes on.
  public static func sheet(at table: Int, in round: Int, among tables: [Int]) -> Int {
    item(at: table, in: round, among: tables, of: tables) ?? table
  }
}

extension Workshop {
  /// Which of an activity's rounds runs, counted from 0 among those that are played; the first one
  /// while none has begun.
  public func round(of activity: Activity) -> Int {
    let played = rounds(of: activity).filter { !isSkipped($0, of: activity) }
    return played.firstIndex { $0.id == turns[activity.id]?.round } ?? 0
  }

  /// How many of an activity's rounds are played.
  public func roundCount(of activity: Activity) -> Int {
    rounds(of: activity).count { !isSkipped($0, of: activity) }
  }
}
