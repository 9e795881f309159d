import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling

/// One event of every case, and lines around them.
enum Events {
  static let all: [Event] = [
    .activityOpened(activity: "opening", seconds: 600),
    .activityOpened(activity: "opening", seconds: nil),
    .turnOpened(activity: "opening", turn: 2, seconds: 60),
    .segmentOpened(activity: "opening", round: "1", segment: 0, seconds: 60),
    .roundsArranged(activity: "opening", order: ["2", "1"], skipped: ["3"]),
    .countdownStarted(activity: "opening", seconds: 300),
    .countdownStarted(activity: "opening", seconds: 300, table: "2"),
    .countdownPaused(activity: "opening", table: "2"),
    .countdownResumed(activity: "opening", table: "2"),
    .countdownExtended(activity: "opening", seconds: 60, table: "2"),
    .countdownSet(activity: "opening", seconds: 90, table: nil),
    .settingChanged(setting: .bell, isOn: false),
    .clockCorrected(writer: "k7f3m2q9x4tc", ahead: 90_000),
    .planChanged(changes: [
      .activitySet(activity: "opening", field: "minutes", value: "15", base: "20"),
      .activityAdded(
        session: "day", after: nil,
        activity: Activity(id: "", title: "Stretch", kind: "warm-up", minutes: 5)),
      .activityRemoved(activity: "opening"),
      .activityMoved(activity: "opening", after: nil, base: "lunch"),
      .sessionSet(session: "day", field: "start", value: "09:10", base: "09:00"),
      .planSet(field: "tables", value: "6", base: "5"),
    ]),
    .countdownPaused(activity: "opening"),
    .countdownResumed(activity: "opening"),
    .countdownExtended(activity: "opening", seconds: -60),
    .cardAdded(board: "ideas", text: "Közös űrlap / \"one\" form 🙂", fields: ["zone": "now"]),
    .fieldSet(
      card: "aaaaaaaaaaaa-1", field: "text", value: "two\nlines",
      over: EntryID(writer: "aaaaaaaaaaaa", sequence: 1)),
    .fieldsSet(field: "table", values: ["aaaaaaaaaaaa-1": "2", "zoe": "1"]),
    .viewShown(activity: "opening", view: "deal", step: 3),
    .cardBinned(card: "aaaaaaaaaaaa-1"),
    .cardRestored(card: "aaaaaaaaaaaa-1"),
    .voiceAdded(card: "aaaaaaaaaaaa-1"),
    .memberAdded(card: "aaaaaaaaaaaa-1", set: "team", member: "ana"),
    .memberRemoved(
      card: "aaaaaaaaaaaa-1", set: "team", member: "ana",
      over: [EntryID(writer: "aaaaaaaaaaaa", sequence: 2)]),
    .boardAdded(title: "Canvas", canvas: "mission", sheet: nil, about: "aaaaaaaaaaaa-1"),
    .zoneAdded(board: "ideas", title: "Later"),
    .zoneRenamed(zone: "aaaaaaaaaaaa-3", title: "Much later"),
    .boardShown(board: "ideas"),
    .boardShown(board: nil),
    .boardSet(board: "ideas", setting: .closed, value: "yes"),
    .boardKept(board: "ideas", title: "v1"),
    .cardShown(card: "aaaaaaaaaaaa-1"),
    .pollOpened(
      activity: "opening", question: "Which?", method: .dots, options: ["a", "b"], dots: 2, cap: 1,
      winners: 1),
    .ballotCast(poll: "aaaaaaaaaaaa-4", voter: "table 1", marks: ["a": 1, "b": 1]),
    .totalsCounted(poll: "aaaaaaaaaaaa-4", totals: ["a": 3], voters: 3),
    .pollClosed(poll: "aaaaaaaaaaaa-4", cut: ["aaaaaaaaaaaa": 9]),
    .pollRevealed(poll: "aaaaaaaaaaaa-4"),
    .pollChanged(poll: "aaaaaaaaaaaa-4", dots: 3, cap: nil, winners: 2),
    .tieResolved(
      poll: "aaaaaaaaaaaa-4", remedy: .lot, chosen: ["a"], who: "the mayor", reason: "drawn",
      seed: 4_294_967_295),
    .tokensIssued(marks: ["0123456789abcdef0123"]),
    .readied(activity: "opening", ready: true),
    .reverted(entry: EntryID(writer: "aaaaaaaaaaaa", sequence: 5)),
  ]

  /// An event as a line without its newline.
  static func line(
    _ event: Event, writer: String = "aaaaaaaaaaaa", sequence: Int = 7,
    milliseconds: Int64 = Sample.now.milliseconds, at: String = "2026-11-23T09:14:05+01:00"
  ) throws -> [UInt8] {
    let json = try #require(EntryLine.json(event))
    return Array(
      EntryLine.bytes(
        id: EntryID(writer: writer, sequence: sequence), stamp: Stamp(milliseconds: milliseconds),
        at: at, by: "ana", event: json
      ).dropLast())
  }

  static func decoded(_ line: [UInt8]) -> EntryLine.Decoded? {
    guard case .entry(let decoded) = line.withUnsafeBytes(EntryLine.read) else { return nil }
    return decoded
  }

  static func refusal(_ line: [UInt8]) -> LineError? {
    guard case .refused(let refusal) = line.withUnsafeBytes(EntryLine.read) else { return nil }
    return refusal
  }
}
