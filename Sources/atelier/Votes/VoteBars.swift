import Terminal
import Workshop

/// A result as lines: rank, option, picture, score; and beneath a line what the method tells besides.
///
/// A line keeps its place while those above it are still covered.
struct VoteBars {
  private let scene: Scene
  private let poll: Poll
  private let tally: Tally
  private let rows: [Tally.Row]
  private let covered: Set<Int>
  private let chosen: Set<String>

  init(_ scene: Scene, _ poll: Poll, _ tally: Tally) {
    (self.scene, self.poll, self.tally) = (scene, poll, tally)
    covered = VoteShown.covered(scene, poll, tally)
    // A scale keeps its order; everything else stands by rank.
    rows =
      poll.method == .scale
      ? poll.options.compactMap { option in tally.rows.first { $0.option == option } } : tally.rows
    let settled = tally.tied.isEmpty ? nil : scene.workshop.outcome(of: poll.id)
    chosen = Set(settled?.chosen ?? tally.chosen)
  }

  /// One line with its wrapped label and what stands beneath it.
  private struct Line {
    let row: Tally.Row
    let label: [String]
    let detail: [String]
    /// The cut line stands above it.
    let isBelowCut: Bool
    var height: Int { label.count + detail.count + (isBelowCut ? 1 : 0) }
  }

  /// Returns where in a long list the stage is; nil when all of it is there.
  func draw(into frame: inout Frame, in rect: Rect) -> String? {
    let legend = VoteLegend.lines(scene, poll, width: rect.width - 4)
    let (head, room) = rect.top(legend.isEmpty ? 0 : legend.count + 1)
    for (index, line) in legend.enumerated() {
      frame.put(line, x: head.x + 2, y: head.y + index, style: .quiet, width: head.width - 2)
    }
    let labels = rows.map { scene.workshop.label(ofOption: $0.option) }
    let longest = (labels.map(Text.width).max() ?? 0) + 1
    let scoreWidth = max(5, rows.map { Text.width(scene.score($0.score, poll)) }.max() ?? 0)
    let wanted = poll.method == .consent ? rect.width - 14 : (rect.width - 7 - scoreWidth) * 3 / 5
    let labelWidth = max(10, min(longest, wanted))
    let pages = pages(labels, width: labelWidth, in: room)
    guard !pages.isEmpty else { return nil }
    let page = page(pages)
    let bar = Rect(
      x: rect.x + 6 + labelWidth, y: rect.y, width: rect.width - 8 - labelWidth - scoreWidth,
      height: 1)
    // Room that is left over is air between the lines.
    let spare = room.height - pages[page].map(\.height).reduce(0, +)
    let isAiry = pages.count == 1 && spare >= rows.count && rows.count <= 10
    var y = room.y
    for line in pages[page] {
      if line.isBelowCut {
        cut(into: &frame, in: rect, y: y)
        y += 1
      }
      draw(line, labelWidth, scoreWidth, bar, into: &frame, in: rect, y: y)
      y += line.label.count + line.detail.count + (isAiry ? 1 : 0)
    }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }

  /// The page that was asked for, or the one where the last places were opened.
  private func page(_ pages: [[Line]]) -> Int {
    guard !covered.isEmpty else { return VoteShown.page(scene, poll) % pages.count }
    return pages.firstIndex { $0.contains { !covered.contains($0.row.rank) } } ?? 0
  }

  private func pages(_ labels: [String], width: Int, in rect: Rect) -> [[Line]] {
    // Where options are tied across the cut, the line stands above all of them: none is chosen.
    let above = rows.filter { chosen.contains($0.option) }.count
    let cut = tally.tied.isEmpty ? poll.winners : above
    var pages: [[Line]] = [[]]
    var used = 0
    for (index, row) in rows.enumerated() {
      let isBelow = poll.winners > 0 && poll.method != .consent && index == cut && index > 0
      let line = Line(
        row: row, label: Text.wrap(labels[index], to: width),
        detail: VoteLegend.detail(scene, poll, row, width: rect.width - 8), isBelowCut: isBelow)
      if used > 0, used + line.height > rect.height {
        pages.append([])
        used = 0
      }
      pages[pages.count - 1].append(line)
      used += line.height
    }
    return pages
  }

  private func cut(into frame: inout Frame, in rect: Rect, y: Int) {
    let text = " " + scene.say("cut: \(poll.winners)") + " "
    frame.rule(x: rect.x + 1, y: y, width: rect.width - 2, style: .quiet)
    frame.put(text, x: rect.maxX - Text.width(text) - 5, y: y, style: .quiet)
  }

  private func draw(
    _ line: Line, _ labelWidth: Int, _ scoreWidth: Int, _ bar: Rect, into frame: inout Frame,
    in rect: Rect, y: Int
  ) {
    let row = line.row
    if poll.method != .scale {
      frame.put("\(row.rank)", x: rect.x, y: y, style: .quiet, width: 3, alignment: .right)
      // A tie is said to be one.
      if !covered.contains(row.rank), tally.rows.count(where: { $0.rank == row.rank }) > 1 {
        frame.put("=", x: rect.x + 3, y: y, style: .quiet)
      }
    }
    guard !covered.contains(row.rank) else {
      frame.put("·", x: rect.x + 5, y: y, style: .quiet)
      return
    }
    let isChosen = chosen.contains(row.option)
    let style: Style = isChosen ? Style(.strong, bold: true) : .plain
    for (index, text) in line.label.enumerated() {
      frame.put(text, x: rect.x + 5, y: y + index, style: style, width: labelWidth)
    }
    picture(row, isChosen, into: &frame, in: Rect(x: bar.x, y: y, width: bar.width, height: 1))
    frame.put(
      score(row), x: rect.maxX - 1 - scoreWidth, y: y, style: style, width: scoreWidth,
      alignment: .right)
    for (index, text) in line.detail.enumerated() {
      frame.put(
        text, x: rect.x + 7, y: y + line.label.count + index, style: .quiet, width: rect.width - 8)
    }
  }

  private func score(_ row: Tally.Row) -> String {
    guard poll.method == .consent else { return scene.score(row.score, poll) }
    return row.score.numerator == 0 ? "✓" : "✗ \(row.score.numerator)"
  }

  private func picture(
    _ row: Tally.Row, _ isChosen: Bool, into frame: inout Frame, in rect: Rect
  ) {
    guard poll.method != .consent, rect.width > 0 else { return }
    if case .grades(let counts) = row.detail {
      GradeBar.draw(counts, into: &frame, in: rect)
      return
    }
    let most =
      poll.method == .criteria
      ? Double(poll.settings.highest) : max(1, rows.map(\.score.value).max() ?? 1)
    let length = Int(max(0, row.score.value) * Double(rect.width) / most)
    frame.put(
      String(repeating: "█", count: min(rect.width, length)), x: rect.x, y: rect.y,
      style: isChosen ? .accent : .quiet)
  }
}
