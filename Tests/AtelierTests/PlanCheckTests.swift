import Assets
import Foundation
import Journaling
import Languages
import Shell
import Testing
import Time
import WorkshopCore
import WorkshopQueries

@testable import atelier

/// What comes along for whoever writes a plan by hand: the schema, the page's tables, sound templates.
@Suite struct PlanCheckTests {
  private static let words = PlanWords(.builtIn)

  /// `RECORD=1` writes what is another into the file, and fails.
  private func expect(_ text: String, in path: String, between marks: (String, String)?) throws {
    let file = SourcePhrases.root.appending(path: path)
    let there = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let range: Range<String.Index>
    if let marks {
      let start = try #require(there.range(of: marks.0)).upperBound
      range = start..<(try #require(there.range(of: marks.1)).lowerBound)
    } else {
      range = there.startIndex..<there.endIndex
    }
    let isSame = there[range] == text
    if !isSame, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try there.replacingCharacters(in: range, with: text)
        .write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(isSame, "RECORD=1 swift test --filter PlanCheckTests writes it anew")
  }

  @Test func `the schema under Assets is the program's`() throws {
    try expect(
      PlanSchema.text(Self.words) { $0 } + "\n", in: "Assets/workshop.schema.json", between: nil)
  }

  @Test func `the plan page's tables are the program's`() throws {
    try expect(
      PlanTables.text, in: "Assets/help/plan.md", between: ("<!-- plan -->\n", "\n<!-- /plan -->"))
  }

  @Test func `the schema speaks the reader's language`() throws {
    for code in ["fr", "hu"] {
      let language = try #require(Language.find(code, in: .builtIn))
      let text = PlanSchema.text(Self.words) { language(Phrase(key: $0, arguments: [])) }
      #expect(text != PlanSchema.text(Self.words) { $0 })
    }
  }

  @Test(arguments: Content.builtIn.templates, ["en", "fr", "hu"])
  func `a template passes its own check`(id: String, code: String) throws {
    let text = try #require(Content.builtIn.text(at: "templates/\(id).json"))
    let folder = FileManager.default.temporaryDirectory.path + "/check-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try #require(Content.builtIn.template(id))
    try Directory.create(at: folder, plan: plan.resolved(in: code))
    let directory = Directory(folder)
    #expect(try directory.check(words: Self.words) == [])
    // In its three languages, as it comes along.
    try Data(text.utf8).write(to: URL(filePath: directory.plan))
    let flaws = try directory.check(words: Self.words).map(DiagnosticText.init)
    #expect(flaws.filter { $0.file == "workshop.json" && $0.place != $0.file } == [])
    let remarks = Review(of: plan, knowing: .init(kinds: Features.all.catalogue(.builtIn).kinds))
      .remarks.map(\.point)
    for remark in remarks {
      switch remark {
      // Who speaks, and what the programme is, nobody knows before there is a workshop.
      case .noSpeaker, .programmeLacks, .unknown: continue
      default: Issue.record("\(remark)")
      }
    }
  }

  @Test func `every kind's own name leads to the kind`() throws {
    for kind in Self.words[.kind] {
      for name in kind.names {
        #expect(
          NearMiss.of(name, among: [kind.id], meaning: [NearMiss.key(name): kind.id]) == kind.id)
      }
    }
    #expect(Self.words[.kind].map(\.id) == Features.all.kinds.map(\.id))
  }

  // MARK: Commands

  private func refusal(_ words: String...) -> String? {
    do {
      _ = try Arguments(words)
      return nil
    } catch {
      return (error as? CommandError).map { Language.english($0.phrase) }
    }
  }

  @Test func `a near miss of a command is told what was meant`() {
    #expect(refusal("rnu") == "there is no command “rnu”. Did you mean “run”?")
    #expect(refusal("exprot") == "there is no command “exprot”. Did you mean “export”?")
    #expect(refusal("report") == "there is no command “report”. Did you mean “export”?")
    #expect(
      refusal("halfday")
        == "“halfday” is not a command. Did you mean “atelier new DIR --template half-day”?")
    #expect(refusal("xyzzy") == "there is no command “xyzzy”")
    #expect(
      refusal("new", "--templat", "x")
        == "there is no option “--templat” here. Did you mean “--template”?")
    #expect(refusal("help", "rnu") == "there is no command “rnu”. Did you mean “run”?")
    for words in [[], ["help"], ["help", "run"], ["--help"]] {
      #expect(throws: Never.self) { try Arguments(words) }
    }
  }
}
