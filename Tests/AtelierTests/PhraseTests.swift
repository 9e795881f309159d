import Assets
import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Languages

/// Every phrase of the sources stands in every language file, and nothing else does.
struct PhraseTests {
  /// The languages of the screens that have a folder; English stands in the sources.
  static let languages = Content.builtIn.phrases.keys.filter { $0 != Language.english.code }
    .sorted()

  /// Phrases that are written alike in English and in a language.
  private static let same: [String: Set<String>] = [
    "fr": [
      "Date", "Minutes", "Phase", "Question", "Vote", "Votes", "Organisation", "Table {}", "Tables",
      "minute", "table", "tables", "Impact", "Effort", "Jury", "MVP", "Persona",
      "version", "version {}", "Objections", "impact ↑ · effort →", "Option", "Organisations",
      "Table", "Services", "Programme", "Options", "Budget", "Budgets", "Dates",
      "programme", "Invitation", "Quorum", "Service", "Contact", "Annexes", "page", "Actions",
      "action", "Conclusions", "Excellent",
    ],
    "es": [
      "Agenda", "Agenda: {}", "agenda", "Esc", "Idea", "Ideas", "MVP", "Material", "no", "Tab: +1",
    ],
    "hu": [
      "Tab: +1", "Enter", "Esc", "Shift", "Delete", "PgUp", "PgDn", "MVP", "workshop",
    ],
  ]

  @Test func `the sources hold phrases of every kind`() throws {
    let keys = Set(try SourcePhrases.all().map(\.key))
    #expect(keys.count > 300)
    // A hint of one small word, one behind a condition, an action, an event, a menu's title, an
    // interpolation, an error of the journal.
    for key in [
      "agenda", "stop", "Add a card", "ready", "typing…", "The bin", "{} cards",
      "{} cannot be read: {}",
    ] {
      #expect(keys.contains(key))
    }
    for key in ["add-card", "DIR", "LC_ALL", "text"] {
      #expect(!keys.contains(key))
    }
  }

  @Test(arguments: languages)
  func `every phrase has a translation`(_ language: String) throws {
    let phrases = try Self.phrases(language)
    let missing = try SourcePhrases.all().filter { phrases[$0.key] == nil }
    let lines = missing.map { "    \(Self.quoted($0.key)): \"\"," } + missing.map(\.place)
    #expect(
      missing.isEmpty, "\(language)/phrases.json lacks\n\(lines.joined(separator: "\n"))")
  }

  @Test(arguments: languages)
  func `no translation is of a phrase that is gone`(_ language: String) throws {
    let known = Set(try SourcePhrases.all().map(\.key))
    let gone = try Self.phrases(language).keys.filter { !known.contains($0) }.sorted()
    let lines = gone.map { "    " + Self.quoted($0) }
    #expect(
      gone.isEmpty, "\(language)/phrases.json still has\n\(lines.joined(separator: "\n"))")
  }

  @Test(arguments: languages)
  func `a translation has a place for each value`(_ language: String) throws {
    for (key, text) in try Self.phrases(language) {
      let count = Self.places(key).count
      let places = Self.places(text)
      // Of two and more each has its number, so that a language may turn them round.
      let isPlain = count < 2 && places == Array(repeating: "", count: count)
      let isNumbered = places.sorted() == (1..<count + 1).map(String.init)
      #expect(isPlain || isNumbered, "\(language): \(key) → \(text)")
    }
  }

  @Test(arguments: languages)
  func `a translation is not the English, save for words that are the same`(_ language: String)
    throws
  {
    for (key, text) in try Self.phrases(language) {
      // A row such as `{} min` may have no other word to it than an abbreviation.
      let words = key.split { !$0.isLetter && $0 != "'" }
      if words.allSatisfy({ $0 == "min" }) { continue }
      let isSame = Self.same[language]?.contains(key) == true
      #expect((text == key) == isSame, "\(language): \(key)")
    }
  }

  @Test(arguments: languages)
  func `a translation is one clean line`(_ language: String) throws {
    for (key, text) in try Self.phrases(language) {
      #expect(!text.isEmpty && text == Text.sanitised(text), "\(language): \(key)")
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(key)")
      #expect(!text.contains("  "), "\(language): \(key)")
    }
  }

  /// A French colon never begins a line.
  @Test func `French keeps its double signs on the line`() throws {
    for (key, text) in try Self.phrases("fr") {
      let isLoose = text.firstMatch(of: #/ [:;!?»]|« /#) != nil
      #expect(!isLoose, "\(key) → \(text)")
    }
  }

  /// Labels of the facilitator's pane have nine columns.
  @Test(arguments: languages)
  func `a label fits its column`(_ language: String) throws {
    let phrases = try Self.phrases(language)
    for literal in try SourcePhrases.literals() where Self.isLabel(literal) {
      let text = phrases[literal.key]?.replacing("{}", with: "9") ?? ""
      #expect(Text.width(text) <= 9, "\(language): \(literal.key) → \(text)")
    }
  }

  /// The first argument of a `MomentPane.Row`, which is mostly written `.init(…)`.
  private static func isLabel(_ literal: SwiftLiteral) -> Bool {
    ["Row", "init"].contains(literal.callee) && literal.index == 0 && literal.lead.isEmpty
      && SourcePhrases.isPhrase(literal)
  }

  static func phrases(_ language: String) throws -> [String: String] {
    struct File: Decodable { let phrases: [String: String] }
    let url = SourcePhrases.root.appending(path: "Assets/languages/\(language)/phrases.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).phrases
  }

  /// What stands between braces: nothing, or a value's number.
  private static func places(_ text: String) -> [String] {
    text.matches(of: /\{(\d*)\}/).map { String($0.1) }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
