import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// What `?` says, and how keys are named.
@Suite struct HelpTests {
  /// Scenes in which different keys are on, without anything over them.
  private static func scenes() throws -> [Scene] {
    try Shot.recorded.map { try $0.scene() }.filter {
      $0.focus.overlays.isEmpty && $0.role != .ballot
    }
  }

  @Test func `it begins with ten keys that work now, then lists every key under a topic`() throws {
    for scene in try Self.scenes() {
      let parts = HelpPanel(scene).parts
      let known = Keymap.bindings(scene)
      #expect(parts.first?.heading == scene.say("Now"))
      let first = parts.first?.rows ?? []
      #expect(first.count <= 10 && !first.isEmpty && first.allSatisfy { !$0.isQuiet })
      let listed = parts.filter { !$0.isRepeated }.flatMap(\.rows).map(\.text)
      for binding in known {
        let text = scene.say(binding.action.phrase)
        #expect(listed.contains { $0.hasPrefix(text) }, "\(binding.action.id)")
      }
    }
  }

  @Test func `the keys of the hint line are among the ten`() throws {
    for scene in try Self.scenes() {
      let terms = HelpPanel(scene).parts.first?.rows.map(\.term) ?? []
      let hints = Keymap.hints(scene, width: 78).components(separatedBy: "   ").dropLast()
      for hint in hints where !hint.hasPrefix("↑↓") {
        let key = String(hint.prefix { $0 != " " })
        #expect(terms.contains { $0.split(separator: " ").contains(Substring(key)) }, "\(hint)")
      }
    }
  }

  @Test func `every sign of an agenda, a board or a line is in its legend`() throws {
    let signs: Set<Character> = ["▪", "◆", "↳", "≡", "≠", "‖", "✎", "×"]
    for scene in try Self.scenes() where [.facilitator, .notes].contains(scene.role) {
      let frame = View.draw(scene, size: scene.size).text
      let shown = signs.filter { frame.contains($0) }
      let terms = Legend.rows(scene).map(\.term).joined()
      for sign in shown { #expect(terms.contains(sign), "\(sign)\n\(frame)") }
    }
  }

  @Test(arguments: Language.builtIn) func `typing narrows the list, in every language`(
    code: String
  ) throws {
    let language = try #require(Language.find(code, in: .builtIn))
    var desk = Desk(try Stage.scene(at: "ideas-1", role: .facilitator, language: code))
    desk.press("?")
    let word = String(language("Undo the last thing done here").prefix(6))
    desk.type(word)
    let panel = try #require(desk.scene.focus.overlay as? HelpPanel)
    let text = View.draw(desk.scene, size: Size(columns: 80, rows: 24)).text
    #expect(text.contains(language("Undo the last thing done here")))
    #expect(!text.contains(language("Now") + "\n") && panel.parts.count > 3)
    desk.press("Esc")
    #expect(desk.scene.focus.overlay == nil)
  }

  @Test func `a key is named as it stands on a keyboard, wherever it is named`() throws {
    let old = #/(?:^|[^\w-])(?:M-[a-zA-Z↑↓←→]|S-(?:Tab|[↑↓←→])|\^[A-Z])/#
    for scene in try Self.scenes() {
      for binding in Keymap.bindings(scene) {
        for code in Language.builtIn {
          let language = try #require(Language.find(code, in: .builtIn))
          #expect(Keymap.names(binding, language).firstMatch(of: old) == nil)
        }
      }
    }
    for code in PhraseTests.languages {
      for (key, text) in try PhraseTests.phrases(code) {
        #expect(key.firstMatch(of: old) == nil && text.firstMatch(of: old) == nil, "\(key)")
      }
    }
  }

  @Test func `the keys of the desk that were hardest to find are hinted at 80 columns`() throws {
    for activity in Stage.activities.values.sorted() {
      let hints = Keymap.hints(try Stage.scene(at: activity, role: .facilitator), width: 78)
      #expect(hints.contains("s projector") && hints.contains("u undo"), "\(activity): \(hints)")
    }
    let game = try #require(Stage.activities["persona"])
    let notes = Keymap.hints(try Stage.scene(at: game, role: .notes), width: 78)
    #expect(notes.contains("F5 "), "\(notes)")
    var board = try Stage.scene(at: game, role: .facilitator)
    board.focus.place = .board("ideas")
    #expect(Keymap.hints(board, width: 78).contains("↑↓←→"))
  }
}
