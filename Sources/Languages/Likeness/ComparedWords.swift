import Assets
import WorkshopCore

/// A language as comparing texts uses it: the words that say nothing, those that say little, the endings,
/// words that stand for each other, and how places are named.
///
/// The lists are our own, `Assets/wording`, in letters without accents, of what is said in town halls
/// and in the proposals of participatory budgets.
struct ComparedWords: Sendable {
  /// Articles, prepositions, helping verbs.
  let stop: Set<String>
  /// Stems of what says nothing in any of its forms.
  private let empty: Set<String>
  /// Roots that every second idea of a town hall has.
  let common: Set<String>
  /// Stems with the stem that stands for them.
  private let kin: [String: String]
  /// Words that say no.
  private let negations: Set<String>
  /// Words with which the first of those say “only”: ne … que.
  private let only: Set<String>
  /// Words that are numbers, with their digits.
  let numbers: [String: String]
  /// Words with the group of opposites they belong to, and their side of it: +1 or −1.
  let sides: [String: (group: Int, sign: Int)]
  /// Letters that tell the language from others.
  let letters: Set<Character>
  let places: PlaceWords
  /// Longest first.
  private let endings: [[UInt8]]
  /// How often endings are taken off, one after the other: where they are piled up.
  private let layers: Int

  init(_ wording: Wording) {
    stop = Set(wording.stop)
    negations = Set(wording.negations)
    only = Set(wording.only)
    numbers = wording.numbers
    letters = Set(wording.letters)
    places = PlaceWords(wording.places, weak: wording.empty)
    layers = wording.layers
    endings = wording.endings.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    let strip = { [endings, layers] in Self.stem($0, endings: endings, layers: layers) }
    // A word and what is left of it after each ending: whichever the list has stands for its group.
    let forms = { [endings, layers] word in
      (0...layers).map { Self.stem(word, endings: endings, layers: $0) }
    }
    var roots: [String: String] = [:]
    for group in wording.kin {
      for word in group { for form in forms(word).reversed() { roots[form] = strip(group[0]) } }
    }
    kin = roots
    let root = { [roots] (word: String) in
      forms(word).lazy.compactMap { roots[$0] }.first ?? strip(word)
    }
    common = Set(wording.common.map(root))
    empty = Set(wording.empty.map(strip))
    var sides: [String: (group: Int, sign: Int)] = [:]
    for (group, pair) in wording.opposites.enumerated() {
      for (words, sign) in zip(pair, [1, -1]) {
        for word in words {
          sides[word] = (group, sign)
          sides[root(word)] = (group, sign)
        }
      }
    }
    self.sides = sides
  }

  /// Whether a text says no to something.
  func isNegated(_ folded: [String]) -> Bool {
    let found = folded.filter(negations.contains)
    // One word of it may only limit: on ne demande qu’une fois.
    return found.count > 1 || found.count == 1 && !folded.contains(where: only.contains)
  }

  /// Whether a word says nothing by itself.
  func isEmpty(_ word: String, stem: String) -> Bool {
    stop.contains(word) || empty.contains(stem)
      || (word.utf8.count < 2 && word.first?.isNumber != true)
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
}
