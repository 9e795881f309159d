import Synchronization

/// How much two short texts share, by the beginnings of their longer words.
enum Likeness {
  /// Words of texts met before: a board's cards are compared at every key.
  private static let memo = Mutex<[String: Set<String>]>([:])
  /// As many texts as are remembered.
  private static let limit = 20_000

  /// Beginnings of the words that carry meaning: five letters of each word of at least four.
  static func words(_ text: String) -> Set<String> {
    if let known = memo.withLock({ $0[text] }) { return known }
    let words = split(text)
    memo.withLock { memo in
      if memo.count >= limit { memo.removeAll() }
      memo[text] = words
    }
    return words
  }

  private static func split(_ text: String) -> Set<String> {
    let words = Fold.plain(text).split { !$0.isLetter && !$0.isNumber }
    return Set(words.filter { $0.count >= 4 }.map { String($0.prefix(5)) })
  }

  /// The share of the smaller set's words that the other has too, 0 to 1; sets of one word share nothing.
  static func share(_ a: Set<String>, _ b: Set<String>) -> Double {
    let least = min(a.count, b.count)
    return least < 2 ? 0 : Double(a.intersection(b).count) / Double(least)
  }
}
