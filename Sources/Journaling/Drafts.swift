import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// The drafts of everyone at this workshop: ours to keep, others' to see who is here, and those of dead
/// processes to hand back.
///
/// A process holds a lock on its draft as long as it lives. Each change writes a new file, locks it and
/// renames it over the old one, so that a reader always sees a whole draft and always a lock.
public final class Drafts: Sendable {
  private let root: Folder
  private let writer: String
  private let by: String
  private let host: String
  private let file: DraftFile
  private let queue = DispatchQueue(label: "drafts", qos: .utility)
  /// What was read of others' drafts, by name.
  private let read = Mutex<[String: Read]>([:])
  private static let most = 256
  /// Bytes that are read of one.
  private static let largest = 4 << 20
  /// Milliseconds for which somebody counts as typing.
  private static let typing: Int64 = 5_000
  /// Milliseconds after which another machine's draft counts as left behind.
  private static let patience: Int64 = 300_000

  /// How often a lock is asked for, two milliseconds apart, before somebody else counts as its owner.
  private static let patienceWithLooks = 50

  /// A draft that was read, nil where it is none, and of which file.
  private struct Read: Sendable {
    let identity: FileIdentity
    let size: Int
    let draft: Draft?
  }

  /// For the process whose journal has this writer.
  public convenience init(
    _ directory: Directory, writer: String, by: String
  ) throws(JournalError) {
    try self.init(directory, writer: writer, by: by, calls: .real)
  }

  init(
    _ directory: Directory, writer: String, by: String, calls: SystemCalls
  ) throws(JournalError) {
    root = try directory.open(calls)
    self.writer = writer
    self.by = by
    host = ProcessInfo.processInfo.hostName
    file = DraftFile(root, name: writer + ".json")
  }

  /// Keeps what is being typed, empty when nothing is; the writing is done behind the scenes.
  ///
  /// Call it at most about once a second. The first call makes us seen by others.
  public func keep(_ draft: Draft) { queue.async { [file] in file.write(draft) } }

  /// A draft of ours.
  public func draft(
    role: String, board: String?, zone: String? = nil, text: String, edit: Draft.Edit? = nil,
    details: [String: String]? = nil, texts: [TypedText] = [], at now: Int64
  ) -> Draft {
    Draft(
      writer: writer, by: by, role: role, board: board, zone: zone, text: text, edit: edit,
      details: details, texts: texts, at: now, host: host)
  }

  /// Waits until all is written. A draft without text is removed; one with text stays, to be offered
  /// at the next start.
  public func close() { queue.sync { [file] in file.close() } }

  /// Why the last draft could not be written, if so.
  public var failure: JournalError? {
    file.failure.map { .unwritable("drafts", errno: $0.number) }
  }

  /// A draft as it was seen, and whether a process of this machine holds it.
  struct Seen: Equatable, Sendable {
    let name: String
    let draft: Draft
    let isHeld: Bool
  }

  /// Who else is here, by name.
  public func present(now: Int64) -> [Presence] { present(look(), now: now) }

  /// The same of drafts that were seen before.
  func present(_ seen: [Seen], now: Int64) -> [Presence] {
    seen.compactMap { seen in
      let draft = seen.draft
      guard isAlive(seen, now: now) else { return nil }
      let age = now - draft.at
      return Presence(
        writer: draft.writer, by: draft.by, role: draft.role, board: draft.board,
        isTyping: draft.isUnderWay && age > -Self.typing && age < Self.typing,
        zone: draft.zone)
    }
    .sorted { ($0.by, $0.writer) < ($1.by, $1.writer) }
  }

  /// Texts of ours that a process which died left behind, oldest first.
  public func abandoned(now: Int64) -> [Draft] {
    look().filter { seen in
      seen.draft.by == by && !seen.draft.isEmpty && !isAlive(seen, now: now)
    }
    .map(\.draft).sorted { $0.at < $1.at }
  }

  /// Takes over an abandoned draft: it becomes ours, on disk too, before the old one goes.
  ///
  /// - Parameter ours: our draft with it; nil: what it holds is all that we have.
  /// - Returns: false when somebody else was faster.
  public func adopt(_ draft: Draft, as ours: Draft? = nil, at now: Int64) -> Bool {
    let ours =
      ours
      ?? self.draft(
        role: draft.role, board: draft.board, zone: draft.zone, text: draft.text,
        edit: draft.edit, details: draft.details, texts: draft.texts ?? [], at: now)
    return take(draft) {
      queue.sync { [file] in
        file.write(ours)
        return file.failure == nil
      }
    }
  }

  /// Throws an abandoned draft away. False when somebody else was faster.
  @discardableResult
  public func discard(_ draft: Draft) -> Bool { take(draft) { true } }

  /// Runs `body` with the lock of a draft that nobody holds, then removes the draft if it says so.
  private func take(_ draft: Draft, _ body: () -> Bool) -> Bool {
    guard case .success(let drafts) = root.folder("drafts") else { return false }
    let name = draft.writer + ".json"
    guard Self.accepts(name), case .success(let file) = drafts.reading(name),
      Self.locks(file),
      let mine = file.status, drafts.status(of: name)?.identity == mine.identity, body()
    else { return false }
    drafts.remove(name)
    return true
  }

  /// Takes a draft's lock. Another terminal that looks whether it is held has it for a moment, too.
  private static func locks(_ file: Descriptor) -> Bool {
    for attempt in 0..<patienceWithLooks {
      if attempt > 0 { usleep(2_000) }
      if flock(file.number, LOCK_EX | LOCK_NB) == 0 { return true }
    }
    return false
  }

  private func isAlive(_ seen: Seen, now: Int64) -> Bool {
    seen.draft.host == host ? seen.isHeld : abs(now - seen.draft.at) < Self.patience
  }

  /// The drafts of others as they are now; one that has not changed is not read again.
  func look() -> [Seen] {
    guard case .success(let drafts) = root.folder("drafts") else { return [] }
    let known = read.withLock { $0 }
    var read: [String: Read] = [:]
    var seen: [Seen] = []
    for name in drafts.names(most: Self.most) ?? []
    where Self.accepts(name) && name != writer + ".json" {
      guard case .success(let file) = drafts.reading(name), let status = file.status else {
        continue
      }
      let identity = status.identity
      // Each change writes a new file, which nobody changes any more.
      let same = known[name].flatMap {
        $0.identity == identity && $0.size == Int(status.st_size) ? $0 : nil
      }
      let draft = same?.draft ?? Self.draft(in: file, named: name)
      read[name] = Read(identity: identity, size: Int(status.st_size), draft: draft)
      guard let draft else { continue }
      let isHeld = draft.host == host && flock(file.number, LOCK_SH | LOCK_NB) != 0
      seen.append(Seen(name: name, draft: draft, isHeld: isHeld))
    }
    self.read.withLock { $0 = read }
    return seen
  }

  private static func draft(in file: Descriptor, named name: String) -> Draft? {
    guard case .success(let bytes) = file.contents(limit: largest),
      bytes.withUnsafeBytes({ LineScan.isShallow($0) }),
      let draft = try? JSONDecoder().decode(Draft.self, from: Data(bytes)),
      draft.writer + ".json" == name
    else { return nil }
    return draft
  }

  /// Twelve plain characters and `.json`.
  private static func accepts(_ name: String) -> Bool {
    name.utf8.count == 17 && name.hasSuffix(".json")
      && name.utf8.prefix(12).allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
  }
}
