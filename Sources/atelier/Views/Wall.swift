import Journal
import Terminal
import Workshop

/// Cards in columns, one group a zone, theme or table; the fuller the board, the denser.
///
/// Nothing is scrolled away: more groups than columns are stacked, and a count says how many cards a
/// group has no room for. So a stage without keys shows the whole board.
enum Wall {
  /// A card is not drawn narrower than this.
  private static let narrowest = 22
  /// Nor much wider: a wide window gets more columns and air, not longer lines.
  private static let widest = 46

  /// How a card is drawn: in a box, as lines, as three lines at most, as two, as one.
  private enum Density: CaseIterable {
    case boxed, lines, three, two, one

    var most: Int {
      switch self {
      case .boxed, .lines: .max
      case .three: 3
      case .two: 2
      case .one: 1
      }
    }
  }

  static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let (foot, wall) = rect.bottom(2)
    let total = scene.workshop.cards(on: board.id).count
    if total == 0 {
      let text = onStage ? "The first card will stand here" : "No card yet: a adds one" as Phrase
      frame.put(
        scene.say(text), x: wall.x + 2, y: wall.y, style: .quiet, width: wall.width - 2)
    } else {
      let groups = scene.groups(of: board).filter { !onStage || !$0.cards.isEmpty }
      draw(groups, into: &frame, in: wall, selected: onStage ? nil : scene.focus.card)
    }
    if !onStage, let card = scene.selected(on: board) {
      // What the wall has to shorten stands here in full.
      frame.paragraph(label(card), in: foot, style: .accent)
    } else {
      frame.put(
        count(scene, board), x: foot.x, y: foot.y + 1, style: .quiet, width: foot.width)
    }
  }

  /// Groups in columns, as airy as they fit.
  ///
  /// - Parameter counts: whether every group says how many cards it has, not only one that hides some.
  static func draw(
    _ groups: [Group], counts: Bool = false, into frame: inout Frame, in wall: Rect,
    selected: CardID? = nil
  ) {
    let columns = arrange(groups, in: wall)
    let density = density(of: columns, in: wall)
    for (place, stack) in zip(wall.columns(slots(wall, columns.count), gap: 2), columns) {
      draw(stack, density, counts: counts, into: &frame, in: place, selected: selected)
    }
  }

  private static func count(_ scene: Scene, _ board: Board) -> String {
    // With a filter on, what it lets through.
    let total = scene.groups(of: board).reduce(0) { $0 + $1.cards.count }
    let cards = scene.say(total == 1 ? "1 card" : "\(total) cards")
    let writing = scene.presence.filter { $0.board == board.id && $0.isTyping }.count
    guard writing > 0 else { return cards }
    return cards + " · "
      + scene.say(writing == 1 ? "1 person is writing" : "\(writing) people are writing")
  }

  /// The airiest way in which everything fits, the same for the whole wall.
  private static func density(of columns: [[Group]], in rect: Rect) -> Density {
    let width = width(rect, columns.count)
    // The last group needs no air beneath it.
    let room = rect.height + 1
    let fitting = Density.allCases.first { density in
      columns.allSatisfy { stack in
        var used = 0
        return stack.allSatisfy { group in
          used += needs(group, width: width, density, atMost: room)
          return used <= room
        }
      }
    }
    return fitting ?? .one
  }

  /// Columns the wall is cut into; the last ones stay empty where a few would grow too wide.
  private static func slots(_ rect: Rect, _ columns: Int) -> Int {
    max(columns, rect.width / widest)
  }

  private static func width(_ rect: Rect, _ columns: Int) -> Int {
    rect.columns(slots(rect, columns), gap: 2).last?.width ?? rect.width
  }

  /// Groups in columns, in order: one each, stacked evenly where there are more groups than columns, or
  /// a single group spread over all of them.
  private static func arrange(_ groups: [Group], in rect: Rect) -> [[Group]] {
    let most = max(1, rect.width / narrowest)
    if groups.count == 1 { return spread(groups[0], over: most) }
    if groups.count <= most { return groups.map { [$0] } }
    let width = width(rect, most)
    let heights = groups.map { needs($0, width: width, .lines, atMost: rect.height * most) }
    let fair = max(1, (heights.reduce(0, +) + most - 1) / most)
    var columns: [[Group]] = []
    var filled = 0
    for (group, height) in zip(groups, heights) {
      // A new column where the group's middle would lie beyond the fair height.
      if columns.isEmpty || (filled + height / 2 >= fair && columns.count < most) {
        columns.append([])
        filled = 0
      }
      columns[columns.count - 1].append(group)
      filled += height
    }
    return columns
  }

  /// One group over several columns, filled from the left.
  private static func spread(_ group: Group, over most: Int) -> [[Group]] {
    let count = min(most, max(1, group.cards.count))
    return (0..<count).map { column in
      let cards = group.cards.enumerated().filter { $0.offset % count == column }.map(\.element)
      return [Group(id: group.id, title: column == 0 ? group.title : "", cards: cards)]
    }
  }

  /// The rows a group takes: its title, its cards, a row of air. Not counted on beyond a number, as a
  /// board of thousands is drawn at every key.
  private static func needs(
    _ group: Group, width: Int, _ density: Density, atMost most: Int
  ) -> Int {
    var used = 2
    for card in group.cards where used <= most {
      used += rows(label(card), width: width, density)
    }
    return used
  }

  private static func rows(_ text: String, width: Int, _ density: Density) -> Int {
    if density == .one { return 1 }
    let isBoxed = density == .boxed
    let rows = Text.wrap(text, to: max(1, width - (isBoxed ? 4 : 2))).count
    return min(rows, density.most) + (isBoxed ? 2 : 0)
  }

  private static func draw(
    _ stack: [Group], _ density: Density, counts: Bool, into frame: inout Frame, in rect: Rect,
    selected: CardID?
  ) {
    let wanted = stack.map { needs($0, width: rect.width, density, atMost: rect.height) }
    let given = share(rect.height + 1, among: wanted)
    var room = rect
    for (group, height) in zip(stack, given) {
      let (place, below) = room.top(height)
      room = below
      let (head, cards) = place.top(1)
      // The last row of a group is air, but at the wall's end.
      let body = below.isEmpty ? cards : cards.bottom(1).rest
      let hidden = draw(group.cards, density, into: &frame, in: body, selected: selected)
      let count = counts || hidden > 0 ? "\(group.cards.count)" : ""
      frame.put(
        count, x: head.maxX - Text.width(count), y: head.y, style: .quiet)
      frame.put(
        " " + group.title, x: head.x, y: head.y, style: Style(.strong, bold: true),
        width: head.width - Text.width(count) - 1)
    }
  }

  /// Rows for each of several wishes: three at least, then one more each in turn while there are any.
  private static func share(_ rows: Int, among wishes: [Int]) -> [Int] {
    var given = wishes.map { min($0, 3) }
    var left = rows - given.reduce(0, +)
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

  /// The cards of a group; returns how many have no room.
  private static func draw(
    _ cards: [Card], _ density: Density, into frame: inout Frame, in rect: Rect, selected: CardID?
  ) -> Int {
    guard !rect.isEmpty else { return cards.count }
    let heights = cards.map { rows(label($0), width: rect.width, density) }
    let shown = window(heights, in: rect.height, around: cards.firstIndex { $0.id == selected })
    var y = rect.y
    for index in shown {
      let place = Rect(
        x: rect.x, y: y, width: rect.width, height: min(heights[index], rect.maxY - y))
      draw(
        cards[index], boxed: density == .boxed, isSelected: cards[index].id == selected,
        into: &frame, in: place)
      y += heights[index]
    }
    return cards.count - shown.count
  }

  private static func draw(
    _ card: Card, boxed: Bool, isSelected: Bool, into frame: inout Frame, in place: Rect
  ) {
    if boxed {
      frame.box(place, style: isSelected ? Style(.accent, bold: true) : .card)
      frame.paragraph(
        label(card), in: place.inset(horizontal: 2, vertical: 1),
        style: isSelected ? Style(.strong, bold: true) : .plain)
    } else {
      let style: Style = isSelected ? Style(.selection, bold: true) : .plain
      frame.put(isSelected ? "▶" : "·", x: place.x, y: place.y, style: isSelected ? style : .quiet)
      frame.paragraph(label(card), in: place.left(2).rest, style: style)
    }
    if isSelected { frame.cursor = Point(x: place.x, y: place.y) }
  }

  /// The cards that fit: around the selected one, else the newest, in their order.
  private static func window(_ heights: [Int], in room: Int, around selected: Int?) -> Range<Int> {
    if heights.reduce(0, +) <= room { return heights.indices }
    var last = selected.map { $0 + 1 } ?? heights.count
    var first = last
    var used = 0
    while first > 0, used + heights[first - 1] <= room {
      first -= 1
      used += heights[first]
    }
    while last < heights.count, used + heights[last] <= room {
      used += heights[last]
      last += 1
    }
    return first..<last
  }

  /// A card's text with its voices, how many others it comes from, and a mark when two people typed over
  /// each other.
  static func label(_ card: Card) -> String {
    let text = card.text.isEmpty ? "…" : card.text
    let voices = card.voices > 1 ? "×\(card.voices)" : ""
    let links = card.links.isEmpty ? "" : "↳\(card.links.count)"
    let marks = [voices, links].filter { !$0.isEmpty }.joined(separator: " ")
    return text + (marks.isEmpty ? "" : "  " + marks) + (card.rivals.isEmpty ? "" : " ≠")
  }
}
