import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// The seating plan on the stage: every table with its number, its theme and who sits there, as large
/// as the window allows.
///
/// Everybody looks for one name, so that names stand one below the other for as long as they fit; in a
/// small window family names become initials, then names follow one another.
package enum SeatingView {
  /// What `viewShown` calls it, in an activity of whatever kind.
  static let name = "seating"

  package static func isShown(_ scene: Scene) -> Bool { scene.shows(name) }

  package static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let body = head(scene, into: &frame, in: rect)
    let guests = scene.workshop.guests(at: scene.session, guides: true)
    let seating = scene.workshop.seating(of: guests)
    let themes = seating.themes
    let tables = (1...seating.count).map { table in
      Table(
        number: table, theme: scene.title(ofTheme: themes[table]) ?? "",
        names: seating.guests(at: table).map { scene.workshop.card($0.id)?.text ?? "" })
    }.filter { !$0.names.isEmpty }
    guard !tables.isEmpty else {
      frame.put(
        scene.say("The tables will be shown here"), x: body.x + 2, y: body.y, style: .quiet,
        width: body.width - 2)
      return
    }
    let late = seating.standing.filter { !$0.isGuide }
    let (foot, room) = body.bottom(late.isEmpty || rect.height < smallHeight ? 0 : 1)
    let layout = Layout.best(for: tables, in: room)
    layout.draw(tables, scene, into: &frame, in: room)
    let names = late.map { scene.workshop.card($0.id)?.text ?? "" }.joined(separator: ", ")
    frame.put(
      scene.say("Without a table: \(names)"), x: foot.x, y: foot.y, style: .accent,
      width: foot.isEmpty ? 0 : foot.width)
  }

  /// A small window keeps its rows for names: the time makes way.
  private static func head(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Rect {
    let title = scene.say("Find your table")
    guard rect.height < smallHeight else {
      return StageHead.draw(title, scene, into: &frame, in: rect)
    }
    return rect.top(StageHead.text(title, into: &frame, in: rect) + 1).rest
  }

  private static let smallHeight = 16

  /// One table as the room reads it.
  fileprivate struct Table {
    let number: Int
    /// Empty when its people chose none, or too many.
    let theme: String
    var names: [String]

    /// Shorter names: the shortest form allowed by which no two people are called alike.
    static func shortened(_ tables: [Table], _ forms: [Form]) -> [Table] {
      let names = tables.flatMap(\.names)
      let counts = forms.map { form in
        Dictionary(grouping: names) { form.of($0) }.mapValues(\.count)
      }
      return tables.map { table in
        var table = table
        table.names = table.names.map { name in
          let index = forms.indices.first { counts[$0][forms[$0].of(name)] == 1 }
          return index.map { forms[$0].of(name) } ?? name
        }
        return table
      }
    }
  }

  /// A shorter form of a name.
  fileprivate enum Form {
    /// Only the first word of it.
    case first
    /// The last word as an initial.
    case initial

    func of(_ name: String) -> String {
      let words = name.split(separator: " ")
      guard words.count > 1, let first = words.first, let last = words.last?.first else {
        return name
      }
      switch self {
      case .first: return String(first)
      case .initial: return words.dropLast().joined(separator: " ") + " \(last)."
      }
    }
  }

  /// How the tables are laid out: in which columns, how a table is drawn.
  fileprivate struct Layout {
    /// The airiest first.
    enum Density: CaseIterable {
      /// In a box, a name a row.
      case boxed
      /// A name a row.
      case lines
      /// A name a row, with initials.
      case short
      /// The same in narrow columns, whatever does not fit cut.
      case narrow
      /// Names with initials one after another.
      case running
      /// First names one after another.
      case first

      /// How names are shortened, the shortest first.
      var forms: [Form] {
        switch self {
        case .boxed, .lines: []
        case .short, .narrow, .running: [.initial]
        case .first: [.first, .initial]
        }
      }

      /// Whether names follow one another on a row.
      var runs: Bool { self == .running || self == .first }

      /// Columns that a name needs beside its own: a box, a comma.
      var frame: Int { self == .boxed ? 4 : runs ? 1 : 0 }
    }

    let density: Density
    let columns: Int
    let titleRows: Int

    private static let narrow = 13

    /// The airiest layout in which everything fits; else the densest.
    static func best(for tables: [Table], in rect: Rect) -> Layout {
      for density in Density.allCases {
        for columns in candidates(density, tables, in: rect) {
          for titleRows in titleRows(tables, columns, in: rect) {
            let layout = Layout(density: density, columns: columns, titleRows: titleRows)
            if layout.height(of: tables, width: rect.width) <= rect.height { return layout }
          }
        }
      }
      let columns = candidates(.first, tables, in: rect).last ?? 1
      return Layout(density: .first, columns: columns, titleRows: 1)
    }

    /// Rows for a table's title: as many as the longest theme takes, else one.
    private static func titleRows(_ tables: [Table], _ columns: Int, in rect: Rect) -> [Int] {
      let width = (rect.width - 2 * (columns - 1)) / columns - 6
      let isLong = tables.contains { Text.width($0.theme) > width }
      return isLong ? [2, 1] : [1]
    }

    /// Numbers of columns worth a try: the most that hold every word of a theme and every name, then the
    /// most that hold every name, evenly filled; where names follow one another, the fewest first.
    private static func candidates(
      _ density: Density, _ tables: [Table], in rect: Rect
    ) -> [Int] {
      let shown = Table.shortened(tables, density.forms)
      let longest = shown.flatMap(\.names).map { Text.width($0) }.max() ?? 0
      let wanted = density == .narrow ? min(longest, narrow) : longest + density.frame
      func most(_ width: Int) -> Int { min(tables.count, (rect.width + 2) / (width + 2)) }
      guard most(wanted) > 0 else { return [] }
      if density.runs { return Array(1...most(wanted)) }
      let words = tables.flatMap { $0.theme.split(separator: " ") }
      // A theme stands after its table's number.
      let titled = (words.map { Text.width(String($0)) }.max() ?? 0) + 2 + density.frame
      return [max(wanted, titled), wanted].map(most).filter { $0 > 0 }.map { most in
        let rows = (tables.count + most - 1) / most
        return (tables.count + rows - 1) / rows
      }
    }

    private func width(_ whole: Int) -> Int { (whole - 2 * (columns - 1)) / columns }

    private func rows(_ tables: [Table]) -> [ArraySlice<Table>] {
      stride(from: 0, to: tables.count, by: columns).map {
        tables[$0..<min($0 + columns, tables.count)]
      }
    }

    /// The rows that everything takes.
    private func height(of tables: [Table], width: Int) -> Int {
      let tables = named(tables)
      let rows = rows(tables)
      let heights = rows.map { row in
        row.map { height(of: $0, width: self.width(width)) }.max() ?? 0
      }
      return heights.reduce(0, +) + (density == .boxed ? 0 : rows.count - 1)
    }

    private func named(_ tables: [Table]) -> [Table] {
      Table.shortened(tables, density.forms)
    }

    private func height(of table: Table, width: Int) -> Int {
      switch density {
      case .boxed: titleRows + table.names.count + 2
      case .lines, .short, .narrow: titleRows + table.names.count
      case .running, .first: titleRows + Text.wrap(running(table), to: max(1, width)).count
      }
    }

    private func running(_ table: Table) -> String {
      // A name is not broken from its initial.
      table.names.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: ", ")
    }

    func draw(_ tables: [Table], _ scene: Scene, into frame: inout Frame, in rect: Rect) {
      let tables = named(tables)
      let rows = rows(tables)
      let gap = density == .boxed ? 0 : 1
      let needed = height(of: tables, width: rect.width)
      // What is left over becomes air between the rows of tables.
      let air = rows.count > 1 ? max(0, min(1, (rect.height - needed) / (rows.count - 1))) : 0
      var room = rect
      for row in rows {
        let wanted = row.map { height(of: $0, width: width(rect.width)) }.max() ?? 0
        let fair = min(wanted, max(2, rect.height / rows.count))
        let (strip, rest) = room.top(needed <= rect.height ? wanted : fair)
        for (table, place) in zip(row, strip.columns(columns, gap: 2)) {
          draw(table, scene, into: &frame, in: place)
        }
        room = rest.top(gap + air).rest
      }
    }

    private func draw(_ table: Table, _ scene: Scene, into frame: inout Frame, in rect: Rect) {
      let isBoxed = density == .boxed
      if isBoxed { frame.box(rect) }
      let inner = isBoxed ? rect.inset(horizontal: 2, vertical: 1) : rect
      let (head, body) = inner.top(titleRows)
      let title = table.theme.isEmpty ? scene.say("Table \(table.number)") : "\(table.number)"
      let end = frame.put(
        title, x: head.x, y: head.y, style: Style(.accent, bold: true), width: head.width)
      if !table.theme.isEmpty {
        frame.paragraph(
          table.theme,
          in: Rect(
            x: end + 1, y: head.y, width: head.maxX - end - 1, height: min(titleRows, head.height)),
          style: Style(.strong, bold: true))
      }
      guard !density.runs else {
        frame.paragraph(running(table), in: body)
        return
      }
      for (index, name) in table.names.prefix(body.height).enumerated() {
        frame.put(name, x: body.x, y: body.y + index, width: body.width)
      }
    }
  }
}

extension StageStep {
  package static let seating = StageStep.view(SeatingView.name) {
    SeatingView.draw($0, into: &$1, in: $2)
  }
}
