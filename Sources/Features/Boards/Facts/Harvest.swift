import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// What stays of the talks: questions, insights, irritants side by side, whatever their theme.
  ///
  /// The facts themselves are only counted: they were on the stage when they were told, and are at hand
  /// at every desk.
  package static let harvest = ActivityKind(
    id: "harvest", name: "Collect", writesBoard: true,
    planning: PlanningTraits(
      "What was learnt from the talks", phase: .scan, board: .init(of: "fact", called: "Facts"),
      gathering: .tables, energy: 2),
    stage: { scene, activity, frame, rect in
      let board = scene.board(of: activity)
      let question = activity.question.map { scene.say($0) } ?? scene.question(of: board)
      let body = StageHead.draw(question, scene, into: &frame, in: rect)
      guard let board else { return }
      let (foot, wall) = body.bottom(1)
      let columns = scene.harvest(of: board)
      Wall.draw(columns, counts: true, scene, into: &frame, in: wall)
      let facts = scene.facts(of: board)
      frame.put(
        facts == 0 ? "" : scene.say("\(facts) facts from the talks"), x: foot.x, y: foot.y,
        style: .quiet, width: foot.width)
    },
    desk: { scene, activity in
      guard let board = scene.board(of: activity) else { return [] }
      return scene.harvest(of: board).map { column in
        .init(
          "Noted", "\(column.cards.count)  \(column.title)",
          style: column.cards.isEmpty ? .quiet : .plain)
      }
    },
    guide: { _, _ in "Questions, insights, pain points: Ctrl-N chooses the column" },
    report: ReportParts.board)
}

extension Scene {
  /// The zone of what experts say; it is no harvest of the room's.
  private static let told = "fact"

  /// A board's cards by zone, whatever its columns are; what was never sorted comes first.
  func harvest(of board: Board) -> [Group] {
    let cards = workshop.cards(on: board.id)
    let known = zones(of: board)
    let loose = cards.filter { card in !known.contains { $0.id == card.zone } }
    let columns = known.filter { $0.id != Self.told }.map { zone in
      Group(
        id: zone.id, title: say(zone.title), cards: cards.filter { $0.zone == zone.id })
    }
    let unsorted = Group(id: nil, title: say("Not yet sorted"), cards: loose)
    return (loose.isEmpty ? [] : [unsorted]) + columns
  }

  /// How many facts lie on a board.
  func facts(of board: Board) -> Int {
    workshop.cards(on: board.id).filter { $0.zone == Self.told }.count
  }
}
