import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension ActivityKind {
  /// What a persona lives through, stage by stage: what is done, thought and felt, what hurts.
  package static let journey = ActivityKind(
    id: "journey", name: "User journey", writesBoard: true, fillsCanvas: true,
    usualJourney: Journey.usual,
    planning: PlanningTraits(
      "The stages of somebody’s way, and the pain points", minutes: 40, phase: .scan,
      gathering: .tables, energy: 2),
    stage: { scene, activity, frame, rect in
      guard let board = scene.board(of: activity), let journey = scene.journey(of: board) else {
        plenary.stage(scene, activity, &frame, rect)
        return
      }
      let title = scene.headline(ofJourney: board) ?? scene.headline(activity)
      let way = StageHead.draw(title, scene, into: &frame, in: rect)
      JourneyView.draw(scene, board, journey, into: &frame, in: way, onStage: true)
    },
    desk: JourneyDesk.rows,
    bindings: { _, _ in JourneyKeys.atDesk },
    notesBindings: { _, _ in JourneyKeys.atNotes },
    report: { scene, activity in
      scene.journeys(of: activity).filter { ReportParts.place(of: $0, scene)?.id == activity.id }
        .flatMap {
          [.heading(level: 3, scene.name(ofJourney: $0))]
            + JourneyReport.blocks(scene, $0, level: 4)
        }
    })
}

/// What the facilitator reads of journeys beneath the time.
private enum JourneyDesk {
  static func rows(_ scene: Scene, _ activity: Activity) -> [DeskRow] {
    let journeys = scene.journeys(of: activity)
    guard !journeys.isEmpty else {
      return [.init("Journey", scene.say("none yet: c makes one"), style: .accent)]
    }
    return [stage(scene, activity)].compactMap { $0 }
      + journeys.map { board in
        .init(
          "Journey", line(scene, board),
          style: journeys.count > 1 && board.id == scene.board(of: activity)?.id
            ? .accent : .plain)
      } + [RoomPlace.row(scene, activity)].compactMap { $0 }
  }

  /// The stage that the room was stepped to.
  private static func stage(_ scene: Scene, _ activity: Activity) -> DeskRow? {
    guard let board = scene.workshop.board(scene.workshop.shown) ?? scene.board(of: activity),
      let journey = scene.journey(of: board), let stepped = scene.steppedStage
    else { return nil }
    let index = min(stepped, journey.stages.count - 1)
    let stage = journey.stages[index]
    return .init(
      "Shown",
      scene.say("\(index + 1) of \(journey.stages.count)") + "  " + scene.say(stage.label),
      style: .accent)
  }

  /// How far a journey has come: `4 of 7 !3  Odette · Today`.
  private static func line(_ scene: Scene, _ board: Board) -> String {
    let map = scene.map(of: board)
    let filled = map.stages.filter { !$0.lines.isEmpty }.count
    let pains = map.stages.reduce(0) { $0 + $1.lines(in: .pain).count }
    let marks = [scene.say("\(filled) of \(map.stages.count)"), pains > 0 ? "!\(pains)" : nil]
    return marks.compactMap { $0 }.joined(separator: " ") + "  " + scene.name(ofJourney: board)
  }
}
