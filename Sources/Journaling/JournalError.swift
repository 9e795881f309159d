import Glibc

/// Why a workshop directory cannot be used as asked. All wording for people is in `message`.
public enum JournalError: Error, Hashable, Sendable {
  /// There is no `workshop.json` at this path.
  case notAWorkshop(String)
  /// Nothing is at this path.
  case notThere(String)
  /// A file is at this path.
  case notAFolder(String)
  /// There is no `workshop.json` at the first path, but one at the second.
  case workshopElsewhere(String, String)
  /// Something else stands where a file is expected.
  case notAFile(String, FileKind)
  /// There already is one.
  case alreadyThere(String)
  /// A directory that is no copy of the one it is to be united with.
  case anotherWorkshop(String)
  /// A file in which no line is an entry.
  case noEntries(String)
  /// A new workshop needs a directory of its own.
  case notEmpty(String)
  /// A file that would be written over.
  case fileThere(String)
  case unreadable(String, errno: Int32)
  case unwritable(String, errno: Int32)
  /// The directory was opened to look only.
  case readOnly(String)
  case planRefused(PlanProblem)
  /// Somebody edited the plan since it was read.
  case planChanged(String)
  /// Written by a later version, which this one must not overwrite.
  case newerVersion(Int)
  case limit(Limit)
  /// Own journals were taken away again and again.
  case replaced(String)
  /// The disk has not answered for a while.
  case stalled

  /// What may have a file's name and is none.
  public enum FileKind: Hashable, Sendable { case folder, link, pipe, socket, device }

  /// English text with `{}` for each argument; the program translates it by its key.
  public var message: (key: String, arguments: [String]) {
    switch self {
    case .notAWorkshop(let path):
      ("{} is not a workshop: it has no workshop.json", [path])
    case .notThere(let path): ("{} is not there", [path])
    case .notAFolder(let path): ("{} is a file: a workshop is a folder", [path])
    case .workshopElsewhere(let path, let other):
      ("{} is not a workshop, but {} is", [path, other])
    case .notAFile(let path, let kind):
      switch kind {
      case .folder: ("{} is a folder, not a file", [path])
      case .link: ("{} is a link, not a file", [path])
      case .pipe: ("{} is a pipe (FIFO), not a file", [path])
      case .socket: ("{} is a socket, not a file", [path])
      case .device: ("{} is a device, not a file", [path])
      }
    case .alreadyThere(let path): ("{} already holds a workshop", [path])
    case .anotherWorkshop(let path):
      ("{} is another workshop: it shares neither its title nor an entry", [path])
    case .noEntries(let path): ("{} holds no entries of a workshop", [path])
    case .notEmpty(let path):
      ("{} is not empty: a workshop needs a directory of its own", [path])
    case .fileThere(let path): ("{} is already there: nothing was overwritten", [path])
    case .unreadable(let path, EACCES):
      (
        "{} cannot be read: no permission. Its owner can share it with a group: see the README",
        [path]
      )
    case .unreadable(let path, let errno): ("{} cannot be read: {}", [path, Self.text(errno)])
    case .unwritable(let path, let errno): ("{} cannot be written: {}", [path, Self.text(errno)])
    case .readOnly(let path): ("Read-only: {}", [path])
    case .planRefused(let problem):
      (
        "workshop.json, line {}, column {}: {}",
        [String(problem.line), String(problem.column), problem.text]
      )
    case .planChanged(let path): ("{} was edited meanwhile: nothing was overwritten", [path])
    case .newerVersion(let version):
      (
        "written by a later version of atelier (format {}): read-only",
        [String(version)]
      )
    case .limit(let limit): limit.message
    case .replaced(let path): ("{} was replaced by another file", [path])
    case .stalled: ("the disk does not answer", [])
    }
  }

  static func text(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}
