/// Why there can be no screen here.
public enum ScreenError: Error, Equatable, Sendable {
  /// Input or output is not a terminal: a pipe or a file.
  case notATerminal
  /// TERM names a terminal that this system does not know, or is empty.
  case unknownTerminal(String)
  /// TERM names a terminal that cannot move its cursor, such as "dumb".
  case incapableTerminal(String)
}
