import Glibc
import Synchronization

@testable import Journaling

/// System calls that fail when a test says so.
final class Faults: Sendable {
  /// `create` is opening a file that is new, `open` any opening of files and folders.
  enum Kind: String { case create, open, write, shortWrite, fdatasync, fsync, rename }

  private struct State {
    var kind: Kind?
    var skip = 0
    var times = 0
    var errno: Int32 = EIO
    var seen = 0
  }

  private let state = Mutex(State())

  /// From now on the Nth call of a kind (from 1) fails, and so many in all.
  func fail(_ kind: Kind, nth: Int, times: Int, errno: Int32 = EIO) {
    state.withLock { $0 = State(kind: kind, skip: nth - 1, times: times, errno: errno) }
  }

  func heal() { state.withLock { $0.kind = nil } }

  /// How many calls failed.
  var failures: Int { state.withLock(\.seen) }

  private func hits(_ kind: Kind) -> Int32? {
    state.withLock { state in
      guard state.kind == kind else { return nil }
      if state.skip > 0 {
        state.skip -= 1
        return nil
      }
      guard state.times > 0 else { return nil }
      state.times -= 1
      state.seen += 1
      return state.errno
    }
  }

  var calls: SystemCalls {
    let real = SystemCalls.real
    return SystemCalls(
      open: { [self] folder, name, flags, mode in
        if flags & O_CREAT != 0, let errno = hits(.create) { return -errno }
        if let errno = hits(.open) { return -errno }
        return real.open(folder, name, flags, mode)
      },
      write: { [self] file, bytes in
        if let errno = hits(.write) { return -Int(errno) }
        if hits(.shortWrite) != nil {
          return real.write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2)))
        }
        return real.write(file, bytes)
      },
      fdatasync: { [self] file in hits(.fdatasync).map { -$0 } ?? real.fdatasync(file) },
      fsync: { [self] file in hits(.fsync).map { -$0 } ?? real.fsync(file) },
      rename: { [self] in hits(.rename).map { -$0 } ?? real.rename($0, $1, $2) },
      mayWrite: real.mayWrite)
  }
}
