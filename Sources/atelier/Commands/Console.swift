import FoundationEssentials
import Glibc
import Journaling
import Languages
import Reporting
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

  /// Each line sanitised; a line end after the last. Addresses lead there where the terminal can do that.
  static func print(_ text: String) {
    let clean = clean(text)
    print(Array((hasLinks ? linked(clean) : clean).utf8))
  }

  /// Tells, on a terminal, where something was written; a script knows.
  static func tellWritten(_ path: String, _ language: Language) {
    guard isatty(STDOUT_FILENO) == 1 else { return }
    let text = clean(language("Written: \(path)"))
    guard hasLinks, let place = realpath(path, nil) else { return print(Array(text.utf8)) }
    defer { free(place) }
    let line = Hyperlink.to(address(ofFile: String(cString: place)), String(text.dropLast()))
    print(Array((line + "\n").utf8))
  }

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
    _ = Output.write(Array(clean(text).utf8), into: STDERR_FILENO)
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

  private static func clean(_ text: String) -> String {
    let clean = Text.sanitised(text, newlines: true)
    return clean.hasSuffix("\n") ? clean : clean + "\n"
  }

  /// Whether standard output is a terminal in which a text can be a link.
  private static let hasLinks =
    isatty(STDOUT_FILENO) == 1
    && Hyperlink.isKnown { name in getenv(name).map { String(cString: $0) } }

  private static func linked(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var parts = ""
    var end = 0
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    for range in SafeLink.all(in: scalars) {
      let address = string(range)
      parts += string(end..<range.lowerBound) + Hyperlink.to(address, address)
      end = range.upperBound
    }
    return parts + string(end..<scalars.count)
  }

  /// With the computer's name: over ssh the file is on the other one.
  private static func address(ofFile path: String) -> String {
    let local = URL(filePath: path).absoluteString
    return "file://" + ProcessInfo.processInfo.hostName + local.dropFirst("file://".count)
  }
}
