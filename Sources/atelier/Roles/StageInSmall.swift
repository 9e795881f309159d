import Languages
import Shell
import Terminal
import WorkshopCore

/// What everyone sees, at the desk: the room's screen as it would be in a small window.
///
/// Whoever runs the day reads there what comes in on the board without walking to it.
enum StageInSmall {
  /// Below this it says nothing, and is not drawn.
  static let least = Size(columns: 60, rows: 15)
  /// Its columns beside the moment; as on a screen of 80 columns.
  static let wide = 80
  private static let highest = 24

  static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard rect.height > least.rows, rect.width >= least.columns else { return }
    var room = scene
    room.role = .stage
    room.focus = Focus()
    var stage = Frame(
      size: Size(
        columns: min(wide, rect.width), rows: min(highest, rect.height - 1)))
    StageView.draw(room, into: &stage)
    let end = frame.put(
      scene.say("On screen##the projector") + " ", x: rect.x, y: rect.y, style: .quiet,
      width: stage.size.columns)
    frame.rule(x: end, y: rect.y, width: rect.x + stage.size.columns - end)
    frame.copy(stage, x: rect.x, y: rect.y + 1)
  }
}
