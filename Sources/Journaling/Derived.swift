import Dispatch
public import FoundationEssentials
import Glibc
import Synchronization

/// Writes `session.json` and `minutes.md`, by one process a machine.
///
/// Both can be made again from the journals at any time; deleting them loses nothing.
public final class Derived: Sendable {
  private let root: Folder
  private let queue = DispatchQueue(label: "derived", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var lock: Descriptor?
    /// What was written last, by name.
    var written: [String: Data] = [:]
    /// What waits to be written, by name.
    var waiting: [String: Data] = [:]
    var failure: Errno?
  }

  public convenience init(_ directory: Directory) throws(JournalError) {
    try self.init(directory, calls: .real)
  }

  init(_ directory: Directory, calls: SystemCalls) throws(JournalError) {
    root = try directory.open(calls)
  }

  /// Becomes the process that writes, if no other on this machine is. Held until the process ends;
  /// cheap to call again.
  public func acquire() -> Bool {
    state.withLock { state in
      if state.lock != nil { return true }
      guard case .success(let file) = root.open(".facilitator.lock", O_RDWR | O_CREAT | O_NONBLOCK),
        flock(file.number, LOCK_EX | LOCK_NB) == 0
      else { return false }
      state.lock = file
      return true
    }
  }

  /// Writes both files, behind the scenes and each only when its content is new. Does nothing unless
  /// `acquire` said yes.
  public func write(session: Data?, minutes: Data?) {
    let mustStart = state.withLock { state in
      guard state.lock != nil else { return false }
      let wasIdle = state.waiting.isEmpty
      state.waiting["session.json"] = session ?? state.waiting["session.json"]
      state.waiting["minutes.md"] = minutes ?? state.waiting["minutes.md"]
      return wasIdle && !state.waiting.isEmpty
    }
    if mustStart { queue.async { [self] in work() } }
  }

  /// Waits until all is written and lets another process take over.
  public func close() {
    queue.sync {}
    state.withLock { $0.lock = nil }
  }

  /// Why the last file could not be written, if so.
  public var failure: JournalError? {
    state.withLock(\.failure).map { .unwritable("session.json", errno: $0.number) }
  }

  private func work() {
    let (waiting, written) = state.withLock { state in
      defer { state.waiting = [:] }
      return (state.waiting, state.written)
    }
    state.withLock { $0.failure = nil }
    for (name, data) in waiting.sorted(by: { $0.key < $1.key }) where written[name] != data {
      let bytes = [UInt8](data)
      let isThere =
        written[name] == nil
        && root.reading(name).flatMap { $0.contents(limit: bytes.count + 1) } == .success(bytes)
      let failure = isThere ? nil : root.replace(name, with: bytes)
      state.withLock { state in
        if let failure { state.failure = failure } else { state.written[name] = data }
      }
    }
  }
}
