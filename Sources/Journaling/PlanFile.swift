import Glibc
public import WorkshopCore

/// `workshop.json`: people may edit it by hand, before the session or during it.
///
/// A bad edit is told with its place, and the last good plan stays.
public struct PlanFile: Sendable {
  public let directory: Directory
  /// The last good plan.
  public private(set) var plan: Plan
  /// What is wrong with the file as it stands; nil when the plan is the file's.
  public private(set) var problem: JournalError?
  /// Written by a later version: it can be read, and is never written.
  public private(set) var isNewer: Bool
  private var root: Folder
  private var bytes: [UInt8]

  /// Reads the plan; throws when there is none that can be read.
  public init(_ directory: Directory) throws(JournalError) {
    try self.init(directory, calls: .real)
  }

  init(_ directory: Directory, calls: SystemCalls) throws(JournalError) {
    self.directory = directory
    root = try directory.open(calls)
    bytes = try Self.read(root, directory)
    (plan, isNewer) = try PlanText.plan(from: bytes)
  }

  /// Looks at the file again. True when `plan` or `problem` is another than before.
  ///
  /// Opens and compares the whole file: some file systems tell late that it changed, and it is small.
  @discardableResult
  public mutating func reload() -> Bool {
    let before = problem
    // Another directory may have been put where ours was.
    if let named = try? directory.open(root.calls) { root = named }
    do throws(JournalError) {
      let now = try Self.read(root, directory)
      guard now != bytes || problem != nil else { return false }
      let isOther = now != bytes
      bytes = now
      let (read, isNewer) = try PlanText.plan(from: now)
      problem = nil
      self.isNewer = isNewer
      guard isOther || before != nil else { return false }
      defer { plan = read }
      return read != plan || before != nil
    } catch {
      problem = error
      return problem != before
    }
  }

  /// Writes a plan. Refuses when the file is not the one that was read last: a hand edit made
  /// meanwhile is never overwritten.
  public mutating func save(_ plan: Plan) throws(JournalError) {
    if let problem { throw problem }
    if isNewer { throw .newerVersion(Plan.version + 1) }
    guard try Self.read(root, directory) == bytes else { throw .planChanged(directory.plan) }
    guard let text = PlanText.bytes(of: plan, over: bytes) else {
      throw .unwritable(directory.plan, errno: EINVAL)
    }
    // What we write must be what we would accept.
    _ = try PlanText.plan(from: text)
    if let failure = root.replace(Directory.planName, with: text) {
      throw .unwritable(directory.plan, errno: failure.number)
    }
    bytes = text
    self.plan = plan
  }

  private static func read(_ root: Folder, _ directory: Directory) throws(JournalError) -> [UInt8] {
    let result = root.reading(Directory.planName).flatMap {
      $0.contents(limit: Limit.plan.most + 1)
    }
    switch result {
    case .success(let bytes): return bytes
    case .failure(let reason): throw .unreadable(directory.plan, errno: reason.number)
    }
  }
}
