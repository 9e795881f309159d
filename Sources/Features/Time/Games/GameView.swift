import Languages
import Shell
import Terminal
import WorkshopCore

/// A game on the stage: what it is and needs, then one step at a time, with those before it in sight.
enum GameView {
  static func draw(_ scene: Scene, _ play: GamePlay, into frame: inout Frame, in rect: Rect) {
    let lines = title(scene, play)
    let room = rect.inset(horizontal: 4, vertical: 0).top(1).rest
    let rows = BigTime.rows(scene, in: rect) { rows in
      let left = room.bottom(rows).rest.size
      return play.step == 0
        ? StageText(lines).isLarge(in: left)
        : now(play, scene).map {
          large($0, in: Size(columns: left.columns, rows: left.rows - 2)) != nil
        } ?? true
    }
    let text = rect.bottom(rows).rest.inset(horizontal: 2, vertical: 0)
    if play.step == 0 {
      StageText(lines).draw(into: &frame, in: text.top(1).rest)
    } else {
      step(scene, play, into: &frame, in: text.top(text.height > 8 ? 1 : 0).rest)
    }
    BigTime.draw(scene, into: &frame, in: rect.bottom(rows).strip)
  }

  /// What everyone does now.
  private static func now(_ play: GamePlay, _ scene: Scene) -> String? {
    play.isSeated ? scene.say(play.game.seated) : play.current.map { scene.say($0) }
  }

  private static func large(_ text: String, in room: Size) -> Lettering? {
    Lettering(
      text, in: Size(columns: room.columns - 4, rows: room.rows), highest: Lettering.smallest)
  }

  /// Before the first step: so that everybody knows what they let themselves in for.
  private static func title(_ scene: Scene, _ play: GamePlay) -> [StageText.Line] {
    let game = play.game
    return [
      .init(scene.say(game.title), Style(.strong, bold: true), rank: 0),
      .init(
        LibraryWords.facts(game, scene.language).joined(separator: " · "), .accent, rank: 2),
      .init(
        play.isSeated ? scene.say(game.seated) : "", Style(.strong, bold: true), rank: 1,
        mark: play.isSeated ? "▌" : ""),
    ]
  }

  private static func step(
    _ scene: Scene, _ play: GamePlay, into frame: inout Frame, in rect: Rect
  ) {
    let (head, below) = rect.top(rect.height > 5 ? 2 : 1)
    frame.put(
      scene.say(play.game.title), x: head.x, y: head.y, style: .quiet, width: head.width - 8)
    frame.put(
      play.count, x: head.x, y: head.y, style: Style(.accent, bold: true), width: head.width,
      alignment: .right)
    if play.isSeated {
      seated(scene, play, into: &frame, in: below)
    } else {
      steps(scene, play, into: &frame, in: below)
    }
  }

  /// How it goes seated stands in the place of the steps; the one the room is at beneath it.
  private static func seated(
    _ scene: Scene, _ play: GamePlay, into frame: inout Frame, in rect: Rect
  ) {
    let used = now(scene.say(play.game.seated), into: &frame, in: rect)
    let (_, rest) = rect.top(used + (rect.height > 5 ? 1 : 0))
    guard let current = play.current, !rest.isEmpty else { return }
    frame.put("\(play.step)", x: rest.x, y: rest.y, style: .quiet)
    frame.paragraph(
      scene.say(current),
      in: Rect(x: rest.x + 4, y: rest.y, width: width(rest), height: rest.height), style: .plain)
  }

  private static func width(_ rect: Rect) -> Int { min(86, rect.width - 4) }

  /// What counts now, with a bar beside it; returns its rows.
  private static func now(_ text: String, into frame: inout Frame, in rect: Rect) -> Int {
    let style = Style(.strong, bold: true)
    let wide = Rect(x: rect.x + 4, y: rect.y, width: rect.width - 4, height: rect.height)
    let rows: Int
    if let letters = large(text, in: rect.size) {
      rows = frame.letters(letters, in: wide, style: style, alignment: .left).height
    } else {
      rows = frame.paragraph(text, in: wide.left(width(rect)).strip, style: style)
    }
    for row in 0..<rows {
      frame.put("▌", x: rect.x, y: rect.y + row, style: Style(.accent, bold: true))
    }
    return rows
  }

  /// The current step after as many of those before it as have room.
  private static func steps(
    _ scene: Scene, _ play: GamePlay, into frame: inout Frame, in rect: Rect
  ) {
    let width = width(rect)
    let texts = play.game.steps.prefix(play.step).map { scene.say($0) }
    let heights = texts.map { Text.wrap($0, to: max(1, width)).count }
    guard let last = texts.last, let small = heights.last else { return }
    // Large, it may take the place of those before it.
    let own = large(last, in: rect.size)?.size.rows ?? small
    // A row of air beneath each step where all of them have one.
    let air = heights.reduce(0, +) + texts.count <= rect.height ? 1 : 0
    var first = texts.count - 1
    var used = own + 1
    while first > 0, used + heights[first - 1] + air <= rect.height {
      first -= 1
      used += heights[first] + air
    }
    var y = rect.y
    for index in first..<(texts.count - 1) {
      let place = Rect(x: rect.x + 4, y: y, width: width, height: rect.maxY - y)
      frame.put("\(index + 1)", x: rect.x, y: y, style: .quiet)
      y += frame.paragraph(texts[index], in: place, style: .quiet) + air
    }
    if first < texts.count - 1, air == 0, y + own < rect.maxY { y += 1 }
    let (_, place) = rect.top(y - rect.y)
    _ = now(last, into: &frame, in: place)
  }
}
