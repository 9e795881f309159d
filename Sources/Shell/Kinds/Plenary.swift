import Languages
import Reporting
package import Terminal
package import WorkshopCore

extension ActivityKind {
  /// Opening, recap, brief: a question and points on the stage.
  package static let plenary = ActivityKind(
    id: "plenary", name: "All together", hasBigTime: true,
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
    let lines =
      [
        StageText.Line(heading, Style(.strong, bold: true), rank: 0),
        StageText.Line(subheading, Style(.accent, bold: true), rank: 1),
      ] + points.map { StageText.Line($0, rank: 2, mark: "·") }
    draw(lines, scene, into: &frame, in: rect)
  }

  /// Texts with the time beneath: the digits are as large as leaves the texts large.
  package static func draw(
    _ lines: [StageText.Line], _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) {
    let text = StageText(lines)
    let room = rect.inset(horizontal: 2, vertical: 0).top(1).rest
    let time = BigTime.rows(scene, in: rect) { rows in
      text.isLarge(in: room.bottom(rows + 1).rest.size)
    }
    text.draw(turning: scene, into: &frame, in: room.bottom(time > 0 ? time + 1 : 0).rest)
    BigTime.draw(scene, into: &frame, in: rect.bottom(time).strip)
  }
}
