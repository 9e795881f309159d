import Reporting
import Terminal
import WorkshopCore

extension ActivityKind {
  /// Experts or groups one after another, each with their own time; facts and questions are noted.
  static let talk = ActivityKind(
    id: "talk", name: "Talks", writesBoard: true, hasBigTime: true, showsTurns: true,
    stage: { scene, activity, frame, rect in
      guard scene.turn(of: activity) != nil else {
        plenary.stage(scene, activity, &frame, rect)
        return
      }
      TurnView.draw(scene, activity, into: &frame, in: rect)
    },
    desk: { scene, activity in [.init("Noted", Desk.count(scene, activity))] },
    guide: { _, _ in "Facts and questions: ^N chooses the column, the theme follows the speaker" },
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

extension Scene {
  /// A turn in a line: who, what, which part of it.
  func line(of turn: Turn) -> String {
    let parts = [turn.who ?? "", say(turn.title), say(turn.segment.title)]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// Lines of the facilitator's pane that several kinds share.
enum Desk {
  /// How many cards lie on the activity's board, and the newest.
  static func count(_ scene: Scene, _ activity: Activity) -> String {
    guard let board = scene.board(of: activity) else { return "" }
    let cards = scene.workshop.cards(on: board.id)
    let count = scene.say(cards.count == 1 ? "1 card" : "\(cards.count) cards")
    return cards.last { !$0.text.isEmpty }.map { "\(count) · \($0.text)" } ?? count
  }

  static func board(_ scene: Scene, _ activity: Activity) -> [MomentPane.Row] {
    guard let board = scene.board(of: activity) else { return [] }
    return [.init("Board", "\(scene.say(board.title)) · \(count(scene, activity))")]
  }

  /// What is parked and still has to be spoken of.
  static func parked(_ scene: Scene) -> MomentPane.Row {
    let open = scene.parkedOpen
    guard !open.all.isEmpty else { return .init("Parked", "") }
    let text = scene.say("\(open.all.count) open, \(open.withoutOwner) without an owner: M-w")
    return .init("Parked", text, style: open.withoutOwner == 0 ? .plain : .warning)
  }
}
