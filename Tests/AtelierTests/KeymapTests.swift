import Foundation
import Terminal
import Testing
import Workshop

@testable import atelier

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
      guard let reason = binding.disabled, let key = binding.keys.first else { continue }
      let outcome = Keymap.decide(key, scene)
      #expect(outcome.notice == reason && outcome.isWarning && outcome.events.isEmpty)
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

  @Test func `the README's keys and commands are the program's`() throws {
    let readme = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
          "README.md"),
      encoding: .utf8)
    #expect(readme.contains(KeyTable.text(.english)), "run atelier keys and put it into the README")
    for line in Command.overview(.english).split(separator: "\n") where line.hasPrefix("  atelier ")
    {
      #expect(readme.contains(line), "\(line)")
    }
  }
}
