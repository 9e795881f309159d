import Cards
package import Shell
import Terminal
import WorkshopCore

extension StageStep {
  /// A card that was put in the spotlight.
  package static let card = StageStep(
    isShown: { $0.workshop.card($0.workshop.spotlit).map { !$0.isGone } ?? false },
    draw: { scene, frame, rect in
      guard let card = scene.workshop.card(scene.workshop.spotlit), let activity = scene.current
      else { return }
      let question = scene.question(of: scene.workshop.board(card.board), at: activity)
      let room = StageHead.draw(question, scene, into: &frame, in: rect)
      Spotlight.draw(scene, card, into: &frame, in: room, onStage: true)
    })

  /// Another board than the activity's.
  package static let board = StageStep(
    isShown: { $0.workshop.board($0.workshop.shown) != nil },
    draw: { scene, frame, rect in
      guard let board = scene.workshop.board(scene.workshop.shown) else { return }
      let wall = StageHead.draw(scene.question(of: board), scene, into: &frame, in: rect)
      BoardView.draw(scene, board, into: &frame, in: wall, onStage: true)
    })
}
