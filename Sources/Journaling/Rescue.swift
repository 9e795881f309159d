import Glibc

/// A file outside the workshop for what could not be saved in it.
///
/// It is named as a journal is and holds whole lines of one, so that `Directory.merge` takes it in, and so
/// that it can as well be put into `journal/` by hand.
public enum Rescue {
  /// The folder that is made for such files.
  static let folder = "atelier-unsaved"

  /// Writes lines to a new file (0600) in the first of some folders that takes it, safe on the disk; where
  /// no disk makes anything safe, in the first that takes it at all.
  ///
  /// - Returns: the file's path.
  public static func write(
    _ lines: [UInt8], as name: String, into folders: [String]
  ) throws(JournalError) -> String {
    var reason = ENOENT
    var fallback: String?
    for path in folders {
      switch Folder.open(path, .real).flatMap({ $0.making(folder) }) {
      case .failure(let failure): reason = failure.number
      case .success((let folder, _)):
        let file = [path, Self.folder, name].joined(separator: "/")
        guard let failure = folder.replace(name, with: lines) else { return file }
        reason = failure.number
        if fallback == nil, case .success(let made) = folder.open(name, O_WRONLY | O_CREAT | O_EXCL)
        {
          if made.write(lines, .real) == nil { fallback = file } else { folder.remove(name) }
        }
      }
    }
    guard let fallback else { throw .unwritable(folder, errno: reason) }
    return fallback
  }

  /// The whole lines of such a file, or of any journal, wherever it lies.
  static func lines(of path: String) throws(JournalError) -> [UInt8] {
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw .unreadable(path, errno: errno) }
    let file = Descriptor(number)
    guard file.status?.isRegular ?? false else { throw .unreadable(path, errno: EINVAL) }
    switch file.contents(limit: Limit.file.most + 1) {
    case .failure(let failure): throw .unreadable(path, errno: failure.number)
    case .success(var bytes):
      guard bytes.count <= Limit.file.most else { throw .limit(.file) }
      while let last = bytes.last, last != 10 { bytes.removeLast() }
      return bytes
    }
  }
}
