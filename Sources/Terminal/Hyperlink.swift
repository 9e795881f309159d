/// A text that leads somewhere when it is clicked (OSC 8).
///
/// Only for terminals that are known to have it: others would print the address, or lose the text
/// (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). Curses would count it as columns, so no
/// screen has it: only lines on standard output.
public enum Hyperlink {
  /// Whether the terminal that the environment tells of has them; over ssh only its name is told.
  ///
  /// - Parameter environment: a variable's value, nil where it is not set.
  public static func isKnown(_ environment: (String) -> String?) -> Bool {
    let terminal = environment("TERM") ?? ""
    // What runs inside another program shows what that one shows.
    let isInside = ["TMUX", "STY"].contains { environment($0)?.isEmpty == false }
    let isOld = ["", "dumb"].contains(terminal) || !Screen.canTitle(terminal)
    guard !isInside, !isOld, !["screen", "tmux"].contains(where: terminal.hasPrefix) else {
      return false
    }
    if ["xterm-kitty", "foot", "alacritty", "xterm-ghostty", "wezterm"]
      .contains(where: terminal.hasPrefix)
    {
      return true
    }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty"]
    if let program = environment("TERM_PROGRAM"), programs.contains(program) { return true }
    if environment("WT_SESSION")?.isEmpty == false { return true }
    func version(_ name: String) -> Int { environment(name).flatMap { Int($0) } ?? 0 }
    // VTE from 0.50 on (GNOME Terminal, Tilix, Xfce's), Konsole from 20.12 on.
    return version("VTE_VERSION") >= 5000 || version("KONSOLE_VERSION") >= 201200
  }

  /// A text that leads to an address; both are shown as they are, and hold no control character.
  public static func to(_ address: String, _ text: String) -> String {
    "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}
