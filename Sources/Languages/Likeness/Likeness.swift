import WorkshopCore

/// How alike two short texts are, by the words that they share.
///
/// All of it is local and can be explained: a match is the list of the shared words. Endings, plurals,
/// accents and near synonyms do not keep words apart; words that every second idea has count little, and so
/// do those that many cards of a board have. A street, a square or a district is a place: the same thing
/// in another place is not the same.
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
    /// The texts name places, and none in common.
    package let isElsewhere: Bool

    struct Pair: Equatable, Sendable {
      let first: String
      let second: String
    }

    /// The shared words to show: one that the texts have in two forms stands there as the first has it.
    package var words: [String] { pairs.map(\.first) }
  }

  /// What makes two texts say the same; nil when they do not, or do of two places.
  package static func alike(
    _ a: String, _ b: String, atLeast least: Double = same, _ lexicon: Lexicon = .builtIn
  ) -> Match? {
    match(lexicon.words(of: a), lexicon.words(of: b), .none, atLeast: least)
      .flatMap { $0.isElsewhere ? nil : $0 }
  }

  /// The texts most like one, best first: at most `limit` of them that say the same, then as many that
  /// say it of another place. Fast enough for every key that is typed over a board of thousands.
  package static func nearest<ID>(
    to text: String, among texts: [(id: ID, text: String)], atLeast least: Double = same,
    limit: Int = 3, _ lexicon: Lexicon = .builtIn
  ) -> [(id: ID, match: Match)] {
    let wanted = lexicon.words(of: text)
    guard !wanted.words.isEmpty || !wanted.places.isEmpty else { return [] }
    let compared = lexicon.compared(texts.map(\.text))
    let found = compared.near(wanted).compactMap { place in
      match(wanted, compared.words[place], compared.rarity, atLeast: least).map {
        (id: texts[place].id, match: $0)
      }
    }
    // Equals stay in the order in which they came.
    let sorted = found.enumerated().sorted {
      ($1.element.match.score, $0.offset) < ($0.element.match.score, $1.offset)
    }.map(\.element)
    return [false, true].flatMap { isElsewhere in
      sorted.filter { $0.match.isElsewhere == isElsewhere }.prefix(limit)
    }
  }

  /// Takes in texts that others will be compared with, so that `nearest` finds them ready.
  package static func read(_ texts: [String], _ lexicon: Lexicon = .builtIn) {
    _ = lexicon.compared(texts)
  }

  /// The pairs among texts that say the same, as places in them, in order; found once for the same texts.
  package static func pairs(
    among texts: [String], _ lexicon: Lexicon = .builtIn
  ) -> [(first: Int, second: Int)] {
    lexicon.pairs(texts) {
      var compared = ComparedTexts()
      compared.add(texts, lexicon.words(of: texts))
      return compared.words.indices.flatMap { first in
        compared.near(compared.words[first]).filter { second in
          second > first
            && match(compared.words[first], compared.words[second], .none, atLeast: same)
              .map { !$0.isElsewhere } ?? false
        }.map { (first, $0) }
      }
    }.map { (first: $0.0, second: $0.1) }
  }

  static func match(
    _ a: MeaningfulWords, _ b: MeaningfulWords, _ rarity: Rarity, atLeast least: Double
  ) -> Match? {
    if !a.plain.isEmpty, a.plain == b.plain {
      return Match(
        score: 1, pairs: a.words.map { .init(first: $0.written, second: $0.written) },
        isElsewhere: false)
    }
    guard a.marks & b.marks != 0 else { return nil }
    let (shared, places) = shared(a, b)
    guard !shared.isEmpty else { return nil }
    let weights = (a.words.map(rarity.weight), b.words.map(rarity.weight))
    var common = zip(shared, places).reduce(0) { sum, pair in
      sum + pair.0.gain * min(weights.0[pair.1.first], weights.1[pair.1.second])
    }
    var rests = [weights.0.reduce(-common, +), weights.1.reduce(-common, +)].map { max(0, $0) }
    var pairs = shared.map(\.pair)
    let place = a.commonPlace(with: b)
    let isElsewhere = place == nil && !a.places.isEmpty && !b.places.isEmpty
    if let place {
      common += rarity.weight(place)
      pairs += place.written.map { .init(first: $0, second: $0) }
    } else if !isElsewhere {
      rests[0] += a.places.first.map(rarity.weight) ?? 0
      rests[1] += b.places.first.map(rarity.weight) ?? 0
    }
    // One word in common is a subject, not an idea; several that every second idea has are none either.
    let hasPlace = place.map { !$0.isDistrict } ?? false
    guard shared.count + (hasPlace ? 1 : 0) >= 2, common >= 1.2,
      hasPlace
        || places.contains(where: {
          a.words[$0.first].weight == 1 && b.words[$0.second].weight == 1
        })
    else { return nil }
    let (less, more) = (min(rests[0], rests[1]), max(rests[0], rests[1]))
    var score = common / (common + contrast * less + addition * more)
    if a.opposes(b) || isExchange(places, a.words.count, b.words.count) {
      score = min(score * 0.6, different)
    }
    return score >= least
      ? Match(score: min(1, score), pairs: pairs, isElsewhere: isElsewhere) : nil
  }

  /// The words that two texts share, with how alike each two are, and where they stand.
  private static func shared(
    _ a: MeaningfulWords, _ b: MeaningfulWords
  ) -> ([(pair: Match.Pair, gain: Double)], [Place]) {
    var free = Array(b.words.indices)
    var pairs: [(pair: Match.Pair, gain: Double)] = []
    var places: [Place] = []
    for (index, word) in a.words.enumerated() {
      var best: (place: Int, gain: Double)?
      for (place, index) in free.enumerated() {
        let gain = word.likeness(b.words[index])
        if gain > best?.gain ?? 0 { best = (place, gain) }
        if gain == 1 { break }
      }
      guard let best else { continue }
      let at = free.remove(at: best.place)
      let other = b.words[at]
      pairs.append((.init(first: word.written, second: other.written), best.gain))
      places.append(
        Place(
          first: index, second: at,
          longer: best.gain == MeaningfulWords.half ? word.longer(other) : 0))
    }
    return (pairs, places)
  }

  /// Where a shared word stands in each of two texts, among its words.
  private struct Place {
    let first: Int
    let second: Int
    /// The text whose word is a compound of the other's, 1 or 2: it has a word more before it; 0: neither.
    var longer = 0
  }

  /// Whether two texts are one frame with something else put in: “train councillors in data protection”
  /// beside “train staff in data protection”. Between the same two shared words, or at the same end, each
  /// has words of its own.
  private static func isExchange(_ places: [Place], _ firsts: Int, _ seconds: Int) -> Bool {
    // The young teach the old; the old teach the young.
    let isTurned = zip(places, places.dropFirst()).allSatisfy { $0.second > $1.second }
    if places.count > 2, isTurned, places.count < min(firsts, seconds) { return true }
    let ends = [Place(first: -1, second: -1)] + places + [Place(first: firsts, second: seconds)]
    return zip(ends, ends.dropFirst()).contains { left, right in
      (right.first - left.first > 1 || right.longer == 1)
        && (right.second - left.second > 1 || right.longer == 2)
        // Nothing that they share lies in between.
        && !places.contains { $0.second > left.second && $0.second < right.second }
    }
  }

  // An idea said again is often said in more words: what only one of the texts adds counts little.
  // Where each has a word of its own, "free wifi" beside "free books", they speak of two things.
  private static let contrast = 1.8
  private static let addition = 0.1
  // What two texts that say the contrary, or speak of two things, reach at most: alike, and never the same.
  private static let different = 0.5
}
