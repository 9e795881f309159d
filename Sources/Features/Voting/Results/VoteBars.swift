import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// A result as lines: rank, option, picture, score; and beneath a line what the method tells besides.
///
/// A line keeps its place while those above it are still covered.
struct VoteBars {
  private let scene: Scene
  private let poll: Poll
  private let tally: Tally
  private let cut: VoteCut
  private let covered: Set<Int>
  private let scoreWidth: Int

  init(_ scene: Scene, _ poll: Poll, _ tally: Tally) {
    (self.scene, self.poll, self.tally) = (scene, poll, tally)
    covered = VoteShown.covered(scene, poll, tally)
    cut = VoteCut(scene, poll, tally)
    scoreWidth = max(5, tally.rows.map { Text.width(scene.score($0.score, poll)) }.max() ?? 0)
  }

  /// One line with its wrapped label and what stands beneath it.
  private struct Line {
    let row: Tally.Row
    let label: [String]
    /// The label in large letters, where all have room for them.
    let letters: Lettering?
    /// The bar stands beneath the label and not beside it.
    let isStacked: Bool
    let detail: [String]
    /// The cut line stands above it.
    let isBelowCut: Bool
    var height: Int { rows + (isStacked ? 1 : 0) + detail.count + (isBelowCut ? 1 : 0) }
    /// Those of the label.
    var rows: Int { letters?.size.rows ?? label.count }
  }

  /// A line and where it stands.
  private struct Place {
    let line: Line
    let rect: Rect
  }

  /// How wide labels are in how many columns.
  private struct Layout {
    let columns: Int
    var label: Int
    var gap = 0
    /// Labels, ranks and scores stand in large letters.
    var isLarge = false
    /// The label has the width to itself, and the bar a row beneath it.
    var isStacked = false

    /// The columns before a label.
    var margin: Int { isLarge ? 9 : 5 }
    /// Those of a score, which would take so many in body text.
    func score(_ width: Int) -> Int { isLarge ? isWord(width) ? 0 : width * 3 : width }
    /// Whether a score is a word, such as a grade's, which stands at the end of the bar beneath the label.
    func isWord(_ width: Int) -> Bool { isStacked && width > 6 }
  }

  /// Returns where in a long list the stage is; nil when all of it is there.
  func draw(into frame: inout Frame, in rect: Rect) -> String? {
    let legend = VoteLegend.lines(scene, poll, width: rect.width - 4)
    let (head, room) = rect.top(legend.isEmpty ? 0 : legend.count + 1)
    for (index, line) in legend.enumerated() {
      frame.put(line, x: head.x + 2, y: head.y + index, style: .quiet, width: head.width - 2)
    }
    guard !room.isEmpty, !cut.rows.isEmpty else { return nil }
    let (layout, pages) = arranged(in: room)
    let page = page(pages)
    for place in pages[page] { draw(place, layout, into: &frame) }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }

  /// Air between the lines where all of them have it; a long list is set closer, with shorter bars, and
  /// in two columns where there is width.
  private func arranged(in room: Rect) -> (Layout, [[Place]]) {
    let labels = cut.rows.map { row in
      let label = scene.label(ofOption: row.option, in: poll)
      return tally.funding?.chosen.contains(row.option) == true ? label + " ✓" : label
    }
    let longest = (labels.map(Text.width).max() ?? 0) + 1
    func layout(columns: Int, share: (Int) -> Int, gap: Int = 0) -> Layout {
      let width = (room.width - (columns - 1) * 2) / columns
      let most = poll.method.form == .objections ? width - 14 : share(width - 7 - scoreWidth)
      return Layout(columns: columns, label: max(10, min(longest, most)), gap: gap)
    }
    let usual: (Int) -> Int = { max($0 * 3 / 5, min(longest, $0 - max(16, $0 * 3 / 10))) }
    let close: (Int) -> Int = { max($0 * 3 / 5, $0 - 12) }
    var layouts = [layout(columns: 1, share: usual), layout(columns: 1, share: close)]
    if cut.rows.count <= 10 { layouts.insert(layout(columns: 1, share: usual, gap: 1), at: 0) }
    if room.width >= 100 { layouts.append(layout(columns: 2, share: close)) }
    let beside = (room.width - 9 - 2 * scoreWidth) * 2 / 3
    func stacked(gap: Int) -> Layout {
      var layout = Layout(columns: 1, label: 0, gap: gap, isLarge: true, isStacked: true)
      layout.label = room.width - layout.margin - 2 - layout.score(scoreWidth)
      return layout
    }
    // Objections have no bar: their label has its width.
    layouts =
      poll.method.form == .objections
      ? [1, 0].map { Layout(columns: 1, label: room.width - 20, gap: $0, isLarge: true) } + layouts
      : [1, 0].map { Layout(columns: 1, label: beside, gap: $0, isLarge: true) }
        + [1, 0].map(stacked) + layouts
    let tried = layouts.compactMap { layout in
      pages(labels, layout, in: room).map { (layout, $0) }
    }
    // Large letters may take pages where small ones are not read from the last row.
    if let first = tried.first, first.0.isLarge, StageHead.isTall(room.height + 4),
      let large = tried.filter({ $0.0.isLarge }).min(by: { $0.1.count < $1.1.count }),
      large.1.count <= 6
    {
      return large
    }
    // `min` keeps the first of equals.
    return tried.min { $0.1.count < $1.1.count } ?? tried[0]
  }

  /// The page that was asked for, or the one where the last places were opened.
  private func page(_ pages: [[Place]]) -> Int {
    guard !covered.isEmpty else { return VoteShown.page(scene, poll) % pages.count }
    return pages.firstIndex { $0.contains { !covered.contains($0.line.row.rank) } } ?? 0
  }

  /// - Returns: nil where large letters are asked for, and a label has none.
  private func pages(_ labels: [String], _ layout: Layout, in room: Rect) -> [[Place]]? {
    let strips = room.columns(layout.columns, gap: 2)
    var pages: [[Place]] = [[]]
    var (column, used) = (0, 0)
    for (index, row) in cut.rows.enumerated() {
      let large =
        layout.isLarge
        ? Lettering(
          labels[index], in: Size(columns: layout.label, rows: room.height),
          highest: Lettering.smallest) : nil
      if layout.isLarge, large == nil { return nil }
      let line = Line(
        row: row, label: Text.wrap(labels[index], to: layout.label), letters: large,
        isStacked: layout.isStacked,
        detail: VoteLegend.detail(scene, poll, row, width: strips[0].width - 8),
        isBelowCut: index == cut.place)
      if used > 0, used + line.height > room.height {
        (column, used) = (column + 1, 0)
        if column == layout.columns {
          column = 0
          pages.append([])
        }
      }
      let strip = strips[column]
      pages[pages.count - 1].append(
        Place(
          line: line,
          rect: Rect(x: strip.x, y: room.y + used, width: strip.width, height: line.height)))
      used += line.height + layout.gap
    }
    return pages
  }

  private func drawCut(into frame: inout Frame, in rect: Rect) {
    let text = " " + scene.say(cut.roomLabel) + " "
    frame.rule(x: rect.x + 1, y: rect.y, width: rect.width - 2, style: .quiet)
    frame.put(text, x: rect.maxX - Text.width(text) - 5, y: rect.y, style: .quiet)
  }

  /// A short text in the letters of a layout, ending at a column.
  private func put(
    _ text: String, until end: Int, y: Int, _ style: Style, _ layout: Layout,
    into frame: inout Frame
  ) {
    let room = Rect(x: end - 40, y: y, width: 40, height: Lettering.smallest)
    if layout.isLarge,
      let letters = Lettering(text, in: room.size, highest: Lettering.smallest)
    {
      frame.letters(letters, in: room, style: style, alignment: .right)
    } else {
      frame.put(text, x: end - Text.width(text), y: y, style: style)
    }
  }

  private func draw(_ place: Place, _ layout: Layout, into frame: inout Frame) {
    let (margin, labelWidth) = (layout.margin, layout.label)
    let (scoreWidth, isWord) = (layout.score(scoreWidth), layout.isWord(scoreWidth))
    let (line, rect, row) = (place.line, place.rect, place.line.row)
    if line.isBelowCut { drawCut(into: &frame, in: rect) }
    let y = rect.y + (line.isBelowCut ? 1 : 0)
    if !poll.method.isScale {
      put("\(row.rank)", until: rect.x + margin - 1, y: y, .quiet, layout, into: &frame)
    }
    guard !covered.contains(row.rank) else {
      frame.put("·", x: rect.x + margin, y: y, style: .quiet)
      return
    }
    let isChosen = cut.chosen.contains(row.option)
    let style: Style = isChosen ? Style(.strong, bold: true) : .plain
    if let letters = line.letters {
      let text = Rect(x: rect.x + margin, y: y, width: labelWidth, height: line.rows)
      frame.letters(letters, in: text, style: style, alignment: .left)
    } else {
      for (index, text) in line.label.enumerated() {
        frame.put(text, x: rect.x + margin, y: y + index, style: style, width: labelWidth)
      }
    }
    let start = margin + 1 + labelWidth
    let bar =
      layout.isStacked
      ? Rect(
        x: rect.x + margin, y: y + line.rows,
        width: labelWidth - (isWord ? self.scoreWidth + 1 : 0), height: 1)
      : Rect(
        x: rect.x + start, y: y, width: rect.width - start - 2 - scoreWidth,
        height: layout.isLarge ? 2 : 1)
    for row in 0..<bar.height {
      let lower = layout.isLarge && !layout.isStacked ? 1 : 0
      picture(
        place.line.row, isChosen, into: &frame,
        in: Rect(x: bar.x, y: bar.y + row + lower, width: bar.width, height: 1))
    }
    if isWord {
      let score = score(row)
      frame.put(score, x: rect.maxX - 1 - Text.width(score), y: bar.y, style: style)
    } else {
      put(score(row), until: rect.maxX - 1, y: y, style, layout, into: &frame)
    }
    for (index, text) in line.detail.enumerated() {
      frame.put(
        text, x: rect.x + margin + 2, y: y + line.rows + (line.isStacked ? 1 : 0) + index,
        style: .quiet, width: rect.width - 8
      )
    }
  }

  private func score(_ row: Tally.Row) -> String {
    guard poll.method.form == .objections else { return scene.score(row.score, poll) }
    return row.score.numerator == 0 ? "✓" : "✗ \(row.score.numerator)"
  }

  private func picture(
    _ row: Tally.Row, _ isChosen: Bool, into frame: inout Frame, in rect: Rect
  ) {
    guard poll.method.form != .objections, rect.width > 0 else { return }
    if case .grades(let counts) = row.detail {
      GradeBar.draw(counts, into: &frame, in: rect)
      return
    }
    let most =
      poll.method.asks(.weights)
      ? Double(poll.settings.best) : max(1, tally.rows.map(\.score.value).max() ?? 1)
    let length = Int(max(0, row.score.value) * Double(rect.width) / most)
    frame.put(
      String(repeating: "█", count: min(rect.width, length)), x: rect.x, y: rect.y,
      style: isChosen ? .accent : .quiet)
  }
}
