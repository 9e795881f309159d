import FoundationEssentials
import Glibc
import WorkshopCore

/// Marks of ballots that are not given yet, in a folder of one's own: never in the workshop directory, where
/// others would read them.
struct UnfinishedBallots {
  /// Nil where there is no place for it.
  private let folder: String?
  /// The code whose marks are on the disk, and what they are.
  private var kept: (name: String, text: String)?

  init(_ folder: String? = Self.own) { self.folder = folder }

  /// Where programs keep what they go on with (https://specifications.freedesktop.org/basedir-spec).
  private static var own: String? {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = value("XDG_STATE_HOME") ?? value("HOME").map { $0 + "/.local/state" }
    return state.map { $0 + "/atelier/ballots" }
  }

  /// The marks that a code left behind, once; nil when it left none.
  mutating func taken(_ key: String) -> String? {
    guard let path = path(Self.name(key)), let data = FileManager.default.contents(atPath: path)
    else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    kept = (Self.name(key), text)
    return text
  }

  /// Keeps the marks of a code; nil: there are none any more.
  mutating func keep(_ text: String?, of key: String?) {
    let name = key.map(Self.name)
    if let before = kept, before.name != name || text == nil {
      path(before.name).map { _ = unlink($0) }
      kept = nil
    }
    guard let text, let name, kept?.text != text, write(text, name) else { return }
    kept = (name, text)
  }

  private func path(_ name: String) -> String? { folder.map { $0 + "/" + name } }

  /// A file's name, from which the code cannot be read.
  private static func name(_ key: String) -> String { Fingerprint.of("unfinished", key) + ".json" }

  private func write(_ text: String, _ name: String) -> Bool {
    guard let folder, let path = path(name) else { return false }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let new = path + ".new"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let bytes = Array(text.utf8)
    let written = Glibc.write(file, bytes, bytes.count)
    close(file)
    return written == bytes.count && rename(new, path) == 0
  }
}
