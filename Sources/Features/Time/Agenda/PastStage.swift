import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// What the room saw of an activity, for whoever looks back at it: the stage's picture, over the desk.
struct PastStage: Overlay {
  static let open = Action("see-stage", "Show what everyone saw", isReading: true) { scene in
    scene.current == nil ? .refused("Nothing has started") : .open(PastStage(), scene)
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [Binding(.escape, .enter, .character("q"), do: .leave, hint: "close")]
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    frame.fill(rect)
    guard let activity = scene.current else { return }
    let room = rect.inset(horizontal: 2, vertical: 0)
    let (head, below) = room.top(2)
    frame.put(
      scene.say(activity.title), x: head.x, y: head.y, style: Style(.accent, bold: true),
      width: head.width)
    let seen = scene.forTheRoom
    seen.kind.stage(seen, activity, &frame, below)
  }
}
