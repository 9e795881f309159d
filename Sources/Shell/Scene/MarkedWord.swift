/// A word as it was typed, with the mark that it may begin with and the signs around it: `(@jean),`.
///
/// A name ends where the word ends: what closes a bracket or a sentence is none of it.
struct MarkedWord {
  /// `#`, `@`, `&` or `>`; a space for a word that is text.
  let mark: Character
  /// Without its mark and the signs around it; of a date nothing is taken off.
  let name: String
  /// What stands before the mark, and what after the name.
  private let before: Substring
  private let after: Substring

  private static let marks: Set<Character> = ["#", "@", "&", ">"]
  private static let opening: Set<Character> = [
    "(", "[", "{", "«", "“", "„", "‹", "\"", "'", "¿", "¡",
  ]
  private static let closing: Set<Character> = [
    ".", ",", ":", ";", "!", "?", "…", ")", "]", "}", "»", "”", "“", "›", "\"", "'", "’", "/", "+",
    "|", "–", "—",
  ]
  /// Brackets, each with the one that closes it.
  private static let brackets: [Character: Character] = ["(": ")", "[": "]", "{": "}"]

  init(_ typed: Substring) {
    let opened = typed.prefix { Self.opening.contains($0) }
    let rest = typed.dropFirst(opened.count)
    guard let mark = rest.first, Self.marks.contains(mark) else {
      (self.mark, name, before, after) = (" ", String(typed), "", "")
      return
    }
    self.mark = mark
    before = opened
    guard mark != ">" else {
      (name, after) = (String(rest.dropFirst()), "")
      return
    }
    let count = rest.dropFirst().reversed().prefix { Self.closing.contains($0) }.count
    name = String(rest.dropFirst().dropLast(count))
    after = rest.suffix(count)
  }

  var isMark: Bool { mark != " " && !name.isEmpty }

  /// The signs to be kept once the mark is gone: a bracket that opened before other words, one that ends a
  /// sentence, and one that parts it where text goes on. `opened` are the brackets that no word closed yet.
  func end(beforeText: Bool, _ opened: inout String) -> String {
    opened += before.filter { Self.brackets[$0] != nil }
    var end = ""
    for sign in after {
      if Self.brackets.values.contains(sign) {
        if opened.popLast() == nil { end.append(sign) }
      } else if ".!?…".contains(sign) || (beforeText && ",;:".contains(sign)) {
        end.append(sign)
      }
    }
    return end
  }

  /// A line with its marks apart from each other: `@jean,@maire`, `#data/#inclusion`.
  static func parted(_ line: Substring) -> String {
    var parted = ""
    var last: Character = " "
    var isMarked = false
    for character in line {
      if last.isWhitespace { isMarked = marks.contains(character) || opening.contains(character) }
      if character == "@" || character == "#",
        ",;".contains(last) || (isMarked && "/+|)".contains(last))
      {
        parted.append(" ")
      }
      parted.append(character)
      last = character
    }
    return parted
  }
}
