import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// The day: each item with its time, its state, how it went and how long it is planned.
package enum AgendaList {
  package static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let line = scene.focus.agendaLine ?? scene.workshop.current
    guard let session = scene.workshop.plan.session(of: line) ?? scene.session else {
      frame.paragraph(
        scene.say("This plan has no session"), in: rect.inset(horizontal: 2), style: .warning)
      return
    }
    let agenda = Agenda(of: session, in: scene.workshop, now: scene.now)
    let (foot, list) = rect.bottom(2)
    let selected = agenda.items.firstIndex { $0.activity.id == line } ?? 0
    let first = max(0, min(selected - list.height / 2, agenda.items.count - list.height))
    for (row, item) in agenda.items.dropFirst(first).prefix(list.height).enumerated() {
      draw(
        item, isSelected: item.activity.id == line,
        isNow: item.state == .now
          || agenda.isLookedBackAt && item.activity.id == scene.workshop.current, scene,
        into: &frame, x: list.x, y: list.y + row,
        width: list.width)
    }
    PhaseLine.draw(agenda, scene, into: &frame, x: foot.x + 2, y: foot.y, width: foot.width - 2)
    frame.put(
      DaySummary.text(session, agenda, scene), x: foot.x + 2, y: foot.y + 1,
      style: DaySummary.style(agenda), width: foot.width - 2)
  }

  private static func draw(
    _ item: Agenda.Item, isSelected: Bool, isNow: Bool, _ scene: Scene, into frame: inout Frame,
    x: Int, y: Int, width: Int
  ) {
    var style: Style = item.state == .done || item.state == .skipped ? .quiet : .plain
    if isNow { style = Style(item.activity.phase?.ink ?? .strong, bold: true) }
    if isSelected, !isNow { style = .selection }
    if isSelected {
      if !isNow { frame.fill(Rect(x: x, y: y, width: width, height: 1), style: style) }
      frame.cursor = Point(x: x + 1, y: y)
    }
    frame.put(isNow ? "▶" : isSelected ? "›" : " ", x: x + 1, y: y, style: style)
    let time = ClockTime(minutes: item.state == .done || isNow ? item.start : max(item.start, 0))
    frame.put(time.description, x: x + 3, y: y, style: style)
    frame.put(mark(item), x: x + 9, y: y, style: style)
    let overrun = overrun(item)
    let titleWidth = width - 11 - 9
    frame.put(scene.say(item.activity.title), x: x + 11, y: y, style: style, width: titleWidth)
    frame.put(
      overrun, x: x + width - 9, y: y, style: overrunStyle(item, style), width: 4, alignment: .right
    )
    frame.put(
      "\(item.activity.minutes)", x: x + width - 4, y: y, style: style, width: 3, alignment: .right)
  }

  private static func mark(_ item: Agenda.Item) -> String {
    switch item.state {
    case .done: "✓"
    case .skipped: "-"
    case .now, .ahead: item.activity.isFixed ? "▪" : " "
    }
  }

  private static func overrun(_ item: Agenda.Item) -> String {
    if item.squeezed > 0 { return "!\(item.squeezed)" }
    guard let minutes = item.overrun, minutes != 0 else { return "" }
    return minutes > 0 ? "+\(minutes)" : "−\(-minutes)"
  }

  private static func overrunStyle(_ item: Agenda.Item, _ style: Style) -> Style {
    item.squeezed > 0 ? Style(.warning, bold: true) : style
  }
}
