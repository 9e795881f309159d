import Terminal
import Workshop

/// What the facilitator reads of a vote beside where it stands.
enum VoteRows {
  static func rows(_ scene: Scene, _ poll: Poll) -> [MomentPane.Row] {
    let voted = poll.namedVoters.compactMap { scene.workshop.card($0)?.text }
    let late = poll.lateBallots.count + poll.lateCounts.count
    var rows: [MomentPane.Row] = [
      .init("Ways in", poll.turnout.count > 1 ? scene.turnout(poll) : ""),
      .init("Late", late == 0 ? "" : scene.say("\(late) late"), style: .warning),
      .init("Refused", scene.refusals(poll), style: .warning),
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
      rows.append(.init("Tie", scene.say("at the cut: x settles it"), style: .warning))
    }
    return rows
  }
}
