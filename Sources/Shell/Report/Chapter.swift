package import Languages
package import Reporting
import WorkshopCore
import WorkshopQueries

/// A chapter of the report: a heading and what stands under it.
///
/// A value in one list: who adds a chapter writes one small file and one word in the program's list. A
/// chapter that has nothing to say leaves no trace.
package struct Chapter: Sendable {
  /// Its heading; nil for one that has headings of its own.
  let title: Phrase?
  /// It stands in a report of a page or two as well.
  package private(set) var isBrief = false
  /// Its blocks; their headings begin at level 2, or at level 1 where the chapter has no title.
  let blocks: @Sendable (Scene) -> [Report.Block]

  package init(_ title: Phrase? = nil, blocks: @escaping @Sendable (Scene) -> [Report.Block]) {
    self.title = title
    self.blocks = blocks
  }

  /// The same, also where the report is of a page or two.
  package var inBrief: Chapter {
    var chapter = self
    chapter.isBrief = true
    return chapter
  }

  /// The chapter as it is written: nothing at all where it would be a heading alone.
  func written(_ scene: Scene) -> [Report.Block] {
    let blocks = blocks(scene).filter { !$0.isBlank }
    guard let title, !blocks.isEmpty else { return blocks }
    return [.heading(level: 1, scene.say(title))] + blocks
  }
}

extension Report.Block {
  /// Nothing would be written for it.
  package var isBlank: Bool {
    switch self {
    case .list(let items): items.isEmpty
    case .facts(let facts): facts.isEmpty
    case .paragraph(let text), .note(let text), .preformatted(let text): text.isEmpty
    case .table(_, let rows, _): rows.isEmpty
    case .bars(let bars, _): bars.isEmpty
    case .links(let links): links.isEmpty
    case .heading, .quote, .picture, .image: false
    }
  }
}
