/// Names of keys that stand within what is said: “Merged; u takes it back”.
///
/// A sentence names the usual keys. Where somebody has keys of their own, or types words instead of keys, the
/// names are put in their place; where it is not certain that a letter is a key, the sentence stays as it is.
enum KeyMentions {
  /// A text with each key under the name that it goes by here.
  ///
  /// - Parameters:
  ///   - english: the sentence in English, by which a letter is known to be a key.
  ///   - name: what a key is called instead of its usual label; nil: as usual.
  static func renamed(_ text: String, english: String, _ name: (String) -> String?) -> String {
    var labels: [String: Int] = [:]
    for mention in words(of: english) where mention.isKey(inEnglish: true) {
      labels[String(mention.core), default: 0] += 1
    }
    guard !labels.isEmpty else { return text }
    let words = words(of: text)
    var changes: [(range: Range<String.Index>, name: String)] = []
    for (label, count) in labels {
      guard let name = name(label) else { continue }
      let all = words.filter { $0.core == label }
      let sure = all.filter { $0.isKey(inEnglish: text == english) }
      let found = sure.count == count ? sure : all
      guard found.count == count else { continue }
      changes += found.map { ($0.core.startIndex..<$0.core.endIndex, name) }
    }
    var text = text
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(change.range, with: change.name)
    }
    return text
  }

  /// A word with what stands around it.
  private struct Word {
    let whole: Substring
    /// Without the marks around it.
    let core: Substring
    let before: Substring?
    let after: Substring?

    /// Whether it is a key's name: Ctrl or Alt with a key, F1 to F12, or a letter that begins a clause or
    /// follows a word such as “press”, and does something.
    func isKey(inEnglish: Bool) -> Bool {
      if core.hasPrefix("Ctrl-") || core.hasPrefix("Alt-") { return core.count > 4 }
      if core.first == "F", core.count > 1, core.dropFirst().allSatisfy(\.isNumber) { return true }
      guard core.count == 1, let letter = core.first, letter.isASCII, letter.isLetter else {
        return false
      }
      let lead = before?.lowercased() ?? ""
      let isArticle = inEnglish && "aAI".contains(letter)
      let follows = (isArticle ? KeyMentions.askers : KeyMentions.leads).contains(lead)
      let begins = before.map { $0.last.map(KeyMentions.ends.contains) ?? false } ?? true
      guard begins || follows else { return false }
      // In Hungarian a sentence may begin with the article.
      guard inEnglish || before != nil || letter.lowercased() != "a" else { return false }
      guard inEnglish, !follows, !whole.hasSuffix(":") else { return true }
      guard let after, after.allSatisfy(\.isLetter) else { return false }
      // “A canvas” is no key that does something.
      return after.hasSuffix("s") && !after.hasSuffix("as") || after == "again" || after == "then"
    }
  }

  /// What a key may come after: in Hungarian its article, in English what one does with it.
  private static let leads: Set<String> = ["press", "then", "key", "or", "az", "and"]
  /// After which even “a” is a key.
  private static let askers: Set<String> = ["press", "key"]
  private static let ends: Set<Character> = [".", ";", ":", ",", "!", "?"]
  private static let marks: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "(", ")", "“", "”", "«", "»", "„", "\"",
  ]

  private static func words(of text: String) -> [Word] {
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    return words.indices.map { index in
      let word = words[index]
      var core = word.drop { marks.contains($0) }
      while let last = core.last, marks.contains(last), core.count > 1 { core.removeLast() }
      return Word(
        whole: word, core: core, before: index > 0 ? words[index - 1] : nil,
        after: index + 1 < words.count ? words[index + 1] : nil)
    }
  }
}
