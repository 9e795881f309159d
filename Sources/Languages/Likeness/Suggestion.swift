package import WorkshopCore

/// Cards that could be a cluster, and the words that they share: a proposal, never more.
package struct Suggestion: Equatable, Sendable {
  /// The word that most of them share, as it was typed.
  package let name: String
  /// What the cards have in common, most of them first.
  package let words: [String]
  package let cards: [CardID]

  /// As many as anybody goes through.
  private static let most = 60

  /// Clusters by likeness of wording: each shares a word that is neither in a single card nor in every
  /// fifth one; a place, a number or a word that says little is none. The fullest comes first, and no
  /// card stands in two.
  package static func all(
    of texts: [(id: CardID, text: String)], _ lexicon: Lexicon = .builtIn
  ) -> [Suggestion] {
    let index = Index(lexicon.words(of: texts.map(\.text)))
    // More than every fifth card says nothing of what tells them apart, but on a small board.
    return index.clusters(atMost: max(4, texts.count / 5), limit: most).map { cluster in
      Suggestion(
        name: name(cluster.words), words: cluster.words, cards: cluster.cards.map { texts[$0].id })
    }
  }

  private static func name(_ words: [String]) -> String {
    let first = words.first?.prefix { $0 != "/" } ?? ""
    return first.prefix(1).uppercased() + first.dropFirst()
  }

  /// Which texts have which word, words that are alike taken as one.
  private struct Index {
    /// For each word, the texts that have it and how it is written there.
    private var places: [[(text: Int, written: String)]] = []
    /// For each word, how many texts have it as one that says something by itself.
    private var names: [Int] = []
    /// For each text, its words by number.
    private var words: [[Int]] = []

    init(_ wordings: [MeaningfulWords]) {
      var roots: [String: Int] = [:]
      var known: [[UInt8]: [(word: MeaningfulWords.Word, number: Int)]] = [:]
      for (text, wording) in wordings.enumerated() {
        var numbers: [Int] = []
        for word in wording.words {
          let number =
            roots[word.root]
            ?? {
              let beginning = Array(word.root.utf8.prefix(3))
              let same = known[beginning]?.first { $0.word.likeness(word) > 0 }?.number
              let number = same ?? places.count
              if same == nil {
                known[beginning, default: []].append((word, number))
                places.append([])
                names.append(0)
              }
              roots[word.root] = number
              return number
            }()
          guard places[number].last?.text != text else { continue }
          places[number].append((text, word.written))
          if word.weight == 1, !word.isNumber { names[number] += 1 }
          numbers.append(number)
        }
        words.append(numbers)
      }
    }

    /// The clusters, the best first; each takes its cards from those after it.
    func clusters(atMost most: Int, limit: Int) -> [(cards: [Int], words: [String])] {
      var isLeft = Array(repeating: true, count: words.count)
      var counts = places.map(\.count)
      // By what each could be worth at most; what it is worth is found out when its turn comes.
      var queue = places.indices.filter { counts[$0] > 1 && 2 * names[$0] > counts[$0] }
      var found: [(cards: [Int], words: [String])] = []
      while found.count < limit {
        queue = queue.filter { counts[$0] > 1 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        var best: (score: Double, word: Int, cards: [Int], others: [Int])?
        for word in queue where counts[word] <= most {
          // Cannot win even if the cards had three words in common.
          if let best, Double(counts[word] - 1) * 2 <= best.score { break }
          let cards = places[word].map(\.text).filter { isLeft[$0] }
          let others = shared(by: cards, but: word)
          // Two cards with a single word in common are no cluster.
          guard cards.count > 2 || !others.isEmpty else { continue }
          let score = Double(cards.count - 1) * (1 + 0.5 * Double(min(2, others.count)))
          if score > best?.score ?? 0 { best = (score, word, cards, others) }
        }
        guard let best else { break }
        let here = Set(best.cards)
        let forms = ([best.word] + best.others.prefix(3)).map { word in
          places[word].filter { here.contains($0.text) }.map(\.written)
        }
        found.append((best.cards, [Self.forms(forms[0])] + forms.dropFirst().map(Self.usual)))
        for card in best.cards {
          isLeft[card] = false
          for word in words[card] { counts[word] -= 1 }
        }
      }
      return found
    }

    /// Other words that at least half of the texts have, most of them first.
    private func shared(by texts: [Int], but word: Int) -> [Int] {
      var counts: [Int: Int] = [:]
      for text in texts { for other in words[text] { counts[other, default: 0] += 1 } }
      return counts.filter {
        $0.key != word && $0.value > 1 && 2 * $0.value >= texts.count
          && 2 * names[$0.key] > places[$0.key].count
      }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
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
