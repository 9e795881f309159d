import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// Last time's next steps on the stage; the one that is spoken of stands out.
package enum ReviewView {
  /// What `viewShown` calls it, in an activity of whatever kind.
  static let name = "review"

  static func isShown(_ scene: Scene) -> Bool { scene.shows(name) }

  static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let body = StageHead.draw(scene.say("What became of it?"), scene, into: &frame, in: rect)
    let steps = scene.pastSteps
    guard !steps.isEmpty, let current = scene.workshop.current else { return }
    let at = min(scene.workshop.views[current]?.step ?? 0, steps.count - 1)
    let (foot, list) = body.bottom(2)
    let first = max(0, min(at - 2, steps.count - list.height / 2))
    var y = list.y
    for index in first..<steps.count {
      let step = steps[index]
      let isNow = index == at
      let text = step.text
      let rows = isNow ? min(3, Text.wrap(text, to: list.width - 6).count) : 1
      guard y + rows + (isNow ? 2 : 0) <= list.maxY else { break }
      let style: Style =
        isNow
        ? Style(.strong, bold: true) : ActionText.isClosed(step) ? .quiet : .plain
      frame.put(
        ActionText.mark(step), x: list.x + 1, y: y,
        style: step["status"] == "blocked" ? .warning : .accent)
      let place = Rect(x: list.x + 4, y: y, width: list.width - 6, height: rows)
      if isNow {
        y += frame.paragraph(text, in: place, style: style)
        let tail = [
          ActionText.tail(step, scene), step["blocked-by"], step[Workshop.reviewNote],
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        frame.put(tail, x: place.x, y: y, style: .accent, width: place.width)
        y += 2
      } else {
        frame.put(text, x: place.x, y: y, style: style, width: place.width)
        y += 1
      }
    }
    let seen = steps.filter { scene.isReviewed($0) }
    let done = steps.count { $0["status"] == "done" }
    frame.put(
      scene.say("\(seen.count) of \(steps.count) looked at · \(done) done"), x: foot.x + 2,
      y: foot.y + 1, style: .quiet, width: foot.width - 2)
  }
}

extension StageStep {
  package static let review = StageStep.view(ReviewView.name) {
    ReviewView.draw($0, into: &$1, in: $2)
  }
}
