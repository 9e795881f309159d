import Journaling
import Languages
import Rehearsal
import Shell
import WorkshopCore

/// The tables of a demo on real terminals of their own: each writes into a journal that is its own, as a
/// note-taker elsewhere does, and what it wrote is seen once it is read.
///
/// A class, for the session loop asks it at each wake-up and the terminals cannot be copied.
final class DemoTables {
  private var script: TableScript
  private let directory: Directory
  private var terminals: [Int: SimulatedTerminal] = [:]
  /// Those that have looked at the directory since the loop last asked.
  private var looked: Set<Int> = []
  /// Where everyone was then.
  private var place: ActivityID?

  init(_ script: TableScript, in directory: Directory) {
    self.script = script
    self.directory = directory
  }

  /// Lets the tables do what is due by the loop's clock.
  func play(_ scene: Scene) {
    // Whoever has nothing to do moves along all the same.
    looked = place == scene.workshop.current ? [] : Set(terminals.keys)
    place = scene.workshop.current
    while let stroke = next(scene) {
      guard case .table(let table) = stroke.seat, let terminal = terminal(table, scene) else {
        continue
      }
      _ = terminal.press(stroke.key, at: scene.now)
    }
    // What they are typing is seen by others from their drafts.
    for table in looked { terminals[table]?.look(now: scene.now) }
  }

  private func next(_ scene: Scene) -> RehearsalKey? {
    // The script is taken out, so that it may look at the rest.
    var script = script
    defer { self.script = script }
    return script.next(until: scene.now.milliseconds) { seat in
      guard case .table(let table) = seat, let terminal = terminal(table, scene) else {
        return scene
      }
      if looked.insert(table).inserted { terminal.look(now: scene.now) }
      return terminal.scene
    }
  }

  /// A table's terminal, opened when it has something to do first; nil where the disk takes none.
  private func terminal(_ table: Int, _ scene: Scene) -> SimulatedTerminal? {
    if let terminal = terminals[table] { return terminal }
    let name = Seat.table(table).name(in: scene.language)
    let terminal = try? SimulatedTerminal(directory, name: name, like: scene)
    terminals[table] = terminal
    return terminal
  }

  func close() { for terminal in terminals.values { terminal.close() } }
}
