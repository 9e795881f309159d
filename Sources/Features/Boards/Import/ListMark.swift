/// What a line of a list begins with: `- `, `• `, `1. `, `[x] `.
package enum ListMark {
  private static let bullets: Set<Character> = [
    "-", "*", "•", "–", "—", "·", "◦", "▪", "‣", "●", "○", "■", "□", "☐", "☑", "☒", "✓", "➢", "►",
  ]

  /// A line without its mark and the box that may follow it; a plus is kept: “+ de bancs” is what people
  /// write.
  package static func stripped(_ line: String) -> String {
    let text = line.drop { $0.isWhitespace }
    guard let end = end(of: text) else { return line }
    let rest = text[end...].drop { $0.isWhitespace }
    return rest.isEmpty ? line : unboxed(rest)
  }

  /// Whether a line is one of a list.
  static func isItem(_ line: some StringProtocol) -> Bool {
    end(of: Substring(line).drop { $0.isWhitespace }) != nil
  }

  /// Where the mark ends; nil where there is none.
  private static func end(of text: Substring) -> Substring.Index? {
    guard let first = text.first else { return nil }
    let second = text.dropFirst().first
    if bullets.contains(first), second?.isWhitespace == true {
      return text.index(after: text.startIndex)
    }
    // A number of three digits at most: 2026. is a year.
    let open = first == "(" ? text.dropFirst() : text
    let number = open.prefix { $0.isASCII && $0.isNumber }
    let label = number.isEmpty ? open.prefix { $0.isASCII && $0.isLetter } : number
    let closing = open.dropFirst(label.count).first
    let isNumbered = !number.isEmpty && number.count < 4 && (closing == "." || closing == ")")
    let isLettered = number.isEmpty && label.count == 1 && closing == ")"
    guard isNumbered || isLettered else { return nil }
    let after = open.dropFirst(label.count + 1)
    return after.first?.isWhitespace == true ? after.startIndex : nil
  }

  private static func unboxed(_ text: Substring) -> String {
    let box = Array(text.prefix(4))
    if box.count == 4, box[0] == "[", box[2] == "]", box[3] == " ",
      box[1] == " " || box[1].lowercased() == "x"
    {
      return String(text.dropFirst(4))
    }
    return String(text)
  }
}
