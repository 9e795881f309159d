import Languages
import Reporting
package import Terminal
package import WorkshopCore

extension ActivityKind {
  /// Opening, recap, brief: a question and points on the stage.
  package static let plenary = ActivityKind(
    id: "plenary", name: "Plenary", hasBigTime: true,
    rehearsal: RehearsalTraits(lines: .oneTable),
    planning: PlanningTraits(
      "Somebody speaks to everyone", minutes: 10),
    stage: { scene, activity, frame, rect in
      Stage.draw(
        scene, heading: scene.headline(activity), subheading: scene.meetingSaid(in: activity) ?? "",
        points: activity.points.map { scene.say($0) }, into: &frame, in: rect)
    },
    guide: { _, _ in "Questions that come up now go to this board" },
    report: { scene, activity in
      // What the plan has to be said was prepared, and is nothing that happened.
      [.paragraph(scene.meetingSaid(in: activity) ?? "")]
    })
}

extension Scene {
  /// What stands large on the stage: the activity's question, else its title.
  package func headline(_ activity: Activity) -> String {
    let question = say(activity.question)
    return question.isEmpty ? say(activity.title) : question
  }
}

/// The stage of an activity without a board: a large line, points with air, the time beneath.
package enum Stage {
  package static func draw(
    _ scene: Scene, heading: String, subheading: String = "", points: [String],
    into frame: inout Frame, in rect: Rect
  ) {
    let timeRows = scene.countdown == nil ? 0 : min(rect.height / 2, rect.height >= 24 ? 14 : 9)
    let (time, text) = rect.bottom(timeRows)
    var y = text.y + 1
    y += StageHead.text(
      heading, into: &frame, in: Rect(x: text.x, y: y, width: text.width, height: 3))
    if !subheading.isEmpty {
      y += frame.paragraph(
        subheading, in: Rect(x: text.x + 2, y: y, width: text.width - 4, height: 2),
        style: Style(.accent, bold: true))
    }
    y += 1
    let gap = text.maxY - y >= points.count * 3 ? 1 : 0
    for point in points where y < text.maxY {
      frame.put("·", x: text.x + 2, y: y, style: .accent)
      let place = Rect(x: text.x + 4, y: y, width: min(90, text.width - 6), height: text.maxY - y)
      y += frame.paragraph(point, in: place, style: .plain) + gap
    }
    BigTime.draw(scene, into: &frame, in: time)
  }
}
