/// How alike two short texts are, by the words that they share.
///
/// All of it is local and can be explained: a match is the list of the shared words. Endings, plurals,
/// accents and near synonyms do not keep words apart; words that every second idea has count little.
package enum Likeness {
  /// Texts at least this alike say the same in other words.
  static let same = 0.52
  /// Texts at least this alike belong together.
  package static let related = 0.3

  /// What two texts have in common.
  package struct Match: Equatable, Sendable {
    /// 0: nothing, 1: every word.
    let score: Double
    /// The shared words, as each of the texts has them, in the first one's order.
    let pairs: [Pair]

    struct Pair: Equatable, Sendable {
      let first: String
      let second: String
    }

    /// The shared words to show: one that the texts have in two forms stands there as the first has it.
    package var words: [String] { pairs.map(\.first) }
  }

  /// What makes two texts say the same; nil when they do not.
  package static func alike(_ a: String, _ b: String, atLeast least: Double = same) -> Match? {
    let (first, second) = (MeaningfulWords.of(a), MeaningfulWords.of(b))
    return match(first, second, atLeast: least)
  }

  /// The texts most like one, best first, at most `limit` of them. Fast enough for every key that is
  /// typed over a board of thousands.
  package static func nearest<ID>(
    to text: String, among texts: [(id: ID, text: String)], atLeast least: Double = same,
    limit: Int = 3
  ) -> [(id: ID, match: Match)] {
    let wanted = MeaningfulWords.of(text)
    guard !wanted.words.isEmpty else { return [] }
    let wordings = MeaningfulWords.of(texts.map(\.text))
    let found = zip(texts, wordings).compactMap { text, wording in
      match(wanted, wording, atLeast: least).map { (id: text.id, match: $0) }
    }
    // Equals stay in the order in which they came.
    let sorted = found.enumerated().sorted {
      ($1.element.match.score, $0.offset) < ($0.element.match.score, $1.offset)
    }
    return sorted.prefix(limit).map(\.element)
  }

  static func match(_ a: MeaningfulWords, _ b: MeaningfulWords, atLeast least: Double) -> Match? {
    if !a.plain.isEmpty, a.plain == b.plain {
      return Match(score: 1, pairs: a.words.map { .init(first: $0.written, second: $0.written) })
    }
    guard a.marks & b.marks != 0 else { return nil }
    var free = Array(b.words.indices)
    var pairs: [Match.Pair] = []
    var shared = 0.0
    for word in a.words {
      var best: (place: Int, gain: Double)?
      for (place, index) in free.enumerated() {
        let gain = word.likeness(b.words[index])
        if gain > best?.gain ?? 0 { best = (place, gain) }
        if gain == 1 { break }
      }
      guard let best else { continue }
      let other = b.words[free.remove(at: best.place)]
      shared += best.gain * min(word.weight, other.weight)
      pairs.append(.init(first: word.written, second: other.written))
    }
    // One word in common is a subject, not an idea.
    guard pairs.count >= 2, shared >= 1.2 else { return nil }
    let rests = [a.weight - shared, b.weight - shared].map { max(0, $0) }
    var score =
      shared / (shared + contrast * min(rests[0], rests[1]) + addition * max(rests[0], rests[1]))
    if a.opposes(b) { score *= 0.6 }
    return score >= least ? Match(score: min(1, score), pairs: pairs) : nil
  }

  // An idea said again is often said in more words: what only one of the texts adds counts little.
  // Where each has a word of its own, "free wifi" beside "free books", they speak of two things.
  private static let contrast = 1.8
  private static let addition = 0.1
}
