import Languages
import Shell
import Terminal
import WorkshopCore

/// A wall in a window where body text is too small for the last row of a room: everything in large letters
/// where that has room, else what the moment needs.
///
/// While ideas come in that is the newest ones, with a count of the others; once they are quiet the
/// clusters, their titles large, with as much of their cards as stands beside them.
enum LargeWall {
  /// More pages than this go by for so long that nobody waits for them.
  private static let mostPages = 6
  /// Ideas are coming in for so long after the last one, in milliseconds.
  private static let quiet: Int64 = 60_000

  static func draw(
    _ groups: [Group], count: String, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let groups = groups.filter { !$0.cards.isEmpty }
    let room = rect.inset(horizontal: 2, vertical: 0)
    let (foot, wall) = room.bottom(1)
    let whole = StageText(lines(groups, scene), largest: Lettering.smallest)
    if whole.isLarge(in: wall.size) {
      whole.draw(into: &frame, in: wall)
      frame.put(count, x: foot.x, y: foot.y, style: .quiet, width: foot.width)
    } else if let pages = pages(groups, scene, in: wall.size) {
      let page = scene.page(of: pages.count)
      pages[page].draw(into: &frame, in: wall)
      frame.put(
        count + " · " + scene.pageSaid(page, of: pages.count), x: foot.x, y: foot.y,
        style: .accent, width: foot.width)
    } else if isComingIn(groups, scene) || groups.allSatisfy(\.title.isEmpty) {
      newest(groups, count, scene, into: &frame, in: room)
    } else {
      let said = clusters(groups, scene, into: &frame, in: wall)
      frame.put(
        said.isEmpty ? count : count + " · " + said, x: foot.x, y: foot.y, style: .accent,
        width: foot.width)
    }
  }

  private static func isComingIn(_ groups: [Group], _ scene: Scene) -> Bool {
    let last = groups.flatMap(\.cards).map(\.added.milliseconds).max() ?? 0
    return scene.now.milliseconds - last < quiet
  }

  private static func line(_ card: Card, _ scene: Scene) -> StageText.Line {
    let isFresh = scene.fresh.contains(card.id)
    return StageText.Line(
      card.voices > 1 ? "\(card.text) ×\(card.voices)" : card.text,
      isFresh ? Style(.newest, bold: true) : .plain, rank: 0, mark: isFresh ? "◆" : "·")
  }

  private static func lines(_ groups: [Group], _ scene: Scene) -> [StageText.Line] {
    groups.flatMap { group in
      [StageText.Line(group.title, Style(.strong, bold: true), rank: 0, air: 2)]
        + group.cards.map { line($0, scene) }
    }
  }

  /// The cards in large letters on a few pages, each group's title above its own; nil where a card has no
  /// room or where that would be many pages.
  private static func pages(_ groups: [Group], _ scene: Scene, in room: Size) -> [StageText]? {
    guard !isComingIn(groups, scene) else { return nil }
    var pages: [StageText] = []
    for group in groups {
      let cards = group.cards.map { card in
        var line = line(card, scene)
        line.rank = 1
        return line
      }
      let title = StageText.Line(group.title, Style(.strong, bold: true))
      let text = StageText([title] + cards, largest: Lettering.smallest)
      guard let more = text.pages(in: room, most: mostPages - pages.count) else { return nil }
      pages += more
    }
    return pages.count <= mostPages ? pages : nil
  }

  /// The last ideas, the newest first, and beneath them how many there are, and in which cluster.
  private static func newest(
    _ groups: [Group], _ count: String, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let titled = groups.filter { !$0.title.isEmpty }.map { "\($0.title) \($0.cards.count)" }
    let counts = StageText([
      .init(([count] + titled).joined(separator: " · "), .accent)
    ])
    let below = counts.height(in: Size(columns: rect.width, rows: rect.height / 3))
    let (foot, wall) = rect.bottom(below)
    let cards = groups.flatMap(\.cards).sorted { $0.added > $1.added }
    let most = max(1, wall.height / (Lettering.smallest + 1))
    let shown = (1...most).reversed().lazy.map { count in
      StageText(cards.prefix(count).map { line($0, scene) })
    }.first { $0.isLarge(in: Size(columns: wall.width, rows: wall.height - 1)) }
    (shown ?? StageText(cards.prefix(1).map { line($0, scene) }))
      .draw(into: &frame, in: wall.bottom(1).rest)
    counts.draw(into: &frame, in: foot)
  }

  /// One cluster beneath the other: its title large at the left, its cards at the right, large where that
  /// has room; as many clusters as go on a page. Returns which page it is, where there are several.
  private static func clusters(
    _ groups: [Group], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> String {
    let titles = groups.map { group in
      let title = group.title.isEmpty ? scene.say("Not yet sorted") : group.title
      return StageText([.init(title, Style(.strong, bold: true))], largest: Lettering.smallest)
    }
    // A long word may need half the width: titles are all as large.
    let widths = [rect.width * 2 / 5, rect.width / 2]
    let width =
      widths.first { width in
        titles.allSatisfy { $0.isLarge(in: Size(columns: width - 3, rows: rect.height)) }
      } ?? widths[0]
    let cards = groups.map { group in
      StageText(group.cards.map { line($0, scene) }, largest: Lettering.smallest)
    }
    let side = Size(columns: width - 3, rows: rect.height)
    let other = Size(columns: rect.width - width, rows: rect.height)
    let least = titles.map { $0.height(in: side) + 1 }
    let most = zip(least, cards).map { least, cards in
      cards.isLarge(in: other) ? max(least, cards.height(in: other) + 1) : least
    }
    let isWhole = most.reduce(0, +) <= rect.height + 1
    let pages = isWhole ? [Array(groups.indices)] : Self.pages(least, in: rect.height + 1)
    let page = scene.page(of: pages.count)
    var heights = pages[page].map { isWhole ? most[$0] : least[$0] }
    // What is over goes to the clusters with the most cards that are not seen.
    var left = rect.height + 1 - heights.reduce(0, +)
    while left > 0, !isWhole {
      let neediest = heights.indices.max {
        groups[pages[page][$0]].cards.count - 2 * heights[$0]
          < groups[pages[page][$1]].cards.count - 2 * heights[$1]
      }
      guard let neediest else { break }
      heights[neediest] += 1
      left -= 1
    }
    var room = rect
    for (index, height) in zip(pages[page], heights) {
      let (row, rest) = room.top(height)
      room = rest
      let own = row.bottom(rest.isEmpty && row.height < height ? 0 : 1).rest
      let (title, text) = own.left(width)
      titles[index].draw(into: &frame, in: title.right(3).rest)
      if isWhole, cards[index].isLarge(in: text.size) {
        cards[index].draw(into: &frame, in: text)
      } else {
        Wall.drawSmall(
          [Group(id: groups[index].id, title: "", cards: groups[index].cards)], into: &frame,
          in: text)
      }
    }
    return pages.count > 1 ? scene.pageSaid(page, of: pages.count) : ""
  }

  /// Rows of so many heights on as few pages as hold them, in order.
  private static func pages(_ heights: [Int], in rows: Int) -> [[Int]] {
    var pages: [[Int]] = [[]]
    var used = 0
    for (index, height) in heights.enumerated() {
      if used > 0, used + height > rows {
        pages.append([])
        used = 0
      }
      pages[pages.count - 1].append(index)
      used += height
    }
    return pages
  }
}
