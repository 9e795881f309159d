import Assets
import Foundation

/// What comparing texts needs to know of a language: the words that say nothing, those that say
/// little, the endings, and words that stand for each other.
///
/// Our own lists, `Assets/wording`, in letters without accents, of what is said in town halls; short on
/// purpose.
struct ComparedWords: Sendable {
  /// Articles, prepositions, helping verbs.
  let stop: Set<String>
  /// Roots that every second idea of a town hall has.
  let common: Set<String>
  /// Stems with the stem that stands for them.
  let kin: [String: String]
  /// Words that say no.
  private let negations: Set<String>
  /// Words with which the first of those say “only”: ne … que.
  private let only: Set<String>
  /// Words that are numbers, with their digits.
  let numbers: [String: String]
  /// Words with the group of opposites they belong to, and their side of it: +1 or −1.
  let sides: [String: (group: Int, sign: Int)]
  /// Longest first.
  private let endings: [[UInt8]]
  /// How often endings are taken off, one after the other: where they are piled up.
  private let layers: Int

  /// A file under `Assets/wording`.
  private struct File: Decodable {
    var stop: [String] = []
    var common: [String] = []
    /// Groups of synonyms.
    var kin: [[String]] = []
    /// Pairs of groups that mean the contrary.
    var opposites: [[[String]]] = []
    var negations: [String]?
    var only: [String]?
    var numbers: [String: String]?
    var endings: [String] = []
    var layers = 1
  }

  private init(_ file: File) {
    stop = Set(file.stop)
    negations = Set(file.negations ?? [])
    only = Set(file.only ?? [])
    numbers = file.numbers ?? [:]
    layers = file.layers
    endings = file.endings.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    let strip = { [endings, layers] in Self.stem($0, endings: endings, layers: layers) }
    // A word and what is left of it after each ending: whichever the list has stands for its group.
    let forms = { [endings, layers] word in
      (0...layers).map { Self.stem(word, endings: endings, layers: $0) }
    }
    var roots: [String: String] = [:]
    for group in file.kin {
      for word in group { for form in forms(word).reversed() { roots[form] = strip(group[0]) } }
    }
    kin = roots
    let root = { [roots] (word: String) in
      forms(word).lazy.compactMap { roots[$0] }.first ?? strip(word)
    }
    common = Set(file.common.map(root))
    var sides: [String: (group: Int, sign: Int)] = [:]
    for (group, pair) in file.opposites.enumerated() {
      for (words, sign) in zip(pair, [1, -1]) {
        for word in words {
          sides[word] = (group, sign)
          sides[root(word)] = (group, sign)
        }
      }
    }
    self.sides = sides
  }

  /// English first: what gives no hint is taken for it.
  private static let known: [ComparedWords] = ["en", "fr", "hu"].map { code in
    let text = Content.builtIn.text(at: "wording/\(code).json") ?? ""
    let file = try? JSONDecoder().decode(File.self, from: Data(text.utf8))
    return ComparedWords(file ?? File())
  }

  /// Whether a text says no to something.
  func isNegated(_ folded: [String]) -> Bool {
    let found = folded.filter(negations.contains)
    // One word of it may only limit: on ne demande qu’une fois.
    return found.count > 1 || found.count == 1 && !folded.contains(where: only.contains)
  }

  /// What stands for a word and its synonyms.
  func root(_ word: String) -> String {
    (0...layers).lazy.compactMap { kin[Self.stem(word, endings: endings, layers: $0)] }.first
      ?? stem(word)
  }

  /// A word, without accents, cut down to what its forms have in common.
  func stem(_ word: String) -> String { Self.stem(word, endings: endings, layers: layers) }

  private static func stem(_ word: String, endings: [[UInt8]], layers: Int) -> String {
    var rest = Array(word.utf8)[...]
    for _ in 0..<layers {
      guard
        let ending = endings.first(where: {
          rest.count >= $0.count + 3 && rest.suffix($0.count).elementsEqual($0)
        })
      else { break }
      rest = rest.dropLast(ending.count)
    }
    // A doubled last letter is single in the other forms: shop, shopping.
    if rest.count > 3, rest.last == rest.dropLast().last { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The language that a text is most likely in, by its small words, then by its letters.
  static func of(_ folded: [String], in text: String) -> ComparedWords {
    let letters = text.lowercased()
    let hints = [
      0, letters.contains(where: Self.frenchLetters.contains) ? 1 : 0,
      letters.contains(where: Self.hungarianLetters.contains) ? 1 : 0,
    ]
    let scores = zip(known, hints).map { tongue, hint in
      2 * folded.count { tongue.stop.contains($0) } + 3 * hint
    }
    let best = scores.max() ?? 0
    return known[scores.firstIndex(of: best) ?? 0]
  }

  private static let frenchLetters: Set<Character> = [
    "à", "â", "ç", "è", "ê", "ë", "î", "ô", "û", "œ",
  ]
  private static let hungarianLetters: Set<Character> = ["á", "í", "ó", "ö", "ő", "ú", "ü", "ű"]
}
