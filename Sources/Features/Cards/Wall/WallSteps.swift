package import Languages
package import Shell
import Terminal
import WorkshopCore

/// Walking a wall with the arrows.
package enum WallSteps {
  /// Walks the wall: up and down within a column, left and right between columns.
  package static func step(_ id: String, _ phrase: Phrase, dx: Int, dy: Int) -> Action {
    Action(id, phrase) { scene in
      guard let board = scene.board else { return .nothing }
      let groups = scene.groups(of: board)
      guard !groups.isEmpty else { return .nothing }
      guard board.canvas == nil, scene.journey(of: board) == nil, let card = scene.focus.card else {
        return step(scene, board, groups, dx: dx, dy: dy)
      }
      let room = wall(in: scene.size)
      let layout = Wall.layout(scene, board, in: room, onStage: false)
      if dx != 0, let next = layout.beside(card, dx: dx) {
        return .focus(of: scene) {
          $0.card = next.card.id
          $0.zone = groups[next.group].id
        }
      }
      return step(scene, board, groups, dx: dx, dy: dy, across: layout.across(card))
    }
  }

  private static func step(
    _ scene: Scene, _ board: Board, _ groups: [Group], dx: Int, dy: Int, across: Int = 1
  ) -> Outcome {
    let isJourney = scene.journey(of: board) != nil
    var column = groups.firstIndex { $0.cards.contains { $0.id == scene.focus.card } }
    column = column ?? groups.firstIndex { $0.id == scene.focus.zone && scene.focus.zone != nil }
    let from = column ?? 0
    var row = groups[from].cards.firstIndex { $0.id == scene.focus.card }
    var to = from
    if dx != 0 {
      // Empty columns are stepped over, except where a block or a stage is chosen to be filled.
      repeat {
        to += dx
      } while board.canvas == nil && !isJourney && groups.indices.contains(to)
        && groups[to].cards.isEmpty
      if !groups.indices.contains(to) { to = from }
      row = min(row ?? 0, groups[to].cards.count - 1)
    } else {
      let next = row.map { $0 + dy * across } ?? (dy > 0 ? 0 : groups[to].cards.count - 1)
      let isBeyond = !groups[to].cards.indices.contains(next)
      // A page that is not full ends at the last card; a line that is not full has none below.
      row =
        isBeyond && abs(dy) == 1 && across > 1 ? row : max(0, min(next, groups[to].cards.count - 1))
    }
    let cards = groups[to].cards
    return .focus(of: scene) {
      $0.zone = groups[to].id
      $0.card = row.flatMap { cards.indices.contains($0) ? cards[$0].id : nil }
    }
  }

  /// Where the wall stands on a facilitator's screen.
  private static func wall(in size: Size) -> Rect {
    let body = Rect(x: 0, y: 0, width: size.columns, height: size.rows).top(2).rest.bottom(1).rest
    return body.inset(horizontal: 1, vertical: 0).top(2).rest
  }
}
