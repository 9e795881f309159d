import Cards
import Languages
import Reporting
package import Shell
import Terminal
import WorkshopCore

extension ActivityKind {
  /// Experts or groups one after another, each with their own time; facts and questions are noted.
  package static let talk = ActivityKind(
    id: "talk", name: "Talks", traits: .talk, writesBoard: true, hasBigTime: true, showsTurns: true,
    rehearsal: RehearsalTraits(
      needsBoard: true, hasSpeakers: true, lines: .one, drift: -0.05...0.2),
    planning: PlanningTraits(
      "One speaker after another, each with a time", minutes: 20, phase: .scan,
      board: .init(of: "fact", called: "Facts")),
    stage: { scene, activity, frame, rect in
      guard scene.turn(of: activity) != nil else {
        plenary.stage(scene, activity, &frame, rect)
        return
      }
      TurnView.draw(scene, activity, into: &frame, in: rect)
    },
    desk: { scene, activity in [.init("Noted", DeskRow.cards(scene, activity))] },
    guide: { _, _ in "Facts and questions: Ctrl-N chooses the column, the theme follows the speaker"
    },
    report: { scene, activity in
      let turns = scene.workshop.rounds(of: activity).map { round in
        let parts = [round.who, scene.title(ofTheme: round.theme)].compactMap { $0 }.filter {
          !$0.isEmpty && $0 != scene.say(round.title)
        }
        return Report.Item(([scene.say(round.title)] + parts).joined(separator: " · "))
      }
      return [.list(turns)] + ReportParts.board(scene, activity)
    })
}
