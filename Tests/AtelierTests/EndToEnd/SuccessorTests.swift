import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling
@testable import atelier
@testable import Languages

extension EndToEnd.Runs {
  /// A workshop made from one that was held.
  @Suite struct SuccessorTests {
    private let place = Folder()
    private let old: String

    init() throws {
      old = try place.workshop()
      let plan = try PlanFile(Directory(old)).plan
      // Yesterday: six minutes of welcome, a game, then four of the warm-up.
      let start = Moment.now.milliseconds - 24 * 3_600_000
      let game = Activity(id: "", title: "Boom", kind: "warm-up", minutes: 5, warmUp: "boom")
      let ids = plan.activities.map(\.id)
      let events: [(Int64, Event)] = [
        (0, .activityOpened(activity: ids[0], seconds: nil)),
        (
          1,
          .planChanged(changes: [
            .activityAdded(session: plan.sessions[0].id, after: ids[0], activity: game)
          ])
        ),
        (6, .activityOpened(activity: "louislouislo-2", seconds: nil)),
        (9, .activityOpened(activity: ids[1], seconds: nil)),
        (13, .activityOpened(activity: ids[2], seconds: nil)),
        (14, .cardAdded(board: "ideas", text: "Stays behind", fields: nil)),
      ]
      try Directory(old).seed(
        events.enumerated().map { index, event in
          Entry(
            id: EntryID(writer: "louislouislo", sequence: index + 1),
            stamp: Stamp(milliseconds: start + event.0 * 60_000),
            at: Moment(milliseconds: start + event.0 * 60_000).date + "T"
              + Moment(milliseconds: start + event.0 * 60_000).clock + ":59Z",
            by: "Louis", event: event.1)
        })
    }

    private func plan(_ name: String) throws -> Plan {
      try PlanFile(Directory(place / name)).plan
    }

    @Test func `new --from offers the real minutes and makes a plan of them`() throws {
      let run = try Program.run("new", place / "next", "--from", old, "--title", "Once more")
      #expect(run.code == 0 && run.err.isEmpty, "\(run)")
      #expect(run.out.hasPrefix("Minutes, planned → real:\n"), "\(run.out)")
      let rows = run.out.split(separator: "\n").filter { $0.contains("→") }.dropFirst()
      #expect(rows.count == 4, "\(run.out)")
      #expect(rows.dropFirst().first?.hasPrefix("  Boom (put in on the day)") == true)
      #expect(rows.dropFirst().first?.hasSuffix("   5 →   3") == true, "\(run.out)")
      #expect(run.out.contains("--planned keeps the planned minutes."))
      let (before, after) = (try PlanFile(Directory(old)).plan, try plan("next"))
      #expect(after.title == "Once more" && after.boards == before.boards)
      #expect(after.activities.prefix(3).map(\.minutes) == [6, 3, 4])
      #expect(after.activities[1].id == "boom")
      #expect(
        after.activities.dropFirst(4).map(\.minutes)
          == before.activities.dropFirst(3).map(\.minutes))
      #expect(try State(place / "next").texts().isEmpty)
      #expect(try Program.run("check", place / "next").code == 0)
    }

    @Test func `--planned keeps the minutes, and says no table`() throws {
      let run = try Program.run("new", place / "next", "--planned", "--from", old)
      #expect(run.code == 0 && !run.out.contains("→"), "\(run)")
      let before = try PlanFile(Directory(old)).plan
      let after = try plan("next")
      #expect(after.title == before.title)
      #expect(after.activities.map(\.minutes).prefix(2) == [before.activities[0].minutes, 5])
    }

    @Test func `a workshop that was not held passes its plan on as it is`() throws {
      try FileManager.default.removeItem(atPath: old + "/journal")
      let run = try Program.run("new", place / "next", "--from", old)
      #expect(run.code == 0 && run.out.hasPrefix("Nothing was held there yet"), "\(run)")
      var (next, before) = (try plan("next"), try PlanFile(Directory(old)).plan)
      #expect(next.id != nil && next.id != before.id, "calendars tell the two apart")
      (next.id, before.id) = (nil, nil)
      #expect(next == before)
    }

    @Test func `the folder that the old one's own assets are in is named`() throws {
      try FileManager.default.createDirectory(
        atPath: old + "/assets/sheets", withIntermediateDirectories: true)
      place.put("{}", "w/assets/sheets/mine.json")
      let run = try Program.run("new", place / "next", "--from", old)
      #expect(run.code == 0 && run.out.contains("The folder assets of "), "\(run)")
    }

    private static let refusals: [([String], Int32)] = [
      (["new", "NEXT", "--from", "DIR", "--template", "half-day"], 2),
      (["new", "NEXT", "--planned"], 2), (["new", "NEXT", "--from", "/nonexistent"], 1),
      (["new", "DIR", "--from", "DIR"], 1), (["new", "--from", "DIR"], 2),
    ]

    @Test(arguments: Self.refusals)
    func `what cannot be is refused, and nothing is made`(words: [String], code: Int32) throws {
      let words = words.map { $0 == "DIR" ? old : $0 == "NEXT" ? place / "next" : $0 }
      let run = try Program.run(Program.path, words)
      #expect(run.code == code && run.err.hasPrefix("atelier: "), "\(run)")
      #expect(!FileManager.default.fileExists(atPath: place / "next"))
    }
  }

  /// The command's own code, without a process.
  @Suite struct SuccessorCodeTests {
    @Test func `a fixed item that is run into is told`() throws {
      let place = Folder()
      let old = try place.workshop("half-day")
      let arguments = try Arguments(["new", place / "next", "--from", old])
      let successor = try Successor(of: old, arguments: arguments)
      var plan = successor.plan(learning: true)
      #expect(successor.clashes(in: plan, .english).isEmpty)
      let index = try #require(plan.sessions[0].activities.firstIndex { $0.kind == "break" })
      plan.sessions[0].activities[index].isFixed = true
      plan.sessions[0].activities[index].start = "10:00"
      #expect(
        successor.clashes(in: plan, .english) == [
          "Break is fixed at 10:00, and what is before it ends at 10:20."
        ])
      #expect(successor.offer(.english).count == 1 && !successor.hasAssets)
    }
  }
}
