/// Strings that do something to a terminal, or to who reads it, when they reach it as they are.
enum HostileText {
  static let strings: [String] = [
    "\u{1B}[2J\u{1B}[H",  // clears
    "\u{1B}[31mred\u{1B}[0m",  // colours
    "\u{1B}]0;title\u{7}",  // sets the title
    "\u{1B}]52;c;ZXZpbA==\u{7}",  // writes the clipboard
    "\u{1B}]8;;http://evil.example\u{1B}\\here\u{1B}]8;;\u{1B}\\",  // hides a link
    "\u{1B}P$q\"p\u{1B}\\",  // asks for an answer that is typed
    "\u{1B}[6n",  // cursor report
    "\u{1B}[c",  // device report
    "\u{1B}[21t",  // title report
    "\u{1B}c",  // resets
    "\u{1B}[?1049l",  // leaves the screen
    "\u{1B}[?25l",  // hides the cursor
    "\u{1B}[?1000h",  // takes the mouse
    "\u{1B}[201~rm -rf\r",  // ends a paste
    "\u{1B}#8",  // fills with E
    "\u{1B}(0lqqk",  // other letters
    "\u{1B}[4i",  // prints
    "\u{1B}_Gf=100\u{1B}\\",  // graphics
    "\u{1B}Ptmux;\u{1B}\u{1B}[5n\u{1B}\\",  // through tmux
    "\u{9B}2J",  // the same in one byte
    "\u{9D}0;title\u{9C}",
    "\u{90}q#0\u{9C}",
    "\u{8D}\u{85}\u{84}",
    "name\u{8}\u{8}\u{8}\u{8}evil",  // overwrites
    "line\rover",
    "one\ntwo\u{B}three\u{C}four",
    "a\tb",
    "bell\u{7}\u{7}",
    "shift\u{E}out\u{F}",
    "nul\u{0}\u{1}\u{2}\u{3}",
    "xoff\u{13}xon\u{11}",
    "del\u{7F}",
    "\u{202E}txt.exe",  // reads backwards
    "\u{2066}\u{2067}\u{2068}\u{2069}isolates",
    "\u{61C}\u{200E}\u{200F}marks",
    "pay\u{200B}pal\u{200C}\u{2060}\u{FEFF}",  // looks the same, is not
    "tag\u{E0001}\u{E0068}\u{E0069}\u{E007F}",
    "\u{2028}\u{2029}lines",
    "soft\u{AD}hyphen\u{34F}\u{180E}\u{3164}",
    "z" + String(repeating: "\u{335}\u{301}", count: 300),  // covers its neighbours
    "\u{FFFE}\u{10FFFE}\u{1FFFE}\u{F8FF}",
    "a\u{FE0F}\u{E0100}\u{E01EF}",  // carries hidden data
  ]

  /// Whether a scalar may stand in what a terminal gets.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      scalar == "\u{200D}"
    default: !scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FE0F}"
    }
  }
}
