import Assets
import Journaling
import Shell
import Terminal
import WorkshopCore

/// A simulated note-taker's terminal: a journal and a draft of its own in the directory, no screen.
///
/// A class, for there are several and a room cannot be copied.
final class SimulatedTerminal {
  private var room: Room
  private(set) var scene: Scene

  /// - Parameter scene: the facilitator's, to be seen from here.
  init(_ directory: Directory, name: String, like scene: Scene) throws(JournalError) {
    room = try Room(directory, role: .notes, by: name, catalogue: scene.workshop.catalogue)
    self.scene = scene
    self.scene.role = .notes
    self.scene.me = name
    self.scene.focus = Focus()
  }

  /// Takes in what the others did.
  func look(now: Moment) {
    scene.now = now
    room.look(&scene)
  }

  func press(_ key: Key, at now: Moment) -> Outcome {
    scene.now = now
    let outcome = Keymap.decide(key, scene)
    room.carryOut(outcome, &scene)
    return outcome
  }

  func close() { room.close(scene) }
}
