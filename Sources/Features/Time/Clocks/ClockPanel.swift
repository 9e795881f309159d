import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The tables' own clocks, all at a glance: start, pause and lengthen each.
package struct ClockPanel: Overlay {
  var selected = 0

  package static let open = Action("table-clocks", "A timer for each table") { scene in
    scene.current == nil
      ? .refused("Nothing has started: press n") : .open(ClockPanel(), scene)
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.character(" "), .enter, do: Self.toggle, hint: "start or stop"),
      Binding(
        .character("+"), .character("="), do: Self.extend(60, "A minute more"), hint: "minute"),
      Binding(.character("-"), do: Self.extend(-60, "A minute less")),
      Binding(.character("S"), do: Self.set, hint: "set"),
      Binding(.character("a"), do: Self.all, hint: "all tables"),
      Binding(.down, .character("j"), do: Self.move("next-table", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-table", "Up", by: -1)),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? ClockPanel else { return .nothing }
      panel.selected = max(0, min(panel.selected + step, scene.workshop.plan.tables - 1))
      return .replace(panel, scene)
    }
  }

  private static func table(_ scene: Scene) -> String? {
    guard let panel = scene.focus.overlay as? ClockPanel else { return nil }
    return String(panel.selected + 1)
  }

  private static let toggle = Action("toggle-table", "Start or stop this table's timer") { scene in
    guard let table = table(scene) else { return .nothing }
    return Action.toggle(table, scene)
  }

  private static func extend(_ seconds: Int, _ phrase: Phrase) -> Action {
    Action(seconds > 0 ? "extend-table" : "shorten-table", phrase) { scene in
      guard let table = table(scene) else { return .nothing }
      return Action.extend(table, by: seconds, scene)
    }
  }

  private static let set = Action("set-table", "Set the time left") { scene in
    guard let table = table(scene), let activity = scene.current else { return .nothing }
    return Reopening.timeLeft.opened(of: ["activity": activity.id, "table": table], scene)
  }

  private static let all = Action("all-tables", "Start every table's timer") { scene in
    guard let activity = scene.current else { return .nothing }
    let tables = (1...scene.workshop.plan.tables).map(String.init)
    let events = tables.compactMap { table -> Event? in
      switch scene.countdown(of: table)?.isRunning {
      case true: nil
      case false: .countdownResumed(activity: activity.id, table: table)
      case nil:
        .countdownStarted(activity: activity.id, seconds: Action.seconds(scene), table: table)
      }
    }
    return Outcome(events: events)
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("Tables' timers"), into: &frame, in: rect)
    guard scene.current != nil else { return }
    let tables = scene.workshop.plan.tables
    let first = max(0, min(selected - inner.height / 2, tables - inner.height))
    for (row, index) in (first..<tables).prefix(inner.height).enumerated() {
      let isSelected = index == selected
      let style: Style = isSelected ? Style(.selection, bold: true) : .plain
      let y = inner.y + row
      if isSelected {
        frame.fill(Rect(x: inner.x, y: y, width: inner.width, height: 1), style: style)
        frame.cursor = Point(x: inner.x, y: y)
      }
      frame.put(scene.say("Table \(index + 1)"), x: inner.x + 1, y: y, style: style, width: 12)
      guard let countdown = scene.countdown(of: String(index + 1)) else {
        frame.put(
          scene.say("\(Action.seconds(scene) / 60) min · Space starts"), x: inner.x + 14, y: y,
          style: isSelected ? style : .quiet, width: inner.width - 15)
        continue
      }
      let ink = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
      frame.put(
        TimeLeft.text(countdown, at: scene.now), x: inner.x + 14, y: y,
        style: isSelected ? style : ink, width: 7, alignment: .right)
      let caption = TimeLeft.caption(countdown, scene)
      frame.put(caption, x: inner.x + 23, y: y, style: isSelected ? style : .quiet, width: 14)
      TimeLeft.bar(
        countdown, at: scene.now, into: &frame, x: inner.x + 38, y: y,
        width: max(0, inner.width - 39))
    }
  }
}
