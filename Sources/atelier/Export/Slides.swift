import Languages
import Projects
import Reporting
import Shell
import WorkshopCore

/// The restitution as slides in Markdown, which pandoc and presenterm take: a slide a chapter of the report
/// in brief, long ones in parts.
enum Slides {
  /// Entries and rows of a slide.
  private static let most = 7

  static func render(_ scene: Scene) -> String {
    let scene = scene
    let title = scene.say(scene.workshop.plan.title)
    // As presenterm and pandoc read it: JSON strings are YAML too.
    let head = """
      ---
      title: \(quoted(title))
      lang: \(scene.language.code)
      options:
        end_slide_shorthand: true
      ---
      """
    let chapters = scene.features.summary.flatMap { chapter in
      slides(Minutes.report(scene, chapters: [chapter]).blocks, title: title)
    }
    let pages = chapters.map { slide in
      Markdown.render(
        Report(title: slide.title, in: scene.language, blocks: slide.blocks))
    }
    return ([head] + [pages.joined(separator: "\n---\n\n")]).joined(separator: "\n\n")
  }

  private typealias Slide = (title: String, blocks: [Report.Block])

  /// A chapter's blocks, cut before each heading and where a list or a table is too long for a slide.
  private static func slides(_ blocks: [Report.Block], title: String) -> [Slide] {
    var slides: [Slide] = []
    var (chapter, current) = (title, Slide(title: title, blocks: []))
    func close() { if !current.blocks.isEmpty { slides.append(current) } }
    for block in blocks {
      if case .heading(let level, let text) = block {
        close()
        if level == 1 { chapter = text }
        current = (level == 1 ? text : "\(chapter) · \(text)", [])
        continue
      }
      for part in parts(of: block) {
        if !current.blocks.isEmpty, part.isLong {
          close()
          current.blocks = []
        }
        current.blocks.append(part)
      }
    }
    close()
    return slides
  }

  private static func parts(of block: Report.Block) -> [Report.Block] {
    func chunks<Element>(_ all: [Element]) -> [[Element]] {
      stride(from: 0, to: all.count, by: most).map { Array(all[$0..<min($0 + most, all.count)]) }
    }
    switch block {
    case .list(let items): return chunks(items).map { .list($0) }
    case .table(let header, let rows, let alignment):
      return chunks(rows).map { .table(header: header, rows: $0, alignment: alignment) }
    default: return [block]
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.filter { $0 != "\"" && $0 != "\\" && $0 != "\n" } + "\""
  }
}

extension Report.Block {
  /// It takes a slide of its own.
  fileprivate var isLong: Bool {
    switch self {
    case .table, .bars, .picture: true
    case .list(let items): items.count > 4
    default: false
    }
  }
}
