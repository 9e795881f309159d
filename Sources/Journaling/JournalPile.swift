import Glibc
import WorkshopCore

/// The journals of a directory with those that copies of it bring, before anything is written.
struct JournalPile {
  private let root: Folder
  /// The directory's own journals; nil while it has none.
  private let folder: Folder?
  /// Names of journals that are there.
  private let names: [String]
  /// What is to be written, by name.
  private var fresh: [String: [UInt8]] = [:]
  /// What was there under the names to be written over.
  private var before: [String: [UInt8]] = [:]

  init(_ root: Folder) {
    self.root = root
    folder = try? root.folder("journal").get()
    names = folder.map(Self.journals) ?? []
  }

  private static func journals(_ folder: Folder) -> [String] {
    (folder.names(most: 4 * Limit.files.most) ?? []).filter(JournalName.accepts)
  }

  /// Whether a copy has a journal that is here too, or either has none: then nothing tells them apart.
  func sharesAny(with other: Folder) -> Bool {
    guard case .success(let journals) = other.folder("journal") else { return true }
    let theirs = Self.journals(journals)
    return names.isEmpty || theirs.isEmpty
      || !Set(names.map(JournalName.stem)).isDisjoint(with: theirs.map(JournalName.stem))
  }

  /// Lays a copy's journals on the pile; tells which of them are news.
  mutating func take(from root: Folder) throws(JournalError) -> [Merged.Taken] {
    guard case .success(let journals) = root.folder("journal") else { return [] }
    var taken: [Merged.Taken] = []
    for name in Self.journals(journals) {
      guard let bytes = Self.bytes(of: name, in: journals) else { continue }
      if let one = take(bytes, name) { taken.append(one) }
    }
    // Copies that some tool gave a name of its own.
    for name in (journals.names(most: 4 * Limit.files.most) ?? []) where !JournalName.accepts(name)
    {
      guard let first = Copies.firstEntry(name, in: journals),
        let bytes = Self.bytes(of: name, in: journals)
      else { continue }
      taken += take(bytes, begunBy: first)
    }
    guard Set(names).union(fresh.keys).count <= Limit.files.most else { throw .limit(.files) }
    return taken
  }

  /// Lays the lines of a single file on the pile, under the name of whoever wrote the first of them.
  mutating func take(_ lines: [UInt8], begunBy entry: Entry) -> [Merged.Taken] {
    let made = JournalName.make(
      date: String(entry.at.prefix(10).filter { $0 != "-" }), by: entry.by,
      unique: entry.id.writer)
    let hash = lines.withUnsafeBytes(Checksum.fnv)
    let name =
      JournalName.accepts(made)
      ? made : JournalName.make(date: "19700101", by: "rescued", unique: Self.letters(hash))
    return take(lines, name).map { [$0] } ?? []
  }

  /// Twelve characters made of a hash: the same bytes get the same name on every machine.
  private static func letters(_ hash: UInt64) -> String {
    let text = String(hash, radix: 36)
    return String((String(repeating: "0", count: 12) + text).suffix(12))
  }

  private mutating func take(_ bytes: [UInt8], _ name: String) -> Merged.Taken? {
    guard isThere(name) else {
      fresh[name] = bytes
      return Merged.Taken(name: name, reason: .missing)
    }
    let stem = JournalName.stem(name)
    let all = Set(names).union(fresh.keys).filter { JournalName.stem($0) == stem }
    let copies = [name] + all.subtracting([name]).sorted()
    for copy in copies where current(copy)?.starts(with: bytes) == true { return nil }
    for copy in copies {
      guard let current = current(copy), bytes.starts(with: current) else { continue }
      write(bytes, over: current, copy)
      return Merged.Taken(name: copy, reason: .longer)
    }
    let beside = JournalName.conflict(of: name, hash: bytes.withUnsafeBytes(Checksum.fnv))
    fresh[beside] = bytes
    return Merged.Taken(name: beside, reason: .different)
  }

  private mutating func write(_ bytes: [UInt8], over current: [UInt8], _ name: String) {
    if fresh[name] == nil { before[name] = current }
    fresh[name] = bytes
  }

  private func isThere(_ name: String) -> Bool {
    fresh[name] != nil || folder?.status(of: name) != nil
  }

  /// What stands, or will stand, under a name; nil when that is no journal that can be read.
  private func current(_ name: String) -> [UInt8]? {
    fresh[name] ?? folder.flatMap { Self.bytes(of: name, in: $0) }
  }

  /// As much of a journal as any terminal reads; nil for a link, for what is no file, and for a second
  /// name of some other file.
  private static func bytes(of name: String, in folder: Folder) -> [UInt8]? {
    guard case .success(let file) = folder.reading(name), file.status?.st_nlink == 1,
      case .success(var bytes) = file.contents(limit: Limit.file.most + 1)
    else { return nil }
    if bytes.count > Limit.file.most {
      bytes.removeLast(bytes.count - Limit.file.most)
      // A line cut in two would look damaged for ever.
      while let last = bytes.last, last != 10 { bytes.removeLast() }
    }
    return bytes
  }

  /// Writes everything under names that nobody reads, does what else needs room, and only then gives
  /// each journal its name.
  func write(_ rest: () throws(JournalError) -> Void) throws(JournalError) {
    guard !fresh.isEmpty else { return try rest() }
    let folder: Folder
    switch root.making("journal") {
    case .failure(let reason): throw .unwritable("journal", errno: reason.number)
    case .success(let made): folder = made.folder
    }
    var drafts: [(draft: String, name: String)] = []
    func leave() { for draft in drafts { folder.remove(draft.draft) } }
    for (name, bytes) in fresh.sorted(by: { $0.key < $1.key }) {
      switch folder.draft(bytes, for: name) {
      case .failure(let reason):
        leave()
        throw .unwritable("journal/" + name, errno: reason.number)
      case .success(let draft): drafts.append((draft, name))
      }
    }
    // Somebody may be at work here: what is no longer as it was read is left alone.
    for (name, _) in fresh {
      let now = folder.status(of: name).map { _ in Self.bytes(of: name, in: folder) ?? [] }
      guard now == before[name] else {
        leave()
        throw .planChanged("journal/" + name)
      }
    }
    do throws(JournalError) { try rest() } catch {
      leave()
      throw error
    }
    for (index, draft) in drafts.enumerated() {
      guard let failure = folder.put(draft.draft, in: draft.name) else { continue }
      for rest in drafts[(index + 1)...] { folder.remove(rest.draft) }
      throw .unwritable("journal/" + draft.name, errno: failure.number)
    }
    if let failure = folder.sync() { throw .unwritable("journal", errno: failure.number) }
  }
}
