import Glibc
import WorkshopCore

/// Tells by what is in them which files are copies that a tool made when it carried the workshop between
/// computers, whatever it calls them: `Copie de …`, `… - Copie.jsonl`, `….jsonl.orig`.
///
/// What was looked at is not read again before it changes.
struct Copies: Sendable {
  /// What other files in the journals' folder turned out to be.
  private var journals: [String: (state: FileMark, isJournal: Bool)] = [:]
  /// What other plans say, against a plan that was read in some state.
  private var plans: [String: (state: FileMark, plan: FileMark, finding: Diagnostic?)] = [:]
  /// Files of one's own at the top of a workshop.
  private static let own: Set<String> = [Directory.planName, "session.json", "minutes.md"]
  /// No tool makes more.
  private static let most = 64

  /// Whether a name was found to be a journal's when it was looked at last.
  func knows(_ name: String) -> Bool { journals[name]?.isJournal ?? false }

  /// Whether a file that has no journal's name holds a journal: its first line is a whole entry with a check
  /// sum that fits.
  mutating func isJournal(_ name: String, in folder: Folder) -> Bool {
    guard let status = Self.candidate(name, in: folder) else {
      journals[name] = nil
      return false
    }
    let state = FileMark(status)
    if let known = journals[name], known.isJournal || known.state == state {
      return known.isJournal
    }
    guard journals.count < Self.most || journals[name] != nil else { return false }
    let isJournal = Self.firstEntry(name, in: folder) != nil
    journals[name] = (state, isJournal)
    return isJournal
  }

  /// The entry that a file begins with; nil where that is none, or not a whole one.
  static func firstEntry(_ name: String, in folder: Folder) -> Entry? {
    guard candidate(name, in: folder) != nil, case .success(let file) = folder.reading(name),
      case .success(let bytes) = file.contents(limit: Limit.line.most + 1),
      let end = bytes.firstIndex(of: 10),
      case .entry(let decoded) = bytes[..<end].withUnsafeBytes(EntryLine.read),
      decoded.sum == .fitting
    else { return nil }
    return decoded.entry
  }

  /// Plans beside the one that is read, with what they say differently; one that says the same is no news.
  mutating func plans(in root: Folder) -> [Diagnostic] {
    guard let own = root.status(of: Directory.planName) else { return [] }
    let names = (root.names(most: Limit.files.most) ?? []).filter {
      !Self.own.contains($0) && ($0.hasSuffix(".json") || $0.contains("workshop"))
    }
    var mine: Plan??
    var found: [Diagnostic] = []
    for name in names.prefix(Self.most) {
      guard let status = Self.candidate(name, in: root) else { continue }
      let (state, plan) = (FileMark(status), FileMark(own))
      if let known = plans[name], known.state == state, known.plan == plan {
        found += [known.finding].compactMap { $0 }
        continue
      }
      if mine == nil { mine = .some(Self.plan(Directory.planName, in: root)) }
      let finding = Self.finding(name, in: root, against: mine ?? nil)
      plans[name] = (state, plan, finding)
      found += [finding].compactMap { $0 }
    }
    return found
  }

  private static func finding(_ name: String, in root: Folder, against mine: Plan?) -> Diagnostic? {
    let isNamedSo = name.contains("workshop") && name.contains(".json")
    guard let other = plan(name, in: root), isNamedSo || other.isWhole else {
      // By its name it is a copy of the plan, and it cannot be read: whoever edited it wants to know.
      return isNamedSo ? Diagnostic(name, .planCopy(parts: [])) : nil
    }
    guard let mine else { return Diagnostic(name, .planCopy(parts: [])) }
    let parts = mine.differences(to: other)
    return parts.isEmpty ? nil : Diagnostic(name, .planCopy(parts: parts))
  }

  private static func plan(_ name: String, in root: Folder) -> Plan? {
    guard case .success(let file) = root.reading(name),
      case .success(let bytes) = file.contents(limit: Limit.plan.most)
    else { return nil }
    return try? PlanText.plan(from: bytes).plan
  }

  /// A file of its own that is no draft of some tool's.
  private static func candidate(_ name: String, in folder: Folder) -> stat? {
    guard !name.hasPrefix("."), !name.hasSuffix(".tmp"), !name.hasSuffix(".part"),
      name.utf8.count <= 200, !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      let status = folder.status(of: name), status.isRegular, status.st_nlink == 1,
      status.st_size > 0
    else { return nil }
    return status
  }
}

extension Plan {
  /// Any object of JSON can be read as a plan: one that was made for a workshop says more.
  fileprivate var isWhole: Bool { !sessions.isEmpty && !title.isEmpty }
}
