extension Report {
  /// The text without anything that is not seen: controls (C0, C1, DEL), bidi and zero-width
  /// controls, tag characters, private and unassigned code points.
  ///
  /// An allowlist by general category: letters, marks, numbers, punctuation, symbols and spaces.
  /// What Unicode calls default-ignorable goes too, but for the two variation selectors that choose
  /// between an emoji's forms. Every way of ending a line becomes `\n`; a tab becomes a space.
  static func sanitised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": if previous != "\r" { result.append("\n") }
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(" ")
      default: if isVisible(scalar) { result.append(scalar) }
      }
      previous = scalar
    }
    return String(result)
  }

  /// Whether a scalar may stand in a line of text.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
    if scalar == "\u{FE0E}" || scalar == "\u{FE0F}" { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return false
    case .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }

  /// The sanitised lines of a text, each without spaces at its ends and with one space for several.
  static func lines(_ text: String) -> [String] {
    sanitised(text).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { folded(String($0)) }
  }

  /// The whole text on one sanitised line.
  static func line(_ text: String) -> String { folded(sanitised(text)) }

  private static func folded(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace && !isFixedSpace($0) }
      .map(trimmed).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// No-break spaces stay within a text (French punctuation needs them), but not at its ends.
  private static func isFixedSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  private static func trimmed(_ word: Substring.UnicodeScalarView) -> String {
    var word = word
    while let first = word.first, isFixedSpace(first) { word.removeFirst() }
    while let last = word.last, isFixedSpace(last) { word.removeLast() }
    return String(word)
  }
}
