import Assets
import Cards
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// A whole journey as a table, for a wide window: the curve over the stages, their lines row by row.
struct JourneyGrid {
  private let scene: Scene
  private let journey: Journey
  private let map: JourneyMap
  private let chosen: Int
  private let selected: CardID?
  /// The rows in which anything was said.
  private let rows: [JourneyMap.Row]

  init(
    _ scene: Scene, _ journey: Journey, _ map: JourneyMap, chosen: Int, selected: CardID?
  ) {
    self.scene = scene
    self.journey = journey
    self.map = map
    self.chosen = chosen
    self.selected = selected
    rows = JourneyMap.Row.allCases.filter { row in
      row != .emotion && map.stages.contains { !$0.lines(in: row).isEmpty }
    }
  }

  /// Columns for the rows' names.
  private static let gutter = 16
  /// The curve, the names and a rule.
  private static let head = 7

  private func width(_ rect: Rect) -> Int {
    (rect.width - Self.gutter) / max(1, journey.stages.count)
  }

  /// Whether every line has room, and the chosen one is among them: feelings are in the curve alone.
  func fits(_ rect: Rect) -> Bool {
    let isFeeling = map.stages.contains { stage in
      stage.lines(in: .emotion).contains { $0.isWhole && $0.card == selected }
    }
    return !isFeeling && map.loose.isEmpty
      && wants(width(rect)).reduce(0, +) <= rect.height - Self.head
  }

  /// Whether every word of every line has room.
  func keepsWords(_ rect: Rect) -> Bool {
    let lines = map.stages.flatMap(\.lines).filter { $0.row != .emotion }
    let words = lines.flatMap { JourneyView.text($0, scene).split(separator: " ") }
    return words.allSatisfy { Text.width(String($0)) <= width(rect) - 3 }
  }

  /// How many lines of text each row takes.
  private func wants(_ width: Int) -> [Int] {
    rows.map { row in
      map.stages.map { stage in
        stage.lines(in: row).reduce(0) { $0 + wrapped($1, width) }
      }.max() ?? 0
    }
  }

  private func wrapped(_ line: JourneyMap.Line, _ width: Int) -> Int {
    Text.wrap(JourneyView.text(line, scene), to: max(1, width - 3)).count
  }

  func draw(into frame: inout Frame, in rect: Rect) {
    let width = width(rect)
    let strip = JourneyStrip(scene, journey, map, chosen: chosen)
    let whole = Rect(
      x: rect.x + Self.gutter - 3, y: rect.y, width: width * journey.stages.count + 3,
      height: Self.head)
    _ = strip.draw(into: &frame, in: whole, curve: true)
    let (_, body) = rect.top(Self.head)
    let wants = wants(width)
    let given = Share.of(body.height, among: wants)
    let air = body.height - given.reduce(0, +) >= rows.count ? 1 : 0
    var y = body.y
    for ((row, height), want) in zip(zip(rows, given), wants) where height > 0 {
      let isPain = row == .pain
      frame.put(
        scene.label(row), x: rect.x, y: y, style: isPain ? Style(.warning) : .quiet,
        width: Self.gutter - 1)
      for (index, stage) in map.stages.enumerated() {
        let x = rect.x + Self.gutter + index * width
        cell(
          stage.lines(in: row), into: &frame,
          in: Rect(x: x, y: y, width: width - 1, height: min(height, want)))
      }
      y += height + air
    }
  }

  private func cell(_ lines: [JourneyMap.Line], into frame: inout Frame, in rect: Rect) {
    var rest = rect
    for line in lines where !rest.isEmpty {
      let isSelected = line.isWhole && line.card == selected
      let isPain = line.row == .pain
      frame.put(
        isSelected ? "▶" : isPain ? "!" : "·", x: rest.x, y: rest.y,
        style: isSelected ? .accent : isPain ? Style(.warning, bold: true) : .quiet)
      if isSelected { frame.cursor = Point(x: rest.x, y: rest.y) }
      let (_, text) = rest.left(2)
      let used = frame.paragraph(
        JourneyView.text(line, scene), in: text,
        style: isSelected ? Style(.strong, bold: true) : .plain)
      rest = rest.top(used).rest
    }
  }
}

/// Room dealt out fairly.
enum Share {
  /// Rows for each of several wishes: one at least while there are any, then one more each in turn.
  static func of(_ rows: Int, among wishes: [Int]) -> [Int] {
    var given = wishes.map { _ in 0 }
    var left = rows
    while left > 0 {
      let hungry = wishes.indices.filter { given[$0] < wishes[$0] }
      if hungry.isEmpty { break }
      for index in hungry where left > 0 {
        given[index] += 1
        left -= 1
      }
    }
    return given
  }
}
