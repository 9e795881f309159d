/// A text in letters several rows high: what a room reads from its last row.
///
/// Drawn with half blocks, like the digits of `BigText`, in the proportions of a printed font: a word
/// stays readable as it was typed, small letters, accents and all.
public struct Lettering: Equatable, Sendable {
  /// Broken at words.
  public let lines: [String]
  /// How many columns, and half rows, one dot of the font takes.
  let dot: Int
  /// Rows of air between two lines.
  private let gap: Int

  /// The height of a letter with room for accents and descenders, in dots.
  static let height = 8
  /// Columns of dots between two letters.
  private static let spacing = 1
  /// Larger than this is larger than any sentence needs.
  private static let largest = 4

  /// The largest letters in which a whole text fits; nil when none do, or when it has characters that the
  /// font lacks.
  public init?(_ text: String, in room: Size) {
    let text = Text.sanitised(text, newlines: true)
    guard text.allSatisfy({ $0 == "\n" || Self.glyph($0) != nil }) else { return nil }
    for dot in (1...Self.largest).reversed() {
      guard let lines = Self.wrap(text, to: room.columns / dot) else { continue }
      let rows = lines.count * Self.rows(dot)
      guard rows <= room.rows else { continue }
      self.lines = lines
      self.dot = dot
      gap = rows + lines.count - 1 <= room.rows ? 1 : 0
      return
    }
    return nil
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

  private static func rows(_ dot: Int) -> Int { height * dot / 2 }

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
  /// Draws large letters in the middle of a rectangle, line by line; returns the cells they took.
  @discardableResult
  public mutating func letters(
    _ lettering: Lettering, in rect: Rect, style: Style = .strong
  ) -> Rect {
    let place = rect.centred(lettering.size)
    for line in lettering.rows() {
      let x = rect.x + (rect.width - line.columns) / 2
      for (index, row) in line.rows.enumerated() {
        put(row, x: x, y: place.y + line.y + index, style: style)
      }
    }
    return place
  }
}
