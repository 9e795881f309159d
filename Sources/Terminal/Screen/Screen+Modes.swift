internal import CTerminal
internal import Glibc

/// What curses does not do: modes of the terminal that have no name in terminfo.
extension Screen {
  static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"

  /// Bracketed paste, and the mouse where it is wanted. Terminals without them ignore it.
  static func modes(on: Bool, mouse: Bool) -> String {
    on
      ? "\u{1B}[?2004h" + (mouse ? mouseOn : "")
      : (mouse ? mouseOff : "") + "\u{1B}[?2004l"
  }

  static func restore(suspended: Bool, mouse: Bool, title: Bool) {
    let pop = title ? "\u{1B}[23;2t" : ""
    send((suspended ? "" : modes(on: false, mouse: mouse)) + pop)
    if !suspended {
      curs_set(1)
      endwin()
    }
  }

  /// Writes past curses, which has sent all it had to by then. Errors are left to the next read:
  /// a terminal that cannot be written to is gone.
  static func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR || errno == EAGAIN { continue }
      if sent <= 0 { return }
      bytes = bytes.dropFirst(sent)
    }
  }

  static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Sets the C library's character set, which curses writes in, and says what can be shown.
  ///
  /// A locale that is missing or POSIX, as often over ssh, is taken for UTF-8 where the terminal
  /// is newer than that.
  static func chooseGlyphs(terminal: String) -> Glyphs {
    let isOld = terminal.hasPrefix("vt1") || terminal.hasPrefix("vt2") || terminal == "ansi"
    let found = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
    if ct_is_utf8() == 0, !isOld, ["C", "POSIX"].contains(found) {
      setlocale(LC_CTYPE, "C.UTF-8")
    }
    if ct_is_utf8() == 0 { return .limited(to: ct_is_latin1() == 1 ? 0xFF : 0x7E) }
    if isOld { return .ascii }
    return terminal.hasPrefix("linux") ? .console : .full
  }

  /// The Linux console and old terminals would print a title.
  static func canTitle(_ terminal: String) -> Bool {
    !["linux", "vt", "ansi", "cons", "sun"].contains { terminal.hasPrefix($0) }
  }
}
