import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The tables' own clocks on the stage, side by side.
package enum TableTimes {
  /// A name, small digits, a bar.
  private static let large = 5
  /// A name, the time in plain figures, a bar.
  private static let plain = 3
  /// What the rest of the stage needs.
  private static let rest = 8

  /// How many rows they take at the foot of the stage; 0 when no table has a clock.
  package static func rows(_ scene: Scene, width: Int, height: Int) -> Int {
    let count = scene.tableCountdowns.count
    guard count > 0 else { return 0 }
    let lines = (count + perLine(count, width: width) - 1) / perLine(count, width: width)
    let isLarge = scene.workshop.isOn(.digits) && lines * large + rest <= height
    return isLarge ? lines * large : plain
  }

  package static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let clocks = scene.tableCountdowns
    guard !clocks.isEmpty, !rect.isEmpty else { return }
    let columns = rect.height == plain ? clocks.count : perLine(clocks.count, width: rect.width)
    let height = rect.height == plain ? plain : large
    let width = rect.width / columns
    for (index, clock) in clocks.enumerated() {
      let place = Rect(
        x: rect.x + index % columns * width, y: rect.y + index / columns * height,
        width: width - 1, height: height)
      draw(clock.table, clock.countdown, scene, into: &frame, in: place)
    }
  }

  /// How many tables stand side by side so that the small digits fit, with air between them; as even
  /// as they go.
  private static func perLine(_ count: Int, width: Int) -> Int {
    let most = max(1, width / (BigText.size(of: "00:00", scale: .small).columns + 4))
    let lines = (count + most - 1) / most
    return max(1, (count + lines - 1) / lines)
  }

  private static func draw(
    _ table: String, _ countdown: Countdown, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
    let time = TimeLeft.text(countdown, at: scene.now)
    let name = scene.say("Table \(table)") + (countdown.isRunning ? "" : " ‖")
    let label = Text.width(name) <= rect.width ? name : table
    frame.put(
      label, x: rect.x, y: rect.y, style: .quiet, width: rect.width, alignment: .centre)
    if scene.workshop.isOn(.digits) {
      let digits = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 2)
      frame.big(time, in: digits, style: style)
    }
    TimeLeft.bar(
      countdown, at: scene.now, into: &frame, x: rect.x + 1, y: rect.maxY - 1,
      width: rect.width - 2)
  }
}
