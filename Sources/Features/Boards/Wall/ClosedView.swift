import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// A closed board for the room: how many cards there are, large and calm; then those that are shown, the
/// newest before all others.
enum ClosedView {
  static func draw(_ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect) {
    let hidden = scene.workshop.withheld[board.id] ?? 0
    guard let newest = scene.workshop.newestRevealed(on: board) else {
      count(hidden, scene, into: &frame, in: rect)
      return
    }
    let (foot, room) = rect.bottom(1)
    let text = Wall.label(newest)
    let rest = card(text, into: &frame, in: room)
    let others = scene.groups(of: board).map { group in
      Group(
        id: group.id, title: group.title, cards: group.cards.filter { $0.id != newest.id })
    }.filter { !$0.cards.isEmpty }
    if !others.isEmpty { Wall.draw(others, scene, into: &frame, in: rest.top(1).rest) }
    let left: Phrase = hidden == 1 ? "1 card is still hidden" : "\(hidden) cards are still hidden"
    frame.put(
      hidden == 0 ? "" : scene.say(left), x: foot.x, y: foot.y, style: .quiet, width: foot.width)
  }

  /// The newest card, in large letters where they leave room for the others; gives back the rest.
  private static func card(_ text: String, into frame: inout Frame, in room: Rect) -> Rect {
    let half = Size(columns: room.width - 4, rows: max(4, room.height / 2))
    if let large = Lettering(text, in: half) {
      let (place, rest) = room.top(large.size.rows)
      frame.letters(large, in: place, style: Style(.accent, bold: true))
      return rest
    }
    let width = min(room.width, 90)
    let rows = min(Text.wrap(text, to: max(1, width - 6)).count, max(1, room.height / 2 - 2))
    let (place, rest) = room.top(rows + 2)
    let card = Rect(x: place.x, y: place.y, width: width, height: place.height)
    frame.box(card, style: Style(.accent, bold: true))
    frame.paragraph(
      text, in: card.inset(horizontal: 3, vertical: 1), style: Style(.strong, bold: true))
    return rest
  }

  private static func count(
    _ hidden: Int, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let (foot, digits) = rect.bottom(min(4, rect.height / 2))
    if hidden > 0 {
      frame.big(String(hidden), in: digits, style: Style(.strong, bold: true))
      frame.put(
        scene.say(hidden == 1 ? "card so far" : "cards so far"), x: foot.x, y: foot.y,
        style: .plain, width: foot.width, alignment: .centre)
    }
    frame.put(
      scene.say("Hidden while we write"), x: foot.x, y: foot.y + 2, style: .quiet,
      width: foot.height > 2 ? foot.width : 0, alignment: .centre)
  }
}
