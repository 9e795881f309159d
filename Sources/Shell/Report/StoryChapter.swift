import Languages
import Reporting
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What happened, session by session: each activity with its phase and what came of it.
  package static let story = Chapter { scene in
    scene.workshop.plan.sessions.flatMap { Story.chapter(of: $0, scene) }
  }

  private enum Story {
    static func chapter(of session: Session, _ scene: Scene) -> [Report.Block] {
      let title = [scene.say(session.title), scene.date(of: session)].compactMap { $0 }
        .joined(separator: ", ")
      let parts = before(session, scene) + session.activities.flatMap { part(of: $0, scene) }
      return parts.isEmpty ? [] : [.heading(level: 1, title)] + parts
    }

    private static func before(_ session: Session, _ scene: Scene) -> [Report.Block] {
      guard !session.before.isEmpty else { return [] }
      return [
        .heading(level: 2, scene.say("Before this session")),
        .list(session.before.map { Report.Item(scene.say($0)) }),
      ]
    }

    /// Held on whatever day: an agenda speaks of the last one only.
    private static func part(of activity: Activity, _ scene: Scene) -> [Report.Block] {
      guard scene.workshop.openings[activity.id] != nil else { return [] }
      let part = scene.kind(of: activity).report(scene, activity).filter { !$0.isBlank }
      guard !part.isEmpty else { return [] }
      let title = scene.say(activity.title)
      let heading = activity.phase.map { scene.language.labelled(scene.say($0.name), title) }
      let question = activity.question.map { [Report.Block.quote(scene.say($0))] } ?? []
      return [.heading(level: 2, heading ?? title)] + question + part
    }
  }
}
