/// What is done to text before a terminal shows it: cleaning, measuring, breaking and cutting.
///
/// Nothing here asks the locale; the same text measures the same on every machine.
public enum Text {
  /// The text without anything that could steer a terminal, hide, or reorder what is read.
  ///
  /// The one allowlist that stands before every screen, stream, title and export. Letters, marks,
  /// numbers, punctuation, symbols and spaces pass. Line ends and tabs become a space, or "\n" for
  /// line ends where `newlines` allows them. C0, C1, DEL, bidi controls, zero-width, tag and other
  /// invisible characters and soft hyphens are dropped; a joiner or emoji selector passes only
  /// inside an emoji. Unassigned, private and noncharacters become U+FFFD, because nobody knows
  /// what a terminal makes of them. More than `marksPerBase` marks on one letter are dropped.
  public static func sanitised(_ text: String, newlines: Bool = false) -> String {
    if isSimple(text) { return text }
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var marks = 0
    var emoji = false
    var joiner = false
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\u{200D}" {
        joiner = emoji
        continue
      }
      switch verdict(scalar, afterEmoji: emoji) {
      case .keep:
        if joiner, isPicture(scalar) { result.append("\u{200D}") }
        joiner = false
        marks = 0
      case .mark:
        marks += 1
        if marks > marksPerBase { continue }
      case .line:
        if afterReturn, scalar == "\n" { continue }
        result.append(newlines ? "\n" : " ")
        (marks, emoji, joiner) = (0, false, false)
        continue
      case .space:
        result.append(" ")
        (marks, emoji, joiner) = (0, false, false)
        continue
      case .replace:
        result.append("\u{FFFD}")
        (marks, emoji, joiner) = (0, false, false)
        continue
      case .drop:
        continue
      }
      if scalar != "\u{FE0F}" { emoji = isPicture(scalar) }
      result.append(scalar)
    }
    return String(result)
  }

  /// Enough for Vietnamese, Hebrew with points and stacked Tibetan; too few to cover a line above.
  private static let marksPerBase = 4

  private enum Verdict { case keep, mark, line, space, replace, drop }

  private static func verdict(_ scalar: Unicode.Scalar, afterEmoji: Bool) -> Verdict {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: return .keep
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return .line
    case 0x09: return .space
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: return .drop
    case 0xFE0F: return afterEmoji ? .mark : .drop
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .drop }
    switch properties.generalCategory {
    case .control, .format, .surrogate: return .drop
    case .lineSeparator, .paragraphSeparator: return .line
    case .unassigned, .privateUse: return .replace
    case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
    default: return .keep
    }
  }

  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2194 && scalar.properties.isEmoji
  }

  /// Whether every byte is printable ASCII: most text, and then nothing needs doing.
  static func isPlain(_ text: String) -> Bool {
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E { return false }
    return true
  }

  /// Whether every character is harmless, one scalar and one column: the Latin alphabets,
  /// punctuation, and what screens are drawn with. Most text, and quick to see.
  static func isSimple(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isSimple) }

  static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x202F...0x205E, 0x20AC,
      0x2190...0x2319, 0x2460...0x25FC, 0x2713, 0x2717:
      true
    default: false
    }
  }
}
