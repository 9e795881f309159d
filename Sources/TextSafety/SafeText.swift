/// What of a text is kept: one rule for what is typed, stored, shown and exported.
///
/// Whatever steers a terminal, reorders what is read, or hides goes; everything else stays as it was
/// written.
///
/// - Letters, marks, numbers, punctuation, symbols and spaces stay, characters of private use and ones that
///   this version of Unicode does not know yet among them.
/// - A tab becomes a space, and so does each way of ending a line, or `\n` where line ends are allowed.
/// - Controls (C0, C1, DEL), bidi controls, zero-width spaces, and other characters that nobody sees go.
/// - Unseen characters stay where a text needs them: joiners after a letter of a script that joins its
///   letters and between the parts of an emoji, variation selectors after what they choose a form of, tags
///   in the flag of a region, a soft hyphen within a word.
/// - Noncharacters become U+FFFD.
public enum SafeText {
  /// The text by this rule; the same text a second time.
  public static func of(_ text: String, newlines: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var last = Place.start
    // An unseen character that stays only if what follows is what it stands for.
    var pending: (scalar: Unicode.Scalar, needs: Need)?
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if let (unseen, needs) = pending {
        if needs.isMet(by: scalar) { result.append(unseen) }
        pending = nil
      }
      switch kind(of: scalar) {
      case .seen(let place):
        result.append(scalar)
        last = place
      case .mark:
        result.append(scalar)
        if last != .picture { last = joins(scalar) ? .joining : last.afterMark }
      case .line:
        if isAfterReturn, scalar == "\n" { continue }
        result.append(newlines ? "\n" : " ")
        last = .start
      case .tab:
        result.append(" ")
        last = .start
      case .nonCharacter:
        result.append("\u{FFFD}")
        last = .start
      case .joiner:
        if last == .joining {
          result.append(scalar)
          last = .word
        } else if last == .picture, scalar == "\u{200D}" {
          pending = (scalar, .picture)
        }
      case .selector:
        switch last {
        case .picture: result.append(scalar)
        case .keycap: pending = (scalar, .keycap)
        case .ideograph, .joining, .symbol:
          result.append(scalar)
          last = .start
        case .start, .word, .flag: break
        }
      case .tag:
        if last == .flag { result.append(scalar) }
      case .softHyphen:
        if last == .word || last == .joining { result.append(scalar) }
      case .unseen: break
      }
    }
    return String(result)
  }

  /// Whether a character is kept only beside others: typed alone it waits for them.
  public static func isAttached(_ scalar: Unicode.Scalar) -> Bool {
    switch kind(of: scalar) {
    case .joiner, .selector, .tag, .softHyphen: true
    default: false
    }
  }

  /// What may follow.
  private enum Place {
    /// The start, a space, or something after which nothing unseen is needed.
    case start
    case word, ideograph, joining, symbol, picture, flag
    /// A digit, # or *.
    case keycap

    var afterMark: Place { self == .keycap ? .start : self }
  }

  /// What must follow an unseen character for it to stay.
  private enum Need {
    case picture, keycap

    func isMet(by scalar: Unicode.Scalar) -> Bool {
      self == .keycap ? scalar == "\u{20E3}" : isPicture(scalar)
    }
  }

  private enum Kind {
    case seen(Place)
    case mark, line, tab, nonCharacter, joiner, selector, tag, softHyphen, unseen
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39, 0x23, 0x2A: return .seen(.keycap)
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x2AF: return .seen(.word)
    case 0x20...0x7E, 0xA0: return .seen(.start)
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return .line
    case 0x09: return .tab
    case 0x00...0x1F, 0x7F...0x9F: return .unseen
    case 0xAD: return .softHyphen
    case 0x200C, 0x200D: return .joiner
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: return .selector
    case 0xE0020...0xE007F: return .tag
    case 0x1F3F4: return .seen(.flag)
    default: break
    }
    let properties = scalar.properties
    if properties.isNoncharacterCodePoint { return .nonCharacter }
    if properties.isDefaultIgnorableCodePoint { return .unseen }
    switch properties.generalCategory {
    case .control, .format, .surrogate: return .unseen
    case .lineSeparator, .paragraphSeparator: return .line
    case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
    case .spaceSeparator: return .seen(.start)
    default: break
    }
    if isPicture(scalar) { return .seen(.picture) }
    if joins(scalar) { return .seen(.joining) }
    if properties.isIdeographic { return .seen(.ideograph) }
    return .seen(properties.isAlphabetic ? .word : .symbol)
  }

  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2194 && scalar.properties.isEmoji
  }

  /// Whether a letter or mark belongs to a script in which neighbours may be told to join or not to: those
  /// from Hebrew to Mongolian, and the historic ones of the same kinds.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x1FFF where !(0x1D00...0x1FFF).contains(scalar.value),
      0xA800...0xABFF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x1BFFF:
      scalar.properties.isAlphabetic || scalar.properties.isDiacritic
    default: false
    }
  }
}
