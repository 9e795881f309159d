package import Languages
package import Reporting
import WorkshopCore

/// What stands behind the report for whoever wants to look: a title, a sentence and chapters.
package struct Annex: Sendable {
  /// As the command line names it, and its file.
  package let name: String
  package let title: Phrase
  /// What it is.
  private let about: Phrase
  private let chapters: [Chapter]

  package init(_ name: String, _ title: Phrase, _ about: Phrase, _ chapters: [Chapter]) {
    self.name = name
    self.title = title
    self.about = about
    self.chapters = chapters
  }

  /// Its blocks, with headings from level 1; none where there is nothing to say.
  package func blocks(_ scene: Scene) -> [Report.Block] {
    let blocks = chapters.flatMap { $0.written(scene) }
    return blocks.isEmpty ? [] : [.note(scene.say(about))] + blocks
  }
}
