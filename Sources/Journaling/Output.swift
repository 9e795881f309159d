import Glibc

/// Files that leave the workshop: reports, lists, calendars.
///
/// Written beside their place and put there as a whole, so that a full disk leaves the old file and no
/// half of a new one.
public enum Output {
  /// Writes a file, over one that is there; a link is followed, a pipe or a device written to as it is.
  public static func write(_ bytes: [UInt8], to path: String) throws(JournalError) {
    var status = stat()
    if stat(path, &status) == 0, !status.isRegular {
      guard !status.isFolder else { throw .unwritable(path, errno: EISDIR) }
      return try pour(bytes, into: path)
    }
    // A link leads to where the file really is; what is not there yet is taken as it is written.
    var place = path
    if let real = realpath(path, nil) {
      place = String(cString: real)
      free(real)
    }
    let slash = place.lastIndex(of: "/")
    let name = slash.map { String(place[place.index(after: $0)...]) } ?? place
    let folder = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
    guard !name.isEmpty else { throw .unwritable(path, errno: EISDIR) }
    switch Folder.open(folder, .real) {
    case .failure(let reason): throw .unwritable(path, errno: reason.number)
    case .success(let folder):
      if let failure = folder.replace(name, with: bytes) {
        throw .unwritable(path, errno: failure.number)
      }
    }
  }

  /// Writes several files into a folder, making it (0700) when it is missing.
  public static func write(
    _ files: [(name: String, bytes: [UInt8])], into path: String
  ) throws(JournalError) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .unwritable(path, errno: errno) }
    for file in files {
      try write(file.bytes, to: path + (path.hasSuffix("/") ? "" : "/") + file.name)
    }
  }

  private static func pour(_ bytes: [UInt8], into path: String) throws(JournalError) {
    let number = Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw .unwritable(path, errno: errno) }
    if let failure = Descriptor(number).write(bytes, .real) {
      throw .unwritable(path, errno: failure.number)
    }
  }

  /// Writes to what is open already, such as standard output; waits where it would block.
  ///
  /// - Returns: the `errno` of what stopped it; 0: nothing did.
  public static func write(_ bytes: [UInt8], into number: Int32) -> Int32 {
    Descriptor.write(bytes, to: number, .real)?.number ?? 0
  }
}
