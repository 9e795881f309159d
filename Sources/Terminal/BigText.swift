/// Large digits and the signs of times: "8:12", "+5", "-30".
///
/// Drawn with half blocks, so that a stroke is as thick across as it is down.
public enum BigText {
  /// How large: the raw value is the height in rows.
  public enum Scale: Int, CaseIterable, Comparable, Sendable {
    case small = 3
    case medium = 5
    case large = 9
    case huge = 14
    case giant = 18

    public static func < (one: Scale, other: Scale) -> Bool { one.rawValue < other.rawValue }

    /// How many half rows, and columns, one dot of the font takes.
    fileprivate var dot: Int {
      switch self {
      case .small, .medium: 1
      case .large: 2
      case .huge: 3
      case .giant: 4
      }
    }

    fileprivate var font: [Character: [String]] {
      self == .small ? Self.smallFont : Self.mediumFont
    }
  }

  /// The cells that a text takes; characters without a large form take none.
  public static func size(of text: String, scale: Scale) -> Size {
    let glyphs = glyphs(of: text, scale: scale)
    guard !glyphs.isEmpty else { return Size(columns: 0, rows: 0) }
    let dots = glyphs.reduce(glyphs.count - 1) { $0 + ($1.first?.count ?? 0) }
    return Size(columns: dots * scale.dot, rows: scale.rawValue)
  }

  /// The largest scale at which a text fits, nil when none does.
  public static func largest(for text: String, in room: Size) -> Scale? {
    Scale.allCases.last { scale in
      let size = size(of: text, scale: scale)
      return size.columns <= room.columns && size.rows <= room.rows
    }
  }

  /// The text's rows, of blocks and spaces.
  static func rows(of text: String, scale: Scale) -> [String] {
    halfBlocks(dots(of: text, scale: scale), rows: scale.rawValue)
  }

  /// Square dots, two to a row, as rows of blocks and spaces.
  static func halfBlocks(_ dots: [[Bool]], rows: Int) -> [String] {
    (0..<rows).map { row in
      let above = dots.indices.contains(2 * row) ? dots[2 * row] : []
      let below = dots.indices.contains(2 * row + 1) ? dots[2 * row + 1] : []
      return String(
        above.indices.map { column in
          switch (above[column], below.isEmpty ? false : below[column]) {
          case (true, true): "█"
          case (true, false): "▀"
          case (false, true): "▄"
          case (false, false): " "
          }
        })
    }
  }

  /// The text as square dots, two to a row, from top to bottom.
  private static func dots(of text: String, scale: Scale) -> [[Bool]] {
    let glyphs = glyphs(of: text, scale: scale)
    guard let height = glyphs.first?.count else { return [] }
    return (0..<height).flatMap { line -> [[Bool]] in
      let row = glyphs.map { $0[line] }.joined(separator: ".").flatMap {
        Array(repeating: $0 == "#", count: scale.dot)
      }
      return Array(repeating: row, count: scale.dot)
    }
  }

  private static func glyphs(of text: String, scale: Scale) -> [[String]] {
    text.compactMap { scale.font[$0 == "−" || $0 == "–" ? "-" : $0] }
  }
}

extension Frame {
  /// Draws large digits from a cell on; returns the cells they took.
  @discardableResult
  public mutating func big(
    _ text: String, x: Int, y: Int, scale: BigText.Scale, style: Style = .strong
  ) -> Size {
    for (index, row) in BigText.rows(of: text, scale: scale).enumerated() {
      put(row, x: x, y: y + index, style: style)
    }
    return BigText.size(of: text, scale: scale)
  }

  /// Draws the largest digits that fit in a rectangle, in its middle; the text as it is in one row
  /// when none do. Returns the cells it took.
  @discardableResult
  public mutating func big(_ text: String, in rect: Rect, style: Style = .strong) -> Rect {
    guard let scale = BigText.largest(for: text, in: rect.size) else {
      let line = rect.centred(Size(columns: Text.width(text), rows: 1))
      if !line.isEmpty { put(text, x: line.x, y: line.y, style: style, width: line.width) }
      return line
    }
    let place = rect.centred(BigText.size(of: text, scale: scale))
    big(text, x: place.x, y: place.y, scale: scale, style: style)
    return place
  }
}

extension BigText.Scale {
  /// Three dots by five.
  static let smallFont: [Character: [String]] = [
    "0": ["###", "#.#", "#.#", "#.#", "###"],
    "1": [".#.", "##.", ".#.", ".#.", "###"],
    "2": ["###", "..#", "###", "#..", "###"],
    "3": ["###", "..#", ".##", "..#", "###"],
    "4": ["#.#", "#.#", "###", "..#", "..#"],
    "5": ["###", "#..", "###", "..#", "###"],
    "6": ["###", "#..", "###", "#.#", "###"],
    "7": ["###", "..#", "..#", "..#", "..#"],
    "8": ["###", "#.#", "###", "#.#", "###"],
    "9": ["###", "#.#", "###", "..#", "###"],
    ":": [".", "#", ".", "#", "."],
    "+": ["...", ".#.", "###", ".#.", "..."],
    "-": ["...", "...", "###", "...", "..."],
    " ": [".", ".", ".", ".", "."],
  ]

  /// Five dots by nine.
  static let mediumFont: [Character: [String]] = [
    "0": ["#####", "#...#", "#...#", "#...#", "#...#", "#...#", "#...#", "#...#", "#####"],
    "1": ["..#..", ".##..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", ".###."],
    "2": ["#####", "....#", "....#", "....#", "#####", "#....", "#....", "#....", "#####"],
    "3": ["#####", "....#", "....#", "....#", ".####", "....#", "....#", "....#", "#####"],
    "4": ["#...#", "#...#", "#...#", "#...#", "#####", "....#", "....#", "....#", "....#"],
    "5": ["#####", "#....", "#....", "#....", "#####", "....#", "....#", "....#", "#####"],
    "6": ["#####", "#....", "#....", "#....", "#####", "#...#", "#...#", "#...#", "#####"],
    "7": ["#####", "....#", "....#", "....#", "....#", "....#", "....#", "....#", "....#"],
    "8": ["#####", "#...#", "#...#", "#...#", "#####", "#...#", "#...#", "#...#", "#####"],
    "9": ["#####", "#...#", "#...#", "#...#", "#####", "....#", "....#", "....#", "#####"],
    ":": [".", ".", "#", ".", ".", ".", "#", ".", "."],
    "+": [".....", ".....", "..#..", "..#..", "#####", "..#..", "..#..", ".....", "....."],
    "-": [".....", ".....", ".....", ".....", "#####", ".....", ".....", ".....", "....."],
    " ": ["...", "...", "...", "...", "...", "...", "...", "...", "..."],
  ]
}
