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
      let isTall = StageHead.isTall(rect.height)
      let (foot, body) = rect.bottom(isTall ? 8 : 5)
      let end = scene.end(of: activity).map { scene.say(scene.promise(activity, $0)) } ?? ""
      let said = StageText(
        [
          .init(scene.headline(activity), Style(.strong, bold: true), rank: 1),
          .init(end, .accent, rank: 0, air: 0),
        ], alignment: .centre)
      // The digits keep nine rows: the hour at which everybody is back is worth as much.
      let most = Size(columns: body.width - 4, rows: max(2, body.height - 9))
      let (words, above) = body.bottom(max(4, said.height(in: most)))
      // A row of air between the digits and what is said.
      let digits = above.bottom(isTall ? 1 : 0).rest
      if let countdown = scene.countdown {
        if scene.workshop.isOn(.digits) {
          let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
          frame.big(TimeLeft.text(countdown, at: scene.now), in: digits, style: style)
        } else {
          let bar = digits.centred(Size(columns: min(60, digits.width - 4), rows: 1))
          TimeLeft.bar(countdown, at: scene.now, into: &frame, x: bar.x, y: bar.y, width: bar.width)
        }
      }
      said.draw(into: &frame, in: words.inset(horizontal: 2, vertical: 0))
      guard let next = scene.followingToday else { return }
      StageText([
        .init(
          scene.say(next.title), rank: 0, mark: scene.say("Next"), markStyle: .quiet)
      ]).draw(into: &frame, in: foot.inset(horizontal: 2, vertical: 1))
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
