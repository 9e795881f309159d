import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Impact against effort: the numbers stand where the room sees the options, the list tells their names.
enum ImpactPlot {
  static func draw(
    _ scene: Scene, _ poll: Poll, _ tally: Tally, into frame: inout Frame, in rect: Rect
  ) -> String? {
    let (plot, list) = rect.left(max(24, rect.width / 2 - 2))
    let quarters: [Impact.Quadrant] = [.doNow, .plan, .fillIn, .drop]
    let points = zip(1..., tally.rows).compactMap { number, row -> Plane.Point? in
      guard case .place(let place) = row.detail, let impact = place.impact.mean,
        let effort = place.effort.mean
      else { return nil }
      let lowest = Double(poll.settings.scores.lowerBound)
      let steps = max(1, Double(poll.settings.highest) - lowest)
      return Plane.Point(
        number: number, x: (effort - lowest) / steps, y: (impact - lowest) / steps)
    }
    Plane(
      up: scene.say("Impact"), across: scene.say("Effort"),
      quarters: quarters.map { scene.say($0.name) }, points: points
    ).draw(into: &frame, in: plot.left(2).rest)
    return names(scene, poll, tally, into: &frame, in: list.left(2).rest)
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
    let pages = VoteList.pages(labels, in: rect, mayBeLarge: true)
    guard !pages.isEmpty else { return nil }
    let page = VoteShown.page(scene, poll) % pages.count
    let margin = VoteList.margin(labels.count)
    for place in pages[page] {
      VoteList.draw(labels[place.index], place, margin, .plain, into: &frame)
    }
    return pages.count > 1 ? scene.say("page \(page + 1) of \(pages.count)") : nil
  }
}
