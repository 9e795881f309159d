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
    let timeRows = scene.countdown == nil ? 0 : min(rect.height / 2, rect.height >= 24 ? 14 : 8)
    let (time, text) = rect.bottom(timeRows)
    var y = text.y + 1
    let who = [turn.who, scene.title(ofTheme: turn.theme)].compactMap { $0 }.filter {
      !$0.isEmpty && $0 != scene.say(turn.title)
    }
    y += StageHead.text(
      scene.say(turn.title), into: &frame,
      in: Rect(x: text.x, y: y, width: text.width, height: 3))
    if !who.isEmpty {
      frame.put(
        who.joined(separator: " · "), x: text.x + 2, y: y, style: .accent, width: text.width - 2)
      y += 1
    }
    y += text.height >= 9 ? 1 : 0
    segments(
      scene, activity, turn, into: &frame,
      in: Rect(x: text.x + 2, y: y, width: text.width - 4, height: 1))
    if let next = scene.next(after: index, in: playlist), y + 2 < text.maxY {
      frame.put(
        scene.say("Next: \(next)"), x: text.x + 2, y: y + 2, style: .quiet, width: text.width - 2)
    }
    BigTime.draw(scene, into: &frame, in: time)
  }

  /// The segments of the round in a row: the one that runs stands out by a mark and by weight.
  static func segments(
    _ scene: Scene, _ activity: Activity, _ turn: Turn, into frame: inout Frame, in rect: Rect
  ) {
    let all = scene.workshop.playlist(of: activity).filter { $0.place.round == turn.place.round }
    var x = rect.x
    for one in all {
      let isNow = one.place == turn.place
      let isDone = one.place.segment < turn.place.segment
      let mark = isDone ? "✓" : isNow ? "▶" : " "
      let style: Style = isNow ? Style(.accent, bold: true) : .quiet
      let text = "\(mark) \(scene.say(one.segment.title)) \(one.segment.minutes)"
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
