import Terminal
import Workshop

/// A vote on the stage: the numbered list while it is open, bars once it is revealed.
enum PollView {
  static func draw(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    if poll.isRevealed {
      result(scene, poll, into: &frame, in: rect)
    } else {
      list(scene, poll, into: &frame, in: rect)
    }
  }

  private static func list(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    let body = StageView.head(poll.question, scene, into: &frame, in: rect)
    let (foot, options) = body.bottom(2)
    let columns = options.columns(poll.options.count > options.height ? 2 : 1, gap: 3)
    let rows = max(1, options.height)
    for (index, option) in poll.options.prefix(rows * columns.count).enumerated() {
      let place = columns[index / rows]
      let y = place.y + index % rows
      frame.put(
        "\(index + 1)", x: place.x, y: y, style: Style(.accent, bold: true), width: 3,
        alignment: .right)
      frame.put(
        scene.workshop.label(ofOption: option), x: place.x + 5, y: y, width: place.width - 5)
    }
    let hidden = poll.options.count - rows * columns.count
    if hidden > 0 { frame.put("+ \(hidden)", x: foot.x + 2, y: foot.y, style: .quiet, width: 8) }
    let rule: Phrase =
      poll.method == .scale
      ? "One mark each" : "\(poll.dots) dots each · up to \(poll.cap) on one"
    let state: Phrase = poll.isOpen ? "Voted so far: \(poll.voters)" : "The vote is closed"
    frame.put(
      "\(scene.say(rule)) · \(scene.say(state))", x: foot.x + 2, y: foot.y + 1, style: .accent,
      width: foot.width - 2)
  }

  static func result(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    guard let tally = poll.result else { return }
    let body = StageView.head(poll.question, scene, into: &frame, in: rect)
    let (foot, bars) = body.bottom(3)
    // A scale keeps its order; everything else stands by rank.
    let rows =
      poll.method == .scale
      ? poll.options.compactMap { option in tally.rows.first { $0.option == option } } : tally.rows
    let most = max(1, rows.map(\.score.value).max() ?? 1)
    let labels = rows.map { scene.workshop.label(ofOption: $0.option) }
    let longest = (labels.map(Text.width).max() ?? 0) + 1
    let labelWidth = max(10, min(longest, rect.width - 13 - 14))
    let barWidth = max(4, rect.width - 6 - labelWidth - 7)
    // Where options are tied across the cut, the line stands above all of them: none is chosen.
    let cut = tally.tied(atCut: poll.winners).isEmpty ? poll.winners : rows.filter(\.isChosen).count
    var y = bars.y
    for (index, row) in rows.enumerated() {
      if poll.winners > 0, index == cut, y < bars.maxY {
        let text = " " + scene.say("cut: \(poll.winners)") + " "
        frame.rule(x: rect.x + 1, y: y, width: rect.width - 2, style: .quiet)
        frame.put(text, x: rect.maxX - Text.width(text) - 5, y: y, style: .quiet)
        y += 1
      }
      guard y < bars.maxY else {
        frame.put("+ \(rows.count - index)", x: rect.x + 2, y: foot.y, style: .quiet)
        break
      }
      let style: Style = row.isChosen ? Style(.strong, bold: true) : .plain
      let rank = poll.method == .scale ? "" : "\(row.rank)"
      frame.put(rank, x: rect.x, y: y, style: .quiet, width: 3, alignment: .right)
      frame.put(labels[index], x: rect.x + 5, y: y, style: style, width: labelWidth)
      let length = Int(max(0, row.score.value) * Double(barWidth) / most)
      frame.put(
        String(repeating: "█", count: length), x: rect.x + 6 + labelWidth, y: y,
        style: row.isChosen ? .accent : .quiet)
      frame.put(
        scene.score(row.score), x: rect.maxX - 6, y: y, style: style, width: 5, alignment: .right)
      y += 1
    }
    frame.put(
      verdict(scene, poll, tally), x: foot.x + 2, y: foot.y + 1, style: .plain,
      width: foot.width - 2)
    let ballots = scene.say("Voters: \(tally.voters) · dots each: \(poll.dots)")
    frame.put(
      poll.method == .scale ? scene.say("Voters: \(tally.voters)") : ballots, x: foot.x + 2,
      y: foot.y + 2, style: .quiet, width: foot.width - 2)
  }

  /// A tie at the cut is said to be one; a scale tells its mean.
  static func verdict(_ scene: Scene, _ poll: Poll, _ tally: Tally) -> String {
    if poll.method == .scale {
      return tally.mean.map { scene.say("On average \(scene.language.oneDecimal($0))") } ?? ""
    }
    let tied = tally.tied(atCut: poll.winners)
    guard !tied.isEmpty else { return "" }
    return scene.say("Tie at the cut (\(tied.count)): the room decides, not the list's order.")
  }
}

extension Scene {
  /// A score as a number: whole where it is, else with one decimal.
  func score(_ score: Score) -> String {
    score.whole.map { "\($0)" } ?? language.oneDecimal(score.value)
  }
}
