package import WorkshopCore

/// A day as people write it: “vendredi”, “in 2 weeks”, “12.3.”, “jövő kedd”.
package enum DueDate: Equatable {
  case day(Day)
  /// It may be any of these.
  case unclear([Day])
  case unreadable

  /// Which of the days that a text may mean is meant: a deadline's next one, a past event's last one, or
  /// the nearest.
  package enum Sense { case ahead, back, near }

  /// Reads a text relative to a day, in a language; words of the other languages are understood too.
  package init(_ text: String, from today: Day, in language: Language, _ sense: Sense = .ahead) {
    let words = DateWords.of(language)
    guard let own = words.first, text.count <= 60 else {
      self = .unreadable
      return
    }
    let reader = DateReader(today: today, sense: sense, own: own)
    let plain = Fold.plain(text).replacing("’", with: " ").replacing("'", with: " ").trimmed
    self =
      reader.numeric(plain)
      ?? DateTokens.read(plain, words).flatMap { reader.read($0) } ?? .unreadable
  }

  /// The day, where there is no doubt.
  package var day: Day? {
    if case .day(let day) = self { return day }
    return nil
  }
}

/// A text cut into what each word says of a day.
private enum DateTokens {
  /// Nil when a word says nothing that anybody knows.
  static func read(_ text: String, _ languages: [DateWords]) -> [DateWords.Token]? {
    let separators: Set<Character> = [
      " ", "-", "+", ",", "/", "–", "\u{A0}", "\u{202F}",
    ]
    let words = text.split { separators.contains($0) }.map(String.init)
    var tokens: [DateWords.Token] = []
    var rest = words[...]
    var sawFiller = false
    while let word = rest.first {
      if let (token, count) = languages.lazy.compactMap({ $0.phrase(at: rest) }).first {
        tokens.append(token)
        rest = rest.dropFirst(count)
        continue
      }
      rest = rest.dropFirst()
      if let number = number(word, languages, next: rest.first) {
        tokens.append(.number(number.value, isOrdinal: number.isOrdinal || sawFiller))
        continue
      }
      guard let meaning = meaning(word.hasSuffix(".") ? String(word.dropLast()) : word, languages)
      else { return nil }
      if let token = meaning.token { tokens.append(token) } else { sawFiller = true }
    }
    return sevens(tokens)
  }

  /// Own language first, whether the word means something or fills in; then the others.
  private static func meaning(
    _ word: String, _ languages: [DateWords]
  ) -> (token: DateWords.Token?, Void)? {
    for language in languages {
      if let token = language.token(word) { return (token, ()) }
      if language.isFiller(word) { return (nil, ()) }
    }
    return nil
  }

  /// `12`, `12.`, `12th`, `1er`.
  private static func number(
    _ word: String, _ languages: [DateWords], next: String?
  ) -> (value: Int, isOrdinal: Bool)? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 4, let value = Int(digits) else { return nil }
    let ending = word.dropFirst(digits.count)
    if ending.isEmpty {
      return (value, next.map { word in languages.contains { $0.isOrdinal(word) } } ?? false)
    }
    let isOrdinal = ending == "." || languages.contains { $0.isOrdinal(String(ending)) }
    return isOrdinal ? (value, true) : nil
  }

  /// “hét” is a week and seven, “sept” September and seven: before a unit it is the number.
  private static func sevens(_ tokens: [DateWords.Token]) -> [DateWords.Token] {
    tokens.enumerated().map { index, token in
      guard index + 1 < tokens.count, case .unit = tokens[index + 1] else { return token }
      return token == .unit(.week) || token == .month(9)
        ? .number(7, isOrdinal: false) : token
    }
  }
}
