import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// Boards that no activity wrote down: nothing that was typed is left out.
  package static let otherBoards = Chapter("Other boards") { scene in
    let rest = scene.workshop.boards.filter { board in
      !Workshop.ownBoards.contains(board.id) && !ReportParts.hasChapter(board)
        && !scene.workshop.plan.activities.contains {
          scene.workshop.openings[$0.id] != nil && ReportParts.isPart(board, of: $0, scene)
        }
    }
    let blocks = rest.flatMap { board -> [Report.Block] in
      let cards = ReportParts.cards(scene, on: board, level: 3).filter { !$0.isBlank }
      return cards.isEmpty ? [] : [.heading(level: 2, scene.title(of: board))] + cards
    }
    // The plan is edited by hand: cards of a board that it no longer has are written down all the same.
    let known = Set(scene.workshop.boards.map(\.id))
    let homeless = Dictionary(
      grouping: scene.workshop.order.compactMap(scene.workshop.card).filter {
        !$0.isGone && !known.contains($0.board)
      }, by: \.board
    ).sorted { $0.key < $1.key }.flatMap { board, cards -> [Report.Block] in
      [.heading(level: 2, board), .list(cards.map { Report.Item(Wall.label($0)) })]
    }
    return blocks + homeless
  }
}
