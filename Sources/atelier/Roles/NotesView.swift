import Boards
import Cards
import Journaling
import Languages
import Persona
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The note-taker's screen: what was said, and a line that is always ready.
enum NotesView {
  static func draw(_ scene: Scene, into frame: inout Frame) {
    let (main, side) = FactPane.split(frame.bounds, scene)
    let room = main.inset(horizontal: 1, vertical: 0)
    let (head, below) = room.top(3)
    let body = EntryView.draw(scene, into: &frame, in: below.bottom(1).rest)
    let caret = frame.cursor
    header(scene, into: &frame, in: head)
    if let board = scene.board {
      list(scene, board, into: &frame, in: body)
    } else {
      let text = scene.say("This activity has no board. Ctrl-B chooses one; what you type is kept.")
      frame.paragraph(text, in: body.inset(horizontal: 2), style: .quiet)
    }
    frame.cursor = caret
    FactPane.draw(scene, into: &frame, in: side)
    Foot.draw(scene, into: &frame)
  }

  private static func header(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let session = scene.session.map { scene.say($0.title) }
    let activity = scene.current.map { scene.say($0.title) }
    // The part of a method that everyone is at; whose turn it is stands on the line beneath.
    let part = scene.current.flatMap { activity in
      scene.step(of: activity).flatMap { _ in scene.turn(of: activity) }
    }
    let place = [session, activity, part.map { scene.say($0.segment.title) }, table(scene)]
      .compactMap { $0 }.joined(separator: " · ")
    frame.put(place, x: rect.x, y: rect.y, style: .quiet, width: rect.width - 6)
    frame.put(scene.now.clock, x: rect.maxX - 5, y: rect.y, style: .quiet)
    Banner.draw(scene, into: &frame, y: rect.y + 2)
    guard let board = scene.board else { return }
    let title = scene.name(of: board)
    let isSheet = scene.sheet(inHandOn: board) != nil
    let count = (isSheet ? scene.pickable(on: board) : scene.listed(on: board)).count
    let cards = scene.say(count == 1 ? "1 card" : "\(count) cards")
    let state = (scene.state(of: board) + [cards, savedText(scene)]).joined(separator: " · ")
    frame.put(
      title, x: rect.x, y: rect.y + 1, style: Style(.strong, bold: true),
      width: rect.width - Text.width(state) - 2)
    frame.put(
      state, x: rect.maxX - Text.width(state), y: rect.y + 1, style: SavingMark.style(scene))
  }

  /// The table that is written for, with its own time if it has one.
  private static func table(_ scene: Scene) -> String? {
    guard let table = scene.focus.table else { return nil }
    let countdown = scene.countdown(of: table)
    let time = countdown.map {
      " " + TimeLeft.text($0, at: scene.now) + ($0.isRunning ? "" : " ‖")
    }
    let sheet = scene.board.flatMap { scene.sheet(inHandOn: $0) }
    let hand: Phrase? = sheet.map { $0 == table ? "own sheet" : "sheet of table \($0)" }
    return [scene.say("Table \(table)"), hand.map { scene.say($0) }].compactMap { $0 }
      .joined(separator: " · ") + (time ?? "")
  }

  private static func savedText(_ scene: Scene) -> String {
    switch scene.saving {
    case .saved: scene.say("saved ✓")
    case .saving: scene.say("saving ●")
    case .notSaved: scene.say("NOT SAVED")
    }
  }

  /// The newest cards at the bottom, above the line; the chosen one in view.
  private static func list(_ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect) {
    if let journey = scene.journey(of: board) {
      JourneyNotes.draw(scene, board, journey, into: &frame, in: rect)
      return
    }
    // As many rows as a map needs for its labels and a block beneath it.
    if let canvas = scene.canvas(of: board), rect.height >= 12, rect.width >= 70 {
      let isNew = scene.workshop.cards(on: board.id).isEmpty
      let (foot, map) = rect.bottom(isNew ? 1 : 0)
      CanvasView.draw(scene, board, canvas, into: &frame, in: map, onStage: false)
      if isNew {
        frame.put(guide(scene), x: foot.x, y: foot.y, style: .quiet, width: foot.width)
      }
      return
    }
    // Of a canvas all notes are listed, each with its block.
    let cards =
      scene.canvas(of: board) == nil ? scene.pickable(on: board) : scene.listed(on: board)
    guard !cards.isEmpty else {
      frame.paragraph(guide(scene), in: rect.inset(horizontal: 4), style: .quiet)
      return
    }
    let textWidth = max(20, rect.width - 6 - tagsWidth)
    let chosen = cards.firstIndex { $0.id == scene.focus.editing }
    var y = rect.y
    for index in shown(cards, around: chosen, width: textWidth, rows: rect.height) {
      let style: Style = index == chosen ? Style(.selection, bold: true) : .plain
      frame.put(
        "\(index + 1)", x: rect.x, y: y, style: index == chosen ? style : .quiet, width: 4,
        alignment: .right)
      frame.put(
        tags(cards[index], scene, board), x: rect.maxX - tagsWidth + 1, y: y, style: .quiet,
        width: tagsWidth - 1, alignment: .right)
      let place = Rect(x: rect.x + 6, y: y, width: textWidth, height: rect.maxY - y)
      y += frame.paragraph(Wall.label(cards[index]), in: place, style: style)
    }
  }

  /// What to do while nothing was written.
  private static func guide(_ scene: Scene) -> String {
    scene.say(
      scene.current.flatMap { scene.kind.guide(scene, $0) }
        ?? "Type what people say; Enter puts it on the board")
  }

  /// Columns for a card's zone, theme, persona and author.
  private static let tagsWidth = 24

  /// The cards that fit: the last ones, or those around the chosen one. Only these are measured.
  private static func shown(
    _ cards: [Card], around chosen: Int?, width: Int, rows: Int
  ) -> Range<Int> {
    func height(_ index: Int) -> Int { Text.wrap(Wall.label(cards[index]), to: width).count }
    var last = min(cards.count, (chosen ?? cards.count) + 1)
    var used = 0
    if let chosen {
      used = height(chosen)
      while last < cards.count, used + height(last) <= rows / 2 {
        used += height(last)
        last += 1
      }
    }
    var first = chosen ?? last
    while first > 0, used + height(first - 1) <= rows {
      first -= 1
      used += height(first)
    }
    return first..<last
  }

  /// What a card says beside its text: its zone, theme, persona and author, as far as they fit.
  static func tags(_ card: Card, _ scene: Scene, _ board: Board) -> String {
    let hypothesis = PersonaView.mark(card, scene)
    let parts = [
      hypothesis.isEmpty ? nil : hypothesis, scene.title(ofZone: card.zone, on: board),
      card.theme.map { "#" + $0 },
      scene.workshop.card(card[Card.persona]).map { "&" + CardLine.shortName($0) },
      scene.projectName(of: card).map { "&" + $0 },
      (card["owner"] ?? card.author).map { "@" + (scene.workshop.card($0)?.text ?? $0) },
      card[DueText.due].map { scene.brief($0) }, card[Evaluation.roti],
      card[Evaluation.met].map { scene.answer($0) },
    ].compactMap { $0 }
    return parts.reduce("") { text, part in
      let longer = text.isEmpty ? part : text + " " + part
      return text.isEmpty || Text.width(longer) < tagsWidth ? longer : text
    }
  }
}
