package import Terminal
import WorkshopCore

/// The first lines of what the stage shows: what it is about, and the time.
package enum StageHead {
  /// The large line at the left, what stands beneath it, and the time at the right; gives back the room
  /// beneath.
  package static func draw(
    _ text: String, beside: String = "", _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let most = rows(rect.height)
    func head(_ left: Rect, _ frame: inout Frame) -> Int {
      let place = left.top(most).strip
      let used = Self.text(text, into: &frame, in: place)
      guard !beside.isEmpty else { return used }
      let below = Rect(x: left.x + 2, y: left.y + used, width: left.width - 4, height: 1)
      frame.paragraph(beside, in: below, style: .quiet)
      return used + 1
    }
    guard let countdown = scene.countdown else {
      return rect.top(head(rect, &frame) + 1).rest
    }
    guard scene.workshop.isOn(.digits) else {
      let (bar, left) = rect.right(22)
      TimeLeft.bar(countdown, at: scene.now, into: &frame, x: bar.x + 2, y: bar.y, width: 20)
      return rect.top(max(2, head(left, &frame) + 1)).rest
    }
    let time = TimeLeft.text(countdown, at: scene.now)
    let scale: BigText.Scale = rect.height >= 32 && rect.width >= 100 ? .medium : .small
    let digits = BigText.size(of: time, scale: scale)
    let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
    frame.big(time, x: rect.maxX - digits.columns, y: rect.y, scale: scale, style: style)
    let (_, left) = rect.right(digits.columns + 2)
    return rect.top(max(head(left, &frame), digits.rows) + 1).rest
  }

  /// The rows that the large line may take: three of body text, and where a row of body text is too small
  /// for the last row of a room, so many of large letters.
  private static func rows(_ height: Int) -> Int { isTall(height) ? height * 2 / 5 : 3 }

  /// Whether body text of one row is too small to be read from the last row of a room: in a window of more
  /// than 26 rows a capital is lower than 3 % of the picture.
  ///
  /// The least height is the distance divided by 200 times the height of the picture (AVIXA's DISCAS, as in
  /// https://www.aetm.org/documentation/screens-specifications-and-sightlines/sightlines-image-size/bdm-only-sizing-the-image/
  /// ): 3 % in a room of eight metres with a picture 1.3 m high.
  package static func isTall(_ height: Int) -> Bool { height > 24 }

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
    let place = Rect(
      x: rect.x + 2, y: rect.y, width: max(1, rect.width - 4), height: rect.height)
    let style = Style(.strong, bold: true)
    let large = Lettering(text, in: place.size, highest: Lettering.smallest)
    if isTall(frame.size.rows - 2), let large {
      return frame.letters(large, in: place, style: style, alignment: .left).height
    }
    let body = Rect(
      x: place.x, y: place.y, width: min(place.width, 86), height: min(3, rect.height))
    return frame.paragraph(text, in: body, style: style)
  }
}
