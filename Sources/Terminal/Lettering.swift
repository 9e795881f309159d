/// A text in letters several rows high: what a room reads from its last row.
///
/// Drawn with half blocks, like the digits of `BigText`, in the proportions of a printed font: a word stays
/// readable as it was typed, small letters, accents and all. Letters of quarter blocks would be half as
/// wide, and cannot be read where a terminal takes the blocks from its font, as xterm does.
public struct Lettering: Equatable, Sendable {
  /// Broken at words.
  public let lines: [String]
  /// How many columns, and half rows, one dot of the font takes.
  let dot: Int
  /// Rows of air between two lines.
  private let gap: Int

  /// The rows of a line in the smallest letters.
  public static let smallest = rows(1)

  /// The height of a letter with room for accents and descenders, in dots.
  static let height = 8
  /// Columns of dots between two letters.
  private static let spacing = 1
  /// The dots of each size, the largest first. Larger is larger than any sentence needs.
  static let dots = [4, 3, 2, 1]

  /// The largest letters in which a whole text fits; nil when none do, or when it has characters that the
  /// font lacks.
  ///
  /// - Parameter highest: the most rows that a line may have.
  public init?(_ text: String, in room: Size, highest: Int = .max) {
    let text = Text.sanitised(text, newlines: true)
    guard Self.hasPictures(of: text) else { return nil }
    for dot in Self.dots where Self.rows(dot) <= highest {
      guard let lines = Self.wrap(text, to: room.columns / dot) else { continue }
      let rows = lines.count * Self.rows(dot)
      guard rows <= room.rows else { continue }
      (self.lines, self.dot) = (lines, dot)
      gap = rows + lines.count - 1 <= room.rows ? 1 : 0
      return
    }
    return nil
  }

  /// Whether the font has every character of a text.
  public static func hasPictures(of text: String) -> Bool {
    text.allSatisfy { $0 == "\n" || glyph($0) != nil }
  }

  /// A text in one line in dots of a size; nil when it has characters that the font lacks.
  init?(_ text: String, dot: Int) {
    guard Self.hasPictures(of: text) else { return nil }
    (lines, self.dot, gap) = ([text], dot, 0)
  }

  /// The cells it takes.
  public var size: Size {
    let columns = lines.map { Self.width($0) }.max() ?? 0
    return Size(
      columns: columns * dot, rows: lines.count * Self.rows(dot) + (lines.count - 1) * gap)
  }

  /// Each line as rows of blocks and spaces, and the row it begins at.
  func rows() -> [(y: Int, columns: Int, rows: [String])] {
    lines.enumerated().map { index, line in
      (
        index * (Self.rows(dot) + gap), Self.width(line) * dot,
        BigText.halfBlocks(Self.dots(of: line, by: dot), rows: Self.rows(dot))
      )
    }
  }

  /// The rows of a line in dots of a size.
  static func rows(_ dot: Int) -> Int { height * dot / 2 }

  private static func dots(of line: String, by dot: Int) -> [[Bool]] {
    let glyphs = line.compactMap(glyph)
    let between = Array(repeating: false, count: spacing)
    return (0..<height).flatMap { row -> [[Bool]] in
      let bits = glyphs.map { $0[row] }.joined(separator: between)
        .flatMap { Array(repeating: $0, count: dot) }
      return Array(repeating: bits, count: dot)
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
