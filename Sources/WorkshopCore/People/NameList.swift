import FoundationEssentials

/// The names of a roster, to be taken out of texts.
///
/// Names are compared word by word, without capitals, accents, hyphens or the order of the words, and
/// with whatever stands before them: “@dupont”, “d’Anna”, “jean.dupont@sceaux.fr” are found.
struct NameList {
  /// The words of each name, the longest name first: who is called Anna-Maria Kiss is not a Maria Kiss
  /// with something before it.
  private let names: [(words: [String], label: String)]
  /// What stands for each word of a name.
  private let words: [String: String]
  private let somebody: String
  /// The words of names that are left where they stand alone.
  private let kept: Set<String>

  /// - Parameters:
  ///   - names: with what stands for each.
  ///   - somebody: stands for a word that several names share.
  ///   - keeping: words that are left where they stand alone.
  init(_ names: [(name: String, label: String)], somebody: String, keeping: Set<String>) {
    let plain = names.map { (words: Self.plainWords(of: $0.name), label: $0.label) }
    self.names = plain.filter { $0.words.joined().count > 2 }.sorted {
      $0.words.count > $1.words.count
    }
    self.somebody = somebody
    let kept = Set(keeping.flatMap(Self.plainWords))
    self.kept = kept
    let words = names.flatMap { name, label in
      Self.words(of: name).filter(Self.isName).map { (Self.plain($0), label) }
    }
    self.words = Dictionary(words) { $0 == $1 ? $0 : somebody }.filter { !kept.contains($0.key) }
  }

  static func words(of name: String) -> [String] {
    name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Particles (de, van, Le) and initials are in too many other words' company.
  private static func isName(_ word: String) -> Bool {
    word.count > 2 && !particles.contains(plain(word)) && word.contains(where: \.isLetter)
  }

  /// What stands before a family's name, in the languages around.
  private static let particles: Set = [
    "del", "den", "der", "des", "dos", "las", "les", "los", "the", "und", "van", "von", "ben",
    "bin",
    "née", "nee", "mme", "mrs", "ifj", "dit", "dite", "sur", "and", "epouse",
  ]

  private static func plainWords(of text: String) -> [String] { words(of: text).map(plain) }

  /// Without capitals and accents.
  private static func plain(_ text: some StringProtocol) -> String {
    Fold.plain(String(text))
  }

  /// A word where it stands in a text.
  private struct Word {
    let range: Range<String.Index>
    let plain: String
  }

  func taken(outOf text: String) -> String {
    guard !names.isEmpty else { return text }
    let words = Self.places(in: text)
    var result = ""
    var end = text.startIndex
    var index = 0
    while index < words.count {
      // An address names somebody by its parts: all of it goes.
      if let (address, after) = address(in: text, words, at: index) {
        result += text[end..<address.range.lowerBound] + address.label
        end = address.range.upperBound
        index = after
        continue
      }
      guard var (label, count, last) = match(words, at: index, in: text) else {
        index += 1
        continue
      }
      // Parts of a name that a hyphen joins are one (“Jean-Baptiste”).
      while index + count < words.count, let next = match(words, at: index + count, in: text),
        next.label == label,
        "-‐‑".contains(text[last..<words[index + count].range.lowerBound])
      {
        (label, count, last) = (next.label, count + next.count, next.end)
      }
      result += text[end..<words[index].range.lowerBound] + label
      end = last
      index += count
    }
    return result + text[end...]
  }

  /// Words of letters, digits and marks that belong to a letter; joined by nothing.
  private static func places(in text: String) -> [Word] {
    var words: [Word] = []
    var start: String.Index?
    for index in text.indices + [text.endIndex] {
      if index < text.endIndex, text[index].isLetter || text[index].isNumber {
        if start == nil { start = index }
      } else if let begin = start {
        words.append(Word(range: begin..<index, plain: plain(text[begin..<index])))
        start = nil
      }
    }
    return words
  }

  /// The longest name that begins at a word, in any order of its words, else a word of a name alone; how
  /// many words that takes, and where it ends.
  private func match(
    _ words: [Word], at index: Int, in text: String
  ) -> (label: String, count: Int, end: String.Index)? {
    for name in names where name.words.count > 1 && index + name.words.count <= words.count {
      let here = words[index..<index + name.words.count]
      guard isJoined(here, in: text), let final = here.last else { continue }
      let found = here.map(\.plain)
      if found == name.words || found.sorted() == name.words.sorted() {
        return (name.label, name.words.count, final.range.upperBound)
      }
      // An ending of the language stays after the name (“Kiss Annának”).
      let last = name.words[name.words.count - 1]
      if found.dropLast() == name.words.dropLast(), final.plain.hasPrefix(last), last.count > 2,
        final.plain.dropFirst(last.count).allSatisfy(\.isLetter)
      {
        let word = text[final.range]
        let end = word.index(word.startIndex, offsetBy: last.count, limitedBy: word.endIndex)
        return (name.label, name.words.count, end ?? word.endIndex)
      }
    }
    guard let label = self.words[words[index].plain] else { return nil }
    return (label, 1, words[index].range.upperBound)
  }

  /// Whether nothing but a space, a hyphen, a comma or the like stands between words.
  private func isJoined(_ words: ArraySlice<Word>, in text: String) -> Bool {
    zip(words, words.dropFirst()).allSatisfy { one, next in
      let between = text[one.range.upperBound..<next.range.lowerBound]
      return between.count <= 3 && between.allSatisfy { " \u{A0}\t-‐‑–,.'’_".contains($0) }
    }
  }

  /// The address that begins at a word, when a word of a name is in it.
  private func address(
    in text: String, _ words: [Word], at index: Int
  ) -> (address: (range: Range<String.Index>, label: String), after: Int)? {
    let begin = words[index].range.lowerBound
    let end = text[begin...].firstIndex { !Self.isOfAddress($0) } ?? text.endIndex
    let address = text[begin..<end]
    guard let at = address.firstIndex(of: "@"), address[at...].contains(".") else { return nil }
    let inside = words[index...].prefix { $0.range.upperBound <= end }
    let local = inside.filter { $0.range.upperBound <= at }
    let written = local.map(\.plain).joined()
    let label =
      local.lazy.compactMap { self.words[$0.plain] }.first ?? (isGlued(written) ? somebody : nil)
    guard let label else { return nil }
    return ((begin..<end, label), index + inside.count)
  }

  /// Whether a name is written into one word, as in `jdupont`: whose, only a person can tell.
  private func isGlued(_ word: String) -> Bool {
    words.keys.contains { $0.count > 3 && word.contains($0) }
  }

  private static func isOfAddress(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "@._%+-".contains(character)
  }

  /// Words of a text that may still tell who somebody is, for a person to look at: what is nearly a word of
  /// a name (“Dupont2”, “Jeannot”, “Annának”), each once.
  func doubts(in text: String) -> [String] {
    var doubts: [String] = []
    for word in Self.places(in: text) where words[word.plain] == nil {
      let isNear = words.keys.contains { name in
        name.count > 3
          && (word.plain.hasPrefix(name) || (name.count > 4 && Self.isOneOff(word.plain, name)))
      }
      let written = String(text[word.range])
      let before =
        word.range.lowerBound > text.startIndex
        ? text[text.index(before: word.range.lowerBound)] : " "
      let isNamed = before == "@" || isNear
      if isNamed, !kept.contains(word.plain), !doubts.contains(written) { doubts.append(written) }
    }
    return doubts
  }

  /// Whether two words differ by one letter.
  private static func isOneOff(_ one: String, _ other: String) -> Bool {
    guard one.first == other.first, abs(one.count - other.count) <= 1 else { return false }
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    let (a, b) = (Array(short), Array(long))
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return a.count == b.count ? start + end >= a.count - 1 : start + end >= a.count
  }
}
