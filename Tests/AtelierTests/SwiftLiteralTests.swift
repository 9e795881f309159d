import Testing

@testable import atelier
@testable import Languages
@testable import Shell

/// The reader of string literals that the phrases are found with.
struct SwiftLiteralTests {
  /// The keys of the phrases in a piece of code.
  private func phrases(_ source: String) -> [String] {
    SwiftLiteral.all(in: source).filter(SourcePhrases.isPhrase).map(\.key)
  }

  @Test func `an interpolation is a place, however many brackets and quotes it holds`() {
    #expect(
      phrases(#"scene.say("\(names.map { "\($0), " }.joined(separator: ")")) and \(more)")"#)
        == ["{} and {}"])
  }

  @Test func `a phrase inside an interpolation is found too`() {
    #expect(phrases(#"let x = "\(scene.say("of \(n) min")) · \(m)""#) == ["of {} min"])
  }

  @Test func `escapes and quotes are resolved`() {
    #expect(phrases(#"say("a \"b\" \u{e9} c")"#) == ["a \"b\" é c"])
  }

  @Test func `comments hold no phrases, and do not end a literal`() {
    #expect(
      phrases(
        """
        // say("no \\(x
        /* say("nor this") " */ say("see https://x.y here")
        """) == ["see https://x.y here"])
  }

  @Test func `a small word is a phrase where phrases are shown`() {
    #expect(phrases(#"Binding(.enter, do: .next, hint: runs ? "pause" : "start")"#).count == 2)
    #expect(phrases(#"Action("help", "keys") { _ in .refused("no") }"#) == ["keys", "no"])
    #expect(
      phrases(
        """
        var phrase: Phrase {
          switch self {
          case .readied: "ready"
          case .reverted: kind == "vote" ? "undone" : card["owner"]
          }
        }
        """) == ["ready", "undone"])
  }

  @Test func `a call over several lines is read like one over one line`() {
    #expect(
      phrases(
        """
        Binding(
          .character(" "), do: .toggle,
          hint: runs
            ? "pause"
            : "start", unless: nil)
        """) == ["pause", "start"])
  }

  @Test func `identifiers, values and content in three languages are none`() {
    #expect(
      phrases(
        """
        Option(name: "to", value: "DIR", help: "Where to"), card["due"], title == "Act now"
        Localized(texts: ["en": "Card", "fr": "Une carte"]), Action("help", phrase)
        """) == ["Where to"])
  }

  /// Two ways to the same phrases: the sources read as text, and the values the program makes.
  @Test func `every action, kind and command says a phrase that was found`() throws {
    let known = Set(try SourcePhrases.all().map(\.key))
    var said = Features.all.kinds.map(\.name)
    for command in Command.all { said += [command.summary] + command.options.map(\.help) }
    for part in KeyTable.parts() {
      said.append(part.title)
      for binding in part.bindings {
        said += [binding.action.phrase, binding.hint, binding.disabled].compactMap { $0 }
      }
    }
    for role in Role.allCases { said.append(role.name) }
    // What has no letter, such as +1, is the same in every language.
    let keys = said.map(\.key).filter { $0.contains(where: \.isLetter) }
    #expect(keys.filter { !known.contains($0) } == [])
  }
}
