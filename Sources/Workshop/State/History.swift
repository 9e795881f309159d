/// Every entry known, in the shared order, and the state they fold to.
///
/// Entries may arrive in any order and twice; the state depends on their set alone. What arrives in
/// order is applied as it comes; what arrives late is folded again from a checkpoint near the end.
public struct History: Sendable {
  public private(set) var workshop: Workshop
  /// In the shared order, each id once.
  public private(set) var entries: [Entry] = []
  private var known: Set<EntryID> = []
  /// Entries that no longer count.
  private var reverted: Set<EntryID> = []
  /// The state after the first `count` entries.
  private var checkpoint: (count: Int, workshop: Workshop)
  /// How far behind the end a checkpoint stays: late entries are seldom later than that.
  private static let depth = 256

  public init(plan: Plan, entries: [Entry] = []) {
    workshop = Workshop(plan: plan)
    checkpoint = (0, workshop)
    insert(entries)
  }

  /// Takes in entries; those already known are passed over. True when anything was new.
  @discardableResult
  public mutating func insert(_ arrived: [Entry]) -> Bool {
    let fresh = arrived.filter { known.insert($0.id).inserted }.sorted()
    guard let first = fresh.first else { return false }
    let isInOrder = entries.last.map { $0 < first } ?? true
    if isInOrder {
      entries += fresh
    } else {
      entries = merge(entries, fresh)
    }
    let undone = fresh.contains(where: \.isRevert) ? Self.reverted(in: entries) : reverted
    if isInOrder, undone == reverted {
      for entry in fresh where !undone.contains(entry.id) { workshop.apply(entry) }
    } else {
      let changed = undone.symmetricDifference(reverted)
      reverted = undone
      fold(from: min(index(of: first), changed.map(index(of:)).min() ?? .max))
    }
    if entries.count - checkpoint.count > 2 * Self.depth { moveCheckpoint() }
    return true
  }

  /// Folds everything again under another plan.
  public mutating func replan(_ plan: Plan) {
    checkpoint = (0, Workshop(plan: plan))
    fold(from: 0)
    if entries.count > 2 * Self.depth { moveCheckpoint() }
  }

  /// Whether an entry still counts.
  public func counts(_ id: EntryID) -> Bool { known.contains(id) && !reverted.contains(id) }

  /// The last entry of a writer that undo would revert.
  public func undoable(by writer: String) -> Entry? {
    entries.last { $0.id.writer == writer && !$0.isRevert && !reverted.contains($0.id) }
  }

  /// The revert that redo would revert: the writer's last one, if nothing was done since.
  public func redoable(by writer: String) -> Entry? {
    for entry in entries.reversed() where entry.id.writer == writer {
      guard !reverted.contains(entry.id) else { continue }
      guard case .reverted(let target) = entry.event else { return nil }
      if !isRevert(target) { return entry }
    }
    return nil
  }

  private func isRevert(_ id: EntryID) -> Bool {
    entries.first { $0.id == id }?.isRevert ?? false
  }

  private mutating func fold(from index: Int) {
    if index < checkpoint.count { checkpoint = (0, Workshop(plan: checkpoint.workshop.plan)) }
    workshop = checkpoint.workshop
    for entry in entries[checkpoint.count...] where !reverted.contains(entry.id) {
      workshop.apply(entry)
    }
  }

  private mutating func moveCheckpoint() {
    let count = entries.count - Self.depth
    for entry in entries[checkpoint.count..<count] where !reverted.contains(entry.id) {
      checkpoint.workshop.apply(entry)
    }
    checkpoint.count = count
  }

  private func index(of entry: Entry) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func index(of id: EntryID) -> Int { entries.firstIndex { $0.id == id } ?? 0 }

  private func merge(_ a: [Entry], _ b: [Entry]) -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if b[j] < a[i] {
        result.append(b[j])
        j += 1
      } else {
        result.append(a[i])
        i += 1
      }
    }
    return result + a[i...] + b[j...]
  }

  /// What no longer counts. Read from the last entry back, so that a revert that was itself reverted
  /// reverts nothing.
  private static func reverted(in entries: [Entry]) -> Set<EntryID> {
    var result: Set<EntryID> = []
    for entry in entries.reversed() {
      if case .reverted(let target) = entry.event, !result.contains(entry.id) {
        result.insert(target)
      }
    }
    return result
  }
}

extension Entry {
  fileprivate var isRevert: Bool {
    if case .reverted = event { return true }
    return false
  }
}
