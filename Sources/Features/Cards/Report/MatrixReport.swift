import Assets
import Languages
package import Reporting
package import Shell
package import WorkshopCore
import WorkshopQueries

/// Where an activity's cards were placed on its axes, quarter by quarter.
package enum MatrixReport {
  /// A table with the numbers, so that the plane can be drawn again; nothing while no card has a place.
  package static func blocks(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    guard let board = scene.board(of: activity),
      let matrix = activity.matrix ?? scene.content.method(activity.method)?.matrix
    else { return [] }
    let placed = scene.workshop.cards(on: board.id).compactMap { card in
      matrix.place(of: card).map { (card, $0) }
    }
    guard !placed.isEmpty else { return [] }
    let quadrants = matrix.quadrants
    let order = [
      quadrants.topLeft, quadrants.topRight, quadrants.bottomLeft, quadrants.bottomRight,
    ]
    let groups = order.map(Optional.some) + [nil]
    let sorted = groups.flatMap { quadrant in
      placed.filter { matrix.quadrant(of: $0.1) == quadrant }.map { ($0, $1, quadrant) }
    }
    let rows = sorted.enumerated().map { index, item in
      [
        String(index + 1), scene.say(item.2), item.0.text, String(item.1.y), String(item.1.x),
      ]
    }
    let (up, across) = (scene.say(matrix.up.title), scene.say(matrix.across.title))
    let picture = Report.Picture.plane(
      title: "\(up) · \(across)",
      description: scene.language.clauses(
        sorted.map { "\($0.0.text) (\($0.1.y) · \($0.1.x))" }),
      across: across, up: up,
      quarters: [
        quadrants.topLeft, quadrants.topRight, quadrants.bottomLeft, quadrants.bottomRight,
      ].map { scene.say($0) },
      points: sorted.enumerated().map {
        (label: String($0 + 1), x: Double($1.1.x), y: Double($1.1.y))
      }, instead: [])
    let header = [
      scene.say("No."), "", scene.say("The card"), scene.say(matrix.up.title),
      scene.say(matrix.across.title),
    ]
    return [.picture(picture), .table(header: header, rows: rows, alignment: [.trailing])]
  }
}
