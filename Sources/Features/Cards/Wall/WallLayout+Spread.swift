import Terminal
import WorkshopCore

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
