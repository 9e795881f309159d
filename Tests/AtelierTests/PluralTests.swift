import Assets
import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// One thing is said in the singular, and in French nothing too; Hungarian has one form for all numbers.
@Suite struct PluralTests {
  /// Words that end like a plural and are none, or that are no noun of the number before them.
  private static let singular: [String: Set<String>] = [
    "en": [
      // A limit of a file or a text is never one.
      "bytes", "characters", "levels", "files", "journals",
      "answers", "begins", "comes", "empties", "settles", "counts", "differs", "draws", "fits",
      "has", "helps", "holds", "is",
      "joins", "lends", "less", "loses", "needs", "says", "stands", "takes", "this", "was", "works",
      "costs", "as", "across", "its", "s", "changes", "gives",
    ],
    "fr": [
      "octets", "caractères", "niveaux", "fichiers", "journaux",
      "dans", "sous", "plus", "mais", "fois", "parcours", "choix", "pas", "puis", "mois", "voix",
      "est", "minutes", "vers", "depuis", "jeux", "les", "des", "heures", "sans", "après", "francs",
      "repas", "très", "avis", "as",
    ],
  ]

  /// The plurals in a text that follow a number that takes the singular.
  static func plurals(in text: String, _ code: String) -> [String] {
    let pattern =
      code == "fr"
      ? #/(?:^|[^\p{L}\d.,:\/·–−+×\-])((?:0|1)[ \u{A0}](\p{Ll}{2,}[sx]))\b/#
      : #/(?:^|[^\p{L}\d.,:\/·–−+×\-])(1[ \u{A0}](\p{Ll}+s))\b/#
    let known = singular[code] ?? []
    return text.matches(of: pattern).filter { !known.contains(String($0.2)) }.map { String($0.1) }
  }

  @Test func `a plural after one is found`() {
    #expect(Self.plurals(in: "Ideas · 1 cards, 1 card", "en") == ["1 cards"])
    #expect(Self.plurals(in: "0 étiquettes, 1 étiquette, 2 étiquettes", "fr") == ["0 étiquettes"])
    #expect(Self.plurals(in: "11 passages, 1 passages, 1 fois", "fr") == ["1 passages"])
  }

  @Test(arguments: [("en", "1"), ("fr", "0"), ("fr", "1")])
  func `every phrase with a number says one thing in the singular`(_ code: String, _ number: String)
    throws
  {
    let language = Fixture.language(code)
    for use in try SourcePhrases.all() {
      let count = use.key.components(separatedBy: "{}").count - 1
      guard count > 0 else { continue }
      let numbers = Array(repeating: number, count: count)
      let text = language(Phrase(key: use.key, arguments: numbers))
      let found = Self.plurals(in: text, code)
      #expect(found.isEmpty, "\(use.place): \(text)")
      #expect(!text.contains("{") && !text.contains("|"), "\(use.key) → \(text)")
      let many = language(Phrase(key: use.key, arguments: numbers.map { _ in "7" }))
      #expect(!many.contains("{") && !many.contains("|"), "\(use.key) → \(many)")
    }
  }

  @Test(arguments: Shot.all.filter { !$0.name.contains("-hu-") })
  func `no screen has a plural after one`(_ shot: Shot) throws {
    let scene = try shot.scene()
    let text = View.draw(scene, size: shot.size).text
    #expect(Self.plurals(in: text, scene.language.code).isEmpty, "\(shot.name)")
  }

  @Test func `English too has what it needs, and nothing that is gone`() throws {
    let known = Set(try SourcePhrases.all().map(\.key))
    let own = Content.builtIn.phrases["en"] ?? [:]
    #expect(own.keys.filter { !known.contains($0) }.sorted() == [])
  }

  @Test(
    arguments: [
      ("fr", "« Plus jamais seule »", "«\u{A0}Plus jamais seule\u{A0}»"),
      ("fr", "Plus jamais seule", "«\u{A0}Plus jamais seule\u{A0}»"),
      ("hu", "„Soha többé”", "„Soha többé”"), ("en", "“Never again”", "“Never again”"),
      ("en", "“A” and “B”", "““A” and “B””"),
    ])
  func `what has its quotation marks gets no second ones`(
    _ code: String, _ text: String, _ quoted: String
  ) {
    let language = Fixture.language(code)
    #expect(language.quoted(text) == quoted)
    if !text.contains(" and ") {
      #expect(language("Moved to “\(text)”; u takes it back").contains(quoted))
    }
  }
}
