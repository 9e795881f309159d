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
    let (foot, below) = body.bottom(2)
    // The step that is spoken of stands first and large; the others beneath it, where there is room.
    let isLarge = StageHead.isTall(frame.size.rows - 2)
    let now = StageText([
      .init(steps[at].text, Style(.strong, bold: true)),
      .init(tail(steps[at], scene), .accent, rank: 1),
    ])
    let used = now.draw(
      into: &frame,
      in: below.inset(horizontal: 2, vertical: 0).top(isLarge ? below.height * 2 / 3 : 0).strip)
    let list = below.top(used > 0 ? used + 2 : 0).rest
    let first = max(0, min(at - 2, steps.count - list.height / 2))
    var y = list.y
    for index in first..<steps.count {
      let step = steps[index]
      let isNow = index == at
      if isNow, isLarge { continue }
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
        frame.put(tail(step, scene), x: place.x, y: y, style: .accent, width: place.width)
        y += 2
      } else {
        let word = ActionText.word(step, scene)
        frame.put(
          word.isEmpty ? text : "\(text) · \(word)", x: place.x, y: y, style: style,
          width: place.width)
        y += 1
      }
    }
    let seen = steps.filter { scene.isReviewed($0) }
    let done = steps.count { $0["status"] == "done" }
    frame.put(
      scene.say("\(seen.count) of \(steps.count) looked at · \(done) done"), x: foot.x + 2,
      y: foot.y + 1, style: .quiet, width: foot.width - 2)
  }

  /// Who and when, what stands in its way, what became of it.
  private static func tail(_ step: Card, _ scene: Scene) -> String {
    [
      ActionText.word(step, scene), ActionText.tail(step, scene), step["blocked-by"],
      step[Workshop.reviewNote],
    ]
    .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension StageStep {
  package static let review = StageStep.view(ReviewView.name) {
    ReviewView.draw($0, into: &$1, in: $2)
  }
}
