import Glibc
public import WorkshopCore

/// One process's view of all journals of a workshop, and the writer of its own.
///
/// Every process appends to a journal of its own and reads all of them, so that no two ever overwrite
/// each other. An entry is acknowledged (`isSaved`) once it is on the disk.
public struct Journal: ~Copyable {
  /// 60 random bits in base32: who we are in the ids of our entries.
  public let writer: String
  /// The name that our entries carry.
  public let by: String
  private let directory: Directory
  private var root: Folder
  private let saver: Saver
  private let isViewer: Bool
  private var mayWrite: Bool
  private var outbox: Outbox
  /// Lines that stand alone, each in a journal of its own.
  private var alone: Outbox
  private let aloneSaver: Saver
  /// Which of the lines that stand alone is a writer's.
  private var aloneWriters: [String: Int] = [:]
  private var watch: Watch
  private var intake = Intake()
  private var copies = Copies()
  private var clock = HybridClock()
  private var sequence = 0
  private var dirty: Set<String> = []
  private var isLookDue = true
  private var lastLook: Int64 = 0
  private var hasLooked = false
  private var isBehind = false
  private var isTopDirty = true
  /// Somebody else looks whether anything moved, and says when we should.
  private var isToldToLook = false

  /// Opens a workshop. Nothing is created before the first `append`; a viewer never creates anything.
  public init(_ directory: Directory, by: String, isViewer: Bool = false) throws(JournalError) {
    try self.init(directory, by: by, isViewer: isViewer, calls: .real)
  }

  init(
    _ directory: Directory, by: String, isViewer: Bool = false, calls: SystemCalls
  ) throws(JournalError) {
    // A full disk quota or a closed reader is an error to show, no reason to die.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    self.directory = directory
    root = try directory.open(calls)
    self.isViewer = isViewer
    mayWrite = Self.mayWrite(root)
    self.by = JournalName.author(by)
    writer = Base32.random(12)
    saver = Saver(calls)
    outbox = Outbox(root: root, path: directory.root, by: by, saver: saver)
    aloneSaver = Saver(calls)
    alone = Outbox(
      root: root, path: directory.root, by: "sealed", saver: aloneSaver, isOneEach: true)
    watch = Watch(directory.root)
  }

  /// Writes an event and returns it as an entry, to be folded at once.
  ///
  /// Never waits for the disk to be sure; `saving` tells. An event that `objection` refuses, or one in
  /// a directory that is open for looking only, is not written: its entry then has no event.
  ///
  /// - Parameter act: the sequence of the entry that began the act; nil when this one does.
  public mutating func append(_ event: Event, now: Moment, act: Int? = nil) -> Entry {
    let isSane = now.milliseconds < Intake.farFuture - Intake.margin
    let stamp = clock.tick(now: isSane ? now.milliseconds : clock.latest.milliseconds)
    let at = Timestamp(now).iso8601
    let id = EntryID(writer: writer, sequence: sequence + 1)
    guard let json = writable(event) else {
      return Entry(id: id, stamp: stamp, at: at, by: by, event: nil)
    }
    sequence += 1
    let line = EntryLine.bytes(id: id, stamp: stamp, at: at, by: by, act: act, event: json)
    intake.knows(id, line.dropLast().withUnsafeBytes { EntryLine.rank($0, isDamaged: false) })
    takeReports()
    outbox.append(line, now: now)
    return Entry(id: id, stamp: stamp, at: at, by: by, event: event, act: act)
  }

  /// Writes an event as one that nothing connects with this terminal, its person or this minute: under a
  /// writer and in a journal of its own, without a name or a time. Else like `append`.
  ///
  /// - Parameter stamp: where it stands in the order of entries.
  public mutating func append(alone event: Event, at stamp: Stamp, now: Moment) -> Entry {
    let id = EntryID(writer: Base32.random(12), sequence: 1)
    guard let json = writable(event) else {
      return Entry(id: id, stamp: stamp, at: "", by: "", event: nil)
    }
    let line = EntryLine.bytes(id: id, stamp: stamp, at: "", by: "", event: json)
    intake.knows(id, line.dropLast().withUnsafeBytes { EntryLine.rank($0, isDamaged: false) })
    aloneWriters[id.writer] = aloneWriters.count + 1
    takeReports()
    alone.append(line, now: now)
    return Entry(id: id, stamp: stamp, at: "", by: "", event: event)
  }

  /// An event as it is written; nil, and noted, where it cannot be.
  private mutating func writable(_ event: Event) -> [UInt8]? {
    guard !isReadOnly, Self.objection(to: event) == nil, let json = EntryLine.json(event) else {
      intake.findings.add(Diagnostic("journal", .notWritten))
      return nil
    }
    return json
  }

  /// Looks at everything at the next `refresh`, and from now on only when it is told to: a `Lookout` does
  /// the looking.
  public mutating func lookAgain() {
    isLookDue = true
    isToldToLook = true
  }

  /// Keeps what is written, without asking a disk that does not answer, until that is over.
  public mutating func hold(_ isHeld: Bool, now: Moment) {
    outbox.hold(isHeld, now: now)
    alone.hold(isHeld, now: now)
  }

  /// Everything from others that is new since the last time, each entry once, in no particular order.
  ///
  /// Reads the journals that changed, and all of them once a second or when it is told to. Without `now` it reads all, and
  /// writers' clocks are not compared with ours.
  public mutating func refresh(now: Moment? = nil) -> [Entry] {
    takeNews()
    let sinceLook = now.map { $0.milliseconds - lastLook } ?? .max
    let period: Int64 = watch.isWatching ? 1_000 : 500
    var names: [String] = []
    let isLook =
      isLookDue || !hasLooked || !isToldToLook && (sinceLook < 0 || sinceLook >= period)
    if isLook { lookAtRoot(now: now) }
    guard isLook || !dirty.isEmpty, let journals = journals(isLook: isLook) else { return [] }
    if isLook {
      names = list(journals)
      lastLook = now?.milliseconds ?? lastLook
      isLookDue = false
    } else {
      names = dirty.filter { JournalName.accepts($0) || copies.knows($0) }.sorted()
    }
    dirty = []
    let isFirst = !hasLooked
    hasLooked = true
    let entries = intake.read(names, in: journals, now: now, isLive: !isFirst)
    if let latest = intake.latest { clock.observe(latest) }
    if isFirst, intake.newestVersion > EntryLine.version { isBehind = true }
    return entries
  }

  /// Entries that replace ones handed out before: same id, other bytes. Practically always empty; when
  /// not, fold again with these in place of the old ones.
  public mutating func replaced() -> [Entry] {
    defer { intake.replaced = [] }
    return intake.replaced
  }

  /// By how many milliseconds other writers' clocks are behind ours, negative when ahead; those that
  /// agree are left out. Known only after `refresh(now:)`.
  public var clocksBehind: [String: Int64] { intake.clocks.behind }

  /// By how many seconds the stamps of writers are ahead whose clock is too far off to be followed.
  public var clocksNotFollowed: [String: Int] { intake.clocks.notFollowed }

  /// Whether the news of somebody else than a writer, as it comes in, agrees with our clock: then it is that
  /// writer's which is wrong.
  public func isClockVouched(besides writer: String) -> Bool {
    intake.clocks.isVouched(besides: writer)
  }

  /// What is written from now on stands after everything that was read, however far ahead.
  public mutating func followAll() {
    if let farthest = intake.farthest { clock.observe(farthest) }
  }

  public var saving: Saving { outbox.saving + alone.saving }

  /// Whether an entry of ours is on the disk; ● until then, ✓ from then on.
  public func isSaved(_ id: EntryID) -> Bool {
    if let line = aloneWriters[id.writer] { return line <= alone.saved }
    return id.writer != writer || id.sequence <= outbox.saved
  }

  /// Writes what is not safe yet to a file outside the workshop, in the first of these folders that takes
  /// it; `Directory.merge` takes that file in.
  ///
  /// - Returns: the file's path; nil when everything is safe.
  public func rescue(into folders: [String], now: Moment) throws(JournalError) -> String? {
    guard case let lines = outbox.unsaved + alone.unsaved, !lines.isEmpty else { return nil }
    let name = JournalName.make(date: Timestamp(now).compactDate, by: by, unique: writer)
    return try Rescue.write(lines, as: name, into: folders)
  }

  /// Tries again what could not be saved. Call it once a second while something is unsaved.
  public mutating func retry(now: Moment) {
    outbox.retry(now: now)
    alone.retry(now: now)
  }

  /// What `poll` should wait for: the kernel's news of the directory and the saver's pipe.
  public var descriptors: [Int32] {
    [watch.descriptor?.number, saver.descriptor, aloneSaver.descriptor].compactMap { $0 }
  }

  /// Takes what the descriptors have to tell. True when the plan or another file at the top changed.
  @discardableResult
  public mutating func drain() -> Bool {
    takeNews()
    defer { isTopDirty = false }
    return isTopDirty
  }

  /// Nothing can be appended: opened to look, no right to write, or written by a later version.
  public var isReadOnly: Bool { isViewer || !mayWrite || isBehind }

  /// The latest version that any intact entry carries.
  public var newestVersionSeen: Int { max(EntryLine.version, intake.newestVersion) }

  /// What a person should know of the directory.
  public var findings: [Diagnostic] { intake.findings.list }

  /// Journals that end in an unfinished line.
  var unfinished: [String] { intake.unfinished }

  /// Waits until everything is saved, at most so many milliseconds; true when it is.
  @discardableResult
  public mutating func settle(milliseconds: Int = 200) -> Bool {
    let start = Uptime.milliseconds
    while true {
      takeReports()
      if case .saved = saving { return true }
      let left = milliseconds - Int(Uptime.milliseconds - start)
      let inFlight = [(outbox.isInFlight, saver), (alone.isInFlight, aloneSaver)]
      var waiting = inFlight.compactMap { isInFlight, saver in
        isInFlight
          ? saver.descriptor.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) } : nil
      }
      guard left > 0, !waiting.isEmpty else { return false }
      poll(&waiting, nfds_t(waiting.count), Int32(left))
    }
  }

  /// Saves what is left, in at most 200 milliseconds; true when everything is saved.
  @discardableResult
  public mutating func close(now: Moment) -> Bool {
    hurry(now: now)
    if settle() { return true }
    // One more try: after a first failure there may be room in a new journal.
    hurry(now: now)
    return settle(milliseconds: 50)
  }

  private mutating func takeNews() {
    takeReports()
    let news = watch.drain()
    dirty.formUnion(news.names)
    if news.isFull { isLookDue = true }
    if news.isTop { isTopDirty = true }
  }

  private mutating func takeReports() {
    outbox.takeReports()
    alone.takeReports()
  }

  private mutating func hurry(now: Moment) {
    outbox.hurry()
    alone.hurry()
    retry(now: now)
  }

  private static func mayWrite(_ root: Folder) -> Bool {
    guard case .success(let journals) = root.folder("journal") else { return root.mayWrite }
    return root.mayWrite && journals.mayWrite
  }

  /// Begins to look at everything: where the directory is, whether our journals are still in it, and
  /// whether copies of the plan lie there.
  ///
  /// A directory that was renamed is still the one that is open; where another workshop was put in its
  /// place, such as a copy that was restored, that one is gone on with.
  private mutating func lookAtRoot(now: Moment?) {
    intake.findings.forgetStanding()
    let here = root.descriptor.status?.identity
    let named = try? Folder.open(directory.root, root.calls).get()
    if let named, named.descriptor.status?.identity != here,
      named.status(of: Directory.planName)?.isRegular ?? false, let now
    {
      root = named
      mayWrite = Self.mayWrite(root)
      watch = Watch(directory.root)
      outbox.move(to: root, now: now)
      alone.move(to: root, now: now)
    } else if named == nil || named?.descriptor.status?.identity != here {
      intake.findings.add(Diagnostic(directory.name, .moved))
    }
    if let now {
      outbox.checkFiles(now: now)
      alone.checkFiles(now: now)
    }
    let losses = [outbox.takeLoss(), alone.takeLoss()]
    if losses.contains(true) { intake.findings.add(Diagnostic("journal", .replaced)) }
    for finding in copies.plans(in: root) { intake.findings.add(finding) }
  }

  /// The open folder of journals; looked up again at each look, as it may have been replaced.
  private mutating func journals(isLook: Bool) -> Folder? {
    switch root.folder("journal") {
    case .success(let folder):
      if isLook { watch.follow(directory.journal, folder.descriptor.status?.identity) }
      return folder
    case .failure(let reason):
      if reason.number != ENOENT {
        let isNoFile = [ELOOP, ENOTDIR].contains(reason.number)
        intake.findings.add(
          Diagnostic("journal", isNoFile ? .notAFile : .unreadable(errno: reason.number)))
      }
      hasLooked = true
      isLookDue = true
      return nil
    }
  }

  private mutating func list(_ folder: Folder) -> [String] {
    guard let all = folder.names(most: 4 * Limit.files.most) else {
      intake.findings.add(Diagnostic("journal", .unreadable(errno: EIO)))
      return []
    }
    var names: [String] = []
    for name in all {
      if JournalName.accepts(name) || copies.isJournal(name, in: folder) {
        names.append(name)
      } else if !name.hasPrefix(".syncthing.") {
        intake.findings.add(Diagnostic(name, .foreign))
      }
    }
    if names.count > Limit.files.most {
      intake.findings.add(Diagnostic("journal", .over(.files)))
      names.removeLast(names.count - Limit.files.most)
    }
    return names
  }
}
