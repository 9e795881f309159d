/// A screenful of cells that a view draws into.
///
/// Everything that is put is sanitised first and cropped at the edge: no text and no window size
/// can do harm here.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Where the hardware cursor stands, nil to hide it. Screen readers follow it: put it on the
  /// entry line or the selection.
  public var cursor: Point?
  /// Whether it is seen there; where it is not, what follows it still finds what matters.
  public var isCursorShown = true
  /// What can be clicked.
  public var targets: [Target] = []
  /// Row by row, `size.columns` each.
  private var cells: [Cell]

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  public var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// The cell, or a blank one outside the frame.
  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, x < size.columns, y >= 0, y < size.rows else { return .blank }
    return cells[y * size.columns + x]
  }

  /// A row's cells, from left to right.
  func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.columns..<(y + 1) * size.columns]
  }

  /// The columns of a row to draw where another frame of this size was drawn; nil: none. No wide character
  /// of either begins outside them and ends inside.
  func columns(thatDifferFrom other: Frame?, y: Int) -> Range<Int>? {
    guard let other else { return 0..<size.columns }
    let (new, old) = (row(y), other.row(y))
    return new.withUnsafeBufferPointer { new in
      old.withUnsafeBufferPointer { old in
        var (first, end) = (0, new.count)
        while first < end, new[first] == old[first] { first += 1 }
        guard first < end else { return nil }
        while new[end - 1] == old[end - 1] { end -= 1 }
        func isCovered(_ x: Int) -> Bool { new[x].text.isEmpty || old[x].text.isEmpty }
        while first > 0, isCovered(first) { first -= 1 }
        while end < new.count, isCovered(end) { end += 1 }
        return first..<end
      }
    }
  }

  /// Puts a text on one row, from x on; returns the column after it.
  ///
  /// It is cropped at the frame's edge, and at `width` columns with "…" for what is missing.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, style: Style = .plain, width: Int? = nil
  ) -> Int {
    if Text.isPlain(text), width.map({ text.utf8.count <= $0 }) ?? true {
      return putPlain(text, x: x, y: y, style: style)
    }
    var clean = Text.sanitised(text)
    if let width { clean = Text.clip(clean, to: width) }
    var column = x
    if Text.isSimple(clean) {
      for scalar in clean.unicodeScalars {
        set(String(Character(scalar)), columns: 1, x: column, y: y, style: style)
        column += 1
      }
      return column
    }
    for character in clean {
      let columns = Text.width(character)
      if columns == 0 { continue }
      set(Text.drawn(character), columns: columns, x: column, y: y, style: style)
      column += columns
    }
    return column
  }

  /// Puts a text into a field of `width` columns from x on, at its left, middle or right; returns
  /// the column after the field.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, style: Style = .plain, width: Int, alignment: Alignment
  ) -> Int {
    let clean = Text.clip(Text.sanitised(text), to: width)
    let room = max(0, width - Text.width(clean))
    let shift =
      switch alignment {
      case .left: 0
      case .centre: room / 2
      case .right: room
      }
    put(clean, x: x + shift, y: y, style: style)
    return x + max(0, width)
  }

  /// Fills a rectangle with one character; a wide or invisible one is taken as a space.
  public mutating func fill(_ rect: Rect, style: Style = .plain, with character: Character = " ") {
    let text = Text.sanitised(String(character))
    let cell = Cell(text: Text.width(text) == 1 ? text : " ", style: style)
    let columns = max(0, rect.x)..<max(0, rect.x, min(size.columns, rect.maxX))
    guard !columns.isEmpty else { return }
    for y in max(0, rect.y)..<max(0, rect.y, min(size.rows, rect.maxY)) {
      mend(columns.lowerBound, columns.upperBound, y)
      for x in columns { cells[y * size.columns + x] = cell }
    }
  }

  /// Puts another frame's cells, from a cell on; its cursor and what can be clicked in it stay behind.
  public mutating func copy(_ other: Frame, x: Int, y: Int) {
    for row in 0..<other.size.rows {
      for column in 0..<other.size.columns {
        let cell = other[column, row]
        if !cell.text.isEmpty { put(cell.text, x: x + column, y: y + row, style: cell.style) }
      }
    }
  }

  /// Each ASCII character as a text, so that putting one allocates nothing.
  private static let ascii = (0..<128).map { String(Character(Unicode.Scalar(UInt8($0)))) }

  private mutating func putPlain(_ text: String, x: Int, y: Int, style: Style) -> Int {
    let end = x + text.utf8.count
    let first = max(0, x)
    let last = min(size.columns, end)
    guard y >= 0, y < size.rows, first < last else { return end }
    mend(first, last, y)
    var index = y * size.columns + first
    for byte in text.utf8.dropFirst(first - x).prefix(last - first) {
      cells[index] = Cell(text: Self.ascii[Int(byte)], style: style)
      index += 1
    }
    return end
  }

  private mutating func set(_ text: String, columns: Int, x: Int, y: Int, style: Style) {
    let first = max(0, x)
    let last = min(size.columns, x + columns)
    guard y >= 0, y < size.rows, first < last else { return }
    mend(first, last, y)
    // A wide character that the edge would halve leaves spaces.
    let whole = last - first == columns
    for column in first..<last {
      let text = whole ? (column == first ? text : "") : " "
      cells[y * size.columns + column] = Cell(text: text, style: style)
    }
  }

  /// Makes spaces of the wide characters that a change of the columns from `first` to before
  /// `last` would halve.
  private mutating func mend(_ first: Int, _ last: Int, _ y: Int) {
    let row = y * size.columns
    if cells[row + first].text.isEmpty {
      var x = first
      while x > 0, cells[row + x].text.isEmpty {
        cells[row + x].text = " "
        x -= 1
      }
      cells[row + x].text = " "
      var right = first + 1
      while right < size.columns, cells[row + right].text.isEmpty {
        cells[row + right].text = " "
        right += 1
      }
    }
    var x = last
    while x < size.columns, cells[row + x].text.isEmpty {
      cells[row + x].text = " "
      x += 1
    }
  }
}

extension Frame {
  /// Where what is chosen begins; else the first text there is.
  public var focusPoint: Point? {
    var first: Point?
    for y in 0..<size.rows {
      for (x, cell) in row(y).enumerated() where cell.text != " " && !cell.text.isEmpty {
        if cell.style.ink == .selection || cell.style.reverse { return Point(x: x, y: y) }
        if first == nil { first = Point(x: x, y: y) }
      }
    }
    return first
  }

  /// Puts another frame of the same width on the rows from y on, with its cursor and what can be clicked.
  public mutating func put(_ other: Frame, y: Int) {
    for row in 0..<min(other.size.rows, size.rows - y) where other.size.columns == size.columns {
      let start = (y + row) * size.columns
      cells.replaceSubrange(start..<start + size.columns, with: other.row(row))
    }
    cursor = other.cursor.map { Point(x: $0.x, y: $0.y + y) }
    isCursorShown = other.isCursorShown
    targets = other.targets.map { target in
      let place = target.place
      return Target(
        place: Rect(x: place.x, y: place.y + y, width: place.width, height: place.height),
        kind: target.kind, id: target.id)
    }
  }

  /// The rows as lines, without the spaces at their ends.
  public var text: String {
    (0..<size.rows).map { Self.trimmed(row($0).map(\.text).joined()) }.joined(separator: "\n")
  }

  /// The rows as lines in which every run that is not plain shows its style: "⟨focus bold|text⟩".
  public var styledText: String {
    (0..<size.rows).map { y in
      var line = ""
      var run = ""
      var style = Style.plain
      func close() -> String { style == .plain ? run : "⟨\(style.words)|\(run)⟩" }
      for cell in row(y) {
        if cell.style != style {
          line += close()
          (run, style) = ("", cell.style)
        }
        run += cell.text
      }
      return Self.trimmed(line + close())
    }.joined(separator: "\n")
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension Frame {
  /// Puts a text into a rectangle, wrapped at words; returns how many rows it took.
  ///
  /// Line ends count. When it does not fit, the last row ends with "…".
  @discardableResult
  public mutating func paragraph(
    _ text: String, in rect: Rect, style: Style = .plain, alignment: Alignment = .left
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let lines = Text.wrap(Text.sanitised(text, newlines: true), to: rect.width)
    for (index, line) in lines.prefix(rect.height).enumerated() {
      let isCut = index == rect.height - 1 && lines.count > rect.height
      put(
        isCut ? Text.cut(line, to: rect.width) : line,
        x: rect.x, y: rect.y + index, style: style, width: rect.width, alignment: alignment)
    }
    return min(lines.count, rect.height)
  }

  /// A line from x on; "─" unless another character of one column is given.
  public mutating func rule(
    x: Int, y: Int, width: Int, style: Style = .quiet, character: Character = "─"
  ) {
    fill(Rect(x: x, y: y, width: width, height: 1), style: style, with: character)
  }

  /// A card's border with round corners; what is inside stays.
  public mutating func box(_ rect: Rect, style: Style = .card) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.maxX - 1
    let bottom = rect.maxY - 1
    rule(x: rect.x + 1, y: rect.y, width: rect.width - 2, style: style)
    rule(x: rect.x + 1, y: bottom, width: rect.width - 2, style: style)
    let side = Rect(x: rect.x, y: rect.y + 1, width: 1, height: rect.height - 2)
    fill(side, style: style, with: "│")
    fill(
      Rect(x: right, y: side.y, width: 1, height: side.height), style: style, with: "│")
    put("╭", x: rect.x, y: rect.y, style: style)
    put("╮", x: right, y: rect.y, style: style)
    put("╰", x: rect.x, y: bottom, style: style)
    put("╯", x: right, y: bottom, style: style)
  }
}
