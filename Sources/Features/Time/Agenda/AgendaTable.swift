import Languages
import Shell
import Terminal
import WorkshopCore

/// The agenda editor's table: every item with its start, phase, range, priority and minutes.
enum AgendaTable {
  static func draw(
    _ session: Session, selected: Int, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    guard !session.activities.isEmpty else {
      frame.paragraph(
        scene.say(
          "Nothing is planned for this day yet. Press a: a block of activities that go together, such as ideas or a vote, or a single one."
        ), in: rect.inset(horizontal: 1, vertical: 1), style: .plain)
      return
    }
    let starts = session.plannedStarts
    let first = max(0, min(selected - rect.height / 2, session.activities.count - rect.height))
    for (row, item) in session.activities.dropFirst(first).prefix(rect.height).enumerated() {
      let index = first + row
      line(
        item, start: starts[index], collides: collides(session, index, starts),
        isSelected: index == selected, scene, into: &frame,
        in: Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1))
    }
  }

  /// What comes before a fixed item does not fit before it.
  private static func collides(_ session: Session, _ index: Int, _ starts: [Int]) -> Bool {
    guard index > 0, session.activities[index].isFixed else { return false }
    let before = session.activities[index - 1]
    return starts[index - 1] + (before.isDropped ? 0 : before.minutes) > starts[index]
  }

  private static func line(
    _ item: Activity, start: Int, collides: Bool, isSelected: Bool, _ scene: Scene,
    into frame: inout Frame, in rect: Rect
  ) {
    let isNow = item.id == scene.workshop.current
    var style: Style = item.isDropped ? .quiet : .plain
    if isNow { style = Style(item.phase?.ink ?? .strong, bold: true) }
    if isSelected {
      style = .selection
      frame.fill(rect, style: style)
      frame.cursor = Point(x: rect.x, y: rect.y)
    }
    let quiet = isSelected ? style : .quiet
    let end = ClockTime(minutes: start + item.minutes).description
    let time = item.isDropped ? "  –" : ClockTime(minutes: start).description + "–" + end
    frame.put(time, x: rect.x + 1, y: rect.y, style: style)
    let mark = collides ? "!" : item.isFixed ? "▪" : isNow ? "▶" : item.isDropped ? "-" : " "
    frame.put(
      mark, x: rect.x + 13, y: rect.y, style: collides ? Style(.warning, bold: true) : style)
    var right = rect.maxX - 5
    frame.put(
      "\(item.minutes)", x: right, y: rect.y, style: style, width: 4, alignment: .right)
    let columns: [(text: String, width: Int, alignment: Alignment)] = [
      (range(item), 8, .right),
      (scene.say(item.priority.name), rect.width >= 90 ? priorityWidth(scene) : 0, .left),
      (item.phase.map { scene.say($0.name) } ?? "", rect.width >= 64 ? 13 : 0, .left),
      (item.lead ?? "", rect.width >= 100 ? 22 : 0, .left),
    ]
    for (text, width, alignment) in columns where width > 0 {
      right -= width
      frame.put(
        text, x: right, y: rect.y, style: quiet, width: width - 1, alignment: alignment)
    }
    frame.put(
      scene.say(item.title), x: rect.x + 15, y: rect.y, style: style, width: right - rect.x - 16)
  }

  private static func priorityWidth(_ scene: Scene) -> Int {
    (Activity.Priority.allCases.map { Text.width(scene.say($0.name)) }.max() ?? 0) + 2
  }

  private static func range(_ item: Activity) -> String {
    switch (item.minimum, item.maximum) {
    case (nil, nil): ""
    case (let low?, nil): "\(low)–"
    case (nil, let high?): "–\(high)"
    case (let low?, let high?): "\(low)–\(high)"
    }
  }

  /// The day's end and minutes by phase, what the chosen item is and needs, and, where there are rows for it,
  /// what a check would say first.
  static func foot(
    _ session: Session, _ item: Activity?, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let end = ClockTime(minutes: session.plannedEnd).description
    let phases = Phase.allCases.map { phase in
      let minutes = session.activities.reduce(0) {
        $0 + ($1.phase == phase && !$1.isDropped ? $1.minutes : 0)
      }
      return "\(scene.say(phase.name)) \(minutes)"
    }
    frame.put(
      ([scene.say("Ends \(end)")] + phases).joined(separator: " · "), x: rect.x, y: rect.y + 1,
      style: .accent, width: rect.width)
    guard let item else { return }
    let energy: [Phrase] = ["at rest", "calm", "brisk", "lively"]
    let parts = [
      scene.say(scene.kind(of: item).name), scene.say(scene.gathering(of: item).name),
      scene.say(energy[max(0, min(scene.energy(of: item), 3))]),
      rect.width < 90 ? scene.say(item.priority.name) : "", item.lead ?? "",
      scene.say(item.material), scene.say(item.output),
    ]
    frame.put(
      parts.filter { !$0.isEmpty }.joined(separator: " · "), x: rect.x, y: rect.y + 2,
      style: .quiet, width: rect.width)
    guard rect.height >= 5 else { return }
    let remarks = PlanReviewText.remarks(of: session, scene)
    let rest = remarks.count - 1
    let first = remarks.first.map { "· " + $0 + (rest > 0 ? " + \(rest)" : "") }
    frame.paragraph(
      first ?? scene.say(PlanReviewText.none), in: rect.top(3).rest,
      style: first == nil ? .quiet : .accent)
  }
}
