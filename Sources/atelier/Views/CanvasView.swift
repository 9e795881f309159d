import Terminal
import Workshop

/// A canvas: its grid with text where there is room, else a map with counts and one block full width.
enum CanvasView {
  /// From this width on the grid holds text.
  private static let gridWidth = 112

  static func draw(
    _ scene: Scene, _ board: Board, _ canvas: Canvas, into frame: inout Frame, in rect: Rect,
    onStage: Bool
  ) {
    let cards = scene.workshop.cards(on: board.id)
    let byBlock = Dictionary(grouping: cards) { $0.zone ?? "" }
    let chosen =
      onStage ? newest(cards) : scene.workshop.card(scene.focus.card)?.zone ?? scene.focus.zone
    if rect.width >= gridWidth, rect.height >= 20 {
      grid(
        scene, canvas, byBlock, chosen, into: &frame, in: rect, mini: scene.isMini(board),
        hasText: true)
    } else {
      let (map, block) = rect.top(min(13, rect.height * 2 / 3))
      grid(
        scene, canvas, byBlock, chosen, into: &frame, in: map, mini: scene.isMini(board),
        hasText: false)
      let open =
        chosen ?? canvas.guided(mini: scene.isMini(board)).first { byBlock[$0.id] == nil }?.id
        ?? canvas.order.first
      if let open, let value = canvas.block(open) {
        one(
          scene, value, byBlock[open] ?? [], into: &frame, in: block,
          selected: onStage ? nil : scene.focus.card)
      }
    }
  }

  /// The block of the newest note: what the room looks at.
  private static func newest(_ cards: [Card]) -> String? { cards.max { $0.added < $1.added }?.zone }

  private static func grid(
    _ scene: Scene, _ canvas: Canvas, _ cards: [String: [Card]], _ chosen: String?,
    into frame: inout Frame, in rect: Rect, mini: Bool, hasText: Bool
  ) {
    let core = Set(canvas.guided(mini: mini).map(\.id))
    for block in canvas.blocks where core.contains(block.id) || cards[block.id] != nil {
      let x = rect.x + rect.width * block.x / canvas.columns
      let y = rect.y + rect.height * block.y / canvas.rows
      let right = rect.x + rect.width * (block.x + block.width) / canvas.columns
      let bottom = rect.y + rect.height * (block.y + block.height) / canvas.rows
      // One column and row between blocks: air instead of lines.
      let place = Rect(x: x, y: y, width: right - x - 1, height: max(1, bottom - y))
      let notes = cards[block.id] ?? []
      let isChosen = block.id == chosen
      let label = Style(
        isChosen ? .accent : notes.isEmpty ? .quiet : .strong, bold: isChosen || !notes.isEmpty)
      frame.rule(
        x: place.x, y: place.y, width: place.width, style: isChosen ? Style(.accent) : .quiet,
        character: isChosen ? "━" : "─")
      if !notes.isEmpty {
        let count = " \(notes.count)"
        frame.put(
          count, x: place.maxX - Text.width(count), y: place.y,
          style: isChosen ? Style(.accent, bold: true) : .plain)
      }
      let body = Rect(x: place.x, y: place.y + 1, width: place.width, height: place.height - 1)
      let text = scene.say(block.label)
      let lines = Text.wrap(text, to: max(1, body.width))
      let used = frame.paragraph(
        text,
        in: Rect(x: body.x, y: body.y, width: body.width, height: min(2, body.height, lines.count)),
        style: label)
      let (_, rest) = body.top(used)
      if hasText, notes.isEmpty {
        frame.paragraph(scene.say(block.prompt), in: rest, style: Style(.quiet, dim: true))
      } else if hasText {
        list(
          notes, scene, into: &frame, in: rest,
          selected: scene.role == .stage ? nil : scene.focus.card)
      } else if let first = notes.last, rest.height > 0 {
        frame.paragraph(first.text, in: rest, style: .plain)
      }
    }
  }

  private static func one(
    _ scene: Scene, _ block: Canvas.Block, _ notes: [Card], into frame: inout Frame, in rect: Rect,
    selected: CardID?
  ) {
    let (head, rest) = rect.top(2)
    frame.put(
      scene.say(block.label), x: head.x, y: head.y + 1, style: Style(.accent, bold: true),
      width: head.width)
    if notes.isEmpty {
      frame.paragraph(scene.say(block.prompt), in: rest, style: .quiet)
    } else {
      list(notes, scene, into: &frame, in: rest, selected: selected)
    }
  }

  private static func list(
    _ notes: [Card], _ scene: Scene, into frame: inout Frame, in rect: Rect, selected: CardID?
  ) {
    var y = rect.y
    for (index, note) in notes.enumerated() {
      let rows = Text.wrap(Wall.label(note), to: max(1, rect.width - 2))
      guard y + 1 <= rect.maxY else { break }
      if y + rows.count > rect.maxY || (index < notes.count - 1 && y + rows.count >= rect.maxY) {
        frame.put("+ \(notes.count - index)", x: rect.x + 2, y: y, style: .quiet)
        break
      }
      let isSelected = note.id == selected
      frame.put(isSelected ? "▶" : "·", x: rect.x, y: y, style: isSelected ? .accent : .quiet)
      for row in rows {
        frame.put(
          row, x: rect.x + 2, y: y, style: isSelected ? Style(.strong, bold: true) : .plain,
          width: rect.width - 2)
        y += 1
      }
      if isSelected { frame.cursor = Point(x: rect.x, y: y - rows.count) }
    }
  }
}
