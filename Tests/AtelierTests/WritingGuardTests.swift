import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Languages
@testable import Shell

/// Sentences typed where every letter is a command, and commands pressed quickly.
@Suite struct WritingGuardTests {
  /// A facilitator's terminal with the time of each key.
  private struct Typist {
    var desk: Desk
    var writing = WritingGuard()
    var time: Int64 = 10_000
    /// The events that came before anything was given with Enter.
    var events: [Event] { desk.events }
    var prompt: Prompt? { desk.scene.focus.overlay as? Prompt }

    init(_ scene: Scene) { desk = Desk(scene) }

    mutating func take(_ key: Key, after milliseconds: Int64) {
      // A poll in between, as the loop has one.
      release(at: time + milliseconds - 1)
      time += milliseconds
      for held in writing.release(before: key, at: time) { desk.press(held) }
      switch writing.take(key, at: time, desk.scene) {
      case .press: desk.press(key)
      case .hold, .ignore: break
      case .write(let text, let start):
        desk.arrange { $0.focus = start }
        desk.carryOut(desk.scene.goingOn(with: text))
      }
    }

    mutating func type(_ text: String, every milliseconds: Int64) {
      for (index, character) in text.enumerated() {
        take(.character(character), after: index == 0 ? 1000 : milliseconds)
      }
      pause()
    }

    mutating func pause() {
      time += 1000
      release(at: time)
    }

    private mutating func release(at time: Int64) {
      for held in writing.release(before: nil, at: time) { desk.press(held) }
    }
  }

  /// Where a facilitator may sit when somebody begins to speak.
  enum Place: CaseIterable {
    case agenda, board, stage, between, vote, panel

    var scene: Scene {
      switch self {
      case .agenda: return Fixture.scene(.board)
      case .board: return Desk.scene(Fixture.scene(.board), "o", "Enter")
      case .stage: return Desk.scene(Fixture.scene(.board), "s")
      case .between:
        var scene = Fixture.scene(.board)
        scene.focus.place = .between
        return scene
      case .vote: return Fixture.scene(.pollOpen)
      case .panel: return Desk.scene(Fixture.scene(.pollOpen), "v")
      }
    }
  }

  @Test(arguments: OpeningWords.all)
  func `a sentence typed among the commands does nothing and stands on a line`(
    _ sentences: OpeningWords
  ) {
    for place in Place.allCases {
      let scene = place.scene
      for sentence in sentences.texts {
        for speed: Int64 in [30, 120] {
          var typist = Typist(scene)
          typist.type(sentence, every: speed)
          #expect(typist.events.isEmpty, "\(sentence) every \(speed) ms at the \(place)")
          #expect(typist.desk.scene.focus.isOnStage == scene.focus.isOnStage)
          // In a panel letters may be filters and choices of its own.
          if place == .panel { continue }
          #expect(typist.prompt?.typed == sentence, "\(sentence) every \(speed) ms at the \(place)")
        }
      }
    }
  }

  @Test(arguments: Place.allCases) func `single commands are never taken for text`(
    _ place: Place
  ) {
    let scene = place.scene
    let keys = Keymap.bindings(scene).flatMap(\.keys).filter {
      if case .character = $0 { true } else { false }
    }
    #expect(keys.count > 5)
    for first in keys {
      for second: Key in [.character("n"), .character("u"), .character("j"), .character("+")] {
        var typist = Typist(scene)
        typist.take(first, after: 1000)
        typist.take(second, after: 250)
        typist.pause()
        let desk = Desk.scene(scene, first.label, second.label)
        #expect(
          typist.desk.scene.workshop == desk.workshop
            && typist.desk.scene.focus.overlays.count == desk.focus.overlays.count,
          "\(first.label) and then \(second.label) at the \(place)")
      }
    }
  }

  @Test func `a key held down is a command each time, and so are digits and signs`() {
    var typist = Typist(Fixture.scene(.board))
    for _ in 0..<5 { typist.take(.character("+"), after: 33) }
    typist.take(.character("-"), after: 60)
    typist.pause()
    #expect(typist.events.count == 6)
    #expect(typist.prompt == nil)
  }

  @Test func `a card's first word may follow its key at once`() {
    var typist = Typist(Fixture.scene(.board))
    typist.type("aShade and water", every: 60)
    #expect(typist.prompt?.typed == "Shade and water")
    typist.take(.enter, after: 60)
    #expect(typist.events.count == 1)
  }

  @Test func `a number may follow its key at once`() {
    var typist = Typist(Fixture.scene(.pollOpen))
    for key: Key in [.character("t"), .character("9")] { typist.take(key, after: 60) }
    #expect(typist.prompt == nil && typist.desk.scene.focus.overlay is Counter)
  }

  @Test func `what was caught becomes a card with Enter, and goes with Esc`() {
    var typist = Typist(Fixture.scene(.board))
    typist.type("nobody knows where", every: 80)
    typist.take(.enter, after: 300)
    guard case .cardAdded(_, "nobody knows where", _) = typist.events.first else {
      Issue.record("\(typist.events)")
      return
    }
    #expect(typist.events.count == 1 && typist.prompt == nil)
    typist.type("because", every: 80)
    typist.take(.escape, after: 300)
    #expect(typist.events.count == 1 && typist.prompt == nil)
  }

  @Test func `where no board takes cards a sentence is offered to the parking lot`() {
    var typist = Typist(Fixture.scene(.plenary))
    typist.type("qui paie tout cela", every: 80)
    typist.take(.enter, after: 300)
    guard case .cardAdded(Workshop.parking, "qui paie tout cela", _) = typist.events.first else {
      Issue.record("\(typist.events)")
      return
    }
  }

  @Test func `a key that a signal overtakes is still done`() {
    var writing = WritingGuard()
    let scene = Fixture.scene(.board)
    guard case .hold = writing.take(.character("n"), at: 0, scene) else {
      Issue.record("not held")
      return
    }
    #expect(writing.deadline == WritingGuard.gap)
    #expect(writing.releaseAll() == [.character("n")])
    #expect(writing.deadline == nil)
  }

  @Test func `a key that is held down says yes to nothing and undoes once`() {
    var typist = Typist(Fixture.scene(.board))
    let current = typist.desk.scene.workshop.current
    typist.take(.character("b"), after: 1000)
    typist.pause()
    #expect(typist.desk.scene.focus.armed != nil)
    for _ in 0..<20 { typist.take(.character("b"), after: 33) }
    typist.pause()
    // The first of them came a second after the question: a press. None of the others counts.
    #expect(typist.desk.scene.workshop.current != current && typist.events.count == 1)
    var undone = 0
    var writing = WritingGuard()
    for index in 0..<20 {
      let time = 10_000 + Int64(index) * 33
      if case .ignore = writing.take(.character("u"), at: time, typist.desk.scene) { continue }
      undone += 1
    }
    #expect(undone == 1)
  }

  @Test func `a doubled letter is typed, whatever was asked before the line was opened`() {
    var typist = Typist(Fixture.scene(.board))
    typist.take(.character("b"), after: 1000)
    typist.take(.character("a"), after: 1000)
    typist.pause()
    #expect(typist.desk.scene.focus.armed != nil)
    for letter in "staff at the door" { typist.take(.character(letter), after: 20) }
    #expect(typist.prompt?.line.text == "staff at the door")
  }
}
