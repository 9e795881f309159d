import FoundationEssentials
import WorkshopCore

/// Decides what becomes of each line read: an entry, a finding, or both.
struct Intake: Sendable {
  var findings = Findings()
  /// Entries that replace ones handed out before.
  var replaced: [Entry] = []
  /// The latest stamp worth following.
  private(set) var latest: Stamp?
  /// The latest stamp of all that were taken in.
  private(set) var farthest: Stamp?
  /// How other writers' clocks differ from ours.
  private(set) var clocks = Clocks()
  private(set) var newestVersion = 0
  private var reader = Reader()
  /// The rank of the line that stands for each id.
  private var known: [EntryID: UInt64] = [:]
  /// What the ends of a journal's lines say of it, by its name.
  private var sums: [String: Sums] = [:]

  /// A journal whose lines have check sums was written by a program: one without is damaged there. One in
  /// which no line has any was written by hand.
  private enum Sums {
    case found
    /// The lines so far, should one with a sum still come.
    case missing([(entry: Entry, rank: UInt64, number: Int)])
  }

  /// 2100-01-01 UTC in milliseconds: no clock is that wrong by accident.
  static let farFuture: Int64 = 4_102_444_800_000
  /// Stamps so near to the far future are not followed, or ours would soon be set aside.
  static let margin: Int64 = 86_400_000

  var unfinished: [String] { reader.unfinished }

  /// Notes an entry that need not be read: our own.
  mutating func knows(_ id: EntryID, _ rank: UInt64) { known[id] = rank }

  /// - Parameter isLive: what is read has only just been written, as far as anybody knows.
  mutating func read(
    _ names: [String], in folder: Folder, now: Moment?, isLive: Bool
  ) -> [Entry] {
    var fresh: [Entry] = []
    var reader = self.reader
    var findings = self.findings
    for name in names {
      reader.read(name, in: folder, &findings) { line, number, findings in
        take(line, name, number, &findings, &fresh, now)
      }
    }
    self.reader = reader
    self.findings = findings
    if let now { clocks.compare(fresh, at: now.milliseconds, isLive: isLive) }
    return fresh
  }

  private mutating func take(
    _ line: UnsafeRawBufferPointer, _ name: String, _ number: Int, _ findings: inout Findings,
    _ fresh: inout [Entry], _ now: Moment?
  ) {
    if EntryLine.hasSum(line) { noteSum(name, &findings, &fresh) }
    // Our own lines and second copies are met often: no decoder for those.
    if let id = PlainLine.id(line), let rank = known[id],
      rank == EntryLine.rank(line, isDamaged: false)
    {
      return
    }
    switch EntryLine.read(line) {
    case .refused(let refusal):
      findings.add(Diagnostic(name, line: number, .refused(refusal)))
    case .entry(let decoded):
      take(decoded, name, number, &findings, &fresh, now)
    }
  }

  private mutating func take(
    _ decoded: EntryLine.Decoded, _ name: String, _ number: Int, _ findings: inout Findings,
    _ fresh: inout [Entry], _ now: Moment?
  ) {
    func note(_ kind: Diagnostic.Kind) { findings.add(Diagnostic(name, line: number, kind)) }
    let entry = decoded.entry
    let isDamaged = decoded.isDamaged || (decoded.sum == .none && isSummed(name))
    let rank = isDamaged ? decoded.rank | EntryLine.damagedRank : decoded.rank
    if isDamaged {
      if entry.event?.countsVotes ?? false { return note(.setAside) }
      note(.damaged)
    } else if decoded.version > EntryLine.version {
      newestVersion = max(newestVersion, decoded.version)
      note(.newerVersion(decoded.version))
    }
    let time = entry.stamp.milliseconds
    if time >= Self.farFuture { return note(.farFuture) }
    if let unknown = decoded.unknown { note(.unknownEvent(unknown)) }
    if let known = known[entry.id] {
      if known == rank { return }
      note(.twice)
      if known < rank { return }
      if let index = fresh.lastIndex(where: { $0.id == entry.id }) {
        fresh[index] = entry
      } else {
        replaced.append(entry)
      }
    } else {
      fresh.append(entry)
    }
    known[entry.id] = rank
    guard !isDamaged else { return }
    if decoded.sum == .none, case .missing(let lines) = sums[name] ?? .missing([]) {
      sums[name] = .missing(lines + [(entry, rank, number)])
    }
    if time < Self.farFuture - Self.margin {
      farthest = max(farthest ?? entry.stamp, entry.stamp)
    }
    let bound = now.map { $0.milliseconds + Clocks.followed } ?? Self.farFuture - Self.margin
    if time <= bound { latest = max(latest ?? entry.stamp, entry.stamp) }
    if let now, let minutes = clocks.ahead(entry, at: now.milliseconds) {
      note(.clockAhead(minutes: minutes))
    }
  }

  private func isSummed(_ name: String) -> Bool {
    if case .found = sums[name] { true } else { false }
  }

  /// A line of a journal has a sum: those before it that had none are damaged.
  private mutating func noteSum(
    _ name: String, _ findings: inout Findings, _ fresh: inout [Entry]
  ) {
    let before = sums[name]
    if case .found = before { return }
    sums[name] = .found
    guard case .missing(let lines) = before else { return }
    for (entry, rank, number) in lines {
      let mayFalsify = entry.event?.countsVotes ?? false
      findings.add(Diagnostic(name, line: number, mayFalsify ? .setAside : .damaged))
      guard known[entry.id] == rank else { continue }
      known[entry.id] = rank | EntryLine.damagedRank
      guard mayFalsify else { continue }
      let empty = Entry(
        id: entry.id, stamp: entry.stamp, at: entry.at, by: entry.by, event: nil, act: entry.act)
      if let index = fresh.lastIndex(where: { $0.id == entry.id }) {
        fresh[index] = empty
      } else {
        replaced.append(empty)
      }
    }
  }
}

extension Event {
  /// Where a flipped bit would falsify a result unseen.
  var countsVotes: Bool {
    switch self {
    case .pollChanged, .ballotCast, .totalsCounted, .pollClosed, .pollRevealed, .tieResolved: true
    default: false
    }
  }

  /// Everything in it that people typed.
  var texts: [String] {
    switch self {
    case .cardAdded(_, let text, let fields):
      [text] + (fields ?? [:]).flatMap { [$0.key, $0.value] }
    case .fieldSet(_, let field, let value, _): [field, value]
    case .memberAdded(_, let set, let member): [set, member]
    case .memberRemoved(_, let set, let member, _): [set, member]
    case .boardAdded(let title, _, _, _): [title]
    case .zoneAdded(_, let title), .zoneRenamed(_, let title): [title]
    case .pollOpened(_, let question, _, let options, _, _, _, _, _): [question] + options
    case .ballotCast(_, let voter, _, _, _, let reasons): [voter] + (reasons ?? [:]).values
    case .tieResolved(_, _, _, let who, let reason, _): [who, reason].compactMap { $0 }
    default: []
    }
  }
}
