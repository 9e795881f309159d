import Synchronization
import WorkshopCore

/// The words of a text that carry its meaning, ready to be compared.
struct MeaningfulWords: Sendable {
  /// Without accents, capitals and marks.
  let plain: String
  let words: [Word]
  /// What all its words weigh.
  let weight: Double
  /// A bit for the beginning of each word: texts without a common bit share none.
  let marks: UInt64
  /// The numbers that it has, as digits.
  private let numbers: Set<String>
  /// Whether it says no to something.
  private let isNegated: Bool
  /// Groups of opposites that it has a word of, with the side: +1 or −1.
  private let sides: [Int: Int]

  /// How alike a compound and its last part are.
  static let half = 0.65

  /// A word without its ending.
  struct Word: Sendable {
    let written: String
    /// The stem, or the one that stands for its synonyms.
    let root: String
    let stem: [UInt8]
    /// 1, or less for a word that says little.
    let weight: Double

    /// 1 for the same word or a synonym, less for words that begin alike, 0 for others.
    func likeness(_ other: Word) -> Double {
      if root == other.root { return 1 }
      let (short, long) = stem.count < other.stem.count ? (stem, other.stem) : (other.stem, stem)
      guard short.count >= 4 else { return 0 }
      let common = zip(short, long).prefix { $0 == $1 }.count
      if common == short.count, common >= 6 || 2 * common >= long.count { return 0.85 }
      // Half of a compound.
      if short.count >= 5, long.suffix(short.count).elementsEqual(short) {
        // Incomplete is no kind of complete.
        let head = String(decoding: long.dropLast(short.count), as: UTF8.self)
        return Word.contraries.contains(head) ? 0 : MeaningfulWords.half
      }
      return common >= 6 && 3 * common >= 2 * long.count ? 0.7 : 0
    }

    /// What stands before a word that says the contrary.
    private static let contraries: Set<String> = [
      "in", "im", "il", "ir", "un", "de", "des", "dis", "non", "mis", "nem",
    ]

    /// Of two words the one that is longer: 1 or 2.
    func longer(_ other: Word) -> Int { stem.count > other.stem.count ? 1 : 2 }
  }

  /// Whether one text opens what the other closes, wants what the other does not, or has other numbers.
  func opposes(_ other: MeaningfulWords) -> Bool {
    sides.contains { group, side in other.sides[group].map { $0 == -side } ?? false }
      || isNegated != other.isNegated
      || !numbers.isEmpty && !other.numbers.isEmpty && numbers != other.numbers
  }

  init(_ text: String) {
    let written = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let folded = written.map(Fold.plain)
    plain = folded.joined(separator: " ")
    let tongue = ComparedWords.of(folded, in: text)
    var words: [Word] = []
    var sides: [Int: Int] = [:]
    for (written, folded) in zip(written, folded) {
      if let side = tongue.sides[folded] { sides[side.group] = side.sign }
      guard !tongue.stop.contains(folded), folded.count > 1 || folded.first?.isNumber == true
      else { continue }
      let stem = tongue.stem(folded)
      let root = tongue.root(folded)
      if let side = tongue.sides[root] { sides[side.group] = side.sign }
      guard !words.contains(where: { $0.root == root }) else { continue }
      words.append(
        Word(
          written: written, root: root, stem: Array(stem.utf8),
          weight: tongue.common.contains(root) ? 0.4 : 1))
    }
    self.words = words
    self.sides = sides
    numbers = Set(
      folded.compactMap { word in
        word.first?.isNumber == true ? word : tongue.numbers[word]
      })
    isNegated = tongue.isNegated(folded)
    weight = words.reduce(0) { $0 + $1.weight }
    marks = words.reduce(0) { marks, word in
      marks | Self.mark(word.stem.prefix(3)) | Self.mark(word.stem.suffix(3))
        | Self.mark(Array(word.root.utf8).prefix(3))
    }
  }

  /// By first letters or last ones, some of which all words that are alike have in common.
  private static func mark(_ letters: ArraySlice<UInt8>) -> UInt64 {
    let sum = letters.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }
    return 1 << (sum % 64)
  }

  // MARK: Texts met before

  /// A board's cards are compared at every key.
  private static let memo = Mutex<[String: MeaningfulWords]>([:])
  /// As many texts as are remembered.
  private static let limit = 20_000

  static func of(_ text: String) -> MeaningfulWords { of([text])[0] }

  static func of(_ texts: [String]) -> [MeaningfulWords] {
    memo.withLock { memo in
      texts.map { text in
        if let known = memo[text] { return known }
        let wording = MeaningfulWords(text)
        if memo.count >= limit { memo.removeAll() }
        memo[text] = wording
        return wording
      }
    }
  }
}
