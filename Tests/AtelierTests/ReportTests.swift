import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Projects
@testable import Reporting
@testable import Shell
@testable import Voting
@testable import atelier

/// The report that its sponsor reads, its annexes, letters and pages.
@Suite struct ReportTests {
  private func export(
    _ format: ExportFormat, _ scene: Scene, isPublic: Bool = false, hasNames: Bool = true,
    detail: ReportFile.Detail = .report, annexes: [Annex]? = nil
  ) -> Exporting {
    Exporting(
      format, of: scene, session: nil, isPublic: isPublic, hasNames: hasNames, detail: detail,
      annexes: annexes)
  }

  private func text(_ bytes: [UInt8]?) throws -> String {
    String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// Everything that a workshop can be written as, but what pandoc makes of the same document.
  private func everything(_ scene: Scene, isPublic: Bool, hasNames: Bool) throws -> [String: String]
  {
    var texts: [String: String] = [:]
    for format in ExportFormat.all where format.isText && !format.isLists {
      let whole = export(format, scene, isPublic: isPublic, hasNames: hasNames, detail: .full)
      texts["\(format)"] = try text(try whole.file())
    }
    let lists = export(.csv, scene, isPublic: isPublic, hasNames: hasNames)
    for (name, bytes) in lists.lists() { texts[name] = try text(bytes) }
    for (name, bytes) in try export(
      .markdown, scene, isPublic: isPublic, hasNames: hasNames, annexes: []
    ).files() { texts[name] = try text(bytes) }
    return texts
  }

  @Test func `without names no name, address or private field of the demo is in any format`()
    throws
  {
    let language = "hu"
    let secrets: [Event] = [
      .fieldSet(card: "p-ana-keller", field: Card.email, value: "zaddress@example.org", over: nil),
      .cardAdded(
        board: "advice", text: "Zprivately",
        fields: [
          "audience": "private", "project": "louisdemodem-223", "juror": "p-sylvie-tran",
        ]),
    ]
    let scene = try Stage.scene(language: language, then: secrets)
    let names = scene.workshop.people.map(\.text)
    try #require(names.count > 30)
    for (format, text) in try everything(scene, isPublic: true, hasNames: false) {
      for secret in names + ["zaddress", "Zprivately"] where text.contains(secret) {
        Issue.record("\(format): \(secret)")
      }
    }
    for (format, text) in try everything(scene, isPublic: true, hasNames: true) {
      for secret in ["zaddress", "Zprivately"] where text.contains(secret) {
        Issue.record("\(format), public: \(secret)")
      }
    }
  }

  @Test func `no table of the full report is wider than a page`() throws {
    let scene = try Stage.scene(language: "hu")
    let file = ReportFile(scene: scene, detail: .full, annexes: scene.features.annexes)
    var tables = 0
    for block in file.report.blocks.flatMap(\.fitted) {
      guard case .table(let header, let rows, _) = block else { continue }
      tables += 1
      #expect(TableFit.parts(header: header, rows: rows).count == 1)
    }
    #expect(tables > 30)
  }

  @Test func `every annex is known by its name, and stands in a file that the report leads to`()
    throws
  {
    let scene = try Stage.scene()
    let all = try #require(ReportFile.annexes("all", of: scene))
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(ReportFile.annexes("none", of: scene)?.isEmpty == true)
    #expect(ReportFile.annexes("votes, jury", of: scene)?.map(\.name) == ["votes", "jury"])
    #expect(ReportFile.annexes("votes,nothing", of: scene) == nil)
    let files = try export(.markdown, scene, annexes: all).files()
    let report = try text(files.first?.bytes)
    #expect(files.first?.name == "report.md")
    for file in files.dropFirst() { #expect(report.contains("](\(file.name))"), "\(file.name)") }
    #expect(files.count == 1 + all.count + scene.workshop.projects.count)
  }

  @Test(arguments: Language.builtIn)
  func
    `each annex begins with a sentence on what it is, and the report leads to it in its own file`(
      _ language: String
    ) throws
  {
    let scene = try Stage.scene(language: language)
    for annex in scene.features.annexes {
      guard case .note(let about) = annex.blocks(scene).first else {
        Issue.record("\(annex.name) begins with something else")
        continue
      }
      #expect(about.hasSuffix(".") && about.contains(" "), "\(about)")
    }
    let file = ReportFile(scene: scene, detail: .full, annexes: scene.features.annexes)
    let titles = file.report.blocks.compactMap { block -> String? in
      if case .heading(1, let text) = block { text } else { nil }
    }.suffix(scene.features.annexes.count)
    let page = try text(try export(.html, scene, detail: .full).file())
    for title in titles {
      let heading = try #require(
        page.firstMatch(of: try Regex("<h2 id=\"(s[0-9]+)\">\(HTML.text(title))</h2>")))
      let id = try #require(heading.output[1].substring)
      let links = page.components(separatedBy: "<a href=\"#\(id)\">\(HTML.text(title))</a>")
      #expect(links.count == 3, "among the contents, and at the report's end: \(title)")
    }
    let markdown = try text(try export(.markdown, scene, detail: .full).file())
    let links = markdown.matches(of: #/\]\(#([^)]+)\)/#).map { String($0.output.1) }
    #expect(links.count == titles.count)
    // Pandoc gives headings the ids that GitHub gives them.
    let pandoc = "/usr/bin/pandoc"
    guard FileManager.default.isExecutableFile(atPath: pandoc) else { return }
    let read = try Program.run(pandoc, ["-f", "gfm", "-t", "html"], input: Data(markdown.utf8)).out
    for link in links { #expect(read.contains("<h2 id=\"\(link)\">"), "\(link)") }
  }

  @Test func `the report names those that were chosen first, each with its four reasons`() throws {
    let report = try text(try export(.markdown, try Stage.scene()).file())
    let lines = report.split(separator: "\n")
    let reasons = lines.filter { $0.contains("● met") || $0.contains("○ not met") }
    #expect(reasons.count == 4)
    #expect(reasons.first?.contains("Shared handling") == true)
    #expect(reasons.allSatisfy { !$0.contains(" – ") }, "every service has its four reasons")
    #expect(report.contains("€1,000,000"))
    #expect(lines.count < 200, "\(lines.count)")
  }

  @Test(arguments: Language.builtIn)
  func `ballots of the closing rounds are in no part of the report`(_ language: String) throws {
    let scene = try Stage.scene(language: language)
    let closing = scene.workshop.polls.filter { poll in
      scene.workshop.plan.activity(poll.activity).map {
        scene.workshop.catalogue.traits(of: $0).contains(.closing)
      } ?? false
    }
    try #require(!closing.isEmpty)
    let report = Minutes.report(scene, chapters: [.ballots, .results])
    let text = Markdown.render(report)
    for poll in closing { #expect(!text.contains(poll.question), "\(poll.question)") }
  }

  @Test(arguments: Language.builtIn)
  func `a summary for the press has about 150 words, and nobody's name`(_ language: String) throws {
    let scene = try Stage.scene(language: language)
    let press = try text(try export(.press, scene).file())
    let words = press.split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }.count
    #expect((90...230).contains(words), "\(words)")
    for person in scene.workshop.people { #expect(!press.contains(person.text)) }
  }

  @Test func `a page of a thousand cards is grouped, and the rest is counted`() throws {
    let events = (0..<1341).map { index in
      Event.cardAdded(
        board: "ideas", text: "Zcard \(index)",
        fields: ["theme": ["inclusion", "participation", "relation"][index % 3]])
    }
    let scene = try Stage.scene(then: events)
    let report = try text(try export(.markdown, scene).file())
    #expect(report.split(separator: "\n").count < 220)
    #expect(report.contains("more ideas"))
  }

  @Test func `pictures are drawn without script, and each says what it shows`() throws {
    let scene = try Stage.scene()
    let page = try text(try export(.html, scene, detail: .full).file())
    let drawn = page.components(separatedBy: "class=\"picture\"").count - 1
    #expect(drawn >= 10, "canvases, journeys, days")
    #expect(page.components(separatedBy: "<desc id=").count - 1 == drawn)
    #expect(!page.contains("<script") && !page.contains("http-equiv"))
  }
}
