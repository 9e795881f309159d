import Languages
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// A break, lunch, arrival, slack: when we are back, readable from the last row.
  package static let rest = ActivityKind(
    id: "break", name: "Break", traits: .rest, startsByItself: true, hasBigTime: true,
    rehearsal: RehearsalTraits(lines: .oneTable, drift: -0.05...0.1),
    planning: PlanningTraits(
      "Coffee, lunch, arrival, spare time", energy: 0),
    stage: { scene, activity, frame, rect in
      let (foot, body) = rect.bottom(5)
      let (digits, words) = body.top(max(3, body.height - 4))
      if let countdown = scene.countdown {
        if scene.workshop.isOn(.digits) {
          let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
          frame.big(TimeLeft.text(countdown, at: scene.now), in: digits, style: style)
        } else {
          let bar = digits.centred(Size(columns: min(60, digits.width - 4), rows: 1))
          TimeLeft.bar(countdown, at: scene.now, into: &frame, x: bar.x, y: bar.y, width: bar.width)
        }
      }
      let title = scene.headline(activity)
      frame.put(
        title, x: words.x, y: words.y, style: Style(.strong, bold: true), width: words.width,
        alignment: .centre)
      if let end = scene.end(of: activity) {
        frame.put(
          scene.say(scene.promise(activity, end)), x: words.x, y: words.y + 1, style: .accent,
          width: words.width, alignment: .centre)
      }
      guard let next = scene.following else { return }
      frame.put(scene.say("Next"), x: foot.x + 2, y: foot.y + 1, style: .quiet, width: 8)
      frame.put(scene.say(next.title), x: foot.x + 10, y: foot.y + 1, width: foot.width - 12)
      frame.paragraph(
        scene.say(next.material),
        in: Rect(x: foot.x + 10, y: foot.y + 2, width: foot.width - 12, height: 2),
        style: .quiet)
    },
    desk: { scene, activity in
      [.init(scene.isFirst(activity) ? "Starts at" : "Back at", scene.end(of: activity) ?? "")]
    },
    guide: { _, _ in "It is a break; what you type is kept on this board" })
}

extension Scene {
  /// What the room is told of the hour at which the time is up: nobody comes back from an arrival, nor
  /// to a day that is over.
  fileprivate func promise(_ activity: Activity, _ end: String) -> Phrase {
    if isFirst(activity) { return "We begin at \(end)" }
    let last = session?.activities.last { !$0.isDropped }
    return last?.id == activity.id ? "Ends \(end)" : "back at \(end)"
  }

  fileprivate func isFirst(_ activity: Activity) -> Bool {
    session?.activities.first?.id == activity.id
  }

  /// When the running countdown ends, as a clock shows it.
  fileprivate func end(of activity: Activity) -> String? {
    guard let countdown = workshop.countdowns[activity.id], countdown.isRunning else { return nil }
    let left = countdown.secondsLeft(at: now)
    return left > 0 ? now.adding(seconds: left + 30).clock : nil
  }
}
