import Boards
import Dispatch
import Journaling
import Shell
import Synchronization

/// What is worked out beside the keys: a disk that does not answer, or much to compare, holds up none.
final class SideWork: Sendable {
  private let queue = DispatchQueue(label: "side", qos: .userInitiated, attributes: .concurrent)
  private let done = Mutex<[(opened: Opened, since: Int64)]>([])
  private let bell = WakePipe()

  /// Readable while something waits to be taken; -1 where there is no pipe.
  var descriptor: Int32 { bell.descriptor ?? -1 }

  /// Works out what a panel waits for.
  func work(_ panel: WaitingPanel) {
    queue.async {
      let opened = panel.work()
      self.done.withLock { $0.append((opened, panel.since)) }
      self.bell.ring()
    }
  }

  /// Reads the cards that what is typed will be compared with.
  func readCards(_ scene: Scene) { queue.async { scene.readCards() } }

  /// What was done since; empties it.
  func taken() -> [(opened: Opened, since: Int64)] {
    bell.clear()
    return done.withLock { all in
      defer { all = [] }
      return all
    }
  }
}
