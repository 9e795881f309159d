import Foundation
import Testing

@testable import Languages

/// One word for one thing: the glossary says which, and no text says it otherwise.
@Suite struct GlossaryTests {
  /// `Assets/glossary.json`.
  struct Glossary: Decodable {
    let terms: [Term]

    struct Term: Decodable {
      /// What the word is for.
      let about: String
      /// The word of each language.
      let word: [String: String]?
      /// Words that no text has for it; one that ends in `*` stands for all that begin so.
      let not: [String: [String]]?
    }
  }

  private static let languages = [Language.english.code] + PhraseTests.languages

  private static let glossary = Result {
    let url = SourcePhrases.root.appending(path: "Assets/glossary.json")
    return try JSONDecoder().decode(Glossary.self, from: Data(contentsOf: url))
  }

  @Test(arguments: languages)
  func `no text has a word that the glossary gives up`(_ language: String) throws {
    var texts = try SpeltText.all(in: language).map { ($0.text, $0.place) }
    if language == Language.english.code { texts += try Self.pages() }
    let small = texts.map { text, place in (Self.said(text), text, place) }
    for term in try Self.glossary.get().terms {
      for word in term.not?[language] ?? [] {
        for (plain, text, place) in small where Self.has(plain, word) {
          Issue.record("\(place): “\(word)” in “\(text)” (\(term.about))")
        }
      }
    }
  }

  @Test func `every thing has its word in each language, and none is given up for another`() throws
  {
    let terms = try Self.glossary.get().terms
    #expect(terms.count > 80)
    for term in terms {
      guard let word = term.word else { continue }
      #expect(word.keys.sorted() == Self.languages.sorted(), "\(term.about)")
      for (language, text) in word {
        let given = terms.flatMap { $0.not?[language] ?? [] }
        #expect(given.filter { Self.has(text.lowercased(), $0) } == [], "\(language): \(text)")
      }
    }
  }

  @Test func `a word is found whole, and with any ending where it has a star`() {
    #expect(Self.has("the room decides now", "the room decides"))
    #expect(!Self.has("seedling", "seed") && Self.has("a seed, drawn", "seed"))
    #expect(Self.has("műhelyben", "műhely*") && !Self.has("kisműhely", "műhely*"))
    #expect(Self.has("participant·e", "·e") && Self.has("a(z) 3.", "a(z)"))
  }

  /// What is read of a text: not what follows `##`, which only translators see.
  private static func said(_ text: String) -> String {
    String(text[..<(text.firstRange(of: "##")?.lowerBound ?? text.endIndex)]).lowercased()
  }

  private static func has(_ text: String, _ word: String) -> Bool {
    let isOpen = word.hasSuffix("*")
    let word = (isOpen ? String(word.dropLast()) : word).lowercased()
    return text.ranges(of: word).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      let begins = word.first?.isLetter != true || before?.isLetter != true
      return begins && (isOpen || word.last?.isLetter != true || after?.isLetter != true)
    }
  }

  /// Lines of the README and of the help, without code.
  private static func pages() throws -> [(String, String)] {
    let help = SourcePhrases.root.appending(path: "Assets/help")
    let files = try FileManager.default.contentsOfDirectory(atPath: help.path).sorted()
      .map { "Assets/help/" + $0 }
    return try (["README.md"] + files).flatMap { file in
      let url = SourcePhrases.root.appending(path: file)
      let text = try String(contentsOf: url, encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        (String($1.replacing(/`[^`]*`/, with: "")), "\(file):\($0 + 1)")
      }
    }
  }
}
