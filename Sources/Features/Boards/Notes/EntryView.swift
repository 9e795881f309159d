import Cards
import Journaling
import Languages
package import Shell
package import Terminal
import WorkshopCore

/// What a note-taker types in, with what helps beneath it: where the line goes, the line, words that
/// complete it or cards that say the same, where the facilitator is.
///
/// A longer line grows upwards, over the older cards; nothing beneath it moves.
package enum EntryView {
  /// Draws it at the bottom of a room that it shares with the list, and gives back what is left above.
  package static func draw(_ scene: Scene, into frame: inout Frame, in room: Rect) -> Rect {
    let typed = Panel.height(of: scene.focus.line, width: room.width)
    let rows = min(typed, max(2, room.height / 3))
    let (foot, above) = room.bottom(1)
    let (help, rest) = above.bottom(room.height >= 18 ? Scene.mostSaid : 2)
    let (line, upper) = rest.bottom(rows)
    let (head, list) = upper.bottom(1)
    destination(scene, into: &frame, in: counter(scene, into: &frame, in: head))
    self.help(scene, into: &frame, in: help)
    Panel.line(
      scene.focus.line, into: &frame, x: line.x, y: line.y, width: line.width, rows: line.height,
      mark: scene.focus.editing == nil ? "› " : "✎ ")
    frame.put(
      scene.say(status(scene)), x: foot.x, y: foot.y,
      style: scene.isLeftBehind ? Style(.warning, bold: true) : .quiet, width: foot.width)
    return list
  }

  /// How long the text has become, once that matters; gives back the room at its left.
  private static func counter(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Rect {
    guard let length = CardLength(scene.focus.line.text) else { return rect }
    let text = scene.say(length.phrase)
    let style: Style = length.isOver ? .warning : .quiet
    frame.put(text, x: rect.maxX - Text.width(text), y: rect.y, style: style)
    return rect.right(Text.width(text) + 2).rest
  }

  /// The column that the line goes to, and what its card will come from, when it will be due.
  private static func destination(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    var parts: [String] = []
    let slip = scene.slipEcho
    if !slip.isEmpty {
      parts.append(slip)
    } else if let card = scene.workshop.card(scene.focus.editing) {
      // A card that is edited stays where it lies.
      if card.board != scene.board?.id, let board = scene.workshop.board(card.board) {
        parts.append(scene.say("Into: \(scene.name(of: board))"))
      }
    } else if let board = scene.lineBoard, let zone = scene.destination(on: board) {
      parts.append(scene.say("Into: \(zone)") + prompt(scene, board))
    }
    if scene.focus.editing == nil, let turn = scene.chosenTurn(on: scene.board) {
      let name = [turn.who ?? "", scene.say(turn.title)].filter { !$0.isEmpty }
        .joined(separator: " · ")
      parts.append(scene.say("Turn: \(name)"))
    }
    let links = scene.linksAtHand
    if let first = links.first {
      let more = links.count > 1 ? " +\(links.count - 1)" : ""
      parts.append("↳ " + scene.source(first) + more)
    }
    parts += [scene.projectEcho, scene.dueEcho].filter { !$0.isEmpty }
    frame.put(
      parts.joined(separator: "   "), x: rect.x + 2, y: rect.y, style: .accent,
      width: rect.width - 2)
  }

  /// What a canvas asks for in the chosen block, a journey in the chosen row.
  private static func prompt(_ scene: Scene, _ board: Board) -> String {
    if scene.journey(of: board) != nil { return " · " + scene.prompt(scene.row) }
    let block = scene.zone(forCardsOn: board).flatMap { scene.canvas(of: board)?.block($0) }
    return block.map { " · " + scene.say($0.prompt) } ?? ""
  }

  private static func help(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let words = CardLine.completions(scene.focus.line.head, scene)
    if !words.isEmpty {
      frame.put(
        words.prefix(4).joined(separator: "   "), x: rect.x + 2, y: rect.y, style: .accent,
        width: rect.width - 2)
      // A word that is being completed hides nothing; the +1 comes after it.
      said(scene, completing: true, into: &frame, in: rect.top(1).rest)
    } else if !said(scene, into: &frame, in: rect), !elsewhere(scene, into: &frame, in: rect) {
      let other = scene.presence.first {
        $0.board == scene.board?.id && $0.isTyping && $0.by != scene.me
      }
      guard let other, rect.height > 0 else { return }
      let block = scene.board.flatMap { scene.title(ofZone: other.zone, on: $0) }
      let text: Phrase =
        block.map { "\(other.by) is writing in “\($0)”." }
        ?? "\(other.by) is writing on this board too."
      frame.put(
        scene.say(text), x: rect.x, y: rect.maxY - 1,
        style: .quiet, width: rect.width)
    }
  }

  /// A card that says the same of another place; false when there is none.
  private static func elsewhere(_ scene: Scene, into frame: inout Frame, in rect: Rect) -> Bool {
    guard let card = scene.saidElsewhere.first, !rect.isEmpty else { return false }
    let label = scene.say("Said of another place:")
    let (name, text) = rect.left(Text.width(label) + 4)
    frame.put(label, x: name.x + 2, y: name.y, style: .quiet)
    frame.paragraph(Wall.label(card, in: text.size), in: text, style: .quiet)
    return true
  }

  /// The cards that say nearly the same; false when there are none.
  @discardableResult
  private static func said(
    _ scene: Scene, completing: Bool = false, into frame: inout Frame, in rect: Rect
  ) -> Bool {
    let alike = scene.alreadySaid
    guard !alike.isEmpty, !rect.isEmpty else { return false }
    let label = scene.say("Already said?")
    let keys: [String] =
      completing
      ? []
      : [
        scene.say("Tab: +1"),
        alike.count > 1 ? "\(Key.backTab.label) " + scene.say("the next one") : "",
      ]
    let (names, rest) = rect.left(Text.width(label) + 4)
    let (aside, texts) = rest.right((keys.map { Text.width($0) }.max() ?? 0) + 2)
    frame.put(label, x: names.x + 2, y: names.y, style: .quiet)
    let chosen = alike.firstIndex { $0.id == scene.focus.said } ?? 0
    if alike.count == 1 {
      frame.paragraph(Wall.label(alike[0], in: texts.size), in: texts, style: .accent)
    } else {
      let row = Size(columns: texts.width - 2, rows: 1)
      for (index, card) in alike.prefix(rect.height).enumerated() {
        frame.put(
          (index == chosen ? "▶ " : "  ") + Wall.label(card, in: row), x: texts.x,
          y: texts.y + index, style: index == chosen ? .accent : .quiet, width: texts.width)
      }
    }
    for (row, key) in keys.enumerated().prefix(rect.height) {
      frame.put(
        key, x: aside.x, y: aside.y + row, style: .quiet, width: aside.width, alignment: .right)
    }
    return true
  }

  private static func status(_ scene: Scene) -> Phrase {
    if scene.isLeftBehind, let board = scene.lineBoard, let activity = scene.current {
      return
        "Now at: \(activity.title). Enter: line to \(scene.name(of: board)), Ctrl-G: move it here"
    }
    if scene.isLeftBehind, scene.lineBoard == nil {
      return "The board of your line is gone: Ctrl-G brings the line here"
    }
    guard let activity = scene.current else { return "The workshop has not begun yet." }
    if scene.chosenBoard != nil {
      return scene.focus.boardDuring == nil
        ? "You keep this board; the facilitator is at \(activity.title)."
        : "You chose this board until the next activity. Ctrl-B keeps it or leaves it"
    }
    guard let countdown = scene.countdown else { return "The facilitator is at \(activity.title)." }
    let left = countdown.secondsLeft(at: scene.now)
    if left < 0 { return "The facilitator is at \(activity.title), time is up." }
    return "The facilitator is at \(activity.title), \((left + 59) / 60) min left."
  }
}

/// How long a card's text has become, said from 400 characters on.
///
/// An idea has 500 characters at most in the tools that people know; ours is not cut there, but a wall
/// has no room for more.
struct CardLength: Equatable {
  let count: Int

  private static let near = 400
  private static let long = 500

  /// Nil while nobody need hear of it.
  init?(_ text: String) {
    guard text.utf8.count >= Self.near, text.count >= Self.near else { return nil }
    count = text.count
  }

  var isOver: Bool { count > Self.long }

  var phrase: Phrase {
    if count > Action.longest {
      return "\(count) of \(Self.long) characters: several cards"
    }
    return isOver
      ? "\(count) of \(Self.long) characters: long for a card" : "\(count) of \(Self.long)"
  }
}
