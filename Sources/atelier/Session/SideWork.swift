import Dispatch
import Glibc
import Shell
import Synchronization

/// What is worked out beside the keys: a disk that does not answer, or much to compare, holds up none.
final class SideWork: Sendable {
  private let queue = DispatchQueue(label: "side", qos: .userInitiated, attributes: .concurrent)
  private let done = Mutex<[(opened: Opened, since: Int64)]>([])
  /// Readable while something waits to be taken; -1 where there is no pipe.
  let descriptor: Int32
  private let bell: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (descriptor, bell) = (ends[0], ends[1])
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      close(bell)
    }
  }

  /// Works out what a panel waits for.
  func work(_ panel: WaitingPanel) {
    queue.async {
      let opened = panel.work()
      self.done.withLock { $0.append((opened, panel.since)) }
      _ = write(self.bell, [1], 1)
    }
  }

  /// What was done since; empties it.
  func taken() -> [(opened: Opened, since: Int64)] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return done.withLock { all in
      defer { all = [] }
      return all
    }
  }
}
