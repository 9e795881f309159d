import Foundation
import Testing
import WorkshopCore
import WorkshopQueries

@testable import Journaling

/// A directory that the first version wrote, kept as it is: every later version reads it alike.
@Suite struct FixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/v1")

  @Test func `what the first version wrote replays for ever`() throws {
    let directory = Directory(Self.folder.path)
    var journal = try Journal(directory, by: "test", isViewer: true)
    let entries = journal.refresh()
    let workshop = History(plan: try PlanFile(directory).plan, entries: entries).workshop
    let expected = try String(
      contentsOf: Self.folder.appendingPathComponent("expected.txt"), encoding: .utf8)
    #expect(Self.summary(workshop) == expected)
    #expect(entries.count == 28 && entries.allSatisfy { $0.event != nil })
    #expect(journal.findings.isEmpty)
  }

  /// All that the entries of the fixture say, line by line.
  static func summary(_ workshop: Workshop) -> String {
    var lines = ["current \(workshop.current ?? "-")", "shown \(workshop.shown ?? "-")"]
    for (id, turn) in workshop.turns.sorted(by: { $0.key < $1.key }) {
      lines.append("turn \(id) \(turn.round)/\(turn.segment)")
    }
    for (id, countdown) in workshop.countdowns.sorted(by: { $0.key < $1.key }) {
      lines.append("countdown \(id) \(countdown.seconds) running \(countdown.isRunning)")
    }
    for (id, names) in workshop.ready.sorted(by: { $0.key < $1.key }) {
      lines.append("ready \(id) \(names.sorted())")
    }
    for board in workshop.boards {
      let zones = board.zones.map { "\($0.id)=\($0.title.text(in: "en"))" }
      lines.append(
        "board \(board.id) \(board.title.text(in: "en")) \(board.canvas ?? "-") \(zones)")
    }
    for id in workshop.order {
      guard let card = workshop.cards[id] else { continue }
      let fields = card.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
      let sets = card.setNames.map { "\($0)=\(card.members(of: $0))" }
      let rivals = card.rivals.sorted { $0.key < $1.key }.map {
        "\($0.key)≠\($0.value.map(\.text))"
      }
      lines.append(
        "card \(id) by \(card.by) ×\(card.voices) gone \(card.isGone) \(fields) \(sets) \(rivals)")
    }
    for poll in workshop.polls {
      let rows = (poll.result?.rows ?? []).map { "\($0.option)=\($0.score.whole ?? 0)#\($0.rank)" }
      lines.append("poll \(poll.id) revealed \(poll.isRevealed) voters \(poll.voters) \(rows)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
