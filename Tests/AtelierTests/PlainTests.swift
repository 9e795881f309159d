@testable import atelier
import Foundation
import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// A workshop without a screen: what is told in lines, and what typed words do.
struct PlainTests {
  private func meaning(_ line: String, _ scene: Scene) -> String {
    switch PlainWords.meaning(of: line, scene) {
    case .deed(let binding): binding.action.id
    case .keys(let keys): keys.map(\.label).joined(separator: " ")
    case .text(let text): "text \(text)"
    case .nothing: "nothing"
    case .several(let bindings): "several " + bindings.map(\.action.id).joined(separator: " ")
    case .unknown: "unknown"
    }
  }

  @Test(arguments: ["en", "fr", "hu", "es"])
  func `a deed is asked for by its word in every language, and by its key`(language: String) throws
  {
    let scene = try Stage.scene(at: "cluster-1", language: language)
    #expect(meaning(scene.say("next"), scene) == "next")
    #expect(meaning("minute-more", scene) == "minute-more")
    #expect(meaning("n", scene) == "next" && meaning("N", scene) != "next")
    #expect(meaning("down down", scene) == "↓ ↓")
    #expect(meaning("frobnicate", scene) == "unknown")
    #expect(meaning(" ", scene) == "nothing")
  }

  @Test func `where a text is typed, every line is one unless it begins with a slash`() throws {
    let scene = try Stage.scene(at: "cluster-1", role: .notes)
    #expect(meaning("help", scene) == "text help")
    #expect(meaning("/help", scene) == "help")
    #expect(meaning("/", scene) == "text /")
  }

  @Test(arguments: ["en", "fr", "hu", "es"])
  func `every deed that is offered is found by its key, and by the word that offers it`(
    language: String
  ) throws {
    for (kind, activity) in Stage.activities {
      for role in [Role.facilitator, .notes] {
        let scene = try Stage.scene(at: activity, role: role, language: language)
        for binding in PlainWords.deeds(scene) where binding.disabled == nil {
          let key = binding.keys.first.map { Keymap.name($0, scene.language) } ?? ""
          #expect(
            meaning("/" + key, scene) == binding.action.id, "\(kind) \(role) \(language) \(key)")
          // Where two are called alike, both are offered to choose from.
          let word = PlainWords.name(binding, scene)
          #expect(
            meaning("/" + word, scene).split(separator: " ").contains { $0 == binding.action.id },
            "\(kind) \(role) \(language) \(word)")
        }
      }
    }
  }

  @Test(arguments: [("en", "/board"), ("fr", "/mur"), ("hu", "/fal"), ("es", "/tablero")])
  func `what a sentence names as a key is told as the word to type`(language: String, word: String)
    throws
  {
    var scene = try Stage.scene(at: "cluster-1", role: .notes, language: language)
    scene.word = PlainWords.word
    let told = scene.say("No board yet: Ctrl-B chooses one")
    #expect(told.contains(word) && !told.contains("Ctrl-B"), "\(told)")
    scene.role = .facilitator
    scene.focus = Focus()
    #expect(!scene.say("Closed; v reveals the result").contains("/"))
  }

  @Test func `what comes in is told once, a line a thing`() throws {
    try Seat.inWorkshop(try Stage.express()) { directory in
      var notes = try Seat(directory, .notes, "Ana")
      var teller = PlainTeller()
      notes.look()
      _ = teller.news(notes.scene)
      notes.press(.control("b"))
      notes.type("parking")
      notes.press(.enter)
      _ = teller.news(notes.scene)
      notes.type("Who pays?")
      notes.press(.enter)
      let lines = teller.news(notes.scene)
      #expect(lines.filter { $0.contains("Who pays?") }.count == 1, "\(lines)")
      #expect(teller.news(notes.scene).isEmpty)
    }
  }

  @Test(arguments: Array(Stage.activities.keys))
  func `no line is a picture, and none is empty`(kind: String) throws {
    for role in [Role.facilitator, .stage, .notes] {
      var teller = PlainTeller()
      let scene = try Stage.scene(at: Stage.activities[kind], role: role)
      let lines = teller.news(scene)
      #expect(!lines.isEmpty)
      for line in lines {
        #expect(
          !line.isEmpty && !line.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
        #expect(!line.contains("\n"))
      }
    }
  }

  @Test func `the time left is told at its marks, and when it is up`() throws {
    var scene = try Stage.scene(
      at: "cluster-1", then: [.countdownStarted(activity: "cluster-1", seconds: 130)])
    var teller = PlainTeller()
    let began = scene.now
    var told: [String] = []
    for second in 0...140 {
      scene.now = began.adding(seconds: second)
      told += teller.news(scene)
    }
    let times = told.filter { $0.hasPrefix("Time left: ") || $0 == "Time is up" }
    #expect(
      times.dropFirst().map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "Time left: 02:00", "Time left: 01:00", "Time left: 00:30", "Time is up",
      ], "\(times)")
  }

  @Test func `that the time stands still, or goes on, is told when it happens`() throws {
    var desk = Desk(
      try Stage.scene(
        at: "cluster-1", then: [.countdownStarted(activity: "cluster-1", seconds: 700)]))
    var teller = PlainTeller()
    _ = teller.news(desk.scene)
    for _ in 0..<2 {
      desk.press("Space")
      let told = teller.news(desk.scene)
      #expect(told.filter { $0.hasPrefix("Time left:") }.count == 1, "\(told)")
      #expect(teller.news(desk.scene).isEmpty)
    }
  }

  @Test func `a card of the projector's is told once, and no piece of it`() throws {
    let scene = try Stage.scene(at: "ideas-1", role: .stage)
    var teller = PlainTeller()
    let lines = teller.news(scene)
    let cards = scene.workshop.cards(on: try #require(scene.board).id).map(\.text)
    #expect(cards.count > 6)
    let told = lines.filter { $0.first?.isNumber == true }
    let rest = lines.filter { $0.first?.isNumber != true }
    for card in cards where card.count > 30 {
      #expect(told.count { $0.contains(card) } == 1, "\(card)\n\(lines)")
      #expect(!rest.contains { $0.contains(card.suffix(12)) }, "\(card)\n\(lines)")
    }
    #expect(rest.contains { $0.contains("One door") } && !rest.contains { $0.hasPrefix("+") })
  }

  @Test func `what everyone sees holds no cards that are hidden`() throws {
    var scene = try Stage.scene(at: "cluster-1", role: .stage)
    let board = try #require(scene.board)
    let cards = scene.workshop.cards(on: board.id).map(\.text)
    #expect(!cards.isEmpty)
    scene = try Stage.scene(
      at: "cluster-1", role: .stage,
      then: [.boardSet(board: board.id, setting: .closed, value: "yes")])
    var teller = PlainTeller()
    let lines = (teller.news(scene) + teller.moment(scene)).joined(separator: "\n")
    for card in cards { #expect(!lines.contains(card)) }
  }
}
