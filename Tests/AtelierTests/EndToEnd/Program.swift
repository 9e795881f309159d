import Foundation
import Glibc
import Testing

/// The built program, and runs of it that need no terminal.
enum Program {
  /// The binary beside the test bundle, else the one that the sources say.
  static let path: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("atelier").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return URL(fileURLWithPath: #filePath).appendingPathComponent(
      "../../../../.build/debug/atelier"
    ).standardized.path
  }()

  /// What a run printed, and how it ended.
  struct Run {
    let code: Int32
    let out: String
    let err: String
  }

  /// The environment of every run: nothing of whoever runs the tests but the way to the tools.
  static let environment: [String: String] = [
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/tmp", "LANG": "C.UTF-8", "TZ": "UTC",
  ]

  /// Runs the program to its end.
  @discardableResult
  static func run(
    _ arguments: String..., input: Data? = nil, environment extra: [String: String] = [:]
  ) throws -> Run {
    try run(path, arguments, input: input, environment: extra)
  }

  /// Runs any tool to its end; its streams go through files, which never fill up.
  @discardableResult
  static func run(
    _ tool: String, _ arguments: [String], input: Data? = nil,
    environment extra: [String: String] = [:]
  ) throws -> Run {
    let place = Folder()
    let code = try Child(tool, arguments, input: input, in: place, environment: extra).end()
    return Run(code: code, out: place.text("out"), err: place.text("err"))
  }
}

/// A process that a test started, with its streams in files of a folder: `in`, `out` and `err`.
///
/// Foundation's `Process` takes a child for alive as long as any daemon that the child left behind,
/// and a tmux server is one.
struct Child {
  let id: pid_t

  init(
    _ tool: String, _ arguments: [String], input: Data? = nil, in place: Folder,
    environment extra: [String: String] = [:]
  ) throws {
    place.put(input ?? Data(), "in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let written = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, place / "in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, place / "out", written, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, place / "err", written, 0o600)
    // The test runner blocks or ignores signals that the program must get.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let variables = Program.environment.merging(extra) { $1 }.map { "\($0)=\($1)" }
    let words = ([tool] + arguments).map { strdup($0) } + [nil]
    let settings = variables.map { strdup($0) } + [nil]
    defer { for word in words + settings { free(word) } }
    var id: pid_t = 0
    let problem = posix_spawn(&id, tool, &actions, &attributes, words, settings)
    guard problem == 0 else { throw POSIXError(POSIXErrorCode(rawValue: problem) ?? .EIO) }
    self.id = id
  }

  /// Waits for the end; the exit code, or the negative number of the signal that ended it.
  func end() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}

/// A folder for one test, removed when nobody holds it any more.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/atelier-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func / (folder: Folder, name: String) -> String { folder.path + "/" + name }

  /// A file's text; empty when there is none.
  func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: self / name) ?? Data(), as: UTF8.self)
  }

  func put(_ data: Data, _ name: String) {
    _ = FileManager.default.createFile(atPath: self / name, contents: data)
  }

  func put(_ text: String, _ name: String) { put(Data(text.utf8), name) }

  /// A fresh workshop in it, and its path.
  func workshop(
    _ template: String = "express-90", title: String = "Trial", in name: String = "w"
  ) throws -> String {
    let made = try Program.run("new", self / name, "--template", template, "--title", title)
    #expect(made.code == 0, "\(made.err)")
    return self / name
  }
}

/// A workshop as `export --format json` tells it.
struct State {
  let document: [String: Any]

  init(_ directory: String) throws {
    let run = try Program.run("export", directory, "--format", "json")
    document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any], "\(run.err)")
  }

  var cards: [[String: Any]] { document["cards"] as? [[String: Any]] ?? [] }

  /// The texts of a board's cards.
  func texts(on board: String? = nil) -> [String] {
    cards.filter { board == nil || $0["board"] as? String == board }
      .compactMap { $0["text"] as? String }
  }
}

/// The wait was in vain; what was there instead is in the issue recorded.
struct InVain: Error {}

/// Looks again and again until something holds, at most so many seconds; else tells what was there.
func wait(
  _ what: String, seconds: Double = 20, telling state: () throws -> String = { "" },
  at location: SourceLocation = #_sourceLocation, until holds: () throws -> Bool
) throws {
  let start = Date()
  while Date().timeIntervalSince(start) < seconds {
    if try holds() { return }
    usleep(40_000)
  }
  Issue.record("waited in vain for \(what)\n\(try state())", sourceLocation: location)
  throw InVain()
}

/// Waits until one of a workshop's drafts holds a text, as JSON spells it.
func waitForDraft(
  holding text: String, in workshop: String, at location: SourceLocation = #_sourceLocation
) throws {
  let drafts = workshop + "/drafts"
  try wait("the draft of \(text)", at: location) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []
    return names.contains { name in
      let data = FileManager.default.contents(atPath: drafts + "/" + name)
      return String(decoding: data ?? Data(), as: UTF8.self).contains(text)
    }
  }
}
