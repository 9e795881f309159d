import Assets
import Languages
import Reporting
package import Shell
package import Terminal
package import WorkshopCore

/// One card large, with everything it has: in letters that the last row reads, where it is short enough.
package enum Spotlight {
  package static func draw(
    _ scene: Scene, _ card: Card, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let text = Text.sanitised(card.text.isEmpty ? "…" : card.text, newlines: true)
    let below = rows(scene, card, onStage: onStage)
    let kept = below.isEmpty ? 0 : min(below.count, rect.height / 3) + 1
    let room = Size(columns: rect.width - 2, rows: rect.height - kept - 1)
    let place: Rect
    if let large = Lettering(text, in: room) {
      // A little above the middle, where the eye looks first.
      let air = rect.height - large.size.rows - kept
      let band = rect.top(max(0, air * 2 / 5)).rest.top(large.size.rows).strip
      place = frame.letters(large, in: band, style: Style(.strong, bold: true))
      draw(below, into: &frame, in: rect.top(band.maxY + 1 - rect.y).rest, alignment: .centre)
    } else {
      place = boxed(text, with: below, into: &frame, in: rect)
    }
    if !onStage { frame.cursor = Point(x: place.x, y: place.y) }
  }

  /// A text too long for large letters: in a box, with air around it; gives back its place in the box.
  private static func boxed(
    _ text: String, with below: [Row], into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let width = min(rect.width, max(40, rect.width * 3 / 4), 76)
    let column = rect.centred(Size(columns: width, rows: rect.height))
    let lines = Text.wrap(text, to: width - 8)
    // Air between the lines, where the text is as short as most are.
    let isAiry = lines.count > 1 && 2 * lines.count + 4 <= rect.height / 2
    let textRows = isAiry ? 2 * lines.count - 1 : lines.count
    let height = min(max(3, rect.height - min(below.count, rect.height / 3) - 1), textRows + 4)
    let whole = height + 1 + below.count
    let top = max(0, min((rect.height - whole) / 2, rect.height / 4))
    let place = column.top(top).rest.top(height).strip
    frame.box(place, style: Style(.accent, bold: true))
    let body = place.inset(horizontal: 4, vertical: height > 4 ? 2 : 1)
    let alignment: Alignment = lines.count < 4 ? .centre : .left
    if isAiry {
      for (row, line) in lines.enumerated() where 2 * row < body.height {
        frame.put(
          line, x: body.x, y: body.y + 2 * row, style: Style(.strong, bold: true),
          width: body.width, alignment: alignment)
      }
    } else {
      frame.paragraph(text, in: body, style: Style(.strong, bold: true), alignment: alignment)
    }
    let room = column.top(top + height + 1).rest.inset(horizontal: 4, vertical: 0)
    draw(below, into: &frame, in: room, alignment: .left)
    return body
  }

  private static func draw(
    _ rows: [Row], into frame: inout Frame, in rect: Rect, alignment: Alignment
  ) {
    var room = rect
    for row in rows where !room.isEmpty {
      let used = frame.paragraph(row.text, in: room, style: row.style, alignment: alignment)
      room = room.top(used).rest
    }
  }

  private struct Row {
    let text: String
    var style = Style.plain
  }

  /// What stands beneath the text. The room sees no names that were not meant for it.
  private static func rows(_ scene: Scene, _ card: Card, onStage: Bool) -> [Row] {
    let board = scene.workshop.board(card.board)
    let marks = [
      card.voices > 1 ? scene.say("said \(card.voices) times") : nil,
      board.flatMap { scene.title(ofZone: card.zone, on: $0) }, scene.title(ofTheme: card.theme),
      card.table.map { scene.say("Table \($0)") }, onStage ? nil : card.author,
    ].compactMap { $0 }
    var rows = marks.isEmpty ? [] : [Row(text: marks.joined(separator: " · "), style: .accent)]
    let below = scene.workshop.merged(into: card.id)
    if !below.isEmpty {
      rows += [Row(text: ""), Row(text: scene.say("Other words for it"), style: .quiet)]
      rows += below.map { Row(text: "· " + said($0)) }
    }
    guard !onStage else { return rows }
    let links = ReportParts.links(scene, card).map {
      Row(text: scene.language.labelled($0.label, $0.text), style: .quiet)
    }
    return rows + (links.isEmpty ? [] : [Row(text: "")] + links)
  }

  private static func said(_ card: Card) -> String {
    card.ownVoices > 1 ? "\(card.text)  ×\(card.ownVoices)" : card.text
  }
}
