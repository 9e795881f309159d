import Terminal
import Workshop

/// Impact against effort: the numbers stand where the room sees the options, the list tells their names.
enum ImpactPlot {
  static func draw(
    _ scene: Scene, _ poll: Poll, _ tally: Tally, into frame: inout Frame, in rect: Rect
  ) -> String? {
    let (left, list) = rect.left(max(24, rect.width / 2 - 2))
    let plot = Rect(x: left.x + 2, y: left.y, width: left.width - 6, height: left.height - 1)
    guard plot.height > 3, plot.width > 10 else { return nil }
    grid(scene, into: &frame, in: plot)
    let top = Double(poll.settings.highest)
    var taken: Set<Point> = []
    for (index, row) in tally.rows.enumerated() {
      guard case .place(let place) = row.detail, let impact = place.impact.mean,
        let effort = place.effort.mean
      else { continue }
      let x = Int((effort - 1) / max(1, top - 1) * Double(plot.width - 3))
      let y = Int((top - impact) / max(1, top - 1) * Double(plot.height - 1))
      var point = Point(x: plot.x + x, y: plot.y + y)
      // Options at one place stand side by side, then beneath each other.
      var tries = 0
      while taken.contains(point), tries < 200 {
        tries += 1
        point.x += 3
        if point.x > plot.maxX - 2 { point = Point(x: plot.x, y: min(point.y + 1, plot.maxY - 1)) }
      }
      taken.insert(point)
      frame.put("\(index + 1)", x: point.x, y: point.y, style: Style(.accent, bold: true))
    }
    return names(scene, poll, tally, into: &frame, in: list.left(2).rest)
  }

  private static func grid(_ scene: Scene, into frame: inout Frame, in plot: Rect) {
    let (middleX, middleY) = (plot.x + plot.width / 2, plot.y + plot.height / 2)
    frame.rule(x: plot.x, y: middleY, width: plot.width, style: .quiet)
    for y in plot.y..<plot.maxY {
      frame.put(y == middleY ? "┼" : "│", x: middleX, y: y, style: .quiet)
    }
    let half = plot.width / 2 - 1
    let corners: [(Impact.Quadrant, Int, Int)] = [
      (.doNow, plot.x, plot.y), (.plan, middleX + 2, plot.y),
      (.fillIn, plot.x, plot.maxY - 1), (.drop, middleX + 2, plot.maxY - 1),
    ]
    for (quadrant, x, y) in corners {
      frame.put(scene.say(quadrant.name), x: x, y: y, style: .quiet, width: half)
    }
    frame.put(
      scene.say("↑ impact   effort →"), x: plot.x, y: plot.maxY, style: .quiet, width: plot.width,
      alignment: .right)
  }

  private static func names(
    _ scene: Scene, _ poll: Poll, _ tally: Tally, into frame: inout Frame, in rect: Rect
  ) -> String? {
    let labels = tally.rows.map { row in
      let quadrant: String =
        if case .place(let place) = row.detail, let quadrant = place.quadrant {
          " · " + scene.say(quadrant.name)
        } else { "" }
      return scene.workshop.label(ofOption: row.option) + quadrant
    }
    let pages = VoteList.pages(labels, in: rect)
    guard !pages.isEmpty else { return nil }
    let page = VoteShown.page(scene, poll) % pages.count
    for place in pages[page] {
      frame.put(
        "\(place.index + 1)", x: place.rect.x, y: place.rect.y, style: Style(.accent, bold: true),
        width: 3, alignment: .right)
      frame.paragraph(labels[place.index], in: place.rect.left(5).rest)
    }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }
}
