import Report
import Terminal
import Workshop

extension ActivityKind {
  /// The closing round: what to keep, what to change, was it worth the time.
  static let checkOut = ActivityKind(
    id: "check-out", name: "Check-out", writesBoard: true,
    stage: { scene, activity, frame, rect in
      if let poll = scene.workshop.latestPoll(of: activity.id), poll.isRevealed {
        PollView.result(scene, poll, into: &frame, in: rect)
      } else {
        board.stage(scene, activity, &frame, rect)
      }
    },
    desk: { scene, activity in
      Desk.board(scene, activity) + [Desk.parked(scene)] + PollDesk.rows(scene, activity)
    },
    bindings: { scene, activity in PollDesk.bindings(scene, activity) },
    guide: { _, _ in "^N chooses what to keep or what to change" },
    report: { scene, activity in
      ReportParts.board(scene, activity) + VoteChapter.blocks(scene, activity)
    })
}
