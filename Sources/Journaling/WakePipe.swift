import Glibc

/// Wakes a thread that waits in `poll`: one end is waited for, the other is rung from anywhere.
package final class WakePipe: Sendable {
  private let ends: (read: Descriptor, write: Descriptor)?

  package init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      self.ends = nil
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    self.ends = (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  /// Readable once somebody rang; nil where there is no pipe.
  package var descriptor: Int32? { ends?.read.number }

  package func ring() {
    var byte: UInt8 = 1
    if let ends { _ = Glibc.write(ends.write.number, &byte, 1) }
  }

  /// Forgets that somebody rang.
  package func clear() {
    var bytes: (UInt64, UInt64) = (0, 0)
    if let ends { while read(ends.read.number, &bytes, 16) > 0 {} }
  }
}
