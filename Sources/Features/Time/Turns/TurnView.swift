import Languages
package import Shell
import Terminal
package import WorkshopCore

/// Whose turn it is on the stage: the name and the subject large, where in its time, who is next.
package enum TurnView {
  static func draw(_ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect) {
    let playlist = scene.workshop.playlist(of: activity)
    let index = scene.workshop.turnIndex(of: activity, in: playlist) ?? 0
    guard playlist.indices.contains(index) else { return }
    let turn = playlist[index]
    // A theme that the subject begins with need not be said twice.
    let title = scene.say(turn.title)
    let who = [turn.who, scene.title(ofTheme: turn.theme)].compactMap { $0 }.filter {
      !$0.isEmpty && !title.hasPrefix($0)
    }
    let now = StageText([
      // A long subject may be small; whose turn it is may not.
      .init(title, Style(.strong, bold: true), rank: who.isEmpty ? 0 : 1),
      .init(who.joined(separator: " · "), .accent),
    ])
    let next = StageText([
      .init(
        scene.next(after: index, in: playlist).map { scene.say("Next: \($0)") } ?? "", .quiet)
    ])
    let room = rect.inset(horizontal: 2, vertical: 0).top(1).rest
    // Beneath whose turn it is: which part of it, and who is next, each with a row of air.
    let isTall = StageHead.isTall(rect.height)
    let part = isTall ? Lettering.smallest : 1
    let below = 2 * (part + 1)
    let rows = BigTime.rows(scene, in: rect) { rows in
      now.isLarge(in: room.bottom(rows + 1 + (isTall ? below : 4)).rest.size)
    }
    var rest = room.bottom(rows > 0 ? rows + (isTall ? 1 : 0) : 0).rest
    rest = rest.top(now.draw(into: &frame, in: rest.bottom(isTall ? below : 4).rest) + 1).rest
    segments(scene, activity, turn, into: &frame, in: rest.top(part).strip)
    next.draw(into: &frame, in: rest.top(part + 1).rest)
    BigTime.draw(scene, into: &frame, in: rect.bottom(rows).strip)
  }

  /// The segments of the round in a row: the one that runs stands out by a mark and by weight.
  static func segments(
    _ scene: Scene, _ activity: Activity, _ turn: Turn, into frame: inout Frame, in rect: Rect
  ) {
    let all = scene.workshop.playlist(of: activity).filter { $0.place.round == turn.place.round }
    var x = rect.x
    let words = all.map { "\(scene.say($0.segment.title)) \($0.segment.minutes)" }
    let room = Size(columns: .max / 4, rows: rect.height)
    let letters = words.compactMap {
      Lettering($0, in: room, highest: Lettering.smallest)
    }
    let wide = letters.reduce(0) { $0 + $1.size.columns + 6 }
    for (index, one) in all.enumerated() {
      let isNow = one.place == turn.place
      let isDone = one.place.segment < turn.place.segment
      let mark = isDone ? "✓" : isNow ? "▶" : " "
      let style: Style = isNow ? Style(.accent, bold: true) : .quiet
      if letters.count == all.count, wide <= rect.width {
        frame.put(mark, x: x, y: rect.y + 1, style: style)
        let place = Rect(x: x + 2, y: rect.y, width: rect.maxX - x - 2, height: rect.height)
        x = frame.letters(letters[index], in: place, style: style, alignment: .left).maxX + 4
        continue
      }
      let text = "\(mark) \(words[index])"
      guard x + Text.width(text) <= rect.maxX else { return }
      x = frame.put(text, x: x, y: rect.y, style: style) + 3
    }
  }

  /// In one line, for the stage of an activity that is no talk: "Round 2 of 6 · Write"; a round that
  /// bears its number, as "Rotation 2", is counted by it.
  package static func line(_ scene: Scene, _ activity: Activity) -> String? {
    let rounds = scene.workshop.rounds(of: activity).filter {
      !scene.workshop.isSkipped($0, of: activity)
    }
    guard let turn = scene.turn(of: activity),
      let index = rounds.firstIndex(where: { $0.id == turn.place.round })
    else { return nil }
    let isNumbered = scene.say(turn.title).split { !$0.isNumber }.contains("\(index + 1)")
    // The only round there is needs neither a number nor a name.
    if rounds.count == 1, turn.who == nil { return scene.say(turn.segment.title) }
    let count = isNumbered ? nil : scene.say("Round \(index + 1) of \(rounds.count)")
    return [count, scene.line(of: turn)].compactMap { $0 }.joined(separator: " · ")
  }
}

extension Scene {
  /// The round after a turn's own, in a line: whoever comes next should get ready.
  fileprivate func next(after index: Int, in playlist: [Turn]) -> String? {
    let round = playlist[index].place.round
    guard let next = playlist.dropFirst(index + 1).first(where: { $0.place.round != round }) else {
      return nil
    }
    return [next.who ?? "", say(next.title)].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension Scene {
  /// A turn in a line: who, what, which part of it.
  package func line(of turn: Turn) -> String {
    let parts = [turn.who ?? "", say(turn.title), say(turn.segment.title)]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
