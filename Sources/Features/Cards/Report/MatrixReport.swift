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
    let rows = groups.flatMap { quadrant in
      placed.filter { matrix.quadrant(of: $0.1) == quadrant }.map { card, place in
        [scene.say(quadrant), card.text, String(place.y), String(place.x)]
      }
    }
    let header = [
      "", scene.say("The card"), scene.say(matrix.up.title), scene.say(matrix.across.title),
    ]
    return [.table(header: header, rows: rows)]
  }
}
