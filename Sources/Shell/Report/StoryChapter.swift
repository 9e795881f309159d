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
    var blocks = [Report.Block.heading(level: 1, title)]
    /// The day that was named last; nil: the state is that of now.
    var named: Day?
    for activity in session.activities where isTold(scene, activity) {
      guard let close = scene.close(of: activity) else { continue }
      let part = scene.part(of: activity, at: close.instant)
      guard !part.isEmpty else { continue }
      let day = scene.isPast(close.instant) ? close.day : nil
      let note = day == named ? [] : [scene.stateNote(day ?? scene.asOf.day)]
      // A whole session mostly tells of one day: it stands at its top.
      blocks +=
        blocks.count == 1 ? note + head(of: activity, scene) : head(of: activity, scene) + note
      blocks += part
      named = day
    }
    return blocks.count == 1 ? [] : blocks
  }

  private static func head(of activity: Activity, _ scene: Scene) -> [Report.Block] {
    let title = scene.say(activity.title)
    let heading = activity.phase.map { scene.language.labelled(scene.say($0.name), title) }
    let question = activity.question.map { [Report.Block.quote(scene.say($0))] } ?? []
    return [.heading(level: 2, heading ?? title)] + question
  }
}
