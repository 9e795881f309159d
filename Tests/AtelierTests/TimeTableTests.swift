import Reporting
import Testing
import WorkshopCore

@testable import Shell

/// The report's chapter on time, cell by cell.
@Suite struct TimeTableTests {
  private static let plan = Plan(
    title: "Test",
    sessions: [
      Session(
        id: "day", title: "Day", date: "2026-11-23", start: "09:00",
        activities: [
          Activity(id: "hello", title: "Hello", kind: "plenary", phase: .scan, minutes: 10),
          Activity(id: "talk", title: "Talk", kind: "talk", phase: .scan, minutes: 30),
          Activity(id: "cut", title: "Cut", kind: "board", phase: .focus, minutes: 20),
          Activity(id: "gone", title: "Gone", kind: "board", minutes: 5),
          Activity(id: "close", title: "Close", kind: "check-out", phase: .act, minutes: 10),
        ])
    ])

  /// Events by the minute after 09:00 at which they happen.
  private func tables(
    _ events: [(Int, Event)], now: Int
  ) -> [(header: [String], rows: [[String]])] {
    let entries = events.enumerated().map { index, event in
      Stage.entry(event.1, index + 1, at: Fixture.nine + Int64(event.0) * 60_000)
    }
    var scene = Stage.scene(Self.plan)
    scene.workshop = History(plan: Self.plan, entries: entries, catalogue: .all).workshop
    scene.now = Moment(milliseconds: Fixture.nine + Int64(now) * 60_000)
    return Minutes.report(scene).blocks.compactMap { block in
      guard case .table(let header, let rows, _) = block, header.contains("Planned minutes") else {
        return nil
      }
      return (header, rows)
    }
  }

  private func open(_ activity: ActivityID) -> Event {
    .activityOpened(activity: activity, seconds: nil)
  }

  private var day: [(Int, Event)] {
    [
      (0, open("hello")),
      (
        1,
        .planChanged(changes: [
          .activityAdded(
            session: "day", after: "hello",
            activity: Activity(id: "", title: "Boom", kind: "warm-up", minutes: 5)),
          .activitySet(activity: "talk", field: "minutes", value: "25", base: "30"),
          .activitySet(activity: "cut", field: "dropped", value: "yes", base: "no"),
          .activityRemoved(activity: "gone"),
        ])
      ),
      (13, open("test-2")), (17, open("talk")), (20, open("hello")), (22, open("talk")),
      (46, open("close")),
    ]
  }

  @Test func `planned and real stand side by side, and what changed is marked`() throws {
    let table = try #require(tables(day, now: 58).first)
    #expect(
      table.header == [
        "Activity", "Planned start", "Planned minutes", "Planned again", "Real start",
        "Real minutes", "Difference",
      ])
    #expect(
      table.rows == [
        ["Hello", "09:00", "10", "", "09:00", "15", "+5"],
        ["Boom (put in on the day)", "", "", "", "09:13", "4", "+4"],
        ["Talk", "09:10", "30", "25", "09:17", "27", "−3"],
        ["Cut (left out)", "09:40", "20", "", "", "", "−20"],
        ["Gone (left out)", "10:00", "5", "", "", "", "−5"],
        ["Close", "10:05", "10", "", "09:46", "12", ""],
        ["In all", "", "75", "50", "", "58", "−17"],
      ])
  }

  @Test func `minutes by phase follow, planned and real`() throws {
    let table = try #require(tables(day, now: 58).last)
    #expect(table.header == ["Phase", "Planned minutes", "Real minutes"])
    #expect(
      table.rows == [
        ["Scan", "40", "42"], ["Focus", "20", ""], ["Act", "10", "12"], ["No phase", "5", "4"],
      ])
  }

  @Test func `while the day goes on there is no difference in all`() throws {
    let table = try #require(tables(Array(day.prefix(3)), now: 20).first)
    #expect(table.rows.last == ["In all", "", "75", "50", "", "20", ""])
  }

  @Test func `a session that has not begun has its plan alone`() throws {
    let table = try #require(tables([], now: 0).first)
    #expect(table.header.count == 6, "nothing was planned anew")
    #expect(table.rows.first == ["Hello", "09:00", "10", "", "", ""])
    #expect(table.rows.last == ["In all", "", "75", "", "", ""])
  }
}
