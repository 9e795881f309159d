package import Foundation

/// A file that may be a list, as it lies in one of the folders where people keep them.
package struct ListFile: Equatable, Sendable {
  package let path: String
  package let name: String
  /// Its folder, with `~` for the home of whoever sits here.
  package let folder: String
  /// When it was last changed.
  package let changed: Date

  private static let endings: Set = [
    "csv", "tsv", "txt", "xlsx", "ods", "md", "markdown", "json",
  ]
  /// What the program writes itself is no list.
  private static let own: Set = ["workshop.json", "session.json", "minutes.md"]
  /// As many are listed, the newest first.
  private static let most = 500

  /// Those beside and in a workshop's directory, where the program was started, in the home and where
  /// people download and keep documents.
  package static func usual(beside directory: String?) -> [ListFile] {
    let manager = FileManager.default
    let kept = [FileManager.SearchPathDirectory.downloadsDirectory, .documentDirectory].flatMap {
      manager.urls(for: $0, in: .userDomainMask).map(\.path)
    }
    let beside = directory.map { [($0 as NSString).deletingLastPathComponent, $0] } ?? []
    var seen: Set<String> = []
    let folders = beside + [manager.currentDirectoryPath, NSHomeDirectory()] + kept
    return all(
      in: folders.map { ($0 as NSString).standardizingPath }.filter {
        !$0.isEmpty && seen.insert($0).inserted
      })
  }

  /// Those in some folders, the newest first.
  package static func all(in folders: [String]) -> [ListFile] {
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .contentModificationDateKey]
    let home = NSHomeDirectory()
    let found = folders.flatMap { folder -> [ListFile] in
      let short =
        folder == home
        ? "~" : folder.hasPrefix(home + "/") ? "~" + folder.dropFirst(home.count) : folder
      let urls = try? FileManager.default.contentsOfDirectory(
        at: URL(fileURLWithPath: folder), includingPropertiesForKeys: Array(keys),
        options: .skipsHiddenFiles)
      return (urls ?? []).compactMap { url in
        guard endings.contains(url.pathExtension.lowercased()),
          !own.contains(url.lastPathComponent),
          let values = try? url.resourceValues(forKeys: keys), values.isRegularFile == true
        else { return nil }
        return ListFile(
          path: url.path, name: url.lastPathComponent, folder: short,
          changed: values.contentModificationDate ?? .distantPast)
      }
    }
    return Array(found.sorted { ($1.changed, $0.name) < ($0.changed, $1.name) }.prefix(most))
  }

  /// The lists in a folder that somebody names; nil where it is none.
  package static func all(inFolder path: String) -> [ListFile]? {
    let path = (path as NSString).expandingTildeInPath
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return nil }
    return all(in: [path])
  }

  /// A file's bytes; `-` is standard input.
  ///
  /// - Parameter most: more bytes than that are refused.
  package static func bytes(of path: String, most: Int) throws(FileError) -> [UInt8] {
    let full = (path as NSString).expandingTildeInPath
    if path != "-" {
      var state = stat()
      guard stat(full, &state) == 0, access(full, R_OK) == 0 else {
        throw [ENOENT, ENOTDIR].contains(errno) ? .missing : .denied
      }
      // A pipe that nobody writes into would be waited for until the end of days; a shell's own has a writer.
      let isOfShell = full.hasPrefix("/dev/") || full.hasPrefix("/proc/")
      guard isOfShell || state.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    }
    let data: Data
    do {
      let file =
        path == "-"
        ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: full))
      data = try file.read(upToCount: most + 1) ?? Data()
    } catch {
      throw .system(error.localizedDescription)
    }
    guard data.count <= most else { throw .tooLarge }
    return Array(data)
  }
}

/// Why a file's bytes cannot be had.
package enum FileError: Error, Equatable, Sendable {
  case missing
  /// Whoever runs the program may not read it.
  case denied
  /// A folder, a pipe, a device.
  case notRegular
  case tooLarge
  /// What the system says of it.
  case system(String)
}
