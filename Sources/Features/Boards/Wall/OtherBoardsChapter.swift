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
    var states: [Int64: Workshop] = [:]
    func state(at moment: Int64) -> Workshop {
      let state = states[moment] ?? scene.asItWas(at: moment).workshop
      states[moment] = state
      return state
    }
    return scene.workshop.boards.flatMap { board -> [Report.Block] in
      guard !Workshop.ownBoards.contains(board.id), !ReportParts.hasChapter(board),
        let last = scene.lastTold(of: board)
      else { return [] }
      let moments = board.isSpoken ? scene.spokenMoments(on: board, last) : [:]
      let cards = scene.workshop.cards(on: board.id).filter { card in
        guard let moment = board.isSpoken ? moments[card.id] : last else { return false }
        return state(at: moment).told(card.id) != scene.workshop.told(card.id)
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
        && scene.heldPlace(of: board) == nil
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
    heldPlace(of: board).flatMap { moment(of: $0) }
  }

  /// The activity that wrote a board down; nil where it was never held.
  fileprivate func heldPlace(of board: Board) -> Activity? {
    ReportParts.place(of: board, self).flatMap { workshop.openings[$0.id] == nil ? nil : $0 }
  }

  /// The moment that the story tells of each card of a board whose cards were said in one session; none for
  /// what is told between the sessions.
  fileprivate func spokenMoments(on board: Board, _ last: Int64) -> [CardID: Int64] {
    let held = workshop.plan.activities.filter { workshop.openings[$0.id] != nil }
    var moments: [CardID: Int64] = [:]
    for card in workshop.cards(on: board.id) {
      let session = workshop.session(at: card.added.milliseconds)
      let writers = held.filter { activity in
        session?.activities.contains { $0.id == activity.id } == true
          && self.board(of: activity)?.id == board.id && kind(of: activity).writesBoard
      }
      let own = writers.compactMap { moment(of: $0) }.max()
      moments[card.id] = own ?? (board.sheet == Workshop.feedbackSheet ? nil : last)
    }
    // A closing slip stands with its own round, also where it was typed later.
    for activity in held {
      for slip in workshop.slips(of: activity.id) where slip.board == board.id {
        moments[slip.id] = moment(of: activity)
      }
    }
    return moments
  }
}

extension Workshop {
  /// What a report says of a card and of those beneath it; nil where it is not seen.
  fileprivate func told(_ id: CardID) -> [[String: String]]? {
    guard let card = card(id), !card.isGone, top(of: id) == id else { return nil }
    return ([card] + merged(into: id)).map { $0.publicValues.mapValues(\.text) }
  }
}
