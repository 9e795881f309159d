package import Terminal

/// Texts beneath each other on the stage, each in the largest letters for which there is room once all of
/// them stand there whole.
///
/// A line of body text is one row high: enough at 24 rows, too little for a last row at 40. What counts
/// most grows first.
package struct StageText {
  /// One text.
  package struct Line {
    package var text: String
    package var style: Style
    /// 0 is what everyone must read now; what has a higher number grows later.
    package var rank: Int
    /// Stands at the left of the text: a point, a number, what the text is.
    package var mark: String
    package var markStyle: Style
    /// Rows of air above it where there is room.
    package var air: Int

    package init(
      _ text: String, _ style: Style = .plain, rank: Int = 0, mark: String = "",
      markStyle: Style = .accent, air: Int = 1
    ) {
      self.text = text
      self.style = style
      self.rank = rank
      self.mark = mark
      self.markStyle = markStyle
      self.air = air
    }
  }

  /// A text as it is drawn: in large letters, or in rows as they are typed.
  private enum Form {
    case letters(Lettering)
    case rows([String])

    var height: Int {
      switch self {
      case .letters(let letters): letters.size.rows
      case .rows(let rows): rows.count
      }
    }
  }

  private let lines: [Line]
  private let alignment: Alignment
  /// The rows of a line in the largest letters.
  private let largest: Int
  /// Body text is not set wider than is easily read.
  private static let widest = 90
  /// Letters that fill a screen by themselves are kept for what everyone must read now.
  private static let usual = Lettering.smallest

  package init(
    _ lines: [Line], alignment: Alignment = .left, largest: Int = 2 * Lettering.smallest
  ) {
    self.largest = largest
    self.lines = lines.filter { !$0.text.isEmpty }
    self.alignment = alignment
  }

  /// Whether all of it, or what has at most a rank, stands in large letters in so much room.
  package func isLarge(in room: Size, upTo rank: Int = .max) -> Bool {
    // A wall of many cards need not be measured: each takes a row at least.
    lines.count <= room.rows
      && zip(lines, forms(in: room)).allSatisfy { line, form in
        if line.rank <= rank, case .rows = form {
          return !Lettering.hasPictures(of: Text.sanitised(line.text, newlines: true))
        }
        return true
      }
  }

  /// The rows that it takes in a room.
  package func height(in room: Size) -> Int {
    let forms = forms(in: room)
    return min(room.rows, Self.height(forms, airs(forms, in: room)))
  }

  /// All of it in large letters, on as few pages as hold it: what counts least turns, beneath what counts
  /// more on each of them. Nil where one of the texts has no room, or where more pages than `most` are needed.
  package func pages(in room: Size, most: Int = 20) -> [StageText]? {
    guard !isLarge(in: room) else { return [self] }
    guard let last = lines.map(\.rank).max() else { return nil }
    let head = lines.filter { $0.rank < last }
    var pages: [[Line]] = []
    for line in lines where line.rank == last {
      let longer = (pages.last ?? []) + [line]
      if !pages.isEmpty, with(head + longer).isLarge(in: room) {
        pages[pages.count - 1] = longer
      } else if pages.count < most, with(head + [line]).isLarge(in: room) {
        pages.append([line])
      } else {
        return nil
      }
    }
    return pages.map { with(head + $0) }
  }

  /// How many texts there are.
  package var count: Int { lines.count }

  private func with(_ lines: [Line]) -> StageText {
    StageText(lines, alignment: alignment, largest: largest)
  }

  /// Draws it on pages that turn by themselves where it is not read from the last row on one; which page
  /// it is stands in the last row.
  package func draw(turning scene: Scene, into frame: inout Frame, in rect: Rect) {
    let (foot, room) = rect.bottom(2)
    guard StageHead.isTall(frame.size.rows - 2), !isLarge(in: rect.size),
      let pages = pages(in: room.size)
    else {
      draw(into: &frame, in: rect)
      return
    }
    let page = scene.page(of: pages.count)
    pages[page].draw(into: &frame, in: room)
    frame.put(
      scene.pageSaid(page, of: pages.count), x: foot.x, y: foot.maxY - 1, style: .accent,
      width: foot.width)
  }

  /// Draws it from the top; returns the rows it took.
  @discardableResult
  package func draw(into frame: inout Frame, in rect: Rect) -> Int {
    guard !rect.isEmpty else { return 0 }
    let forms = forms(in: rect.size)
    let airs = airs(forms, in: rect.size)
    let margin = margin
    var y = rect.y
    for (line, (form, air)) in zip(lines, zip(forms, airs)) {
      y += air
      let (left, text) = Rect(
        x: rect.x, y: y, width: rect.width, height: max(0, rect.maxY - y)
      ).left(margin)
      guard !text.isEmpty else { break }
      if margin > 0 {
        // Beside large letters it stands at the height of the small ones.
        let below = if case .letters = form { 1 } else { 0 }
        frame.put(
          line.mark, x: left.x, y: min(y + below, rect.maxY - 1), style: line.markStyle,
          width: margin - 1)
      }
      switch form {
      case .letters(let letters):
        let room = text.top(letters.size.rows).strip
        frame.letters(letters, in: room, style: line.style, alignment: alignment)
      case .rows:
        let width = alignment == .left ? min(Self.widest, text.width) : text.width
        frame.paragraph(
          line.text, in: text.left(width).strip, style: line.style, alignment: alignment)
      }
      y += form.height
    }
    return min(y, rect.maxY) - rect.y
  }

  /// The columns of the widest mark and one of air.
  private var margin: Int {
    let widest = lines.map { Text.width($0.mark) }.max() ?? 0
    return widest == 0 ? 0 : widest + 1
  }

  private func forms(in room: Size) -> [Form] {
    let width = max(1, room.columns - margin)
    let body = alignment == .left ? min(Self.widest, width) : width
    var forms = lines.map {
      Form.rows(Text.wrap(Text.sanitised($0.text, newlines: true), to: max(1, body)))
    }
    func grow(_ rank: Int, to highest: Int) -> Bool {
      var grown = forms
      for (index, line) in lines.enumerated() where line.rank == rank {
        // A sign that the font lacks leaves its own line small, and no other.
        guard Lettering.hasPictures(of: Text.sanitised(line.text, newlines: true)) else {
          continue
        }
        guard
          let letters = Lettering(
            line.text, in: Size(columns: width, rows: room.rows), highest: highest)
        else { return false }
        grown[index] = .letters(letters)
      }
      let airs = lines.enumerated().map { $0.offset == 0 ? 0 : min(1, $0.element.air) }
      guard Self.height(grown, airs) <= room.rows else { return false }
      forms = grown
      return true
    }
    let ranks = Set(lines.map(\.rank)).sorted()
    // Nothing is larger than what counts more; one thing is the biggest, once everything is large.
    let isGrown = ranks.allSatisfy { grow($0, to: Self.usual) }
    if isGrown, let first = ranks.first { _ = grow(first, to: largest) }
    return forms
  }

  /// Rows of air above each text: as wished, one, or none, the most with which all has room.
  private func airs(_ forms: [Form], in room: Size) -> [Int] {
    let wishes = [
      lines.map(\.air), lines.map { min(1, $0.air) }, lines.map { _ in 0 },
    ].map { [0] + $0.dropFirst() }
    return wishes.first { Self.height(forms, $0) <= room.rows } ?? lines.map { _ in 0 }
  }

  private static func height(_ forms: [Form], _ airs: [Int]) -> Int {
    forms.reduce(0) { $0 + $1.height } + airs.reduce(0, +)
  }
}
