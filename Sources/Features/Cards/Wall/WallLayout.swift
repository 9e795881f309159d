import Terminal
import WorkshopCore

/// Where everything of a wall stands: heads of groups, cards, and counts of the cards without room.
///
/// A value, so that a click is looked up and a step to the card at the right is found in the same places
/// that are drawn. Only what is seen is measured: a board of thousands is laid out at every key.
struct WallLayout {
  var heads: [Head] = []
  var cards: [Placed] = []
  var rests: [Rest] = []

  /// A group's title over its columns; a group without a title has none.
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
  static let narrowest = 24
  /// Nor much wider: a wide window gets more columns and air, not longer lines.
  static let widest = 46
  static let gap = 2

  let groups: [Group]
  let selected: CardID?
  /// Of what has no room, the end is left out and not the beginning.
  let keepsFirst: Bool

  /// - Parameters:
  ///   - selected: the card that is in sight whatever has no room; nil: one end of each group.
  ///   - keepsFirst: whether that is the beginning: where the cards have an order of merit.
  init(_ groups: [Group], in rect: Rect, selected: CardID? = nil, keepsFirst: Bool = false) {
    self.groups = groups
    self.selected = selected
    self.keepsFirst = keepsFirst
    guard !groups.isEmpty, !rect.isEmpty else { return }
    let most = max(1, (rect.width + Self.gap) / (Self.narrowest + Self.gap))
    if groups.count > most {
      stack(over: most, in: rect)
    } else {
      spread(over: most, in: rect)
    }
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

extension Group {
  /// The rows of its title over its cards.
  var headRows: Int { title.isEmpty ? 0 : 1 }
}

/// A group or a few side by side, each over one column or several.
extension WallLayout {
  mutating func spread(over most: Int, in rect: Rect) {
    let fewest = (rect.width + Self.gap) / (Self.widest + Self.gap)
    let lowest = min(most, max(groups.count, groups.count == 1 ? fewest + 1 : fewest))
    for density in WallDensity.allCases {
      for count in lowest...most {
        guard let shares = shares(of: count, density, in: rect) else { continue }
        place(shares, of: count, density, in: rect)
        return
      }
    }
    place(fair(most), of: most, .two, in: rect)
  }

  private mutating func place(
    _ shares: [Int], of count: Int, _ density: WallDensity, in rect: Rect
  ) {
    var columns = rect.columns(count, gap: Self.gap)[...]
    for (group, share) in shares.enumerated() {
      place(group, in: Array(columns.prefix(share)), density)
      columns = columns.dropFirst(share)
    }
  }

  /// As many columns for each group as it needs to show all its cards; nil where that is more than there
  /// are. A group that is alone takes them all.
  private func shares(of count: Int, _ density: WallDensity, in rect: Rect) -> [Int]? {
    let width = rect.columns(count, gap: Self.gap).last?.width ?? rect.width
    var left = count - groups.count
    var shares: [Int] = []
    for group in groups {
      let least = groups.count == 1 ? max(1, min(count, group.cards.count)) : 1
      let rows = rect.height - group.headRows
      guard
        let need = (least...max(least, 1 + left)).first(where: {
          Self.fits(group.cards, over: $0, width: width, rows: rows, density)
        })
      else { return nil }
      left -= need - 1
      shares.append(need)
    }
    return left >= 0 || groups.count == 1 ? shares : nil
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
}

/// More groups than columns: beneath each other, in order, as evenly as they go.
extension WallLayout {
  mutating func stack(over most: Int, in rect: Rect) {
    let columns = rect.columns(most, gap: Self.gap)
    let width = columns.last?.width ?? rect.width
    let heights = groups.map { needs($0, width: width, .lines, atMost: rect.height * most) }
    let stacks = Self.packed(heights, over: most)
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

  /// Heights in order over columns, so that the highest column is as low as it can be.
  static func packed(_ heights: [Int], over columns: Int) -> [[Int]] {
    func stacks(_ limit: Int) -> [[Int]] {
      var stacks: [[Int]] = []
      var filled = 0
      for (index, height) in heights.enumerated() {
        if stacks.isEmpty || filled + height > limit {
          stacks.append([])
          filled = 0
        }
        stacks[stacks.count - 1].append(index)
        filled += height
      }
      return stacks
    }
    var (low, high) = (heights.max() ?? 0, heights.reduce(0, +))
    while low < high {
      let middle = (low + high) / 2
      if stacks(middle).count <= columns { high = middle } else { low = middle + 1 }
    }
    return stacks(low)
  }

  /// Counts the cards of groups that are not shown.
  private mutating func leaveOut(_ left: ArraySlice<Int>, in column: Rect) {
    guard let first = left.first else { return }
    let count = left.reduce(0) { $0 + groups[$1].cards.count }
    rests.append(
      Rest(group: first, count: count, place: column.bottom(1).strip, isInHead: false))
  }

  private func density(of stacks: [[Int]], width: Int, rows: Int) -> WallDensity {
    WallDensity.allCases.first { density in
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
  private func needs(_ group: Group, width: Int, _ density: WallDensity, atMost most: Int) -> Int {
    var used = 1 + group.headRows
    for card in group.cards where used <= most {
      used += density.rows(card, width: width) + density.air
    }
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
}
