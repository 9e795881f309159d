import Languages
package import Terminal
import WorkshopCore

/// A form on screen: its fields, the chosen one as it is typed, what helps beneath.
extension Form {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say(sheet.title), into: &frame, in: rect)
    let (helpRow, rest) = inner.bottom(2)
    let above = links(scene, into: &frame, in: rest)
    let list = FeelingsPreview.draw(line.text, of: field, into: &frame, in: above)
    let first = max(0, min(selected - list.height / 2, sheet.fields.count - list.height))
    let labels = sheet.fields.map { Text.width(scene.say($0.label)) }
    let labelWidth = min(inner.width / 3, (labels.max() ?? 0) + 2)
    var y = list.y
    for index in sheet.fields.indices.dropFirst(first) where y < list.maxY {
      let field = sheet.fields[index]
      let place = Rect(x: list.x, y: y, width: list.width, height: list.maxY - y)
      let (label, value) = place.left(labelWidth)
      frame.put(
        scene.say(field.label), x: label.x, y: y,
        style: index == selected ? Style(.accent, bold: true) : Style(.quiet), width: labelWidth - 1
      )
      y +=
        index == selected
        ? drawLine(scene, into: &frame, in: value) : draw(field, scene, into: &frame, in: value)
    }
    drawMerged(scene, into: &frame, in: list.top(y + 1 - list.y).rest)
    let help =
      rivals(scene).map { scene.say("Edited at the same time, Alt-d settles it: \($0)") }
      ?? scene.say(field.prompt)
    frame.put(help, x: helpRow.x, y: helpRow.y + 1, style: Style(.quiet), width: helpRow.width)
  }

  /// The chosen field, as it is being typed, and what it is taken for; returns its rows.
  private func drawLine(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Int {
    guard !isChosen else {
      let value = Self.display(line.text, of: field, scene)
      let text = field.type == .date ? value : "◂ " + value + " ▸"
      let place = Rect(x: rect.x, y: rect.y, width: rect.width, height: min(4, rect.height))
      let rows = frame.paragraph(text, in: place, style: Style(.strong, bold: true))
      frame.cursor = Point(x: rect.x, y: rect.y)
      return max(1, rows)
    }
    let rows = Panel.line(
      line, into: &frame, x: rect.x - 2, y: rect.y, width: rect.width + 2,
      rows: min(6, rect.height), placeholder: scene.say(field.prompt))
    let caret = frame.cursor
    let echo = echo(scene).prefix(max(0, rect.height - rows))
    for (row, part) in echo.enumerated() {
      frame.put(
        part.text, x: rect.x, y: rect.y + rows + row, style: Style(part.ink), width: rect.width)
    }
    frame.cursor = caret
    return rows + echo.count
  }

  /// What the line is taken for, a row each: the one that is meant, those that may be, or what becomes of
  /// a text that is none of them.
  private func echo(_ scene: Scene) -> [(text: String, ink: Ink)] {
    guard !text.isEmpty else { return [] }
    let answer = answer(scene)
    if case .text(let meaning) = answer { return [("? " + scene.say(meaning), .warning)] }
    guard text != before || field.type == .date else { return [] }
    switch answer {
    case .text: return []
    case .several(let choices):
      return Self.listed(choices.map { "? " + scene.say($0.label) })
    case .value(let value):
      switch field.type {
      case .date:
        return Day(value).map { [("= " + scene.language.day($0, from: nil), .accent)] } ?? []
      case .choice, .person, .card:
        if isKept { return [] }
        let others = scene.fitting(text, in: field).filter { $0.id != value }
        return [("= " + Self.display(value, of: field, scene), .accent)]
          + Self.listed(others.map { "  " + scene.say($0.label) })
      default: return []
      }
    }
  }

  /// As many as are looked through at a glance, and how many more there are.
  private static func listed(_ texts: [String]) -> [(text: String, ink: Ink)] {
    let most = 4
    let rest = texts.count - most
    return texts.prefix(rest == 1 ? most + 1 : most).map { ($0, Ink.quiet) }
      + (rest > 1 ? [("  + \(rest)", Ink.quiet)] : [])
  }

  /// Another field, on one row; what is none of its choices is marked.
  private func draw(_ field: Field, _ scene: Scene, into frame: inout Frame, in rect: Rect) -> Int {
    let value = subject.value(of: field.id, scene).map { value in
      var isOdd = false
      if field.type != .date, case .text = scene.answer(value, in: field) { isOdd = true }
      return Self.display(value, of: field, scene) + (isOdd ? " ?" : "")
    }
    frame.put(
      value ?? scene.say(field.prompt), x: rect.x, y: rect.y,
      style: value == nil ? Style(.quiet, dim: true) : .plain, width: rect.width)
    return 1
  }

  /// The texts that lie beneath the card.
  private func drawMerged(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let card, case let below = scene.workshop.merged(into: card),
      !below.isEmpty
    else { return }
    let texts = below.map(\.text).joined(separator: " · ")
    frame.paragraph(
      scene.language.labelled(scene.say("Other words for it"), texts), in: rect, style: .quiet)
  }

  /// What the card comes from, beneath its fields; gives back the room above.
  private func links(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Rect {
    let links = scene.workshop.card(card)?.links ?? []
    guard !links.isEmpty, rect.height > sheet.fields.count + links.count else { return rect }
    let (strip, rest) = rect.bottom(links.count)
    for (row, link) in links.enumerated() {
      frame.put(
        "↳ " + scene.source(link), x: strip.x, y: strip.y + row, style: .accent,
        width: strip.width)
    }
    return rest
  }

  func rivals(_ scene: Scene) -> String? {
    let rivals = subject.written(field.id, scene)?.rivals ?? []
    return rivals.isEmpty ? nil : rivals.map { "\($0.text) (\($0.by))" }.joined(separator: " · ")
  }
}
