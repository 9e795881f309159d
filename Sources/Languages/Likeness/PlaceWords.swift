import Assets

/// How a language names streets, squares and districts, and the places that a text names.
struct PlaceWords: Sendable {
  private let streets: Set<String>
  private let kinds: Set<String>
  private let isAfter: Bool
  private let joins: Set<String>
  private let at: Set<String>
  private let ordinals: Set<String>

  /// Kinds that name no place beside another: “le parc du quartier”.
  private let weak: Set<String>

  init(_ places: Wording.Places, weak: [String]) {
    self.weak = Set(weak)
    streets = Set(places.streets)
    kinds = Set(places.kinds).union(places.streets)
    isAfter = places.isAfter
    joins = Set(places.joins)
    at = Set(places.at)
    ordinals = Set(places.ordinals)
  }

  /// Whether a word is one for a kind of place.
  func isKind(_ word: String) -> Bool { kinds.contains(word) }

  /// Whether a word is one for a street: it says little without a name too.
  func isStreet(_ word: String) -> Bool { streets.contains(word) }

  /// The places that a text's words name.
  struct Found {
    /// For each place the words of its name.
    var names: [[Int]] = []
    /// Words that say what kind of place it is.
    var kinds: Set<Int> = []
  }

  func find(in words: [WrittenWord], stop: Set<String>) -> Found {
    var found = Found()
    var taken: Set<Int> = []
    // Where nearly every word has a capital, as in an English title, it tells nothing.
    let plain = words.filter {
      !$0.begins && !stop.contains($0.folded) && !kinds.contains($0.folded)
    }
    let isTitle = plain.count > 3 && 2 * plain.count(where: \.hasCapital) > plain.count
    func isName(_ index: Int) -> Bool {
      let word = words[index]
      return word.hasCapital && !taken.contains(index) && !kinds.contains(word.folded)
        && !(word.begins && stop.contains(word.folded))
    }
    func take(_ names: [Int], kind: Int? = nil) {
      guard !names.isEmpty else { return }
      found.names.append(names)
      taken.formUnion(names)
      if let kind { found.kinds.insert(kind) }
    }
    for (index, word) in words.enumerated() {
      if isDistrict(word) { take([index]) }
      guard kinds.contains(word.folded) else { continue }
      if let number = number(beside: index, words) {
        take([number], kind: index)
      } else if isAfter {
        take(namesBefore(index, words, isName), kind: index)
      }
      if !taken.contains(index), !isAfter {
        take(namesAfter(index, words, isTitle: isTitle, isName, stop: stop), kind: index)
      }
    }
    guard !isTitle else { return found }
    var index = 0
    while index < words.count {
      let leads = index == 0 ? nil : words[index - 1].folded
      guard isName(index), !words[index].begins, !words[index].isShouted,
        at.isEmpty || leads.map(at.contains) ?? false
      else {
        index += 1
        continue
      }
      let names = chain(from: index, words, isName)
      take(names)
      index = (names.last ?? index) + 1
    }
    return found
  }

  /// “17e”, “XXème”.
  private func isDistrict(_ word: WrittenWord) -> Bool {
    let number = word.folded.prefix { $0.isASCII && $0.isNumber }
    let ending = String(word.folded.dropFirst(number.count))
    if !number.isEmpty, number.count < 3, ordinals.contains(ending) { return true }
    guard word.hasCapital, let last = ordinals.first(where: { word.folded.hasSuffix($0) })
    else { return false }
    return Self.isRoman(word.written.dropLast(last.count))
  }

  private static func isRoman(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.count < 6 && text.allSatisfy { "IVX".contains($0) }
  }

  /// A number beside a kind of place: “district 5”, “VIII. kerület”.
  private func number(beside index: Int, _ words: [WrittenWord]) -> Int? {
    let isStreet = streets.contains(words[index].folded)
    return [index + 1, index - 1].first {
      words.indices.contains($0) && !isStreet
        && (Self.isRoman(words[$0].written)
          || (words[$0].folded.allSatisfy(\.isNumber) && ($0 > index || isAfter)))
    }
  }

  private func namesBefore(
    _ index: Int, _ words: [WrittenWord], _ isName: (Int) -> Bool
  ) -> [Int] {
    var names: [Int] = []
    var at = index - 1
    while at >= 0, isName(at), !words[at + 1].isApart {
      names.insert(at, at: 0)
      at -= 1
    }
    // In small letters only the word beside a street is its name.
    if names.isEmpty, at >= 0, streets.contains(words[index].folded), !words[index].isApart,
      words[at].folded.count > 3, !joins.contains(words[at].folded),
      !kinds.contains(words[at].folded)
    {
      names = [at]
    }
    return names
  }

  private func namesAfter(
    _ index: Int, _ words: [WrittenWord], isTitle: Bool, _ isName: (Int) -> Bool, stop: Set<String>
  ) -> [Int] {
    var at = index + 1
    while words.indices.contains(at), joins.contains(words[at].folded), !words[at].isApart {
      at += 1
    }
    guard words.indices.contains(at), !words[at].isApart || at > index + 1 else { return [] }
    if isName(at), !isTitle || streets.contains(words[index].folded) {
      return chain(from: at, words, isName)
    }
    // “Place du Marché”, “rue de la gare”.
    if at > index + 1, kinds.contains(words[at].folded), !weak.contains(words[at].folded),
      !isTitle, !words.indices.contains(at + 1) || !isName(at + 1)
    {
      return [at]
    }
    // In small letters the name of a street follows an article.
    return streets.contains(words[index].folded) && at > index + 1
      && !stop.contains(words[at].folded)
      && !kinds.contains(words[at].folded) ? [at] : []
  }

  /// A name from its first word on, over the small words within it.
  private func chain(
    from index: Int, _ words: [WrittenWord], _ isName: (Int) -> Bool
  ) -> [Int] {
    var names = [index]
    var at = index + 1
    while at < words.count, !words[at].isApart {
      if isName(at) {
        names.append(at)
      } else if !joins.contains(words[at].folded) || at - (names.last ?? at) > 2 {
        break
      }
      at += 1
    }
    return names
  }
}
