import Synchronization
import Terminal
import Workshop

/// Where everything of a wall stands: heads of groups, cards, and counts of the cards without room.
///
/// A value, so that a click is looked up and a step to the card at the right is found in the same places
/// that are drawn. Only what is seen is measured: a board of thousands is laid out at every key.
struct WallLayout {
  var heads: [Head] = []
  var cards: [Placed] = []
  var rests: [Rest] = []

  /// A group's title over its columns.
  struct Head {
    let group: Int
    /// The group's, empty for the unsorted cards.
    let id: String
    let title: String
    /// How many cards it has.
    let count: Int
    let place: Rect
    /// The title and all that stands beneath it.
    let area: Rect
  }

  /// A card, in the rows it was given.
  struct Placed {
    let card: Card
    let group: Int
    let place: Rect
    let isBoxed: Bool
  }

  /// How many cards of a group have no room.
  struct Rest {
    let group: Int
    let count: Int
    let place: Rect
    /// There is no row for it: it shares the title's.
    let isInHead: Bool
  }

  /// A card is not drawn narrower than this.
  private static let narrowest = 24
  /// Nor much wider: a wide window gets more columns and air, not longer lines.
  private static let widest = 46
  private static let gap = 2

  /// How a card is drawn: in a box, as lines, as three lines at most, as two.
  ///
  /// Never as one: a wall of beginnings says nothing. What then has no room is counted.
  private enum Density: CaseIterable {
    case boxed, lines, three, two

    var most: Int {
      switch self {
      case .boxed, .lines: .max
      case .three: 3
      case .two: 2
      }
    }
  }

  private let groups: [Group]
  private let selected: CardID?

  /// - Parameter selected: the card that is in sight whatever has no room; nil: the end of each group.
  init(_ groups: [Group], in rect: Rect, selected: CardID? = nil) {
    self.groups = groups
    self.selected = selected
    guard !groups.isEmpty, !rect.isEmpty else { return }
    let most = max(1, (rect.width + Self.gap) / (Self.narrowest + Self.gap))
    if groups.count > most {
      stack(over: most, in: rect)
    } else {
      spread(over: most, in: rect)
    }
  }

  // MARK: A group or a few, each over one column or several

  private mutating func spread(over most: Int, in rect: Rect) {
    let fewest = (rect.width + Self.gap) / (Self.widest + Self.gap)
    let lowest = min(most, max(groups.count, groups.count == 1 ? fewest + 1 : fewest))
    for density in Density.allCases {
      for count in lowest...most {
        guard let shares = shares(of: count, density, in: rect) else { continue }
        place(shares, of: count, density, in: rect)
        return
      }
    }
    place(fair(most), of: most, .two, in: rect)
  }

  private func place(_ shares: [Int], of count: Int, in rect: Rect) -> [[Rect]] {
    var columns = rect.columns(count, gap: Self.gap)[...]
    return shares.map { share in
      defer { columns = columns.dropFirst(share) }
      return Array(columns.prefix(share))
    }
  }

  private mutating func place(_ shares: [Int], of count: Int, _ density: Density, in rect: Rect) {
    for (group, columns) in place(shares, of: count, in: rect).enumerated() {
      place(group, in: columns, density)
    }
  }

  /// As many columns for each group as it needs to show all its cards; nil where that is more than there
  /// are. A group that is alone takes them all.
  private func shares(of count: Int, _ density: Density, in rect: Rect) -> [Int]? {
    let width = rect.columns(count, gap: Self.gap).last?.width ?? rect.width
    var left = count - groups.count
    var shares: [Int] = []
    for group in groups {
      let least = groups.count == 1 ? max(1, min(count, group.cards.count)) : 1
      guard
        let need = (least...max(least, 1 + left)).first(where: {
          fits(group.cards, over: $0, width: width, rows: rect.height - 1, density)
        })
      else { return nil }
      left -= need - 1
      shares.append(need)
    }
    return left >= 0 || groups.count == 1 ? shares : nil
  }

  private func fits(
    _ cards: [Card], over columns: Int, width: Int, rows: Int, _ density: Density
  ) -> Bool {
    guard cards.count <= rows * columns else { return false }
    var used = Array(repeating: 0, count: columns)
    for (index, card) in cards.enumerated() {
      used[index % columns] += Self.rows(card, width: width, density)
      if used[index % columns] > rows { return false }
    }
    return true
  }

  /// The columns there are, each next one to the group with the most cards in a column.
  private func fair(_ count: Int) -> [Int] {
    var shares = Array(repeating: 1, count: groups.count)
    for _ in groups.count..<max(groups.count, count) {
      let fullest = groups.indices.max {
        (groups[$0].cards.count / shares[$0], $1) < (groups[$1].cards.count / shares[$1], $0)
      }
      if let fullest { shares[fullest] += 1 }
    }
    return shares
  }

  // MARK: More groups than columns

  /// Groups beneath each other, in order, as evenly as they go.
  private mutating func stack(over most: Int, in rect: Rect) {
    let columns = rect.columns(most, gap: Self.gap)
    let width = columns.last?.width ?? rect.width
    let heights = groups.map { needs($0, width: width, .lines, atMost: rect.height * most) }
    let fair = max(1, (heights.reduce(0, +) + most - 1) / most)
    var stacks: [[Int]] = []
    var filled = 0
    for (group, height) in heights.enumerated() {
      // A new column where the group's middle would lie beyond the fair height.
      if stacks.isEmpty || (filled + height / 2 >= fair && stacks.count < most) {
        stacks.append([])
        filled = 0
      }
      stacks[stacks.count - 1].append(group)
      filled += height
    }
    let density = density(of: stacks, width: width, rows: rect.height + 1)
    for (column, whole) in zip(columns, stacks) {
      // Not even the titles have room: the last row counts the cards of the groups left out.
      let stack = whole.count > rect.height ? whole.prefix(rect.height - 1) : whole[...]
      leaveOut(whole.dropFirst(stack.count), in: column)
      let wanted = stack.map { needs(groups[$0], width: width, density, atMost: rect.height) }
      var room = column
      let chosen = stack.firstIndex { groups[$0].cards.contains { $0.id == selected } }
      // The last group needs no air beneath it; where rows are scarce, none does.
      let isTight = 3 * stack.count > rect.height + 1
      let rows = stack.count < whole.count ? rect.height - 1 : rect.height + (isTight ? 0 : 1)
      let given = Self.share(rows, among: wanted, first: chosen)
      for (group, height) in zip(stack, given) {
        let (own, below) = room.top(height)
        room = below
        place(group, in: [below.isEmpty || isTight ? own : own.bottom(1).rest], density)
      }
    }
  }

  /// Counts the cards of groups that are not shown.
  private mutating func leaveOut(_ left: ArraySlice<Int>, in column: Rect) {
    guard let first = left.first else { return }
    let count = left.reduce(0) { $0 + groups[$1].cards.count }
    rests.append(
      Rest(group: first, count: count, place: column.bottom(1).strip, isInHead: false))
  }

  private func density(of stacks: [[Int]], width: Int, rows: Int) -> Density {
    Density.allCases.first { density in
      stacks.allSatisfy { stack in
        var used = 0
        return stack.allSatisfy { group in
          used += needs(groups[group], width: width, density, atMost: rows)
          return used <= rows
        }
      }
    } ?? .two
  }

  /// The rows a group takes: its title, its cards, a row of air.
  private func needs(_ group: Group, width: Int, _ density: Density, atMost most: Int) -> Int {
    var used = 2
    for card in group.cards where used <= most { used += Self.rows(card, width: width, density) }
    return used
  }

  /// Rows for each of several wishes: three at least where there are so many, then one more each in turn
  /// while there are any.
  private static func share(_ rows: Int, among wishes: [Int], first chosen: Int?) -> [Int] {
    let least = max(1, min(3, rows / max(1, wishes.count)))
    var given = wishes.map { min($0, least) }
    var left = rows - given.reduce(0, +)
    // The selected card is in sight, whatever else is not.
    if let chosen, left > 0 {
      let more = min(left, max(0, 4 - given[chosen]))
      given[chosen] += more
      left -= more
    }
    while left > 0 {
      var isDone = true
      for index in wishes.indices where given[index] < wishes[index] && left > 0 {
        given[index] += 1
        left -= 1
        isDone = false
      }
      if isDone { break }
    }
    return given
  }

  // MARK: A group in its columns

  private mutating func place(_ index: Int, in columns: [Rect], _ density: Density) {
    let group = groups[index]
    guard let first = columns.first, let last = columns.last, !first.isEmpty else { return }
    let area = Rect(x: first.x, y: first.y, width: last.maxX - first.x, height: first.height)
    heads.append(
      Head(
        group: index, id: group.id ?? "", title: group.title, count: group.cards.count,
        place: area.top(1).strip,
        area: area))
    let rows = area.height - 1
    let bodies = columns.map { $0.top(1).rest }
    if fits(group.cards, over: columns.count, width: last.width, rows: rows, density) {
      var used = Array(repeating: 0, count: columns.count)
      for (place, card) in group.cards.enumerated() {
        let column = place % columns.count
        let height = Self.rows(card, width: last.width, density)
        put(card, index, bodies[column].top(used[column]).rest.top(height).strip, density)
        used[column] += height
      }
    } else {
      crowd(index, in: bodies, density)
    }
  }

  /// A group with more cards than room: the lines of cards around the selected one, else the last ones,
  /// and how many are left out.
  private mutating func crowd(_ index: Int, in bodies: [Rect], _ density: Density) {
    let cards = groups[index].cards
    let body = bodies[0]
    let hasRow = body.height >= 3
    let across = bodies.count
    let lines = (cards.count + across - 1) / across
    func line(_ line: Int) -> ArraySlice<Card> {
      cards[(line * across)..<min(cards.count, (line + 1) * across)]
    }
    let width = bodies[across - 1].width
    let rows = body.height - (hasRow ? 1 : 0)
    let height = { (number: Int) in
      min(rows, line(number).map { Self.rows($0, width: width, density) }.max() ?? 1)
    }
    let chosen = cards.firstIndex { $0.id == selected }.map { $0 / across }
    let shown = Self.window(lines, in: rows, around: chosen, height: height)
    var y = body.y
    for number in shown {
      let tall = height(number)
      for (column, card) in line(number).enumerated() {
        let own = min(tall, Self.rows(card, width: width, density))
        put(card, index, bodies[column].top(y - body.y).rest.top(own).strip, density)
      }
      y += tall
    }
    let hidden = cards.count - shown.reduce(0) { $0 + line($1).count }
    guard hidden > 0 else { return }
    let head = heads[heads.count - 1].place
    let place = hasRow ? body.bottom(1).strip : head
    rests.append(Rest(group: index, count: hidden, place: place, isInHead: !hasRow))
  }

  private mutating func put(_ card: Card, _ group: Int, _ place: Rect, _ density: Density) {
    cards.append(Placed(card: card, group: group, place: place, isBoxed: density == .boxed))
  }

  /// The lines that fit: around the selected one, else the last, in their order.
  private static func window(
    _ count: Int, in room: Int, around selected: Int?, height: (Int) -> Int
  ) -> Range<Int> {
    var last = selected.map { $0 + 1 } ?? count
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

  private static func rows(_ card: Card, width: Int, _ density: Density) -> Int {
    let isBoxed = density == .boxed
    let room = max(1, width - (isBoxed ? 4 : 2))
    let text = Wall.label(card)
    let rows = text.utf8.count <= room && !text.contains("\n") ? 1 : wrapped(text, to: room)
    return min(rows, density.most) + (isBoxed ? 2 : 0)
  }

  /// Texts measured before: at every key the same cards are tried at several widths.
  private static let memo = Mutex<[Measure: Int]>([:])
  /// As many as are remembered: a board of thousands at every width that is tried.
  private static let limit = 50_000

  private struct Measure: Hashable {
    let text: String
    let width: Int
  }

  /// How many rows a text takes, without what steers terminals, as in a paragraph.
  private static func wrapped(_ text: String, to width: Int) -> Int {
    let measure = Measure(text: text, width: width)
    if let known = memo.withLock({ $0[measure] }) { return known }
    let rows = Text.wrap(Text.sanitised(text, newlines: true), to: width).count
    memo.withLock { memo in
      if memo.count >= limit { memo.removeAll() }
      memo[measure] = rows
    }
    return rows
  }

  // MARK: Steps between places

  /// The card to go to from one, a column to the left or right: the nearest at its height.
  func beside(_ card: CardID, dx: Int) -> Placed? {
    guard let from = cards.first(where: { $0.card.id == card })?.place else { return nil }
    let others = cards.filter { dx > 0 ? $0.place.x > from.x : $0.place.x < from.x }
    return others.min {
      (abs($0.place.x - from.x), abs($0.place.y - from.y))
        < (abs($1.place.x - from.x), abs($1.place.y - from.y))
    }
  }

  /// How many columns the group of a card stands in: what is a line further down lies so many cards on.
  func across(_ card: CardID) -> Int {
    guard let group = cards.first(where: { $0.card.id == card })?.group else { return 1 }
    return Set(cards.filter { $0.group == group }.map(\.place.x)).count
  }
}
