import Cards
import Languages
package import Shell
package import Terminal
package import WorkshopCore
import WorkshopQueries

/// A canvas: its grid with text where there is room, else a map with counts and one block full width.
/// Beside it, or beneath the block, stands what people said about it.
package enum CanvasView {
  /// From this width on the grid holds text.
  private static let gridWidth = 112
  private static let asideWidth = 32

  package static func draw(
    _ scene: Scene, _ board: Board, _ canvas: Canvas, into frame: inout Frame, in rect: Rect,
    onStage: Bool
  ) {
    let cards = scene.workshop.cards(on: board.id)
    let selected = onStage ? nil : scene.role == .notes ? scene.focus.editing : scene.focus.card
    let chosen =
      onStage
      ? cards.max { $0.added < $1.added }?.zone
      : scene.workshop.card(selected)?.zone
        ?? (scene.role == .notes ? scene.zone(forCardsOn: board) : scene.focus.zone)
    let notes = CanvasNotes(
      scene, board, writers: onStage ? [] : scene.presence, selected: selected)
    let feedback = scene.feedback(about: board)
    let state = state(scene, board, onStage: onStage)
    let core = Set(canvas.guided(mini: scene.isMini(board)).map(\.id))
    let blocks = canvas.blocks.filter { core.contains($0.id) || !notes.lines(in: $0.id).isEmpty }
    let (foot, room) = rect.bottom(state.isEmpty ? 0 : 1)
    let isWide = rect.width >= gridWidth && rect.height >= 20
    let (aside, wide) = room.right(feedback.isEmpty || !isWide ? 0 : asideWidth)
    let layout = CanvasLayout(blocks, of: canvas, in: wide)
    if isWide || (layout.hasRoomForText && feedback.isEmpty) {
      put(state, into: &frame, in: foot)
      grid(scene, layout, notes, chosen, into: &frame, hasText: true)
      CanvasFeedback.draw(
        scene, feedback, board, block: onStage ? nil : chosen, into: &frame, in: aside.left(2).rest)
      return
    }
    self.map(scene, board, canvas, blocks, notes, chosen, into: &frame, in: rect, state: state)
  }

  /// A map with counts, and one block full width beneath it.
  private static func map(
    _ scene: Scene, _ board: Board, _ canvas: Canvas, _ blocks: [Canvas.Block],
    _ notes: CanvasNotes, _ chosen: String?, into frame: inout Frame, in rect: Rect, state: String
  ) {
    let feedback = scene.feedback(about: board)
    let (map, below) = rect.top(min(13, rect.height * 2 / 3))
    grid(
      scene, CanvasLayout(blocks, of: canvas, in: map), notes, chosen, into: &frame,
      hasText: false)
    let guided = canvas.guided(mini: scene.isMini(board))
    let open = chosen ?? guided.first { notes.count(in: $0.id) == 0 }?.id ?? canvas.order.first
    // A small window keeps its rows for the block.
    let (foot, block) = below.bottom(below.height < 5 || state.isEmpty && feedback.isEmpty ? 0 : 1)
    CanvasFeedback.line(scene, feedback, into: &frame, in: foot)
    put(state, into: &frame, in: foot)
    if let value = open.flatMap(canvas.block) {
      one(scene, value, notes, into: &frame, in: block)
    }
  }

  private static func put(_ state: String, into frame: inout Frame, in foot: Rect) {
    guard !foot.isEmpty else { return }
    frame.put(
      state, x: foot.x, y: foot.y, style: .quiet, width: foot.width, alignment: .right)
  }

  /// How full it is, and what changed since the last version, without a word of blame.
  private static func state(_ scene: Scene, _ board: Board, onStage: Bool) -> String {
    let change = scene.change(of: board).flatMap { change in
      let version = scene.workshop.kept[board.id]?.last?.title ?? ""
      return change.isEmpty
        ? nil : scene.say("since \(version): \(VersionPage.counts(change))")
    }
    // At the desk the header counts the blocks.
    let filled = onStage ? scene.completeness(of: board) : nil
    return [change, filled].compactMap { $0 }.joined(separator: " · ")
  }

  private static func grid(
    _ scene: Scene, _ layout: CanvasLayout, _ notes: CanvasNotes, _ chosen: String?,
    into frame: inout Frame, hasText: Bool
  ) {
    for (block, place) in layout.places {
      let count = notes.count(in: block.id)
      let isChosen = block.id == chosen
      edge(notes, block.id, count, isChosen: isChosen, into: &frame, in: place)
      let body = Rect(x: place.x, y: place.y + 1, width: place.width, height: place.height - 1)
      let text = label(of: block, width: body.width, scene)
      let lines = Text.wrap(text, to: max(1, body.width)).count
      let used = frame.paragraph(
        text,
        in: Rect(x: body.x, y: body.y, width: body.width, height: min(2, body.height, lines)),
        style: Style(
          isChosen ? .accent : count == 0 ? .quiet : .strong, bold: isChosen || count > 0))
      let rest = body.top(used).rest
      if hasText, notes.lines(in: block.id).isEmpty {
        frame.paragraph(scene.say(block.prompt), in: rest, style: Style(.quiet, dim: true))
      } else if hasText {
        notes.draw(in: block.id, into: &frame, in: rest)
      } else if let last = notes.lines(in: block.id).last(where: { $0.mark != .removed }),
        rest.height > 0
      {
        frame.paragraph(last.text, in: rest, style: .plain)
      }
    }
  }

  /// A block's upper edge: who writes in it, and how many notes it has.
  private static func edge(
    _ notes: CanvasNotes, _ block: String, _ count: Int, isChosen: Bool, into frame: inout Frame,
    in place: Rect
  ) {
    frame.rule(
      x: place.x, y: place.y, width: place.width, style: isChosen ? Style(.accent) : .quiet,
      character: isChosen ? "━" : "─")
    let number = count == 0 ? "" : " \(count)"
    frame.put(
      number, x: place.maxX - Text.width(number), y: place.y,
      style: isChosen ? Style(.accent, bold: true) : .plain)
    let writers = notes.writers(in: block)
    guard !writers.isEmpty else { return }
    frame.put(
      "✎ \(writers) ", x: place.x, y: place.y, style: .accent,
      width: max(0, place.width - Text.width(number)))
  }

  /// A block's label, the short one where the whole one would have to be cut inside a word.
  static func label(of block: Canvas.Block, width: Int, _ scene: Scene) -> String {
    let whole = scene.say(block.label)
    let fits = whole.split(separator: " ").allSatisfy { Text.width(String($0)) <= width }
    return fits ? whole : block.short.map { scene.say($0) } ?? whole
  }

  private static func one(
    _ scene: Scene, _ block: Canvas.Block, _ notes: CanvasNotes, into frame: inout Frame,
    in rect: Rect
  ) {
    let (head, rest) = rect.top(2)
    frame.put(
      scene.say(block.label), x: head.x, y: head.y + 1, style: Style(.accent, bold: true),
      width: head.width)
    if notes.lines(in: block.id).isEmpty {
      frame.paragraph(scene.say(block.prompt), in: rest, style: .quiet)
    } else {
      notes.draw(in: block.id, into: &frame, in: rest)
    }
  }
}
