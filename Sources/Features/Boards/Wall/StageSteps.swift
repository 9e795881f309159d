import Cards
package import Shell
import Terminal
import WorkshopCore

extension StageStep {
  /// A card that was put in the spotlight.
  package static let card = StageStep { scene in
    guard let card = scene.workshop.card(scene.workshop.spotlit), !card.isGone,
      let activity = scene.current
    else { return nil }
    let question = scene.question(of: scene.workshop.board(card.board), at: activity)
    return { frame, rect in
      let room = StageHead.draw(question, scene, into: &frame, in: rect)
      Spotlight.draw(scene, card, into: &frame, in: room, onStage: true)
    }
  }

  /// Another board than the activity's.
  package static let board = StageStep { scene in
    scene.workshop.board(scene.workshop.shown).map { board in
      { frame, rect in
        let wall = StageHead.draw(scene.question(of: board), scene, into: &frame, in: rect)
        BoardView.draw(scene, board, into: &frame, in: wall, onStage: true)
      }
    }
  }
}
