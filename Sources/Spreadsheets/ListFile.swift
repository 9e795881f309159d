package import FoundationEssentials
import Glibc

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
      manager.urls(for: $0, in: .userDomainMask).map { $0.path(percentEncoded: false) }
    }
    let beside = directory.map { ["\($0)/..", $0] } ?? []
    var seen: Set<String> = []
    let folders = beside + [manager.currentDirectoryPath, home] + kept
    return all(in: folders.compactMap(real).filter { seen.insert($0).inserted })
  }

  private static var home: String {
    let path = FileManager.default.homeDirectoryForCurrentUser.path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// A folder's path without links, dots and a slash at its end; nil where there is none.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Those in some folders, the newest first.
  package static func all(in folders: [String]) -> [ListFile] {
    let home = home
    let found = folders.flatMap { folder -> [ListFile] in
      let short =
        folder == home
        ? "~" : folder.hasPrefix(home + "/") ? "~" + folder.dropFirst(home.count) : folder
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.compactMap { name in
        let ending = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        var state = stat()
        guard !name.hasPrefix("."), endings.contains(ending), !own.contains(name),
          stat(path, &state) == 0, state.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return ListFile(
          path: path, name: name, folder: short,
          changed: Date(timeIntervalSince1970: Double(state.st_mtim.tv_sec)))
      }
    }
    return Array(found.sorted { ($1.changed, $0.name) < ($0.changed, $1.name) }.prefix(most))
  }

  /// The lists in a folder that somebody names; nil where it is none.
  package static func all(inFolder path: String) -> [ListFile]? {
    let path = expanded(path)
    var state = stat()
    guard stat(path, &state) == 0, state.st_mode & S_IFMT == S_IFDIR else { return nil }
    return all(in: [path])
  }

  /// A path as a shell reads it that begins with `~`, the home.
  private static func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
  }

  /// A file's bytes; `-` is standard input.
  ///
  /// - Parameter most: more bytes than that are refused.
  package static func bytes(of path: String, most: Int) throws(FileError) -> [UInt8] {
    guard path != "-" else { return try bytes(from: STDIN_FILENO, most: most) }
    let full = expanded(path)
    var state = stat()
    guard stat(full, &state) == 0, access(full, R_OK) == 0 else {
      throw [ENOENT, ENOTDIR].contains(errno) ? .missing : .denied
    }
    // A pipe that nobody writes into would be waited for until the end of days; a shell's own has a writer.
    let isOfShell = full.hasPrefix("/dev/") || full.hasPrefix("/proc/")
    guard isOfShell || state.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    let descriptor = open(full, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, most: most)
  }

  private static func bytes(from descriptor: Int32, most: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      guard count > 0 else { return bytes }
      bytes += part[..<count]
    }
    throw .tooLarge
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
  /// What the system answered, as an `errno`.
  case system(Int32)
}
