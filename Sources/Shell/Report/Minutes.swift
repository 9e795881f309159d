package import Languages
package import Reporting
import WorkshopCore

/// The report of a workshop, or of one of its sessions.
///
/// Whoever asks hands in a scene of what may be told (`Workshop.withoutPrivateRemarks`, `.published`,
/// `.only`): chapters write down all they see.
package enum Minutes {
  /// - Parameter chapters: what it consists of, in order; nil: every chapter.
  package static func report(_ scene: Scene, chapters: [Chapter]? = nil) -> Report {
    var scene = scene
    scene.isForFile = true
    scene.settlePresent()
    scene.parts?.begin(scene)
    return Report(
      title: scene.say(scene.workshop.plan.title), in: scene.language,
      blocks: (chapters ?? scene.features.chapters).flatMap { $0.written(scene) })
  }
}

extension Report {
  /// A report in a language, punctuated as it does.
  package init(title: String, in language: Language, blocks: [Block] = []) {
    self.init(title: title, language: language.code, colon: language.colon, blocks: blocks)
  }
}
