import Assets
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A user journey on screen: the curve of feelings over all stages, and what was said in one of them.
///
/// A wide window holds every stage's text in a grid; elsewhere, and once the facilitator steps through
/// the stages, one stage stands in full beneath the curve.
enum JourneyView {
  /// From this size on a grid of seven stages can be read.
  private static let gridSize = Size(columns: 112, rows: 22)

  static func draw(
    _ scene: Scene, _ board: Board, _ journey: Journey, into frame: inout Frame, in rect: Rect,
    onStage: Bool
  ) {
    let map = scene.map(of: board)
    let own = scene.stage(of: journey)?.id
    let index =
      onStage
      ? scene.shownStage(of: journey, map) : journey.stages.firstIndex { $0.id == own } ?? 0
    guard journey.stages.indices.contains(index) else { return }
    let selected = onStage ? nil : scene.focus.card
    let isWide = rect.width >= gridSize.columns && rect.height >= gridSize.rows
    if isWide, !onStage || scene.steppedStage == nil {
      let grid = JourneyGrid(scene, journey, map, chosen: index, selected: selected)
      // At the desk nothing may be cut off: what is chosen is edited. On the stage no word may.
      if onStage ? grid.keepsWords(rect) : grid.fits(rect) {
        grid.draw(into: &frame, in: rect)
        return
      }
    }
    let strip = JourneyStrip(scene, journey, map, chosen: index)
    let place = strip.draw(into: &frame, in: rect, curve: rect.height >= 13)
    if onStage, StageHead.isTall(frame.size.rows - 2) {
      large(scene, journey, map, index, into: &frame, in: place)
    } else {
      stage(scene, journey, map, index, selected, into: &frame, in: place)
    }
  }

  /// One stage as the last row reads it: its name and feeling, then its lines, on pages where they need
  /// several.
  private static func large(
    _ scene: Scene, _ journey: Journey, _ map: JourneyMap, _ index: Int, into frame: inout Frame,
    in rect: Rect
  ) {
    let stage = journey.stages[index]
    let filled = map.stages[index]
    let emotion = filled.emotion
    let feeling = emotion.map { "\(scene.label(.emotion)) \(JourneyMap.signed($0))" }
    let lines = filled.lines.filter { $0.row != .emotion }
    let prompt = lines.isEmpty ? scene.say(stage.prompt) : ""
    StageText(
      [
        .init(
          [scene.say(stage.label), feeling].compactMap(\.self).joined(separator: " · "),
          Style(emotion.map(ink) ?? .accent, bold: true), rank: 0,
          mark: "\(index + 1)/\(journey.stages.count)", markStyle: .quiet),
        .init(prompt, .quiet, rank: 1),
      ]
        + lines.map { line in
          .init(
            text(line, scene), line.row == .pain ? Style(.warning, bold: true) : .plain, rank: 1,
            mark: scene.label(line.row), markStyle: .quiet)
        }, largest: Lettering.smallest
    ).draw(turning: scene, into: &frame, in: rect)
  }

  static func ink(_ emotion: Int) -> Ink { emotion > 0 ? .good : emotion < 0 ? .warning : .strong }

  /// One stage in full: its lines by row.
  private static func stage(
    _ scene: Scene, _ journey: Journey, _ map: JourneyMap, _ index: Int, _ selected: CardID?,
    into frame: inout Frame, in rect: Rect
  ) {
    let stage = journey.stages[index]
    let filled = map.stages[index]
    let (head, rest) = rect.top(rect.height > 6 ? 2 : 1)
    let place = "\(index + 1)/\(journey.stages.count)  "
    let x = frame.put(place, x: head.x, y: head.y, style: .quiet)
    let end = frame.put(scene.say(stage.label), x: x, y: head.y, style: Style(.accent, bold: true))
    if let emotion = filled.emotion {
      let isChosen = filled.lines(in: .emotion).contains { $0.isWhole && $0.card == selected }
      frame.put(
        (isChosen ? "▶ " : "") + "\(scene.label(.emotion)) \(JourneyMap.signed(emotion))",
        x: end + 3,
        y: head.y,
        style: Style(ink(emotion), bold: true), width: head.maxX - end - 3)
      if isChosen { frame.cursor = Point(x: end + 3, y: head.y) }
    }
    let lines = filled.lines.filter { $0.row != .emotion }
    let (foot, body) = rest.bottom(map.loose.isEmpty ? 0 : 1)
    if lines.isEmpty {
      frame.paragraph(scene.say(stage.prompt), in: body, style: .quiet)
    } else {
      list(scene, lines, selected, into: &frame, in: body)
    }
    guard !map.loose.isEmpty else { return }
    let texts = map.loose.map(\.text).joined(separator: " · ")
    frame.put(
      scene.language.labelled(scene.say("Not yet sorted"), texts), x: foot.x, y: foot.y,
      style: map.loose.contains { $0.card == selected } ? .selection : .quiet, width: foot.width)
  }

  /// The lines with their rows' names at the left; those around the selected one when not all fit.
  private static func list(
    _ scene: Scene, _ lines: [JourneyMap.Line], _ selected: CardID?, into frame: inout Frame,
    in rect: Rect
  ) {
    let labels = lines.map { scene.label($0.row) }
    let widest = labels.map(Text.width).max() ?? 0
    let (names, texts) = rect.left(min(widest + 2, rect.width / 3))
    let width = texts.width - 2
    let heights = lines.map { Text.wrap(text($0, scene), to: max(1, width)).count }
    let isSelected = { (line: JourneyMap.Line) in line.isWhole && line.card == selected }
    var first = 0
    if let at = lines.firstIndex(where: isSelected) {
      while first < at, heights[first...at].reduce(0, +) > rect.height - 1 { first += 1 }
    }
    var y = rect.y
    for index in lines.indices.dropFirst(first) {
      let left = lines.count - index
      if y >= rect.maxY - 1, left > 1 || y >= rect.maxY {
        frame.put("+ \(left)", x: texts.x + 2, y: rect.maxY - 1, style: .quiet)
        break
      }
      let line = lines[index]
      let isChosen = isSelected(line)
      if index == first || line.row != lines[index - 1].row {
        frame.put(labels[index], x: names.x, y: y, style: .quiet, width: names.width - 1)
      }
      let isPain = line.row == .pain
      let mark = isChosen ? "▶" : isPain ? "!" : "·"
      let style: Style =
        isChosen ? .accent : isPain ? Style(.warning, bold: true) : .quiet
      frame.put(mark, x: texts.x, y: y, style: style)
      if isChosen { frame.cursor = Point(x: texts.x, y: y) }
      let place = Rect(x: texts.x + 2, y: y, width: width, height: rect.maxY - y)
      y += frame.paragraph(
        text(line, scene), in: place, style: isChosen ? Style(.strong, bold: true) : .plain)
    }
  }

  /// A line with its voices, and a mark when two people typed over each other.
  static func text(_ line: JourneyMap.Line, _ scene: Scene) -> String {
    guard line.isWhole, let card = scene.workshop.card(line.card) else { return line.text }
    return Wall.label(card)
  }
}
