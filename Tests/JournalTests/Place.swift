import Foundation
import Glibc
import Testing
import WorkshopCore

@testable import Journaling

/// A directory for one test, removed when nobody holds it any more.
final class Place {
  let path: String

  init() {
    // In memory where there is such a place: hundreds of small workshops need no real disk.
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    var template = Array((base + "/journal-XXXXXX").utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A fresh workshop in it.
  func workshop(calls: SystemCalls = .real) throws -> Directory {
    try Directory.create(at: path + "/w", plan: Sample.plan, calls: calls)
    return Directory(path + "/w")
  }
}

/// What most tests start from.
enum Sample {
  static let now = Moment(milliseconds: 1_795_421_645_000, offset: 3_600)
  static let plan = Plan(
    title: "Sample", boards: [Board(id: "ideas", title: "Ideas")],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [Activity(id: "opening", title: "Opening", kind: "plenary", minutes: 10)])
    ])

  static func card(_ text: String) -> Event {
    .cardAdded(board: "ideas", text: text, fields: nil)
  }
}

extension Moment {
  /// This instant, so many seconds later.
  static func + (moment: Moment, seconds: Int) -> Moment { moment.adding(seconds: seconds) }
}

extension Directory {
  func names(in folder: String = "journal") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []).sorted()
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + "/" + name)))
  }

  /// Writes a file in place, without waiting for the disk.
  func put(_ bytes: [UInt8], _ name: String) throws {
    let file = Glibc.open(root + "/" + name, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  /// What stands in one journal, or in all of them, read without the kernel's watch: giving that back
  /// takes milliseconds.
  func taken(
    _ name: String? = nil
  ) throws -> (entries: [Entry], findings: [Diagnostic], unfinished: [String]) {
    let folder = try open(.real).folder("journal").get()
    var intake = Intake()
    let entries = intake.read(name.map { [$0] } ?? names(), in: folder, now: nil, isLive: false)
    return (entries.sorted(), intake.findings.list, intake.unfinished)
  }

  /// Everything a new process reads.
  func entries(now: Moment? = nil) throws -> (entries: [Entry], findings: [Diagnostic]) {
    var journal = try Journal(self, by: "reader", isViewer: true)
    let entries = journal.refresh(now: now)
    return (entries.sorted(), journal.findings)
  }
}
