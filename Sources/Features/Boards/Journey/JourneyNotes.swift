import Assets
import Cards
import Languages
package import Shell
package import Terminal
package import WorkshopCore
import WorkshopQueries

/// A user journey as a note-taker fills it: all stages at the top, the rows of the chosen one beneath.
package enum JourneyNotes {
  package static func draw(
    _ scene: Scene, _ board: Board, _ journey: Journey, into frame: inout Frame, in rect: Rect
  ) {
    let map = scene.map(of: board)
    let own = scene.stage(of: journey)?.id
    let index = journey.stages.firstIndex { $0.id == own } ?? 0
    guard map.stages.indices.contains(index) else { return }
    let strip = JourneyStrip(scene, journey, map, chosen: index)
    let below = strip.draw(into: &frame, in: rect, curve: rect.height >= 22)
    let (foot, body) = below.bottom(rect.height >= 12 ? 1 : 0)
    frame.put(
      scene.say("Ctrl-P Ctrl-N stage · F2 F3 row · −2 to +2 feeling · ! pain point"),
      x: foot.x, y: foot.y, style: Style(.quiet, dim: true), width: foot.isEmpty ? 0 : foot.width)
    rows(scene, map.stages[index], into: &frame, in: body)
  }

  private static func rows(
    _ scene: Scene, _ stage: JourneyMap.Stage, into frame: inout Frame, in rect: Rect
  ) {
    let all = JourneyMap.Row.allCases
    let labels = all.map { scene.label($0) }
    let names = min((labels.map(Text.width).max() ?? 0) + 3, rect.width / 3)
    let width = rect.width - names - 2
    let wishes = all.map { row in
      max(1, stage.lines(in: row).reduce(0) { $0 + height($1, scene, width) })
    }
    // In a low window only the rows around the chosen one are shown.
    let chosen = all.firstIndex(of: scene.row) ?? 0
    let first = max(0, min(chosen - rect.height / 2, all.count - rect.height))
    let shown = Array(all.indices.dropFirst(first).prefix(max(1, rect.height)))
    let given = shared(rect.height, among: shown.map { wishes[$0] }, first: chosen - first)
    var y = rect.y
    for (index, rows) in zip(shown, given) where rows > 0 {
      let isChosen = index == chosen
      let style: Style = isChosen ? Style(.accent, bold: true) : .quiet
      frame.put(
        (isChosen ? "▶ " : "  ") + labels[index], x: rect.x, y: y, style: style, width: names - 1)
      cell(
        stage.lines(in: all[index]), scene, into: &frame,
        in: Rect(x: rect.x + names, y: y, width: rect.width - names, height: rows))
      y += rows
    }
  }

  /// The chosen row has what it needs as far as every other keeps one line; the rest is dealt out.
  private static func shared(_ rows: Int, among wishes: [Int], first chosen: Int) -> [Int] {
    guard wishes.indices.contains(chosen) else { return Share.of(rows, among: wishes) }
    let own = min(wishes[chosen], max(1, rows - wishes.count + 1))
    var others = wishes
    others[chosen] = 0
    var given = Share.of(rows - own, among: others)
    given[chosen] = own
    return given
  }

  private static func height(_ line: JourneyMap.Line, _ scene: Scene, _ width: Int) -> Int {
    Text.wrap(text(line, scene), to: max(1, width)).count
  }

  private static func text(_ line: JourneyMap.Line, _ scene: Scene) -> String {
    guard line.row == .emotion, let emotion = JourneyMap.emotion(line.text) else {
      return JourneyView.text(line, scene)
    }
    return JourneyMap.signed(emotion)
  }

  /// The newest lines of a row, or those around the one that is edited.
  private static func cell(
    _ lines: [JourneyMap.Line], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    guard !lines.isEmpty else {
      frame.put("·", x: rect.x, y: rect.y, style: .quiet)
      return
    }
    let width = rect.width - 2
    let isEdited = { (line: JourneyMap.Line) in
      line.isWhole && line.card == scene.focus.editing
    }
    let last = lines.lastIndex(where: isEdited) ?? lines.count - 1
    var first = last
    var used = height(lines[last], scene, width)
    while first > 0, used + height(lines[first - 1], scene, width) <= rect.height {
      first -= 1
      used += height(lines[first], scene, width)
    }
    var y = rect.y
    for line in lines[first...] where y < rect.maxY {
      let style: Style = isEdited(line) ? Style(.selection, bold: true) : .plain
      let isPain = line.row == .pain
      frame.put(
        isPain ? "!" : "·", x: rect.x, y: y,
        style: isPain ? Style(.warning, bold: true) : .quiet)
      let place = Rect(x: rect.x + 2, y: y, width: width, height: rect.maxY - y)
      y += frame.paragraph(text(line, scene), in: place, style: style)
    }
    let count = first > 0 ? "+\(first)" : ""
    frame.put(count, x: rect.x - Text.width(count) - 1, y: rect.y, style: .quiet)
  }
}
