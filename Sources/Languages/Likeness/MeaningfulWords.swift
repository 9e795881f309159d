/// The words of a text that carry its meaning, ready to be compared.
struct MeaningfulWords: Sendable {
  /// Without accents, capitals and marks.
  let plain: String
  /// Without the names of places.
  let words: [Word]
  /// The places that it names, each by the stems of its name.
  let places: [Place]
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
    /// Whether it is a number.
    let isNumber: Bool
    /// Two words of which neither key is the same are not alike: of the root, the beginning and the end.
    let keys: [Int]

    init(written: String, root: String, stem: [UInt8], weight: Double, isNumber: Bool) {
      self.written = written
      self.root = root
      self.stem = stem
      self.weight = weight
      self.isNumber = isNumber
      var keys = [Self.key(0, root.utf8)]
      if stem.count >= 4 { keys.append(Self.key(1, stem.prefix(4))) }
      if stem.count >= 5 { keys.append(Self.key(2, stem.suffix(5))) }
      self.keys = keys
    }

    private static func key(_ kind: Int, _ letters: some Sequence<UInt8>) -> Int {
      letters.reduce(kind &+ 7) { $0 &* 31 &+ Int($1) }
    }

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

  /// A place that a text names.
  struct Place: Sendable {
    let written: [String]
    let stems: [String]

    /// What a board's other cards have in common with it.
    var key: String { "@" + (stems.last ?? "") }
    /// A district is half a town: it says less than a street does.
    var isDistrict: Bool { stems.count == 1 && stems[0].first?.isNumber == true }
    var weight: Double { isDistrict ? 0.3 : 0.8 }

    /// Whether two names are of one place: the words of one are among the other's.
    func isSame(as other: Place) -> Bool {
      let (short, long) =
        stems.count < other.stems.count ? (stems, other.stems) : (other.stems, stems)
      return short.allSatisfy { name in
        long.contains { $0 == name || Self.isForm($0, of: name) }
      }
    }

    /// Whether a name is another one with an ending: Margitszigetre, Margitszigeten.
    private static func isForm(_ a: String, of b: String) -> Bool {
      let common = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
      return common >= 5 && max(a.utf8.count, b.utf8.count) - common <= 3
    }
  }

  /// Whether one text opens what the other closes, wants what the other does not, or has other numbers.
  func opposes(_ other: MeaningfulWords) -> Bool {
    sides.contains { group, side in other.sides[group].map { $0 == -side } ?? false }
      || isNegated != other.isNegated
      || !numbers.isEmpty && !other.numbers.isEmpty && numbers != other.numbers
  }

  /// The place that both texts name; nil when one names none, or both name others.
  func commonPlace(with other: MeaningfulWords) -> Place? {
    places.first { place in other.places.contains { place.isSame(as: $0) } }
  }

  init(_ text: String, _ lexicon: Lexicon) {
    let all = WrittenWord.all(in: text)
    let folded = all.map(\.folded)
    plain = folded.joined(separator: " ")
    let tongue = lexicon.language(of: folded, in: text)
    let found = tongue.places.find(in: all, stop: tongue.stop)
    let names = Set(found.names.joined())
    places = found.names.map { indices in
      Place(
        written: indices.map { all[$0].written }, stems: indices.map { tongue.stem(folded[$0]) })
    }
    var words: [Word] = []
    var sides: [Int: Int] = [:]
    for (index, folded) in folded.enumerated() where !names.contains(index) {
      if let side = tongue.sides[folded] { sides[side.group] = side.sign }
      let stem = tongue.stem(folded)
      guard !tongue.isEmpty(folded, stem: stem) else { continue }
      let root = tongue.root(folded)
      if let side = tongue.sides[root] { sides[side.group] = side.sign }
      guard !words.contains(where: { $0.root == root }) else { continue }
      let saysLittle =
        found.kinds.contains(index) || tongue.common.contains(root)
        || tongue.places.isStreet(folded)
      words.append(
        Word(
          written: all[index].written, root: root, stem: Array(stem.utf8),
          weight: saysLittle ? 0.4 : 1, isNumber: folded.first?.isNumber == true))
    }
    self.words = words
    self.sides = sides
    numbers = Set(
      folded.indices.filter { !names.contains($0) }.compactMap {
        folded[$0].first?.isNumber == true ? folded[$0] : tongue.numbers[folded[$0]]
      })
    isNegated = tongue.isNegated(folded)
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
}
