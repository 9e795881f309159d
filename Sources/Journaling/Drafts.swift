import Dispatch
import FoundationEssentials
import Glibc

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
  private static let most = 256
  /// Bytes that are read of one.
  private static let largest = 4 << 20
  /// Milliseconds for which somebody counts as typing.
  private static let typing: Int64 = 5_000
  /// Milliseconds after which another machine's draft counts as left behind.
  private static let patience: Int64 = 300_000

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

  /// Who else is here, by name.
  public func present(now: Int64) -> [Presence] {
    others().compactMap { name, draft in
      guard isAlive(name, draft, now: now) else { return nil }
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
    others().filter { name, draft in
      draft.by == by && !draft.isEmpty && !isAlive(name, draft, now: now)
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
      flock(file.number, LOCK_EX | LOCK_NB) == 0,
      let mine = file.status, drafts.status(of: name)?.identity == mine.identity, body()
    else { return false }
    drafts.remove(name)
    return true
  }

  private func isAlive(_ name: String, _ draft: Draft, now: Int64) -> Bool {
    guard draft.host == host else { return abs(now - draft.at) < Self.patience }
    guard case .success(let drafts) = root.folder("drafts"),
      case .success(let file) = drafts.reading(name)
    else { return false }
    return flock(file.number, LOCK_SH | LOCK_NB) != 0
  }

  private func others() -> [(name: String, draft: Draft)] {
    guard case .success(let drafts) = root.folder("drafts") else { return [] }
    return (drafts.names(most: Self.most) ?? []).compactMap { name in
      guard Self.accepts(name), name != writer + ".json",
        case .success(let file) = drafts.reading(name),
        case .success(let bytes) = file.contents(limit: Self.largest),
        bytes.withUnsafeBytes({ LineScan.isShallow($0) }),
        let draft = try? JSONDecoder().decode(Draft.self, from: Data(bytes)),
        draft.writer + ".json" == name
      else { return nil }
      return (name, draft)
    }
  }

  /// Twelve plain characters and `.json`.
  private static func accepts(_ name: String) -> Bool {
    name.utf8.count == 17 && name.hasSuffix(".json")
      && name.utf8.prefix(12).allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
  }
}
