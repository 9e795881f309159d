import Terminal
import Workshop

/// The persona game on the stage: each table's cards, and the names as they come.
enum PersonaView {
  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let personas = scene.personas(activity)
    guard !personas.isEmpty else {
      frame.put(
        scene.say("The cards are about to be dealt"), x: rect.x + 2, y: rect.y, style: .quiet,
        width: rect.width)
      return
    }
    let most = max(1, min(personas.count, rect.width / 24))
    let rows = (personas.count + most - 1) / most
    let height = rect.height / rows
    for (index, persona) in personas.enumerated() {
      let column = rect.columns(most, gap: 2)[index % most]
      let y = rect.y + index / most * height
      table(
        scene, persona, into: &frame,
        in: Rect(x: column.x, y: y, width: column.width, height: height - 1))
    }
  }

  private static func table(_ scene: Scene, _ persona: Card, into frame: inout Frame, in rect: Rect)
  {
    guard rect.height > 0 else { return }
    let name = persona.text.isEmpty ? scene.say("Table \(persona.table ?? "?")") : persona.text
    frame.put(name, x: rect.x, y: rect.y, style: Style(.accent, bold: true), width: rect.width)
    let quote = persona["quote"]
    var y = rect.y + 1
    if let quote {
      y += frame.paragraph(
        "“\(quote)”", in: Rect(x: rect.x, y: y, width: rect.width, height: min(3, rect.maxY - y)),
        style: .plain)
    }
    let cards = scene.drawn(persona)
    for (index, card) in cards.enumerated() {
      guard y < rect.maxY else { break }
      let isLast = y == rect.maxY - 1
      if isLast, index < cards.count - 1 {
        frame.put("+ \(cards.count - index)", x: rect.x + 2, y: y, style: .quiet)
        break
      }
      frame.put("·", x: rect.x, y: y, style: .quiet)
      let room = Rect(
        x: rect.x + 2, y: y, width: rect.width - 2,
        height: min(3, rect.maxY - y - (index < cards.count - 1 ? 1 : 0)))
      y += max(1, frame.paragraph(card.text, in: room, style: .plain))
    }
  }
}
