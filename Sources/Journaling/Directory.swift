import Glibc

/// The paths of a workshop directory.
public struct Directory: Hashable, Sendable {
  public let root: String

  /// A relative path is taken from where the process stands now.
  public init(_ path: String) {
    if path.hasPrefix("/") {
      root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    } else if let here = getcwd(nil, 0) {
      let base = String(cString: here)
      free(here)
      let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
      root = trimmed.isEmpty || trimmed == "." ? base : base + "/" + trimmed
    } else {
      root = path
    }
  }

  public var plan: String { root + "/" + Self.planName }
  public var journal: String { root + "/journal" }
  public var drafts: String { root + "/drafts" }
  /// The workshop's own canvases, decks, sheets, templates and languages, if any.
  public var assets: String { root + "/assets" }
  public var session: String { root + "/session.json" }
  public var minutes: String { root + "/minutes.md" }

  static let planName = "workshop.json"

  /// Whether there is a directory, of a workshop or not.
  public var isThere: Bool {
    if case .success = Folder.open(root, .real) { true } else { false }
  }

  /// Whether a workshop stands there.
  public var isWorkshop: Bool {
    guard case .success(let folder) = Folder.open(root, .real) else { return false }
    return folder.status(of: Self.planName)?.isRegular ?? false
  }

  /// Opens the root of a workshop.
  func open(_ calls: SystemCalls) throws(JournalError) -> Folder {
    switch Folder.open(root, calls) {
    case .failure(let reason):
      if reason.number == ENOENT || reason.number == ENOTDIR { throw .notAWorkshop(root) }
      throw .unreadable(root, errno: reason.number)
    case .success(let folder):
      guard folder.status(of: Self.planName)?.isRegular ?? false else {
        throw .notAWorkshop(root)
      }
      return folder
    }
  }
}
