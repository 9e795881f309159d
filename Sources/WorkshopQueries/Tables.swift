public import WorkshopCore

extension Workshop {
  /// The room's tables: as many as the plan has, and any other at which somebody sits.
  public var tableNumbers: [Int] {
    let seats = people.compactMap { $0.table.flatMap { Int($0) } }.filter { 1...100 ~= $0 }
    return Set(1...max(1, plan.tables)).union(seats).sorted()
  }

  /// What a table works on: the theme most of its people have, else the plan's themes in turn; nil
  /// when the plan has none.
  public func theme(ofTable table: Int) -> String? {
    guard !plan.themes.isEmpty else { return nil }
    let seated = people.filter { $0.table == String(table) }.compactMap(\.theme)
    let counts = plan.themes.map { theme in seated.filter { $0 == theme.id }.count }
    let most = counts.max() ?? 0
    let chosen = most > 0 ? counts.firstIndex(of: most) : nil
    return plan.themes[chosen ?? (max(1, table) - 1) % plan.themes.count].id
  }
}
