import Shell
import Terminal
import WorkshopCore

/// All cards of one table on the stage.
enum HandView {
  static func draw(_ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect) {
    let body = PersonaView.head(
      scene.title(of: persona), beside: scene.title(ofTheme: persona.theme) ?? "", scene,
      into: &frame, in: rect)
    cards(
      scene.drawn(persona), into: &frame, in: rect.height < 16 ? body : body.inset(horizontal: 2))
  }

  /// The cards with their categories where there is room, else as they fit.
  static func cards(_ cards: [DrawnCard], into frame: inout Frame, in room: Rect) {
    let labelWidth = (cards.map { Text.width($0.label) }.max() ?? 0) + 2
    let textWidth = room.width - labelWidth
    let rows = cards.map { Text.wrap($0.text, to: max(1, textWidth)).count }.reduce(0, +)
    if textWidth >= 30, rows <= room.height {
      labelled(cards, labelWidth, isAiry: rows + cards.count <= room.height, into: &frame, in: room)
    } else {
      inColumns(cards, into: &frame, in: room)
    }
  }

  private static func labelled(
    _ cards: [DrawnCard], _ labelWidth: Int, isAiry: Bool, into frame: inout Frame, in rect: Rect
  ) {
    var y = rect.y
    for card in cards {
      frame.put(card.label, x: rect.x, y: y, style: .quiet, width: labelWidth - 1)
      let place = Rect(
        x: rect.x + labelWidth, y: y, width: min(80, rect.width - labelWidth),
        height: rect.maxY - y)
      y += frame.paragraph(card.text, in: place, style: style(card)) + (isAiry ? 1 : 0)
    }
  }

  /// In two columns, else one after another as a running text: no card is left out.
  private static func inColumns(_ cards: [DrawnCard], into frame: inout Frame, in rect: Rect) {
    let half = (cards.count + 1) / 2
    let columns = rect.columns(2, gap: 3)
    let halves = [Array(cards.prefix(half)), Array(cards.dropFirst(half))]
    let rows = halves.map { cards in
      cards.map { Text.wrap($0.text, to: max(1, columns[0].width - 2)).count }.reduce(0, +)
    }
    guard (rows.max() ?? 0) <= rect.height else {
      frame.paragraph(cards.map(\.text).joined(separator: " · "), in: rect)
      return
    }
    let isAiry = (rows.max() ?? 0) + half <= rect.height
    for (column, cards) in zip(columns, halves) {
      var y = column.y
      for card in cards {
        frame.put("·", x: column.x, y: y, style: .accent)
        let place = Rect(
          x: column.x + 2, y: y, width: column.width - 2, height: column.maxY - y)
        y += frame.paragraph(card.text, in: place, style: style(card)) + (isAiry ? 1 : 0)
      }
    }
  }

  private static func style(_ card: DrawnCard) -> Style {
    card.isTwist ? Style(.strong, bold: true) : .plain
  }
}
