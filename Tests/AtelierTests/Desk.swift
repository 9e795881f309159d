import Terminal
import WorkshopCore

@testable import Shell

/// A terminal under test: keys go in by their labels, and what they lead to happens.
///
/// Its outcomes are carried out as in a session, without a directory and without a clock.
struct Desk {
  private(set) var scene: Scene
  /// What the last key led to.
  private(set) var outcome = Outcome.nothing
  /// Everything that the keys wrote.
  private(set) var events: [Event] = []

  init(_ scene: Scene) { self.scene = scene }

  /// Presses keys by their labels: `"Enter"`, `"Ctrl-N"`, `"F5"`, `"a"`.
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
    carryOut(Keymap.decide(key, scene))
  }

  /// Does what a key would lead to.
  @discardableResult
  mutating func carryOut(_ outcome: Outcome) -> Outcome {
    self.outcome = outcome
    scene.chance &+= 1
    var log = Log(workshop: scene.workshop, events: events)
    Executor.carryOut(outcome, &scene, to: &log)
    events = log.events
    return outcome
  }

  /// Applies to the scene's own workshop, which a test may have arranged by hand.
  private struct Log: EntryLog {
    var workshop: Workshop
    var events: [Event]
    let isReadOnly = false

    mutating func append(_ event: Event, act: Int?, in scene: Scene) -> Entry {
      events.append(event)
      let entry = Entry(
        id: EntryID(writer: "desk", sequence: events.count),
        stamp: Stamp(milliseconds: scene.now.milliseconds), at: "", by: scene.me, event: event,
        act: act)
      workshop.apply(entry)
      return entry
    }

    func workshop(in scene: Scene) -> Workshop { workshop }
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
