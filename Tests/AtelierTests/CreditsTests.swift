import Assets
import Foundation
import Testing
import WorkshopCore

@testable import Languages

/// The page that names what the content and the program rest on.
struct CreditsTests {
  /// `RECORD=1` writes the lists into the page, and fails.
  @Test func `the page of sources names what each method, canvas and rule rests on`() throws {
    let file = SourcePhrases.root.appending(path: "Assets/CREDITS.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let head = "<!-- sources -->\n"
    let start = try #require(page.range(of: head)).upperBound
    let lists = try Self.lists()
    if page[start...] != lists, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (page[..<start] + lists).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(page[start...] == lists, "RECORD=1 swift test --filter CreditsTests writes it anew")
  }

  @Test func `every canvas says where it is from`() {
    for canvas in Content.builtIn.canvases.values {
      #expect(canvas.source?.isEmpty == false, "\(canvas.id)")
    }
  }

  private static func lists() throws -> String {
    let methods = Content.builtIn.methods.map { ($0.title, $0.source) }
    let canvases = Content.builtIn.canvases.values.map { ($0.title, $0.source) }
    let rules = try rules().sorted { $0.key < $1.key }.map { address, files in
      "- <\(address)>: " + files.sorted().map { "`\($0)`" }.joined(separator: ", ")
    }
    return [
      "## Methods", lines(methods), "## Canvases", lines(canvases),
      "## Rules, formats and formulas", rules.joined(separator: "\n"),
    ].joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ sources: [(title: Localized, source: String?)]) -> String {
    sources.map { title, source in
      let parts = (source ?? "").split(separator: " ; ").map { part in
        part.replacing(/https?:\/\/\S+/) { "<\($0.output)>" }
      }
      return "- **\(title.text(in: "en"))**: " + parts.joined(separator: "; ")
    }.sorted().joined(separator: "\n")
  }

  /// The addresses in the comments of the sources, each with the files that follow what is there.
  private static func rules() throws -> [String: Set<String>] {
    let sources = SourcePhrases.root.appending(path: "Sources")
    var rules: [String: Set<String>] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      for line in text.split(separator: "\n") where line.drop(while: { $0 == " " }).hasPrefix("//")
      {
        for match in line.matches(of: /https?:\/\/[^\s)"`]+/) {
          var address = match.output
          while let last = address.last, ".,:;".contains(last) { address.removeLast() }
          if address.hasSuffix("://") || address.hasSuffix("/\\") { continue }
          rules[String(address), default: []].insert(String(path.dropLast(6)))
        }
      }
    }
    return rules
  }
}
