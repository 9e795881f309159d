import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// Taking a text to another program.
extension Action {
  package static let copy = Action(
    "copy", "Copy the chosen card, or this screen’s text", isReading: true
  ) { scene in
    .effect(.copy(scene.chosenText ?? screen(scene)))
  }

  /// What stands on the screen: a result, a page, an agenda.
  private static func screen(_ scene: Scene) -> String {
    var scene = scene
    scene.focus.notice = nil
    // The last row is the keys'.
    return View.draw(scene, size: scene.size).text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().joined(separator: "\n").trimmed + "\n"
  }
}

extension Scene {
  /// The text of the card that is chosen on the board at hand; nil where there is none.
  fileprivate var chosenText: String? {
    guard focus.overlay == nil else { return nil }
    if role == .notes { return workshop.card(focus.editing)?.text }
    guard case .board = focus.place, let board else { return nil }
    return selected(on: board)?.text
  }
}
