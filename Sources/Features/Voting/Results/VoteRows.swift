import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// What the facilitator reads of a vote beside where it stands.
enum VoteRows {
  static func rows(_ scene: Scene, _ poll: Poll) -> [DeskRow] {
    let voted = poll.namedVoters.compactMap { scene.workshop.card($0)?.text }
    let late = poll.lateBallots.count + poll.lateCounts.count
    var rows: [DeskRow] = [
      .init("Result", result(scene, poll), style: .accent),
      .init("Votes by", poll.turnout.count > 1 ? scene.turnout(poll) : ""),
      .init("Late", late == 0 ? "" : scene.say("\(late) late"), style: .warning),
      .init("Refused", scene.refusals(poll), style: .warning),
      .init("Slips", scene.unknown(poll), style: .warning),
      .init("Absent", poll.proxies == 0 ? "" : String(poll.proxies)),
      .init("Quorum", scene.quorum(of: poll), style: .warning),
      .init("Voted", voted.joined(separator: ", ")),
    ]
    if let second = poll.secondEntry {
      rows.append(
        .init(
          "Paper",
          scene.say(
            "typed twice: \(second.confirmed) of \(second.of) · corrected: \(second.corrected)")))
    }
    if Ladder.refusal(scene, poll) == nil {
      rows.append(.init("Tie", scene.say("for the last chosen place: press x"), style: .warning))
    }
    return rows
  }

  /// What stands above the line, or first where no line is drawn; nothing while the room still waits.
  private static func result(_ scene: Scene, _ poll: Poll) -> String {
    guard let tally = poll.result, !poll.method.isScale,
      VoteShown.covered(scene, poll, tally).isEmpty
    else { return "" }
    let cut = VoteCut(scene, poll, tally)
    let above =
      poll.method.form == .objections || tally.funding != nil
      ? cut.rows.filter { cut.chosen.contains($0.option) }[...]
      : cut.rows.prefix(cut.place ?? cut.rows.count)
    let told = above.prefix(3).map { row in
      "\(scene.workshop.label(ofOption: row.option)) (\(scene.score(row.score, poll)))"
    }
    return (told + (above.count > 3 ? ["+ \(above.count - 3)"] : [])).joined(separator: " · ")
  }
}
