import Reporting
import WorkshopCore

/// The report of a workshop, or of one of its sessions.
///
/// Whoever asks hands in a scene of what may be told (`Workshop.withoutPrivateRemarks`, `.published`,
/// `.only`): chapters write down all they see.
enum Minutes {
  /// - Parameter chapters: what it consists of, in order.
  static func report(_ scene: Scene, chapters: [Chapter] = Chapter.all) -> Report {
    Report(
      title: scene.say(scene.workshop.plan.title), language: scene.language.code,
      blocks: chapters.flatMap { $0.written(scene) })
  }
}
