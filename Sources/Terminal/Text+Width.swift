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

  /// What of a character is drawn: an emoji's first part, since terminals disagree about joined
  /// ones, and everything else as it is.
  static func drawn(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return "" }
    let rest = scalars.dropFirst()
    if rest.isEmpty || !isEmojiSequence(first, rest) { return String(character) }
    return String(Character(first))
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
