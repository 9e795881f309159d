internal import CTerminal
internal import Glibc

/// The name under which a terminal is described on this machine.
public enum TerminalName {
  /// What most of today's terminals understand, and what nearly every terminal does.
  private static let nearest = ["xterm-256color", "xterm", "screen", "vt100", "ansi"]

  /// The name itself where it is known here, else the nearest that is: machines often lack the description
  /// of the terminal that somebody comes from over ssh. Where none is described, a description comes along.
  ///
  /// One whose colours are mixed and not numbered goes by the name of its like with 256 of them, which those
  /// terminals understand as well.
  static func known(_ name: String) throws(ScreenError) -> String {
    switch kind(name) {
    case 0: return name
    case 1: throw ScreenError.incapableTerminal(name)
    case 3:
      let base = name.hasSuffix("-direct") ? String(name.dropLast(7)) : name
      return [base + "-256color", "xterm-256color"].first { kind($0) == 0 } ?? name
    default: break
    }
    guard !name.isEmpty else { throw ScreenError.unknownTerminal(name) }
    if let known = nearest.first(where: { kind($0) == 0 }) { return known }
    let known = CompiledTerminal.describe(name)
    guard kind(known) == 0 else { throw ScreenError.unknownTerminal(name) }
    return known
  }

  /// The name that a terminal goes by here where it is not known by its own; nil where it is, or where none
  /// will do.
  public static func substitute(for name: String) -> String? {
    guard isatty(STDOUT_FILENO) == 1, kind(name) == 2 else { return nil }
    let known = try? known(name)
    return known == name ? nil : known
  }

  private static func kind(_ name: String) -> Int32 { ct_terminal_kind(name, STDOUT_FILENO) }
}
