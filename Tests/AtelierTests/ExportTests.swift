import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import atelier
@testable import Languages
@testable import Reporting
@testable import Shell
@testable import Voting

/// What leaves the house: every format of the demo, of one session, of a project, for other readers.
@Suite struct ExportTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Reports")

  private func export(
    _ format: ExportFormat, _ scene: Scene, session: String? = nil, isPublic: Bool = false,
    hasNames: Bool = true, detail: ReportFile.Detail = .full
  ) throws -> Exporting {
    let session = try session.map { try #require(scene.workshop.plan.session($0)) }
    return Exporting(
      format, of: scene, session: session, isPublic: isPublic, hasNames: hasNames,
      detail: detail)
  }

  private func text(_ bytes: [UInt8]?) throws -> String {
    String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// Compares a text with what is recorded of it; `RECORD=1` records it anew and fails.
  private func expect(_ text: String, is name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    let known = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let change = text.split(separator: "\n", omittingEmptySubsequences: false)
      .difference(from: known.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(change.isEmpty, "\(name): \(change.prefix(6))")
  }

  @Test(arguments: Language.builtIn)
  func `the report of the demo, its annexes’ headings and its calendar are as recorded`(
    _ language: String
  ) throws {
    let scene = try Stage.scene(language: language)
    let report = try text(try export(.markdown, scene, detail: .report).file())
    let full = try text(try export(.markdown, scene).file())
    let heads = full.split(separator: "\n").filter { $0.hasPrefix("#") }.joined(separator: "\n")
    try expect(report + "\n---\n" + heads + "\n", is: "demo-\(language).md")
    for format in [ExportFormat.slides, .thanks, .press] {
      let text = try text(try export(format, scene).file())
      try expect(
        text, is: "demo-\(format.name)-\(language).\(format.ending == "md" ? "md" : "txt")")
    }
    try expect(try text(try export(.ics, scene).file()), is: "demo-\(language).ics")
    let lists = try export(.csv, scene).lists()
    let tops = try lists.map { name, bytes in
      try name + "\n" + text(bytes).split(separator: "\r\n").prefix(3).joined(separator: "\n")
    }
    try expect(tops.joined(separator: "\n\n") + "\n", is: "demo-\(language).csv")
    let handover = try export(.markdown, scene)
    let project = try #require(handover.projects(nil).first)
    try expect(try text(handover.handover(project)), is: "project-\(language).md")
    let page = try export(.markdown, scene, detail: .report)
    try expect(try text(page.handover(project)), is: "project-page-\(language).md")
  }

  @Test(arguments: Language.builtIn)
  func `the tests' morning is as recorded, as text and as a page`(_ language: String) throws {
    let scene = Fixture.scene(.checkOutRevealed, .facilitator, language)
    try expect(try text(try export(.markdown, scene).file()), is: "morning-\(language).md")
    let page = try text(try export(.html, scene).file()).components(separatedBy: "</style>")
    try #require(page.count == 2)
    try expect(page[1], is: "morning-\(language).html")
  }

  @Test(arguments: Language.builtIn)
  func `the part of a vote of each method is as recorded, and other readers read it whole`(
    _ language: String
  ) throws {
    var blocks: [Report.Block] = []
    for method in Poll.Method.choices {
      let scene = Ballots.scene(Ballots.revealed(method), .facilitator, language)
      let activity = try #require(scene.current)
      blocks.append(.heading(level: 2, scene.say(scene.words(of: method).name)))
      blocks += VoteChapter.blocks(scene, activity)
    }
    let markdown = Markdown.render(Report(title: "", blocks: blocks))
    try expect(markdown, is: "votes-\(language).md")
    let reader = "/usr/bin/cmark-gfm"
    guard FileManager.default.isExecutableFile(atPath: reader) else { return }
    let page = try Program.run(reader, ["-e", "table"], input: Data(markdown.utf8)).out
    func count(_ part: String) -> Int { page.components(separatedBy: part).count - 1 }
    func all(_ fits: (Report.Block) -> Bool) -> Int {
      blocks.flatMap(\.fitted).count(where: fits)
    }
    #expect(count("<table>") == all { if case .table = $0 { true } else { false } })
    #expect(count("<pre>") == all { if case .bars = $0 { true } else { false } })
    #expect(count("<h3>") == Poll.Method.choices.count)
    for text in Ballots.texts { #expect(page.contains(text.prefix(18))) }
  }

  @Test func `every phrase of the report is in the language it was asked for`() throws {
    var scene = try Stage.scene(language: "fr")
    scene.language = try #require(Language.find("hu", in: .builtIn))
    let markdown = try text(try export(.markdown, scene).file())
    #expect(markdown.contains("## Ami lett belőle") && markdown.contains("Ígéret: "))
    #expect(!markdown.contains("Ce qui en est sorti") && !markdown.contains("Promesse\u{A0}:"))
    #expect(
      markdown.contains("Gestion mutualisée de la relation numérique"), "people's own words stay")
    let html = try text(try export(.html, scene).file())
    #expect(html.contains("<html lang=\"hu\">") && html.contains("Tartalom"))
    let lists = try export(.csv, scene)
    #expect(try text(lists.list("people")).contains("Név;Szervezet;Szerep"))
  }

  @Test func `the ballots in the report add up to the result`() throws {
    let scene = try Stage.scene()
    let tables = Minutes.report(scene, chapters: [.ballots]).blocks.compactMap {
      block -> [[String]]? in
      if case .table(_, let rows, _) = block { rows } else { nil }
    }
    let polls = scene.workshop.votesOnCards.filter { !$0.anonymousBallots.isEmpty }
    try #require(polls.count >= 3 && tables.count == 2 * polls.count)
    for (index, poll) in polls.enumerated() {
      let (options, ballots) = (tables[2 * index], tables[2 * index + 1].dropLast())
      #expect(ballots.count == poll.countedBallots.count)
      let rows = try #require(poll.result).rows
      let scores = Dictionary(uniqueKeysWithValues: rows.map { ($0.option, $0.score.whole) })
      for (column, option) in poll.options.enumerated() {
        let sum = ballots.reduce(0) { $0 + (Int($1[column + 1]) ?? 0) }
        let byHand = poll.countedTotals.reduce(0) { $0 + ($1.totals[option] ?? 0) }
        #expect(sum + byHand == scores[option])
        #expect(options[column].last == scores[option]?.map(String.init))
      }
    }
  }

  @Test func `a vote that was not revealed shows no mark in any format`() throws {
    let sealed =
      Stage.poll.prefix(1) + [
        .ballotCast(poll: "test-2", voter: "Zvoter", marks: ["A mobile desk": 2]),
        .totalsCounted(poll: "test-2", totals: ["A mobile desk": 61_843], voters: 9),
      ]
    let scene = try Stage.scene(at: "vote-1", then: Array(sealed))
    for format in [ExportFormat.markdown, .html, .json, .ics] {
      let text = try text(try export(format, scene).file())
      #expect(!text.contains("61843") && !text.contains("Zvoter"), "\(format)")
    }
    for (name, bytes) in try export(.csv, scene).lists() {
      #expect(try !text(bytes).contains("61843"), "\(name)")
    }
  }

  @Test func `a juror's private advice is in the facilitator's own export alone`() throws {
    let scene = try Stage.scene(then: [
      .cardAdded(
        board: "advice", text: "Zprivately",
        fields: [
          "audience": "private", "project": "louisdemodem-223", "juror": "p-sylvie-tran",
          "score-group": "4",
        ])
    ])
    for format in [ExportFormat.markdown, .html, .json] {
      #expect(try text(try export(format, scene).file()).contains("Zprivately"), "\(format)")
      let published = try export(format, scene, isPublic: true)
      #expect(try !text(published.file()).contains("Zprivately"), "\(format)")
    }
    let published = try export(.markdown, scene, isPublic: true)
    for project in published.projects(nil) {
      #expect(try !text(published.handover(project)).contains("Zprivately"))
    }
  }

  @Test func `without names nobody on the list is named in any format`() throws {
    let scene = try Stage.scene()
    let names = scene.workshop.people.map(\.text)
    try #require(names.count > 30)
    var texts = try [ExportFormat.markdown, .html, .json, .ics].map {
      try text(try export($0, scene, hasNames: false).file())
    }
    texts += try export(.csv, scene, hasNames: false).lists().map { try text($0.bytes) }
    for (text, name) in texts.flatMap({ text in names.map { (text, $0) } }) {
      #expect(!text.contains(name), "\(name)")
    }
    #expect(texts[0].contains("Participant 7"))
    #expect(!texts[2].contains("p-claire-fontanel"))
  }

  @Test func `a renamed workshop keeps its sessions' calendar entries, and shares them with none`()
    throws
  {
    func ids(begun: [Event] = [], _ change: (inout Plan) -> Void) throws -> [Substring] {
      var plan = try Stage.scene().workshop.plan
      change(&plan)
      let scene = Stage.scene(plan, then: begun)
      return try text(try export(.ics, scene).file()).split(separator: "\r\n")
        .filter { $0.hasPrefix("UID:day-") }
    }
    let known = try ids { $0.id = "first" }
    #expect(known.count == 2)
    #expect(try ids { ($0.id, $0.title) = ("first", "Renamed") } == known)
    #expect(Set(try ids { $0.id = "second" }).isDisjoint(with: known))
    // A plan without an id: once the workshop is begun, that is what it is told by.
    let first = try #require(Stage.scene().workshop.plan.sessions.first?.activities.first)
    let begun = [Event.activityOpened(activity: first.id, seconds: nil)]
    let unnamed = try ids(begun: begun) { $0.id = nil }
    #expect(try ids(begun: begun) { ($0.id, $0.title) = (nil, "Renamed") } == unnamed)
    #expect(Set(try ids { $0.id = nil }).isDisjoint(with: unnamed) && unnamed.count == 2)
  }

  @Test func `one session's export holds its own day and no other's`() throws {
    let scene = try Stage.scene()
    let markdown = try text(try export(.markdown, scene, session: "day-2").file())
    #expect(markdown.hasPrefix("# Digital Builders, Métropole du Confluent · Day 2"))
    #expect(markdown.contains("Which five do we carry on?"))
    for text in ["Jury day", "Which two should start first?", "starts in the first wave"] {
      #expect(!markdown.contains(text), "\(text)")
    }
    let ics = try text(try export(.ics, scene, session: "day-2").file())
    #expect(ics.contains("20191107T090000") && !ics.contains("20191106T090000"))
  }

  @Test func `a project's hand-over tells its group, its steps, its votes and the jury's words`()
    throws
  {
    let scene = try Stage.scene()
    let exporting = try export(.markdown, scene)
    let project = try #require(exporting.projects("training").first)
    let text = try text(exporting.handover(project))
    for part in [
      "# Training for staff", "| Fatou Sow ", "- **Beneficiaries:**", "### Sandrine",
      "Which two should start first?", "- [x] Try one module with twelve staff members",
      "Training starts in the first wave", "Give the help card to every counter now",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("thirty-day promise"), "another project's step")
    #expect(try exporting.handovers().count == 5)
    #expect(exporting.projects("none").isEmpty)
    #expect(exporting.projects("knowledge base").map(\.text) == ["Shared knowledge base"])
    #expect(exporting.projects("form").isEmpty, "two have it")
  }

  @Test func `the demo read back from its own document has the same document and report`() throws {
    let scene = try Stage.scene()
    let document = StateDocument(scene.workshop, now: scene.now, withPlan: true)
    let restoration = try Restoration(
      try JSONDecoder().decode(StateDocument.self, from: Data(document.json())),
      writer: "abcdefghijkl", now: scene.now)
    var other = scene
    other.workshop =
      History(plan: restoration.plan, entries: restoration.entries, catalogue: .all).workshop
    let again = StateDocument(other.workshop, now: scene.now, withPlan: true)
    #expect(again.json() == document.json())
    #expect(Minutes.report(other) == Minutes.report(scene))
    // Who did what and when, field by field.
    #expect(document.changes?.isEmpty == false)
    for (id, card) in scene.workshop.cards where card.board != "themes" {
      let copy = try #require(other.workshop.cards[id])
      #expect(copy.added.milliseconds == card.added.milliseconds && copy.by == card.by)
      // The day of a step that was ticked is nobody's own words.
      for (field, value) in card.publicValues
      where !value.text.isEmpty && field != Workshop.doneOn {
        #expect(copy.values[field]?.by == value.by, "\(card.text): \(field)")
      }
    }
  }

  @Test func `without names a first name that stands alone is taken out too, a persona's is not`()
    throws
  {
    let scene = try Stage.scene()
    let text = try text(try export(.markdown, scene, hasNames: false).file())
    let personas = Set(scene.workshop.cards(on: "personas").map(\.text))
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    for name in scene.workshop.people.map(\.text) {
      for word in name.split(separator: " ").map(String.init)
      where word.count > 2 && !word.contains("-") && !personas.contains(word) {
        #expect(!words.contains(word), "\(word)")
      }
    }
    #expect(!personas.isEmpty && personas.isSubset(of: words))
  }
}
