import Assets
import Report
import Terminal
import Workshop

/// One card large, with everything it has.
enum Spotlight {
  static func draw(
    _ scene: Scene, _ card: Card, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let width = min(rect.width, max(40, rect.width * 3 / 4), 76)
    let column = rect.centred(Size(columns: width, rows: rect.height))
    let inner = width - 8
    let text = card.text.isEmpty ? "…" : card.text
    let lines = Text.wrap(Text.sanitised(text, newlines: true), to: inner)
    let below = rows(scene, card, width: inner, onStage: onStage)
    // Air between the lines, where the text is as short as most are.
    let isAiry = lines.count > 1 && 2 * lines.count + 4 <= rect.height / 2
    let textRows = isAiry ? 2 * lines.count - 1 : lines.count
    let height = min(max(3, rect.height - min(below.count, rect.height / 3) - 1), textRows + 4)
    let whole = height + 1 + below.count
    let top = max(0, min((rect.height - whole) / 2, rect.height / 4))
    let place = column.top(top).rest.top(height).strip
    frame.box(place, style: Style(.accent, bold: true))
    let body = place.inset(horizontal: 4, vertical: height > 4 ? 2 : 1)
    if isAiry {
      for (row, line) in lines.enumerated() where 2 * row < body.height {
        frame.put(
          line, x: body.x, y: body.y + 2 * row, style: Style(.strong, bold: true),
          width: body.width, alignment: lines.count < 4 ? .centre : .left)
      }
    } else {
      frame.paragraph(
        text, in: body, style: Style(.strong, bold: true),
        alignment: lines.count < 4 ? .centre : .left)
    }
    var room = column.top(top + height + 1).rest.inset(horizontal: 4, vertical: 0)
    for row in below {
      if room.isEmpty { break }
      room = room.top(frame.paragraph(row.text, in: room, style: row.style)).rest
    }
    if !onStage { frame.cursor = Point(x: body.x, y: body.y) }
  }

  private struct Row {
    let text: String
    var style = Style.plain
  }

  /// What stands beneath the text. The room sees no names that were not meant for it.
  private static func rows(_ scene: Scene, _ card: Card, width: Int, onStage: Bool) -> [Row] {
    let board = scene.workshop.board(card.board)
    let marks = [
      card.voices > 1 ? scene.say("said \(card.voices) times") : nil,
      board.flatMap { scene.title(ofZone: card.zone, on: $0) }, scene.title(ofTheme: card.theme),
      card.table.map { scene.say("Table \($0)") }, onStage ? nil : card.author,
    ].compactMap { $0 }
    var rows = marks.isEmpty ? [] : [Row(text: marks.joined(separator: " · "), style: .accent)]
    let below = scene.workshop.merged(into: card.id)
    if !below.isEmpty {
      rows += [Row(text: ""), Row(text: scene.say("Said as well"), style: .quiet)]
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
