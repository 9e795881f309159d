import Terminal
import WorkshopCore

/// More groups than columns: beneath each other, in order, as evenly as they go.
extension WallLayout {
  mutating func stack(over most: Int, in rect: Rect) {
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
