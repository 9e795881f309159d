import Glibc
public import WorkshopCore

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

  /// The last part of its path.
  var name: String { root.split(separator: "/").last.map(String.init) ?? root }
  public var plan: String { root + "/" + Self.planName }
  public var journal: String { root + "/journal" }
  public var drafts: String { root + "/drafts" }
  /// The workshop's own canvases, decks, sheets, templates and languages, if any.
  public var assets: String { root + "/assets" }
  public var session: String { root + "/session.json" }

  static let planName = "workshop.json"

  /// Whether there is a directory, of a workshop or not.
  public var isThere: Bool {
    if case .success = Folder.open(root, .real) { true } else { false }
  }

  /// Whether a file stands there.
  public var isFile: Bool {
    var status = stat()
    return stat(root, &status) == 0 && status.isRegular
  }

  /// The workshop's directory that the process stands in; nil: it stands in none.
  public static var here: Directory? {
    let here = Directory(".")
    return (try? here.expectWorkshop()) == nil ? nil : here
  }

  /// Sees that a workshop stands there that can be opened; otherwise says why not.
  public func expectWorkshop() throws(JournalError) { _ = try open(.real) }

  /// The workshop that was likely meant where this folder is none: the one it lies in, or the only one
  /// that lies in it.
  private func neighbour(of folder: Folder) -> String? {
    func holdsPlan(_ path: String) -> Bool {
      var status = stat()
      return stat(path + "/" + Self.planName, &status) == 0 && status.isRegular
    }
    let above = root.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    if holdsPlan(above) { return above }
    let within = (folder.names(most: Limit.files.most) ?? []).map { root + "/" + $0 }
      .filter(holdsPlan)
    return within.count == 1 ? within[0] : nil
  }

  /// Opens the root of a workshop.
  func open(_ calls: SystemCalls) throws(JournalError) -> Folder {
    switch Folder.open(root, calls) {
    case .failure(let reason):
      switch reason.number {
      case ENOENT: throw .notThere(root)
      case ENOTDIR: throw .notAFolder(root)
      default: throw .unreadable(root, errno: reason.number)
      }
    case .success(let folder):
      guard let status = folder.status(of: Self.planName) else {
        // No right to look into a folder is no missing file.
        if errno != ENOENT { throw .unreadable(plan, errno: errno) }
        guard let other = neighbour(of: folder) else { throw .notAWorkshop(root) }
        throw .workshopElsewhere(root, other)
      }
      guard status.isRegular else { throw .notAFile(plan, status.fileKind) }
      return folder
    }
  }
}

extension Directory {
  /// Reads everything and tells all that a person should know: what is wrong with the plan, what in the
  /// journals was passed over or set aside and why, unfinished lines, files that others may open.
  ///
  /// Creates and changes nothing.
  ///
  /// - Parameter words: the names that the plan may use although they do not stand in it; nil:
  ///   only what makes it unusable is told.
  public func check(
    now: Moment? = nil, words: PlanWords? = nil
  ) throws(JournalError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let root = try open(.real)
    let plan = root.reading(Self.planName).flatMap { $0.contents(limit: Limit.plan.most + 1) }
    switch plan {
    case .failure(let reason): throw .unreadable(self.plan, errno: reason.number)
    case .success(let bytes) where bytes.count > Limit.plan.most: throw .limit(.plan)
    case .success(let bytes):
      findings += PlanText.problems(in: bytes, words: words).map {
        Diagnostic(Self.planName, $0)
      }
      if case .newerVersion(let version) = PlanText.refusal(of: bytes) {
        findings.append(Diagnostic(Self.planName, .newerVersion(version)))
      }
    }
    var journal = try Journal(self, by: "", isViewer: true)
    _ = journal.refresh(now: now)
    findings += journal.findings
    findings += journal.unfinished.map { Diagnostic($0, .unfinished) }
    var paths = [(root, ".", "."), (root, Self.planName, Self.planName)]
    if case .success(let journals) = root.folder("journal") {
      paths += (journals.names(most: Limit.files.most) ?? []).map {
        (journals, $0, "journal/" + $0)
      }
    }
    let others: mode_t = root.isShared ? 0o007 : 0o077
    for (folder, name, shown) in paths {
      guard let status = folder.status(of: name), !status.isLink else { continue }
      let mode = String(status.st_mode & 0o777, radix: 8)
      if status.st_mode & others != 0 { findings.append(Diagnostic(shown, .open(mode: mode))) }
      if root.isShared, status.st_mode & 0o040 == 0 {
        findings.append(Diagnostic(shown, .closed(mode: mode)))
      }
    }
    if case .success(let journals) = root.folder("journal"), root.isShared, !journals.isShared {
      let mode = journals.descriptor.status.map { String($0.st_mode & 0o7777, radix: 8) } ?? "?"
      findings.append(Diagnostic("journal", .closed(mode: mode)))
    }
    return findings + Surroundings(of: self).findings
  }
}

extension Directory {
  /// A name for a writer that nobody else has.
  public static func freshWriter() -> String { Base32.random(12) }

  /// Writes entries that were made elsewhere, one journal a writer: a finished programme to look at,
  /// a rehearsal.
  ///
  /// Writers must be twelve plain lower-case characters, and their entries in order; a journal that is
  /// there already is never touched. Entries without an event, which nobody could write, are left out;
  /// one that no journal may hold is refused before anything is written.
  public func seed(_ entries: [Entry]) throws(JournalError) {
    try put(entries, in: journals())
  }

  private func put(
    _ entries: [Entry], in journals: Folder, as owner: Owner? = nil
  ) throws(JournalError) {
    for entry in entries {
      if let limit = entry.event.flatMap(Journal.objection) { throw .limit(limit) }
    }
    if let owner {
      let date = Timestamp(owner.now).compactDate
      let name = JournalName.make(date: date, by: owner.by, unique: owner.writer)
      return try put(entries, name, journals)
    }
    let byWriter = Dictionary(grouping: entries) { $0.id.writer }
    for (writer, entries) in byWriter.sorted(by: { $0.key < $1.key }) {
      guard let first = entries.first else { continue }
      let date = String(first.at.prefix(10).filter { $0 != "-" })
      try put(entries, JournalName.make(date: date, by: first.by, unique: writer), journals)
    }
  }

  private func journals() throws(JournalError) -> Folder {
    switch try open(.real).making("journal") {
    case .failure(let reason): throw .unwritable(journal, errno: reason.number)
    case .success(let made): return made.folder
    }
  }

  private func put(
    _ entries: [Entry], _ name: String, _ journals: Folder
  ) throws(JournalError) {
    guard JournalName.accepts(name), journals.status(of: name) == nil else {
      throw .alreadyThere(name)
    }
    let bytes = entries.flatMap { entry in
      entry.event.flatMap(EntryLine.json).map {
        EntryLine.bytes(
          id: entry.id, stamp: entry.stamp, at: entry.at, by: String(entry.by.prefix(60)),
          event: $0)
      } ?? []
    }
    if let failure = journals.replace(name, with: bytes) {
      throw .unwritable(name, errno: failure.number)
    }
  }
}

extension Directory {
  /// Makes a new workshop: the directory (0700), its plan and the files that tell sync tools what to
  /// carry (0600). The directory may exist when it is empty, or has nothing but content of its own; one that
  /// a group shares (2770) stays so, and so does what is made in it.
  ///
  /// What fails half-way leaves nothing behind, so that the next try finds what the first one found.
  ///
  /// - Parameters:
  ///   - entries: what has happened in it already, one journal a writer, as in `seed`.
  ///   - owner: whose one journal the entries go into, whoever made them: a workshop that is read back from
  ///     a document. The writer is from `freshWriter`.
  ///   - group: the number of the group that works in it (2770, 0660); nil: its owner alone.
  public static func create(
    at path: String, plan: Plan, entries: [Entry] = [], as owner: Owner? = nil,
    sharedWith group: UInt32? = nil
  ) throws(JournalError) {
    try create(
      at: path, plan: plan, entries: entries, as: owner, sharedWith: group, calls: .real)
  }

  /// Who writes a journal, and when it was begun.
  public typealias Owner = (writer: String, by: String, now: Moment)

  static func create(
    at path: String, plan: Plan, entries: [Entry] = [], as owner: Owner? = nil,
    sharedWith group: UInt32? = nil, calls: SystemCalls
  ) throws(JournalError) {
    let directory = Directory(path)
    let isNew = mkdir(directory.root, 0o700) == 0
    if !isNew, errno != EEXIST { throw .unwritable(directory.root, errno: errno) }
    do throws(JournalError) {
      let folder = try directory.vacant(isNew: isNew, calls)
      // Before anything is made in it: what is made follows the folder.
      if let group, let failure = folder.share(with: group) {
        throw .unwritable(directory.root, errno: failure.number)
      }
      do throws(JournalError) {
        try directory.furnish(folder, plan, entries, owner)
      } catch {
        directory.clear(folder)
        throw error
      }
    } catch {
      if isNew { rmdir(directory.root) }
      throw error
    }
  }

  /// The folder, in which nothing stands that a new workshop would write over.
  private func vacant(isNew: Bool, _ calls: SystemCalls) throws(JournalError) -> Folder {
    switch Folder.open(root, calls) {
    case .failure(let reason): throw .unreadable(root, errno: reason.number)
    case .success(let folder):
      guard !isNew else { return folder }
      if folder.status(of: Self.planName) != nil { throw .alreadyThere(root) }
      guard let names = folder.names(most: 64) else { throw .unreadable(root, errno: EIO) }
      guard names.allSatisfy({ $0 == "assets" || isRemnant($0, folder) }) else {
        throw .notEmpty(root)
      }
      if !folder.isShared { fchmod(folder.descriptor.number, 0o700) }
      return folder
    }
  }

  /// Whether a name was left behind by a process that died while it made a workshop here.
  private func isRemnant(_ name: String, _ folder: Folder) -> Bool {
    if name == "journal", case .success(let journals) = folder.folder(name) {
      return journals.names(most: 1)?.isEmpty ?? false
    }
    return Self.companions.contains { name == $0.0 }
      || (name.hasPrefix(".") && name.hasSuffix(".tmp"))
  }

  private func furnish(
    _ folder: Folder, _ plan: Plan, _ entries: [Entry], _ owner: Owner?
  ) throws(JournalError) {
    let journals: Folder
    switch folder.making("journal") {
    case .failure(let reason): throw .unwritable(journal, errno: reason.number)
    case .success(let made): journals = made.folder
    }
    try put(entries, in: journals, as: owner)
    _ = journals.sync()
    // The plan comes last: it is what makes the directory a workshop.
    for (name, text) in Self.companions {
      if let failure = folder.replace(name, with: Array(text.utf8)) {
        throw .unwritable(root + "/" + name, errno: failure.number)
      }
    }
    guard let bytes = PlanText.bytes(of: plan) else {
      throw .unwritable(self.plan, errno: EINVAL)
    }
    if let failure = folder.replace(Self.planName, with: bytes) {
      throw .unwritable(self.plan, errno: failure.number)
    }
  }

  /// Takes away what `furnish` has written.
  private func clear(_ folder: Folder) {
    if case .success(let journals) = folder.folder("journal") {
      for name in journals.names(most: Limit.files.most) ?? [] { journals.remove(name) }
    }
    unlinkat(folder.descriptor.number, "journal", AT_REMOVEDIR)
    for name in Self.companions.map(\.0) + [Self.planName] { folder.remove(name) }
  }

  /// What git and Syncthing should know: carry the plan and the journals byte for byte, leave what is
  /// derived or belongs to one machine.
  private static let companions = [
    (
      ".gitattributes",
      """
      workshop.json text eol=lf
      journal/*.jsonl -text merge=union

      """
    ),
    (".gitignore", notCarried.map { "/\($0)\n" }.joined()),
    (".stignore", notCarried.map { "/\($0)\n" }.joined()),
  ]

  /// The number of the group that shares the directory; nil: it is its owner's.
  public var groupNumber: UInt32? {
    guard case .success(let folder) = Folder.open(root, .real), folder.isShared else { return nil }
    return folder.descriptor.status?.st_gid
  }

  /// What is derived or belongs to one machine: patterns within the directory.
  public static let notCarried = [
    "session.json", "minutes.md", "drafts", ".facilitator.lock", ".*.tmp",
  ]
}
