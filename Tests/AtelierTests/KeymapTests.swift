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

  @Test func `a chosen key does it in every role, and stands in the hint line and the help`() throws
  {
    let own = try OwnKeys(["undo": "Alt-z", "next": "%", "minute-more": "F9"])
    for role in [Role.facilitator, .notes] {
      var scene = try Stage.scene(at: "ideas-1", role: role)
      let usual = Keymap.bindings(scene)
      scene.ownKeys = own
      let undo = Keymap.bindings(scene).first { $0.action.id == "undo" }
      #expect(undo?.keys == [.alt("z")])
      #expect(Keymap.decide(.alt("z"), scene).effect == .undo)
      #expect(Keymap.decide(.alt("u"), scene).effect != .undo)
      #expect(Keymap.bindings(scene).map(\.action.id) == usual.map(\.action.id))
    }
    var desk = try Stage.scene(at: "ideas-1")
    desk.ownKeys = own
    let hints = Keymap.hints(desk, width: 118)
    #expect(hints.contains("% next") && !hints.contains("n next"), "\(hints)")
    #expect(
      Keymap.decide(.character("%"), desk).notice != nil
        || !Keymap.decide(.character("%"), desk).events.isEmpty)
    #expect(KeyTable.text(.english, own).contains("  Alt-z        Undo"))
  }

  @Test(arguments: ["en", "fr", "hu", "es"])
  func `a sentence that names a key names the chosen one, in every language`(language: String)
    throws
  {
    var scene = try Stage.scene(at: "ideas-1", language: language)
    let usual = scene.say("In the bin; u takes it back")
    scene.ownKeys = try OwnKeys(["undo": "Alt-z", "next": "%"])
    let own = scene.say("In the bin; u takes it back")
    #expect(own.contains("Alt-z") && own.replacing("Alt-z", with: "u") == usual, "\(own)")
    #expect(scene.say("Nothing has started: press n").contains(/%/))
    // Within another sentence, and beside somebody's words.
    let moved = scene.say("Moved to “\("u")”; u takes it back")
    #expect(moved.contains("u") && moved.contains("Alt-z"), "\(moved)")
    #expect(
      scene.say("No vote is open: d opens one") == scene.language("No vote is open: d opens one"))
  }

  @Test(arguments: ["en", "fr", "hu", "es"])
  func `every key that an English sentence names is found in its translation`(code: String) throws {
    let language = try #require(Language.find(code, in: .builtIn))
    var named = 0
    for key in try SourcePhrases.all().map(\.key) {
      let phrase = Phrase(key: key, arguments: [])
      var labels: Set<String> = []
      _ = KeyMentions.renamed(phrase.english, english: phrase.english) { label in
        labels.insert(label)
        return nil
      }
      for label in labels {
        let text = language(phrase) { $0 == label ? "⌨" : nil }
        #expect(text.contains("⌨"), "\(label): \(text)")
        named += 1
      }
    }
    #expect(named > 100)
  }

  @Test func `arrows and Enter go on working beside a chosen key, and text stays text`() throws {
    let own = try OwnKeys(["next-line": "F9", "add-card": "%"])
    var scene = try Stage.scene(at: "ideas-1")
    scene.ownKeys = own
    let down = Keymap.bindings(scene).first { $0.action.id == "next-line" }
    #expect(down?.keys == [.function(9), .down])
    scene = try Stage.scene(at: "ideas-1", role: .notes)
    scene.ownKeys = own
    #expect(Keymap.decide(.character("%"), scene).focus?.line.text == "%")
  }

  @Test(arguments: [
    (["undo": "n"], "“n” would be both “undo” and “next”. Where: Facilitator, at the agenda"),
    (["undo": "Alt-z", "next": "Alt-z"], "“Alt-z” would be both"),
    (["unod": "Alt-z"], "no action “unod”: atelier keys --ids lists them"),
    (["undo": "Hyper-z"], "no key “Hyper-z” to choose"), (["undo": "Enter"], "no key “Enter”"),
    (["undo": "Ctrl-M"], "no key “Ctrl-M”"), (["undo": "Ctrl-W"], "“Ctrl-W” works on the text"),
    (["park": "x"], "“park” is done while text is typed"),
  ])
  func `a key that cannot be is refused, with what is in its way and where`(
    keys: [String: String], reason: String
  ) throws {
    let error = #expect(throws: CommandError.self) { try OwnKeys(keys) }
    #expect(Language.english(try #require(error).phrase).hasPrefix(reason))
  }

  @Test
  func `Alt-y copies the card that is chosen on a board, and elsewhere what the screen tells`()
    throws
  {
    func copied(_ scene: Scene) throws -> String {
      guard case .copy(let text) = Keymap.decide(.alt("y"), scene).effect else { return "" }
      return text
    }
    var scene = try Stage.scene(at: "ideas-1")
    let agenda = try copied(scene)
    #expect(agenda.contains("Find ideas") && !agenda.contains("? help"), "\(agenda)")
    let board = try #require(scene.current?.board)
    let card = try #require(scene.workshop.cards(on: board).first)
    scene.focus.place = .board(board)
    scene.focus.card = card.id
    #expect(try copied(scene) == card.text)
    scene = try Stage.scene(at: "ideas-1", role: .notes)
    scene.focus.editing = card.id
    #expect(try copied(scene) == card.text)
  }
}
