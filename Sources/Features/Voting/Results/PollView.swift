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
    let said = StageText([
      .init(isCovered ? "" : remarks.forTheRoom, Style(.strong, bold: true))
    ])
    let rows = tally.rows.count * (VoteLegend.tellsMore(poll.method) ? 2 : 1)
    let isLong = rows > body.height / 2
    let most = StageHead.isTall(frame.size.rows - 2) ? body.height / 3 : 3
    let height = said.height(in: Size(columns: width, rows: most))
    // Where there are pages, their number stands at the right.
    let footers = Text.wrap(ballots, to: max(1, width - (isLong ? 22 : 0)))
    let (foot, picture) = body.bottom(height + footers.count + 1)
    let more = draw(scene, poll, tally, into: &frame, in: picture)
    said.draw(
      into: &frame, in: Rect(x: foot.x + 2, y: foot.y + 1, width: width, height: height))
    for (index, line) in footers.enumerated() {
      frame.put(
        line, x: foot.x + 2, y: foot.y + 1 + height + index, style: .quiet, width: width)
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
