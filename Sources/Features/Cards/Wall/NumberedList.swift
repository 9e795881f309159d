import Languages
package import Shell
package import Terminal
package import WorkshopCore

/// Cards as one numbered list, in as many columns as it takes; what stands in it has its number.
package struct NumberedList {
  /// A card with its number, from 1.
  package struct Item {
    package let number: Int
    package let text: String
    package var style = Style.plain
    package var isSelected = false

    package init(number: Int, text: String, style: Style = Style.plain, isSelected: Bool = false) {
      self.number = number
      self.text = text
      self.style = style
      self.isSelected = isSelected
    }
  }

  package let items: [Item]

  package init(items: [Item]) {
    self.items = items
  }

  /// An order that the room makes: large, with the card that was moved last in weight.
  package static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let cards = scene.groups(of: board).flatMap(\.cards)
    let numbers = numbers(scene.workshop.ordered(on: board.id))
    guard !cards.isEmpty else {
      frame.put(
        scene.say(onStage ? "The first card will be shown here" : "No card yet: a adds one"),
        x: rect.x + 2, y: rect.y, style: .quiet, width: rect.width - 2)
      return
    }
    let selected = onStage ? nil : scene.focus.card
    let (foot, room) = rect.bottom(1)
    let items = cards.map { card in
      Item(
        number: numbers[card.id] ?? 0, text: Wall.label(card), isSelected: card.id == selected)
    }
    NumberedList(items: items).draw(into: &frame, in: room)
    frame.put(
      scene.say(cards.count == 1 ? "1 card" : "\(cards.count) cards"), x: foot.x, y: foot.y,
      style: .quiet, width: foot.width)
  }

  static func numbers(_ cards: [Card]) -> [CardID: Int] {
    Dictionary(uniqueKeysWithValues: cards.enumerated().map { ($1.id, $0 + 1) })
  }

  /// A column is not made narrower than this.
  private static let narrowest = 26

  package func draw(into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty, !items.isEmpty else { return }
    let most = max(1, rect.width / Self.narrowest)
    let (columns, lines) = fitting(most, rect)
    let per = (items.count + columns - 1) / columns
    // A row of air between the cards where all of them have one.
    let places = rect.columns(columns, gap: 3)
    let isAiry =
      stride(from: 0, to: items.count, by: per).allSatisfy { start in
        let column = items[start..<min(start + per, items.count)]
        return column.reduce(0) { $0 + rows($1, places[0].width, lines) + 1 } <= rect.height + 1
      }
    for (column, place) in places.enumerated() {
      draw(
        Array(items.dropFirst(column * per).prefix(per)), lines, isAiry, into: &frame, in: place)
    }
  }

  /// How many columns, and how many lines a card may have: the fewest columns in which everything is
  /// seen whole, else as many as there is room for, a line each.
  private func fitting(_ most: Int, _ rect: Rect) -> (columns: Int, lines: Int) {
    for lines in [Int.max, 2, 1] {
      for columns in 1...most {
        let width = (rect.width - 3 * (columns - 1)) / columns
        let per = (items.count + columns - 1) / columns
        let fits = stride(from: 0, to: items.count, by: per).allSatisfy { start in
          items[start..<min(start + per, items.count)].reduce(0) { $0 + rows($1, width, lines) }
            <= rect.height
        }
        if fits { return (columns, lines) }
      }
    }
    return (most, 1)
  }

  private func rows(_ item: Item, _ width: Int, _ lines: Int) -> Int {
    lines == 1 ? 1 : min(lines, Text.wrap(item.text, to: max(1, width - indent)).count)
  }

  /// Room for the longest number and two spaces, three digits at least.
  private var indent: Int { max(3, String(items.map(\.number).max() ?? 0).count) + 2 }

  private func draw(
    _ items: [Item], _ lines: Int, _ isAiry: Bool, into frame: inout Frame, in rect: Rect
  ) {
    let heights = items.map { rows($0, rect.width, lines) + (isAiry ? 1 : 0) }
    let isWhole = heights.reduce(0, +) - (isAiry ? 1 : 0) <= rect.height
    // Where some have no room the last row says how many.
    let room = rect.height - (isWhole ? 0 : 1)
    var first = 0
    // The chosen one is in view.
    if let chosen = items.firstIndex(where: \.isSelected) {
      while heights[first...chosen].reduce(0, +) > room, first < chosen { first += 1 }
    }
    var y = rect.y
    var shown = first
    for (index, item) in items.enumerated().dropFirst(first) {
      guard isWhole || y + heights[index] <= rect.y + room || (index == first && room > 0) else {
        break
      }
      let style: Style = item.isSelected ? Style(.selection, bold: true) : item.style
      frame.put(
        String(item.number), x: rect.x, y: y,
        style: item.isSelected ? style : Style(.accent, bold: true), width: indent - 2,
        alignment: .right)
      let height = min(lines == 1 ? 1 : lines, rect.y + room - y)
      frame.paragraph(
        item.text,
        in: Rect(x: rect.x + indent, y: y, width: rect.width - indent, height: height),
        style: style)
      if item.isSelected { frame.cursor = Point(x: rect.x, y: y) }
      y += heights[index]
      shown = index + 1
    }
    if shown < items.count {
      frame.put("+ \(items.count - shown)", x: rect.x + indent, y: rect.maxY - 1, style: .quiet)
    }
  }
}
