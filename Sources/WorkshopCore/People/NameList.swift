/// The names of a roster, to be taken out of texts.
struct NameList {
  /// Longest first: who is called Anna-Maria Kiss is not a Maria Kiss with something before it.
  private let names: [(name: String, label: String)]
  /// What stands for each word of a name.
  private let words: [String: String]

  /// - Parameters:
  ///   - names: with what stands for each.
  ///   - somebody: stands for a word that several names share.
  ///   - keeping: words that are left where they stand alone.
  init(_ names: [(name: String, label: String)], somebody: String, keeping: Set<String>) {
    self.names = names.filter { $0.name.count > 2 }.sorted { $0.name.count > $1.name.count }
    let words = names.flatMap { name, label in
      Self.words(of: name).filter(Self.isName).map { ($0, label) }
    }
    self.words = Dictionary(words) { $0 == $1 ? $0 : somebody }.filter { !keeping.contains($0.key) }
  }

  static func words(of name: String) -> [String] { name.split(separator: " ").map(String.init) }

  /// Particles (de, van, Le) and initials are in too many other words' company.
  private static func isName(_ word: String) -> Bool {
    word.count > 2 && word.first?.isUppercase == true && word.allSatisfy(isPart)
  }

  /// Hyphens hold a name together; an apostrophe ends the word before it (d’Anna).
  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character == "-"
  }

  func taken(outOf text: String) -> String {
    let whole = names.reduce(text) { $0.replacingName($1.name, with: $1.label) }
    var result = ""
    var word = ""
    for character in whole {
      if Self.isPart(character) {
        word.append(character)
      } else {
        result += words[word] ?? word
        result.append(character)
        word = ""
      }
    }
    return result + (words[word] ?? word)
  }
}

extension String {
  /// A name wherever it stands: a full name also with an ending after it (“Kiss Annának”), a single word
  /// only where it stands alone.
  fileprivate func replacingName(_ name: String, with label: String) -> String {
    guard contains(name) else { return self }
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: name) {
      let before = rest[..<range.lowerBound].last ?? result.last
      let after = rest[range.upperBound...].first
      let isEnded = name.contains(" ") || !(after?.isLetter ?? false)
      let isWhole = !(before?.isLetter ?? false) && isEnded
      result += rest[..<range.lowerBound] + (isWhole ? label[...] : rest[range])
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
