/// How much two short texts share, by the beginnings of their longer words.
enum Likeness {
  /// Beginnings of the words that carry meaning: five letters of each word of at least four.
  static func words(_ text: String) -> Set<String> {
    let words = Fold.plain(text).split { !$0.isLetter && !$0.isNumber }
    return Set(words.filter { $0.count >= 4 }.map { String($0.prefix(5)) })
  }

  /// The share of the smaller set's words that the other has too, 0 to 1; sets of one word share nothing.
  static func share(_ a: Set<String>, _ b: Set<String>) -> Double {
    let least = min(a.count, b.count)
    return least < 2 ? 0 : Double(a.intersection(b).count) / Double(least)
  }
}
