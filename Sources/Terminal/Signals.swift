internal import CTerminal
internal import Glibc
internal import Synchronization

/// The signals of this process as something to read, so that the loop meets them between two keys.
///
/// A handler puts the number of each into a pipe: what a handler may do, every system does alike. There
/// is one at a time.
public struct Signals: ~Copyable {
  public enum Signal: Hashable, Sendable {
    case terminate, hangUp, interrupt, resize, stop, proceed
  }

  /// For poll(2): readable when a signal waits.
  public let descriptor: Int32

  /// Nil when the system has no descriptor left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      descriptor = -1
      return nil
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    readEnd.store(ends[0], ordering: .relaxed)
    writeEnd.store(ends[1], ordering: .relaxed)
    ct_catch(Self.handler)
  }

  deinit {
    guard descriptor >= 0 else { return }
    ct_catch(nil)
    close(readEnd.exchange(-1, ordering: .relaxed))
    close(writeEnd.exchange(-1, ordering: .relaxed))
  }

  /// Every signal that waits, oldest first; never blocks.
  public func read() -> [Signal] {
    var signals: [Signal] = []
    var number: UInt8 = 0
    while Glibc.read(descriptor, &number, 1) == 1 {
      switch Int32(number) {
      case SIGTERM, SIGQUIT: signals.append(.terminate)
      case SIGHUP: signals.append(.hangUp)
      case SIGINT: signals.append(.interrupt)
      case SIGWINCH: signals.append(.resize)
      case SIGTSTP: signals.append(.stop)
      case SIGCONT: signals.append(.proceed)
      default: break
      }
    }
    return signals
  }

  /// Stops the foreground job and returns when the shell continues it: between `Screen.suspend`
  /// and `Screen.resume`. Where no shell is behind the job, it returns at once.
  public static func stop() { ct_stop() }

  /// Runs a program in the foreground; its wait status, -1 where it did not start.
  static func run(_ arguments: [UnsafeMutablePointer<CChar>?]) -> Int32 {
    ct_run(arguments, handler, readEnd.load(ordering: .relaxed))
  }

  /// What happens in the middle of anything else: one byte is written, and nothing is touched.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(writeEnd.load(ordering: .relaxed), &byte, 1)
    errno = before
  }
}

/// The ends of the pipe; -1 while nobody reads signals. A handler is given nothing but a number.
private let readEnd = Atomic<Int32>(-1)
private let writeEnd = Atomic<Int32>(-1)
