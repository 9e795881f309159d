import Glibc
import WorkshopCore

/// Everything this process wrote, and how much of it is safe.
///
/// Lines are kept for the whole session: when a journal is lost, they are written again to a new one,
/// under the same ids. Nothing is ever truncated or rewritten.
struct Outbox {
  /// A journal of ours.
  private struct File {
    let name: String
    let descriptor: Descriptor
    let folder: Folder
    /// Bytes written to it.
    var size = 0
    /// No whole line stands in it.
    var isHollow = true
    /// Folders to make durable together with it, the first time.
    var folders: [Folder]
  }

  private var root: Folder
  private let path: String
  private let by: String
  /// Each line stands in a journal of its own, which tells nothing of when it was written.
  private let isOneEach: Bool
  private let calls: SystemCalls
  private let saver: Saver
  private var file: File?
  /// Journals of ours that hold lines and are written to no more.
  private var earlier: [File] = []
  /// Journals of ours were lost, which nobody was told yet.
  private var hasLost = false
  /// Journals of ours so far; reports of earlier ones than `trusted` mean nothing any more.
  private var generation = 0
  private var trusted = 1
  /// The folder of journals was made by us, and its name is not known to be durable.
  private var isFolderNew = false
  /// The session's lines, newlines included; a line's index is its sequence number less one.
  private var lines: [[UInt8]] = []
  private var written = 0
  /// How many lines the saver was asked to make safe.
  private var requested = 0
  private(set) var saved = 0
  private var writeFailure: JournalError?
  private var syncFailure: JournalError?
  /// How many of our journals were lost in a row, and until when a new one waits (wall milliseconds).
  private var losses = 0
  private var lastLoss: Int64 = 0
  private var isLossNew = false
  /// Since when something is unsaved, in wall milliseconds.
  private var waitingSince: Int64?
  private var isStalled = false
  /// The disk does not answer: nothing is asked of it meanwhile.
  private var isHeld = false
  /// When something was written, or tried again, last.
  private var latest = Moment(milliseconds: 0)

  init(root: Folder, path: String, by: String, saver: Saver, isOneEach: Bool = false) {
    self.root = root
    self.path = path
    self.by = by
    self.isOneEach = isOneEach
    self.saver = saver
    calls = root.calls
  }

  var saving: Saving {
    let count = lines.count - saved
    if count == 0 { return .saved }
    if let reason = writeFailure ?? syncFailure { return .notSaved(count, reason: reason) }
    return isStalled ? .notSaved(count, reason: .stalled) : .saving(count)
  }

  /// Whether the saver has something of ours in hand.
  var isInFlight: Bool { requested > saved }

  /// What is not safe yet, for saving it elsewhere.
  var unsaved: [UInt8] { Array(lines[saved...].joined()) }

  mutating func append(_ line: [UInt8], now: Moment) {
    latest = now
    lines.append(line)
    if waitingSince == nil { waitingSince = now.milliseconds }
    flush(now: now)
    checkFiles(now: now)
  }

  /// Whether lines are only kept; once they no longer are, what waits is written.
  mutating func hold(_ isHeld: Bool, now: Moment) {
    guard isHeld != self.isHeld else { return }
    self.isHeld = isHeld
    if !isHeld { retry(now: now) }
  }

  /// Once a second while something is unsaved.
  mutating func retry(now: Moment) {
    latest = now
    takeReports()
    checkFiles(now: now)
    flush(now: now)
    if saved == lines.count {
      waitingSince = nil
      isStalled = false
    } else if let since = waitingSince {
      // A clock that was set back starts the count again.
      if now.milliseconds < since { waitingSince = now.milliseconds }
      isStalled = now.milliseconds - since > 2_000
    } else {
      waitingSince = now.milliseconds
    }
  }

  /// Takes the saver's reports.
  mutating func takeReports() {
    for report in saver.reports() where report.generation >= trusted {
      if let failure = report.failure {
        // The kernel may have dropped the pages: this descriptor can no longer be trusted.
        syncFailure = .unwritable(path, errno: failure.number)
        if report.generation == generation { lose() }
        trusted = max(trusted, report.generation + 1)
      } else {
        saved = max(saved, report.count)
        written = max(written, saved)
        isFolderNew = false
        if saved == lines.count {
          waitingSince = nil
          isStalled = false
        }
        syncFailure = nil
      }
    }
    if isOneEach, saved == written, writeFailure == nil { flush(now: latest) }
  }

  /// Writes what waits, each line with one call, and asks for it to be made durable.
  mutating func flush(now: Moment) {
    guard !isHeld, written < lines.count, mayOpen(now: now) else { return }
    var start = written
    var hasFailed = false
    while written < lines.count {
      if let file, file.size + lines[written].count > Limit.file.most {
        // Full: what is in it and not yet known to be safe is written again to the next.
        leave(file)
        start = written
      }
      if isOneEach, let file, !file.isHollow {
        // The next one follows once this one is safe: it is not written a second time.
        guard saved == written else { break }
        leave(file)
        start = written
      }
      guard open(now: now), let file else { break }
      let line = lines[written]
      let count = line.withUnsafeBytes { calls.write(file.descriptor.number, $0) }
      if count == line.count {
        self.file?.size += count
        self.file?.isHollow = false
        if isOneEach { file.descriptor.date(Self.epoch) }
        writeFailure = nil
        written += 1
        continue
      }
      // A short write does not say why; a full disk it is, hardly ever anything else.
      writeFailure = .unwritable(path, errno: count < 0 ? Int32(-count) : ENOSPC)
      if written != start { save() }
      giveUp(file)
      start = written
      if hasFailed { break }
      hasFailed = true
    }
    if written != start { save() }
  }

  /// 1 January 2000, in seconds since 1970: what files bear that tell of no time.
  private static let epoch = 946_684_800

  /// Asks for what was written to be made durable.
  private mutating func save() {
    guard let file else { return }
    saver.save(
      Saver.Request(
        file: file.descriptor, generation: generation, count: written, folders: file.folders))
    requested = written
    self.file?.folders = []
  }

  /// Gives up our journal after a write that failed: its descriptor may fail for ever, as over a network
  /// that was cut and joined again. What is not safe goes to a new one.
  ///
  /// A journal in which no whole line stands goes again: a full disk must not fill with empty ones.
  private mutating func giveUp(_ file: File) {
    if file.isHollow { file.folder.remove(file.name) }
    leave(file)
  }

  /// Writes to a journal no more; what is in it and not known to be safe is written again to the next.
  private mutating func leave(_ file: File) {
    if !file.isHollow { earlier.append(file) }
    self.file = nil
    written = saved
  }

  /// The directory is another folder now: all that was written goes there too.
  mutating func move(to root: Folder, now: Moment) {
    self.root = root
    loseAll()
    flush(now: now)
  }

  /// Whether journals of ours were lost since this was asked last; what was in them is written again.
  mutating func takeLoss() -> Bool {
    defer { hasLost = false }
    return hasLost
  }

  /// Sees that the names of our journals still lead to our files: a sync tool may have put others in their
  /// place, a person may have taken them away. What was in a lost one is written again.
  mutating func checkFiles(now: Moment) {
    let files = earlier + [file].compactMap { $0 }
    guard !isHeld, !files.isEmpty else { return }
    // Looked up from the root: the whole folder may have been replaced.
    let folder: Folder?
    switch root.folder("journal") {
    case .success(let found): folder = found
    // Out of descriptors, an I/O error: that tells nothing of our files. The next look may.
    case .failure(let reason):
      guard [ENOENT, ENOTDIR, ELOOP].contains(reason.number) else { return }
      folder = nil
    }
    let lost = files.first { file in
      guard let ours = file.descriptor.status, let named = folder?.status(of: file.name) else {
        return true
      }
      return ours.identity != named.identity || named.st_size < file.size
    }
    guard let lost else { return }
    loseAll()
    if losses > 2 { writeFailure = .replaced(path + "/journal/" + lost.name) }
    flush(now: now)
  }

  /// None of our journals is where it was: all lines are written again.
  private mutating func loseAll() {
    saved = 0
    earlier = []
    hasLost = true
    file = nil
    lose()
  }

  /// Gives up our journal; what is not safe goes to a new one.
  private mutating func lose() {
    if let file, saved > 0, !file.isHollow { earlier.append(file) }
    file = nil
    written = saved
    requested = saved
    trusted = generation + 1
    losses += 1
    isLossNew = true
  }

  /// The process is about to end: nothing waits for a better moment any more.
  mutating func hurry() {
    takeReports()
    losses = 0
    isLossNew = false
  }

  /// A disk that loses one journal after another must not fill the directory with them: the first loss
  /// is made good at once, later ones after 1, 2, 4 … 60 seconds.
  private mutating func mayOpen(now: Moment) -> Bool {
    if file != nil { return true }
    if isLossNew {
      isLossNew = false
      if now.milliseconds - lastLoss > 120_000 { losses = 1 }
      lastLoss = now.milliseconds
    }
    guard losses > 1 else { return true }
    let wait = min(60_000, Int64(1_000) << Int64(min(losses - 2, 6)))
    let passed = now.milliseconds - lastLoss
    return passed < 0 || passed >= wait
  }

  private mutating func open(now: Moment) -> Bool {
    if file != nil { return true }
    var folders: [Folder] = []
    switch root.making("journal") {
    case .failure(let reason):
      writeFailure = .unwritable(path + "/journal", errno: reason.number)
      return false
    case .success(let (folder, isNew)):
      isFolderNew = isFolderNew || isNew
      folders = isFolderNew ? [folder, root] : [folder]
      let name = JournalName.make(
        date: isOneEach ? "20000101" : Timestamp(now).compactDate, by: by, unique: Base32.random(12)
      )
      switch folder.open(name, O_CREAT | O_EXCL | O_APPEND | O_WRONLY) {
      case .failure(let reason):
        writeFailure = .unwritable(path + "/journal", errno: reason.number)
        return false
      case .success(let descriptor):
        generation += 1
        file = File(name: name, descriptor: descriptor, folder: folder, folders: folders)
        return true
      }
    }
  }
}
