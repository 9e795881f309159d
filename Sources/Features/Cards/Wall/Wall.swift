import Journaling
import Languages
package import Shell
package import Terminal
package import WorkshopCore

/// Cards in columns, one group a zone, theme or table; the fuller the board, the denser.
///
/// What has no room is counted, never cut away in silence: a stage has no keys to scroll with.
package enum Wall {
  /// A field of cards that are drawn: what stands beside their text, such as what feedback is about. It is
  /// never written.
  static let aside = "aside"
  /// What can be clicked on it.
  package static let cardKind = "card"
  package static let groupKind = "group"

  static func draw(
    _ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect, onStage: Bool
  ) {
    let (foot, wall) = rect.bottom(2)
    let groups = groups(scene, board, onStage: onStage)
    if scene.atHand(on: board).isEmpty {
      let text = onStage ? "The first card will be shown here" : "No card yet: a adds one" as Phrase
      // Beneath the names of the columns, where there are any.
      let y = wall.y + (groups.isEmpty ? 0 : 2)
      frame.put(scene.say(text), x: wall.x + 2, y: y, style: .quiet, width: wall.width - 2)
    }
    if onStage, StageHead.isTall(frame.size.rows - 2), !groups.isEmpty {
      LargeWall.draw(groups, count: count(scene, board, groups), scene, into: &frame, in: rect)
      return
    }
    let pages = onStage ? pages(groups, in: wall) : []
    let shown = page(of: pages, scene)
    let layout =
      pages.count > 1
      ? pages[shown]
      : WallLayout(
        groups, in: wall, selected: onStage ? nil : scene.focus.card,
        keepsFirst: board.sort != .oldest)
    let look = Look(
      selected: onStage ? nil : scene.focus.card, marked: onStage ? [] : scene.focus.marked,
      fresh: Set(scene.fresh), drop: onStage ? nil : scene.focus.drop)
    draw(layout, look, into: &frame)
    if !onStage { layout.target(into: &frame) }
    if !onStage, let card = scene.selected(on: board) {
      // What the wall has to shorten stands here in full.
      frame.paragraph(label(card), in: foot, style: .accent)
    } else {
      frame.put(
        count(scene, board, groups), x: foot.x, y: foot.y + 1, style: .quiet, width: foot.width)
      guard pages.count > 1 else { return }
      frame.put(
        scene.pageSaid(shown, of: pages.count), x: foot.x, y: foot.y + 1, style: .accent,
        width: foot.width, alignment: .right)
    }
  }

  /// A wall of more cards is not turned page by page.
  private static let mostInPages = 600

  /// All cards of a wall that nobody scrolls, page by page: each holds what the ones before it had no room
  /// for.
  private static func pages(_ groups: [Group], in rect: Rect) -> [WallLayout] {
    var left = groups
    var pages: [WallLayout] = []
    guard groups.reduce(0, { $0 + $1.cards.count }) <= mostInPages else { return [] }
    while left.contains(where: { !$0.cards.isEmpty }) {
      let layout = WallLayout(left, in: rect, keepsFirst: true)
      let shown = Set(layout.cards.map(\.card.id))
      guard !shown.isEmpty else { break }
      pages.append(layout)
      left = left.map { group in
        Group(
          id: group.id, title: group.title, cards: group.cards.filter { !shown.contains($0.id) })
      }.filter { !$0.cards.isEmpty }
    }
    return pages
  }

  /// The page on which the newest card stands as long as it is new, else the one whose turn it is.
  private static func page(of pages: [WallLayout], _ scene: Scene) -> Int {
    let newest = scene.fresh.first
    return pages.firstIndex { $0.cards.contains { $0.card.id == newest } }
      ?? scene.page(of: pages.count)
  }

  /// Where the cards of a board stand.
  static func layout(_ scene: Scene, _ board: Board, in rect: Rect, onStage: Bool) -> WallLayout {
    WallLayout(
      groups(scene, board, onStage: onStage), in: rect.bottom(2).rest,
      selected: onStage ? nil : scene.focus.card, keepsFirst: board.sort != .oldest)
  }

  /// An empty column says nothing to the room; at the desk it is a place to move cards to.
  private static func groups(_ scene: Scene, _ board: Board, onStage: Bool) -> [Group] {
    scene.groups(of: board).filter { !onStage || !$0.cards.isEmpty }
  }

  /// Groups in columns, as airy as they fit.
  ///
  /// - Parameter counts: whether every group says how many cards it has, not only one that hides some.
  package static func draw(
    _ groups: [Group], counts: Bool = false, _ scene: Scene, into frame: inout Frame, in wall: Rect
  ) {
    let total = groups.reduce(0) { $0 + $1.cards.count }
    if StageHead.isTall(frame.size.rows - 2), total > 0 {
      LargeWall.draw(
        groups, count: scene.say(total == 1 ? "1 card" : "\(total) cards"), scene, into: &frame,
        in: wall)
    } else {
      drawSmall(groups, counts: counts, into: &frame, in: wall)
    }
  }

  /// The same in body text.
  static func drawSmall(
    _ groups: [Group], counts: Bool = false, into frame: inout Frame, in wall: Rect
  ) {
    draw(WallLayout(groups, in: wall), Look(counts: counts), into: &frame)
  }

  /// What is told apart on a wall.
  private struct Look {
    var selected: CardID?
    var marked: Set<CardID> = []
    /// Cards that came a moment ago.
    var fresh: Set<CardID> = []
    var counts = false
    /// The column over which the mouse holds a card.
    var drop: String?
  }

  private static func draw(_ layout: WallLayout, _ look: Look, into frame: inout Frame) {
    let full = Dictionary(layout.rests.filter(\.isInHead).map { ($0.group, $0.count) }) { $1 }
    for head in layout.heads {
      let count = full[head.group].map { "+ \($0)" } ?? (look.counts ? "\(head.count)" : "")
      let place = head.place
      frame.put(count, x: place.maxX - Text.width(count), y: place.y, style: .quiet)
      let isDrop = look.drop != nil && look.drop == head.id
      frame.put(
        (isDrop ? "▶" : " ") + head.title, x: place.x, y: place.y,
        style: Style(isDrop ? .selection : .strong, bold: true),
        width: place.width - Text.width(count) - (count.isEmpty ? 0 : 1))
    }
    for placed in layout.cards { draw(placed, look, into: &frame) }
    for rest in layout.rests where !rest.isInHead {
      frame.put("+ \(rest.count)", x: rest.place.x + 2, y: rest.place.y, style: .quiet)
    }
  }

  private static func draw(
    _ placed: WallLayout.Placed, _ look: Look, into frame: inout Frame
  ) {
    let (card, place) = (placed.card, placed.place)
    let isSelected = card.id == look.selected
    let isFresh = look.fresh.contains(card.id)
    let marks =
      (isSelected ? "▶" : "") + (look.marked.contains(card.id) ? "✓" : "") + (isFresh ? "◆" : "")
    if placed.isBoxed {
      let border =
        isSelected ? Style(.accent, bold: true) : isFresh ? Style(.newest, bold: true) : .card
      frame.box(place, style: border)
      frame.put(marks, x: place.x + 2, y: place.y, style: border)
      let inner = place.inset(horizontal: 2, vertical: 1)
      frame.paragraph(
        label(card, in: inner.size), in: inner,
        style: isSelected ? Style(.strong, bold: true) : isFresh ? Style(.newest) : .plain)
    } else {
      let style: Style =
        isSelected ? Style(.selection, bold: true) : isFresh ? Style(.newest, bold: true) : .plain
      frame.put(
        marks.isEmpty ? "·" : String(marks.prefix(2)), x: place.x, y: place.y,
        style: marks.isEmpty ? .quiet : style)
      let inner = place.left(2).rest
      frame.paragraph(label(card, in: inner.size), in: inner, style: style)
    }
    if isSelected { frame.cursor = Point(x: place.x, y: place.y) }
  }

  private static func count(_ scene: Scene, _ board: Board, _ groups: [Group]) -> String {
    // With a filter on, what it lets through.
    let total = groups.reduce(0) { $0 + $1.cards.count }
    let cards = scene.say(total == 1 ? "1 card" : "\(total) cards")
    let writing = scene.presence.filter { $0.board == board.id && $0.isTyping }.count
    guard writing > 0 else { return cards }
    return cards + " · "
      + scene.say(writing == 1 ? "1 person is writing" : "\(writing) people are writing")
  }

  /// A card's text with its voices and how many others it comes from, and marks where texts lie beneath
  /// it or two people typed over each other.
  package static func label(_ card: Card) -> String {
    let text = card.text.isEmpty ? "…" : card.text
    let marks = marks(card)
    return marks.isEmpty ? text : text + marks
  }

  /// The same in so many cells: a text that has no room is shortened, its marks never are.
  package static func label(_ card: Card, in room: Size) -> String {
    let label = label(card)
    let marks = marks(card)
    let lines = Text.wrap(Text.sanitised(label, newlines: true), to: room.columns)
    guard lines.count > room.rows else { return label }
    let kept = lines.prefix(max(0, room.rows - 1))
    let last = Text.cut(lines[max(0, room.rows - 1)], to: room.columns - Text.width(marks))
    return (kept + [last + marks]).joined(separator: "\n")
  }

  private static func marks(_ card: Card) -> String {
    let about = card[Wall.aside].map { " · " + $0 } ?? ""
    let voices = about + (card.voices > 1 ? "  ×\(card.voices)" : "")
    let count = card.links.count
    let links = count == 0 ? "" : (voices.isEmpty ? "  " : " ") + "↳\(count)"
    return voices + links + (card.isMerged ? " ≡" : "") + (card.hasRivals ? " ≠" : "")
  }
}

extension WallLayout {
  /// Tells the frame what can be clicked: first the groups, over them their cards.
  func target(into frame: inout Frame) {
    for head in heads {
      frame.targets.append(Target(place: head.area, kind: Wall.groupKind, id: head.id))
    }
    for placed in cards {
      frame.targets.append(
        Target(place: placed.place, kind: Wall.cardKind, id: placed.card.id))
    }
  }
}
