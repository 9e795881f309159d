package import Terminal
import WorkshopCore

/// The first lines of what the stage shows: what it is about, and the time.
package enum StageHead {
  /// The large line at the left and the time at the right; gives back the room beneath.
  package static func draw(
    _ text: String, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    guard let countdown = scene.countdown else {
      return rect.top(Self.text(text, into: &frame, in: rect) + 1).rest
    }
    guard scene.workshop.isOn(.digits) else {
      let (bar, left) = rect.right(22)
      TimeLeft.bar(countdown, at: scene.now, into: &frame, x: bar.x + 2, y: bar.y, width: 20)
      return rect.top(max(2, Self.text(text, into: &frame, in: left) + 1)).rest
    }
    let time = TimeLeft.text(countdown, at: scene.now)
    let scale: BigText.Scale = rect.height >= 32 && rect.width >= 100 ? .medium : .small
    let digits = BigText.size(of: time, scale: scale)
    let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
    frame.big(time, x: rect.maxX - digits.columns, y: rect.y, scale: scale, style: style)
    let (_, left) = rect.right(digits.columns + 2)
    let rows = Self.text(text, into: &frame, in: left)
    return rect.top(max(rows, digits.rows) + 1).rest
  }

  /// The question alone, in letters that the last row reads, while nothing stands beneath it yet; where it
  /// is too long for them, the large line. Gives back the room beneath.
  package static func opening(
    _ question: String, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let room = draw("", scene, into: &frame, in: rect).bottom(3).rest
    guard let large = Lettering(question, in: Size(columns: room.width - 2, rows: room.height))
    else { return draw(question, scene, into: &frame, in: rect) }
    let place = frame.letters(large, in: room, style: Style(.strong, bold: true))
    return rect.top(place.maxY - rect.y + 1).rest
  }

  /// The large line; returns the rows it took.
  package static func text(_ text: String, into frame: inout Frame, in rect: Rect) -> Int {
    let width = min(rect.width, 90)
    let place = Rect(
      x: rect.x + 2, y: rect.y, width: max(1, width - 4), height: min(3, rect.height))
    return frame.paragraph(text, in: place, style: Style(.strong, bold: true))
  }
}
