import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// Teams on the stage: each project with how many and who joined.
package enum SignUpView {
  /// The person's field that holds the one primary project.
  package static let field = Team.primary

  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let teams = scene.teams(activity)
    guard !teams.isEmpty else {
      frame.put(
        scene.say(
          scene.choosesTheme(activity)
            ? "The themes will be shown here" : "The projects will be shown here"), x: rect.x + 2,
        y: rect.y, style: .quiet,
        width: rect.width)
      return
    }
    let open = scene.undecided(activity).count
    let state: String =
      scene.workshop.people.isEmpty
      ? ""
      : open == 0 ? scene.say("Everyone has chosen") : scene.say("\(open) still to choose")
    // The names are what one walks up to: the projects grow, as many as the room has to choose from.
    let isTall = StageHead.isTall(frame.size.rows - 2)
    let large = StageText(
      teams.flatMap { team -> [StageText.Line] in
        let names = team.members.map(\.text).joined(separator: ", ")
        return [
          .init("\(team.members.count)  \(team.project.text)", Style(.strong, bold: true), rank: 0),
          .init(names, rank: 2, air: 0),
        ]
      } + [.init(state, .accent, rank: 1)])
    let place = rect.inset(horizontal: 2, vertical: 0)
    if isTall, large.isLarge(in: place.size, upTo: 0) {
      large.draw(into: &frame, in: place)
      return
    }
    let (foot, body) = rect.bottom(2)
    let names = teams.map { $0.members.map(\.text).joined(separator: ", ") }
    let heights = heights(names, in: body)
    let isAiry = body.height - heights.reduce(0, +) >= teams.count - 1
    var room = body
    for (team, (names, height)) in zip(teams, zip(names, heights)) {
      let (place, rest) = room.top(height)
      room = isAiry ? rest.top(1).rest : rest
      frame.put(
        "\(team.members.count)", x: place.x, y: place.y, style: Style(.accent, bold: true),
        width: 3,
        alignment: .right)
      let (_, text) = place.left(5)
      frame.put(
        team.project.text, x: text.x, y: text.y, style: Style(.strong, bold: true),
        width: text.width)
      frame.paragraph(names, in: text.top(1).rest, style: .plain)
    }
    StageText([.init(state, .quiet)]).draw(
      into: &frame, in: foot.inset(horizontal: 2, vertical: 0).top(1).rest)
  }

  /// Rows for each team: its title and its names; where they do not all fit, the largest give.
  private static func heights(_ names: [String], in rect: Rect) -> [Int] {
    var heights = names.map {
      $0.isEmpty ? 1 : 1 + Text.wrap($0, to: max(1, rect.width - 5)).count
    }
    while heights.reduce(0, +) > rect.height,
      let largest = heights.indices.max(by: { heights[$0] < heights[$1] }), heights[largest] > 1
    {
      heights[largest] -= 1
    }
    return heights
  }
}
