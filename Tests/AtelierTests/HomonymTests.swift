import Foundation
import Testing

@testable import Languages

/// One key has one meaning, and a sentence holds whatever is filled in.
@Suite struct HomonymTests {
  /// What a short phrase is used as.
  enum Kind: String {
    /// The label of a key in the bar.
    case key
    /// What a key does, in the help.
    case action
    /// A heading, a row's label or a form's.
    case name
    /// What something is by its case: a role, a status.
    case state
  }

  /// Keys that mean one thing wherever they stand.
  private static let alike: Set<String> = [
    // The thing itself, once as a heading and once as a step or a part.
    "Actions", "Canvas", "Jury", "Vote", "Note-taker", "Projector", "Time",
    // The thing that a key opens, and that the library tells.
    "canvas", "sheet",
    // Chosen by a case, shown as any other label of a key.
    "second choice",
  ]

  @Test func `a short phrase is used as one thing only, or has a context`() throws {
    var uses: [String: [Kind: Int]] = [:]
    for literal in try SourcePhrases.literals() where SourcePhrases.isPhrase(literal) {
      let key = literal.key
      guard key.split(separator: " ").count <= 2, !key.contains("{"), !key.contains("##"),
        let kind = Self.kind(literal)
      else { continue }
      uses[key, default: [:]][kind, default: 0] += 1
    }
    #expect(uses.count > 300)
    let double = uses.filter { $0.value.count > 1 }.keys
    #expect(Set(double).subtracting(Self.alike).sorted() == [])
    #expect(Self.alike.subtracting(double).sorted() == [], "no exception that is not needed")
  }

  private static func kind(_ literal: SwiftLiteral) -> Kind? {
    if literal.label == "hint" { return .key }
    if literal.callee == "Action" { return literal.index == 1 ? .action : nil }
    let isRow = ["DeskRow", "init", "Row"].contains(literal.callee) && literal.index == 0
    if isRow && literal.lead.isEmpty || literal.label == "title" { return .name }
    if literal.callee == "field" && literal.index == 1 { return .name }
    if literal.callee == "Chapter" && literal.index == 0 { return .name }
    if literal.callee == "Annex" && literal.index == 1 { return .name }
    return literal.lead.firstMatch(of: /case [^:]*:$/) == nil ? nil : .state
  }

  @Test(arguments: PhraseTests.languages)
  func `what follows the signs of a context is shown in no language`(_ code: String) throws {
    for (key, text) in try PhraseTests.phrases(code) {
      #expect(!text.contains("##"), "\(code): \(key)")
      #expect(!Language.english(Phrase(key: key, arguments: [])).contains("##"), "\(key)")
    }
  }

  // MARK: What is filled in

  /// Words that change with the sound after them, and endings: none may stand at a name.
  private static let bound: [String: String] = [
    "fr": #"(?:^|[^\p{L}])(?:le|la|les|du|des|au|aux|une?|ce|cette)[ \x{A0}]\{\d*\}|[’']\{\d*\}"#,
    "hu": #"(?:^|[^\p{L}])(?:az?|e|egy)[ ]„?\{\d*\}|\{\d*\}”?-\p{L}"#,
    "es": #"(?:^|[^\p{L}])(?:el|la|los|un|una|del|al|y|e|o|u)[ ]«?\{\d*\}"#,
  ]

  /// Where what is filled in is always a number, a time or a key, which no article is bound to.
  private static let numbers: [String: String] = [
    "fr": #"les[ \x{A0}]\{2\}$|Les \{1\} \{|des \{3\} \{"#,
    "es": #"los \{3\} \{|y \{\d*\} (?:más|como mucho|\{)|(?:entre|de|está) \{\d\} y \{\d\}"#
      + #"|o \{\} vacía|y \{\} como|1 al \{|los \{\d\} previstos"#,
  ]

  @Test(arguments: PhraseTests.languages)
  func `no article, elision or ending depends on what is filled in`(_ code: String) throws {
    let pattern = try Regex(Self.bound[code] ?? "^\\b$")
    let number = try Regex(Self.numbers[code] ?? "^\\b$")
    for (key, text) in try PhraseTests.phrases(code) where text.contains(pattern) {
      #expect(text.contains(number), "\(code): \(key) → \(text)")
    }
  }

  /// A vowel, a consonant, a digit, and nothing at all.
  @Test(arguments: PhraseTests.languages, ["Óra", "Terv", "8. nap", ""])
  func `a sentence takes any name`(_ code: String, _ name: String) throws {
    let language = Fixture.language(code)
    let bound = try Regex(#"(?:^|[ „])(?:az?) \#(name)(?:$|[ ”.,;:])"#)
    for key in try PhraseTests.phrases(code).keys {
      let count = key.components(separatedBy: "{}").count - 1
      guard count > 0 else { continue }
      let text = language(Phrase(key: key, arguments: Array(repeating: name, count: count)))
      #expect(!text.contains("{") && !text.contains("}"), "\(code): \(text)")
      if code == "hu", !name.isEmpty {
        #expect(!text.contains(bound) && !text.contains(name + "-"), "\(text)")
      }
    }
  }
}
