/// One escape sequence from a terminal, after its introducer: what it means and how many bytes
/// it took.
struct EscapeSequence {
  enum Meaning {
    case key(Key), paste, nothing
    /// The window has the keyboard now, or has it no more.
    case focus(Bool)
  }

  var meaning: Meaning
  var length: Int

  /// No key sends more; what is longer is noise and is skipped.
  private static let limit = 64

  /// The sequence after ESC O; nil when more bytes are needed.
  static func ss3(_ bytes: ArraySlice<UInt8>) -> EscapeSequence? {
    guard let final = bytes.first else { return nil }
    if final == 0x4D { return EscapeSequence(meaning: .key(.enter), length: 1) }
    // The number pad in application mode sends its signs and digits as letters.
    if (0x6A...0x79).contains(final),
      let character = "*+,-./0123456789".dropFirst(Int(final) - 0x6A).first
    {
      return EscapeSequence(meaning: .key(.character(character)), length: 1)
    }
    // Not a final: the O was Alt-O, and what follows is its own key.
    guard (0x41...0x7E).contains(final) else {
      return EscapeSequence(meaning: .key(.alt("O")), length: 0)
    }
    let isSmall = (0x61...0x64).contains(final)
    return EscapeSequence(
      meaning: letter(isSmall ? final - 0x20 : final, modifier: isSmall ? 5 : 1), length: 1)
  }

  /// The sequence after ESC [; nil when more bytes are needed.
  static func csi(_ bytes: ArraySlice<UInt8>) -> EscapeSequence? {
    guard let first = bytes.first else { return nil }
    if first == 0x5B {
      // The Linux console's F1 to F5.
      guard let letter = bytes.dropFirst().first else { return nil }
      let number = Int(letter) - 0x40
      return EscapeSequence(
        meaning: (1...5).contains(number) ? .key(.function(number)) : .nothing, length: 2)
    }
    if first == 0x4D { return oldMouse(bytes) }
    let parameters = bytes.prefix { (0x20...0x3F).contains($0) }
    if parameters.count > limit { return EscapeSequence(meaning: .nothing, length: limit) }
    guard let final = bytes.dropFirst(parameters.count).first else { return nil }
    guard (0x40...0x7E).contains(final) else {
      return EscapeSequence(meaning: .nothing, length: parameters.count)
    }
    return EscapeSequence(
      meaning: meaning(parameters, final: final), length: parameters.count + 1)
  }

  private static func meaning(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Meaning {
    let isMouse = parameters.first == 0x3C
    // A terminal's answer to a question, not a key.
    if let first = parameters.first, (0x3D...0x3F).contains(first) { return .nothing }
    let numbers = parameters.dropFirst(isMouse ? 1 : 0)
      .split(separator: 0x3B, omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0.prefix { $0 != 0x3A }, as: UTF8.self)) ?? 0 }
    let modifier = numbers.count > 1 ? numbers[1] : 1
    switch final {
    case 0x4D where isMouse, 0x6D where isMouse:
      guard numbers.count == 3 else { return .nothing }
      return mouse(
        numbers[0], x: numbers[1] - 1, y: numbers[2] - 1, released: final == 0x6D)
    case 0x7E where numbers.first == 200: return .paste
    case 0x7E where numbers.first == 27 && numbers.count == 3:
      return coded(numbers[2], modifier: modifier)
    case 0x7E: return numbered(numbers.first ?? 0, modifier: modifier)
    case 0x49 where parameters.isEmpty: return .focus(true)
    case 0x4F where parameters.isEmpty: return .focus(false)
    case 0x75: return coded(numbers.first ?? 0, modifier: modifier)
    default:
      // rxvt sends small letters for Shift and an arrow, and after ESC O for Ctrl and an arrow.
      let isSmall = (0x61...0x64).contains(final)
      return letter(isSmall ? final - 0x20 : final, modifier: isSmall ? 2 : modifier)
    }
  }

  /// Keys that end in a letter: arrows, Home, End, F1 to F4.
  private static func letter(_ final: UInt8, modifier: Int) -> Meaning {
    switch final {
    case 0x41: .key(arrow([.up, .shiftUp, .altUp, .controlUp], modifier))
    case 0x42: .key(arrow([.down, .shiftDown, .altDown, .controlDown], modifier))
    case 0x43: .key(arrow([.right, .shiftRight, .altRight, .controlRight], modifier))
    case 0x44: .key(arrow([.left, .shiftLeft, .altLeft, .controlLeft], modifier))
    case 0x46: .key(.end)
    case 0x48: .key(.home)
    case 0x50...0x53: .key(.function(Int(final) - 0x4F))
    case 0x5A: .key(.backTab)
    default: .nothing
    }
  }

  /// Of plain, Shift, Alt and Ctrl the one that a modifier number means, Ctrl before Alt.
  private static func arrow(_ keys: [Key], _ modifier: Int) -> Key {
    let held = max(0, modifier - 1)
    if held & 4 != 0 { return keys[3] }
    if held & 2 != 0 { return keys[2] }
    return held & 1 != 0 ? keys[1] : keys[0]
  }

  /// Keys that end in "~".
  private static func numbered(_ number: Int, modifier: Int) -> Meaning {
    switch number {
    case 1, 7: .key(.home)
    case 2: .key(.insert)
    case 3: .key(.delete)
    case 4, 8: .key(.end)
    case 5: .key(.pageUp)
    case 6: .key(.pageDown)
    case 11...15: .key(.function(number - 10))
    case 17...21: .key(.function(number - 11))
    case 23...26: .key(.function(number - 12))
    case 28, 29: .key(.function(number - 13))
    case 31...34: .key(.function(number - 14))
    default: .nothing
    }
  }

  /// Keys sent as a character's number and modifiers, by terminals set up to do so.
  private static func coded(_ code: Int, modifier: Int) -> Meaning {
    let held = max(0, modifier - 1)
    switch code {
    case 13: return .key(held & 7 == 0 ? .enter : .altEnter)
    case 9: return .key(held & 1 != 0 ? .backTab : .tab)
    case 27: return .key(.escape)
    case 8, 127: return .key(held & 2 != 0 ? .altBackspace : .backspace)
    default: break
    }
    guard code >= 0x20, let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return .nothing }
    let character = Character(scalar)
    guard Text.sanitised(String(character)) == String(character) else { return .nothing }
    if held & 4 != 0 {
      let lower = Character(character.lowercased())
      return ("a"..."z").contains(lower) || lower == " " ? .key(.control(lower)) : .nothing
    }
    return .key(held & 2 != 0 ? .alt(character) : .character(character))
  }

  /// The mouse as terminals without SGR coordinates report it: three bytes, each 32 higher.
  private static func oldMouse(_ bytes: ArraySlice<UInt8>) -> EscapeSequence? {
    let report = bytes.dropFirst().prefix(3).map { Int($0) - 32 }
    guard report.count == 3 else { return nil }
    return EscapeSequence(
      meaning: mouse(report[0], x: report[1] - 1, y: report[2] - 1, released: report[0] & 67 == 3),
      length: 4)
  }

  private static func mouse(_ code: Int, x: Int, y: Int, released: Bool) -> Meaning {
    guard x >= 0, y >= 0 else { return .nothing }
    let button: Mouse.Button =
      switch code & 3 {
      case 0: .left
      case 1: .middle
      case 2: .right
      default: .none
      }
    if code & 64 != 0 {
      switch code & 3 {
      case 0: return .key(.mouse(Mouse(.wheelUp, button: .none, x: x, y: y)))
      case 1: return .key(.mouse(Mouse(.wheelDown, button: .none, x: x, y: y)))
      default: return .nothing
      }
    }
    let kind: Mouse.Kind = released ? .release : code & 32 != 0 ? .drag : .press
    return .key(.mouse(Mouse(kind, button: button, x: x, y: y)))
  }
}
