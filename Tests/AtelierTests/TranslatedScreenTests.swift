import Assets
import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// What holds for every screen in French and in Hungarian, whatever it shows.
struct TranslatedScreenTests {
  private static let shots = Shot.all.filter { !$0.name.contains("-en-") }

  /// Sentences of three words and more, which no card and no title happens to say: in English, and in the
  /// language's own words.
  private struct Said: Sendable {
    let english: [Data]
    let own: [String]
  }

  /// What boards, criteria and grades are called, which are cut as titles are.
  private static let ownTexts = Set((try? SourcePhrases.ownTexts()) ?? [])

  private static let said: [String: Said] = Dictionary(
    uniqueKeysWithValues: PhraseTests.languages.map { code in
      let whole = (Content.builtIn.phrases[code] ?? [:]).filter {
        !$0.key.contains("{") && !ownTexts.contains($0.key)
      }
      let foreign = whole.filter {
        $0.key.split(separator: " ").count > 2 && !$0.value.contains($0.key)
      }
      return (
        code,
        Said(
          english: foreign.keys.map { Data($0.utf8) },
          own: whole.values.filter { $0.split(separator: " ").count > 2 })
      )
    })

  @Test(arguments: shots) func `no sentence of it is English`(_ shot: Shot) throws {
    let scene = try shot.scene()
    let said = try #require(Self.said[scene.language.code])
    let text = Data(View.draw(scene, size: shot.size).text.utf8)
    let left = said.english.filter { text.range(of: $0) != nil }
    #expect(left.isEmpty, "\(shot.name): \(left.map { String(decoding: $0, as: UTF8.self) })")
  }

  @Test(arguments: shots) func `no phrase of it is cut`(_ shot: Shot) throws {
    let scene = try shot.scene()
    let said = try #require(Self.said[scene.language.code])
    var cut: [String] = []
    for line in View.draw(scene, size: shot.size).text.split(separator: "\n") {
      for part in line.split(separator: "…").dropLast(line.hasSuffix("…") ? 0 : 1) {
        let words = String(part).components(separatedBy: "  ").last?.trimmed ?? ""
        guard words.contains(" ") else { continue }
        cut += said.own.filter { $0.count > words.count && $0.hasPrefix(words) }
      }
    }
    #expect(cut.isEmpty, "\(shot.name): \(Set(cut).sorted())")
  }
}
