import Foundation
import Testing
import Workshop

@testable import Journal

/// A workshop as version 1 wrote it, which every later version must read.
///
/// `Fixtures/v1` is never changed, only added to; `Fixtures/v1.txt` is the state it gives. `RECORD=1`
/// writes that anew and fails, so that the change is looked at before it is checked in.
struct FixtureTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  private let directory = Directory(Self.fixtures.appendingPathComponent("v1").path)
  /// A minute after the last entry.
  private let now = Sample.now + 100

  @Test func `a workshop of version 1 gives the state it always gave`() throws {
    let before = directory.names() + directory.names(in: "")
    let (entries, findings) = try directory.entries(now: now)
    #expect(findings.map(\.kind) == [.unknownEvent("cardFolded")])
    let plan = try PlanFile(directory).plan
    let state = StateText.of(History(plan: plan, entries: entries), at: now)
    let expected = Self.fixtures.appendingPathComponent("v1.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(state.utf8).write(to: expected)
      Issue.record("recorded")
    }
    #expect(try state == String(contentsOf: expected, encoding: .utf8))
    #expect(directory.names() + directory.names(in: "") == before, "looking creates nothing")
  }

  @Test func `every event there is occurs in it`() throws {
    func names(_ events: [Event]) -> Set<String> {
      Set(events.compactMap { String(describing: $0).split(separator: "(").first.map(String.init) })
    }
    #expect(names(try directory.entries().entries.compactMap(\.event)) == names(Events.all))
  }

  @Test(arguments: ["ana-aaaaaaaaaaaa", "bea-bbbbbbbbbbbb"])
  func `its lines are written today byte for byte as they were`(journal: String) throws {
    let bytes = try directory.bytes(of: "journal/20261123-\(journal).jsonl")
    let lines = bytes.split(separator: 10).map(Array.init)
    #expect(lines.count > 5)
    for line in lines {
      let entry = try #require(Events.decoded(line)).entry
      let json = try #require(entry.event.flatMap(Line.json))
      let again = Line.bytes(
        id: entry.id, stamp: entry.stamp, at: entry.at, by: entry.by, event: json)
      #expect(
        String(decoding: again, as: UTF8.self) == String(decoding: line + [10], as: UTF8.self))
    }
  }
}
