package import Terminal
package import WorkshopCore

/// The first lines of what the stage shows: what it is about, and the time.
package enum StageHead {
  /// The large line at the left, what stands beneath it, and the time at the right; gives back the room
  /// beneath.
  package static func draw(
    _ text: String, beside: String = "", _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let (left, least) = time(scene, into: &frame, in: rect)
    var used = Self.text(text, into: &frame, in: left.top(rows(rect.height)).strip)
    if !beside.isEmpty {
      let below = Rect(x: left.x + 2, y: left.y + used, width: left.width - 4, height: 1)
      frame.paragraph(beside, in: below, style: .quiet)
      used += 1
    }
    return rect.top(max(used, least) + 1).rest
  }

  /// The time at the right; gives back the room beside it, and the rows that it takes.
  private static func time(
    _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> (left: Rect, rows: Int) {
    guard let countdown = scene.countdown else { return (rect, 0) }
    guard scene.workshop.isOn(.digits) else {
      let (bar, left) = rect.right(22)
      TimeLeft.bar(countdown, at: scene.now, into: &frame, x: bar.x + 2, y: bar.y, width: 20)
      return (left, 1)
    }
    let time = TimeLeft.text(countdown, at: scene.now)
    let scale: BigText.Scale = rect.height >= 32 && rect.width >= 100 ? .medium : .small
    let digits = BigText.size(of: time, scale: scale)
    let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
    frame.big(time, x: rect.maxX - digits.columns, y: rect.y, scale: scale, style: style)
    return (rect.right(digits.columns + 2).rest, digits.rows)
  }

  /// The question that is worked on at an activity, or beneath the step that its method is at: what people do
  /// in it, with whom, how long and which of how many. Gives back the room beneath.
  ///
  /// - Parameter isAlone: nothing stands beneath it yet, so that it may be as large as there is room.
  package static func work(
    _ question: String, at activity: Activity, isAlone: Bool = false, _ scene: Scene,
    into frame: inout Frame, in rect: Rect
  ) -> Rect {
    guard let step = scene.step(of: activity) else {
      return isAlone
        ? opening(question, scene, into: &frame, in: rect)
        : draw(question, scene, into: &frame, in: rect)
    }
    let (left, least) = time(scene, into: &frame, in: rect)
    let beside = left.inset(horizontal: 2, vertical: 0)
    let task = StageText.Line(step.task, Style(.strong, bold: true))
    let facts = [
      StageText.Line(step.place, Style(.accent, bold: true), rank: 1, air: 0),
      StageText.Line(question == step.task ? "" : question, .quiet, rank: 2, air: 0),
    ]
    let isTall = isTall(frame.size.rows - 2)
    if isAlone {
      // Where it stands beside the time, what to do beneath both, as large as there is room.
      let used = StageText(facts).draw(into: &frame, in: beside.top(isTall ? 10 : 4).strip)
      let room = rect.inset(horizontal: 2, vertical: 0).top(max(used, least) + 1).rest.bottom(3)
        .rest
      return rect.top(room.y - rect.y + StageText([task]).draw(into: &frame, in: room) + 1).rest
    }
    let room = beside.top(isTall ? rect.height * 3 / 5 : min(6, rect.height / 2)).strip
    let whole = StageText([task] + facts)
    let text = isTall && !whole.isLarge(in: room.size) ? StageText([task, facts[0]]) : whole
    return rect.top(max(text.draw(into: &frame, in: room), least) + 1).rest
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
