/// Every entry known, in the shared order, and the state they fold to.
///
/// Entries may arrive in any order and twice; the state depends on their set alone. What arrives in
/// order is applied as it comes; what arrives late is folded again from a checkpoint near the end.
public struct History: Sendable {
  public private(set) var workshop: Workshop
  /// In the shared order, each id once.
  public private(set) var entries: [Entry] = []
  /// When every known entry was written: with its id, the place where it stands.
  private var stamps: [EntryID: Stamp] = [:]
  /// The reverts among the entries, in the shared order.
  private var reverts: [Entry] = []
  /// Entries that no longer count, those that have not arrived yet included.
  private var reverted: Set<EntryID> = []
  /// For each writer whose clock is corrected the entry that says by how much.
  private var corrections: [String: Entry] = [:]
  /// The entries that a correction moved, as they were written.
  private var moved: [EntryID: Entry] = [:]
  /// The state after the first `count` entries.
  private var checkpoint: (count: Int, workshop: Workshop)
  /// How far behind the end a checkpoint stays: late entries are seldom later than that.
  private static let depth = 256
  /// Another one whenever entries that are known are folded in another way.
  private var revision = Revision()

  /// The moment that the state is true of: when the last entry was written, in its writer's zone; the
  /// epoch while there is none. The same for whoever has the same entries, wherever and whenever.
  public var asOf: Moment {
    guard let last = entries.last else { return Moment(milliseconds: 0) }
    return Moment(milliseconds: last.time, offset: Moment.offset(of: last.at) ?? 0)
  }

  public init(plan: Plan, entries: [Entry] = [], catalogue: Catalogue = Catalogue()) {
    workshop = Workshop(plan: plan, catalogue: catalogue)
    checkpoint = (0, workshop)
    insert(entries)
  }

  /// Takes in entries; those already known are passed over. True when anything was new.
  @discardableResult
  public mutating func insert(_ arrived: [Entry]) -> Bool {
    if correct(by: arrived) {
      let all = entries.map { moved[$0.id] ?? $0 }
      (entries, stamps, reverts, reverted, moved) = ([], [:], [], [], [:])
      revision.renew()
      checkpoint = (
        0, Workshop(plan: checkpoint.workshop.base, catalogue: workshop.catalogue)
      )
      workshop = checkpoint.workshop
      return insert(all + arrived)
    }
    let fresh = arrived.compactMap { take($0) }.sorted()
    guard let first = fresh.first else { return false }
    let folded = entries.count
    let start = entries.place(of: first)
    entries.merge(fresh, from: start)
    let from = min(start, takeReverts(among: fresh) ?? start)
    // Many at once, as at the start, are folded into the checkpoint, and what is left from there.
    if from < folded || fresh.count > 2 * Self.depth {
      fold(from: from)
    } else {
      for entry in entries[folded...] where !reverted.contains(entry.id) { workshop.apply(entry) }
      if entries.count - checkpoint.count > 2 * Self.depth { moveCheckpoint() }
    }
    return true
  }

  /// Folds everything again under another plan.
  public mutating func replan(_ plan: Plan) {
    revision.renew()
    checkpoint = (0, Workshop(plan: plan, catalogue: workshop.catalogue))
    fold(from: 0)
  }

  /// Whether an entry still counts.
  public func counts(_ id: EntryID) -> Bool { stamps[id] != nil && !reverted.contains(id) }

  /// The last entry of a writer that undo would revert.
  ///
  /// A change of the plan that was written into its file since is no longer one: the file says it.
  public func undoable(by writer: String) -> Entry? {
    entries.last {
      $0.id.writer == writer && $0.target == nil && !$0.isByItself && !reverted.contains($0.id)
        && !isWritten($0)
    }
  }

  /// All entries of the act that one belongs to, which still count, from the last to the first.
  public func act(of entry: Entry) -> [Entry] {
    let writer = entry.id.writer
    guard let start = place(of: EntryID(writer: writer, sequence: entry.act)) else {
      return [entry]
    }
    // A writer's entries stand in the order in which they were written, others' in between.
    let act = entries[start...].prefix { $0.id.writer != writer || $0.act == entry.act }
      .filter { $0.id.writer == writer && !reverted.contains($0.id) }
    return act.contains { $0.id == entry.id } ? act.reversed() : [entry]
  }

  /// The last entry of anybody's that undo may offer, as `isOffered` says.
  public func undoable(where isOffered: (Entry) -> Bool) -> Entry? {
    entries.last {
      $0.target == nil && !$0.isByItself && !reverted.contains($0.id) && isOffered($0)
        && !isWritten($0)
    }
  }

  /// The plan as it stands, to be written into its file: it says which changes it has.
  public var planToWrite: Plan {
    var plan = workshop.plan
    var last = Dictionary(
      plan.written.map { ($0.writer, $0.sequence) }, uniquingKeysWith: max)
    for entry in entries {
      guard case .planChanged = entry.event else { continue }
      last[entry.id.writer] = max(last[entry.id.writer] ?? 0, entry.id.sequence)
    }
    plan.written = last.map { EntryID(writer: $0.key, sequence: $0.value) }.sorted()
    return plan
  }

  private func isWritten(_ entry: Entry) -> Bool {
    guard case .planChanged = entry.event else { return false }
    return workshop(without: [entry]).plan == workshop.plan
  }

  /// The state as it was at an instant: after what had been written by then, undone or not as it was then.
  ///
  /// - Parameter milliseconds: since 1970.
  public func workshop(at milliseconds: Int64) -> Workshop {
    let undone = Self.undone(by: reverts.filter { $0.time <= milliseconds })
    var past = Workshop(plan: checkpoint.workshop.base, catalogue: workshop.catalogue)
    for entry in entries where entry.time <= milliseconds && !undone.contains(entry.id) {
      past.apply(entry)
    }
    return past
  }

  /// All that the state at an instant is folded from: equal for the same history later on, as long as nothing
  /// of it has changed.
  public struct Span: Hashable, Sendable {
    let revision: UInt64
    let milliseconds: Int64
    /// Entries are never taken out: as many are the same ones.
    let count: Int
  }

  /// - Parameter milliseconds: since 1970.
  public func span(until milliseconds: Int64) -> Span {
    Span(
      revision: revision.number, milliseconds: milliseconds,
      // What people see is never later than the stamp: most entries are told by that alone.
      count: entries.count { $0.stamp.milliseconds <= milliseconds || $0.time <= milliseconds })
  }

  /// The state as it is once entries are undone.
  public func workshop(without undone: [Entry]) -> Workshop {
    guard let last = entries.last else { return workshop }
    var without = self
    without.insert(
      undone.enumerated().map { index, entry in
        Entry(
          id: EntryID(writer: "", sequence: index + 1), stamp: last.stamp, at: "", by: "",
          event: .reverted(entry: entry.id))
      })
    return without.workshop
  }

  /// Whether the last thing that a writer did was to undo, or to do again.
  public func isUndoing(_ writer: String) -> Bool {
    entries.last { $0.id.writer == writer && !$0.isByItself }?.target != nil
  }

  /// The revert that redo would revert: the writer's last one, if nothing was done since.
  public func redoable(by writer: String) -> Entry? {
    for entry in entries.reversed() where entry.id.writer == writer && !entry.isByItself {
      guard !reverted.contains(entry.id) else { continue }
      guard let target = entry.target else { return nil }
      if !isRevert(target) { return wasWritten(target) ? nil : entry }
    }
    return nil
  }

  /// Whether a change of the plan was written into its file once it was undone: doing it again would
  /// change nothing.
  private func wasWritten(_ target: EntryID) -> Bool {
    guard let place = place(of: target), case .planChanged = entries[place].event
    else { return false }
    return workshop.base.hasWritten(target)
  }

  private func isRevert(_ id: EntryID) -> Bool {
    place(of: id).map { entries[$0].target != nil } ?? false
  }

  /// The state as somebody sees it whose clock others' are behind, by so many milliseconds a writer;
  /// negative when ahead. A corrected clock agrees with that of whoever corrected it.
  public func seen(withClocksBehind behind: [String: Int64]) -> Workshop {
    let corrected = corrections.mapValues { behind[$0.id.writer] ?? 0 }
    return workshop.seen(withClocksBehind: behind.merging(corrected) { $1 })
  }

  /// Whether a writer's clock is corrected already.
  public func isCorrected(_ writer: String) -> Bool { corrections[writer] != nil }

  /// Takes in what is said of clocks; true when entries that are known stand elsewhere now.
  private mutating func correct(by arrived: [Entry]) -> Bool {
    var changed: Set<String> = []
    for entry in arrived {
      guard case .clockCorrected(let writer, _) = entry.event, writer != entry.id.writer,
        corrections[writer].map({ entry < $0 }) ?? true
      else { continue }
      corrections[writer] = entry
      changed.insert(writer)
    }
    return !changed.isEmpty && entries.contains { changed.contains($0.id.writer) }
  }

  /// An entry where it stands among the others; nil when one of this id is known.
  private mutating func take(_ entry: Entry) -> Entry? {
    guard stamps[entry.id] == nil else { return nil }
    var placed = entry
    if case .clockCorrected(_, let ahead) = corrections[entry.id.writer]?.event {
      placed = entry.earlier(by: ahead)
      moved[entry.id] = entry
    }
    stamps[entry.id] = placed.stamp
    return placed
  }

  /// Where an entry stands, nil while it has not arrived.
  private func place(of id: EntryID) -> Int? {
    stamps[id].map { entries.place(of: $0, id) }
  }

  /// Works out again what no longer counts, and returns where the first entry stands for which that
  /// changed; nil when none did.
  ///
  /// Read from the last revert back, so that a revert that was itself reverted reverts nothing.
  private mutating func takeReverts(among fresh: [Entry]) -> Int? {
    let arrived = fresh.filter { $0.target != nil }
    guard let first = arrived.first else { return nil }
    reverts.merge(arrived, from: reverts.place(of: first))
    let undone = Self.undone(by: reverts)
    defer { reverted = undone }
    return undone.symmetricDifference(reverted).compactMap(place(of:)).min()
  }

  /// What some reverts, in the shared order, take back: one that was itself reverted takes back nothing.
  private static func undone(by reverts: [Entry]) -> Set<EntryID> {
    reverts.reversed().reduce(into: []) { undone, revert in
      if let target = revert.target, !undone.contains(revert.id) { undone.insert(target) }
    }
  }

  /// Folds again what stands from an index on, and whatever else lies after the checkpoint.
  private mutating func fold(from index: Int) {
    if index < checkpoint.count {
      checkpoint = (0, Workshop(plan: checkpoint.workshop.base, catalogue: workshop.catalogue))
    }
    moveCheckpoint()
    workshop = checkpoint.workshop
    for entry in entries[checkpoint.count...] where !reverted.contains(entry.id) {
      workshop.apply(entry)
    }
  }

  private mutating func moveCheckpoint() {
    let count = max(checkpoint.count, entries.count - Self.depth)
    for entry in entries[checkpoint.count..<count] where !reverted.contains(entry.id) {
      checkpoint.workshop.apply(entry)
    }
    checkpoint.count = count
  }
}

extension Entry {
  /// What a revert reverts; nil for every other event.
  fileprivate var target: EntryID? {
    if case .reverted(let target) = event { return target }
    return nil
  }
}

extension [Entry] {
  /// The index of the first entry that does not stand before a given one.
  fileprivate func place(of entry: Entry) -> Int { place(of: entry.stamp, entry.id) }

  fileprivate func place(of stamp: Stamp, _ id: EntryID) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if (self[middle].stamp, self[middle].id) < (stamp, id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Merges sorted entries in, none of which stands before `start`: only what stands after it moves.
  fileprivate mutating func merge(_ fresh: [Entry], from start: Int) {
    if isEmpty { return self = fresh }
    if start == count { return append(contentsOf: fresh) }
    let tail = Array(self[start...])
    removeSubrange(start...)
    var rest = tail[...]
    for entry in fresh {
      while let next = rest.first, next < entry { append(rest.removeFirst()) }
      append(entry)
    }
    self += rest
  }
}
