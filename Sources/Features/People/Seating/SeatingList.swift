import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The tables with everyone at them, in as many columns as the window has room for.
enum SeatingList {
  /// A row of a column.
  private enum Row {
    case table(Int, people: Int)
    case noTable(people: Int)
    case person(Seating.Guest, hasColleague: Bool)
    case air
  }

  private static let narrowest = 16
  private static let widest = 28

  static func draw(
    _ seating: Seating, selected: CardID?, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let names = seating.guests.map { Text.width(scene.workshop.card($0.id)?.text ?? "") }
    let wanted = max(narrowest, min((names.max() ?? 0) + 2, widest))
    let count = max(1, (rect.width + 2) / (wanted + 2))
    // As low as one page allows: in a wide window tables stand side by side.
    let heights = 2...max(2, rect.height)
    let low = heights.first {
      Self.columns(seating, height: $0).count <= count && $0 > fullest(seating)
    }
    let columns = Self.columns(seating, height: low ?? rect.height)
    let themes = seating.themes
    let chosen = columns.firstIndex { $0.contains { isPerson($0, selected) } } ?? 0
    let first = max(0, min(chosen - count / 2, columns.count - count))
    let places = rect.columns(count, gap: 2)
    for (place, rows) in zip(places, columns.dropFirst(first)) {
      for (index, row) in rows.enumerated() {
        draw(
          row, isSelected: isPerson(row, selected), themes, scene, into: &frame,
          in: Rect(x: place.x, y: place.y + index, width: place.width, height: 1))
      }
    }
    if first > 0 { frame.put("‹", x: rect.x - 1, y: rect.y, style: .accent) }
    if first + count < columns.count {
      frame.put("›", x: rect.maxX, y: rect.y, style: .accent)
    }
  }

  /// Rows of the fullest table, its title included.
  private static func fullest(_ seating: Seating) -> Int {
    let tables = Dictionary(grouping: seating.tables.values) { $0 }.values.map(\.count)
    return (tables + [seating.standing.count]).max() ?? 0
  }

  private static func isPerson(_ row: Row, _ id: CardID?) -> Bool {
    if case .person(let guest, _) = row { return guest.id == id }
    return false
  }

  /// Tables one below the other; one that does not fit begins a column, one that fits in none goes on
  /// in the next.
  private static func columns(_ seating: Seating, height: Int) -> [[Row]] {
    let tables = (1...seating.count).map { table -> [Row] in
      let group = seating.guests(at: table)
      return [.table(table, people: group.count)] + rows(group)
    }
    let standing = seating.standing
    let blocks =
      tables + (standing.isEmpty ? [] : [[.noTable(people: standing.count)] + rows(standing)])
    var columns: [[Row]] = [[]]
    for block in blocks {
      let used = columns[columns.count - 1].count
      if used > 0, used + block.count > height { columns.append([]) }
      for row in block {
        if columns[columns.count - 1].count >= max(1, height) { columns.append([]) }
        columns[columns.count - 1].append(row)
      }
      if columns[columns.count - 1].count < height { columns[columns.count - 1].append(.air) }
    }
    return columns
  }

  private static func rows(_ group: [Seating.Guest]) -> [Row] {
    group.map { guest in
      let others = group.filter { $0.id != guest.id }
      return .person(guest, hasColleague: Seating.hasColleague(of: guest, in: others))
    }
  }

  private static func draw(
    _ row: Row, isSelected: Bool, _ themes: [Int: String], _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    switch row {
    case .table(let table, let people):
      let title = scene.title(ofTheme: themes[table]).map { "\(table) · \($0)" }
      heading(title ?? scene.say("Table \(table)"), people, into: &frame, in: rect)
    case .noTable(let people):
      heading(scene.say("Without a table"), people, into: &frame, in: rect)
    case .person(let guest, let hasColleague):
      let style: Style = isSelected ? Style(.selection, bold: true) : .plain
      if isSelected {
        frame.fill(rect, style: style)
        frame.cursor = Point(x: rect.x, y: rect.y)
      }
      let mark = hasColleague ? "!" : isSelected ? "▶" : " "
      frame.put(
        mark, x: rect.x, y: rect.y,
        style: hasColleague && !isSelected ? Style(.warning, bold: true) : style)
      frame.put(
        scene.workshop.card(guest.id)?.text ?? "", x: rect.x + 2, y: rect.y, style: style,
        width: rect.width - 2)
    case .air: break
    }
  }

  private static func heading(
    _ title: String, _ people: Int, into frame: inout Frame, in rect: Rect
  ) {
    frame.put(
      title, x: rect.x, y: rect.y, style: Style(.strong, bold: true), width: rect.width - 4)
    frame.put(
      "\(people)", x: rect.maxX - 3, y: rect.y, style: .quiet, width: 3, alignment: .right)
  }
}
