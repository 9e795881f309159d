import Foundation
import Glibc
import Testing

/// A tmux server of one test's own, with terminals of a fixed size in it; it dies with the value.
final class Tmux {
  private static let tool = "/usr/bin/tmux"
  static let isInstalled = FileManager.default.isExecutableFile(atPath: tool)

  let folder = Folder()
  /// When a single key was last pressed in a terminal, by its name, in microseconds.
  fileprivate var pressed: [String: Int] = [:]

  init() {
    folder.put(
      """
      set -g status off
      set -g remain-on-exit on
      set -g remain-on-exit-format ""
      set -g escape-time 0
      set -g default-terminal screen-256color
      set -g history-limit 0
      """, "conf")
  }

  deinit { _ = try? call("kill-server") }

  /// Runs a tmux command on this server and gives what it printed.
  @discardableResult
  func call(_ arguments: String...) throws -> String {
    try Program.run(
      Self.tool, ["-u", "-L", "atelier-test", "-f", folder / "conf"] + arguments,
      environment: ["TMUX_TMPDIR": folder.path]
    ).out
  }

  /// Opens a terminal in which one tool runs.
  func open(
    _ name: String, _ tool: [String], size: (columns: Int, rows: Int) = (100, 30),
    environment: [String: String] = [:]
  ) throws -> Pane {
    let variables = Program.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    let command =
      ["new-session", "-d", "-s", name, "-x", "\(size.columns)", "-y", "\(size.rows)", "env"]
      + variables + tool
    let made = try Program.run(
      Self.tool, ["-u", "-L", "atelier-test", "-f", folder / "conf"] + command,
      environment: ["TMUX_TMPDIR": folder.path])
    #expect(made.code == 0, "\(made.err)")
    return Pane(tmux: self, name: name)
  }

  /// Opens a terminal with the program in it.
  func atelier(
    _ name: String, _ arguments: String..., size: (columns: Int, rows: Int) = (100, 30),
    environment: [String: String] = [:]
  ) throws -> Pane {
    try open(name, [Program.path] + arguments, size: size, environment: environment)
  }
}

/// One terminal: keys in, a screen out.
struct Pane {
  let tmux: Tmux
  let name: String

  /// What stands on the screen, as lines.
  var screen: String {
    get throws { try tmux.call("capture-pane", "-p", "-t", "\(name):") }
  }

  /// Presses named keys, one after another: `Enter`, `C-b`, `Up`, `q`.
  func press(_ keys: String...) throws {
    for key in keys {
      pace(key)
      try tmux.call("send-keys", "-t", "\(name):", key == ";" ? "\\;" : key)
      // What follows an Esc at once would be taken for one Alt key.
      if key == "Escape" { usleep(120_000) }
    }
  }

  /// Single keys come no faster than a person's, or they would be taken for a word: with some time to
  /// spare, for a program on a busy machine reads a key late and the next one in time.
  private func pace(_ key: String?) {
    let now = clock()
    let wait = (tmux.pressed[name] ?? 0) + 260_000 - now
    if wait > 0 { usleep(UInt32(wait)) }
    tmux.pressed[name] = key?.count == 1 ? clock() : 0
  }

  /// Microseconds since the machine was started.
  private func clock() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  /// Types a text as it is.
  func type(_ text: String) throws {
    pace(nil)
    let safe = text.hasSuffix(";") ? String(text.dropLast()) + "\\;" : text
    try tmux.call("send-keys", "-l", "-t", "\(name):", "--", safe)
  }

  /// Types a text and gives it.
  func enter(_ text: String) throws {
    try type(text)
    try press("Enter")
  }

  /// Pastes a text as a terminal does, in brackets where the program asked for them.
  func paste(_ data: Data) throws {
    tmux.folder.put(data, "paste")
    try tmux.call("load-buffer", tmux.folder / "paste")
    try tmux.call("paste-buffer", "-p", "-r", "-t", "\(name):")
  }

  /// Waits until the screen shows all of some texts.
  func see(_ texts: String..., at location: SourceLocation = #_sourceLocation) throws {
    try until(texts.joined(separator: " and "), at: location) { screen in
      texts.allSatisfy { LetterHeight.shows($0, in: screen) }
    }
  }

  /// Waits until a text is no longer on the screen.
  func lose(_ text: String, at location: SourceLocation = #_sourceLocation) throws {
    try until("no “\(text)”", at: location) { !$0.contains(text) }
  }

  func until(
    _ what: String, at location: SourceLocation = #_sourceLocation, _ holds: (String) throws -> Bool
  ) throws {
    try wait(
      "\(what) on \(name)", telling: { try screen }, at: location, until: { try holds(screen) })
    // The last key may have been read only now.
    if tmux.pressed[name] ?? 0 > 0 { tmux.pressed[name] = clock() }
  }

  /// A value that tmux knows of this terminal, such as `cursor_flag`.
  func value(_ format: String) throws -> String {
    try tmux.call("display-message", "-p", "-t", "\(name):", "#{\(format)}")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Waits for the end of what runs here; its exit code, nil when a signal ended it.
  func end(at location: SourceLocation = #_sourceLocation) throws -> Int32? {
    try wait("the end of \(name)", telling: { try screen }, at: location) {
      guard try value("pane_dead") == "1" else { return false }
      // tmux 3.3 at times misses that the program ended; the end of another one wakes it.
      guard try (value("pane_dead_status") + value("pane_dead_signal")).isEmpty else { return true }
      try tmux.call("run-shell", "true")
      return false
    }
    return try Int32(value("pane_dead_status"))
  }

  func resize(_ columns: Int, _ rows: Int) throws {
    try tmux.call("resize-window", "-t", "\(name):", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The process that runs here.
  var process: pid_t {
    get throws { try #require(pid_t(value("pane_pid"))) }
  }
}
