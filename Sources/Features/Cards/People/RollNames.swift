import WorkshopCore

/// Finds names by their first letters.
enum RollNames {
  /// How well letters fit a name; a smaller one is better.
  enum Fit: Int, Comparable {
    /// A whole word of it: `jean` of Jean Morel.
    case word
    /// The beginning of a word, or of several in a row: `od`, `jeanm`.
    case beginning
    /// The first letter of each word: `om` of Odette Martin.
    case initials

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// How letters fit a name, nil where they do not: every word that is typed must be the beginning of
  /// one of the name's, accents, capitals, hyphens and apostrophes aside.
  static func fit(_ letters: String, _ name: String) -> Fit? {
    let wanted = words(letters)
    guard !wanted.isEmpty else { return nil }
    let own = words(name)
    let joined = own.indices.map { own[$0...].joined() }
    if wanted.allSatisfy({ typed in joined.contains { $0.hasPrefix(typed) } }) {
      return wanted.allSatisfy(own.contains) ? .word : .beginning
    }
    let initials = String(own.compactMap(\.first))
    return wanted.count == 1 && initials.hasPrefix(wanted[0]) ? .initials : nil
  }

  private static func words(_ text: String) -> [String] {
    Fold.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
