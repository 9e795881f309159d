internal import CTerminal

/// The signals of this process as something to read, so that the loop meets them between two keys.
///
/// Make it before any thread starts: threads inherit the blocked signals, and a thread that had
/// them open would take a signal away from the descriptor.
public struct Signals: ~Copyable {
  public enum Signal: Hashable, Sendable {
    case terminate, hangUp, interrupt, resize, stop, proceed
  }

  /// For poll(2): readable when a signal waits.
  public let descriptor: Int32

  /// Nil when the system has no descriptor left.
  public init?() {
    descriptor = ct_signals_open()
    if descriptor < 0 { return nil }
  }

  deinit {
    if descriptor >= 0 { ct_signals_close(descriptor) }
  }

  /// Every signal that waits, oldest first; never blocks. Signals of one kind may come as one.
  public func read() -> [Signal] {
    var signals: [Signal] = []
    while case let number = ct_signals_next(descriptor), number != 0 {
      switch number {
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
}
