extension Text {
  /// The text in lines of at most `width` columns, broken at spaces.
  ///
  /// A word is broken only when it alone is longer than a line. Only the spaces at a break
  /// disappear; "\n" always ends a line, and an empty text is one empty line.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .flatMap { wrapLine($0, to: width) }
  }

  private static func wrapLine(_ line: Substring, to limit: Int) -> [String] {
    if line.utf8.count <= limit { return [String(line)] }
    var lines: [String] = []
    var current = ""
    var used = 0
    // Spaces seen since the last word: kept when a word follows on the line, lost at a break.
    var gap = ""
    var gapWidth = 0
    for piece in pieces(of: line) {
      if isBlank(piece) {
        gap = String(piece)
        gapWidth = width(gap)
        continue
      }
      let wide = width(String(piece))
      if used + gapWidth + wide <= limit {
        current += gap + piece
        used += gapWidth + wide
      } else if wide <= limit {
        if !current.isEmpty { lines.append(current) }
        (current, used) = (String(piece), wide)
      } else {
        // Too long for any line: it begins where there is room, and is filled up.
        if current.isEmpty || used + gapWidth + 4 > limit {
          if !current.isEmpty { lines.append(current) }
          (current, used) = ("", 0)
        } else {
          current += gap
          used += gapWidth
        }
        for character in piece {
          let columns = width(character)
          if used + columns > limit, !current.isEmpty {
            lines.append(current)
            (current, used) = ("", 0)
          }
          current.append(character)
          used += columns
        }
      }
      (gap, gapWidth) = ("", 0)
    }
    if used + gapWidth <= limit { current += gap }
    if !current.isEmpty || lines.isEmpty { lines.append(current) }
    return lines
  }

  /// Words and the runs of spaces between them, in turn.
  private static func pieces(of line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = line.startIndex
    var index = start
    var wasBlank: Bool?
    while index < line.endIndex {
      let blank = isBlank(line[index])
      if let was = wasBlank, was != blank {
        pieces.append(line[start..<index])
        start = index
      }
      wasBlank = blank
      index = line.index(after: index)
    }
    if start < line.endIndex { pieces.append(line[start...]) }
    return pieces
  }

  private static func isBlank(_ piece: Substring) -> Bool { piece.first.map(isBlank) ?? true }

  /// The spaces at which a line may break: not the no-break ones that French puts before ":".
  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{3000}"
  }

  /// The text cut to `width` columns, with "…" as its last when something was cut off.
  public static func clip(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    if text.utf8.count <= width || self.width(text) <= width { return text }
    var result = ""
    var used = 0
    for character in text {
      let columns = self.width(character)
      if used + columns > width - 1 { break }
      result.append(character)
      used += columns
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  /// A line that goes on, with "…" after its last word that fits in `width` columns; after a part of a
  /// word only where the words before it would fill less than half of them.
  public static func cut(_ line: String, to width: Int) -> String {
    var words = line[...]
    while self.width(String(words)) >= width, let space = words.lastIndex(of: " ") {
      words = words[..<space]
    }
    while words.last == " " { words.removeLast() }
    let columns = self.width(String(words))
    let isEnough = columns < width && 2 * columns >= width
    return isEnough ? words + "…" : clip(line + "…", to: width)
  }

  /// The text in exactly `width` columns: clipped when longer, filled with spaces when shorter.
  public static func pad(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let clipped = clip(text, to: width)
    let room = max(0, width - self.width(clipped))
    switch alignment {
    case .left: return clipped + spaces(room)
    case .right: return spaces(room) + clipped
    case .centre: return spaces(room / 2) + clipped + spaces(room - room / 2)
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
