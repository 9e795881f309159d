/// Which of the words that may stand somewhere was likely meant by one that is none of them.
public enum NearMiss {
  /// The word that was meant; nil when none is near enough.
  ///
  /// Near is the same but for capitals, accents, spaces and hyphens; else a word that means it; else one
  /// that is at most two slips away, or a third of its length. Words of three letters may have one slip.
  ///
  /// - Parameter meanings: other words for some of them, written as `plain` writes them.
  public static func of(
    _ word: String, among words: [String], meaning meanings: [String: String] = [:]
  ) -> String? {
    let scalars = plain(word)
    guard !scalars.isEmpty, scalars.count <= mostLetters else { return nil }
    let folded = words.prefix(mostWords).map { ($0, plain($0)) }
    if let same = folded.first(where: { $0.1 == scalars }) { return same.0 }
    if let meant = meanings[text(scalars)], words.contains(meant) { return meant }
    let most = scalars.count <= 3 ? 1 : max(2, scalars.count / 3)
    var best: (word: String, slips: Int)?
    for (word, other) in folded where abs(other.count - scalars.count) <= most {
      let slips = slips(scalars, other)
      // Nothing is left of a word in which every letter is another one.
      guard slips <= most, slips < max(other.count, scalars.count) else { continue }
      if slips < best?.slips ?? .max { best = (word, slips) }
    }
    return best?.word
  }

  /// A word as words are compared: lower case, letters and digits only, without accents.
  public static func key(_ word: String) -> String { text(plain(word)) }

  /// Longer words are somebody's sentence, and no slip of the pen.
  private static let mostLetters = 48
  /// More words than that are not compared.
  private static let mostWords = 2_000

  private static func plain(_ word: String) -> [Unicode.Scalar] {
    if word.utf8.count <= 200, word.utf8.allSatisfy({ $0 < 0x80 }) {
      return word.utf8.compactMap { byte in
        switch byte {
        case 0x41...0x5A: Unicode.Scalar(byte + 32)
        case 0x30...0x39, 0x61...0x7A: Unicode.Scalar(byte)
        default: nil
        }
      }
    }
    return Fold.plain(String(word.prefix(200))).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// How many letters were left out, put in, changed, or swapped with the next: the optimal string
  /// alignment distance of Damerau and Levenshtein
  /// (https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance).
  static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + above.dropFirst()
      for j in 0..<b.count {
        let change = above[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(change, above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
