import FoundationEssentials
import Languages
import Shell
import Terminal

/// Texts on their way to the clipboard of whoever sits at the terminal, also over ssh (OSC 52).
enum Clipboard {
  /// What xterm takes at most, before it is written in base64.
  private static let limit = 74_000

  /// Hands a text to the terminal, and says what became of it. No terminal answers: whether it may, and
  /// whether tmux lets it through, is a setting of theirs.
  static func take(_ text: String, _ screen: borrowing Screen) -> Outcome {
    let data = Data(Text.sanitised(text, newlines: true).utf8)
    guard data.count <= limit else { return .refused("Too long for the clipboard") }
    return screen.copy(base64: data.base64EncodedString())
      ? .notice("Copied, if the terminal allows it") : .refused("This terminal has no clipboard")
  }
}
