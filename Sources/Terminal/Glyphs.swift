/// Which characters a terminal can show, and what stands for the others.
///
/// A stand-in is always one column wide, so that nothing moves.
enum Glyphs {
  /// Everything.
  case full
  /// The Linux console: its font has the square boxes and blocks of the IBM PC.
  case console
  /// No drawing characters; letters as they are.
  case ascii
  /// No drawing characters, and letters up to the given number only.
  case limited(to: UInt32)

  func shown(_ text: String) -> String {
    switch self {
    case .full: text
    case .console: Self.squared[text] ?? text
    case .ascii: Self.typed[text] ?? text
    case .limited(let last): limited(Self.typed[text] ?? text, to: last)
    }
  }

  private func limited(_ text: String, to last: UInt32) -> String {
    guard let scalar = text.unicodeScalars.first else { return text }
    if scalar.value <= last { return String(Character(scalar)) }
    return "?"
  }

  private static let squared: [String: String] = [
    "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "━": "═", "✓": "√", "●": "•", "▪": "■", "▶": "►",
    "›": ">", "…": ".", "▏": "│", "×": "x", "−": "-", "◆": "♦", "▗": "▄", "▖": "▄", "▝": "▀",
    "▘": "▀", "▞": "█", "▚": "█", "▟": "█", "▙": "█", "▜": "█", "▛": "█",
  ]

  private static let typed: [String: String] = [
    "─": "-", "━": "=", "═": "=", "│": "|", "┃": "|", "▏": "|", "┌": "+", "┐": "+", "└": "+",
    "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╰": "+",
    "╯": "+", "█": "#", "▄": "#", "▀": "#", "▌": "#", "▐": "#", "▗": ".",
    "▖": ".", "▝": "'", "▘": "'", "▞": "#", "▚": "#", "▟": "#", "▙": "#", "▜": "#", "▛": "#",
    "░": ".", "▒": ":", "▓": "#",
    "…": ".", "›": ">", "‹": "<", "●": "*", "○": "o", "•": "*", "·": ".", "✓": "v", "✗": "x",
    "▪": "*", "◆": "*", "≡": "=", "≠": "!", "▶": ">", "◀": "<", "↑": "^", "↓": "v", "←": "<",
    "→": ">", "×": "x", "−": "-",
    "–": "-", "—": "-", "’": "'", "‘": "'", "“": "\"", "”": "\"", "«": "<", "»": ">",
    "\u{A0}": " ", "\u{202F}": " ",
  ]
}
