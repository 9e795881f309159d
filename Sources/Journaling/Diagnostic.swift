/// Something in the workshop directory that a person should know of: where, what, and what was done.
public struct Diagnostic: Hashable, Sendable {
  /// The file's name, control characters shown as `\x1b`.
  public let file: String
  /// Counted from 1; 0 stands for the whole file.
  public let line: Int
  /// In characters, counted from 1; 0 stands for the whole line.
  public let column: Int
  public let kind: Kind

  public enum Kind: Hashable, Sendable {
    /// A name or a kind of file that does not belong there; it was not read.
    case foreign
    /// A name that leads elsewhere, or to something that is no file; it was not read.
    case notAFile
    /// A second name of some file; it was not read.
    case hardLink
    case unreadable(errno: Int32)
    /// Not an entry, or over a limit; passed over.
    case refused(LineError)
    /// The check sum is wrong; the text was kept.
    case damaged
    /// The check sum of a ballot, count or cut is wrong; set aside.
    case setAside
    /// Two lines of one id differ; the same one was kept everywhere.
    case twice
    /// Written by a clock so many minutes ahead; the time that people see does not follow it.
    case clockAhead(minutes: Int)
    /// Dated 2100 or later; set aside.
    case farFuture
    /// An event of a later version; kept and skipped.
    case unknownEvent(String)
    /// Written by a later version.
    case newerVersion(Int)
    /// The last line has no end: it is being written, or was cut off.
    case unfinished
    case over(Limit)
    /// The directory is elsewhere now: renamed or moved.
    case moved
    /// A copy of the plan beside it, as tools make that carry files between computers; it is not read. The
    /// parts of it that say something else, by their keys; empty where it cannot be read.
    case planCopy(parts: [String])
    /// Our own journal was replaced; everything was written again to a new one.
    case replaced
    /// An entry of ours could not be written because it broke a limit.
    case notWritten
    /// A file that people edit was refused.
    case edited(PlanProblem)
    /// Others on this machine may read or write it; octal.
    case open(mode: String)
    /// The group that shares the workshop cannot read it; octal.
    case closed(mode: String)
    /// The file system it lies on, or what carries it to other machines, is set up so that it hurts.
    case surroundings(Surroundings.Hurt)
  }

  /// A file that people edit, and what is wrong with it.
  init(_ file: String, _ problem: PlanProblem) {
    self.init(file, line: problem.line, column: problem.column, .edited(problem))
  }

  init(_ file: String, line: Int = 0, column: Int = 0, _ kind: Kind) {
    self.file = Self.shown(file)
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// A file's name as it may be told: control characters as `\x1b`, so that no name passes for a line.
  public static func shown(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
        text += "\\x" + String(scalar.value, radix: 16)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The name, or the day, that a plan has and nothing answers to.
  public var name: String? {
    guard case .edited(let problem) = kind else { return nil }
    return switch problem.reason {
    case .unknownName(_, let name), .notADay(let name): name
    default: nil
    }
  }

  /// What it is and what was done, in English with `{}` for each argument.
  public var message: (key: String, arguments: [String]) {
    switch kind {
    case .foreign: ("does not belong here: ignored", [])
    case .notAFile: ("is a link or not a file: ignored", [])
    case .hardLink: ("link to another file: ignored", [])
    case .unreadable(let errno): ("cannot be read: {}", [JournalError.text(errno)])
    case .refused(let refusal): refusal.message
    case .damaged: ("the check sum is wrong: text kept, look at it", [])
    case .setAside: ("the check sum of a ballot is wrong: not counted", [])
    case .twice: ("two entries claim one id: one was kept, the same on every terminal", [])
    case .clockAhead(let minutes) where minutes >= 2 * 1440:
      ("the writer's clock is {} days ahead", [String(minutes / 1440)])
    case .clockAhead(let minutes): ("the writer's clock is {} minutes ahead", [String(minutes)])
    case .farFuture: ("date in 2100 or later: ignored", [])
    case .unknownEvent(let name):
      ("{} is an event that this version does not know: kept and skipped", [name])
    case .newerVersion(let version): JournalError.newerVersion(version).message
    case .unfinished: ("the last line is not finished", [])
    case .over(let limit): limit.message
    case .moved: ("was moved while it was open; what is typed goes along", [])
    case .planCopy(let parts) where parts.isEmpty: ("a second plan, not read; compare it", [])
    case .planCopy(let parts):
      ("a second plan, not read; it says something else of: {}", [parts.joined(separator: ", ")])
    case .replaced: ("our journal was replaced: everything was written again", [])
    case .notWritten: ("an entry over the limits was not written", [])
    case .edited(let problem): problem.message
    case .open(let mode): ("others on this machine may open it (mode {})", [mode])
    case .closed(let mode):
      ("the group that shares this workshop cannot read it (mode {})", [mode])
    case .surroundings(let hurt): hurt.message
    }
  }
}

extension Diagnostic.Kind {
  /// A second plan beside the one that is read.
  public var isPlanCopy: Bool {
    if case .planCopy = self { true } else { false }
  }

  /// It holds until a later look finds otherwise: a file that cannot be read may be readable again.
  var isStanding: Bool {
    switch self {
    case .foreign, .notAFile, .hardLink, .unreadable, .over(.file), .over(.files), .moved,
      .planCopy:
      true
    default: false
    }
  }

  /// A journal is not read, or not to its end: all of somebody's work may be missing.
  public var hidesJournal: Bool {
    switch self {
    case .notAFile, .hardLink, .unreadable, .over: true
    default: false
    }
  }

  /// Something that was written is not in the state: whatever is shown or told is incomplete.
  public var hidesEntries: Bool {
    switch self {
    case .refused, .setAside, .farFuture, .unknownEvent: true
    default: hidesJournal
    }
  }
}

/// Findings, each once, in the order in which they came; those that hold for now first.
struct Findings: Sendable {
  var list: [Diagnostic] { standing + lasting }
  private var standing: [Diagnostic] = []
  private var lasting: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  /// A directory full of rubbish must not fill the memory.
  private static let most = 1_000

  mutating func add(_ finding: Diagnostic) {
    guard standing.count + lasting.count < Self.most, known.insert(finding).inserted else {
      return
    }
    if finding.kind.isStanding { standing.append(finding) } else { lasting.append(finding) }
  }

  /// Before everything is looked at again.
  mutating func forgetStanding() {
    known.subtract(standing)
    standing = []
  }
}
