/// A text in letters several rows high: what a room reads from its last row.
///
/// Drawn with blocks of half and quarter cells, in the proportions of a printed font: a word stays readable
/// as it was typed, small letters, accents and all.
public struct Lettering: Equatable, Sendable {
  /// Broken at words.
  public let lines: [String]
  /// How large one dot of the font is.
  let scale: Scale
  /// Rows of air between two lines.
  private let gap: Int

  /// The size of one dot of the font: half columns across, half rows down.
  struct Scale: Equatable, Sendable {
    let across: Int
    let down: Int

    /// The rows of a line.
    var rows: Int { Lettering.height * down / 2 }

    /// Whether a dot is as wide as it is high, where a row is as high as two columns are wide.
    var isWide: Bool { across == 2 * down }

    /// Narrow and wide letters of each height, the largest first. Larger is larger than any sentence needs.
    static let all = [(8, 4), (6, 3), (4, 2), (3, 2), (2, 1), (1, 1)].map(Scale.init)
  }

  /// The rows of a line in the smallest letters.
  public static let smallest = 4

  /// The height of a letter with room for accents and descenders, in dots.
  static let height = 8
  /// Columns of dots between two letters.
  private static let spacing = 1

  /// The largest letters in which a whole text fits; nil when none do, or when it has characters that the
  /// font lacks.
  ///
  /// - Parameters:
  ///   - highest: the most rows that a line may have.
  ///   - isSparing: whether wide letters must not take more lines than narrow ones of their height.
  ///   - isNarrow: whether none are wide.
  public init?(
    _ text: String, in room: Size, highest: Int = .max, isSparing: Bool = false,
    isNarrow: Bool = false
  ) {
    let text = Text.sanitised(text, newlines: true)
    guard Self.hasPictures(of: text) else { return nil }
    let fitting = Scale.all.lazy.filter { scale in
      scale.rows <= min(highest, room.rows) && !(isNarrow && scale.isWide)
    }.compactMap { scale in
      Self.wrap(text, to: room.columns * 2 / scale.across).map { (scale: scale, lines: $0) }
    }.filter { $0.lines.count * $0.scale.rows <= room.rows }
    guard var best = fitting.first else { return nil }
    if isSparing {
      let tall = best.scale.rows
      let fewest = fitting.filter { $0.scale.rows == tall }.map(\.lines.count).min()
      best = fitting.first { $0.lines.count == fewest } ?? best
    }
    (lines, scale) = (best.lines, best.scale)
    let rows = lines.count * scale.rows
    gap = rows + lines.count - 1 <= room.rows ? 1 : 0
  }

  /// Whether the letters are as wide as they are printed.
  public var isWide: Bool { scale.isWide }

  /// Whether the font has every character of a text.
  public static func hasPictures(of text: String) -> Bool {
    text.allSatisfy { $0 == "\n" || glyph($0) != nil }
  }

  /// A text in one line at a scale; nil when it has characters that the font lacks.
  init?(_ text: String, at scale: Scale) {
    guard Self.hasPictures(of: text) else { return nil }
    (lines, self.scale, gap) = ([text], scale, 0)
  }

  /// The cells it takes.
  public var size: Size {
    let widest = lines.map { columns($0) }.max() ?? 0
    return Size(columns: widest, rows: lines.count * scale.rows + (lines.count - 1) * gap)
  }

  private func columns(_ line: String) -> Int { (Self.width(line) * scale.across + 1) / 2 }

  /// Each line as rows of blocks and spaces, and the row it begins at.
  func rows() -> [(y: Int, columns: Int, rows: [String])] {
    lines.enumerated().map { index, line in
      (
        index * (scale.rows + gap), columns(line),
        Self.quarters(Self.dots(of: line, by: scale), rows: scale.rows)
      )
    }
  }

  /// Dots half a column wide and half a row high as rows of blocks and spaces.
  private static func quarters(_ dots: [[Bool]], rows: Int) -> [String] {
    (0..<rows).map { row in
      let (above, below) = (dots[2 * row], dots[2 * row + 1])
      return String(
        stride(from: 0, to: above.count, by: 2).map { column in
          let hasRight = column + 1 < above.count
          let bits = [
            above[column], hasRight && above[column + 1], below[column],
            hasRight && below[column + 1],
          ]
          return blocks[bits.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }]
        })
    }
  }

  /// By which quarters are filled: above left, above right, below left, below right.
  private static let blocks = Array(" ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█")

  private static func dots(of line: String, by scale: Scale) -> [[Bool]] {
    let glyphs = line.compactMap(glyph)
    let between = Array(repeating: false, count: spacing)
    return (0..<height).flatMap { row -> [[Bool]] in
      let bits = glyphs.map { $0[row] }.joined(separator: between)
        .flatMap { Array(repeating: $0, count: scale.across) }
      return Array(repeating: bits, count: scale.down)
    }
  }

  /// In dots.
  private static func width(_ text: some StringProtocol) -> Int {
    let widths = text.compactMap { glyph($0)?.first?.count }
    return widths.reduce(0, +) + max(0, widths.count - 1) * spacing
  }

  /// Lines of at most so many dots; nil where a word is longer.
  private static func wrap(_ text: String, to limit: Int) -> [String]? {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        guard width(word) <= limit else { return nil }
        let longer = line.isEmpty ? String(word) : line + " " + word
        if width(longer) <= limit {
          line = longer
        } else {
          lines.append(line)
          line = String(word)
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// Rows of dots; a no-break space is as wide as any.
  private static func glyph(_ character: Character) -> [[Bool]]? {
    character == " " || character == "\u{A0}" || character == "\u{202F}" ? blank : font[character]
  }

  private static let blank = Array(repeating: [false, false], count: height)

  private static let font = Dictionary(
    glyphs.split(separator: "\n").compactMap { line -> (Character, [[Bool]])? in
      guard let character = line.first else { return nil }
      let rows = line.dropFirst(2).split(separator: " ")
      return (character, rows.map { $0.map { $0 == "#" } })
    }
  ) { $1 }
}

extension Frame {
  /// Draws large letters into a rectangle, line by line; returns the cells they took.
  ///
  /// - Parameter alignment: where a line stands; at the left the text begins at the top, else it stands in
  ///   the middle of the rows, too.
  @discardableResult
  public mutating func letters(
    _ lettering: Lettering, in rect: Rect, style: Style = .strong, alignment: Alignment = .centre
  ) -> Rect {
    var place = rect.centred(lettering.size)
    if alignment != .centre {
      place.x = alignment == .left ? rect.x : rect.maxX - place.width
      place.y = rect.y
    }
    for line in lettering.rows() {
      let x =
        switch alignment {
        case .left: rect.x
        case .centre: rect.x + (rect.width - line.columns) / 2
        case .right: rect.maxX - line.columns
        }
      for (index, row) in line.rows.enumerated() {
        put(row, x: x, y: place.y + line.y + index, style: style)
      }
    }
    return place
  }
}
