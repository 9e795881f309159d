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
  /// Comes right after a paste that was longer than the limit: how many bytes of it were dropped.
  case pasteCut(Int)
  case mouse(Mouse)
  /// The window has a new size. `Screen.keys` gives it after `Screen.resized` saw a change.
  case resize

  /// The most that one paste may bring: 1 MiB.
  public static let pasteLimit = 1 << 20
}
