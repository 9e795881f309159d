import Languages
package import Shell
import Terminal
import WorkshopCore
package import WorkshopQueries

/// The figures of the programme or of a session, as bars with their values: the same at the desk and on
/// the stage.
package enum FiguresView {
  /// What `viewShown` calls it, in an activity of whatever kind; its step says which figures, see `Place`.
  static let name = "figures"

  static func isShown(_ scene: Scene) -> Bool { scene.shows(name) }

  /// Which figures are looked at, and from which line on.
  package struct Place: Equatable {
    /// 0 is the programme, then the sessions in their order.
    var column = 0
    var line = 0

    private static let stride = 1000

    /// As one number, which is what the stage is told.
    var step: Int { column * Self.stride + line }

    package init(column: Int = 0, line: Int = 0) {
      self.column = column
      self.line = line
    }

    init(step: Int) {
      self.init(column: max(0, step) / Self.stride, line: max(0, step) % Self.stride)
    }
  }

  /// A line of the picture.
  private enum Line {
    case heading(String)
    case figure(FigureText.Row)
    case cells([String], isHead: Bool)
    case gap
  }

  static func onStage(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let step = scene.workshop.current.flatMap { scene.workshop.views[$0]?.step } ?? 0
    let place = Place(step: step)
    let indicators = Indicators(of: scene.workshop, now: scene.now)
    let body = StageHead.draw(title(place, indicators, scene), scene, into: &frame, in: rect)
    let room = body.inset(horizontal: 2, vertical: 0)
    guard StageHead.isTall(frame.size.rows - 2) else {
      draw(place, indicators, scene, into: &frame, in: room)
      return
    }
    // In a high window as many as are read from the last row; the desk goes on from line to line.
    let lines = lines(place, indicators, scene).dropFirst(place.line)
    let texts = lines.compactMap { text($0, scene) }
    let (foot, wall) = room.bottom(1)
    var shown = texts.prefix(StageText(texts).pages(in: wall.size)?.first?.count ?? texts.count)
    // A heading goes with what stands beneath it.
    if shown.count < texts.count, shown.last?.mark.isEmpty == true { shown.removeLast() }
    StageText(Array(shown), largest: Lettering.smallest).draw(into: &frame, in: wall)
    let more = texts.count - shown.count
    guard more > 0 else { return }
    let said = "+ \(more)"
    frame.put(said, x: foot.maxX - Text.width(said), y: foot.y, style: .quiet)
  }

  /// A line in large letters; nil for a row of air.
  private static func text(_ line: Line, _ scene: Scene) -> StageText.Line? {
    switch line {
    case .gap: nil
    case .heading(let text): .init(text, Style(.strong, bold: true), air: 2)
    case .cells(let cells, _):
      .init(cells.filter { !$0.isEmpty }.joined(separator: " · "), .plain, air: 0)
    case .figure(let row):
      .init(
        "\(scene.say(row.label))  \(row.text)", row.value == nil ? .quiet : .plain, mark: "·",
        air: 0)
    }
  }

  package static func title(_ place: Place, _ indicators: Indicators, _ scene: Scene) -> String {
    guard place.column > 0, indicators.sessions.indices.contains(place.column - 1) else {
      return scene.say("The programme in figures")
    }
    return scene.say("\(indicators.sessions[place.column - 1].session.title) in figures")
  }

  /// How many lines there are to scroll through.
  static func count(_ place: Place, _ indicators: Indicators, _ scene: Scene) -> Int {
    lines(place, indicators, scene).count
  }

  private static func lines(
    _ place: Place, _ indicators: Indicators, _ scene: Scene
  ) -> [Line] {
    let items = indicators.sessions
    let isSession = items.indices.contains(place.column - 1)
    let figures = isSession ? items[place.column - 1].figures : indicators.programme
    var lines: [Line] = []
    for group in FigureText.groups(figures, isSession: isSession, scene) {
      if !lines.isEmpty { lines.append(.gap) }
      lines.append(.heading(scene.say(group.title)))
      lines += group.rows.map(Line.figure)
    }
    let tests = isSession ? [] : TestText.rows(indicators, scene)
    guard !tests.isEmpty else { return lines }
    // The status stands on the projects' own page.
    let without = { (row: [String]) in [row[0]] + row.dropFirst(2) }
    return lines + [
      .gap, .heading(scene.say("Tests")),
      .cells(without(TestText.header.map { scene.say($0) }), isHead: true),
    ] + tests.map { .cells(without($0), isHead: false) }
  }

  /// A second column needs as much as this to be read.
  private static let columnWidth = 56

  static func draw(
    _ place: Place, _ indicators: Indicators, _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    guard rect.height > 0 else { return }
    var rest = lines(place, indicators, scene)[...].dropFirst(place.line)
    let labels = rest.compactMap { line -> Int? in
      if case .figure(let row) = line { return Text.width(scene.say(row.label)) }
      return nil
    }
    let label = labels.max() ?? 0
    let values = rest.compactMap { line -> Int? in
      if case .figure(let row) = line, row.bar != nil { return Text.width(row.text) }
      return nil
    }
    let value = values.max() ?? 0
    let columns = max(1, min(2, (rect.width + 4) / (columnWidth + 4)))
    let width = columns == 1 ? min(rect.width, 76) : (rect.width - 4) / 2
    for column in 0..<columns {
      let lines = rest.prefix(fitting(rest, rect.height, isLast: column == columns - 1))
      rest = rest.dropFirst(lines.count)
      if case .gap = rest.first { rest = rest.dropFirst() }
      let x = rect.x + column * (width + 4)
      for (row, line) in lines.enumerated() {
        let room = Rect(x: x, y: rect.y + row, width: width, height: 1)
        draw(line, label: label, value: value, scene, into: &frame, in: room)
      }
    }
    if !rest.isEmpty {
      // What has no room is counted, never cut away in silence.
      let more = "+ \(rest.count)"
      frame.put(
        more, x: rect.maxX - Text.width(more), y: rect.maxY - 1, style: .quiet)
    }
  }

  /// How many lines a column takes: whole groups, where another column can take the next one.
  private static func fitting(_ lines: ArraySlice<Line>, _ height: Int, isLast: Bool) -> Int {
    guard lines.count > height, !isLast else { return min(height, lines.count) }
    let gap = lines.prefix(height + 1).lastIndex {
      if case .gap = $0 { true } else { false }
    }
    return gap.map { $0 - lines.startIndex } ?? height
  }

  private static func draw(
    _ line: Line, label: Int, value: Int, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    switch line {
    case .gap: break
    case .heading(let text):
      frame.put(text, x: rect.x, y: rect.y, style: Style(.strong, bold: true), width: rect.width)
    case .cells(let cells, let isHead):
      let style: Style = isHead ? .quiet : .plain
      // Three narrow columns at the right, as wide as what stands in them at most.
      let heads = TestText.header.dropFirst(2).map { Text.width(scene.say($0)) }
      var end = rect.maxX
      for (text, wanted) in zip(cells.dropFirst(), heads).reversed() {
        let width = min(wanted, rect.width / 4)
        frame.put(
          text, x: end - width, y: rect.y, style: style, width: width, alignment: .right)
        end -= width + 2
      }
      frame.put(cells[0], x: rect.x + 2, y: rect.y, style: style, width: end - rect.x - 2)
    case .figure(let row):
      let hasData = row.value != nil
      frame.put(
        scene.say(row.label), x: rect.x + 2, y: rect.y, style: hasData ? .plain : .quiet,
        width: label)
      let x = rect.x + label + 4
      let style: Style = hasData ? Style(.strong, bold: true) : .quiet
      guard let share = row.bar else {
        frame.put(row.text, x: x, y: rect.y, style: style, width: max(0, rect.maxX - x))
        return
      }
      frame.put(row.text, x: x, y: rect.y, style: style, width: min(value, rect.maxX - x))
      // Bars stand after the longest value, so that they can be compared.
      let start = x + value + 2
      let bar = max(0, min(30, rect.maxX - start))
      let length = share > 0 ? max(1, Int((share * Double(bar)).rounded())) : 0
      frame.put(
        String(repeating: "█", count: min(bar, length)), x: start, y: rect.y, style: .accent)
    }
  }
}

extension StageStep {
  package static let figures = StageStep.view(FiguresView.name) {
    FiguresView.onStage($0, into: &$1, in: $2)
  }
}
