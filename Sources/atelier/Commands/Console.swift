import Glibc
import Journaling
import Languages
import Shell
import Synchronization
import Terminal

/// Standard output and error, where no control character of anybody's text may go.
///
/// A script must know whether it got everything: what standard output does not take is told at the end.
enum Console {
  /// Why standard output did not take everything, an `errno`; 0 while it did.
  private static let failure = Mutex<Int32>(0)
  /// Something that belongs to the answer could not be read.
  private static let isIncomplete = Mutex(false)

  /// Each line sanitised; a line end after the last.
  static func print(_ text: String) { print(clean(text)) }

  /// Standard output takes no more.
  static var isBroken: Bool { failure.withLock { $0 != 0 } }

  /// Bytes as they are.
  static func print(_ bytes: [UInt8]) {
    Progress.makeWay()
    let reason = Output.write(bytes, into: STDOUT_FILENO)
    if reason != 0 { failure.withLock { $0 = $0 == 0 ? reason : $0 } }
  }

  static func error(_ text: String) {
    Progress.clear()
    _ = Output.write(clean(text), into: STDERR_FILENO)
  }

  /// Sees that a file of the workshop never gets the number of standard output: what is closed is opened
  /// on nothing, in the direction that fails.
  static func open() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      _ = Glibc.open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The answer lacks what could not be read, which was told.
  static func noteMissing() { isIncomplete.withLock { $0 = true } }

  /// Whether standard output took everything, and everything was there; if not, why is told.
  ///
  /// A reader that has seen enough, such as head, ends the program as it ends any other.
  static func close(_ language: Language) -> Bool {
    var reason = failure.withLock(\.self)
    if reason == 0, Glibc.close(STDOUT_FILENO) != 0, errno != EBADF { reason = errno }
    if reason == 0 { return !isIncomplete.withLock(\.self) }
    if reason == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    error("atelier: " + language("standard output cannot be written: \(Phrase(errno: reason))"))
    return false
  }

  private static func clean(_ text: String) -> [UInt8] {
    let clean = Text.sanitised(text, newlines: true)
    return Array((clean.hasSuffix("\n") ? clean : clean + "\n").utf8)
  }
}
