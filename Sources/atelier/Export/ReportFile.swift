import Languages
import Reporting
import Shell
import WorkshopCore

/// The report as it leaves the house: its chapters, and what annexes stand behind it.
struct ReportFile {
  /// How much of it is wanted; as it is typed.
  enum Detail: String, CaseIterable { case brief, report, full }

  let scene: Scene
  let detail: Detail
  /// Those asked for.
  let annexes: [Annex]

  /// The annexes by what `--annexes` holds, in their usual order; nil where one is none.
  static func annexes(_ text: String, of scene: Scene) -> [Annex]? {
    switch text {
    case "none": return []
    case "all": return scene.features.annexes
    default:
      let names = text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
      let known = Set(scene.features.annexes.map(\.name))
      guard !names.isEmpty, names.allSatisfy({ known.contains(String($0)) }) else { return nil }
      return scene.features.annexes.filter { annex in names.contains { $0 == annex.name } }
    }
  }

  /// All of it in one document.
  var report: Report {
    var report = head
    let parts = annexes.map { (annex: $0, blocks: $0.blocks(scene)) }.filter { !$0.blocks.isEmpty }
    let titles = parts.enumerated().map { scene.say("Annex \($0 + 1). \($1.annex.title)") }
    if !parts.isEmpty {
      report.blocks += [
        .heading(level: 1, scene.say("Annexes")),
        .links(titles.map { Report.Link($0, chapter: $0) }),
      ]
    }
    for (title, part) in zip(titles, parts) {
      report.blocks.append(.heading(level: 1, title))
      report.blocks += part.blocks.map(\.lowered)
    }
    if parts.isEmpty { report.blocks += offer }
    return report
  }

  /// The report and each annex as a document of its own, with the file that links lead to.
  func documents(ending: String, handovers: [(name: String, title: String)])
    -> [(name: String, report: Report)]
  {
    let parts = annexes.map { annex in
      (
        name: "\(annex.name).\(ending)",
        report: Report(
          title: scene.language.labelled(
            scene.say(scene.workshop.plan.title), scene.say(annex.title)),
          in: scene.language, blocks: annex.blocks(scene))
      )
    }.filter { !$0.report.blocks.isEmpty }
    var main = head
    let titles = Dictionary(
      annexes.map { ("\($0.name).\(ending)", scene.say($0.title)) }, uniquingKeysWith: { a, _ in a }
    )
    let lists: [(Phrase, [Report.Link])] = [
      ("Projects", handovers.map { .init($0.title, file: $0.name) }),
      ("Annexes", parts.map { .init(titles[$0.name] ?? $0.name, file: $0.name) }),
    ]
    for (title, links) in lists where !links.isEmpty {
      main.blocks += [.heading(level: 1, scene.say(title)), .links(links)]
    }
    return [("report.\(ending)", main)] + parts
  }

  private var head: Report {
    let chapters = scene.features.summary.filter { detail != .brief || $0.isBrief }
    return Minutes.report(scene, chapters: chapters)
  }

  /// What stands behind it and was not asked for.
  private var offer: [Report.Block] {
    guard detail != .brief else { return [] }
    let there = scene.features.annexes.filter { !$0.blocks(scene).isEmpty }
    guard !there.isEmpty else { return [] }
    let names = there.map { scene.say($0.title) }.joined(separator: " · ")
    return [.note(scene.say("Annexes that can be asked for: \(names)"))]
  }
}

extension Report.Block {
  /// A heading one level lower, anything else as it is: it stands under an annex's title.
  fileprivate var lowered: Report.Block {
    if case .heading(let level, let text) = self { .heading(level: level + 1, text) } else { self }
  }
}
