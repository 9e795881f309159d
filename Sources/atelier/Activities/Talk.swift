import Report
import Terminal
import Workshop

extension ActivityKind {
  /// Experts or groups one after another, each with their own time; facts and questions are noted.
  static let talk = ActivityKind(
    id: "talk", name: "Talks", writesBoard: true, hasBigTime: true,
    stage: { scene, activity, frame, rect in
      guard let turn = scene.turn(of: activity) else {
        plenary.stage(scene, activity, &frame, rect)
        return
      }
      var parts = [turn.who, scene.title(ofTheme: turn.theme)].compactMap { $0 }.filter {
        !$0.isEmpty
      }
      parts.append(scene.say(turn.segment.title))
      let next = scene.next(after: activity).map { scene.say("Next: \($0)") }
      Stage.draw(
        scene, heading: scene.say(turn.title), subheading: parts.joined(separator: " · "),
        points: [next].compactMap { $0 }, into: &frame, in: rect)
    },
    desk: { scene, activity in
      guard let turn = scene.turn(of: activity) else { return [] }
      let playlist = scene.workshop.playlist(of: activity)
      let place = scene.workshop.turnIndex(of: activity, in: playlist).map { $0 + 1 } ?? 0
      let now = [turn.who ?? "", scene.say(turn.title), scene.say(turn.segment.title)]
      return [
        .init(
          "Turn",
          "\(place)/\(playlist.count)  " + now.filter { !$0.isEmpty }.joined(separator: " · ")
        ),
        .init("Then", scene.next(after: activity) ?? ""),
        .init("Noted", Desk.count(scene, activity)),
      ]
    },
    guide: { _, _ in "Facts and questions: ^N chooses the column, the theme follows the speaker" },
    report: { scene, activity in
      let turns = scene.workshop.rounds(of: activity).map { round in
        let parts = [round.who, scene.title(ofTheme: round.theme)].compactMap { $0 }.filter {
          !$0.isEmpty
        }
        return Report.Item(([scene.say(round.title)] + parts).joined(separator: " · "))
      }
      return [.list(turns)] + ReportParts.board(scene, activity)
    })
}

extension Scene {
  /// Whose turn comes after this one.
  fileprivate func next(after activity: Activity) -> String? {
    let playlist = workshop.playlist(of: activity)
    let index = workshop.turnIndex(of: activity, in: playlist) ?? 0
    guard let next = playlist.dropFirst(index + 1).first else { return nil }
    return [next.who ?? "", say(next.title), say(next.segment.title)].filter { !$0.isEmpty }.joined(
      separator: " · ")
  }
}

/// Lines of the facilitator's pane that several kinds share.
enum Desk {
  /// How many cards lie on the activity's board, and the newest.
  static func count(_ scene: Scene, _ activity: Activity) -> String {
    guard let board = scene.board(of: activity) else { return "" }
    let cards = scene.workshop.cards(on: board.id)
    let count = scene.say(cards.count == 1 ? "1 card" : "\(cards.count) cards")
    return cards.last.map { "\(count) · \($0.text)" } ?? count
  }

  static func board(_ scene: Scene, _ activity: Activity) -> [MomentPane.Row] {
    guard let board = scene.board(of: activity) else { return [] }
    return [.init("Board", "\(scene.say(board.title)) · \(count(scene, activity))")]
  }
}
