import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What was added to boards, or changed on them, after the session that wrote them down: each part of the
  /// story stays as it was.
  package static let later = Chapter("Added or changed after the sessions") { scene in
    scene.workshop.boards.flatMap { board -> [Report.Block] in
      guard !Workshop.ownBoards.contains(board.id), !ReportParts.hasChapter(board),
        !board.isSpoken, let moment = scene.lastTold(of: board)
      else { return [] }
      let then = scene.asItWas(at: moment).workshop
      let cards = scene.workshop.cards(on: board.id).filter { card in
        then.card(card.id)?.told != card.told
      }
      guard !cards.isEmpty else { return [] }
      return [
        .heading(level: 2, scene.title(of: board)),
        .list(cards.map { ReportParts.item(scene, $0, on: board) }),
      ]
    }
  }

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

extension Scene {
  /// The moment that the story tells of a board; nil where it tells nothing of it.
  fileprivate func lastTold(of board: Board) -> Int64? {
    workshop.plan.activities.filter {
      workshop.openings[$0.id] != nil && ReportParts.isPart(board, of: $0, self)
    }.compactMap { moment(of: $0) }.max()
  }
}

extension Card {
  /// What a report says of it.
  fileprivate var told: [String: String] { publicValues.mapValues(\.text) }
}
