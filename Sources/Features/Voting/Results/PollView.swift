import Languages
import Shell
import Terminal
import WorkshopCore

/// A vote on the stage: the numbered list while it is open, the picture of its result once revealed.
enum PollView {
  static func draw(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    if poll.isRevealed {
      result(scene, poll, into: &frame, in: rect)
    } else {
      VoteList.draw(scene, poll, into: &frame, in: rect)
    }
  }

  static func result(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    guard let tally = Counted.tally(poll), let remarks = VoteRemarks(scene, poll) else { return }
    let body = StageHead.draw(scene.question(of: poll), scene, into: &frame, in: rect)
    let isCovered = VoteShown.openPlaces(scene, poll) != nil
    let ballots = scene.say("Voters: \(tally.voters) · \(scene.rule(of: poll))")
    let width = max(1, rect.width - 4)
    // What is said of places that are still covered would give them away.
    let said = isCovered ? [] : remarks.all
    // Of a long list more lines are wanted than remarks.
    let rows = tally.rows.count * (VoteLegend.tellsMore(poll.method) ? 2 : 1)
    let isLong = rows > body.height / 2
    let most = max(isLong ? 3 : 2, body.height / (isLong ? 4 : 2) - 1)
    var lines: [String] = []
    for remark in said {
      let wrapped = Text.wrap(remark, to: width)
      guard lines.count + wrapped.count <= most else { break }
      lines += wrapped
    }
    // Where there are pages, their number stands at the right.
    let footers = Text.wrap(ballots, to: max(1, width - (isLong ? 22 : 0)))
    let (foot, picture) = body.bottom(lines.count + footers.count + 1)
    let more = draw(scene, poll, tally, into: &frame, in: picture)
    for (index, line) in (lines + footers).enumerated() {
      frame.put(
        line, x: foot.x + 2, y: foot.y + 1 + index,
        style: index < lines.count ? .plain : .quiet, width: width)
    }
    if let more {
      frame.put(
        more, x: foot.maxX - Text.width(more) - 1, y: foot.maxY - 1, style: .accent)
    }
  }

  /// The method's own picture; returns where in a long list the stage is.
  private static func draw(
    _ scene: Scene, _ poll: Poll, _ tally: Tally, into frame: inout Frame, in rect: Rect
  ) -> String? {
    poll.method.unit == .difference
      ? ImpactPlot.draw(scene, poll, tally, into: &frame, in: rect)
      : VoteBars(scene, poll, tally).draw(into: &frame, in: rect)
  }
}
