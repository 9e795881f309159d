import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  package static let between = Chapter("Between the sessions", blocks: BetweenChapter.blocks)
}

/// What happened between the sessions: how long it took against the plan, how active each group was,
/// who joined, and everything that was noted.
package enum BetweenChapter {
  static func blocks(_ scene: Scene) -> [Report.Block] {
    let intervals = scene.workshop.intervals.filter { $0.heldOn != nil }
    return dates(intervals, scene) + intervals.flatMap { signal($0, scene) } + notes(scene)
  }

  /// Planned and real days of each interval.
  private static func dates(_ intervals: [Interval], _ scene: Scene) -> [Report.Block] {
    let rows = intervals.map { interval in
      [
        scene.say("\(interval.from.session.title) to \(interval.next?.title ?? "")"),
        interval.plannedDays.map(String.init) ?? "–", interval.days.map(String.init) ?? "–",
      ]
    }
    let header: [Phrase] = ["Interval", "Days planned", "Days##elapsed"]
    return rows.isEmpty
      ? []
      : [
        .table(
          header: header.map { scene.say($0) }, rows: rows,
          alignment: [.leading, .trailing, .trailing])
      ]
  }

  /// Entries and meetings of each project in an interval, and who joined in it.
  private static func signal(_ interval: Interval, _ scene: Scene) -> [Report.Block] {
    let since = scene.now.at(interval.from.end)
    let next = scene.workshop.holdings.first { $0.start > interval.from.start }
    let until = next.map { scene.now.at($0.start) }
    // What the next session found, whatever became of it since.
    let scene = until.map { scene.asItWas(at: $0.milliseconds - 1) } ?? scene
    let changes = Changes(
      since: since.milliseconds, until: until?.milliseconds ?? .max, in: scene.workshop)
    let pulses = scene.workshop.pulses(changes, since: since, until: until)
      .filter { $0.entries + $0.meetings > 0 }
    let joined = scene.workshop.joiners(since: since, until: until).map { scene.joined($0) }
    guard !pulses.isEmpty || !joined.isEmpty else { return [] }
    let header: [Phrase] = ["Project", "Entries", "Meetings##how many"]
    let rows = pulses.map { [$0.project.text, String($0.entries), String($0.meetings)] }
    let title = scene.say("\(interval.from.session.title) to \(interval.next?.title ?? "")")
    return [
      .heading(level: 2, scene.language.labelled(scene.say("Activity##of the teams"), title)),
      .table(
        header: header.map { scene.say($0) }, rows: rows,
        alignment: [.leading, .trailing, .trailing]),
      .paragraph(
        joined.isEmpty
          ? "" : scene.language.labelled(scene.say("Joined"), joined.joined(separator: ", "))),
    ].filter { block in
      if case .table(_, let rows, _) = block { return !rows.isEmpty }
      return block != .paragraph("")
    }
  }

  /// Meetings, conclusions, events and pauses, with all that their sheets hold, and words of the public that
  /// were said in no session.
  private static func notes(_ scene: Scene) -> [Report.Block] {
    let sheets = Board.between.compactMap(\.sheet)
    let boards = scene.workshop.boards
    let notes = boards.filter { sheets.contains($0.sheet ?? "") }.flatMap { board in
      headed(board, ReportParts.cards(scene, on: board, level: 3), scene)
    }
    let said = boards.filter { $0.sheet == Workshop.feedbackSheet }.flatMap { board in
      let only = ReportParts.unwritten(scene, on: board)
      return headed(board, ReportParts.cards(scene, on: board, level: 3, only: only), scene)
    }
    return notes + said
  }

  /// A board's part under its title; nothing where it has none.
  private static func headed(
    _ board: Board, _ blocks: [Report.Block], _ scene: Scene
  ) -> [Report.Block] {
    let blocks = blocks.filter { !$0.isBlank }
    return blocks.isEmpty ? [] : [.heading(level: 2, scene.say(board.title))] + blocks
  }
}
