import Terminal
import Workshop

/// Teams on the stage: each project with how many and who joined.
enum SignUpView {
  /// The person's field that holds the one primary project.
  static let field = "project"
  /// A team under this size is warned of: two of the programme's services stalled for want of people.
  static let smallest = 4

  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let teams = scene.teams(activity)
    guard !teams.isEmpty else {
      frame.put(
        scene.say("The projects will stand here"), x: rect.x + 2, y: rect.y, style: .quiet,
        width: rect.width)
      return
    }
    let (foot, body) = rect.bottom(2)
    let height = max(2, body.height / teams.count)
    for (index, team) in teams.enumerated() {
      let y = body.y + index * height
      guard y + 1 < body.maxY else { break }
      let count = team.members.count
      frame.put(
        "\(count)", x: body.x, y: y, style: Style(.accent, bold: true), width: 3, alignment: .right)
      frame.put(
        team.project.text, x: body.x + 5, y: y, style: Style(.strong, bold: true),
        width: body.width - 5)
      let names = team.members.map(\.text).joined(separator: ", ")
      let room = Rect(
        x: body.x + 5, y: y + 1, width: body.width - 5, height: min(height - 1, body.maxY - y - 1))
      frame.paragraph(names, in: room, style: .plain)
    }
    let open = scene.undecided(activity).count
    guard !scene.workshop.people.isEmpty else { return }
    let text = open == 0 ? scene.say("Everyone has chosen") : scene.say("\(open) still to choose")
    frame.put(text, x: foot.x + 2, y: foot.y + 1, style: .quiet, width: foot.width - 2)
  }
}
