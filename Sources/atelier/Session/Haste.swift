import Shell
import Terminal

/// Tells a Tab that a person presses from one that stands in a text: a terminal that does not mark what is
/// pasted sends it as if it were typed.
///
/// A row of a spreadsheet has its cells between tabs; read as the key, each would be a +1 for a card that
/// nobody has looked at.
struct Haste {
  /// Faster than anybody goes from one key to another, in milliseconds: fast typists leave 120 (Dhakal and
  /// others, "Observations on Typing from 136 Million Keystrokes", 2018).
  static let gap: Int64 = 30

  private var last: Int64?

  /// The key that is meant, at a time in milliseconds since the start of the machine.
  mutating func reading(_ key: Key, at time: Int64, _ scene: Scene) -> Key {
    defer { last = time }
    guard key == .tab, scene.role == .notes, scene.focus.overlay == nil, let last,
      time - last < Self.gap
    else { return key }
    return .character(" ")
  }
}
