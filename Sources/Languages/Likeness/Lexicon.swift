package import Assets
import Glibc
import Synchronization
import WorkshopCore

/// The words of every language that texts are compared in, with a workshop's own, and the texts that were
/// met before.
package final class Lexicon: Sendable {
  /// In the order in which they are taken where a text gives no hint: those of all content come first.
  private let languages: [ComparedWords]
  /// A board's cards are compared at every key.
  private let memo = Mutex<[String: MeaningfulWords]>([:])
  /// The texts that were compared last: a board's, at every letter that is typed over it.
  private let last = Mutex(ComparedTexts())
  /// The pairs that were found last.
  private let lastPairs = Mutex<(texts: [String], pairs: [(Int, Int)])?>(nil)
  /// As many texts as are remembered.
  private static let limit = 20_000

  package static let builtIn = Lexicon(own: [:])

  private init(own: [String: Wording]) {
    let content = Content.builtIn
    let codes =
      Language.builtIn
      + Set(content.wordings).union(own.keys).subtracting(Language.builtIn + ["workshop"]).sorted()
    languages = codes.map { code in
      [own[code], own["workshop"]].compactMap { $0 }
        .reduce(content.wording(code) ?? Wording()) { $0.adding($1) }
    }.map(ComparedWords.init)
  }

  /// The words of a workshop's content; the same value as long as the content has the same files.
  package static func of(_ content: Content) -> Lexicon {
    guard !content.ownWordings.isEmpty else { return builtIn }
    return owned.withLock { owned in
      if let owned, owned.words == content.ownWordings { return owned.lexicon }
      let lexicon = Lexicon(own: content.ownWordings)
      owned = (content.ownWordings, lexicon)
      return lexicon
    }
  }

  private static let owned = Mutex<(words: [String: Wording], lexicon: Lexicon)?>(nil)

  /// The language that a text is most likely in, by its small words, then by its letters.
  func language(of folded: [String], in text: String) -> ComparedWords {
    let letters = Set(text.lowercased())
    let scores = languages.map { language in
      2 * folded.count { language.stop.contains($0) || language.places.isKind($0) }
        + (language.letters.isDisjoint(with: letters) ? 0 : 3)
    }
    let best = scores.max() ?? 0
    return languages[scores.firstIndex(of: best) ?? 0]
  }

  func words(of text: String) -> MeaningfulWords { words(of: [text])[0] }

  func words(of texts: [String]) -> [MeaningfulWords] {
    memo.withLock { memo in
      texts.map { text in
        if let known = memo[text] { return known }
        let words = MeaningfulWords(text, self)
        if memo.count >= Self.limit { memo.removeAll() }
        memo[text] = words
        return words
      }
    }
  }

  /// Many texts, ready to be compared with one; of a board that has grown only what is new is taken in.
  func compared(_ texts: [String]) -> ComparedTexts {
    last.withLock { last in
      if !last.grows(into: texts) { last = ComparedTexts() }
      let fresh = Array(texts[last.texts.count...])
      if !fresh.isEmpty { last.add(fresh, words(of: fresh)) }
      return last
    }
  }

  /// The pairs of texts for which something holds, found once for the same texts.
  func pairs(_ texts: [String], find: () -> [(Int, Int)]) -> [(Int, Int)] {
    lastPairs.withLock { last in
      if let last, last.texts == texts { return last.pairs }
      let pairs = find()
      last = (texts, pairs)
      return pairs
    }
  }
}

/// How much a word tells by how few of a board's cards have it.
///
/// The inverse document frequency of search engines (https://en.wikipedia.org/wiki/Tf–idf), between 0 and
/// 1, as if the board had fifty cards more that have other words: on a small board a word in three cards
/// is no common one.
struct Rarity: Sendable {
  /// How many cards have a word, by its root.
  private var counts: [String: Int] = [:]
  private var total = 50.0

  /// Every word is rare.
  static let none = Rarity()

  mutating func add(_ words: MeaningfulWords) {
    for word in words.words { counts[word.root, default: 0] += 1 }
    for place in words.places { counts[place.key, default: 0] += 1 }
    total += 1
  }

  func weight(_ word: MeaningfulWords.Word) -> Double { word.weight * share(of: word.root) }
  func weight(_ place: MeaningfulWords.Place) -> Double { place.weight * share(of: place.key) }

  private func share(of root: String) -> Double {
    let count = counts[root] ?? 1
    return count < 2 ? 1 : 1 - log(Double(count)) / log(total)
  }
}
