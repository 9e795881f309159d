import Journal
import Terminal
import Workshop

/// Cards in columns, one column a zone, theme or table; boxes while there is room, then plain lines.
enum Wall {
  /// A card is not drawn narrower than this.
  private static let narrowest = 22

  static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let (foot, wall) = rect.bottom(2)
    let groups = scene.groups(of: board)
    let total = scene.workshop.cards(on: board.id).count
    if total == 0 {
      let text = onStage ? "The first card will stand here" : "No card yet: a adds one" as Phrase
      frame.put(scene.say(text), x: wall.x + 2, y: wall.y, style: .quiet, width: wall.width - 2)
    } else {
      draw(groups, scene, into: &frame, in: wall, selected: onStage ? nil : scene.focus.card)
    }
    frame.put(
      count(scene, board, total), x: foot.x, y: foot.y + 1, style: .quiet, width: foot.width)
  }

  private static func count(_ scene: Scene, _ board: Board, _ total: Int) -> String {
    let cards = scene.say(total == 1 ? "1 card" : "\(total) cards")
    let writing = scene.presence.filter { $0.board == board.id && $0.isTyping }.count
    guard writing > 0 else { return cards }
    return cards + " · "
      + scene.say(writing == 1 ? "1 person is writing" : "\(writing) people are writing")
  }

  private static func draw(
    _ groups: [Group], _ scene: Scene, into frame: inout Frame, in rect: Rect, selected: CardID?
  ) {
    let most = max(1, rect.width / narrowest)
    let isSpread = groups.count == 1
    // A single group is spread over all columns; otherwise each group keeps its column.
    let columns = isSpread ? spread(groups[0], over: most, rect.height) : groups.map { [$0] }
    let window = visible(columns, most: most, selected: selected)
    let places = rect.columns(window.count, gap: 2)
    for (place, stack) in zip(places, columns[window]) {
      var room = place
      for group in stack {
        if !group.title.isEmpty {
          let (head, rest) = room.top(1)
          frame.put(
            " " + group.title, x: head.x, y: head.y, style: Style(.strong, bold: true),
            width: head.width)
          room = rest
        }
        draw(group.cards, scene, into: &frame, in: room, selected: selected)
      }
    }
    if window.count < columns.count {
      let more = columns.count - window.count
      frame.put(
        scene.say(more == 1 ? "1 more column" : "\(more) more columns"), x: rect.maxX - 20,
        y: rect.maxY + 1,
        style: .quiet, width: 20, alignment: .right)
    }
  }

  /// The columns on screen: those around the selected card, else the first ones.
  private static func visible(_ columns: [[Group]], most: Int, selected: CardID?) -> Range<Int> {
    let count = min(most, columns.count)
    let at = columns.firstIndex { $0.contains { $0.cards.contains { $0.id == selected } } } ?? 0
    let first = max(0, min(at - count / 2, columns.count - count))
    return first..<(first + count)
  }

  /// One group over several columns, filled from the left.
  private static func spread(_ group: Group, over most: Int, _ height: Int) -> [[Group]] {
    let count = min(most, max(1, group.cards.count))
    return (0..<count).map { column in
      let cards = group.cards.enumerated().filter { $0.offset % count == column }.map(\.element)
      return [Group(id: group.id, title: column == 0 ? group.title : "", cards: cards)]
    }
  }

  /// The cards of a column: in boxes when all fit, else as lines, with a count of what does not fit.
  private static func draw(
    _ cards: [Card], _ scene: Scene, into frame: inout Frame, in rect: Rect, selected: CardID?
  ) {
    let texts = cards.map { label($0) }
    let boxed = texts.map { Text.wrap($0, to: max(1, rect.width - 4)).count + 2 }
    let isBoxed = boxed.reduce(0, +) <= rect.height && rect.width >= 12
    let heights = isBoxed ? boxed : texts.map { Text.wrap($0, to: max(1, rect.width - 2)).count }
    let shown = window(heights, in: rect.height, around: cards.firstIndex { $0.id == selected })
    var y = rect.y
    for index in shown {
      let place = Rect(
        x: rect.x, y: y, width: rect.width, height: min(heights[index], rect.maxY - y))
      let isSelected = cards[index].id == selected
      let style: Style = isSelected ? Style(.selection, bold: true) : .plain
      if isBoxed {
        frame.box(place, style: isSelected ? Style(.accent, bold: true) : .card)
        frame.paragraph(
          texts[index], in: place.inset(horizontal: 2, vertical: 1),
          style: isSelected ? Style(.strong, bold: true) : .plain)
      } else {
        frame.put(isSelected ? "▶" : "·", x: place.x, y: y, style: isSelected ? style : .quiet)
        frame.paragraph(
          texts[index],
          in: Rect(x: place.x + 2, y: y, width: place.width - 2, height: place.height), style: style
        )
      }
      if isSelected { frame.cursor = Point(x: place.x, y: y) }
      y += heights[index]
    }
    let hidden = cards.count - shown.count
    if hidden > 0 {
      frame.put(
        "+ \(hidden)", x: rect.x + 2, y: rect.maxY - 1, style: .quiet, width: rect.width - 2)
    }
  }

  /// The cards that fit: around the selected one, else the newest, in their order.
  private static func window(_ heights: [Int], in room: Int, around selected: Int?) -> Range<Int> {
    if heights.reduce(0, +) <= room { return heights.indices }
    let room = room - 1
    var last = selected.map { $0 + 1 } ?? heights.count
    var first = last
    var used = 0
    while first > 0, used + heights[first - 1] <= room { first -= 1; used += heights[first] }
    while last < heights.count, used + heights[last] <= room { used += heights[last]; last += 1 }
    return first..<last
  }

  /// A card's text with its voices.
  static func label(_ card: Card) -> String {
    let text = card.text.isEmpty ? "…" : card.text
    let mark = card.rivals.isEmpty ? "" : " ≠"
    return (card.voices > 1 ? "\(text)  ×\(card.voices)" : text) + mark
  }
}
