import Foundation
import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Languages
@testable import Shell

/// Screens against those on record, and what holds for every screen.
///
/// `RECORD=1 swift test --filter ScreenTests` records them anew and deletes those
/// that no test draws, and fails so that nobody forgets to look.
@Suite struct ScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Frames")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(arguments: Shot.recorded) func `a screen looks as it did`(_ shot: Shot) throws {
    let frame = View.draw(try shot.scene(), size: shot.size).text + "\n"
    let file = Self.folder.appendingPathComponent(shot.name + ".txt")
    if Self.isRecording {
      try Data(frame.utf8).write(to: file)
      Issue.record("recorded \(shot.name)")
      return
    }
    let known = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard known != frame else { return }
    let rows = zip(
      known.split(separator: "\n", omittingEmptySubsequences: false)
        + Array(repeating: "", count: 99),
      frame.split(separator: "\n", omittingEmptySubsequences: false))
    let changed = rows.enumerated().filter { $0.element.0 != $0.element.1 }.prefix(6)
    let lines = changed.map { "\($0.offset): \($0.element.0)\n   → \($0.element.1)" }
    Issue.record(
      """
      \(shot.name) changed:
      \(lines.joined(separator: "\n"))
      If that is meant: RECORD=1 swift test --filter ScreenTests
      """)
  }

  @Test func `no screen is on record that no test draws`() throws {
    let names = Set(Shot.recorded.map { $0.name + ".txt" })
    let stale = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".txt") && !names.contains($0) }
    if Self.isRecording {
      for file in stale {
        try FileManager.default.removeItem(at: Self.folder.appending(path: file))
      }
    }
    #expect(stale.isEmpty, "RECORD=1 deletes \(stale.sorted())")
    #expect(Set(Shot.all.map(\.name)).count == Shot.all.count, "two screens have one name")
  }

  @Test(arguments: Shot.all) func `a screen can be drawn at any size`(_ shot: Shot) throws {
    let scene = try shot.scene()
    // The smallest and the usual one; of the others two for each screen, all of them over all screens.
    let tiny = stride(from: 1, through: 70, by: 7).map { ($0, max(1, 17 - $0 / 5)) }
    let large = [(100, 30), (120, 40), (200, 60), (300, 15), (61, 90)]
    let turn = shot.turn
    let sizes = [(60, 15), (80, 24), large[turn % large.count], tiny[turn % tiny.count]]
    for (columns, rows) in sizes {
      let frame = View.draw(scene, size: Size(columns: columns, rows: rows))
      let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= rows)
      #expect(lines.allSatisfy { Text.width(String($0)) <= columns })
      if let cursor = frame.cursor {
        #expect((0..<columns).contains(cursor.x) && (0..<rows).contains(cursor.y))
      }
    }
  }

  @Test(arguments: Shot.all)
  func `the cursor stands on a line that says something, never on the keys`(
    _ shot: Shot
  ) throws {
    let frame = View.draw(try shot.scene(), size: Size(columns: 80, rows: 24))
    let cursor = try #require(frame.cursor)
    #expect(cursor.y < 23)
    let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.indices.contains(cursor.y) && !lines[cursor.y].isEmpty)
  }

  @Test func `on a page that was scrolled the cursor stands where it goes on`() throws {
    let lines = (0..<40).map { Page.Row(text: "line \($0)") }
    var page = Page(title: "Page", lines: lines)
    let scene = try Stage.scene()
    for scroll in [0, 7] {
      page.scroll = scroll
      var frame = Frame(size: Size(columns: 80, rows: 24))
      page.draw(scene, into: &frame, in: frame.bounds)
      let cursor = frame.cursor ?? frame.focusPoint
      let row = cursor.map {
        frame.text.split(separator: "\n", omittingEmptySubsequences: false)[$0.y]
      }
      #expect(row?.contains(scroll == 0 ? "Page" : "line 7") == true)
    }
  }

  @Test(arguments: Shot.all) func `the track leaves room for the clock`(_ shot: Shot) throws {
    let scene = try shot.scene()
    guard scene.role == .facilitator, scene.focus.overlay == nil else { return }
    for columns in [60, [61, 70, 80, 100, 120][shot.turn % 5]] {
      let head = View.draw(scene, size: Size(columns: columns, rows: 24)).text.prefix(columns)
      #expect(head.contains(try Regex(" [✓!●] [0-9:]{5}")), "\(head)")
    }
  }

  @Test(arguments: Stage.activities.values.sorted())
  func `the stage shows no script and no name of who typed`(_ activity: String) throws {
    let scene = try Stage.scene(at: activity, role: .stage)
    let script = scene.say(try #require(scene.current).script)
    let frame = View.draw(scene, size: Size(columns: 200, rows: 60)).text
    for sentence in script.split(separator: ".").map({ String($0).trimmed })
    where sentence.count > 12 {
      #expect(!frame.contains(sentence))
    }
  }

  @Test(arguments: Role.allCases) func `no screen shows a mark before the result is revealed`(
    _ role: Role
  ) throws {
    let marks = [
      "A mobile desk": 617, "Callback within the day": 283, "One form engine": 191,
    ]
    let sealed = Stage.poll.prefix(1) + [.totalsCounted(poll: "test-2", totals: marks, voters: 77)]
    for closing in [[], [Event.pollClosed(poll: "test-2", cut: [:])]] {
      let scene = try Stage.scene(at: "vote-1", role: role, then: Array(sealed) + closing)
      for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
        let frame = View.draw(scene, size: size).text
        for mark in marks.values { #expect(!frame.contains(String(mark))) }
      }
    }
    let revealed =
      Array(sealed) + [.pollClosed(poll: "test-2", cut: [:]), .pollRevealed(poll: "test-2")]
    let scene = try Stage.scene(at: "vote-1", role: .stage, then: revealed)
    #expect(View.draw(scene, size: Size(columns: 80, rows: 24)).text.contains("617"))
  }
}

extension Shot {
  /// A number that differs from screen to screen and stays from run to run.
  fileprivate var turn: Int { name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }
}
