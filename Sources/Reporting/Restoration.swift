public import WorkshopCore

/// A workshop made anew from its state document: the plan, and entries that fold to the same state.
///
/// The document says what is, not how it came about: the entries are the fewest events that lead there.
/// Cards, boards, clusters and votes keep their ids, which are those of the entries that made them.
/// What a document does not hold cannot come back: private fields and remarks, the marks of a vote that
/// was not revealed, what was undone, what a field said before it was changed.
public struct Restoration: Sendable {
  public let plan: Plan
  public let entries: [Entry]
  /// Votes that were not revealed, with how many voted: their ballots are not in the document.
  public let sealed: [(question: String, voters: Int)]

  /// Votes that count differently here: a rule of theirs asks who cast a ballot, which no document tells.
  public let recounted: [String]

  /// Boards whose cards were sealed: they are not in the document.
  public let sealedBoards: [String]

  /// Why a document cannot be read back.
  public enum DocumentError: Error, Equatable, Sendable {
    /// A later version wrote it.
    case newer(Int)
    /// It is a state without its plan.
    case noPlan
    /// An id that nothing made in a room can have.
    case badID(String)
    /// Two things of one id.
    case twice(String)
    /// A card that was said more often than any room could.
    case tooMany(String)
  }

  /// The most voices of a card: one event each.
  static let mostVoices = 10_000

  /// - Parameters:
  ///   - writer: who writes the entries that have no id of their own: twelve plain characters that
  ///     nobody else has.
  ///   - now: when; what the document dates stays dated as it was.
  public init(_ document: StateDocument, writer: String, now: Moment) throws(DocumentError) {
    guard document.version <= StateDocument.version else { throw .newer(document.version) }
    guard let prepared = document.plan else { throw .noPlan }
    let changes = document.changed.map { prepared.changes(to: $0) }
    // What no change can tell is in the plan itself.
    let plan = changes == .some(nil) ? document.changed ?? prepared : prepared
    var script = RestorationScript(document, plan: plan, writer: writer, now: now)
    try script.write(changes ?? nil)
    self.plan = plan
    entries = script.entries
    let workshop = script.workshop
    recounted = document.polls.filter { poll in
      let results = workshop.poll(poll.id)?.result?.rows.map { row in
        row.score.isNone ? nil : row.score.value
      }
      return poll.revealed && results != poll.results?.map(\.score)
    }.map(\.question)
    sealedBoards = document.boards.filter { $0.sealed == true }.map(\.title)
    sealed = document.polls.filter { !$0.revealed && $0.voters > 0 }.map {
      ($0.question, $0.voters)
    }
  }
}

/// Writes the entries of a restoration, in the order in which things happened where that is known.
struct RestorationScript {
  let document: StateDocument
  let base: Workshop
  let writer: String
  /// The moment that the document's countdowns are true of, else now.
  let end: Moment
  private(set) var lines: [Line] = []
  private var known: Set<String> = []

  /// An event to come: when, by whom and, where it made something, under which id.
  struct Line {
    let id: EntryID?
    var at: Int64
    let offset: Int?
    let by: String
    let event: Event
  }

  init(_ document: StateDocument, plan: Plan, writer: String, now: Moment) {
    self.document = document
    base = Workshop(plan: plan)
    self.writer = writer
    let at = document.countdown?.at ?? document.clocks?.compactMap(\.at).first
    end = at.flatMap(StateDocument.milliseconds).map(now.at) ?? now
  }

  mutating func write(_ changes: PlanDifference?) throws(Restoration.DocumentError) {
    for addition in changes?.added ?? [] {
      try make(addition.entry, .planChanged(changes: addition.changes))
    }
    if let rest = changes?.rest, !rest.isEmpty { add(.planChanged(changes: rest), at: firstTime) }
    try writeBoards()
    try writeCards()
    writeOrder()
    writeSettings()
    writeOpenings()
    writeVersions()
    try writePolls()
    writeThemes()
    writeStage()
    writeClocks()
  }

  mutating func add(_ event: Event, at: Int64? = nil, offset: Int? = nil, by: String = "") {
    lines.append(
      Line(id: nil, at: at ?? end.milliseconds, offset: offset, by: by, event: event))
  }

  /// An entry whose id is that of what it makes.
  mutating func make(
    _ id: String, _ event: Event, at: Int64? = nil, by: String = ""
  ) throws(Restoration.DocumentError) {
    guard let entry = EntryID(id), entry.writer.utf8.count <= 32,
      entry.writer.utf8.allSatisfy({ byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
          || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-")
      })
    else { throw .badID(id) }
    guard known.insert(id).inserted else { throw .twice(id) }
    lines.append(Line(id: entry, at: at ?? firstTime, offset: nil, by: by, event: event))
  }

  /// What has no time of its own was there from the beginning.
  var firstTime: Int64 {
    let opened = document.sessions.flatMap(\.activities).flatMap(\.opened)
    let added = document.cards.compactMap { $0.added.flatMap(StateDocument.milliseconds) }
    return (opened + added).min() ?? end.milliseconds
  }

  /// How many entries there may be of our own: the cut of a vote counts all of them.
  var lastSequence: Int { lines.count + document.polls.count * 4 + 1_000_000 }

  /// The state that what is written so far leads to.
  var workshop: Workshop {
    var workshop = base
    for entry in entries { workshop.apply(entry) }
    return workshop
  }

  /// The lines as entries: by time, what falls together in the order in which it was written.
  var entries: [Entry] {
    var clock = HybridClock()
    var sequence = 0
    return lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map { _, line in
        let id: EntryID
        if let own = line.id {
          id = own
        } else {
          sequence += 1
          id = EntryID(writer: writer, sequence: sequence)
        }
        let moment = Moment(milliseconds: line.at, offset: line.offset ?? end.offset)
        let hasZone = line.offset != nil || line.at == end.milliseconds
        return Entry(
          id: id, stamp: clock.tick(now: line.at), at: hasZone ? moment.written : "", by: line.by,
          event: line.event)
      }
  }
}

extension Moment {
  /// `YYYY-MM-DDTHH:MM:SS+HH:MM`
  fileprivate var written: String {
    let second = secondOfDay % 60
    let zone = ClockTime(minutes: abs(offset) / 60).description
    return "\(date)T\(clock):\(second < 10 ? "0" : "")\(second)\(offset < 0 ? "-" : "+")\(zone)"
  }
}
