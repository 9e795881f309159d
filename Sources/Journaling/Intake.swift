import WorkshopCore

/// Decides what becomes of each line read: an entry, a finding, or both.
struct Intake: Sendable {
  var findings = Findings()
  /// Entries that replace ones handed out before.
  var replaced: [Entry] = []
  /// The latest stamp worth following.
  private(set) var latest: Stamp?
  private(set) var newestVersion = 0
  private var reader = Reader()
  /// The rank of the line that stands for each id.
  private var known: [EntryID: UInt64] = [:]
  private var ahead: Set<String> = []

  /// 2100-01-01 UTC in milliseconds: no clock is that wrong by accident.
  static let farFuture: Int64 = 4_102_444_800_000
  /// Stamps so near to the far future are not followed, or ours would soon be set aside.
  static let margin: Int64 = 86_400_000
  /// A clock this far ahead is worth a word, in milliseconds.
  private static let tolerance: Int64 = 120_000

  var unfinished: [String] { reader.unfinished }

  /// Notes an entry that need not be read: our own.
  mutating func knows(_ id: EntryID, _ rank: UInt64) { known[id] = rank }

  mutating func read(_ names: [String], in folder: Folder, now: Moment?) -> [Entry] {
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
    return fresh
  }

  private mutating func take(
    _ line: UnsafeRawBufferPointer, _ name: String, _ number: Int, _ findings: inout Findings,
    _ fresh: inout [Entry], _ now: Moment?
  ) {
    // Our own lines and second copies are met often: no decoder for those.
    if let id = EntryLine.quickID(line), let rank = known[id],
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
    if decoded.isDamaged {
      if entry.event?.countsVotes ?? false { return note(.setAside) }
      note(.damaged)
    } else if decoded.version > EntryLine.version {
      newestVersion = max(newestVersion, decoded.version)
      note(.newerVersion(decoded.version))
    }
    let time = entry.stamp.milliseconds
    if time >= Self.farFuture { return note(.farFuture) }
    if let unknown = decoded.unknown { note(.unknownEvent(unknown)) }
    if let rank = known[entry.id] {
      if rank == decoded.rank { return }
      note(.twice)
      if rank < decoded.rank { return }
      if let index = fresh.lastIndex(where: { $0.id == entry.id }) {
        fresh[index] = entry
      } else {
        replaced.append(entry)
      }
    } else {
      fresh.append(entry)
    }
    known[entry.id] = decoded.rank
    guard !decoded.isDamaged else { return }
    if time < Self.farFuture - Self.margin { latest = max(latest ?? entry.stamp, entry.stamp) }
    if let now, time - now.milliseconds > Self.tolerance,
      ahead.insert(entry.id.writer).inserted
    {
      note(.clockAhead(minutes: Int((time - now.milliseconds) / 60_000)))
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
