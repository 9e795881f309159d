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
            ? "The themes will stand here" : "The projects will stand here"), x: rect.x + 2,
        y: rect.y, style: .quiet,
        width: rect.width)
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
      let lacks = warning(scene, activity, team.project)
      let room = lacks.isEmpty ? 0 : Text.width(lacks) + 2
      let after = frame.put(
        team.project.text, x: text.x, y: text.y, style: Style(.strong, bold: true),
        width: max(text.width / 2, text.width - room))
      if !lacks.isEmpty {
        frame.put(lacks, x: after + 2, y: text.y, style: .warning, width: text.maxX - after - 2)
      }
      frame.paragraph(names, in: text.top(1).rest, style: .plain)
    }
    let open = scene.undecided(activity).count
    guard !scene.workshop.people.isEmpty else { return }
    let text = open == 0 ? scene.say("Everyone has chosen") : scene.say("\(open) still to choose")
    frame.put(text, x: foot.x + 2, y: foot.y + 1, style: .quiet, width: foot.width - 2)
  }

  /// What a team lacks, once anybody has chosen; a theme's people need no size.
  private static func warning(_ scene: Scene, _ activity: Activity, _ project: Card) -> String {
    guard !scene.choosesTheme(activity), project.isAtWork(scene) else { return "" }
    let team = scene.team(of: project)
    return team.members.isEmpty ? "" : scene.lacks(team, forTheRoom: true)
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
