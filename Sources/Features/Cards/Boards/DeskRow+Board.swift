import Languages
package import Shell
import Terminal
package import WorkshopCore

/// Rows of the facilitator's pane that several kinds share.
extension DeskRow {
  /// How many cards lie on the activity's board, and the newest.
  package static func cards(_ scene: Scene, _ activity: Activity) -> String {
    guard let board = scene.board(of: activity) else { return "" }
    let cards = scene.listed(on: board)
    let count = scene.say(cards.count == 1 ? "1 card" : "\(cards.count) cards")
    return cards.last { !$0.text.isEmpty }.map { "\(count) · \($0.text)" } ?? count
  }

  /// The activity's board, with its cards.
  package static func board(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    guard let board = scene.board(of: activity) else { return [] }
    return [.init("Board", "\(scene.say(board.title)) · \(cards(scene, activity))")]
  }

  /// What is parked and still has to be spoken of.
  package static func parked(_ scene: Scene) -> DeskRow {
    let open = scene.parkedOpen
    guard !open.all.isEmpty else { return .init("Parked", "") }
    let text = scene.say("\(open.all.count) open, \(open.withoutOwner) without an owner: Alt-w")
    return .init("Parked", text, style: open.withoutOwner == 0 ? .plain : .warning)
  }
}
