import Languages
package import Shell
package import Terminal
import WorkshopCore

/// Personas, facts and pain points beside the board, to look up and to link to an idea.
///
/// From 100 columns on it stands beside the board and stays there while the note-taker types on; in a
/// narrower window it lies over it.
package struct FactPane: Overlay {
  /// Narrows the list.
  var line = Line()
  /// The chosen source; nil: the first.
  var chosen: CardID?

  /// Beside the board from this many columns on.
  private static let wide = 100

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.take, hint: scene.canLink ? "link" : "begin an idea"),
      Binding(.down, .tab, do: Self.move("next-source", "Down", by: 1), hint: "down"),
      Binding(.up, .backTab, do: Self.move("previous-source", "Up", by: -1)),
      Binding(.escape, do: .leave, hint: "back to the board"),
      Binding(.alt("f"), do: Self.putAway, hint: "put away"),
      Binding(.function(1), do: .help, hint: "help"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> FactPane? {
    var pane = self
    guard pane.line.take(key) else { return nil }
    pane.chosen = nil
    return pane
  }

  /// What holds the text that was typed, by group.
  private func groups(_ scene: Scene) -> [SourceGroup] {
    let wanted = Fold.plain(line.text.trimmed)
    guard !wanted.isEmpty else { return scene.sources }
    return scene.sources.map { group in
      SourceGroup(
        title: group.title, sources: group.sources.filter { Fold.plain($0.text).contains(wanted) })
    }.filter { !$0.sources.isEmpty }
  }

  private func source(_ scene: Scene) -> Source? {
    let all = groups(scene).flatMap(\.sources)
    return all.first { $0.card == chosen } ?? all.first
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var pane = scene.focus.overlay as? FactPane else { return .nothing }
      let all = pane.groups(scene).flatMap(\.sources).map(\.card)
      guard !all.isEmpty else { return .nothing }
      let at = all.firstIndex { $0 == pane.chosen } ?? 0
      pane.chosen = all[max(0, min(at + step, all.count - 1))]
      return .replace(pane, scene)
    }
  }

  /// Links the chosen source to the idea at hand and goes back to it; with none, begins one.
  private static let take = Action("link-source", "Link it to the idea at hand, or take it away") {
    scene in
    guard let pane = scene.focus.overlay as? FactPane, let source = pane.source(scene) else {
      return .nothing
    }
    var beneath = scene
    _ = beneath.focus.overlays.popLast()
    guard scene.canLink else { return .begin(from: source, beneath) }
    var outcome = beneath.toggling(source.card)
    if outcome.focus == nil { outcome.focus = beneath.focus }
    return outcome
  }

  private static let putAway = Action("put-away", "Put the facts away") { scene in
    .focus(of: scene) {
      $0.hasFacts = false
      _ = $0.overlays.popLast()
    }
  }

  /// In a wide window, at a board.
  package func isBeside(_ rect: Rect, _ scene: Scene) -> Bool {
    Self.split(rect, scene).side.width > 0
  }

  /// The board's room and the pane's; the pane's is empty where there is none.
  package static func split(_ rect: Rect, _ scene: Scene) -> (main: Rect, side: Rect) {
    let isAtBoard = scene.role == .notes || scene.focus.place != .agenda
    let has = scene.focus.hasFacts && isAtBoard && rect.width >= wide
    let (side, main) = rect.right(has ? min(56, rect.width * 2 / 5) : 0)
    return (main, side)
  }

  /// The pane beside a board, whether it is open or only stands there.
  package static func draw(_ scene: Scene, into frame: inout Frame, in side: Rect) {
    guard !side.isEmpty else { return }
    frame.fill(
      Rect(x: side.x, y: side.y + 1, width: 1, height: side.height - 3), style: .quiet, with: "│")
    let room = side.left(1).rest.bottom(1).rest
    if let pane = scene.focus.overlay as? FactPane {
      pane.draw(scene, into: &frame, in: room)
    } else {
      let caret = frame.cursor
      FactPane().list(scene, isOpen: false, into: &frame, in: room)
      frame.cursor = caret
    }
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    list(scene, isOpen: true, into: &frame, in: rect)
  }

  private func list(
    _ scene: Scene, isOpen: Bool, into frame: inout Frame, in rect: Rect
  ) {
    let theme = scene.themeAtHand.flatMap { scene.title(ofTheme: $0) }
    let title: Phrase = theme.map { "Facts at hand: \($0)" } ?? "Facts at hand"
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    var room = inner
    var caret: Point?
    if isOpen {
      Panel.line(
        line, into: &frame, x: inner.x, y: inner.y, width: inner.width,
        placeholder: scene.say("Part of a text"))
      caret = frame.cursor
      room = inner.top(2).rest
    }
    let groups = groups(scene)
    let chosen = isOpen ? source(scene)?.card : nil
    let links = Set(scene.linksAtHand)
    let rows = groups.flatMap { group -> [Row] in
      [Row(text: "\(group.title) · \(group.sources.count)", card: nil)]
        + group.sources.map { Row(text: $0.text, card: $0.card) }
    }
    let heights = rows.map {
      $0.card == nil ? 2 : Text.wrap($0.text, to: max(1, room.width - 2)).count
    }
    let first = Self.first(
      heights, holding: rows.firstIndex { $0.card == chosen && chosen != nil }, in: room.height)
    // A heading at the top needs no air above it.
    var y = room.y - (rows.indices.contains(first) && rows[first].card == nil ? 1 : 0)
    for index in rows.indices.dropFirst(first) where y < room.maxY {
      draw(
        rows[index], isChosen: rows[index].card == chosen && chosen != nil,
        isLinked: rows[index].card.map(links.contains) ?? false, into: &frame,
        in: Rect(x: room.x, y: y, width: room.width, height: min(heights[index], room.maxY - y)))
      y += heights[index]
    }
    if groups.isEmpty {
      frame.put(scene.say("Nothing here"), x: room.x, y: room.y, style: .quiet, width: room.width)
    }
    if let caret { frame.cursor = caret }
  }

  /// A heading, or a source.
  private struct Row {
    let text: String
    let card: CardID?
  }

  private func draw(
    _ row: Row, isChosen: Bool, isLinked: Bool, into frame: inout Frame, in rect: Rect
  ) {
    guard row.card != nil else {
      frame.put(
        row.text, x: rect.x, y: rect.maxY - 1, style: Style(.strong, bold: true), width: rect.width)
      return
    }
    let style: Style = isChosen ? Style(.selection, bold: true) : isLinked ? .accent : .plain
    frame.put(
      isLinked ? "↳" : isChosen ? "▶" : "·", x: rect.x, y: rect.y, style: isChosen ? style : .quiet)
    frame.paragraph(row.text, in: rect.left(2).rest, style: style)
  }

  /// The first row shown, so that the chosen one is.
  private static func first(_ heights: [Int], holding chosen: Int?, in room: Int) -> Int {
    guard let chosen else { return 0 }
    var first = chosen
    var used = heights[chosen]
    while first > 0, used + heights[first - 1] <= room {
      first -= 1
      used += heights[first]
    }
    return first
  }
}

extension Scene {
  /// Whether there is an idea to link to: a note-taker's line, or the chosen card.
  var canLink: Bool { role == .notes || linked != nil }
}
