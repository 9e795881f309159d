import Terminal
import WorkshopCore

/// A group in its columns.
extension WallLayout {
  mutating func place(_ index: Int, in columns: [Rect], _ density: WallDensity) {
    let group = groups[index]
    guard let first = columns.first, let last = columns.last, !first.isEmpty else { return }
    let area = Rect(x: first.x, y: first.y, width: last.maxX - first.x, height: first.height)
    if group.headRows > 0 {
      heads.append(
        Head(
          group: index, id: group.id ?? "", title: group.title, count: group.cards.count,
          place: area.top(1).strip, area: area))
    }
    let rows = area.height - group.headRows
    let bodies = columns.map { $0.top(group.headRows).rest }
    let fitting = density.looser.first {
      Self.fits(group.cards, over: columns.count, width: last.width, rows: rows, $0)
    }
    guard let fitting else { return crowd(index, in: bodies, density) }
    let tops = Self.tops(of: group.cards, over: columns.count, width: last.width, fitting)
    for (place, card) in group.cards.enumerated() {
      let height = fitting.rows(card, width: last.width)
      let body = bodies[place % columns.count]
      put(card, index, body.top(tops[place]).rest.top(height).strip, fitting)
    }
  }

  /// Where cards dealt over columns in turn begin, in rows from the top; those after the last that has room
  /// are left out.
  private static func tops(
    of cards: [Card], over columns: Int, width: Int, rows: Int = .max, _ density: WallDensity
  ) -> [Int] {
    var tops: [Int] = []
    var ends = Array(repeating: -density.air, count: columns)
    for (index, card) in cards.enumerated() {
      let column = index % columns
      if density.isAligned, column == 0 {
        ends = Array(repeating: ends.max() ?? 0, count: columns)
      }
      let top = ends[column] + density.air
      ends[column] = top + density.rows(card, width: width)
      if ends[column] > rows { break }
      tops.append(top)
    }
    return tops
  }

  /// Whether cards dealt over columns in turn have room in all of them.
  static func fits(
    _ cards: [Card], over columns: Int, width: Int, rows: Int, _ density: WallDensity
  ) -> Bool {
    cards.count <= rows * columns
      && tops(of: cards, over: columns, width: width, rows: rows, density).count == cards.count
  }

  /// A group with more cards than room: the lines of cards around the selected one, else the first or
  /// the last ones, and how many are left out.
  private mutating func crowd(_ index: Int, in bodies: [Rect], _ density: WallDensity) {
    let cards = groups[index].cards
    let body = bodies[0]
    let hasRow = body.height >= 3 || groups[index].headRows == 0
    let across = bodies.count
    let lines = (cards.count + across - 1) / across
    func line(_ line: Int) -> ArraySlice<Card> {
      cards[(line * across)..<min(cards.count, (line + 1) * across)]
    }
    let width = bodies[across - 1].width
    let rows = body.height - (hasRow ? 1 : 0)
    let height = { (number: Int) in
      min(rows, line(number).map { density.rows($0, width: width) }.max() ?? 1)
    }
    let chosen = cards.firstIndex { $0.id == selected }.map { $0 / across }
    let shown = window(lines, in: rows, around: chosen, height: height)
    var y = body.y
    for number in shown {
      let tall = height(number)
      for (column, card) in line(number).enumerated() {
        let own = min(tall, density.rows(card, width: width))
        put(card, index, bodies[column].top(y - body.y).rest.top(own).strip, density)
      }
      y += tall
    }
    let hidden = cards.count - shown.reduce(0) { $0 + line($1).count }
    guard hidden > 0 else { return }
    let place = hasRow ? body.bottom(1).strip : heads[heads.count - 1].place
    rests.append(Rest(group: index, count: hidden, place: place, isInHead: !hasRow))
  }

  private mutating func put(_ card: Card, _ group: Int, _ place: Rect, _ density: WallDensity) {
    cards.append(Placed(card: card, group: group, place: place, isBoxed: density == .boxed))
  }

  /// The lines that fit: around the selected one, else the first or the last, in their order.
  private func window(
    _ count: Int, in room: Int, around selected: Int?, height: (Int) -> Int
  ) -> Range<Int> {
    var last = selected.map { $0 + 1 } ?? (keepsFirst ? 0 : count)
    var first = last
    var used = 0
    while first > 0, used + height(first - 1) <= room {
      first -= 1
      used += height(first)
    }
    while last < count, used + height(last) <= room {
      used += height(last)
      last += 1
    }
    return first..<last
  }
}
