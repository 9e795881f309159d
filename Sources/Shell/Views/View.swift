import Languages
package import Terminal
import WorkshopCore

/// A whole screen: the role's view with whatever lies over it.
package enum View {
  /// The smallest window that is drawn in.
  static let smallest = Size(columns: 60, rows: 15)

  package static func draw(_ scene: Scene, size: Size) -> Frame {
    guard let guide = scene.guide, size.columns >= smallest.columns, size.rows >= smallest.rows
    else { return screen(scene, size: size) }
    let rows = Guide.rows(in: size)
    var frame = Frame(size: size)
    frame.put(
      screen(scene, size: Size(columns: size.columns, rows: size.rows - rows)), y: rows)
    guide.draw(scene, into: &frame)
    return frame
  }

  /// The window's size, or what a lesson leaves of it.
  package static func size(_ size: Size, _ scene: Scene) -> Size {
    Size(columns: size.columns, rows: size.rows - (scene.guide == nil ? 0 : Guide.rows(in: size)))
  }

  private static func screen(_ scene: Scene, size: Size) -> Frame {
    var frame = Frame(size: size)
    guard size.columns >= smallest.columns, size.rows >= smallest.rows else {
      tooSmall(scene, into: &frame)
      return frame
    }
    scene.roleView?.draw(scene, &frame)
    if let overlay = scene.focus.overlay, !overlay.isBeside(frame.bounds, scene) {
      let (foot, room) = frame.bounds.bottom(2)
      frame.fill(foot)
      frame.cursor = nil
      overlay.draw(scene.seen, into: &frame, in: room)
      Foot.draw(scene, into: &frame)
    }
    // Whoever follows the cursor is led to what is chosen; on the projector nobody sees it.
    if frame.cursor == nil {
      frame.cursor = frame.focusPoint
      frame.isCursorShown = scene.mayShowPrivately || scene.role == .ballot || scene.role == .notes
    }
    return frame
  }

  private static func tooSmall(_ scene: Scene, into frame: inout Frame) {
    let phrase = scene.say(
      "This window is \(frame.size.columns)x\(frame.size.rows); atelier needs \(smallest.columns)x\(smallest.rows)"
    )
    frame.paragraph(phrase, in: frame.bounds, style: .warning)
  }
}

/// The last line: what can be pressed, or the answer to the last key.
package enum Foot {
  package static func draw(_ scene: Scene, into frame: inout Frame) {
    if answer(scene, into: &frame) { return }
    let width = frame.size.columns - 2
    let text = Keymap.hints(scene, width: width)
    frame.put(text, x: 1, y: frame.size.rows - 1, style: .quiet, width: width)
  }

  /// The answer to the last key alone; false when there is none.
  @discardableResult
  package static func answer(_ scene: Scene, into frame: inout Frame) -> Bool {
    guard let notice = scene.focus.notice, notice.until > scene.now.milliseconds else {
      return false
    }
    // The stage draws down to the last row: what stands there makes way.
    frame.fill(frame.bounds.bottom(1).strip)
    let ink: Ink = notice.isWarning ? .warning : .accent
    frame.put(
      " " + scene.say(notice.phrase), x: 0, y: frame.size.rows - 1, style: Style(ink, bold: true),
      width: frame.size.columns - 1)
    return true
  }
}
