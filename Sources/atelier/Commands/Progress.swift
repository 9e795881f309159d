import Dispatch
import Glibc
import Journaling
import Synchronization

/// Tells on standard error that a command is still at work, where a person looks at it: a terminal, and
/// something that takes longer than a second. Gone when the command prints or ends.
enum Progress {
  private struct State {
    var name: String?
    var began: Int64 = 0
    var isShown = false
  }

  private static let state = Mutex(State())
  private static let queue = DispatchQueue(label: "progress", qos: .utility)

  /// Commands that may have much to do.
  private static let long: Set<String> = [
    "add", "check", "export", "import", "kpi", "merge", "status", "why",
  ]

  /// Begins to watch a command; nothing is told of one that waits for the keyboard.
  static func begin(_ name: String) {
    guard long.contains(name), isatty(STDERR_FILENO) == 1,
      name != "add" || isatty(STDIN_FILENO) == 0
    else { return }
    state.withLock { $0 = State(name: name, began: time()) }
    queue.asyncAfter(deadline: .now() + 1) { tell() }
  }

  /// Takes the line away where standard output goes to the same terminal.
  static func makeWay() {
    if isatty(STDOUT_FILENO) == 1 { clear() }
  }

  /// Takes the line away: something else is about to be written.
  static func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      _ = Output.write(Array("\r\u{1B}[K".utf8), into: STDERR_FILENO)
    }
  }

  static func end() {
    clear()
    state.withLock { $0.name = nil }
  }

  private static func tell() {
    let goesOn = state.withLock { state in
      guard let name = state.name else { return false }
      state.isShown = true
      let words = ["atelier", name, "…", String(time() - state.began), "s"]
      let line = "\r" + words.joined(separator: " ")
      _ = Output.write(Array(line.utf8), into: STDERR_FILENO)
      return true
    }
    if goesOn { queue.asyncAfter(deadline: .now() + 1) { tell() } }
  }

  /// Seconds on a clock that nobody sets.
  private static func time() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec)
  }
}
