import TextSafety

/// What is done to text before a terminal shows it: cleaning, measuring, breaking and cutting.
///
/// Nothing here asks the locale; the same text measures the same on every machine.
public enum Text {
  /// The text without anything that could steer a terminal, hide, or reorder what is read: what stands
  /// before every screen, stream, title and export.
  public static func sanitised(_ text: String, newlines: Bool = false) -> String {
    isSimple(text) ? text : SafeText.of(text, newlines: newlines)
  }

  /// Enough for Vietnamese, Hebrew with points and stacked Tibetan; too few to cover a line above.
  private static let marksPerBase = 4

  /// Whether every byte is printable ASCII: most text, and then nothing needs doing.
  static func isPlain(_ text: String) -> Bool {
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E { return false }
    return true
  }

  /// Whether every character is harmless, one scalar and one column: the Latin alphabets,
  /// punctuation, and what screens are drawn with. Most text, and quick to see.
  static func isSimple(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy(isSimple)
  }

  static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x202F...0x205E, 0x20AC,
      0x2190...0x2319, 0x2460...0x25FC, 0x2713, 0x2717:
      true
    default: false
    }
  }
}

extension Text {
  /// The columns that a text takes on the screen.
  public static func width(_ text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    if isSimple(text) { return text.unicodeScalars.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The columns that one character takes: 0 for a control or a mark alone, 1, 2, or more where
  /// several letters make one character.
  ///
  /// An emoji is as wide as its first part, because terminals disagree about the rest and a frame
  /// shows the first part only.
  public static func width(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    let rest = scalars.dropFirst()
    if rest.isEmpty { return width(first) }
    if isEmojiSequence(first, rest) { return width(first) }
    return scalars.reduce(0) { $0 + width($1) }
  }

  /// What of a character is drawn: an emoji's first part, since terminals disagree about joined ones;
  /// at most four marks on a letter, and nothing unseen; U+FFFD for what terminals may not know.
  static func drawn(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return "" }
    if isSimple(first), scalars.count == 1 { return String(character) }
    if [.unassigned, .privateUse].contains(first.properties.generalCategory) { return "\u{FFFD}" }
    let rest = scalars.dropFirst()
    if isEmojiSequence(first, rest) { return String(Character(first)) }
    let marks = rest.filter { !$0.properties.isDefaultIgnorableCodePoint }.prefix(marksPerBase)
    return String(String.UnicodeScalarView([first] + marks))
  }

  private static func isEmojiSequence(
    _ first: Unicode.Scalar, _ rest: Substring.UnicodeScalarView
  ) -> Bool {
    rest.contains { scalar in
      switch scalar.value {
      case 0x200D, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF: true
      default: false
      }
    }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    if isSimple(scalar) { return 1 }
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: return 0
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return 2
    // The second and third parts of a Korean syllable stand inside the first.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  /// East Asian wide and full-width characters, emoji among them, in order; Unicode 15
  /// (https://www.unicode.org/Public/15.0.0/ucd/EastAsianWidth.txt), gaps without characters
  /// closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004,
    0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
    0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
    0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
    0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EF, 0x1F6F4...0x1F6FF, 0x1F7E0...0x1F7FF,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}

extension Text {
  /// The text in lines of at most `width` columns, broken at spaces.
  ///
  /// A word is broken only when it alone is longer than a line. Only the spaces at a break
  /// disappear; "\n" always ends a line, and an empty text is one empty line.
  ///
  /// - Parameter keepsWords: no word is broken; one that is too long is a line that is.
  public static func wrap(_ text: String, to width: Int, keepsWords: Bool = false) -> [String] {
    let width = max(1, width)
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .flatMap { line in
        if line.utf8.count <= width { return [String(line)] }
        return isSimple(line) && !keepsWords
          ? wrapSimple(line, to: width) : wrapLine(line, to: width, keepsWords)
      }
  }

  /// The same as `wrapLine` of a line in which each character is one scalar and one column: a screen of cards
  /// asks for it at every key.
  static func wrapSimple(_ line: Substring, to limit: Int) -> [String] {
    var line = line
    return line.withUTF8 { bytes in
      let space = UInt8(ascii: " ")
      var lines: [String] = []
      // The line at hand: its bytes, and the columns that they take.
      var (current, used) = (0..<0, 0)
      func end() { lines.append(String(decoding: bytes[current], as: UTF8.self)) }
      var index = 0
      while index < bytes.count {
        let gap = index
        while index < bytes.count, bytes[index] == space { index += 1 }
        let (word, blanks) = (index, index - gap)
        while index < bytes.count, bytes[index] != space { index += 1 }
        let wide = bytes[word..<index].count { $0 & 0xC0 != 0x80 }
        let start = current.isEmpty ? gap : current.lowerBound
        if wide == 0 {
          // Spaces at the very end.
          if used + blanks <= limit { current = start..<index }
        } else if used + blanks + wide <= limit {
          current = start..<index
          used += blanks + wide
        } else if wide <= limit {
          if !current.isEmpty { end() }
          (current, used) = (word..<index, wide)
        } else {
          // Too long for any line: it begins where there is room, and is filled up.
          if current.isEmpty || used + blanks + 4 > limit {
            if !current.isEmpty { end() }
            (current, used) = (word..<word, 0)
          } else {
            current = current.lowerBound..<word
            used += blanks
          }
          for place in word..<index {
            if bytes[place] & 0xC0 != 0x80 {
              if used == limit {
                end()
                (current, used) = (place..<place, 0)
              }
              used += 1
            }
            current = current.lowerBound..<place + 1
          }
        }
      }
      if !current.isEmpty || lines.isEmpty { end() }
      return lines
    }
  }

  static func wrapLine(
    _ line: Substring, to limit: Int, _ keepsWords: Bool = false
  ) -> [String] {
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
      } else if wide <= limit || keepsWords {
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
    // Most lines have a byte a character, and need no look at what makes one.
    line.utf8.allSatisfy { $0 < 0x80 }
      ? pieces(of: line, in: line.utf8) { $0 == 0x20 || $0 == 0x09 }
      : pieces(of: line, in: line, isBlank)
  }

  private static func pieces<Units: Collection>(
    of line: Substring, in units: Units, _ isBlank: (Units.Element) -> Bool
  ) -> [Substring] where Units.Index == String.Index {
    var pieces: [Substring] = []
    var start = units.startIndex
    var index = start
    var wasBlank: Bool?
    while index < units.endIndex {
      let blank = isBlank(units[index])
      if let was = wasBlank, was != blank {
        pieces.append(line[start..<index])
        start = index
      }
      wasBlank = blank
      index = units.index(after: index)
    }
    if start < units.endIndex { pieces.append(line[start...]) }
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
