import Languages
import Reporting
package import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What happened, session by session: each activity with its phase and what came of it.
  package static let story = story { _, _ in true }

  /// The same of some activities only.
  package static func story(
    of isTold: @escaping @Sendable (Scene, Activity) -> Bool
  ) -> Chapter {
    Chapter { scene in
      scene.workshop.plan.sessions.flatMap { Story.chapter(of: $0, scene, isTold) }
    }
  }
}

/// A session as it was: each part tells of the end of its day, whatever came of it later.
private enum Story {
  static func chapter(
    of session: Session, _ scene: Scene, _ isTold: (Scene, Activity) -> Bool
  ) -> [Report.Block] {
    let title = [scene.say(session.title), scene.date(of: session)].compactMap { $0 }
      .joined(separator: ", ")
    // Most activities of a session share its moment: the entries are folded once for them all.
    var scenes: [Int64: Scene] = [:]
    let parts = session.activities.filter { isTold(scene, $0) }.flatMap { activity in
      guard let moment = scene.moment(of: activity) else { return [Report.Block]() }
      let then = scenes[moment] ?? scene.asItWas(at: moment)
      scenes[moment] = then
      return part(of: activity, then)
    }
    guard !parts.isEmpty else { return [] }
    return [.heading(level: 1, title)] + parts
  }

  /// Held on whatever day: an agenda speaks of the last one only.
  private static func part(of activity: Activity, _ scene: Scene) -> [Report.Block] {
    let part = scene.kind(of: activity).report(scene, activity).filter { !$0.isBlank }
    guard !part.isEmpty else { return [] }
    let title = scene.say(activity.title)
    let heading = activity.phase.map { scene.language.labelled(scene.say($0.name), title) }
    let question = activity.question.map { [Report.Block.quote(scene.say($0))] } ?? []
    return [.heading(level: 2, heading ?? title)] + question + part
  }
}
