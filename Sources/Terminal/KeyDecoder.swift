import TextSafety

/// Makes keys of the bytes that a terminal sends.
///
/// A value without a clock: who reads the terminal says when the bytes came to an end. Our own and
/// not curses', whose decoder loses a character that arrives in two halves and up to fifteen keys
/// after a byte that is not UTF-8. The sequences are those of xterm, tmux, screen, rxvt, vt100 and
/// the Linux console (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), whatever TERM says.
struct KeyDecoder {
  private var bytes: [UInt8] = []
  /// Where the next undecoded byte stands.
  private var next = 0
  /// The paste that has begun and not ended, nil outside one.
  private var paste: PasteBuffer?
  private var keys: [Key] = []
  /// Whether the terminal was asked for the colour of its background; its answer is no key.
  var awaitsBackground = false
  /// What it answered.
  private(set) var isBackgroundLight: Bool?
  /// Whether the terminal's window has the keyboard; nil before it said so.
  private(set) var hasFocus: Bool?

  /// How long the terminal may take to send the rest of a sequence, in milliseconds: 0 when none
  /// has begun. An Escape alone could be the key, so it is not kept waiting. A letter whose second
  /// half is missing may take as long as it likes.
  var patience: Int32 {
    guard paste == nil, bytes.first == 0x1B else { return 0 }
    return bytes.count == 1 ? 25 : 100
  }

  /// Once the answer is followed.
  mutating func forgetBackground() { isBackgroundLight = nil }

  /// The keys that the bytes complete.
  mutating func feed(_ more: some Sequence<UInt8>) -> [Key] {
    bytes.append(contentsOf: more)
    while step() {}
    bytes.removeFirst(next)
    next = 0
    defer { keys = [] }
    return keys
  }

  /// The keys of what is open, when nothing more came in time.
  mutating func finish() -> [Key] {
    guard paste == nil, bytes.first == 0x1B else { return [] }
    let rest = bytes.dropFirst()
    bytes = []
    switch rest.first {
    case nil: return [.escape]
    case .some(let byte) where rest.count == 1 && byte > 0x20 && byte < 0x7F:
      return [.alt(Character(Unicode.Scalar(byte)))]
    case .some(0x1B) where rest.count == 1: return [.escape, .escape]
    default: return []
    }
  }

  /// Takes one key off the front; false when there is no complete one.
  private mutating func step() -> Bool {
    if paste != nil { return stepPaste() }
    guard next < bytes.count else { return false }
    if bytes[next] == 0x1B { return stepEscape() }
    guard let (key, length) = Self.plain(bytes[next...]) else { return false }
    next += length
    if let key { append(key) }
    return true
  }

  /// Marks typed or sent after their letter belong to it.
  private mutating func append(_ key: Key) {
    if case .character(let mark) = key, case .character(let base) = keys.last {
      let joined = String(base) + String(mark)
      if joined.count == 1, let one = joined.first, mark.utf8.count > 1 {
        keys[keys.count - 1] = .character(one)
        return
      }
    }
    keys.append(key)
  }

  private mutating func stepPaste() -> Bool {
    guard var open = paste else { return false }
    paste = nil
    let (taken, ended) = open.take(bytes[next...])
    next += taken
    guard ended else {
      paste = open
      return false
    }
    keys.append(contentsOf: open.keys)
    return true
  }

  private mutating func stepEscape() -> Bool {
    let rest = bytes[next...].dropFirst()
    guard let second = rest.first else { return false }
    switch second {
    case 0x5B: return stepSequence(EscapeSequence.csi(rest.dropFirst()), prefix: 2, alt: false)
    case 0x4F: return stepSequence(EscapeSequence.ss3(rest.dropFirst()), prefix: 2, alt: false)
    case 0x5D where awaitsBackground:
      switch BackgroundAnswer(rest.dropFirst()) {
      case .unfinished: return false
      case .colour(let isLight, let length):
        isBackgroundLight = isLight
        awaitsBackground = false
        next += 2 + length
      case .no:
        keys.append(.alt("]"))
        next += 2
      }
      return true
    case 0x1B:
      guard let third = rest.dropFirst().first else { return false }
      switch third {
      case 0x5B:
        return stepSequence(EscapeSequence.csi(rest.dropFirst(2)), prefix: 3, alt: true)
      case 0x4F:
        return stepSequence(EscapeSequence.ss3(rest.dropFirst(2)), prefix: 3, alt: true)
      default:
        keys.append(.escape)
        next += 1
        return true
      }
    default:
      guard let (key, length) = Self.plain(rest) else { return false }
      next += 1 + length
      switch key {
      case .character(let character): keys.append(.alt(character))
      case .enter, .control("j"): keys.append(.altEnter)
      case .backspace: keys.append(.altBackspace)
      case .some(let other): keys.append(contentsOf: [.escape, other])
      case nil: keys.append(.escape)
      }
      return true
    }
  }

  private mutating func stepSequence(_ sequence: EscapeSequence?, prefix: Int, alt: Bool) -> Bool {
    guard let sequence else { return false }
    next += prefix + sequence.length
    switch sequence.meaning {
    case .key(let key): keys.append(alt ? key.withAlt : key)
    case .paste: paste = PasteBuffer()
    case .focus(let hasIt): hasFocus = hasIt
    case .nothing: break
    }
    return true
  }

  /// The key at the front of bytes that are no escape sequence, and its length; a nil key for what
  /// is to be skipped, nil when more bytes are needed.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x00: return (.control(" "), 1)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x09: return (.tab, 1)
    case 0x0D: return (.enter, 1)
    case 0x01...0x1A: return (.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x1C...0x1F: return (.control(Character(Unicode.Scalar(first + 0x40))), 1)
    case 0x20...0x7E: return (.character(Character(Unicode.Scalar(first))), 1)
    default: return utf8(bytes, first)
    }
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> (Key?, Int)? {
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1 else { return (nil, 1) }
    let part = bytes.prefix(length)
    let following = part.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if following < part.count - 1 { return (nil, 1 + following) }
    if part.count < length { return nil }
    guard let text = String(validating: part, as: UTF8.self), let character = text.first else {
      return (nil, length)
    }
    // Emoji and some letters arrive in parts, and a part alone would not pass.
    let isPart = text.unicodeScalars.first.map(SafeText.isAttached) ?? false
    if Text.sanitised(text) != text, !isPart { return (nil, length) }
    return (.character(character), length)
  }
}

extension Key {
  /// The key with Alt held, for terminals that send Escape before the key's own sequence.
  fileprivate var withAlt: Key {
    switch self {
    case .up: .altUp
    case .down: .altDown
    case .left: .altLeft
    case .right: .altRight
    case .enter: .altEnter
    default: self
    }
  }
}
