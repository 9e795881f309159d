package import Terminal

/// Boxes side by side, one a table: the picture all of the persona game is drawn in.
///
/// As many columns as leave every word whole; where even that has no room, a list of lines.
package struct Tiles {
  /// One table's box.
  package struct Tile {
    package var title: String
    /// Stands in the lower border.
    package var mark = ""
    /// From the top; the first is what matters now.
    package var parts: [Part]
    /// A card that has not been turned.
    package var isFaceDown = false

    package init(title: String, mark: String = "", parts: [Part], isFaceDown: Bool = false) {
      self.title = title
      self.mark = mark
      self.parts = parts
      self.isFaceDown = isFaceDown
    }
  }

  /// A text in a box.
  package struct Part {
    package var text: String
    package var style = Style.plain
    /// One card among others: it has a point before it.
    package var isPoint = false
    /// Its beginning says enough where there is no room for all of it.
    package var mayBeCut = false

    package init(
      text: String, style: Style = Style.plain, isPoint: Bool = false, mayBeCut: Bool = false
    ) {
      self.text = text
      self.style = style
      self.isPoint = isPoint
      self.mayBeCut = mayBeCut
    }
  }

  /// Boxes that hold all that these ever will: those drawn keep their places while cards are turned.
  private let whole: [Tile]
  /// Whether what is first stands in the middle.
  private let isCentred: Bool

  /// Not wider: a wide window gets more columns and air, not longer lines.
  private static let widest = 50
  private static let gap = 2

  package init(_ whole: [Tile], isCentred: Bool = false) {
    self.whole = whole
    self.isCentred = isCentred
  }

  /// Draws the boxes; `tiles` where not all that they will hold is in them yet.
  package func draw(_ tiles: [Tile]? = nil, into frame: inout Frame, in rect: Rect) {
    let tiles = tiles ?? whole
    guard !tiles.isEmpty, !rect.isEmpty else { return }
    guard let columns = columns(tiles.count, in: rect) else {
      list(tiles, into: &frame, in: rect)
      return
    }
    let lines = (tiles.count + columns - 1) / columns
    let places = Self.places(columns, in: rect)
    let needed = needed(places[0].width - 4) + (isCentred ? 6 : 3)
    let isTall = StageHead.isTall(frame.size.rows - 2)
    // Large letters take what rows there are.
    let height = isTall ? rect.height / lines : min(rect.height / lines, needed)
    let rects = tiles.indices.map { index in
      let column = places[index % columns]
      return Rect(
        x: column.x, y: rect.y + index / columns * height, width: column.width, height: height)
    }
    // One table's text is as large as another's.
    let isLarge =
      isTall && zip(tiles, rects).allSatisfy { $0.isFaceDown || letters($0, in: $1) != nil }
    for (tile, place) in zip(tiles, rects) { draw(tile, isLarge, into: &frame, in: place) }
  }

  /// The rows of the fullest box, inside.
  private func needed(_ width: Int) -> Int {
    whole.map { tile in
      let parts = isCentred ? Array(tile.parts.prefix(1)) : tile.parts
      return parts.map { rows($0, width) }.reduce(0, +)
    }.max() ?? 0
  }

  private func rows(_ part: Part, _ width: Int) -> Int {
    let text = Text.sanitised(part.text, newlines: true)
    return Text.wrap(text, to: max(1, width - (part.isPoint ? 2 : 0))).count
  }

  /// How many boxes stand side by side; nil when no number of them has room for its words.
  private func columns(_ count: Int, in rect: Rect) -> Int? {
    (1...count).reversed().lazy.map { most in
      // As even as they go: five in three and two.
      let lines = (count + most - 1) / most
      return (count + lines - 1) / lines
    }.first { columns in
      let lines = (count + columns - 1) / columns
      let inner = Self.places(columns, in: rect)[0].width - 4
      guard inner >= max(12, word) else { return false }
      return rect.height / lines >= tallest(inner) + 2
    }
  }

  /// The longest word in the boxes, the point before it included.
  private var word: Int {
    whole.flatMap(\.parts).map { part in
      let words = part.text.split { $0 == " " || $0 == "\n" }
      return (words.map { Text.width(String($0)) }.max() ?? 0) + (part.isPoint ? 2 : 0)
    }.max() ?? 0
  }

  /// The rows of the longest text that is never cut.
  private func tallest(_ width: Int) -> Int {
    whole.flatMap(\.parts).filter { !$0.mayBeCut }.map { rows($0, width) }.max() ?? 1
  }

  private static func places(_ columns: Int, in rect: Rect) -> [Rect] {
    let most = columns * widest + (columns - 1) * gap
    return rect.left(min(rect.width, most)).strip.columns(columns, gap: gap)
  }

  /// What is first in a box, in large letters, where it has room for them.
  private func letters(_ tile: Tile, in rect: Rect) -> Lettering? {
    tile.parts.first.flatMap { first in
      let air = tile.parts.count > 1 ? 4 : 2
      return Lettering(
        first.text, in: Size(columns: rect.width - 4, rows: rect.height - air),
        highest: Lettering.smallest)
    }
  }

  private func draw(_ tile: Tile, _ isLarge: Bool, into frame: inout Frame, in rect: Rect) {
    frame.box(rect)
    frame.put(
      " \(Self.title(tile.title, rect.width - 4)) ", x: rect.x + 1, y: rect.y,
      style: Style(.accent, bold: true), width: rect.width - 2)
    if !tile.mark.isEmpty {
      frame.put(
        " \(tile.mark) ", x: rect.x + 1, y: rect.maxY - 1, style: .warning, width: rect.width - 2)
    }
    let inner = Rect(
      x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, height: rect.height - 2)
    if tile.isFaceDown {
      frame.fill(inner, style: .quiet, with: "░")
      return
    }
    if isLarge, let first = tile.parts.first, let large = letters(tile, in: rect) {
      frame.letters(
        large, in: inner.top(isCentred ? inner.height : large.size.rows).strip, style: first.style,
        alignment: isCentred ? .centre : .left)
      if !isCentred {
        parts(
          Array(tile.parts.dropFirst()), into: &frame, in: inner.top(large.size.rows + 1).rest)
      }
      return
    }
    if isCentred, let first = tile.parts.first {
      let lines = min(inner.height, Text.wrap(first.text, to: inner.width).count)
      frame.paragraph(
        first.text,
        in: Rect(
          x: inner.x, y: inner.y + (inner.height - lines) / 2,
          width: inner.width, height: lines),
        style: first.style, alignment: .centre)
      return
    }
    parts(tile.parts, into: &frame, in: inner)
  }

  /// As many of a title's words as there is room for.
  private static func title(_ title: String, _ width: Int) -> String {
    guard Text.width(title) > width else { return title }
    var words = title.split(separator: " ")
    while words.count > 1, Text.width(words.joined(separator: " ")) >= width { words.removeLast() }
    // One word too long for the box is better than none.
    guard words.contains(where: { $0.contains(where: \.isLetter) }) else {
      return Text.clip(title, to: width)
    }
    return Text.clip(words.joined(separator: " ") + "…", to: width)
  }

  /// Whole texts from the top, the first one in any case, and how many there is no room for.
  private func parts(_ parts: [Part], into frame: inout Frame, in rect: Rect) {
    var y = rect.y
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let indent = part.isPoint ? 2 : 0
      let lines = part.mayBeCut ? min(2, rows(part, rect.width)) : rows(part, rect.width)
      // Air after what is first, a row kept for the count of what is missing.
      let top = index == 1 && !parts[0].isPoint && rect.height > 8 ? y + 1 : y
      guard index == 0 || top + lines + (isLast ? 0 : 1) <= rect.maxY else {
        if y < rect.maxY {
          frame.put("+ \(parts.count - index)", x: rect.x, y: y, style: .quiet, width: rect.width)
        }
        return
      }
      if part.isPoint { frame.put("·", x: rect.x, y: top, style: .quiet) }
      let room = Rect(
        x: rect.x + indent, y: top, width: rect.width - indent, height: rect.maxY - top)
      y = top + frame.paragraph(part.text, in: room, style: part.style)
    }
  }

  /// A line or more for each table, the first text alone.
  private func list(_ tiles: [Tile], into frame: inout Frame, in rect: Rect) {
    let fitting = min(tiles.count, rect.height - (rect.height < tiles.count ? 1 : 0))
    guard fitting > 0 else { return }
    let width = min(rect.width / 3, tiles.map { Text.width($0.title) }.max() ?? 0)
    var y = rect.y
    // How many have no room is said on the last row.
    let end = rect.maxY - (fitting < tiles.count ? 1 : 0)
    for (index, tile) in tiles.prefix(fitting).enumerated() {
      // What the tables above did not need is there for those below.
      let rows = (end - y) / (fitting - index)
      frame.put(tile.title, x: rect.x, y: y, style: Style(.accent, bold: true), width: width)
      let place = Rect(
        x: rect.x + width + 2, y: y, width: rect.width - width - 2, height: rows)
      let text = tile.isFaceDown ? "░░░░░░" : tile.parts.first?.text ?? ""
      let mark = tile.mark.isEmpty ? "" : "  " + tile.mark
      y += max(1, frame.paragraph(text + mark, in: place, style: tile.parts.first?.style ?? .plain))
    }
    if fitting < tiles.count {
      frame.put("+ \(tiles.count - fitting)", x: rect.x, y: y, style: .quiet)
    }
  }
}
