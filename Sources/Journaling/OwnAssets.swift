import Glibc

/// The JSON files of a workshop's own `assets/`.
public struct OwnAssets: Sendable {
  /// Every file that is sound JSON, by its path in the folder, such as `sheets/idea.json`.
  public private(set) var texts: [String: JSONText] = [:]
  /// What was not read or refused, and where.
  public private(set) var findings: [Diagnostic] = []

  /// Folders within folders; content lies one deep.
  private static let depth = 4

  /// Reads the folder; nothing at all when there is none. Follows no link, and waits for no device.
  init(_ root: Folder) {
    switch root.folder("assets") {
    case .success(let folder): read(folder, "", depth: 0)
    case .failure(let reason) where reason.number == ENOENT: break
    case .failure:
      findings.append(Diagnostic("assets", .notAFile))
    }
  }

  private mutating func read(_ folder: Folder, _ path: String, depth: Int) {
    for name in folder.names(most: Limit.assets.most) ?? [] where !name.hasPrefix(".") {
      let inner = path + name
      guard let status = folder.status(of: name) else { continue }
      if status.isFolder, name.hasSuffix(".json") {
        findings.append(Diagnostic("assets/" + inner, .notAFile))
      } else if status.isFolder, depth < Self.depth, case .success(let next) = folder.folder(name) {
        read(next, inner + "/", depth: depth + 1)
      } else if name.hasSuffix(".json") {
        guard texts.count < Limit.assets.most else {
          findings.append(Diagnostic("assets", .over(.assets)))
          return
        }
        take(name, in: folder, at: inner)
      }
    }
  }

  private mutating func take(_ name: String, in folder: Folder, at path: String) {
    let file = "assets/" + path
    if let status = folder.status(of: name), !status.isRegular || status.st_nlink > 1 {
      // A second name would let a file outside be read.
      findings.append(Diagnostic(file, status.isRegular ? .hardLink : .notAFile))
      return
    }
    let limit = Limit.asset.most
    switch folder.reading(name).flatMap({ $0.contents(limit: limit + 1) }) {
    case .failure(let reason):
      findings.append(Diagnostic(file, .unreadable(errno: reason.number)))
    case .success(let bytes) where bytes.count > limit:
      findings.append(Diagnostic(file, .over(.asset)))
    case .success(let bytes):
      do throws(PlanProblem) {
        let text = try JSONText(bytes)
        if let problem = text.badNumber { throw problem }
        // A template is a plan, and is held to the same rules.
        if path.hasPrefix("templates/") || path.hasPrefix("blocks/") {
          try PlanText.check(bytes)
        } else if let problem = ContentFile.problems(in: text, at: path, words: nil).first {
          throw problem
        }
        texts[path] = text
      } catch {
        findings.append(Diagnostic(file, error))
      }
    }
  }
}

extension Directory {
  /// The directory's own content as it lies there now; a directory that is no workshop yet may have
  /// some.
  public func ownAssets() -> OwnAssets? {
    guard case .success(let folder) = Folder.open(root, .real) else { return nil }
    return OwnAssets(folder)
  }

  /// Puts a file into `assets/`, for people to edit: 0600, its folders 0700. Never over another one.
  ///
  /// - Parameter path: within the folder, such as `sheets/idea.json`.
  public func addAsset(_ text: String, at path: String) throws(JournalError) {
    try write(text, at: path, over: false)
  }

  /// The same, also over the file of before.
  public func putAsset(_ text: String, at path: String) throws(JournalError) {
    try write(text, at: path, over: true)
  }

  private func write(_ text: String, at path: String, over: Bool) throws(JournalError) {
    let place = assets + "/" + path
    var folder: Folder
    switch Folder.open(root, .real) {
    case .failure(let reason): throw .unreadable(root, errno: reason.number)
    case .success(let opened): folder = opened
    }
    let names = ("assets/" + path).split(separator: "/").map(String.init)
    for name in names.dropLast() {
      switch folder.making(name) {
      case .failure(let reason): throw .unwritable(place, errno: reason.number)
      case .success(let made): folder = made.folder
      }
    }
    guard let name = names.last else { return }
    guard over || folder.status(of: name) == nil else { throw .fileThere(place) }
    if let failure = folder.replace(name, with: Array(text.utf8)) {
      throw .unwritable(place, errno: failure.number)
    }
  }
}
