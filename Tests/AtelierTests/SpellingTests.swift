import Assets
import Foundation
import Testing

@testable import atelier
@testable import Languages

/// Every word that the program says is one that Debian's dictionaries know, or is on a short list.
@Suite struct SpellingTests {
  private static let hunspell = "/usr/bin/hunspell"

  private static var isThere: Bool { FileManager.default.isExecutableFile(atPath: hunspell) }

  /// The dictionary of each language; English is British throughout.
  private static let dictionaries = ["en": "en_GB", "es": "es_ES", "fr": "fr", "hu": "hu_HU"]

  @Test(
    .enabled(
      if: isThere, "hunspell and its dictionaries are not installed"),
    arguments: [Language.english.code] + PhraseTests.languages)
  func `every word is spelt right`(_ language: String) throws {
    let dictionary = try #require(Self.dictionaries[language])
    let texts = try SpeltText.all(in: language)
    #expect(texts.count > 2_000)
    var places: [String: SpeltText] = [:]
    for text in texts {
      for word in text.words where places[word] == nil { places[word] = text }
    }
    let known = try Self.accepted(language).union(Self.names()).union(Self.commandWords)
    let asked = places.keys.filter { !Self.isKnown($0, known) }.sorted()
    let run = try Program.run(
      Self.hunspell, ["-d", dictionary, "-i", "utf-8", "-l"],
      input: Data(asked.joined(separator: "\n").utf8))
    #expect(run.code == 0 && run.err.isEmpty, "\(dictionary): \(run.err)")
    for word in Set(run.out.split(separator: "\n").map(String.init)).sorted() {
      let asked = places[word] == nil ? asked.first { $0.contains(word) } ?? word : word
      let text = places[asked]
      Issue.record("“\(asked)” in \(text?.place ?? "?"): \(text?.text ?? "?")")
    }
  }

  @Test(arguments: [Language.english.code] + PhraseTests.languages)
  func `the list of accepted words is short, sorted and needed`(_ language: String) throws {
    let lines = try Self.lines(language)
    #expect(lines.count <= 40 && lines == Set(lines).sorted(), "Spelling/\(language).txt")
    let words = Set(try SpeltText.all(in: language).flatMap(\.words))
    let idle = lines.filter { line in !words.contains { Self.isKnown($0, [line]) } }
    #expect(idle.isEmpty, "Spelling/\(language).txt")
  }

  /// The British dictionary takes both spellings.
  @Test func `English is spelt one way`() throws {
    let other = /(?i).*[^s]iz(e|es|ed|er|ing|ation|ations)|judgement/
    for text in try SpeltText.all(in: "en") {
      let words = text.words.filter { word in
        word.wholeMatch(of: other) != nil
          && !["size", "sizes", "prize"].contains(word.lowercased())
      }
      #expect(words.isEmpty, "\(text.place): \(text.text)")
    }
  }

  /// A word that needs no dictionary, also with an ending after a hyphen, as Hungarian has them.
  private static func isKnown(_ word: String, _ known: Set<String>) -> Bool {
    known.contains(word) || known.contains(word.lowercased())
      || word.split(separator: "-").first.map { known.contains(String($0)) } == true
  }

  private static func lines(_ language: String) throws -> [String] {
    let path = "Tests/AtelierTests/Spelling/\(language).txt"
    return try String(contentsOf: SourcePhrases.root.appending(path: path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private static func accepted(_ language: String) throws -> Set<String> {
    Set(try lines(language))
  }

  /// Names of people and places of the demo: what stands there in no language begins with a capital.
  private static func names() throws -> Set<String> {
    var names: Set<String> = []
    for word in try SpeltText.all(in: nil).flatMap(\.words) where word.first?.isUppercase == true {
      names.insert(word)
      for part in word.split(separator: "-") { names.insert(String(part)) }
    }
    return names
  }

  /// Words that are typed at a shell or in a plan, alike in every language.
  private static let commandWords: Set<String> = {
    let values = Command.all.flatMap(\.options).flatMap { $0.value.split(separator: "|") }
    let names = Command.all.map(\.name) + Content.builtIn.templates + values.map(String.init)
    return PlanTables.words.union(
      names + ["atelier", "list", "copy", "assets", "true", "false", "fg", "id"])
  }()
}
