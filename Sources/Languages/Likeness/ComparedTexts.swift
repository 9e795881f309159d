/// Texts that one is compared with, found by their words: of thousands only those are looked at that have
/// something in common.
struct ComparedTexts: Sendable {
  private(set) var texts: [String] = []
  private(set) var words: [MeaningfulWords] = []
  /// How rare each word is among them.
  private(set) var rarity = Rarity.none
  /// The places of the texts that have a word, by each of its keys.
  private var places: [Int: [Int]] = [:]
  /// The places of texts that are the same but for capitals and signs.
  private var same: [String: [Int]] = [:]

  /// Whether other texts begin with these.
  func grows(into others: [String]) -> Bool { others.starts(with: texts) }

  mutating func add(_ texts: [String], _ words: [MeaningfulWords]) {
    for words in words {
      let place = self.words.count
      self.words.append(words)
      rarity.add(words)
      if !words.plain.isEmpty { same[words.plain, default: []].append(place) }
      for key in Set(words.words.flatMap(\.keys)) { places[key, default: []].append(place) }
    }
    self.texts += texts
  }

  /// The places of texts that may be like one, in order: they share two words at least, one and perhaps a
  /// place, or are the same.
  func near(_ wanted: MeaningfulWords) -> [Int] {
    // How many of the wanted words each text has, and which it had last.
    var hits = [(count: Int, last: Int)](repeating: (0, -1), count: words.count)
    var found = Set(same[wanted.plain] ?? [])
    let least = wanted.places.isEmpty ? 2 : 1
    for (number, word) in wanted.words.enumerated() {
      for key in word.keys {
        for place in places[key] ?? [] where hits[place].last != number {
          hits[place] = (hits[place].count + 1, number)
          if hits[place].count == least { found.insert(place) }
        }
      }
    }
    return found.sorted()
  }
}
