/// One thing that a person did at the terminal.
public enum Key: Hashable, Sendable {
  /// A printable character, the space too.
  case character(Character)
  /// Ctrl and a lower-case letter, or one of space \ ] ^ _ . Ctrl-I and Ctrl-M arrive as Tab and
  /// Enter, Ctrl-H as Backspace, Ctrl-[ as Escape: terminals send the same bytes for both.
  case control(Character)
  /// Alt (or Escape first) and a printable character.
  case alt(Character)
  case enter, altEnter, escape, tab, backTab, backspace, altBackspace, delete, insert
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case altUp, altDown, altLeft, altRight
  case controlUp, controlDown, controlLeft, controlRight
  case home, end, pageUp, pageDown
  /// F1 to F20.
  case function(Int)
  /// Text pasted in one go, not sanitised, line ends as "\n"; at most `Key.pasteLimit` bytes.
  case paste(String)
  /// Comes right after a paste that was longer than the limit: what came after it, as far as memory may
  /// hold it.
  case pasteCut(String)
  case mouse(Mouse)
  /// The window has a new size. `Screen.keys` gives it after `Screen.resized` saw a change.
  case resize

  /// The most that one paste may bring: 1 MiB.
  public static let pasteLimit = 1 << 20
}

extension Key {
  /// The key's name as it stands on a keyboard: "Enter", "Ctrl-B", "Alt-x", "Shift-Tab", "F1", "Space", "↑".
  ///
  /// Whatever names a key, on screens, in help and in tables, reads it here.
  public var label: String {
    switch self {
    case .character(let character): Self.name(character)
    case .control(let character): Self.ctrl + (character == " " ? "Space" : character.uppercased())
    case .alt(let character): Self.alt + Self.name(character)
    case .function(let number): "F\(number)"
    case .paste: "Paste"
    case .pasteCut: "Paste cut"
    case .mouse: "Mouse"
    default: Self.names.first { $0.key == self }?.label ?? "?"
    }
  }

  /// The key of a label, or nil when there is none: pastes and mouse events have no label to type.
  public init?(label: String) {
    if let named = Self.names.first(where: { $0.label == label }) {
      self = named.key
    } else if label.hasPrefix(Self.ctrl) {
      guard let character = Self.character(String(label.dropFirst(Self.ctrl.count))) else {
        return nil
      }
      let lower = Character(character.lowercased())
      guard ("a"..."z").contains(lower) || [" ", "\\", "]", "^", "_"].contains(lower) else {
        return nil
      }
      self = .control(lower)
    } else if label.hasPrefix(Self.alt) {
      guard let character = Self.character(String(label.dropFirst(Self.alt.count))) else {
        return nil
      }
      self = .alt(character)
    } else if label.hasPrefix("F"), let number = Int(label.dropFirst()), (1...20).contains(number),
      label == "F\(number)"
    {
      self = .function(number)
    } else if let character = Self.character(label) {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static let ctrl = "Ctrl-"
  private static let alt = "Alt-"

  /// The arrow keys' words, for terminals and people without arrows on them, are read too.
  private static let names: [(label: String, key: Key)] = [
    ("Enter", .enter), ("Alt-Enter", .altEnter), ("Esc", .escape), ("Tab", .tab),
    ("Shift-Tab", .backTab), ("Backspace", .backspace), ("Alt-Backspace", .altBackspace),
    ("Delete", .delete), ("Insert", .insert),
    ("↑", .up), ("↓", .down), ("←", .left), ("→", .right),
    ("Shift-↑", .shiftUp), ("Shift-↓", .shiftDown), ("Shift-←", .shiftLeft),
    ("Shift-→", .shiftRight),
    ("Alt-↑", .altUp), ("Alt-↓", .altDown), ("Alt-←", .altLeft), ("Alt-→", .altRight),
    ("Ctrl-↑", .controlUp), ("Ctrl-↓", .controlDown), ("Ctrl-←", .controlLeft),
    ("Ctrl-→", .controlRight),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Resize", .resize),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
  ]

  private static func name(_ character: Character) -> String {
    character == " " ? "Space" : String(character)
  }

  private static func character(_ name: String) -> Character? {
    if name == "Space" { return " " }
    return name.count == 1 && name != " " ? name.first : nil
  }
}
