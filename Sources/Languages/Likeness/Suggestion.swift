package import WorkshopCore

/// Cards that could be a cluster, and the words that they share: a proposal, never more.
package struct Suggestion: Equatable, Sendable {
  /// The word that most of them share, as it was typed.
  package let name: String
  /// What the cards have in common, most of them first.
  package let words: [String]
  package let cards: [CardID]

  /// Clusters by likeness of wording: each shares a word that is neither in a single card nor in every
  /// fourth one. The fullest comes first, and no card stands in two.
  package static func all(of texts: [(id: CardID, text: String)]) -> [Suggestion] {
    let wordings = MeaningfulWords.of(texts.map(\.text))
    let index = Index(wordings)
    var left = Set(texts.indices)
    var found: [Suggestion] = []
    // More than every fourth card says nothing of what tells them apart, but on a small board.
    let most = max(4, texts.count / 4)
    while let best = index.best(among: left, atMost: most, wordings) {
      left.subtract(best.cards)
      found.append(
        Suggestion(
          name: Self.name(best.words), words: best.words, cards: best.cards.map { texts[$0].id }))
    }
    return found
  }

  private static func name(_ words: [String]) -> String {
    let first = words.first?.prefix { $0 != "/" } ?? ""
    return first.prefix(1).uppercased() + first.dropFirst()
  }

  /// Which texts have which word, words that are alike taken as one.
  private struct Index {
    /// For each word, the texts that have it and how it is written there.
    private var places: [[(text: Int, written: String)]] = []
    private var weights: [Double] = []

    init(_ wordings: [MeaningfulWords]) {
      var known: [[UInt8]: [(word: MeaningfulWords.Word, number: Int)]] = [:]
      for (text, wording) in wordings.enumerated() {
        for word in wording.words {
          let beginning = Array(word.root.utf8.prefix(3))
          let same = known[beginning]?.first { $0.word.likeness(word) > 0 }?.number
          let number = same ?? places.count
          if same == nil {
            known[beginning, default: []].append((word, number))
            places.append([])
            weights.append(word.weight)
          }
          if places[number].last?.text != text { places[number].append((text, word.written)) }
        }
      }
    }

    /// The word that holds the most of the texts left together, with what else they share.
    func best(
      among left: Set<Int>, atMost most: Int, _ wordings: [MeaningfulWords]
    ) -> (cards: [Int], words: [String])? {
      var best: (score: Double, cards: [Int], words: [String])?
      for (number, all) in places.enumerated() where weights[number] == 1 && all.count > 1 {
        let here = all.filter { left.contains($0.text) }
        guard here.count > 1, here.count <= most else { continue }
        // Cannot win even if the cards had three words in common.
        if let best, Double(here.count - 1) * 2 <= best.score { continue }
        let cards = here.map(\.text)
        let others = shared(by: Set(cards), but: number)
        // Two cards with a single word in common are no cluster.
        guard here.count > 2 || !others.isEmpty else { continue }
        let score = Double(here.count - 1) * (1 + 0.5 * Double(min(2, others.count)))
        if score > best?.score ?? 0 {
          best = (score, cards, [Self.forms(here.map(\.written))] + others.prefix(3))
        }
      }
      return best.map { ($0.cards, $0.words) }
    }

    /// Other words that at least half of the texts have, most of them first.
    private func shared(by texts: Set<Int>, but word: Int) -> [String] {
      let counted = places.enumerated().compactMap { number, all -> (Int, String)? in
        guard number != word, all.count > 1 else { return nil }
        let here = all.filter { texts.contains($0.text) }
        guard here.count > 1, 2 * here.count >= texts.count else { return nil }
        return (here.count, Self.usual(here.map(\.written)))
      }
      return counted.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    }

    /// The ways in which a word is said, where they are not only its endings: `call/phone`.
    private static func forms(_ written: [String]) -> String {
      var left = written
      var forms: [String] = []
      while forms.count < 3, !left.isEmpty {
        let form = usual(left)
        forms.append(form)
        left.removeAll { Fold.plain($0).hasPrefix(Fold.plain(String(form.prefix(3)))) }
      }
      return forms.joined(separator: "/")
    }

    /// How a word is written most often; at a tie the shortest.
    private static func usual(_ forms: [String]) -> String {
      let counts = Dictionary(forms.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
      let best = counts.min {
        ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key)
      }
      return best?.key ?? ""
    }
  }
}
