import Foundation
import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Languages
@testable import Shell

@Suite struct KeymapTests {
  /// Scenes in which different keys are on.
  private static let scenes = Shot.all

  @Test(arguments: scenes) func `no key asks for two things`(_ shot: Shot) throws {
    let scene = try shot.scene()
    var seen: [Key: String] = [:]
    for binding in Keymap.bindings(scene) {
      for key in binding.keys {
        if let other = seen[key] { Issue.record("\(key.label): \(other) and \(binding.action.id)") }
        seen[key] = binding.action.id
      }
    }
  }

  @Test(arguments: scenes) func `a key that does nothing now says why`(_ shot: Shot) throws {
    let scene = try shot.scene()
    for binding in Keymap.bindings(scene) {
      guard let reason = binding.disabled else { continue }
      for key in binding.keys {
        let outcome = Keymap.decide(key, scene)
        #expect(outcome.notice == reason && outcome.isWarning && outcome.events.isEmpty)
      }
    }
  }

  @Test(arguments: scenes) func `an action is named once`(_ shot: Shot) throws {
    let ids = Keymap.bindings(try shot.scene()).map(\.action.id)
    #expect(Set(ids).count == ids.count, "\(ids.sorted())")
  }

  @Test(arguments: scenes) func `the hint line is never empty and never wider than the window`(
    _ shot: Shot
  ) throws {
    let scene = try shot.scene()
    for width in [58, 78, 118] {
      let hints = Keymap.hints(scene, width: width)
      #expect(!hints.isEmpty && Text.width(hints) <= width)
    }
  }

  @Test(arguments: Stage.activities.values.sorted())
  func `where a note-taker types, what can be printed is text`(_ activity: String) throws {
    let scene = try Stage.scene(at: activity, role: .notes)
    let characters = (0x20...0x7E).compactMap { Unicode.Scalar($0).map(Character.init) }
    for character in characters + ["é", "ő", "ß", "字"] {
      let outcome = Keymap.decide(.character(character), scene)
      #expect(outcome.focus?.line.text == String(character))
      #expect(outcome.events.isEmpty && outcome.effect == nil)
    }
  }

  @Test func `the hint line always shows the way to all keys`() throws {
    for role in [Role.facilitator, .notes] {
      for language in Language.builtIn {
        for activity in Stage.activities.values {
          let scene = try Stage.scene(at: activity, role: role, language: language)
          let hints = Keymap.hints(scene, width: 58)
          #expect(Text.width(hints) <= 58)
          #expect(hints.contains(role == .notes ? "F1 " : "? "), "\(hints)")
        }
      }
    }
  }

  @Test(arguments: scenes) func `atelier keys lists every key that works anywhere`(_ shot: Shot)
    throws
  {
    let scene = try shot.scene()
    guard scene.focus.overlay == nil else { return }
    let listed = Set(KeyTable.parts().flatMap(\.bindings).map(\.action.id))
    for binding in Keymap.bindings(scene) {
      #expect(listed.contains(binding.action.id), "\(binding.action.id)")
    }
  }

  /// `RECORD=1` writes the table of keys into its page, and fails.
  @Test func `the key page is the program's`() throws {
    let file = SourcePhrases.root.appending(path: "Assets/help/keys.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let (head, tail) = ("<!-- keys -->\n```\n", "\n```\n<!-- /keys -->")
    let start = try #require(page.range(of: head)).upperBound
    let end = try #require(page.range(of: tail)).lowerBound
    let table = KeyTable.text(.english)
    if page[start..<end] != table, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let changed = page[..<start] + table + page[end...]
      try String(changed).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      page[start..<end] == table, "RECORD=1 swift test --filter KeymapTests writes it anew")
  }
}
