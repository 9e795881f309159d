internal import CTerminal

/// Draws cells into curses' window: the theme as colour pairs, the text as what can be shown.
struct Brush {
  let glyphs: Glyphs
  /// By `Ink.rawValue`.
  private let looks: [(pair: Int16, attributes: attr_t)]
  private var run: [wchar_t] = []

  /// Sets up curses' colours for a theme, where the terminal has any.
  init(theme: Palette, glyphs: Glyphs) {
    self.glyphs = glyphs
    start_color()
    let hasDefault = use_default_colors() != ERR
    let colours = Int(ct_colours())
    var looks: [(pair: Int16, attributes: attr_t)] = []
    for ink in Ink.allCases {
      let paint = theme.paint(ink, colours: colours)
      var pair: Int16 = 0
      if paint.foreground != nil || paint.background != nil {
        pair = Int16(ink.rawValue) + 1
        init_pair(
          pair, Int16(paint.foreground ?? (hasDefault ? -1 : 7)),
          Int16(paint.background ?? (hasDefault ? -1 : 0)))
      }
      let style = Style(
        bold: paint.bold, reverse: paint.reverse, underline: paint.underline, dim: paint.dim)
      looks.append((pair, Self.attributes(style)))
    }
    self.looks = looks
    wbkgdset(ct_window(), chtype(0x20) | chtype(bitPattern: COLOR_PAIR(Int32(looks[0].pair))))
  }

  /// Draws cells of a row, the first in a column.
  mutating func draw(_ cells: ArraySlice<Cell>, x: Int, y: Int32) {
    var style: Style?
    move(y, Int32(x))
    for (place, cell) in cells.enumerated() {
      if cell.style != style {
        flush()
        style = cell.style
        let look = looks[Int(cell.style.ink.rawValue)]
        // Reversed on an ink that is reversed by itself is plain again.
        ct_attributes(
          look.attributes ^ Self.reversed(cell.style) | Self.others(cell.style), look.pair)
      }
      if cell.text.isEmpty { continue }
      if let byte = cell.text.utf8.first, byte < 0x80, cell.text.utf8.count == 1 {
        run.append(wchar_t(byte))
        continue
      }
      let shown = glyphs.shown(cell.text)
      let columns = cells.dropFirst(place + 1).prefix { $0.text.isEmpty }.count + 1
      if columns == 1, shown.unicodeScalars.count == 1, let scalar = shown.unicodeScalars.first,
        Text.isSimple(scalar)
      {
        run.append(wchar_t(bitPattern: scalar.value))
      } else {
        drawAlone(shown, columns: columns, x: Int32(x + place), y: y)
      }
    }
    flush()
  }

  /// Draws a character about whose width curses and we may disagree, so that what follows keeps
  /// its column.
  private mutating func drawAlone(_ text: String, columns: Int, x: Int32, y: Int32) {
    flush()
    move(y, x)
    run.append(contentsOf: repeatElement(0x20, count: columns))
    flush()
    move(y, x)
    var width = 0
    for scalar in text.unicodeScalars {
      let wide = Int(ct_columns(wchar_t(bitPattern: scalar.value)))
      if wide < 0 || width + wide > columns { continue }
      width += wide
      run.append(wchar_t(bitPattern: scalar.value))
    }
    if width == 0 { run = [0x3F] }
    flush()
    move(y, x + Int32(columns))
  }

  private mutating func flush() {
    guard !run.isEmpty else { return }
    addnwstr(run, Int32(run.count))
    run.removeAll(keepingCapacity: true)
  }

  private static func attributes(_ style: Style) -> attr_t { reversed(style) | others(style) }

  private static func reversed(_ style: Style) -> attr_t { style.reverse ? ct_reverse() : 0 }

  private static func others(_ style: Style) -> attr_t {
    (style.bold ? ct_bold() : 0) | (style.underline ? ct_underline() : 0)
      | (style.dim ? ct_dim() : 0)
  }
}
