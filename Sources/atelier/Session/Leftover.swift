import Glibc
import Journaling
import Languages
import Shell
import WorkshopCore

/// What could not be saved in the workshop directory when a terminal was left.
struct Leftover {
  /// How many entries are not known to be on the disk.
  let entries: Int
  /// Why they could not be saved.
  let reason: JournalError?
  /// Where they are instead; nil where no folder took them.
  let file: String?
  /// What was being typed and could not be kept; empty when it was.
  let typed: String
  /// How many lines of a paste are no cards yet.
  var pasted = 0
  /// Where those lines are.
  var pasteFile: String?

  var isEmpty: Bool { entries == 0 && typed.isEmpty && pasted == 0 }

  /// Folders that may take a file when the workshop's disk does not.
  static var folders: [String] {
    let named = ["HOME", "TMPDIR"].compactMap { (name: String) -> String? in
      getenv(name).map { String(cString: $0) }
    }
    return named + ["/tmp", "/var/tmp", "/dev/shm"]
  }

  /// Keeps a text that has no place in the workshop in a file elsewhere; nil when no folder takes it.
  static func keep(_ text: String, in folders: [String] = folders) -> String? {
    let name = "paste-\(Directory.freshWriter().prefix(6)).txt"
    return try? Rescue.write(Array(text.utf8), as: name, into: folders)
  }

  /// A path as it fits on a screen's line: the home directory as `~`.
  static func short(_ path: String) -> String {
    guard let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty,
      path.hasPrefix(home + "/")
    else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// Told on the terminal that the program gave back.
  func lines(_ directory: Directory, _ language: Language) -> [String] {
    var lines: [String] = []
    if entries > 0 {
      lines.append(language("NOT SAVED in the workshop: \(entries)"))
      if let reason { lines.append(language(Phrase(reason))) }
      if let file {
        lines.append(language("They are in \(file)"))
        lines.append(
          language("When the disk is well again: \("atelier merge \(directory.root) \(file)")"))
      } else {
        lines.append(language("No other folder took them either. They are lost with this program."))
      }
    }
    if pasted > 0 {
      lines.append(language("Lines of the paste that are no cards yet: \(pasted)"))
      if let pasteFile { lines.append(language("They are in \(pasteFile)")) }
    }
    if !typed.isEmpty { lines.append(language("Typed and not kept: \(typed)")) }
    return lines
  }
}
