import Terminal
import WorkshopCore

@testable import atelier

/// A terminal under test: keys go in by their labels, and what they lead to happens.
///
/// It does what the session loop does with an outcome, without a directory and without a clock.
struct Desk {
  private(set) var scene: Scene
  /// What the last key led to.
  private(set) var outcome = Outcome.nothing
  /// Everything that the keys wrote.
  private(set) var events: [Event] = []

  init(_ scene: Scene) { self.scene = scene }

  /// Presses keys by their labels: `"Enter"`, `"^N"`, `"F5"`, `"a"`.
  @discardableResult
  mutating func press(_ labels: String...) -> Outcome {
    for label in labels { press(Key(label: label) ?? .resize) }
    return outcome
  }

  /// Types a text, character by character.
  @discardableResult
  mutating func type(_ text: String) -> Outcome {
    for character in text { press(.character(character)) }
    return outcome
  }

  @discardableResult
  mutating func press(_ key: Key) -> Outcome {
    outcome = Keymap.decide(key, scene)
    if let focus = outcome.focus { scene.focus = focus }
    var added: CardID?
    for event in outcome.events {
      let id = write(event)
      guard event.isAddition else { continue }
      if case .cardAdded = event { added = id }
      for event in outcome.toAdded?(id, event) ?? [] { write(event) }
    }
    if outcome.fillsAdded, let form = added.flatMap({ Form(added: $0, scene) }) {
      scene.focus.overlays.append(.form(form))
    }
    scene.focus.notice = outcome.notice.map {
      Notice(
        phrase: $0, isWarning: outcome.isWarning, until: scene.now.milliseconds + 5000)
    }
    return outcome
  }

  @discardableResult
  private mutating func write(_ event: Event) -> CardID {
    events.append(event)
    let id = EntryID(writer: "desk", sequence: events.count)
    let stamp = Stamp(milliseconds: scene.now.milliseconds)
    scene.workshop.apply(Entry(id: id, stamp: stamp, at: "", by: scene.me, event: event))
    if case .cardAdded = event, scene.role == .facilitator { scene.focus.card = id.description }
    return id.description
  }

  /// Time passes.
  mutating func wait(seconds: Int) { scene.now = scene.now.adding(seconds: seconds) }

  /// Changes the scene where no key does: somebody else's typing, the disk.
  mutating func arrange(_ change: (inout Scene) -> Void) { change(&scene) }

  /// The scene after some keys.
  static func scene(_ start: Scene, _ labels: String...) -> Scene {
    var desk = Desk(start)
    for label in labels { desk.press(label) }
    return desk.scene
  }
}
