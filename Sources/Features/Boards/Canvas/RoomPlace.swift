import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Which of several canvases of a kind, or journeys, the room is at: what the facilitator chooses.
enum RoomPlace {
  /// When tables tell theirs one after another; the note-takers stay where they write. After the last one
  /// the room goes to whichever is made last, until another is chosen.
  static let next = Action(
    "next-place", "Show the next canvas or journey on the projector, or always the newest",
    onStage: true
  ) { scene in
    guard let activity = scene.current, let canvas = scene.canvas(of: activity) else {
      return .refused("This activity has no canvas")
    }
    let live = places(scene, activity)
    guard let last = live.last else { return .refused("No canvas yet: c makes one") }
    let here = scene.workshop.roomBoard(of: canvas)?.id
    let at = live.firstIndex { $0.id == scene.workshop.shown ?? here }
    let isNewest = scene.workshop.boards.contains { $0.canvas == canvas && $0.room == .newest }
    let next = isNewest ? live.first : at.map { live.dropFirst($0 + 1).first } ?? live.first
    var outcome = Outcome()
    if let next {
      outcome.events = [set(next, .here)]
      outcome.notice = "On the projector: \(scene.name(of: next))"
    } else {
      outcome.events = [set(last, .newest)]
      outcome.notice = "The projector shows the newest one. J chooses one"
    }
    if scene.workshop.shown != nil { outcome.events.append(.boardShown(board: nil)) }
    return outcome
  }

  /// The room goes to what the facilitator makes; a note-taker moves nobody.
  static func following(
    _ scene: Scene, _ canvas: String
  ) -> (@Sendable (String, Event) -> [Event])? {
    let isNewest = scene.workshop.boards.contains { $0.canvas == canvas && $0.room == .newest }
    guard scene.role == .facilitator, !isNewest else { return nil }
    return { id, _ in [.boardSet(board: id, setting: .room, value: Board.Room.here.rawValue)] }
  }

  /// That the room goes to whichever is made last, for the desk.
  static func row(_ scene: Scene, _ activity: Activity) -> DeskRow? {
    let canvas = scene.canvas(of: activity)
    guard scene.workshop.boards.contains(where: { $0.canvas == canvas && $0.room == .newest })
    else { return nil }
    return .init("Shown", scene.say("the newest, whenever one is made"), style: .accent)
  }

  /// What there is to show: canvases and journeys that are somebody's, or that somebody has begun.
  private static func places(_ scene: Scene, _ activity: Activity) -> [Board] {
    let canvas = scene.canvas(of: activity)
    return scene.workshop.boards.filter {
      $0.canvas == canvas && canvas != nil
        && ($0.about != nil || !scene.workshop.cards(on: $0.id).isEmpty)
    }
  }

  private static func set(_ board: Board, _ room: Board.Room) -> Event {
    .boardSet(board: board.id, setting: .room, value: room.rawValue)
  }
}
