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
    /// Bytes written to it.
    var size = 0
    /// Folders to make durable together with it, the first time.
    var folders: [Folder]
  }

  private let root: Folder
  private let path: String
  private let by: String
  private let calls: SystemCalls
  private let saver: Saver
  private var file: File?
  private var generation = 0
  /// The session's lines, newlines included; a line's index is its sequence number less one.
  private var lines: [[UInt8]] = []
  private var written = 0
  private(set) var saved = 0
  /// A piece of a line stands at the end of the file.
  private var isTorn = false
  private var writeFailure: JournalError?
  private var syncFailure: JournalError?
  /// How many of our journals were lost in a row, and until when a new one waits (wall milliseconds).
  private var losses = 0
  private var lastLoss: Int64 = 0
  private var isLossNew = false
  /// Since when something is unsaved, in wall milliseconds.
  private var waitingSince: Int64?
  private var isStalled = false

  init(root: Folder, path: String, by: String, saver: Saver) {
    self.root = root
    self.path = path
    self.by = by
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
  var isInFlight: Bool { file != nil && written > saved }

  /// What is not safe yet, for saving it elsewhere.
  var unsaved: [UInt8] { Array(lines[saved...].joined()) }

  mutating func append(_ line: [UInt8], now: Moment) {
    lines.append(line)
    if waitingSince == nil { waitingSince = now.milliseconds }
    flush(now: now)
    checkFile(now: now)
  }

  /// Once a second while something is unsaved.
  mutating func retry(now: Moment) {
    takeReports()
    checkFile(now: now)
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
    for report in saver.reports() where report.generation == generation {
      if let failure = report.failure {
        // The kernel may have dropped the pages: this descriptor can no longer be trusted.
        syncFailure = .unwritable(path, errno: failure.number)
        lose()
      } else {
        saved = max(saved, report.count)
        if saved == lines.count {
          waitingSince = nil
          isStalled = false
        }
        syncFailure = nil
      }
    }
  }

  /// Writes what waits, each line with one call, and asks for it to be made durable.
  mutating func flush(now: Moment) {
    guard written < lines.count, mayOpen(now: now) else { return }
    let start = written
    var hasTriedAgain = false
    while written < lines.count {
      if let file, file.size + lines[written].count + 1 > Limit.file.most {
        // Full: what is in it and not yet known to be safe is written again to the next.
        self.file = nil
        written = saved
        isTorn = false
      }
      guard open(now: now), let file else { break }
      let line = isTorn ? [10] + lines[written] : lines[written]
      let count = line.withUnsafeBytes { calls.write(file.descriptor.number, $0) }
      if count == line.count {
        self.file?.size += count
        isTorn = false
        writeFailure = nil
        written += 1
        continue
      }
      if count > 0 {
        self.file?.size += count
        isTorn = true
        // Asked again, the kernel gives the reason.
        if !hasTriedAgain {
          hasTriedAgain = true
          continue
        }
      }
      writeFailure = .unwritable(path, errno: count < 0 ? Int32(-count) : ENOSPC)
      break
    }
    if written != start, let file {
      saver.save(
        Saver.Request(
          file: file.descriptor, generation: generation, count: written, folders: file.folders))
      self.file?.folders = []
    }
  }

  /// Whether the name still leads to our file: a sync tool may have put another in its place.
  ///
  /// True when it does not, and everything was put back into the outbox.
  @discardableResult
  mutating func checkFile(now: Moment) -> Bool {
    guard let file else { return false }
    let ours = file.descriptor.status
    var named: stat?
    // Looked up from the root: the whole folder may have been replaced.
    switch root.folder("journal") {
    case .success(let folder): named = folder.status(of: file.name)
    // Out of descriptors, an I/O error: that tells nothing of our file. The next look may.
    case .failure(let reason):
      guard [ENOENT, ENOTDIR, ELOOP].contains(reason.number) else { return false }
    }
    if let ours, let named, ours.identity == named.identity, ours.st_size >= file.size {
      return false
    }
    lose()
    saved = 0
    written = 0
    if losses > 2 { writeFailure = .replaced(path + "/journal/" + file.name) }
    flush(now: now)
    return true
  }

  /// Gives up our journal; what is not safe goes to a new one.
  private mutating func lose() {
    file = nil
    isTorn = false
    written = saved
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
      folders = isNew ? [folder, root] : [folder]
      let name = JournalName.make(
        date: Timestamp(now).compactDate, by: by, unique: Base32.random(12))
      switch folder.open(name, O_CREAT | O_EXCL | O_APPEND | O_WRONLY) {
      case .failure(let reason):
        writeFailure = .unwritable(path + "/journal", errno: reason.number)
        return false
      case .success(let descriptor):
        generation += 1
        isTorn = false
        file = File(name: name, descriptor: descriptor, folders: folders)
        return true
      }
    }
  }
}
