import WorkshopCore

/// A word of a text as it stands there.
struct WrittenWord: Sendable {
  let written: String
  /// Without accents and capitals.
  let folded: String
  /// Whether it is the first of a text or a sentence, where a capital tells nothing.
  let begins: Bool
  /// Whether more than a space, a hyphen or an apostrophe parts it from the word before.
  let isApart: Bool

  var hasCapital: Bool { written.first?.isUppercase ?? false }
  /// Wholly in capitals, as SMS is.
  var isShouted: Bool { written.count > 1 && written.allSatisfy { !$0.isLowercase } }

  /// The words of a text. `VilleVerte` is two, a hashtag of one word is none: it marks, and says nothing.
  static func all(in text: String) -> [WrittenWord] {
    var words: [WrittenWord] = []
    var current = ""
    var gap = "\n"
    func end() {
      guard !current.isEmpty else { return }
      let isTag = gap.last == "#"
      let parts = parts(of: current)
      if !isTag || parts.count > 1 {
        for (index, part) in parts.enumerated() {
          let opens = index == 0 && !isTag && gap.contains { ".!?:\n–—(«\"".contains($0) }
          words.append(
            WrittenWord(
              written: part, folded: Fold.plain(part),
              begins: opens || isTag || parts.count > 1,
              isApart: index == 0 && gap.contains { !" -'’".contains($0) }))
        }
      }
      current = ""
      gap = ""
    }
    for character in text {
      if character.isLetter || character.isNumber {
        current.append(character)
      } else {
        end()
        gap.append(character)
      }
    }
    end()
    return words
  }

  /// A word in its parts, where a capital stands after a small letter.
  private static func parts(of word: String) -> [String] {
    var parts: [String] = []
    var last: Character?
    for character in word {
      if let last, last.isLowercase, character.isUppercase {
        parts.append("")
      } else if parts.isEmpty {
        parts.append("")
      }
      parts[parts.count - 1].append(character)
      last = character
    }
    return parts
  }
}
